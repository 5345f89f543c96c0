"""The checks, phrases and words of doubt, as the lexicon has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.resources import LEXICON, read_word_lists, read_yaml, unique

FOLDER = LEXICON / "claims"
SIGNALS = (
    "no byline", "no date", "no outlet", "evaluative prose", "single anonymous source", "no such office-holder",
    "figure contradicts reference",
)  # fmt: skip
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""First word → the phrases that begin with it, longest first."""


@cache
def signals(path: Path = FOLDER / "doubts.yaml") -> Mapping[str, str]:
    """Return the signal of each check.  Raises LexiconError."""
    optional = frozenset(("example", "counter"))
    table = {}
    for entry in unique(read_yaml(path, required=frozenset(("id", "signal", "note")), optional=optional)):
        if entry.values["signal"] not in SIGNALS:
            raise entry.error(f"signal must be one of: {', '.join(SIGNALS)}")
        table[str(entry.values["id"])] = str(entry.values["signal"])
    return MappingProxyType(table)


@cache
def evaluative(path: Path = FOLDER / "doubts_evaluative.yaml") -> Phrases:
    """Return the phrases of praise and blame.  Raises LexiconError."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in unique(read_yaml(path, required=frozenset(("id", "phrases", "note")), optional=frozenset())):
        for phrase in map(str, entry.values["phrases"]):
            words = tuple(phrase.replace("-", " - ").split())
            table.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()})


def words(name: str) -> frozenset[str]:
    """Return the list of words called `name`.  Raises LexiconError, and KeyError for a list that there is not."""
    return word_lists()[name]


@cache
def word_lists(path: Path = FOLDER / "doubts_words.yaml") -> Mapping[str, frozenset[str]]:
    """Return the lists of words by name.  Raises LexiconError."""
    return read_word_lists(path)
