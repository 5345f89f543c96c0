"""Where an act took place: the place its own phrases name, kept apart from what it was about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dictionary import Dictionary
from dragoman.events.choose import Candidate
from dragoman.events.participants import Participants
from dragoman.records import Place
from dragoman.syntax import Sentence, Token

_PREPOSITIONS = ("in", "at", "near", "outside", "across")
_FORMS = frozenset({"name", "capital", "place"})


@dataclass(frozen=True, slots=True)
class Venue:
    """Where an act took place, and the word that says so."""

    place: Place
    token: Token


class VenueFinder:
    """Finds the venues of the acts of one document."""

    def __init__(self, participants: Participants, dictionary: Dictionary) -> None:
        self._participants = participants
        self._dictionary = dictionary

    def of(self, candidate: Candidate, sentence: Sentence) -> Venue | None:
        """Return where an act took place, by a phrase of place that hangs on it."""
        for token in self._phrases(candidate):
            for word in (token, *(child for child in token.children if child.dep == "appos")):
                venue = self._venue(word, sentence)
                if venue is not None:
                    return venue
        return None

    def only(self, sentence: Sentence) -> Venue | None:
        """Return the place of a sentence that names one place only: *killed in clashes in Havana*."""
        found = {
            venue.place.name: venue
            for token in sentence.tokens
            if token.dep == "pobj" and token.head.lower in _PREPOSITIONS
            and (venue := self._venue(token, sentence)) is not None
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def _phrases(self, candidate: Candidate) -> Iterator[Token]:
        """Yield objects of place: *met his colleague in Oslo* was there, *discussed the war in Syria* was not."""
        for name in _PREPOSITIONS:
            for token in candidate.filled.get(name, ()):
                holder = token.head.head
                if holder in (candidate.token, candidate.anchor) or self._participants.actors(holder):
                    yield token

    def _venue(self, token: Token, sentence: Sentence) -> Venue | None:
        mention = self._participants.mention(token)
        if mention is None or mention.form not in _FORMS:
            return None
        words = sentence.tokens[mention.first : mention.last + 1]
        place = self._dictionary.place(" ".join(word.text for word in words))
        return Venue(place, token) if place is not None else None
