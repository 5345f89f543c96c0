"""Descriptions that stand for a state: which states *the kingdom* or *the island nation* can mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.syntax import Token

#: Words that point away from the state told of: *the neighbouring country*, *the only country*.
_ELSEWHERE = frozenset({"neighbouring", "neighboring", "other", "host", "third", "foreign", "second", "latter", "only"})


@dataclass(frozen=True, slots=True)
class _Description:
    nouns: frozenset[str]
    before: frozenset[str]
    countries: frozenset[str]


@cache
def _descriptions() -> tuple[_Description, ...]:
    """Return the descriptions of `lexicon/descriptions.yaml`, in order.  Raises LexiconError."""
    required = frozenset({"id", "nouns", "before", "countries", "note"})
    entries = unique(read_yaml(LEXICON / "descriptions.yaml", required=required, optional=frozenset()))
    return tuple(
        _Description(
            frozenset(entry.values["nouns"]), frozenset(entry.values["before"]), frozenset(entry.values["countries"])
        )
        for entry in entries
    )


def states_described(noun: Token) -> frozenset[str] | None:
    """Return the codes of the states a noun may stand for, empty for any state; None when it describes none."""
    before = {child.lower for child in noun.children if child.i < noun.i}
    if not before.isdisjoint(_ELSEWHERE):
        return None
    for description in _descriptions():
        if noun.lemma in description.nouns and (not description.before or description.before & before):
            return description.countries
    return None
