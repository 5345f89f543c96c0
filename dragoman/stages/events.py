"""The events stage: predicate senses over the parse → events with evidence, status and participants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from dragoman.dictionary import Dictionary
from dragoman.events.choose import Candidate, candidates
from dragoman.events.content import is_content
from dragoman.events.merge import Told, merge
from dragoman.events.outcome import Outcome, outcome
from dragoman.events.participants import Participants, is_known
from dragoman.events.parties import LOCAL, Parties, PartyFinder
from dragoman.events.refine import contexts_of, modes_of
from dragoman.events.screen import silenced
from dragoman.events.senses import SenseLexicon
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.events.venue import VenueFinder
from dragoman.records import Attribution, Event, EventDate, Evidence, Place, content_id
from dragoman.stages.base import Draft, Stage, TimeMention
from dragoman.syntax import Sentence
from dragoman.temporal.govern import governing_time


class Events(Stage):
    """Assign `events`: each act once, with all the sentences that tell it."""

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences", "mentions", "times"})
    assigns: ClassVar[frozenset[str]] = frozenset({"events"})

    def __init__(self, lexicon: SenseLexicon, dictionary: Dictionary) -> None:
        self._lexicon = lexicon
        self._dictionary = dictionary
        self._countries = {code: country.name for code, country in dictionary.countries.items()}

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its events."""
        participants = Participants(draft.document, draft.mentions, self._countries)
        finder = PartyFinder(participants, self._lexicon)
        venues = VenueFinder(participants, self._dictionary)
        silent = silenced(draft.sentences, draft.document.url)
        times: dict[int, list[TimeMention]] = {}
        for time in draft.times:
            times.setdefault(time.sentence, []).append(time)
        told: list[Told] = []
        for sentence in draft.sentences:
            timed = times.get(sentence.index, [])
            participants.enter(sentence, timed)
            coder = _SentenceCoder(self, draft, sentence, participants, finder, venues, timed)
            if sentence.index not in silent:
                told.extend(coder.events())
            coder.remember()
        return replace(draft, events=tuple(merge(told)))

    def fired(self, sentence: Sentence, participants: Participants) -> list[Candidate]:
        """Return the words of a sentence that a sense fits and that are acts of their own."""
        found = list(candidates(sentence, self._lexicon, participants))
        return [candidate for candidate in found if not is_content(candidate, found)]


@dataclass
class _SentenceCoder:
    """Codes one sentence."""

    stage: Events
    draft: Draft
    sentence: Sentence
    participants: Participants
    finder: PartyFinder
    venues: VenueFinder
    times: list[TimeMention]

    def events(self) -> Iterator[Told]:
        for candidate in self.stage.fired(self.sentence, self.participants):
            event = self._event(candidate)
            if event is not None:
                self.participants.discourse.together((*event.actors, *event.recipients), self.sentence.index)
                yield Told(event, self.sentence.index, self.sentence.zone, _refers_back(candidate))

    def remember(self) -> None:
        """Tell the discourse who was named here, subjects last, so that they are found first."""
        for token in self.sentence.tokens:
            if token.dep in ("dobj", "pobj", "nsubj", "nsubjpass", "poss", "appos"):
                actors = self.participants.actors(token)
                known = [actor for actor in actors if is_known(actor)]
                subject = token.dep in ("nsubj", "nsubjpass")
                self.participants.discourse.hear(known, self.sentence.index, subject=subject)
                if subject and known and token.head.lemma in ("say", "tell", "add", "stress", "note"):
                    self.participants.discourse.speaks(known[0])

    def _event(self, candidate: Candidate) -> Event | None:
        standing = _standing(candidate)
        coded = outcome(candidate.sense, standing)
        if coded is None:
            return None
        self._hear_speaker(standing)
        venue = self.venues.of(candidate, self.sentence)
        if venue is None and coded.type in LOCAL:
            venue = self.venues.only(self.sentence)
        parties = self.finder.find(candidate, coded, venue)
        if parties is None:
            return None
        return self._record(candidate, coded, standing, parties, venue.place if venue else None)

    def _hear_speaker(self, standing: Standing) -> None:
        for token in standing.speaker:
            for actor in self.participants.actors(token):
                if is_known(actor):
                    self.participants.discourse.speaks(actor)
                    return

    def _record(
        self, candidate: Candidate, coded: Outcome, standing: Standing, parties: Parties, place: Place | None
    ) -> Event:
        sense, document = candidate.sense, self.draft.document
        start, end = self.sentence.start, self.sentence.end
        modes = sense.modes if coded.keeps_modes else ()
        if parties.visit:
            modes = modes or ("visit",)
        return Event(
            id=content_id("event", document.content_id, coded.type, candidate.token.start, sense.id),
            type=coded.type,
            modes=modes or modes_of(coded.type, candidate.anchor, candidate.filled),
            contexts=contexts_of(self.sentence),
            actors=parties.actors,
            recipients=parties.recipients,
            date=self._date(candidate),
            place=place,
            status=coded.status,
            attribution=self._attribution(standing),
            magnitude=self._magnitude(candidate),
            evidence=(Evidence(start=start, end=end, quote=document.text[start:end]),),
            rule=sense.id,
            confidence=_confidence(candidate, standing, parties, self.sentence.zone),
            trace=(f"{sense.id} at {candidate.token.text!r} ({sense.source})", *standing.steps, *candidate.lost),
        )

    def _date(self, candidate: Candidate) -> EventDate | None:
        time = governing_time(self.sentence, candidate.anchor, self.times)
        if time is None:
            return None
        return EventDate(
            start=time.start, end=time.end, precision=time.precision, text=time.text, rule=time.rule,
            offset_days=time.offset_days,
        )  # fmt: skip

    def _attribution(self, standing: Standing) -> Attribution | None:
        if standing.verb is None or not standing.speaker:
            return None
        tokens = [t for t in standing.speaker[0].subtree() if t.dep not in ("relcl", "punct")]
        start, end = min(t.start for t in tokens), standing.speaker[0].end
        return Attribution(speaker=self.draft.document.text[start:end], verb=standing.verb)

    def _magnitude(self, candidate: Candidate) -> str | None:
        for token in candidate.filled.get("obj", ()):
            for child in token.children:
                if child.dep == "nummod":
                    start = min(low.start for low in child.subtree())
                    return self.draft.document.text[start : child.end]
        return None


def _refers_back(candidate: Candidate) -> bool:
    """Tell whether a definite noun names an act as one already told: *the talks*, *this meeting*."""
    if candidate.sense.part != "noun":
        return False
    return any(
        child.dep == "det" and child.lower in ("the", "this", "these", "that") for child in candidate.token.children
    )


def _standing(candidate: Candidate) -> Standing:
    if candidate.sense.part == "noun":
        return assess_noun(candidate.token, candidate.carrier)
    return assess(candidate.anchor)


def _confidence(candidate: Candidate, standing: Standing, parties: Parties, zone: str) -> float:
    """Score the kind of evidence, 0 to 1: specific frames and named parties raise it, inference lowers it."""
    score = 0.7 + 0.05 * min(candidate.sense.weight, 2)
    score += 0.05 * any(map(is_known, parties.actors)) + 0.05 * any(map(is_known, parties.recipients))
    score -= 0.1 * (candidate.sense.part == "noun" and candidate.carrier is None)
    score -= 0.1 * any(actor.basis is not None for actor in (*parties.actors, *parties.recipients))
    score -= 0.05 * (zone != "body") + 0.05 * standing.claim
    return round(score, 2)
