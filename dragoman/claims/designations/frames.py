"""Frames: what the words around a verb, noun or adjective of listing tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.claims.designations.acts import Acts
from dragoman.claims.designations.lexicon import Frame, frames, opening
from dragoman.claims.designations.lists import Lists
from dragoman.claims.designations.nouns import Nouns
from dragoman.claims.designations.telling import Told
from dragoman.syntax import Token


class Reader(Acts, Lists, Nouns):
    """Reads the designations of one sentence."""

    def told(self) -> Iterator[Told]:
        """Yield what the sentence tells, in order; of the frames of one word the first that fits."""
        table = frames()
        for token in self._tokens:
            for frame in (
                *table.get(token.lemma, ()),
                *(table.get(token.lower, ()) if token.lower != token.lemma else ()),
            ):
                found = self._read(frame, token)
                if found is not None:
                    yield found
                    break

    def _read(self, frame: Frame, token: Token) -> Told | None:
        if frame.use == "noun":
            return self._noun(frame, token) if token.pos in ("NOUN", "PROPN") else None
        if frame.use == "adjective":
            return self._adjective(frame, token) if token.dep == "amod" else None
        if token.pos not in ("VERB", "AUX"):
            return None
        return {
            "label": self._label, "ban": self._ban, "enter": self._enter, "stand": self._stand, "hold": self._hold,
            "hold_of": self._hold_of,
        }[frame.use](frame, token)  # fmt: skip


def may_tell(tokens: Iterable[Token]) -> bool:
    """Tell whether any word of a sentence is one that a designation cannot do without."""
    words = opening()
    return any(token.lemma in words or token.lower in words for token in tokens)
