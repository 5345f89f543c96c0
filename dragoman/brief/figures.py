"""Figures side by side: what different claimants say of one quantity.

Nothing is averaged or decided.  With each group stands whether the text counts the same thing, as far as it tells, and
whether the values can agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, islice

from dragoman.brief.nouns import Item
from dragoman.claims.figures.scope import DIFFERENT, SAME, UNKNOWN, Scopes, compare_scopes
from dragoman.records import EventDate, Figure
from dragoman.text import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
_FIELDS = ("population", "what", "place", "period")
_KNOWN = 2  # fields of the scope that must be the same before figures are set side by side
_COMPARED = 200  # pairs of values that are compared to tell whether those of a group can agree
_VALUES = {DIFFERENT: "values differ", "compatible": "values can agree", UNKNOWN: "values cannot be compared"}


@dataclass(slots=True)
class _Scope:
    """The figures that count the same thing in the same words."""

    figure: Figure
    items: list[Item] = field(default_factory=list)


def side_by_side(items: Sequence[Item], concerns: frozenset[str]) -> Iterator[Item]:
    """Yield the figures of `items` that another claimant gives otherwise, by groups, with a note on scope and values.

    A group holds a figure with an id in `concerns`, and those whose scope meets that figure's scope.
    """
    scopes = _scopes(items)
    edges = list(_edges(scopes, concerns))
    together = _joined((one, other) for one, other, _ in edges)
    number = 0
    for first in sorted(set(together.values())):
        held = [item for at in sorted(together) if together[at] == first for item in scopes[at].items]
        if _at_variance(held):
            number += 1
            note = f"{_told([edge for edge in edges if together[edge[0]] == first])}; {_VALUES[_values(held)]}"
            yield from (replace(item, note=note, group=number) for item in held)


def _scopes(items: Iterable[Item]) -> list[_Scope]:
    held: dict[tuple[object, ...], _Scope] = {}
    for item in items:
        if isinstance(item.record, Figure):
            held.setdefault(_counted(item.record), _Scope(item.record)).items.append(item)
    return list(held.values())


def _counted(figure: Figure) -> tuple[object, ...]:
    """Return all that the scope of a figure rests on."""
    words = (fold(figure.population or ""), fold(figure.what or ""))
    return figure.unit, *words, figure.place, *_days(figure.period), *_days(figure.as_of)


def _days(date: EventDate | None) -> tuple[str | None, str | None]:
    return (date.start, date.end) if date else (None, None)


def _edges(scopes: Sequence[_Scope], concerns: frozenset[str]) -> Iterator[tuple[int, int, Scopes]]:
    """Yield the places of two scopes that meet, or of one twice, and how they stand; one of them is in `concerns`."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, scope in enumerate(scopes):
        for word in _words(scope.figure):
            by_word[word].append(at)
    concerned = {at for at, scope in enumerate(scopes) if any(item.record.id in concerns for item in scope.items)}
    for at in sorted(concerned):
        others = {other for word in _words(scopes[at].figure) for other in by_word[word]}
        for other in sorted(others):
            if other < at and other in concerned:
                continue  # met already, from the other side
            found = compare_scopes(scopes[at].figure, scopes[other].figure)
            if _meet(found):
                yield at, other, found


def _words(figure: Figure) -> set[tuple[str, str]]:
    """Return unit and each word of what is counted: figures without a word in common are not compared."""
    told = fold(f"{figure.population or ''} {figure.what or ''}")
    return {(figure.unit, word.rstrip("s")) for word in _WORD.findall(told)}


def _meet(scopes: Scopes) -> bool:
    relations = [getattr(scopes, name) for name in _FIELDS]
    return DIFFERENT not in relations and relations.count(SAME) >= _KNOWN


def _at_variance(items: Iterable[Item]) -> bool:
    """Return whether two claimants give different figures."""
    by_source: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for item in items:
        by_source[_source(item)].add(_printed(item))
    return len(by_source) > 1 and len(set().union(*by_source.values())) > 1


def _source(item: Item) -> tuple[str, ...]:
    """Return who gives a figure: its claimants, else the outlet."""
    assert isinstance(item.record, Figure)
    return tuple(actor.name for actor in item.record.claimants) or (item.document.publisher or item.document.name,)


def _printed(item: Item) -> str:
    assert isinstance(item.record, Figure)
    return fold(item.record.text)


def _values(items: Iterable[Item]) -> str:
    """Return how the values of a group stand: different as soon as two of them are."""
    figures = {_printed(item): item.record for item in items if isinstance(item.record, Figure)}
    pairs = islice(combinations(figures.values(), 2), _COMPARED)
    found = {compare_scopes(one, other).values for one, other in pairs}
    return next((relation for relation in (DIFFERENT, "compatible") if relation in found), UNKNOWN)


def _told(edges: Sequence[tuple[int, int, Scopes]]) -> str:
    """Return what is to be said of the scopes of a group: of those told in different words, if there are any."""
    between = [found for one, other, found in edges if one != other]
    said = Counter(_scope(found) for found in between or [found for _, _, found in edges])
    return said.most_common(1)[0][0]


def _scope(scopes: Scopes) -> str:
    relations = {name: getattr(scopes, name) for name in _FIELDS}
    differing = [f"{name} {relation}" for name, relation in relations.items() if relation not in (SAME, UNKNOWN)]
    if differing:
        return f"scopes differ: {', '.join(differing)}"
    untold = [name for name, relation in relations.items() if relation == UNKNOWN]
    return f"one quantity as far as told, not told: {', '.join(untold)}" if untold else "one quantity"


def _joined(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each place in `pairs` the first one that it is connected with."""
    first: dict[int, int] = {}

    def root(at: int) -> int:
        first.setdefault(at, at)
        while first[at] != at:
            at = first[at] = first[first[at]]
        return at

    for one, other in pairs:
        a, b = sorted((root(one), root(other)))
        first[b] = a
    return {at: root(at) for at in list(first)}
