"""The nouns and words of series, as the lexicon has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_word_lists, read_yaml, unique

FOLDER = LEXICON / "claims"
FAMILIES = ("meeting", "exercise", "body")
_REQUIRED = frozenset(("id", "family", "words", "note"))
_OPTIONAL = frozenset(("of", "before", "never", "example", "counter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One sort of meeting."""

    id: str
    family: str
    """One of FAMILIES: only those of one family belong together."""
    of: bool
    """True where a noun of talking must stand beside the head: *a round of talks*."""
    before: frozenset[str]
    """Words of which one must stand right before the head; none is needed when empty."""
    never: frozenset[str]
    """Words right before the head that make it something else."""


@cache
def kinds(path: Path = FOLDER / "series.yaml") -> Mapping[str, Kind]:
    """Return the sorts of meetings by the lemma of their head.  Raises LexiconError."""
    table: dict[str, Kind] = {}
    for entry in unique(read_yaml(path, required=_REQUIRED, optional=_OPTIONAL)):
        kind = _kind(entry)
        for word in map(str, entry.values["words"]):
            if word in table:
                raise entry.error(f"{word!r} stands already under {table[word].id}")
            table[word] = kind
    return MappingProxyType(table)


def _kind(entry: Entry) -> Kind:
    values = entry.values
    if values["family"] not in FAMILIES:
        raise entry.error(f"family must be one of: {', '.join(FAMILIES)}")
    return Kind(
        id=values["id"], family=values["family"], of=bool(values.get("of")),
        before=frozenset(map(str, values.get("before", ()))), never=frozenset(map(str, values.get("never", ()))),
    )  # fmt: skip


def words(name: str) -> frozenset[str]:
    """Return the list of words called `name`.  Raises LexiconError, and KeyError for a list that there is not."""
    return word_lists()[name]


@cache
def word_lists(path: Path = FOLDER / "series_words.yaml") -> Mapping[str, frozenset[str]]:
    """Return the lists of words by name.  Raises LexiconError."""
    return read_word_lists(path)
