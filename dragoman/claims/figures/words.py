"""The lexicon of figures: measures, numerals, vague words, comparators and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from dragoman.resources import LEXICON, Entry, read_yaml, unique

FOLDER = LEXICON / "claims"
_KINDS = frozenset(
    {"people", "troops", "money", "share", "time", "length", "area", "weight", "thing", "ordinal", "year"}
)
_NUMERALS = frozenset({"small", "tens", "hundred", "big", "suffix", "dozen", "part"})
_COMPARATORS = frozenset(
    {"more than", "at least", "less than", "at most", "about", "nearly", "exactly"}
)  # `between` is told by its two ends
_CONTEXTS = frozenset(
    {
        "harm", "fate", "casualty", "amount_noun", "people_noun", "reaching", "dimension", "price", "market",
        "moving", "not_counted", "body", "pointing", "act_noun", "staple", "force", "crowd", "measuring",
        "telling_of", "stative", "same_death", "anybody", "holding", "lasting", "no_person",
        "topic", "so_far", "at_present", "adding_up", "numbered",
    }
)  # fmt: skip
Words = tuple[str, ...]
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be counted, and the unit of such a figure."""

    id: str
    kind: str
    """`people`, `troops`, `money`, `share`, `time`, `length`, `area`, `weight`, `thing`, `ordinal` or `year`."""
    unit: str | None
    """The unit; None where each word gives its own plural."""
    loose: bool
    """True where *several* makes a figure."""
    least: float
    """The smallest number that is a figure."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague word for a number, with bounds that are used only to see whether it can agree with another figure."""

    id: str
    lower: float
    upper: float
    loose: bool
    """True for words such as *several*, which make a figure only with measures that allow it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of figures."""

    measures: Mapping[str, Measure]
    """Id → measure."""
    nouns: Mapping[str, Measure]
    """Lemma, or two of them → measure."""
    symbols: Mapping[str, Measure]
    """Signs and codes of money and percent, small."""
    numerals: Mapping[str, tuple[str, float]]
    """Word → kind and value."""
    vague: Mapping[str, tuple[tuple[Words, Vague], ...]]
    """First word → runs of words, longest first."""
    before: Mapping[str, tuple[tuple[Words, str], ...]]
    """Last word → runs of words before a number and their comparator, longest first."""
    after: Mapping[str, tuple[tuple[Words, str], ...]]
    """First word → runs of words after a number and their comparator, longest first."""
    contexts: Mapping[str, frozenset[str]]
    """What the words around tell → lemmas."""


@cache
def lexicon(folder: Path = FOLDER) -> Lexicon:
    """Return the lexicon, read once a process.  Raises LexiconError with file and line for a wrong entry."""
    measures: dict[str, Measure] = {}
    nouns: dict[str, Measure] = {}
    symbols: dict[str, Measure] = {}
    for entry in unique([*_measures(folder), *_money(folder)]):
        measure = _measure(entry)
        measures[measure.id] = measure
        if measure.kind not in ("ordinal", "year"):
            for word in entry.values.get("words", ()):
                nouns.setdefault(str(word), measure)
        symbols.update(dict.fromkeys(map(str, entry.values.get("symbols", ())), measure))
    before, after = _comparators(folder)
    contexts = _contexts(folder)
    contexts |= {id_: frozenset(map(str, e.values["words"])) for e in _measures(folder)
                 if (id_ := e.values["id"]) in ("ordinal", "founded")}  # fmt: skip
    return Lexicon(measures, nouns, symbols, _numerals(folder), _vague(folder), before, after, contexts)


def _measures(folder: Path) -> list[Entry]:
    required = frozenset({"id", "kind", "words", "note"})
    optional = frozenset({"unit", "symbols", "loose", "least", "example", "counter"})
    return read_yaml(folder / "figures.yaml", required=required, optional=optional)


def _money(folder: Path) -> list[Entry]:
    required = frozenset({"id", "unit", "symbols", "words", "note"})
    return read_yaml(folder / "figures_money.yaml", required=required, optional=frozenset({"example", "counter"}))


def _measure(entry: Entry) -> Measure:
    values = entry.values
    kind = values.get("kind", "money")
    if kind not in _KINDS:
        raise entry.error(f"kind must be one of: {', '.join(sorted(_KINDS))}")
    least = values.get("least", 0)
    if not isinstance(least, int | float):
        raise entry.error("least must be a number")
    return Measure(values["id"], kind, values.get("unit"), bool(values.get("loose", False)), float(least))


def _numerals(folder: Path) -> dict[str, tuple[str, float]]:
    required = frozenset({"id", "kind", "values", "note"})
    found: dict[str, tuple[str, float]] = {}
    for entry in unique(read_yaml(folder / "figures_numbers.yaml", required=required, optional=frozenset())):
        kind, values = entry.values["kind"], entry.values["values"]
        if kind not in _NUMERALS:
            raise entry.error(f"kind must be one of: {', '.join(sorted(_NUMERALS))}")
        if not isinstance(values, dict) or not all(isinstance(v, int) and v > 0 for v in values.values()):
            raise entry.error("values must give each word a whole number above 0")
        found.update({str(word): (kind, float(value)) for word, value in values.items()})
    return found


def _vague(folder: Path) -> dict[str, tuple[tuple[Words, Vague], ...]]:
    required = frozenset({"id", "words", "from", "below", "note"})
    listed: list[tuple[Words, Vague]] = []
    for entry in unique(
        read_yaml(folder / "figures_vague.yaml", required=required, optional=frozenset({"loose", "example", "counter"}))
    ):
        values = entry.values
        lower, upper = values["from"], values["below"]
        if not (isinstance(lower, int) and isinstance(upper, int) and lower < upper):
            raise entry.error("from and below must be whole numbers, from the smaller")
        word = Vague(values["id"], float(lower), float(upper), bool(values.get("loose", False)))
        listed += [(_cut(phrase), word) for phrase in values["words"]]
    return _by(listed, 0)


def _comparators(
    folder: Path,
) -> tuple[
    dict[str, tuple[tuple[Words, str], ...]],
    dict[str, tuple[tuple[Words, str], ...]],
]:
    required = frozenset({"id", "comparator", "before", "after", "note"})
    before: list[tuple[Words, str]] = []
    after: list[tuple[Words, str]] = []
    for entry in unique(read_yaml(folder / "figures_comparators.yaml", required=required, optional=frozenset())):
        comparator = entry.values["comparator"]
        if comparator not in _COMPARATORS:
            raise entry.error(f"comparator must be one of: {', '.join(sorted(_COMPARATORS))}")
        before += [(_cut(phrase), comparator) for phrase in entry.values["before"]]
        after += [(_cut(phrase), comparator) for phrase in entry.values["after"]]
    return _by(before, -1), _by(after, 0)


def _contexts(folder: Path) -> dict[str, frozenset[str]]:
    required = frozenset({"id", "words", "note"})
    path = folder / "figures_contexts.yaml"
    entries = unique(read_yaml(path, required=required, optional=frozenset()))
    for entry in entries:
        if entry.values["id"] not in _CONTEXTS:
            raise entry.error(f"id must be one of: {', '.join(sorted(_CONTEXTS))}")
    found = {entry.values["id"]: frozenset(map(str, entry.values["words"])) for entry in entries}
    if missing := _CONTEXTS - found.keys():
        raise entries[-1].error(f"no entry for: {', '.join(sorted(missing))}")
    return found


def _cut(phrase: object) -> Words:
    return tuple(str(phrase).split())


def _by(listed: Iterable[tuple[Words, Meaning]], place: int) -> dict[str, tuple[tuple[Words, Meaning], ...]]:
    found: dict[str, list[tuple[Words, Meaning]]] = {}
    for words, meaning in listed:
        found.setdefault(words[place], []).append((words, meaning))
    return {word: tuple(sorted(runs, key=lambda run: -len(run[0]))) for word, runs in found.items()}
