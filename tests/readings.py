"""A network that says what a test wants it to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.learned.network import Guess
from dragoman.syntax import Sentence, Token

NONE = (None, 0.5, "happened")


class FakeReading:
    """The reading of one sentence: words with (type, score, status), and the words of each side.

    A word that is not listed is no act, but not surely.
    """

    def __init__(
        self,
        guesses: Mapping[str, tuple[str | None, float, str]],
        actors: Sequence[str] = (),
        recipients: Sequence[str] = (),
    ) -> None:
        self._guesses = guesses
        self._sides = (actors, recipients)
        self._words: list[str] = []

    def of(self, sentence: Sentence) -> FakeReading:
        """Return this reading, told the words of its sentence."""
        self._words = [token.text for token in sentence.tokens]
        return self

    def most(self, type_: str) -> float:
        """Return the highest score listed for `type_`."""
        return max((score for found, score, _ in self._guesses.values() if found == type_), default=0.0)

    def guess(self, token: Token) -> Guess:
        """Return what was listed for `token`."""
        return Guess(token, *self._guesses.get(token.text, NONE))

    def guesses(self, sentence: Sentence, least: float) -> Iterator[Guess]:
        """Yield the listed acts with a score of `least` or more."""
        found = (self.guess(token) for token in sentence.tokens)
        yield from (guess for guess in found if guess.type is not None and guess.score >= least)

    def parties(self, predicate: Token) -> tuple[list[float], list[float]]:
        """Return 1 for each word of a side and 0 for the others, whatever the predicate."""
        actors, recipients = ([float(word in side) for word in self._words] for side in self._sides)
        return actors, recipients
