"""The coder of expectations: sentence by sentence, then told-again ones put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from dragoman.claims.acts import condition_of, is_length, is_to_come, stands_in, unquoted
from dragoman.claims.expectations.frames import prospects
from dragoman.claims.expectations.lexicon import classes
from dragoman.claims.expectations.named import is_speech
from dragoman.claims.expectations.prospect import Prospect
from dragoman.claims.passage import Passage
from dragoman.claims.public import is_public, share
from dragoman.events.home import is_official
from dragoman.events.references import WE
from dragoman.events.scene import dated
from dragoman.events.status import assess
from dragoman.events.voice import is_passive
from dragoman.records import Actor, EventDate, Expectation, Place, content_id
from dragoman.syntax import Token
from dragoman.temporal.govern import time_of_noun

_WITH = frozenset({"with", "between", "of", "by", "to", "against", "among"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "arrival", "departure", "delivery", "journey"})
_WHITHER = frozenset({"to", "in", "at", "from", "on", "about", "over", "into", "near"})
_BEFORE = frozenset({"in", "at", "before"})
_SITTINGS = frozenset({"vote", "debate", "hearing", "trial", "session", "verdict", "ruling"})
_FUTURE = ("future", "conditional", "possible", "fact")
_STEM = 6  # letters by which words of one family are told: *visit*, *visiting*
_ALIKE = 0.6
_FAR = 30
_HEIGHT = 4  # heads above an act that may call it off
_CALLED_OFF = frozenset({"cancellation", "cancel", "postponement", "lack", "absence"})
_ONLY_HOPED = frozenset({"hope", "prospect"})
_TRIP = "trip"
_ONCE = frozenset({"initially", "originally"})
_COMING = frozenset({"next", "tomorrow", "coming", "tonight", "upcoming"})
_PAIR = 2
_REACH = 200  # records back among which an act is looked for that is told again
_VOTERS = "the people vote"
_LIGHT = frozenset({"hold", "take", "place", "be", "make", "have", "go", "get", "give", "schedule", "plan", "expect"})
_SURE = {
    "state": 0.85,
    "set": 0.85,
    "be_to": 0.85,
    "there": 0.85,
    "noun": 0.65,
    "ahead": 0.65,
    "coming": 0.65,
    "headline": 0.75,
    "present": 0.7,
}


@dataclass(frozen=True, slots=True)
class _Told:
    record: Expectation
    keys: frozenset[str]


class ExpectationCoder:
    """Collects the acts to come that one document announces."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._starts: set[int] = set()

    def read(self, passage: Passage) -> None:
        """Take in one sentence; sentences come in order."""
        tokens = passage.sentence.tokens
        if passage.silent or tokens[-1].text == "?":
            return
        for token in tokens:
            for prospect in prospects(token):
                self._take(prospect, passage)

    def records(self) -> tuple[Expectation, ...]:
        """Return the expectations of the document, in the order of the text."""
        kept: list[_Told] = []
        for one in sorted(self._told, key=lambda told: told.record.evidence[0].start):
            near = range(max(0, len(kept) - _REACH), len(kept))
            place = next((i for i in near if _same(kept[i], one)), None)
            if place is None:
                kept.append(one)
            else:
                kept[place] = _together(kept[place], one)
        return tuple(one.record for one in kept)

    def _take(self, prospect: Prospect, passage: Passage) -> None:
        if prospect.act.verb.start in self._starts:
            return
        told = _told(prospect, passage)
        if told is not None:
            self._starts.add(prospect.act.verb.start)
            self._told.append(told)


def _is_called_off(act: Token) -> bool:
    """Tell whether an act is told as cancelled or only hoped for: *the cancellation of a visit*."""
    over = list(islice(act.ancestors(), _HEIGHT))
    return any(a.lemma in _CALLED_OFF or (a.pos == "NOUN" and a.lemma in _ONLY_HOPED) for a in over)


def _told(prospect: Prospect, passage: Passage) -> _Told | None:
    """Return the record of a prospect, or None when no concrete act of somebody in public life is announced."""
    if not _is_announced(prospect, passage):
        return None
    window = _window(prospect, passage)
    if window is not None and not is_to_come(window, passage):
        return None
    if window is not None and (is_length(window) or not _begins(window, prospect, passage)):
        window = None
    place = _place(prospect, passage)
    if not _is_concrete(prospect, window, place, passage):
        return None
    actors = _actors(prospect, passage)
    if _is_general(prospect) or (_is_vague(prospect) and len(actors) < _PAIR):
        return None
    if not actors and not (window is not None and _is_public_event(prospect)):
        return None
    condition = condition_of(prospect.act.verb, prospect.anchor)
    record = Expectation(
        id=content_id("expectation", passage.document.content_id, prospect.act.verb.start, prospect.rule.id),
        act=unquoted(passage.text(prospect.act.words)),
        actors=actors,
        window=window,
        place=place,
        event=_event(actors, passage),
        hedged=prospect.hedged,
        status="conditional" if condition else "planned",
        attribution=passage.attribution(prospect.cue),
        evidence=(passage.span(_words(prospect)),),
        rule=prospect.rule.id,
        confidence=_confidence(prospect, window, actors),
    )
    return _Told(record, _keys(prospect, passage))


def _is_announced(prospect: Prospect, passage: Passage) -> bool:
    """Tell whether the sentence states the prospect, and not asks for, denies or only imagines it."""
    if _is_called_off(prospect.act.verb):
        return False
    anchor = prospect.anchor
    if anchor.pos not in ("VERB", "AUX") or prospect.rule.frame == "headline":
        return True
    if any(child.lower in _ONCE for above in (anchor, anchor.head) for child in above.children):
        return False  # *had initially said he would*
    standing = assess(anchor)
    thought = prospect.hedged and any(step.startswith("opinion") for step in standing.steps)
    if standing.negated or (standing.mood not in _FUTURE and not thought):
        return False
    return prospect.cue.lower not in ("would", "'d") or bool(passage.said(prospect.cue))


def _window(prospect: Prospect, passage: Passage) -> EventDate | None:
    if prospect.event is not None:
        time = time_of_noun(prospect.event, passage.times)
        if time is not None:
            return dated(time)
    if prospect.rule.frame in ("noun", "ahead", "coming"):  # the time of the sentence is another's
        return _time_inside(prospect, passage)
    found = next((date for verb in prospect.act.chain if (date := passage.date(verb)) is not None), None)
    if found is None and prospect.anchor is not prospect.act.verb:
        found = passage.date(prospect.anchor)
    return found or _time_inside(prospect, passage)


def _time_inside(prospect: Prospect, passage: Passage) -> EventDate | None:
    """Return a time to come that stands within the act: *send a team to Sunday's summit*."""
    inside = passage.time_in(prospect.act.words)
    if inside is None or inside.function != "on" or _is_of_a_name(passage.sentence.tokens[inside.last]):
        return None
    if inside.start is None and (passage.document.date is not None or inside.precision != "unknown"):
        return None
    found = dated(inside)
    return found if is_to_come(found, passage) else None


def _is_of_a_name(time: Token) -> bool:
    """Tell whether a time is part of what something is called: *the 1987 treaty*."""
    return time.dep in ("nummod", "amod", "compound", "nmod") and time.head.i > time.i and time.pos == "NUM"


def _begins(window: EventDate, prospect: Prospect, passage: Passage) -> bool:
    """Tell whether a window opens no earlier than the text was written; of a bare present tense it must be known."""
    written = passage.document.date
    if window.start is not None and window.end is not None and int(window.end[:4]) - int(window.start[:4]) > 1:
        return False  # *the next four years* is no day to wait for
    if prospect.rule.frame == "coming" and not _is_ahead(window, passage):
        return False
    if prospect.rule.frame == "agreed" and not stands_in(window, prospect.act.words, passage):
        return False  # when they agreed
    if prospect.rule.frame == "present" and not _is_own_time(window, prospect, passage):
        return False
    return written is None or window.start is None or window.start >= written[: len(window.start)]


def _is_own_time(window: EventDate, prospect: Prospect, passage: Passage) -> bool:
    """Tell whether a bare present tense speaks of a time to come that belongs to its own clause."""
    ahead = _is_told(window) if passage.document.date is not None else _is_coming(window)
    first = min((token.i for head in prospect.subjects for token in head.subtree()), default=prospect.act.first.i)
    opening = any(time.text == window.text and time.last < first for time in passage.times)
    return ahead and (opening or stands_in(window, prospect.act.words, passage))


def _is_ahead(window: EventDate, passage: Passage) -> bool:
    """Tell whether a time that stands with a noun lies after the day of writing, by its words or by its date."""
    written = passage.document.date
    return _is_coming(window) or (
        written is not None and window.start is not None and window.start > written and not _is_bare_day(window)
    )


def _is_bare_day(window: EventDate) -> bool:
    """Tell whether a time is a day of the week by name alone, which may be the one gone by."""
    return window.precision == "day" and not any(letter.isdigit() for letter in window.text)


def _is_told(window: EventDate) -> bool:
    return window.start is not None or window.end is not None or _is_coming(window)


def _is_coming(window: EventDate) -> bool:
    """Tell whether the words of a time say that it lies ahead: *next week*."""
    return not _COMING.isdisjoint(window.text.lower().split())


def _place(prospect: Prospect, passage: Passage) -> Place | None:
    verb = prospect.act.verb
    holders = [verb] if prospect.event is None else [verb, prospect.event]
    thing = verb.child("dobj")
    if thing is not None and (verb.lemma in classes()["holding"] or thing.lemma in classes()["events"]):
        holders.append(thing)
    place = next((place for holder in holders if (place := passage.place(holder)) is not None), None)
    if place is not None or verb.lemma not in classes()["motion"]:
        return place
    for token in _goals(verb):
        venue = passage.scene.venues.named(token, passage.sentence)
        if venue is not None:
            return venue.place
    return None


def _goals(verb: Token) -> Iterator[Token]:
    """Yield where somebody goes: *visit Oslo*, *fly to Oslo*, *leave Rome for Oslo*."""
    if verb.lemma not in ("leave", "send", "depart"):
        yield from (child for child in verb.children if child.dep == "dobj")
    for holder in (verb, *(child for child in verb.children if child.dep in ("dobj", "prt", "advmod", "prep"))):
        for child in holder.children:
            if child.dep in ("prep", "dative") and child.lower in ("to", "for", "at"):
                yield from (low for low in child.children if low.dep == "pobj")


def _is_concrete(prospect: Prospect, window: EventDate | None, place: Place | None, passage: Passage) -> bool:
    if prospect.rule.needs_window:
        return window is not None and (prospect.event is None or _is_told(window))
    if window is not None or (place is not None and place.precision in ("point", "city")):
        return True
    if prospect.event is not None:
        return prospect.rule.frame in ("there", "noun", "ahead") or len(_of_event(prospect.event, passage)) >= _PAIR
    verb = prospect.act.verb
    if verb.lemma == "hold":
        return any(child.lemma in classes()["events"] for child in verb.children if child.dep == "dobj")
    return verb.lemma in classes()["concrete"] and len(prospect.act.words) > 1


def _is_general(prospect: Prospect) -> bool:
    """Tell whether the verb is no act to come: *will remain*; seeing counts only as a meeting."""
    verb, known = prospect.act.verb, classes()
    if prospect.event is not None or prospect.rule.frame == "place" or is_speech(verb):
        return False
    if is_passive(verb) and verb.lemma not in known["concrete"] | known["timed"]:
        return True  # *will be remembered*
    if is_passive(verb) and verb.lemma == "meet":
        return True  # *will be met with protests*
    thing = verb.child("dobj")
    if verb.lemma in ("meet", "address") and thing is not None and thing.lemma in known["not_met"]:
        return True
    return verb.lemma in known["general"] and verb.lemma not in known["meeting"]


def _is_vague(prospect: Prospect) -> bool:
    """Tell whether a verb is an act to come only of two together: *they will talk*."""
    verb = prospect.act.verb
    told = prospect.event is not None or prospect.rule.frame == "place" or is_speech(verb)
    return verb.lemma in classes()["general"] and not told


def _is_public_event(prospect: Prospect) -> bool:
    return prospect.event is not None and prospect.event.lemma in classes()["public"]


def _actors(prospect: Prospect, passage: Passage) -> tuple[Actor, ...]:
    """Return who will act: the subject, of a meeting also the one met, of an event who is named with it."""
    found = _taking_part(prospect, passage) if prospect.event is not None else _doing(prospect, passage)
    kept = [actor for actor in found if _counts(actor) or actor.kind == "open_group" or _is_office(actor, prospect)]
    if not any(_counts(actor) or _is_office(actor, prospect) for actor in kept):
        return ()
    return tuple({(actor.name, actor.country): actor for actor in kept}.values())


def _doing(prospect: Prospect, passage: Passage) -> list[Actor]:
    found = [actor for head in prospect.subjects for actor in _acting(head, prospect, passage)]
    if not any(map(_counts, found)):
        return []
    if prospect.act.verb.lemma in classes()["meeting"]:
        found += _all_named(_met(prospect.act.verb), passage)
    held = [child for child in prospect.act.verb.children if child.dep == "dobj" and child.lemma in classes()["events"]]
    if held:
        found += _all_named((one for noun in (prospect.act.verb, *held) for one in _partners(noun)), passage)
    return found + _all_named(_talked_with(prospect), passage)


def _partners(word: Token) -> Iterator[Token]:
    """Yield with whom or between whom: *hold talks with X*."""
    for child in word.children:
        if child.dep == "prep" and child.lower in ("with", "between"):
            yield from (low for low in child.children if low.dep == "pobj")


def _talked_with(prospect: Prospect) -> Iterator[Token]:
    """Yield with whom a journey is to lead to talks: *will fly to Oslo for talks with the prime minister*."""
    if prospect.act.verb.lemma not in classes()["motion"]:
        return
    for token in prospect.act.words:
        meeting = token.dep == "pobj" and token.head.lower == "for" and token.lemma in classes()["events"]
        if meeting or (token.lemma in classes()["meeting"] and token.is_infinitive()):
            yield from _met(token)


def _taking_part(prospect: Prospect, passage: Passage) -> list[Actor]:
    """Return who is named with an event; who calls one takes part, who only awaits one does so where nobody else is."""
    found = [] if prospect.event is None else _of_event(prospect.event, passage)
    if prospect.rule.frame == "object" and (not found or prospect.cue.lemma not in classes()["awaiting"]):
        found = _all_named(prospect.subjects, passage) + found
    found = found + _all_named(_agents(prospect.anchor), passage) if is_passive(prospect.anchor) else found
    return found + _speaking_for(found, prospect, passage)


def _speaking_for(found: Iterable[Actor], prospect: Prospect, passage: Passage) -> list[Actor]:
    """Return whose official announces in his own words a meeting of officials of whom no state is told."""
    unnamed = [actor for actor in found if _is_office(actor, prospect)]
    if not unnamed or any(_counts(actor) for actor in found):
        return []
    said = [said for said in passage.said(prospect.cue) if said.direct]
    speakers = [actor for one in said[:1] for actor in passage.speakers(one)]
    return [actor for actor in speakers if is_official(actor) and actor.country is not None][:1]


def _all_named(heads: Iterable[Token], passage: Passage) -> list[Actor]:
    return [actor for head in heads for actor in _named(head, passage)]


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "agent":
            yield from (low for low in child.children if low.dep == "pobj")


def _counts(actor: Actor) -> bool:
    return is_public(actor) or actor.basis == _VOTERS


def _is_office(actor: Actor, prospect: Prospect) -> bool:
    """Tell whether an actor is an official whom nobody tells the country of: *a meeting of defence ministers*."""
    return prospect.event is not None and actor.kind in ("office", "body") and "GOV" in actor.sectors


def _acting(head: Token, prospect: Prospect, passage: Passage) -> Iterator[Actor]:
    """Yield who acts: also whose ship or team does, and the people where they vote."""
    actors = _named(head, passage)
    if not any(map(is_public, actors)) and head.lemma in classes()["crews"]:
        actors = passage.actors(head, nested=True) or tuple(_owning(head, passage))
    votes = any(word.lemma in classes()["voting"] for word in (prospect.act.verb, *_aim(prospect.act.verb)))
    for actor in actors:
        voting = actor.country is not None and votes
        yield replace(actor, basis=_VOTERS) if voting and not is_public(actor) else actor


def _aim(verb: Token) -> Iterator[Token]:
    """Yield where somebody goes: *the polls* in *go to the polls*."""
    yield from (low for child in verb.children if child.lower == "to" for low in child.children)


def _owning(head: Token, passage: Passage) -> Iterator[Actor]:
    """Yield the states and bodies before or behind a noun of people: *Dutch experts*, *the head of the OPCW*."""
    beside = [child for child in head.children if child.dep in ("amod", "nmod", "compound", "poss")]
    beside += [low for child in head.children if child.lower == "of" for low in child.children]
    yield from (actor for word in beside for actor in passage.actors(word) if is_public(actor))


def _of_event(event: Token, passage: Passage) -> list[Actor]:
    end = event.end if event.lemma not in classes()["public"] else passage.sentence.end
    event = _core(event)
    found = [actor for actor in passage.actors(event, nested=True) if actor.end <= end]
    journey = event.lemma in _JOURNEYS
    found = _without_goals(event, found) or ([] if journey else found)
    for child in event.children:
        within = child.lower in _BEFORE and event.lemma in _SITTINGS
        if child.dep == "prep" and (child.lower in _WITH or within) and not (journey and child.lower == "to"):
            found += [actor for low in child.children if low.dep == "pobj" for actor in _named(low, passage)]
    return found


def _core(event: Token) -> Token:
    """Return the talks of *a round of talks*, else the event itself."""
    phrase = next((child for child in event.children if child.lower == "of"), None)
    inner = phrase.child("pobj") if phrase is not None else None
    return inner if inner is not None and inner.lemma in classes()["events"] else event


def _without_goals(event: Token, actors: Iterable[Actor]) -> list[Actor]:
    """Return the actors that are not only where an event takes place or leads: *the visit of the envoy to **Oslo***."""
    goals = [child for child in event.children if child.dep == "prep" and child.lower in _WHITHER]
    if event.lemma in _JOURNEYS:
        goals += [token for token in event.subtree() if token.dep == "prep" and token.lower == "to"]
    spans = [(child.start, max(token.end for token in child.subtree())) for child in goals]
    return [actor for actor in actors if not any(first <= actor.start < last for first, last in spans)]


def _named(head: Token, passage: Passage) -> tuple[Actor, ...]:
    actors = passage.actors(head)
    return actors or (passage.sources(head)[:1] if head.lower in WE else ())


def _met(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "dobj":
            yield child
        elif child.dep == "prep" and child.lower == "with":
            yield from (low for low in child.children if low.dep == "pobj")


def _event(actors: Iterable[Actor], passage: Passage) -> str | None:
    """Return the planned event of the same sentence in which one of the actors takes part."""
    known = list(actors)
    for event in passage.events:
        if event.status == "planned" and share(known, (*event.actors, *event.recipients)):
            return event.id
    return None


def _words(prospect: Prospect) -> list[Token]:
    """Return the words from who acts to the end of the act, or of the act alone where that would be far apart."""
    starts = [token for head in prospect.subjects for token in head.subtree()]
    first = prospect.act.first.i
    near = [token for token in (prospect.cue, *starts) if 0 <= first - token.i <= _FAR]
    return [*near, *prospect.act.words, *([prospect.cue] if prospect.cue.i > first else ())]


def _confidence(prospect: Prospect, window: EventDate | None, actors: Iterable[Actor]) -> float:
    score = _SURE.get(prospect.rule.frame, 0.8) - 0.1 * (window is None) - 0.1 * prospect.hedged
    return round(score - 0.1 * any(actor.basis is not None for actor in actors), 2)


def _keys(prospect: Prospect, passage: Passage) -> frozenset[str]:
    """Return the stems of the words by which an act is told from others; all journeys are of one kind."""
    timed = {i for time in passage.times for i in range(time.first, time.last + 1)}
    found = {
        token.lemma.lower()[:_STEM]
        for token in prospect.act.words
        if token.pos in ("NOUN", "PROPN", "VERB", "ADJ") and token.i not in timed and token.lemma not in _LIGHT
    }
    return frozenset(found | {_TRIP} if prospect.act.verb.lemma in classes()["motion"] else found)


def _same(one: _Told, other: _Told) -> bool:
    """Tell whether two sentences announce one act."""
    if not share(one.record.actors, other.record.actors) or not _same_time(one.record.window, other.record.window):
        return False
    if one.record.place and other.record.place and one.record.place.name != other.record.place.name:
        return False
    smaller = min(len(one.keys), len(other.keys))
    common = len(one.keys & other.keys)
    return common > 0 and (common / smaller >= _ALIKE if smaller else False)


def _same_time(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None or one.start is None or other.start is None:
        return True
    return one.start.startswith(other.start) or other.start.startswith(one.start) or one.end == other.start


def _together(first: _Told, second: _Told) -> _Told:
    """Return both as one, in the wording that gives a time, else the fuller one."""
    one, two = first.record, second.record
    better = two if (two.window is not None, len(two.act)) > (one.window is not None, len(one.act)) else one
    record = replace(
        better,
        id=one.id,
        actors=one.actors if len(one.actors) >= len(two.actors) else two.actors,
        window=better.window,
        place=one.place or two.place,
        event=one.event or two.event,
        hedged=one.hedged and two.hedged,
        evidence=(*one.evidence, *two.evidence),
    )
    return _Told(record, first.keys | second.keys)
