"""Proper names in no dictionary: what a word of the name says it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.resolution.words import Word
from dragoman.resources import LEXICON, read_yaml, unique

_REQUIRED = frozenset(("id", "words", "kind", "sectors"))


@dataclass(frozen=True, slots=True)
class Shape:
    """What a name is by one of its words."""

    word: str
    kind: str
    sectors: tuple[str, ...]
    rank: int


@cache
def _shapes() -> dict[str, Shape]:
    rows = unique(read_yaml(LEXICON / "name_shapes.yaml", required=_REQUIRED, optional=frozenset(("note",))))
    shapes: dict[str, Shape] = {}
    for rank, row in enumerate(rows):
        for word in row.values["words"]:
            if word in shapes:
                raise row.error(f"{word!r} stands in two shapes")
            shapes[word] = Shape(word, row.values["kind"], tuple(row.values["sectors"]), rank)
    return shapes


def shape_of(name: Sequence[Word]) -> Shape | None:
    """Return what a name of several words is, or null when none of them tells."""
    shapes = _shapes()
    plain = [word.lower.rstrip(".") for word in name]
    found = [shapes[word] for word in plain if word in shapes]
    return min(found, key=lambda shape: shape.rank) if len(name) > 1 and found else None


def shape_of_noun(noun: str) -> Shape | None:
    """Return what a common noun says a body is: *environment agency*."""
    return _shapes().get(noun)
