"""The actors stage: dictionary mentions of actors and places in each sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from dragoman.dictionary import Dictionary
from dragoman.stages.base import Draft, Mention, Stage
from dragoman.syntax import Sentence


class Actors(Stage):
    """Assign `mentions`: the longest dictionary match at each place, left to right."""

    name: ClassVar[str] = "actors"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its actor and place mentions."""
        return replace(draft, mentions=tuple(m for sentence in draft.sentences for m in self._mentions(sentence)))

    def _mentions(self, sentence: Sentence) -> Iterator[Mention]:
        for match in self._dictionary.match(sentence.tokens):
            entry = match.entry
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
