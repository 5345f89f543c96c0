"""Acts: what the words of one sentence report, and what became of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.events.choose import Candidate, candidates, judged
from dragoman.events.content import is_content
from dragoman.events.density import Density
from dragoman.events.known import is_known
from dragoman.events.outcome import Outcome, outcome
from dragoman.events.participants import Participants
from dragoman.events.parties import LOCAL, Parties, PartyFinder, is_private
from dragoman.events.propose import PROPOSE, is_credible, is_proposed, weighed
from dragoman.events.refine import contexts_of, modes_of
from dragoman.events.scene import Scene, dated
from dragoman.events.senses import PARTS_OF_SPEECH, SenseLexicon
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.learned.network import Guess
from dragoman.records import Attribution, Event, EventDate, Evidence, Place, content_id
from dragoman.stages.base import Draft
from dragoman.syntax import Sentence, Token
from dragoman.temporal.govern import is_at_odds

#: Acts of speech that are none where they are denied: *does not seek*.
_UNSAID = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
#: What is said not to be possible is refused.
_UNABLE = frozenset({"modal can", "modal ca", "modal could"})
#: Types that the network, where it is but half sure, mostly guesses wrong in sentences of which nothing else is coded.
_UNLIKELY = frozenset({"CONCEDE", "CONSULT", "COOPERATE", "RETREAT"})
_NAMED_BODIES = frozenset({"armed_group", "organisation"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a word that a sense or the network takes for an act."""

    candidate: Candidate
    event: Event | None
    reason: str
    """Why there is no event; empty when there is one."""


@dataclass(frozen=True, slots=True)
class Near:
    """A word that might have been taken for an act."""

    token: Token
    reasons: tuple[str, ...]


@dataclass
class SentenceCoder:
    """Codes the sentence that its participants have entered."""

    lexicon: SenseLexicon
    draft: Draft
    scene: Scene
    finder: PartyFinder

    @property
    def sentence(self) -> Sentence:
        """The sentence that is coded."""
        return self.scene.sentence

    @property
    def participants(self) -> Participants:
        """Who knows the actors of the sentence."""
        return self.scene.participants

    def fates(self) -> Iterator[Fate]:
        """Yield each word that may report an act, with the event it gives or why it gives none."""
        told = list(self._fates(self.scene.density))
        yield from told
        if self.scene.density == "plain" and all(fate.event is None for fate in told):
            yield from self._likeliest()

    def _likeliest(self) -> Iterator[Fate]:
        """Yield the act of which the network is surest where nothing else is told, as it would be in a dense text."""
        reading = self.draft.readings.get(self.sentence.index)
        if reading is None or next(iter(reading.guesses(self.sentence, PROPOSE["dense"])), None) is None:
            return
        acts = [f for f in self._fates("dense") if f.event is not None and f.event.type not in _UNLIKELY]
        acts.sort(key=lambda fate: fate.candidate.guess.score if fate.candidate.guess else 0.0, reverse=True)
        yield from acts[:1]

    def _fates(self, density: Density) -> Iterator[Fate]:
        found = list(candidates(self.sentence, self.lexicon, self.participants))
        standings = {id(candidate): _standing(candidate) for candidate in found}
        reading = self.draft.readings.get(self.sentence.index)
        if reading is not None:
            outcomes = [outcome(candidate.sense, standings[id(candidate)]) for candidate in found]
            weighing = weighed(found, outcomes, self.sentence, reading, self.lexicon, density=density)
            yield from (Fate(candidate, None, reason) for candidate, reason in weighing.dropped)
            found = weighing.kept
        held = []
        silent: list[Candidate] = []
        for candidate in found:
            if is_content(candidate, found):
                held.append(candidate)
                continue
            fate = self._fate(candidate, standings.get(id(candidate)) or _standing(candidate))
            if fate.event is None:
                silent.append(candidate)
            yield fate
        for candidate in held:
            speaking = [other for other in found if other not in silent or other.sense.type != candidate.sense.type]
            if is_content(candidate, speaking):
                yield Fate(candidate, None, "content of another act")
            else:  # *dozens were hurt in clashes*: what the verb cannot tell for want of parties, its noun may
                yield self._fate(candidate, standings.get(id(candidate)) or _standing(candidate))

    def nearly(self) -> Iterator[Near]:
        """Yield the words that might have been taken for acts, with why they were not."""
        fired: set[int] = set()
        for token, found in judged(self.sentence, self.lexicon, self.participants):
            if isinstance(found, Candidate):
                fired.add(token.i)
            else:
                yield Near(token, tuple(found))
        reading = self.draft.readings.get(self.sentence.index)
        for guess in reading.guesses(self.sentence, 0.0) if reading is not None else ():
            if guess.token.i not in fired and (doubt := self._doubt(guess)):
                yield Near(guess.token, (f"the network sees {guess.type}, but {doubt}",))

    def _doubt(self, guess: Guess) -> str | None:
        """Return why a guess of the network is not proposed for itself."""
        if is_credible(guess, self.lexicon, density=self.scene.density):
            return None
        if guess.score < PROPOSE["dense"]:
            return f"not surely ({guess.score:.2f})"
        if self.scene.density == "quiet":
            return f"acts are rare here ({guess.score:.2f})"
        return f"no sense of the word has that type ({guess.score:.2f})"

    def _fate(self, candidate: Candidate, standing: Standing) -> Fate:
        event = self._event(candidate, standing)
        if isinstance(event, str):
            return Fate(candidate, None, event)
        self.participants.discourse.together((*event.actors, *event.recipients), self.sentence.index)
        return Fate(candidate, event, "")

    def _event(self, candidate: Candidate, standing: Standing) -> Event | str:
        """Return the event that a candidate reports, or why it reports none."""
        coded = _coded(candidate, standing, self.lexicon)
        if coded is None:
            return f"no act reported: {', '.join(standing.steps) or standing.mood}"
        venue = self.scene.venues.of(candidate, self.sentence)
        if venue is None and coded.type in LOCAL:
            venue = self.scene.venues.only(self.sentence)
        if venue is None and coded.type == "CONSULT":
            venue = self.scene.venues.reached(self.sentence)
        parties = self.finder.find(candidate, coded, venue)
        if parties is None:
            return "too little is known of who did it to whom"
        if is_private(parties, coded.type):
            return "nobody of public life takes part"
        return self._record(candidate, coded, standing, parties, venue.place if venue else None)

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
            contexts=contexts_of(token for token in self.sentence.tokens if not self._is_in_name(token)),
            actors=parties.actors,
            recipients=parties.recipients,
            date=self._date(candidate, coded.status),
            place=place,
            status=coded.status,
            attribution=self._attribution(standing),
            magnitude=self._magnitude(candidate),
            evidence=(Evidence(start=start, end=end, quote=document.text[start:end]),),
            rule=sense.id,
            confidence=_confidence(candidate, standing, parties, self.sentence.zone),
            trace=tuple(_steps(candidate, standing)),
        )

    def _is_in_name(self, token: Token) -> bool:
        """Tell whether a word is part of a body's name, which says nothing of what the act is about."""
        mention = self.participants.mention(token)
        return mention is not None and mention.form == "name" and mention.kind in _NAMED_BODIES

    def _date(self, candidate: Candidate, status: str) -> EventDate | None:
        if candidate.spoken:
            return None  # a time in the sentence dates what is told, not the telling
        time = self.scene.time_of(candidate.token, candidate.carrier or candidate.token)
        if time is None or is_at_odds(time, status, self.draft.document.date):
            return None
        return dated(time)

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


def _coded(candidate: Candidate, standing: Standing, lexicon: SenseLexicon) -> Outcome | None:
    """Return what a candidate counts as: by sense and standing, in which the network knows the status better."""
    guess = candidate.guess
    if guess is None or guess.type is None:
        return outcome(candidate.sense, standing)
    if is_proposed(candidate):
        if guess.type == "REJECT" and standing.negated and not _is_refusal(candidate.token, lexicon):
            return _refused(standing)
        agreed = _agree(standing, guess)
        return Outcome(guess.type, _status(standing, guess), keeps_modes=False) if agreed else None
    coded = outcome(candidate.sense, standing)
    if coded is None or (coded.type == "REJECT" and standing.negated):  # what was denied is the act refused
        return coded
    return replace(coded, status=_status(standing, guess))


def _is_refusal(word: Token, lexicon: SenseLexicon) -> bool:
    """Tell whether a word refuses by itself: *reject*, not the *accept* of *will not accept*."""
    senses = lexicon.find(PARTS_OF_SPEECH.get(word.pos, ""), word.lemma)
    return any(sense.type == "REJECT" and all("unwilling" not in slots for slots, _ in sense.when) for sense in senses)


def _refused(standing: Standing) -> Outcome | None:
    """Return what is refused in words that deny an act: *will not accept*, *cannot accept*, not *may not accept*."""
    if standing.unreal and not _UNABLE.intersection(standing.steps):
        return None
    return Outcome("REJECT", "reported-claim" if standing.claim else "happened", keeps_modes=False)


def _status(standing: Standing, guess: Guess) -> str:
    """Return the status that the network gives, unless the words say outright that it is hearsay."""
    if standing.claim and guess.status in ("happened", "ongoing", "demanded"):
        return "reported-claim"
    if guess.type == "REQUEST" and guess.status in ("happened", "ongoing"):
        return "demanded"
    return guess.status


def _agree(standing: Standing, guess: Guess) -> bool:
    """Tell whether the words around a proposed act bear out the status that the network gives it."""
    if standing.mood == "possible":  # *may attack* alone is a guess of somebody's, *may attack if* a condition
        return guess.status == "conditional" and "if clause" in standing.steps
    if guess.type in _UNSAID and guess.status == "denied":
        return False
    return not standing.unreal and not (standing.negated and guess.status == "happened")


def _standing(candidate: Candidate) -> Standing:
    if candidate.spoken:
        return Standing()
    if candidate.sense.part == "noun":
        return assess_noun(candidate.token, candidate.carrier)
    return assess(candidate.anchor)


def _steps(candidate: Candidate, standing: Standing) -> Iterator[str]:
    """Yield how the event came about: word and rule, the network's view, the standing, the senses that lost."""
    yield f"{candidate.sense.id} at {candidate.token.text!r} ({candidate.sense.source})"
    if candidate.guess is not None:
        yield f"the network sees {candidate.guess.type} ({candidate.guess.score:.2f}), {candidate.guess.status}"
    yield from standing.steps
    yield from candidate.lost


def _confidence(candidate: Candidate, standing: Standing, parties: Parties, zone: str) -> float:
    """Score the kind of evidence, 0 to 1: specific frames and named parties raise it, inference lowers it."""
    score = 0.7 + 0.05 * min(candidate.sense.weight, 2)
    score += 0.05 * any(map(is_known, parties.actors)) + 0.05 * any(map(is_known, parties.recipients))
    score -= 0.1 * (candidate.sense.part == "noun" and candidate.carrier is None)
    score -= 0.1 * any(actor.basis is not None for actor in (*parties.actors, *parties.recipients))
    score -= 0.05 * (zone != "body") + 0.05 * standing.claim
    if candidate.guess is not None and is_proposed(candidate):
        score = min(score, candidate.guess.score)
    return round(score, 2)
