"""Scoring claims: statements, figures, commitments … beside those that people coded by hand.

Gold is JSON lines, one passage each: `id`, `text`, maybe `published` (ISO date), and under the name of a list
(`figures`, `requests` …) all records of that kind that the passage holds.  A record has a `quote` (statements:
`content`, a list of stretches), found once in the text, and the fields that its kind is judged by; actors are
ISO 3166 alpha-3 codes, or names or words for those who have none.  `tier` `extra` marks what may be coded or not.

A coded record fits a gold one when their words overlap and the fields that matter agree: of statements the speaker;
of figures value, comparator and unit; of commitments the debtors; of requests askers, asked and answer; of
agreements the parties; of designations lister and listed; of series the ordinals; of expectations actors and window.
Lists of actors agree when they have more in common than not.  Each gold record is fitted once, best overlap first; of
statements each stretch of content is looked for by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dragoman.coder import Coder
from dragoman.errors import GoldError
from dragoman.evaluate.rates import Rates
from dragoman.records import CLAIM_KINDS, Actor, Coding, DateStamp, Document, EventDate, Evidence, Failure
from dragoman.text import fold

Spans = list[tuple[int, int]]
_LEAST = 0.5  # of what two lists of actors have between them must be common
_ARTICLES = re.compile(r"^(?:the|a|an) ")


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A passage and, by the name of its list, what should be coded from it."""

    document: Document
    records: Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(slots=True)
class ClaimScore(Rates):
    """Counts over one kind of claim: a record is found when its words overlap and the fields that matter are right."""

    overlapped: int = 0
    """Gold records whose words were coded as one of this kind."""
    fields: dict[str, list[int]] = field(default_factory=dict)
    """Field → (right, all) over the records whose words were coded."""
    faults: list[str] = field(default_factory=list)
    """Missed, wrong and false records, in words."""


def holds_claims(path: Path) -> bool:
    """Tell whether a file holds passages with claims, by its first line."""
    if path.suffix != ".jsonl":
        return False
    try:
        with path.open(encoding="utf-8") as lines:
            first = json.loads(lines.readline())
    except (OSError, ValueError):
        return False
    return isinstance(first, dict) and "text" in first and not CLAIM_KINDS.keys().isdisjoint(first)


def read_passages(path: Path) -> list[GoldPassage]:
    """Read gold passages.  Raises GoldError with file and line for what is no passage or quotes other words."""
    return list(_passages(path))


def _passages(path: Path) -> Iterator[GoldPassage]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            records = {name: values[name] for name in CLAIM_KINDS if name in values}
            published = values.get("published")
            stamp = DateStamp(date=published, precision="day", basis="gold") if published else None
            document = Document(id=str(values["id"]), text=values["text"], published=stamp, language="en", title="")
            for name, gold in records.items():
                for record in gold:
                    _spans(name, record, document.text)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GoldError(f"{path}:{number}: no gold passage: {error}") from error
        if not records:
            raise GoldError(f"{path}:{number}: holds none of the lists {', '.join(CLAIM_KINDS)}")
        yield GoldPassage(document, records)


def score_claims(passages: Iterable[GoldPassage], coder: Coder) -> dict[str, ClaimScore]:
    """Code the passages and score each list of which they hold gold."""
    waiting = list(passages)
    scores: dict[str, ClaimScore] = {}
    for passage, coding in zip(waiting, coder.stream(p.document for p in waiting), strict=True):
        for name, gold in passage.records.items():
            coded = _coded(coding, name)
            _score(scores.setdefault(name, ClaimScore()), name, passage.document, gold, coded)
    return scores


def _coded(coding: Coding | Failure, name: str) -> Sequence[Any]:
    return getattr(coding.claims, name) if isinstance(coding, Coding) else ()


def _score(
    total: ClaimScore, name: str, document: Document, gold: Sequence[Mapping[str, Any]], coded: Sequence[Any]
) -> None:
    matched: set[int] = set()
    excused: set[int] = set()
    for want, spans in _wanted(name, gold, document.text):
        fits = sorted(
            ((size, -i) for i, record in enumerate(coded) if (size := _overlap(spans, _words(record)))), reverse=True
        )
        near = [-i for _, i in fits]
        if want.get("tier") == "extra":
            excused.update(near)
            continue
        total.gold += 1
        total.overlapped += bool(near)
        best = next(
            (i for i in near if (i not in matched or name == "statements") and _agrees(name, want, coded[i])), None
        )
        if best is not None:
            matched.add(best)
            total.found += 1
        else:
            total.faults.append(_fault(document, "wrong" if near else "missed", want, [coded[i] for i in near[:1]]))
        if near:
            _count_fields(total, name, want, coded[near[0] if best is None else best])
    total.coded += len(coded)
    total.right += len(matched | excused)
    false = [record for i, record in enumerate(coded) if i not in matched | excused]
    total.faults += [_fault(document, "false", None, [record]) for record in false]


def _wanted(name: str, gold: Sequence[Mapping[str, Any]], text: str) -> Iterator[tuple[Mapping[str, Any], Spans]]:
    """Yield each gold record with its stretches; of statements one stretch at a time."""
    for want in gold:
        spans = _spans(name, want, text)
        if name == "statements":
            yield from ((want, [span]) for span in spans)
        else:
            yield want, spans


def _spans(name: str, want: Mapping[str, Any], text: str) -> Spans:
    quotes = want["content"] if name == "statements" else [want["quote"]]
    found = []
    for quote in quotes:
        start = text.find(quote)
        if start < 0:
            raise ValueError(f"quotes what the text does not hold: {quote!r}")
        found.append((start, start + len(quote)))
    return found


def _words(record: Any) -> Iterable[Evidence]:
    """Return the words a record is judged by."""
    content: Iterable[Evidence] = getattr(record, "content", None) or record.evidence
    return content


def _overlap(spans: Spans, words: Iterable[Evidence]) -> int:
    return sum(max(0, min(end, e.end) - max(start, e.start)) for start, end in spans for e in words)


def _agrees(name: str, want: Mapping[str, Any], coded: Any) -> bool:
    return all(test(want, coded) for test in MATTERING[name].values())


def _count_fields(total: ClaimScore, name: str, want: Mapping[str, Any], coded: Any) -> None:
    for label, test in {**MATTERING[name], **_FURTHER.get(name, {})}.items():
        pair = total.fields.setdefault(label, [0, 0])
        pair[0] += test(want, coded)
        pair[1] += 1


def _fault(document: Document, how: str, want: Mapping[str, Any] | None, coded: Sequence[Any]) -> str:
    wanted = f" wanted {json.dumps(dict(want), ensure_ascii=False)}" if want is not None else ""
    return f"{document.id}: {how}:{wanted}{''.join(f' coded {_told(record)}' for record in coded)}"


def _told(record: Any) -> str:
    values = {name: _brief(getattr(record, name)) for name in record.__slots__ if name not in ("id", "confidence")}
    return " ".join(f"{name}={value}" for name, value in values.items() if value not in ("", "None", "()", "False"))


def _brief(value: Any) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_brief, value))})" if value else "()"
    if isinstance(value, Actor):
        return f"{value.name}/{value.country}"
    if isinstance(value, Evidence):
        return repr(value.quote)
    return str(value.start or value.text) if isinstance(value, EventDate) else str(value)


def is_actor(key: str, actor: Actor) -> bool:
    """Tell whether gold's `key`, a country code or words, means `actor`; `|` stands between keys that are all right."""
    return any(_is_one(part, actor) for part in key.split("|"))


def _is_one(key: str, actor: Actor) -> bool:
    if key == actor.country:
        return True
    wanted, named = _plain(key), (_plain(actor.name), _plain(actor.text), _plain(actor.entry or "").rpartition(".")[2])
    return any(name and (wanted == name or _holds(name, wanted) or _holds(wanted, name)) for name in named)


def _plain(words: str) -> str:
    return _ARTICLES.sub("", fold(words))


def _holds(long: str, short: str) -> bool:
    return f" {short} " in f" {long} "


def _same_one(key: str | None, actor: Actor | None) -> bool:
    return actor is None if key is None else actor is not None and is_actor(key, actor)


def _same_any(keys: Sequence[str], actors: Sequence[Actor]) -> bool:
    """Tell whether two lists of actors have more in common than not."""
    if not keys or not actors:
        return not keys and not actors
    found = sum(any(is_actor(key, actor) for actor in actors) for key in keys)
    other = sum(not any(is_actor(key, actor) for key in keys) for actor in actors)
    return found / (len(keys) + other) >= _LEAST


def _same_start(want: str | None, date: EventDate | None) -> bool:
    start = (date.start or date.end) if date is not None else None
    return start is None if want is None else start is not None and start[: len(want)] == want


def _same_number(want: float | None, got: float | None) -> bool:
    return want == got if want is None or got is None else abs(want - got) <= 1e-6 * max(1.0, abs(want))


def _plain_field(name: str) -> Callable[[Mapping[str, Any], Any], bool]:
    return lambda want, coded: bool(want.get(name) == getattr(coded, name))


def _actors_field(name: str) -> Callable[[Mapping[str, Any], Any], bool]:
    return lambda want, coded: _same_any(want.get(name) or (), getattr(coded, name))


Tests = Mapping[str, Callable[[Mapping[str, Any], Any], bool]]

#: List → field → test, for the fields that a record is found by.
MATTERING: Mapping[str, Tests] = MappingProxyType(
    {
        "statements": {
            "speaker": lambda want, coded: _same_one(want.get("speaker"), coded.speaker)
            or any(_same_one(want.get("speaker"), actor) for actor in coded.speakers)
        },
        "figures": {
            "value": lambda want, coded: _same_number(want.get("value"), coded.value),
            "comparator": _plain_field("comparator"),
            "unit": _plain_field("unit"),
        },
        "commitments": {"debtors": _actors_field("debtors")},
        "requests": {
            "askers": _actors_field("askers"),
            "asked": _actors_field("asked"),
            "answer": _plain_field("answer"),
        },
        "agreements": {"parties": _actors_field("parties")},
        "designations": {
            "lister": lambda want, coded: _same_one(want.get("lister"), coded.lister),
            "listed": _actors_field("listed"),
        },
        "series": {
            "ordinals": lambda want, coded: set(want["ordinals"]) <= {member.ordinal for member in coded.members}
        },
        "expectations": {
            "actors": _actors_field("actors"),
            "window": lambda want, coded: _same_start(want.get("window"), coded.window),
        },
    }
)  # fmt: skip

#: The same for fields that are reported beside.
_FURTHER: Mapping[str, Tests] = MappingProxyType(
    {
        "statements": {"direct": _plain_field("direct"), "status": _plain_field("status")},
        "figures": {"claimants": _actors_field("claimants")},
        "commitments": {
            name: _plain_field(name) for name in ("strength", "negative", "status")
        } | {"due": lambda want, coded: _same_start(want.get("due"), coded.due)},
        "requests": {"force": _plain_field("force")},
        "agreements": {
            name: _actors_field(name) for name in ("guarantors", "mediators", "signatories", "non_signatories")
        } | {"kind": _plain_field("kind"), "status": _plain_field("status")},
        "designations": {name: _plain_field(name) for name in ("action", "size", "status")},
        "expectations": {"hedged": _plain_field("hedged")},
    }
)  # fmt: skip
