"""The events stage: predicate senses over the parse → events with evidence, status and participants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from dragoman.events.acts import Fate, Near, SentenceCoder
from dragoman.events.choose import Candidate
from dragoman.events.holders import Holders
from dragoman.events.home import Homes
from dragoman.events.merge import Told, merge
from dragoman.events.participants import Participants
from dragoman.events.parties import PartyFinder
from dragoman.events.screen import silenced
from dragoman.events.senses import SenseLexicon
from dragoman.events.venue import VenueFinder
from dragoman.resolution.actors import ActorResolver
from dragoman.resolution.places import surroundings
from dragoman.stages.base import Draft, Stage, TimeMention
from dragoman.syntax import Sentence
from dragoman.temporal.speech import continued_speeches


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of the words of one sentence."""

    sentence: Sentence
    silenced: bool
    """True when nothing in the sentence is coded, because of the page it stands on or the words around it."""
    fates: tuple[Fate, ...]
    near: tuple[Near, ...]


class Events(Stage):
    """Assign `events`: each act once, with all the sentences that tell it."""

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences", "mentions", "times", "readings"})
    assigns: ClassVar[frozenset[str]] = frozenset({"events"})

    def __init__(self, lexicon: SenseLexicon, resolver: ActorResolver) -> None:
        self._resolver = resolver
        self._lexicon = lexicon
        self._dictionary = dictionary = resolver.dictionary
        self._countries = {code: country.name for code, country in dictionary.countries.items()}

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its events."""
        told = [
            Told(fate.event, coder.sentence.index, coder.sentence.zone, _refers_back(fate.candidate))
            for coder, silent in self._coders(draft)
            for fate in (() if silent else coder.fates())
            if fate.event is not None
        ]
        return replace(draft, events=tuple(merge(told)))

    def explain(self, draft: Draft) -> Iterator[Explanation]:
        """Yield for each sentence what fired, what nearly did, and what became of it."""
        for coder, silent in self._coders(draft):
            near = tuple(coder.nearly())
            yield Explanation(coder.sentence, silent, () if silent else tuple(coder.fates()), near)

    def _coders(self, draft: Draft) -> Iterator[tuple[SentenceCoder, bool]]:
        """Yield the coder of each sentence in order, and whether the sentence is to stay silent."""
        holders = Holders(self._resolver.incumbents, draft.document.date)
        participants = Participants(draft.document, draft.mentions, self._countries, draft.sentences, holders)
        homes = Homes(draft.document, draft.sentences, draft.mentions, self._dictionary)
        finder = PartyFinder(participants, self._lexicon, homes)
        around = surroundings(draft.mentions, self._dictionary)
        venues = VenueFinder(participants, self._dictionary, self._resolver.places, around)
        silent = silenced(draft.sentences, draft.document.url)
        times: dict[int, list[TimeMention]] = {}
        for time in draft.times:
            times.setdefault(time.sentence, []).append(time)
        speeches = continued_speeches(draft.sentences, draft.times)
        for sentence in draft.sentences:
            timed = times.get(sentence.index, [])
            participants.enter(sentence, timed)
            homes.enter(sentence)
            speech = speeches.get(sentence.index)
            coder = SentenceCoder(self._lexicon, draft, sentence, participants, finder, venues, timed, speech)
            yield coder, sentence.index in silent
            participants.remember()


def _refers_back(candidate: Candidate) -> bool:
    """Tell whether a definite noun names an act as one already told: *the talks*, *this meeting*."""
    if candidate.sense.part != "noun":
        return False
    return any(
        child.dep == "det" and child.lower in ("the", "this", "these", "that") for child in candidate.token.children
    )
