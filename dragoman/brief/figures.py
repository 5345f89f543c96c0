"""Figures side by side: what different claimants say of one quantity.

Nothing is averaged or decided.  Whether the text counts the same thing is said with each group.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.brief.nouns import Item
from dragoman.claims.figures.scope import DIFFERENT, SAME, UNKNOWN, Scopes, compare_scopes
from dragoman.records import Figure
from dragoman.text import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
_FIELDS = ("population", "what", "place", "period")
_VALUES = {DIFFERENT: "values differ", "compatible": "values can agree", UNKNOWN: "values cannot be compared"}
_KNOWN = 2  # fields of the scope that must be the same before figures are set side by side


def side_by_side(items: Sequence[Item], concerns: frozenset[str]) -> Iterator[Item]:
    """Yield the figures of `items` that another claimant gives otherwise, by groups, with a note on scope and values.

    Of each pair one must be among those with an id in `concerns`.
    """
    pairs = list(_pairs(items, concerns))
    together = _joined((one, other) for one, other, _ in pairs)
    notes: dict[int, list[str]] = defaultdict(list)
    for one, _, scopes in pairs:
        notes[together[one]].append(_note(scopes))
    for number, first in enumerate(sorted(set(together.values())), start=1):
        note = max(notes[first], key=notes[first].count)
        yield from (replace(items[at], note=note, group=number) for at in sorted(together) if together[at] == first)


def _pairs(items: Sequence[Item], concerns: frozenset[str]) -> Iterator[tuple[int, int, Scopes]]:
    """Yield the places of two figures of one quantity, and how their scopes stand to one another."""
    figures = [item.record for item in items]
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, figure in enumerate(figures):
        for word in _words(figure):
            by_word[word].append(at)
    for at, figure in enumerate(figures):
        others = {other for word in _words(figure) for other in by_word[word] if other > at}
        for other in sorted(others):
            if concerns.isdisjoint((figure.id, figures[other].id)) or _source(items[at]) == _source(items[other]):
                continue
            scopes = _compared(figure, figures[other])
            if scopes is not None:
                yield at, other, scopes


def _words(record: object) -> set[tuple[str, str]]:
    """Return unit and each word of what is counted: figures without a word in common are not compared."""
    if not isinstance(record, Figure):
        return set()
    told = fold(f"{record.population or ''} {record.what or ''}")
    return {(record.unit, word.rstrip("s")) for word in _WORD.findall(told)}


def _source(item: Item) -> tuple[str, ...]:
    """Return who gives a figure: its claimants, else the outlet."""
    assert isinstance(item.record, Figure)
    return tuple(actor.name for actor in item.record.claimants) or (item.document.publisher or item.document.name,)


def _compared(one: object, other: object) -> Scopes | None:
    """Return how the scopes stand when the values are not the same and enough of the scope is, else None."""
    assert isinstance(one, Figure)
    assert isinstance(other, Figure)
    scopes = compare_scopes(one, other)
    relations = [getattr(scopes, field) for field in _FIELDS]
    if scopes.values == SAME or DIFFERENT in relations or relations.count(SAME) < _KNOWN:
        return None
    return scopes


def _note(scopes: Scopes) -> str:
    return f"{_scope(scopes)}; {_VALUES[scopes.values]}"


def _scope(scopes: Scopes) -> str:
    differing = [
        f"{field} {relation}" for field in _FIELDS if (relation := getattr(scopes, field)) not in (SAME, UNKNOWN)
    ]
    if differing:
        return f"scopes differ: {', '.join(differing)}"
    untold = [field for field in _FIELDS if getattr(scopes, field) == UNKNOWN]
    return f"one quantity as far as told, not told: {', '.join(untold)}" if untold else "one quantity"


def _joined(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each place in `pairs` the first one that it is connected with."""
    first: dict[int, int] = {}

    def root(at: int) -> int:
        first.setdefault(at, at)
        while first[at] != at:
            at = first[at]
        return at

    for one, other in pairs:
        a, b = sorted((root(one), root(other)))
        first[b] = a
    return {at: root(at) for at in first}
