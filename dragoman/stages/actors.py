"""The actors stage: mentions of actors and places in each sentence, as the whole text explains them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from dragoman.dictionary import ActorEntry, Match
from dragoman.resolution.actors import ActorResolver
from dragoman.resolution.context import Context
from dragoman.stages.base import Draft, Mention, Stage
from dragoman.syntax import Sentence

_LYING = frozenset({"capital", "place"})
_INSTITUTIONS = frozenset({"bank", "college", "court", "hospital", "press", "prison", "school", "times", "university"})
#: What joins the names of persons.
_PARTICLES = frozenset({"de", "da", "dos", "del", "della", "di", "du", "von", "bin", "ibn"})
_KINDS_OF_ACTOR = frozenset({"person", "thing"})


class Actors(Stage):
    """Assign `mentions`: the longest dictionary match at each place, left to right.

    A name that means several things is what the text speaks for, a surname who was named in full before, and of
    several persons with one name (*Bush*) the one in office at the document's date is meant.
    """

    name: ClassVar[str] = "actors"
    requires: ClassVar[frozenset[str]] = frozenset({"document", "sentences"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __init__(self, resolver: ActorResolver) -> None:
        self._resolver = resolver

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its actor and place mentions."""
        found = [(sentence, self._resolver.dictionary.match(sentence.tokens)) for sentence in draft.sentences]
        context = Context.of(((sentence.tokens, matches) for sentence, matches in found), self._resolver.names)
        date = draft.document.date
        mentions = (
            _mention(sentence, match, date)
            for sentence, matches in found
            for match in self._meant(sentence, matches, context)
        )
        return replace(draft, mentions=tuple(mentions))

    def _meant(self, sentence: Sentence, matches: list[Match], context: Context) -> Iterator[Match]:
        decided = self._resolver.namesakes.decide(sentence.tokens, matches, context, self._resolver.names)
        for match in context.known(sentence.tokens, decided):
            known = match.entry.id or match.entry.kind not in _KINDS_OF_ACTOR
            if known and not _is_in_a_name(sentence, match):
                yield match


def _is_in_a_name(sentence: Sentence, match: Match) -> bool:
    """Tell whether a town's name is part of a person's: *Ana de Lima*, and *Leila* of *Leila de Roe*.

    A name that is claimed weakly may be part of a court's, too: *the Seoul Central District Court*.
    """
    if match.form not in _LYING:
        return False
    last = sentence.tokens[match.last]
    if match.ambiguous and last.dep == "compound" and last.head.lower in _INSTITUTIONS:
        return True
    if match.first != match.last:
        return False
    before = sentence.tokens[match.first - 1].lower if match.first else ""
    after = [token.lower for token in sentence.tokens[match.last + 1 : match.last + 2]]
    return before in _PARTICLES or (match.ambiguous and not _PARTICLES.isdisjoint(after))


def _mention(sentence: Sentence, match: Match, date: str | None) -> Mention:
    entry = _in_office(match, date)
    return Mention(
        sentence=sentence.index,
        first=match.first,
        last=match.last,
        name=entry.name,
        country=entry.country,
        sectors=entry.sectors,
        kind=entry.kind,
        entry=entry.id or None,
        form=match.form,
    )


def _in_office(match: Match, date: str | None) -> ActorEntry:
    """Return the entry meant: the first of the name's bearers who held an office on `date`."""
    if date is None or not match.alternatives:
        return match.entry
    bearers = (match.entry, *match.alternatives)
    return next((entry for entry in bearers if entry.offices(date)), match.entry)
