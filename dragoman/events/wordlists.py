"""Word lists that label a stretch of text: by single lemmas and by pairs of neighbouring lemmas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dragoman.syntax import Token


@dataclass(frozen=True, slots=True)
class WordList:
    """A label and the words that give it."""

    label: str
    singles: frozenset[str]
    pairs: frozenset[str]
    where: str
    """`clause`, or `content`: only in what is asked for, refused or threatened."""

    def hits(self, bag: frozenset[str]) -> bool:
        """Tell whether any of the words is in `bag`."""
        return not (self.singles.isdisjoint(bag) and self.pairs.isdisjoint(bag))

    def count(self, bag: frozenset[str]) -> int:
        """Return how many different words of the list are in `bag`."""
        return len(self.singles & bag) + len(self.pairs & bag)


def word_list(label: str, words: Iterable[object], where: str = "clause") -> WordList:
    """Return the list of `words`, which are lemmas or pairs of lemmas with a space between."""
    listed = [str(word) for word in words]
    return WordList(
        label, frozenset(w for w in listed if " " not in w), frozenset(w for w in listed if " " in w), where
    )


def bag_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the lemmas of `tokens` and the pairs of neighbouring ones."""
    lemmas = [token.lemma for token in sorted(tokens, key=lambda token: token.i)]
    return frozenset(lemmas) | {f"{a} {b}" for a, b in pairwise(lemmas)}
