"""One act told several times in one document is one event with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.events.known import told
from dragoman.records import Actor, Event, EventDate

NEAR = 4  # sentences
NEXT = 2  # sentences after an attack in which its victims are counted
_SEEN = "network."
"""Beginning of the rules of acts that only the network saw."""
_TOLLS = frozenset({"kill", "wound", "injure", "die", "attack_kill", "claim_life", "leave_dead"})
"""Rules, less their numbers, that count the victims of an attack."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with where it was told."""

    event: Event
    sentence: int
    zone: str
    refers_back: bool = False
    """True when a definite noun names the act: *the meeting*, *these talks*."""


def merge(tellings: Iterable[Told]) -> list[Event]:
    """Return the events of a document in text order, retellings joined to the fullest telling."""
    kept: list[Told] = []
    for item in tellings:
        for i, other in enumerate(kept):
            if _same_act(other, item):
                kept[i] = _join(other, item)
                break
        else:
            kept.append(item)
    return sorted((item.event for item in kept), key=_first_told)


def _first_told(event: Event) -> int:
    return min(evidence.start for evidence in event.evidence)


def _same_act(a: Told, b: Told) -> bool:
    if _counts_victims(a, b) or _seen_beside(a, b):
        return True
    if a.event.type != b.event.type or not _compatible(a.event, b.event):
        return False
    headline = a.zone != "body"
    if headline:
        return True
    if b.refers_back:
        return True
    same_word = a.event.rule.partition(".")[0] == b.event.rule.partition(".")[0]
    return same_word and 0 < b.sentence - a.sentence <= NEAR


def _counts_victims(a: Told, b: Told) -> bool:
    """Tell whether one of two tellings counts the victims of the attack that the other tells, there or next to it.

    Of an author or a victim who is not named, or of no known country, nothing speaks against that.
    """
    one, two = a.event, b.event
    tolls = [event.rule.partition(".")[0] in _TOLLS for event in (one, two)]
    if not one.type == two.type == "ASSAULT" or tolls[0] == tolls[1] or not 0 <= b.sentence - a.sentence <= NEXT:
        return False
    places = {event.place.name for event in (one, two) if event.place is not None}
    sides = (one.actors, two.actors), (one.recipients, two.recipients)
    return len(places) < 2 and _same_time(one, two) and all(_may_be_same(ours, theirs) for ours, theirs in sides)


def _seen_beside(a: Told, b: Told) -> bool:
    """Tell whether one of two acts in a sentence is what only the network saw beside the other, of the same parties."""
    one, two = a.event, b.event
    if one.type != two.type or a.sentence != b.sentence or not any(e.rule.startswith(_SEEN) for e in (one, two)):
        return False
    sides = (one.actors, two.actors), (one.recipients, two.recipients)
    return _same_time(one, two) and all(_may_be_same(ours, theirs) for ours, theirs in sides)


def _may_be_same(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    ours, theirs = ({_side(actor) for actor in told(side) if actor.country or actor.entry} for side in (a, b))
    return not ours or not theirs or bool(ours & theirs)


def _side(actor: Actor) -> tuple[str | None, bool]:
    """Return whose an actor is, and whether it is an armed group of that country, not the country's own."""
    return actor.country or actor.entry, actor.kind == "armed_group"


def _compatible(a: Event, b: Event) -> bool:
    return _same_parties(a, b) and _same_time(a, b)


def _same_time(a: Event, b: Event) -> bool:
    """Tell whether two acts may be of one day, both done, both still to come, or both denied."""
    if (a.status == "planned") != (b.status == "planned") or (a.status == "denied") != (b.status == "denied"):
        return False
    return a.date is None or b.date is None or _same_day(a.date, b.date)


def _same_day(a: EventDate, b: EventDate) -> bool:
    """Tell whether two dates may be one: nothing told of both, on the calendar or in days from the writing, differs."""
    same_start = a.start is None or b.start is None or a.start == b.start
    return same_start and (a.offset_days is None or b.offset_days is None or a.offset_days == b.offset_days)


def _same_parties(a: Event, b: Event) -> bool:
    """Tell whether the same may have acted on the same; who meets whom may be told from either side, or of both."""
    if _alike(told(a.actors), told(b.actors)) and _alike(told(a.recipients), told(b.recipients)):
        return True
    ours, theirs = told((*a.actors, *a.recipients)), told((*b.actors, *b.recipients))
    return a.type == "CONSULT" and min(len(ours), len(theirs)) > 1 and _alike(ours, theirs)


def _alike(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Tell whether two lists of parties may be the same: equal countries, or one within the other."""
    if _are_others(a, b):
        return False
    ours = {actor.country or actor.name for actor in a}
    theirs = {actor.country or actor.name for actor in b}
    return ours == theirs or (bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours))


def _are_others(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Tell whether two known persons stand for one country: its president met somebody, and its minister did."""
    ours = {actor.country: actor.entry for actor in a if actor.kind == "person" and actor.entry}
    theirs = {actor.country: actor.entry for actor in b if actor.kind == "person" and actor.entry}
    return any(country in theirs and theirs[country] != entry for country, entry in ours.items())


def _join(a: Told, b: Told) -> Told:
    full, other = (b, a) if a.zone != "body" or _fullness(b.event) > _fullness(a.event) else (a, b)
    evidence = {(e.start, e.end): e for e in (*full.event.evidence, *other.event.evidence)}
    event = replace(
        full.event,
        date=_date(full.event, other.event),
        place=full.event.place or other.event.place,
        modes=full.event.modes or other.event.modes,
        evidence=tuple(evidence.values()),
        trace=(*full.event.trace, f"told again under rule {other.event.rule}"),
    )
    return replace(full, event=event)


def _date(full: Event, other: Event) -> EventDate | None:
    """Return the date of the fuller telling, unless only the other one tells a day that can be counted from."""
    dates = [date for date in (full.date, other.date) if date is not None]
    told = (date for date in dates if date.start or date.end or date.offset_days is not None)
    return next(told, dates[0] if dates else None)


def _fullness(event: Event) -> int:
    named = sum(actor.country is not None for actor in told((*event.actors, *event.recipients)))
    return 2 * named + (event.date is not None) + (event.place is not None)
