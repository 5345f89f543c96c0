"""Frames: what the words around a verb, noun or adjective of listing tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.claims.designations.acts import Acts
from dragoman.claims.designations.again import Again
from dragoman.claims.designations.around import Around
from dragoman.claims.designations.lexicon import Frame, frames, opening
from dragoman.claims.designations.lists import Lists
from dragoman.claims.designations.nouns import Nouns
from dragoman.claims.designations.parties import whom
from dragoman.claims.designations.predicates import Predicates
from dragoman.claims.designations.telling import Told
from dragoman.syntax import Token

_UNDOING = frozenset({("de", "-"), ("un", "-"), ("De", "-"), ("Un", "-")})  # *UN-listed* undoes nothing


class Reader(Acts, Lists, Nouns, Predicates, Around, Again):
    """Reads the designations of one sentence."""

    def told(self) -> Iterator[Told]:
        """Yield what the sentence tells, in order.  Of the frames of one word the first that fits is taken."""
        for token in self._tokens:
            tried = list(_opened(token, tuple(t.text for t in self._tokens[max(0, token.i - 2) : token.i])))
            found = self._first(token, tried) if tried else None
            if found is not None:
                self._earlier.append(found)
                yield found

    def _first(self, token: Token, tried: Sequence[Frame]) -> Told | None:
        """Return what a word tells by the first of its frames that fits, else by what stands around it."""
        again = _first_of(self._told_again(frame, token) for frame in tried) if token.pos == "VERB" else None
        if again is not None:
            return again
        found = _first_of(self._read(frame, token) for frame in tried)
        if found is not None:
            return found if found.listers or found.frame.use == "adjective" else self._with_authors(token, found)
        loose = _first_of(self._inferred(frame, token) for frame in tried)
        if loose is not None and any(loose.roll is told.roll for told in self._earlier if told.roll is not None):
            return None  # the list was told of by another word
        return loose

    def _with_authors(self, token: Token, found: Told) -> Told | None:
        """Return a listing by nobody named with who lists by the words around; without, only of a known group."""
        listers = self._authors_around(token, found)
        known = any(actor.entry is not None for actor in found.listed) or whom(self._passage, self._patients(token))
        return replace(found, listers=listers, sure=False) if listers or known else None

    def _read(self, frame: Frame, token: Token) -> Told | None:
        if frame.use == "noun":
            return self._noun(frame, token) if token.pos in ("NOUN", "PROPN") else None
        if frame.use == "adjective":
            return self._adjective(frame, token) if token.dep == "amod" else None
        if frame.use == "predicate":
            return self._predicate(frame, token)
        if frame.use == "newest":
            return self._newest(frame, token) if token.pos in ("NOUN", "PROPN") else None
        if token.pos not in ("VERB", "AUX") and not self._is_verb_mistaken(token):
            return None
        return {
            "label": self._label, "ban": self._ban, "enter": self._enter, "stand": self._stand, "hold": self._hold,
            "hold_of": self._hold_of, "copula": self._copula, "tally": self._tally,
        }[frame.use](frame, token)  # fmt: skip

    def _is_verb_mistaken(self, token: Token) -> bool:
        """Tell whether the parser took a verb for a noun: *which Canada and Japan all list as a group*."""
        return token.pos == "NOUN" and token.dep in ("relcl", "ccomp") and token.child("nsubj", "dobj") is not None


def _first_of(found: Iterable[Told | None]) -> Told | None:
    return next((told for told in found if told is not None), None)


def _opened(token: Token, before: tuple[str, ...]) -> Iterator[Frame]:
    """Yield the frames that a word opens after the two words `before` it."""
    table = frames()
    if before in _UNDOING:
        yield from (frame for frame in table["delist"] if token.lemma in ("list", "designate", "proscribe", "ban"))
        return
    yield from table.get(token.lemma, ())
    if token.lower != token.lemma:
        yield from table.get(token.lower, ())


def may_tell(tokens: Iterable[Token]) -> bool:
    """Tell whether any word of a sentence is one that a designation cannot do without."""
    words = opening()
    return any(token.lemma in words or token.lower in words for token in tokens)
