"""The predicate lexicon: senses, word classes, and the conditions of a frame.

The schema is explained in docs/lexicon.md.  Loading fails with file and line on anything it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dragoman.errors import LexiconError
from dragoman.ontology import FUTURE, MODES, TYPES
from dragoman.resources import LEXICON, Entry, read_word_lists, read_yaml, unique
from dragoman.syntax import Token

REQUIRED = frozenset({"id", "example", "counter", "note"})
OPTIONAL = frozenset(
    {
        "verb", "noun", "adj", "particle", "when", "actor", "recipient", "mutual", "modes", "light", "bare",
        "negated", "future",
    }
)  # fmt: skip
PARTS = ("verb", "noun", "adj")
PARTS_OF_SPEECH = MappingProxyType({"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"})
"""Part of speech of the parse → that of the lexicon."""
KINDS = frozenset({"actor", "state", "igo", "armed", "person", "foreign", "abroad", "several", "other", "any", "none"})
_ID = re.compile(r"[\w'.-]+\.[vna]\.\d\d$")


@dataclass(frozen=True, slots=True)
class Test:
    """One alternative of a condition: a word, a class of words, or a kind of actor; maybe negated."""

    kind: str
    """`word`, `class`, or one of KINDS."""
    words: frozenset[str] = frozenset()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """Which slots give the participants: the first that holds an actor, or all."""

    names: tuple[str, ...]
    every: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One predicate sense."""

    id: str
    part: str
    """`verb`, `noun` or `adj`."""
    lemmas: tuple[str, ...]
    type: str
    modes: tuple[str, ...]
    particle: str | None
    when: tuple[tuple[tuple[str, ...], tuple[Test, ...]], ...]
    """Slots, taken together → alternatives of which one must hold (all of them, if they are all negated)."""
    actor: Slots
    recipient: Slots
    mutual: bool
    light: frozenset[str] | None
    bare: bool
    negated: str | None
    future: str | None
    example: str
    counter: str
    note: str
    source: str
    """`file:line` of the entry."""

    @property
    def weight(self) -> int:
        """How specific the frame is: of several that fit, the one with the most conditions wins.

        A condition that only excludes words says little of the frame and counts for nothing; a particle makes another
        verb of its verb (*give*, *give up*) and counts twice.
        """
        positive = sum(any(not test.negated for test in tests) for _, tests in self.when)
        return positive + 2 * (self.particle is not None)

    @property
    def is_occasion(self) -> bool:
        """Tell whether a noun is taken for the occasion of what the sentence tells: *spoke after talks with Oman*."""
        return any("occasion" in slots for slots, _ in self.when)

    def wants(self, slot: str, lemma: str) -> bool:
        """Tell whether the frame asks for a word in a slot, by itself or by its class."""
        asked = (test for slots, tests in self.when if slot in slots for test in tests)
        return any(lemma in test.words for test in asked if not test.negated)


class SenseLexicon:
    """All senses, found by part of speech and lemma."""

    def __init__(self, senses: Iterable[Sense]) -> None:
        self.senses = tuple(senses)
        self.by_lemma: dict[tuple[str, str], list[Sense]] = {}
        #: last word of a two-word noun → that a longer lemma may end here
        self.long_ends: frozenset[str] = frozenset(
            lemma.rpartition(" ")[2] for sense in self.senses for lemma in sense.lemmas if " " in lemma
        )
        for sense in self.senses:
            for lemma in sense.lemmas:
                self.by_lemma.setdefault((sense.part, lemma), []).append(sense)
        self._listed: dict[tuple[str, str], frozenset[str]] = {}
        for (part, lemma), found in self.by_lemma.items():
            self._listed[part, lemma] = frozenset(type_ for sense in found for type_ in _types_of(sense))
            found.sort(key=lambda sense: (-sense.weight, sense.id))

    def find(self, part: str, lemma: str) -> list[Sense]:
        """Return the senses of a lemma, the most specific frame first."""
        return self.by_lemma.get((part, lemma), [])

    def lists(self, lemma: str, type_: str) -> bool:
        """Tell whether a sense of the lemma, in whichever part of speech and frame, may give an event of a type."""
        return any(type_ in self._listed.get((part, lemma), ()) for part in PARTS)

    def listed(self, token: Token) -> Collection[str]:
        """Return the types of events that a sense of the word, as the part of speech it is here, may give."""
        return self._listed.get((PARTS_OF_SPEECH.get(token.pos, ""), token.lemma), ())


def _types_of(sense: Sense) -> Iterator[str]:
    """Yield the types that a sense gives: as it stands, still to come, and denied."""
    yield sense.type
    yield from (type_ for type_ in (sense.future or FUTURE[sense.type], sense.negated) if type_ not in (None, "drop"))


def load_classes(folder: Path) -> Mapping[str, frozenset[str]]:
    """Return the word classes of `folder`, by name.  Raises LexiconError."""
    return read_word_lists(*sorted(folder.glob("*.yaml")))


def load_senses(extra: Path | None = None) -> SenseLexicon:
    """Load the packaged senses and those of the folder `extra`.  Raises LexiconError with file and line."""
    folders = [LEXICON, *([extra] if extra else [])]
    classes: dict[str, frozenset[str]] = {}
    entries: list[tuple[str, Entry]] = []
    for folder in folders:
        classes.update(load_classes(folder / "classes"))
        for path in sorted((folder / "predicates").glob("*.yaml")):
            entries.extend((_type_of(path), entry) for entry in read_yaml(path, required=REQUIRED, optional=OPTIONAL))
    unique([entry for _, entry in entries])
    return SenseLexicon(_sense(entry, type_, classes) for type_, entry in entries)


def _type_of(path: Path) -> str:
    type_ = path.stem.upper()
    if type_ not in TYPES:
        raise LexiconError(str(path), 1, f"the file must be named after an event type: {', '.join(TYPES).lower()}")
    return type_


def _sense(entry: Entry, type_: str, classes: Mapping[str, frozenset[str]]) -> Sense:
    values = entry.values
    parts = [part for part in PARTS if part in values]
    if len(parts) != 1:
        raise entry.error("give exactly one of verb, noun, adj")
    if not _ID.match(values["id"]):
        raise entry.error(f"id {values['id']!r} is not of the form lemma.v.01, lemma.n.01 or lemma.a.01")
    light = values.get("light")
    return Sense(
        id=values["id"],
        part=parts[0],
        lemmas=tuple(_lemmas(entry, values[parts[0]], classes)),
        type=type_,
        modes=_modes(entry, type_),
        particle=values.get("particle"),
        when=tuple(
            (tuple(slots.split("|")), _tests(entry, tests, classes))
            for slots, tests in (values.get("when") or {}).items()
        ),
        actor=_slots(values.get("actor", "subj")),
        recipient=_slots(values.get("recipient", "obj")),
        mutual=bool(values.get("mutual")),
        light=frozenset(_listed(light)) if light else None,
        bare=bool(values.get("bare")),
        negated=_other_type(entry, "negated"),
        future=_other_type(entry, "future"),
        example=values["example"],
        counter=values["counter"],
        note=values["note"],
        source=f"{Path(entry.file).name}:{entry.line}",
    )


def _lemmas(entry: Entry, value: Any, classes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield the words of a predicate, those of a class in order of the alphabet."""
    for word in map(str, _listed(value)):
        yield from sorted(_class(entry, word, classes)) if word.startswith("@") else [word]


def _class(entry: Entry, name: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if name[1:] not in classes:
        raise entry.error(f"no class of words is named {name}")
    return classes[name[1:]]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _modes(entry: Entry, type_: str) -> tuple[str, ...]:
    modes = tuple(_listed(entry.values.get("modes") or []))
    if unknown := set(modes) - set(MODES[type_]):
        raise entry.error(f"{type_} has no mode {', '.join(sorted(unknown))}")
    return modes


def _other_type(entry: Entry, field: str) -> str | None:
    value = entry.values.get(field)
    if value is not None and value not in TYPES and value != "drop":
        raise entry.error(f"{field} must be an event type or drop, not {value!r}")
    return value


def _slots(value: Any) -> Slots:
    if isinstance(value, list):
        return Slots(tuple(value))
    text = str(value)
    if text == "none":
        return Slots(())
    return Slots(tuple(text.replace("+", "|").split("|")), every="+" in text)


def _tests(entry: Entry, value: Any, classes: Mapping[str, frozenset[str]]) -> tuple[Test, ...]:
    return tuple(_test(entry, str(test), classes) for test in _listed(value))


def _test(entry: Entry, text: str, classes: Mapping[str, frozenset[str]]) -> Test:
    negated = text.startswith("!")
    word = text.removeprefix("!")
    if word.startswith("@"):
        return Test("class", _class(entry, word, classes), negated)
    if word in KINDS:
        return Test(word, negated=negated)
    return Test("word", frozenset({word}), negated)
