"""Figures told again: title, lead and body tell the same number; it is one figure with several evidences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.claims.figures.words import lexicon
from dragoman.records import Figure

_SMALL = 3
_LOOK_BACK = 20  # figures of one number and unit
_NEEDS_NOUN = frozenset({"percent", "ordinal", "year"})


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the lemmas by which it is compared."""

    figure: Figure
    word: str
    """Id of the vague word, or empty."""
    head: str
    """Lemma of what is counted, or empty."""
    act: str
    """Lemma of what happened, or empty."""
    again: bool = False
    """True for *the 40 victims*, which points back to what was told."""


def merged(found: Iterable[Told]) -> tuple[Figure, ...]:
    """Return the figures, each once, in the order in which they are first told."""
    kept: list[Told] = []
    by_number: dict[object, list[int]] = {}
    for told in found:
        key = (told.figure.value, told.figure.upper, told.word, told.figure.unit)
        places = by_number.setdefault(key, [])
        again = next((at for at in places[-_LOOK_BACK:] if _is_same(kept[at], told)), None)
        if again is None:
            places.append(len(kept))
            kept.append(told)
        else:
            kept[again] = _joined(kept[again], told)
    return tuple(told.figure for told in kept)


def _is_same(one: Told, two: Told) -> bool:
    """Tell whether two figures of one number and unit are one figure."""
    if _gainsay(one.figure, two.figure):
        return False
    value, unit = one.figure.value, one.figure.unit
    heads, acts = _agree(one.head, two.head, "anybody"), _agree(one.act, two.act, "same_death")
    exact = bool(one.head and one.head == two.head)
    if two.again and heads and (exact or (value or 0) > _SMALL):
        return True
    if unit in _NEEDS_NOUN:
        return exact and acts
    if value is None or value <= _SMALL:
        return exact and acts and bool(one.act and two.act)
    return heads and acts


def _gainsay(a: Figure, b: Figure) -> bool:
    """Tell whether a field of one figure rules out that it is the other."""
    pairs = (
        (a.comparator, b.comparator),
        (a.claimants and a.claimants[0].name, b.claimants and b.claimants[0].name),
        (a.period and a.period.start, b.period and b.period.start),
        (a.place and (a.place.name, a.place.country), b.place and (b.place.name, b.place.country)),
    )
    return any(one and two and one != two for one, two in pairs)


def _agree(one: str, two: str, generic: str) -> bool:
    """Tell whether two words may mean the same: equal, one missing, or either of a group of like words."""
    group = lexicon().contexts[generic]
    if generic == "anybody":
        return one == two or not one or not two or one in group or two in group
    return one == two or not one or not two or (one in group and two in group)


def _joined(one: Told, two: Told) -> Told:
    """Return the fuller of two tellings, with the evidence of both and what only the other tells."""
    first, second = (one, two) if _fullness(one.figure) >= _fullness(two.figure) else (two, one)
    a, b = first.figure, second.figure
    evidence = tuple(sorted({*one.figure.evidence, *two.figure.evidence}, key=lambda e: (e.start, e.end)))
    figure = replace(
        a, id=one.figure.id, evidence=evidence,
        comparator=a.comparator or b.comparator, text=a.text if a.comparator or not b.comparator else b.text,
        place=a.place or b.place, period=a.period or b.period, as_of=a.as_of or b.as_of,
        cumulative=a.cumulative if a.cumulative is not None else b.cumulative,
        what=a.what or b.what, population=a.population or b.population,
        claimants=a.claimants or b.claimants, attribution=a.attribution or b.attribution,
        confidence=max(a.confidence, b.confidence),
    )  # fmt: skip
    return Told(figure, one.word, first.head or second.head, one.act or two.act)


def _fullness(figure: Figure) -> int:
    told = (figure.comparator, figure.population, figure.what, figure.place, figure.period, figure.claimants)
    return sum(bool(value) for value in told)
