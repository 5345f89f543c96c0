"""Scoring whole articles: the coder's events beside those that people coded by hand.

A folder holds `NAME.txt`, the article, and `NAME.json`, its gold: `document.published` (ISO date or null) and `events`,
each with `tier` (`core` should be found, `extra` may be), `accept` (types, or TYPE:mode, that count as right),
`status` and maybe `status_accept`, `actors` and `recipients` (with `country`), `date` (`{"iso": …}` or null) and
`evidence` (quotes, each found once in the text).  A coded event fits a gold one when their evidence overlaps and its
type is accepted; of several the one with the largest overlap stands for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.errors import EmptyInputError, GoldError
from dragoman.read.sources import read_paths
from dragoman.records import Actor, Coding, Document, Event

_NEEDED = ("tier", "type", "title", "accept", "status", "evidence")


@dataclass(slots=True)
class ArticleScore:
    """Counts over articles: `of` pairs are (right, all)."""

    core: list[int] = field(default_factory=lambda: [0, 0])
    """Core events found."""
    coded: list[int] = field(default_factory=lambda: [0, 0])
    """Coded events that fit a gold one, core or extra."""
    who: list[int] = field(default_factory=lambda: [0, 0])
    """Of the core events found and with a country: those with all gold countries on the right side."""
    when: list[int] = field(default_factory=lambda: [0, 0])
    """Of the core events found: those with the gold's start, as precise as the gold is, or rightly none."""
    status: list[int] = field(default_factory=lambda: [0, 0])
    """Of the core events found: those with a right status."""
    faults: list[str] = field(default_factory=list)
    """Missed core events and false events, in words."""

    def shares(self) -> dict[str, float]:
        """Return the shares by name: recall, precision, who, when, status."""
        pairs = {
            "recall": self.core, "precision": self.coded, "who": self.who, "when": self.when, "status": self.status,
        }  # fmt: skip
        return {name: right / of if of else 1.0 for name, (right, of) in pairs.items()}


def score_articles(folder: Path, coder: Coder) -> ArticleScore:
    """Code the articles of `folder` and score them.

    Raises EmptyInputError for a folder without gold, GoldError for gold or a text that cannot be read.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise EmptyInputError(f"{folder}: no .json files that say what should be coded from the articles beside them")
    total = ArticleScore()
    for path in paths:
        gold = _gold(path)
        for item in read_paths([str(path.with_suffix(".txt"))]):
            if not isinstance(item, Document):
                raise GoldError(f"{path}: its text cannot be read: {item.reason}")
            coded = next(coder.stream([item]))
            _score(total, path.stem, gold, item.text, coded.events if isinstance(coded, Coding) else ())
    return total


def _gold(path: Path) -> list[dict[str, Any]]:
    try:
        events: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["events"]
        lacking = [
            f"event {n} lacks {name}" for n, event in enumerate(events, 1) for name in _NEEDED if name not in event
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: no gold record with a list of events: {error}") from error
    if lacking:
        raise GoldError(f"{path}: {', '.join(lacking)}")
    return events


def _score(total: ArticleScore, name: str, gold: Iterable[dict[str, Any]], text: str, events: Iterable[Event]) -> None:
    found = list(events)
    good: set[str] = set()
    for want in gold:
        spans = list(_spans(want, text, name))
        fits = [(size, event) for event in found if (size := _overlap(spans, event)) and _accepted(want, event)]
        good.update(event.id for _, event in fits)
        if want["tier"] != "core":
            continue
        total.core[1] += 1
        if not fits:
            total.faults.append(f"{name}: missed {want['type']}: {want['title']}")
            continue
        total.core[0] += 1
        _compare(total, want, max(fits, key=lambda fit: fit[0])[1])
    total.coded[0] += len(good)
    total.coded[1] += len(found)
    total.faults += [f"{name}: false {e.type}: {e.evidence[0].quote!r}" for e in found if e.id not in good]


def _compare(total: ArticleScore, want: dict[str, Any], event: Event) -> None:
    actors, recipients = _countries(want.get("actors")), _countries(want.get("recipients"))
    if actors or recipients:
        total.who[1] += 1
        total.who[0] += actors <= _of(event.actors) and recipients <= _of(event.recipients)
    total.when[1] += 1
    iso = (want.get("date") or {}).get("iso")
    start = event.date.start if event.date else None
    total.when[0] += iso == start if iso is None or start is None else start[: len(iso)] == iso
    total.status[1] += 1
    total.status[0] += event.status in {want["status"], *want.get("status_accept", ())}


def _spans(want: dict[str, Any], text: str, name: str) -> Iterator[tuple[int, int]]:
    for evidence in want["evidence"]:
        start = text.find(evidence["quote"])
        if start < 0:
            raise GoldError(f"{name}: event {want.get('id')} quotes what the text does not hold")
        yield start, start + len(evidence["quote"])


def _overlap(spans: Iterable[tuple[int, int]], event: Event) -> int:
    return sum(max(0, min(end, e.end) - max(start, e.start)) for start, end in spans for e in event.evidence)


def _accepted(want: dict[str, Any], event: Event) -> bool:
    return bool(set(want["accept"]) & {event.type, *(f"{event.type}:{mode}" for mode in event.modes)})


def _countries(parties: Iterable[dict[str, Any]] | None) -> set[str]:
    return {party["country"] for party in parties or () if party.get("country")}


def _of(parties: Iterable[Actor]) -> set[str]:
    return {party.country for party in parties if party.country}
