"""Scenes: the sentences of a document in order, each with what is known when it is read.

Who is meant by *he* or *the minister* hangs on what was read before: sentences are taken in order, and each once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dictionary import Dictionary
from dragoman.events.bearers import Bearers
from dragoman.events.density import Density, densities
from dragoman.events.holders import Holders
from dragoman.events.home import Homes
from dragoman.events.participants import Participants
from dragoman.events.screen import silenced
from dragoman.events.venue import VenueFinder
from dragoman.records import EventDate
from dragoman.resolution.actors import ActorResolver
from dragoman.resolution.places import surroundings
from dragoman.stages.base import Draft, TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.temporal.govern import governing_time, time_of_noun
from dragoman.temporal.speech import Speech, continued_speeches


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, and who knows its persons, places and times."""

    sentence: Sentence
    participants: Participants
    homes: Homes
    venues: VenueFinder
    times: list[TimeMention]
    speech: Speech | None
    """The dated speech that the sentence goes on with, if it does."""
    silent: bool
    """True when nothing is to be coded, because of the page it stands on or the words around it."""
    density: Density
    """How many acts of public life the text around it tells."""

    def time_of(self, noun: Token, verb: Token) -> TimeMention | None:
        """Return the expression that dates an act: its noun's own, else that of its verb, else that of the speech."""
        time = time_of_noun(noun, self.times) or governing_time(self.sentence, verb, self.times)
        if time is None and self.speech is not None and self.speech.dates(verb):
            return self.speech.time
        return time


def dated(time: TimeMention) -> EventDate:
    """Return a time expression as the date of a record."""
    return EventDate(
        start=time.start, end=time.end, precision=time.precision, text=time.text, rule=time.rule,
        offset_days=time.offset_days,
    )  # fmt: skip


class Setting:
    """What the coder needs to read any document: the dictionary and its resolver."""

    def __init__(self, resolver: ActorResolver) -> None:
        self._resolver = resolver
        self.dictionary: Dictionary = resolver.dictionary
        self._countries = {code: country.name for code, country in self.dictionary.countries.items()}

    def scenes(self, draft: Draft) -> Iterator[Scene]:
        """Yield the sentences of `draft` in order; ask about one before you take the next."""
        holders = Holders(self._resolver.incumbents, draft.document.date)
        bearers = Bearers(
            self.dictionary.entries, self._resolver.incumbents.offices, draft.mentions, draft.sentences,
            draft.document.date,
        )  # fmt: skip
        participants = Participants(draft.document, draft.mentions, self._countries, draft.sentences, holders, bearers)
        homes = Homes(draft.document, draft.sentences, draft.mentions, self.dictionary)
        around = surroundings(draft.mentions, self.dictionary)
        venues = VenueFinder(participants, self.dictionary, self._resolver.places, around)
        silent = silenced(draft.sentences, draft.document.url)
        around_it = densities(draft.sentences, draft.mentions, draft.readings)
        times: dict[int, list[TimeMention]] = {}
        for time in draft.times:
            times.setdefault(time.sentence, []).append(time)
        speeches = continued_speeches(draft.sentences, draft.times)
        for sentence in draft.sentences:
            number = sentence.index
            timed = times.get(number, [])
            participants.enter(sentence, timed)
            homes.enter(sentence)
            yield Scene(
                sentence, participants, homes, venues, timed, speeches.get(number),
                silent=number in silent, density=around_it[number],
            )  # fmt: skip
            participants.remember()
