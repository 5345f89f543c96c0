"""The frames and words of designations, as the lexicon has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_word_lists, read_yaml, unique

FOLDER = LEXICON / "claims"
USES = (
    "label", "ban", "enter", "stand", "hold", "hold_of", "tally", "noun", "adjective", "predicate", "copula", "newest",
)  # fmt: skip
ACTIONS = ("list", "delist", "state")
_ALONE = frozenset(("ban", "noun", "adjective", "predicate"))
_REQUIRED = frozenset(("id", "use", "words", "action", "note"))
_OPTIONAL = frozenset(("soft", "bare", "example", "counter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way to tell of a designation."""

    id: str
    use: str
    """One of USES: how its parts stand around its word."""
    action: str
    """`list`, `delist` or `state`."""
    soft: bool
    """True where the word tells a view: then only states and bodies count as listers, not persons."""
    bare: bool
    """True where the word lists a group without saying as what."""


@cache
def frames(path: Path = FOLDER / "designations.yaml") -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames by the lemma they hang on, in the order of the file.  Raises LexiconError."""
    table: dict[str, tuple[Frame, ...]] = {}
    for entry in unique(read_yaml(path, required=_REQUIRED, optional=_OPTIONAL)):
        frame = _frame(entry)
        for word in dict.fromkeys(map(str, entry.values["words"])):
            table[word] = (*table.get(word, ()), frame)
    return MappingProxyType(table)


def _frame(entry: Entry) -> Frame:
    values = entry.values
    if values["use"] not in USES:
        raise entry.error(f"use must be one of: {', '.join(USES)}")
    if values["action"] not in ACTIONS:
        raise entry.error(f"action must be one of: {', '.join(ACTIONS)}")
    return Frame(
        id=values["id"], use=values["use"], action=values["action"], soft=bool(values.get("soft")),
        bare=bool(values.get("bare")),
    )  # fmt: skip


def words(name: str) -> frozenset[str]:
    """Return the list of words called `name`.  Raises LexiconError, and KeyError for a list that there is not."""
    return word_lists()[name]


@cache
def word_lists(path: Path = FOLDER / "designations_words.yaml") -> Mapping[str, frozenset[str]]:
    """Return the lists of words by name.  Raises LexiconError."""
    return read_word_lists(path)


@cache
def opening() -> frozenset[str]:
    """Return the words of which every sentence that tells of a designation has one.  Raises LexiconError."""
    alone = {word for word, found in frames().items() if any(f.bare or f.use in _ALONE for f in found)}
    return frozenset(alone) | words("certain") | words("lists") | words("labels") | words("terror") | words("persons")
