"""The words by which one asks and answers: `lexicon/claims/requests*.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_word_lists, read_yaml, unique

FORCES = ("wish", "ask", "urge", "demand")
"""How firmly one asks, weakest first."""
_ANSWERS = frozenset({"granted", "refused", "partial", "hedged", "none"})
_PLACES = frozenset({"noun", "act", "none"})
_SHAPES = frozenset({"any", "none", "actor", "infinitive", "finite", "subjunctive"})
_FRAME = frozenset(
    {"verb", "noun", "particle", "when", "asker", "act", "vague", "attempt", "carrier", "answer", "example", "counter"}
)
_REPLY = frozenset({"verb", "phrase", "particle", "after", "spoken", "silent", "example", "counter"})
_DEED = frozenset({"against", "bare", "sure", "nouns", "done", "undone", "half"})
_SIGNS = {"done": "granted", "undone": "refused", "half": "partial"}
GAP = ".."
"""A step of a phrase that stands for up to some words."""
_FOLDER = LEXICON / "claims"


Phrase = tuple[frozenset[str], ...]
"""The words that may stand at each step; the gap by itself."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one of several slots must hold: a shape, or a word of a list (`barred`: none of it)."""

    paths: tuple[str, ...]
    shape: str
    """`any`, `none`, `actor`, `infinitive`, `finite`, `subjunctive`, or `listed`."""
    words: frozenset[str] = frozenset()
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One rule of asking."""

    id: str
    part: str
    """`verb` or `noun`."""
    words: frozenset[str]
    force: str
    particle: str | None
    needs: tuple[Need, ...]
    asker: tuple[str, ...]
    asked: tuple[str, ...]
    act: tuple[str, ...]
    vague: bool
    """True when what is asked for may be left unsaid."""
    attempt: bool
    """True when it is a request only where it is tried."""
    answer: str
    """The answer that the words imply, `none` as a rule."""
    carriers: frozenset[str]
    """Verbs that make the request which a noun names."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One rule of answering."""

    id: str
    words: frozenset[str]
    phrases: tuple[Phrase, ...]
    particles: frozenset[str]
    after: frozenset[str]
    answer: str
    what: str
    """Where what is answered stands: `noun`, `act` or `none`."""
    spoken: bool
    """True when only the one asked can answer so: the words must be his."""
    silent: bool
    """True when its negation is no answer at all."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Lemmas that tell the same act, and the names of groups that leave it undone."""

    id: str
    words: frozenset[str]
    against: frozenset[str]
    bare: bool
    """True when the act is known again without its object."""
    sure: bool
    """True when the act, told right after the request, answers it without a word in common."""
    nouns: frozenset[str]
    """Nouns for the act or for what it gives: *release*, *visa*."""
    signs: tuple[tuple[Phrase, str], ...]
    """Phrases that tell it done, undone or half done, with the answer that they give."""


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """Return the lists of lemmas by name.  Raises LexiconError."""
    return read_word_lists(_FOLDER / "requests_lists.yaml")


@cache
def frames() -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    """Return the rules of asking by part of speech and lemma, in the order of the file.  Raises LexiconError."""
    found: dict[tuple[str, str], list[Frame]] = {}
    for entry in _read("requests.yaml", {"id", "force", "asked", "note"}, _FRAME):
        frame = _frame(entry)
        for word in frame.words:
            found.setdefault((frame.part, word), []).append(frame)
    return MappingProxyType({key: tuple(value) for key, value in found.items()})


@cache
def replies() -> tuple[Reply, ...]:
    """Return the rules of answering, in the order of the file.  Raises LexiconError."""
    return tuple(map(_reply, _read("requests_answers.yaml", {"id", "answer", "what", "note"}, _REPLY)))


@cache
def replies_by_verb() -> Mapping[str, tuple[Reply, ...]]:
    """Return the rules of answering by the lemma of their verb."""
    found: dict[str, list[Reply]] = {}
    for reply in replies():
        for word in reply.words:
            found.setdefault(word, []).append(reply)
    return MappingProxyType({word: tuple(value) for word, value in found.items()})


@cache
def replies_by_phrase() -> Mapping[str, tuple[tuple[Phrase, Reply], ...]]:
    """Return the set phrases of answering by their first word."""
    found: dict[str, list[tuple[Phrase, Reply]]] = {}
    for reply in replies():
        for phrase in reply.phrases:
            for word in phrase[0]:
                found.setdefault(word, []).append((phrase, reply))
    return MappingProxyType({word: tuple(value) for word, value in found.items()})


@cache
def deeds() -> Mapping[str, tuple[Deed, ...]]:
    """Return the groups of acts by lemma of their verbs.  Raises LexiconError."""
    return _by_words((word, deed) for deed in _deeds() for word in deed.words)


@cache
def deeds_by_noun() -> Mapping[str, tuple[Deed, ...]]:
    """Return the groups of acts by lemma of their nouns.  Raises LexiconError."""
    return _by_words((noun, deed) for deed in _deeds() for noun in deed.nouns)


def _by_words(pairs: Iterable[tuple[str, Deed]]) -> Mapping[str, tuple[Deed, ...]]:
    found: dict[str, list[Deed]] = {}
    for word, deed in pairs:
        found.setdefault(word, []).append(deed)
    return MappingProxyType({word: tuple(groups) for word, groups in found.items()})


@cache
def _deeds() -> tuple[Deed, ...]:
    entries = _read("requests_deeds.yaml", {"id", "words", "note"}, _DEED)
    known = {entry.values["id"] for entry in entries}
    return tuple(_deed(entry, known) for entry in entries)


def _deed(entry: Entry, known: set[str]) -> Deed:
    values = entry.values
    against = frozenset(map(str, values.get("against", ())))
    if not against <= known:
        raise entry.error("`against` names no group")
    return Deed(
        id=values["id"], words=frozenset(map(str, values["words"])), against=against, bare=bool(values.get("bare")),
        sure=bool(values.get("sure")), nouns=frozenset(map(str, values.get("nouns", ()))),
        signs=tuple((_phrase(entry, str(p)), answer) for name, answer in _SIGNS.items() for p in values.get(name, ())),
    )  # fmt: skip


def _read(name: str, required: Iterable[str], optional: frozenset[str]) -> list[Entry]:
    path: Path = _FOLDER / name
    return unique(read_yaml(path, required=frozenset(required), optional=optional))


def _frame(entry: Entry) -> Frame:
    values = entry.values
    if ("verb" in values) == ("noun" in values):
        raise entry.error("a rule has either `verb` or `noun`")
    part = "verb" if "verb" in values else "noun"
    if values["force"] not in FORCES:
        raise entry.error(f"force must be one of {', '.join(FORCES)}")
    needs = tuple(_need(entry, slot, value) for slot, value in values.get("when", {}).items())
    return Frame(
        id=values["id"], part=part, words=_words(entry, part), force=values["force"], particle=values.get("particle"),
        needs=needs, asker=_paths(values.get("asker", "subj")), asked=_paths(values["asked"]),
        act=_paths(values.get("act", "")), vague=bool(values.get("vague")), attempt=bool(values.get("attempt")),
        answer=values.get("answer", "none"), carriers=_words(entry, "carrier"),
    )  # fmt: skip


def _need(entry: Entry, slot: str, value: object) -> Need:
    if isinstance(value, list):
        return Need(_paths(slot), "listed", _expanded(entry, value))
    if not isinstance(value, str):
        raise entry.error(f"condition of {slot} must be a word or a list")
    if value in _SHAPES:
        return Need(_paths(slot), value)
    return Need(_paths(slot), "listed", _expanded(entry, [value.removeprefix("!")]), barred=value.startswith("!"))


def _reply(entry: Entry) -> Reply:
    values = entry.values
    if values["answer"] not in _ANSWERS:
        raise entry.error(f"answer must be one of {', '.join(sorted(_ANSWERS))}")
    if values["what"] not in _PLACES:
        raise entry.error(f"what must be one of {', '.join(sorted(_PLACES))}")
    phrases = tuple(_phrase(entry, str(phrase)) for phrase in values.get("phrase", ()))
    return Reply(
        id=values["id"], words=_words(entry, "verb"), phrases=phrases, particles=_words(entry, "particle"),
        after=_words(entry, "after"), answer=values["answer"], what=values["what"],
        spoken=bool(values.get("spoken")), silent=bool(values.get("silent")),
    )  # fmt: skip


def _phrase(entry: Entry, text: str) -> Phrase:
    steps = tuple(frozenset(step.split("|")) if step != GAP else frozenset({GAP}) for step in text.split())
    if not steps or GAP in (*steps[0], *steps[-1]):
        raise entry.error("a phrase begins and ends with a word")
    return steps


def _words(entry: Entry, field: str) -> frozenset[str]:
    value = entry.values.get(field, [])
    return _expanded(entry, [value] if isinstance(value, str) else value)


def _expanded(entry: Entry, words: list[object]) -> frozenset[str]:
    found: set[str] = set()
    for word in map(str, words):
        if not word.startswith("@"):
            found.add(word)
        elif word[1:] in lists():
            found |= lists()[word[1:]]
        else:
            raise entry.error(f"unknown list: {word}")
    return frozenset(found)


def _paths(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
