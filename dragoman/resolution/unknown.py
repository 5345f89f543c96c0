"""Proper names in no dictionary: what a word of the name says it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.dictionary import ORGANISED, Match
from dragoman.resolution.phrase import ARTICLES, Part
from dragoman.resolution.words import Word
from dragoman.resources import LEXICON, read_yaml, unique

_LINKS = frozenset(("of", "for", "and", "in"))
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
    if len(name) == 1:
        return None
    shapes = _shapes()
    found = [shapes[word] for word in [word.lower.rstrip(".") for word in name] if word in shapes]
    return min(found, key=lambda shape: shape.rank, default=None)


def shape_through(part: Part) -> Shape | None:
    """Return what a name that runs through its prepositions is: *the Movement for the Salvation of the North*."""
    first = _behind_articles(part)
    if part.words[first].lower not in _shapes():
        return None
    words = {i: part.words[i] for i in range(first, part.last + 1) if part.words[i].lower not in ARTICLES}
    if not all(word.text[0].isupper() or word.lower in _LINKS for word in words.values()):
        return None
    if any(m.entry.kind in ORGANISED for m in _names(part.matches)):
        return None
    owners = {i for m in _names(part.after) for i in range(m.first, m.last + 1)}
    linked = next((i for i, word in words.items() if word.lower in _LINKS), part.last)
    own = [i for i, word in words.items() if i > linked and word.lower not in _LINKS and i not in owners]
    return shape_of([*words.values()]) if own else None


def _behind_articles(part: Part) -> int:
    """Return where the first word stands that is no article, or the last word."""
    first = part.first
    while first < part.last and part.words[first].lower in ARTICLES:
        first += 1
    return first


def _names(matches: Iterable[Match]) -> list[Match]:
    """Return what is found but role nouns."""
    return [match for match in matches if match.form != "agent"]


def shape_of_noun(noun: str) -> Shape | None:
    """Return what a common noun says a body is: *environment agency*."""
    return _shapes().get(noun) or _shapes().get(noun.removesuffix("s"))
