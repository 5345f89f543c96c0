"""The actors stage: dictionary mentions of actors and places in each sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from dragoman.dictionary import ActorEntry, Dictionary, Match
from dragoman.stages.base import Draft, Mention, Stage
from dragoman.syntax import Sentence


class Actors(Stage):
    """Assign `mentions`: the longest dictionary match at each place, left to right.

    Of several persons with one name (*Bush*), the one in office at the document's date is meant.
    """

    name: ClassVar[str] = "actors"
    requires: ClassVar[frozenset[str]] = frozenset({"document", "sentences"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its actor and place mentions."""
        stamp = draft.document.published or draft.document.updated
        date = stamp.date if stamp else None
        return replace(draft, mentions=tuple(m for s in draft.sentences for m in self._mentions(s, date)))

    def _mentions(self, sentence: Sentence, date: str | None) -> Iterator[Mention]:
        for match in self._dictionary.match(sentence.tokens):
            entry = _in_office(match, date)
            yield Mention(
                sentence=sentence.index,
                first=match.first,
                last=match.last,
                name=entry.name,
                country=entry.country,
                sectors=entry.sectors,
                kind=entry.kind,
                entry=entry.id,
                form=match.form,
            )


def _in_office(match: Match, date: str | None) -> ActorEntry:
    """Return the entry meant: the first of the name's bearers who held an office on `date`."""
    if date is None or not match.alternatives:
        return match.entry
    bearers = (match.entry, *match.alternatives)
    return next((entry for entry in bearers if entry.offices(date)), match.entry)
