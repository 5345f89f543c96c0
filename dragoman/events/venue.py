"""Where an act took place: the place its own phrases name, kept apart from what it was about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dictionary import Dictionary
from dragoman.events.choose import Candidate
from dragoman.events.participants import Participants
from dragoman.events.phrases import MEETINGS, PLACE_WORDS
from dragoman.records import Place
from dragoman.resolution.places import PlaceResolver, Surroundings
from dragoman.syntax import Sentence, Token

_PREPOSITIONS = ("in", "at", "near", "outside", "across")
_DURING = frozenset({"at", "during", "in", "near", "outside"})
_ONTO = ("to", "onto", "on", "through")
_REACHING = {
    "arrive": ("in", "at"), "land": ("in", "at"), "be": ("in",), "come": ("to",), "fly": ("to", "into"), "go": ("to",),
    "head": ("to",), "journey": ("to",), "travel": ("to",),
}  # fmt: skip
"""Verbs of arrival, with the prepositions before the place."""
_VISITING = frozenset({"visit", "tour"})
_STREETS = frozenset({"street", "square"})
_FORMS = frozenset({"name", "capital", "place"})
_LYING = frozenset({"state", "place"})


@dataclass(frozen=True, slots=True)
class Venue:
    """Where an act took place, and the word that says so."""

    place: Place
    token: Token


class VenueFinder:
    """Finds the venues of the acts of one document."""

    def __init__(
        self, participants: Participants, dictionary: Dictionary, places: PlaceResolver, around: Surroundings
    ) -> None:
        self._participants = participants
        self._dictionary = dictionary
        self._places = places
        self._around = around

    def of(self, candidate: Candidate, sentence: Sentence) -> Venue | None:
        """Return where an act took place, by a phrase of place that hangs on it."""
        for token in self._phrases(candidate):
            venue = self._venue(token, sentence)
            if venue is not None:
                return venue
        return None

    def at(self, head: Token, sentence: Sentence) -> Venue | None:
        """Return the place of a phrase that hangs on `head` itself: *the talks in Oslo*, *signed in Oslo*."""
        phrases = [child for child in head.children if child.dep == "prep" and child.lower in _PREPOSITIONS]
        words = [token for phrase in phrases for token in phrase.children if token.dep == "pobj"]
        return next((venue for token in words if (venue := self._venue(token, sentence)) is not None), None)

    def only(self, sentence: Sentence) -> Venue | None:
        """Return the place of a sentence that names one place only: *killed in clashes in Havana*."""
        found = {
            venue.place.name: venue
            for token in sentence.tokens
            if token.dep == "pobj" and token.head.lower in _PREPOSITIONS and not _is_elsewhere(token.head.head)
            and (venue := self._venue(token, sentence)) is not None
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def reached(self, sentence: Sentence) -> Venue | None:
        """Return the only place at which a sentence tells that somebody arrived: *flew to Oslo, where he met*."""
        found = {
            venue.place.name: venue
            for verb in sentence.tokens
            if verb.pos in ("VERB", "AUX")
            for token in _ends_of(verb)
            if (venue := self._venue(token, sentence)) is not None
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, token: Token, sentence: Sentence) -> Venue | None:
        """Return the place that a phrase names, whatever stands before it: *flew to Oslo*, *visited Oslo*."""
        return self._venue(token, sentence)

    def _phrases(self, candidate: Candidate) -> Iterator[Token]:
        """Yield objects of place: *met his colleague in Oslo* was there, *discussed the war in Syria* was not."""
        for name in _PREPOSITIONS:
            for token in candidate.filled.get(name, ()):
                holder = token.head.head
                if holder in (candidate.token, candidate.anchor) or self._participants.actors(holder):
                    yield token
        for name in _ONTO:  # *took to the streets of Oslo*
            yield from (token for token in candidate.filled.get(name, ()) if token.lemma in _STREETS)
        yield from (token for token in candidate.filled.get("through", ()) if token.pos == "PROPN")

    def _venue(self, token: Token, sentence: Sentence) -> Venue | None:
        """Return the place that a phrase names, itself or after *of*, or else describes by its country."""
        for word in (token, *(child for child in token.children if child.dep == "appos"), *_named_after(token)):
            venue = self._named(word, sentence)
            if venue is not None and not (token.lemma == "capital" and venue.place.precision == "country"):
                return venue
        return self._described(token) if token.lemma in PLACE_WORDS else None

    def _named(self, token: Token, sentence: Sentence) -> Venue | None:
        mention = self._participants.mention(token)
        if mention is None:
            return self._unlisted(token)
        if mention.form not in _FORMS or mention.kind not in _LYING:
            return None
        words = sentence.tokens[mention.first : mention.last + 1]
        place = self._places.resolve(" ".join(word.text for word in words), self._around).place()
        return Venue(place, token) if place is not None else None

    def _unlisted(self, token: Token) -> Venue | None:
        """Return the town of the gazetteer that a name means, if it lies in a state of which the text tells."""
        if token.pos != "PROPN" or not token.text[0].isupper() or self._participants.is_time(token):
            return None
        names = [child.text for child in token.children if child.dep == "compound" and child.pos == "PROPN"]
        place = self._places.resolve(" ".join((*names, token.text)), self._around).place()
        fits = place is not None and place.country in self._around.countries
        return Venue(place, token) if place is not None and fits else None

    def _described(self, token: Token) -> Venue | None:
        """Return where *the Kenyan capital* or *a Kenyan town* is: the capital, or the country."""
        for word in (*token.children, *_named_after(token)):
            mention = self._participants.mention(word)
            country = self._dictionary.countries.get(mention.country or "") if mention is not None else None
            if mention is None or country is None or mention.kind != "state":
                continue
            if word.dep in ("amod", "poss", "compound", "pobj"):
                place = country.capital if token.lemma == "capital" else country.place
                return Venue(place, word) if place is not None else None
        return None


def _ends_of(verb: Token) -> Iterator[Token]:
    """Yield the words for where a journey led: *arrived in **Oslo***, *flew to **Oslo***, *visited **Oslo***."""
    if verb.lemma in _VISITING:
        yield from (child for child in verb.children if child.dep == "dobj")
    for child in verb.children if verb.lemma in _REACHING else ():
        if child.dep == "prep" and child.lower in _REACHING[verb.lemma]:
            yield from (below for below in child.children if below.dep == "pobj")


def _is_elsewhere(holder: Token) -> bool:
    """Tell whether a place is only that of a meeting beside the act: *clashes days after **talks** in Geneva*."""
    return holder.lemma in MEETINGS and not (holder.dep == "pobj" and holder.head.lower in _DURING)


def _named_after(token: Token) -> Iterator[Token]:
    """Yield the name after *of* behind a kind of place: *the port city of Latakia*, *the streets of Oslo*."""
    if token.lemma not in PLACE_WORDS | _STREETS:
        return
    for child in token.children:
        if child.dep == "prep" and child.lower == "of":
            yield from (below for below in child.children if below.dep == "pobj")
