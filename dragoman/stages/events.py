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
from dragoman.events.participants import UNNAMED, Participants, is_known
from dragoman.events.refine import contexts_of, modes_of
from dragoman.events.screen import silenced
from dragoman.events.senses import Sense, SenseLexicon, Slots
from dragoman.events.slots import slots_of
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.ontology import SPEECH_ACTS
from dragoman.records import Actor, Attribution, Event, EventDate, Evidence, Place, content_id
from dragoman.stages.base import Draft, Mention, Stage, TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.temporal.govern import governing_time

#: Acts whose author may be unknown, when it is known to whom they were done.
_AUTHOR_UNKNOWN = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "RETREAT", "REQUEST", "AID", "MOBILIZE", "PROTEST", "REJECT"}
)
#: Acts done somewhere to somebody: an unnamed side is of the country where they took place.
_LOCAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONCEDE"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
#: Slots of the content of a speech act that name whom it concerns, in order of preference.
_CONCERNED = ("iobj", "obj", "to", "against", "for", "with", "on", "from", "in")
_PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "across")


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
        silent = silenced(draft.sentences)
        times: dict[int, list[TimeMention]] = {}
        for time in draft.times:
            times.setdefault(time.sentence, []).append(time)
        told: list[Told] = []
        for sentence in draft.sentences:
            timed = times.get(sentence.index, [])
            participants.enter(sentence, timed)
            coder = _SentenceCoder(self, draft, sentence, participants, timed)
            if sentence.index not in silent:
                told.extend(coder.events())
            coder.remember()
        return replace(draft, events=tuple(merge(told)))

    def fired(self, sentence: Sentence, participants: Participants) -> list[Candidate]:
        """Return the words of a sentence that a sense fits and that are acts of their own."""
        found = list(candidates(sentence, self._lexicon, participants))
        return [candidate for candidate in found if not is_content(candidate, found)]

    def noun_senses(self, token: Token) -> list[Sense]:
        """Return the senses of a noun that may report an act."""
        return self._lexicon.find("noun", token.lemma) if token.pos == "NOUN" else []

    def place(self, name: str) -> Place | None:
        """Return the place called `name`."""
        return self._dictionary.place(name)


@dataclass
class _SentenceCoder:
    """Codes one sentence."""

    stage: Events
    draft: Draft
    sentence: Sentence
    participants: Participants
    times: list[TimeMention]

    def events(self) -> Iterator[Told]:
        for candidate in self.stage.fired(self.sentence, self.participants):
            event = self._event(candidate)
            if event is not None:
                yield Told(event, self.sentence.index, self.sentence.zone)

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
        standing = (
            assess(candidate.anchor)
            if candidate.sense.part != "noun"
            else assess_noun(candidate.token, candidate.carrier)
        )
        coded = outcome(candidate.sense, standing)
        if coded is None:
            return None
        self._hear_speaker(standing)
        actors, recipients = self._parties(candidate, coded)
        place = self._place(candidate)
        actors, recipients = _localised(coded.type, actors, recipients, place)
        actors = [self._of_the_only_country(actor) for actor in actors]
        if not _enough(candidate.sense.type, actors, recipients):
            return None
        visit = coded.type == "CONSULT" and not recipients and _hosted(actors, place)
        if visit:
            recipients = [actor for actor in actors if place is not None and actor.country == place.country]
            actors = [actor for actor in actors if actor not in recipients]
        event = self._record(candidate, coded, standing, actors, recipients, place)
        return replace(event, modes=("visit",)) if visit and not event.modes else event

    def _of_the_only_country(self, actor: Actor) -> Actor:
        """An office-holder of no stated country is of the only country that the sentence names."""
        if (
            actor.country is None
            and actor.kind in ("person", "office", "body")
            and not _OFFICIAL.isdisjoint(actor.sectors)
        ):
            countries = self.participants.countries()
            if len(countries) == 1:
                return replace(actor, country=countries[0], basis="only country of the sentence")
        return actor

    def _hear_speaker(self, standing: Standing) -> None:
        for token in standing.speaker:
            for actor in self.participants.actors(token):
                if is_known(actor):
                    self.participants.discourse.speaks(actor)
                    return

    def _parties(self, candidate: Candidate, coded: Outcome) -> tuple[list[Actor], list[Actor]]:
        actors = self._pick(candidate, candidate.sense.actor, nested=False) or self._authors(candidate)
        recipients = self._pick(candidate, candidate.sense.recipient, nested=True)
        if not recipients and candidate.sense.type in SPEECH_ACTS and not candidate.sense.mutual:
            recipients = self._addressed(candidate)
        names = {(actor.name, actor.country) for actor in actors}
        recipients = [actor for actor in recipients if (actor.name, actor.country) not in names]
        visit = coded.keeps_modes and "visit" in candidate.sense.modes
        if candidate.sense.mutual and not visit:
            return [*actors, *recipients], []
        return actors, recipients

    def _authors(self, candidate: Candidate) -> list[Actor]:
        """When an act does the deed (*an Israeli air strike killed nine*), its author is the author."""
        for token in candidate.filled.get("subj", ()):
            if any(sense.type == candidate.sense.type for sense in self.stage.noun_senses(token)):
                filled = slots_of(token, "noun", carried=False)
                for name in ("between", "subj"):
                    found = [a for head in filled.get(name, ()) for a in self.participants.actors(head) if is_known(a)]
                    if found:
                        return found
        return []

    def _addressed(self, candidate: Candidate) -> list[Actor]:
        """Whom the content of a speech act concerns: *threatened to attack Israel*, *promised aid for Mali*."""
        for token in candidate.filled.get("clause_subj", ()):
            found = [actor for actor in self.participants.actors(token) if is_known(actor)]
            if found:
                return found
        for clause in candidate.filled.get("clause", ()):
            filled = slots_of(clause, "verb")
            for name in _CONCERNED:
                found = [
                    a for t in filled.get(name, ()) for a in self.participants.actors(t, nested=True) if is_known(a)
                ]
                if found:
                    return found
        return []

    def _pick(self, candidate: Candidate, slots: Slots, *, nested: bool) -> list[Actor]:
        found: list[Actor] = []
        for name in slots.names:
            for token in candidate.filled.get(name, ()):
                found.extend(self.participants.actors(token, nested=nested))
            if found and not slots.every:
                break
        if any(is_known(actor) for actor in found):
            found = [actor for actor in found if actor.name != UNNAMED]
        return list({(actor.name, actor.country): actor for actor in found}.values())

    def _place(self, candidate: Candidate) -> Place | None:
        for token in dict.fromkeys((candidate.token, candidate.anchor)):
            for child in token.children:
                if child.dep == "prep" and child.lower in _PLACE_PREPOSITIONS:
                    for below in (low for pobj in child.children for low in (pobj, *pobj.children)):
                        place = self._place_of(below) if below.dep in ("pobj", "appos") else None
                        if place is not None:
                            return place
        return None

    def _place_of(self, token: Token) -> Place | None:
        mention: Mention | None = self.participants.mention(token)
        if mention is not None and mention.form in ("name", "capital", "place"):
            words = self.sentence.tokens[mention.first : mention.last + 1]
            return self.stage.place(" ".join(word.text for word in words))
        return None

    def _record(
        self, candidate: Candidate, coded: Outcome, standing: Standing,
        actors: list[Actor], recipients: list[Actor], place: Place | None,
    ) -> Event:  # fmt: skip
        sense, document = candidate.sense, self.draft.document
        start, end = self.sentence.start, self.sentence.end
        modes = sense.modes if coded.keeps_modes else ()
        return Event(
            id=content_id("event", document.content_id, coded.type, candidate.token.start, sense.id),
            type=coded.type,
            modes=modes or modes_of(coded.type, candidate.token, candidate.filled),
            contexts=contexts_of(self.sentence),
            actors=tuple(actors),
            recipients=tuple(recipients),
            date=self._date(candidate),
            place=place,
            status=coded.status,
            attribution=self._attribution(standing),
            magnitude=self._magnitude(candidate),
            evidence=(Evidence(start=start, end=end, quote=document.text[start:end]),),
            rule=sense.id,
            confidence=_confidence(candidate, standing, actors, recipients, self.sentence.zone),
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


def _localised(
    type_: str, actors: list[Actor], recipients: list[Actor], place: Place | None
) -> tuple[list[Actor], list[Actor]]:
    """Give generic actors of a local act the country where it took place."""
    if type_ not in _LOCAL or place is None or place.country is None:
        return actors, recipients

    def settle(actor: Actor) -> Actor:
        if actor.country is None and actor.entry is not None and actor.kind in ("agent", "body", "office"):
            return replace(actor, country=place.country, basis="place of the act")
        return actor

    return [settle(actor) for actor in actors], [settle(actor) for actor in recipients]


def _hosted(actors: list[Actor], place: Place | None) -> bool:
    """A meeting in the country of one of the parties is a visit to it by the others (PLOVER: visitor is actor)."""
    if place is None or place.country is None:
        return False
    hosts = [actor.country == place.country for actor in actors]
    return any(hosts) and not all(hosts)


def _enough(type_: str, actors: list[Actor], recipients: list[Actor]) -> bool:
    """Tell whether the parties make an event: somebody is known, and the author or a patient is named."""
    if not any(is_known(actor) for actor in (*actors, *recipients)):
        return False
    if type_ == "CONSULT" and len(actors) + len(recipients) < 2:
        return False
    return bool(actors) or type_ in _AUTHOR_UNKNOWN


def _confidence(
    candidate: Candidate, standing: Standing, actors: list[Actor], recipients: list[Actor], zone: str
) -> float:
    """Score the kind of evidence, 0 to 1: specific frames and named parties raise it, inference lowers it."""
    score = 0.7 + 0.05 * min(candidate.sense.weight, 2)
    score += 0.05 * (any(map(is_known, actors))) + 0.05 * (any(map(is_known, recipients)))
    score -= 0.1 * (candidate.sense.part == "noun" and candidate.carrier is None)
    score -= 0.1 * any(actor.basis is not None for actor in (*actors, *recipients))
    score -= 0.05 * (zone != "body") + 0.05 * standing.claim
    return round(score, 2)
