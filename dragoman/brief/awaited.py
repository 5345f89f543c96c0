"""What became of expectations, as far as the record tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.brief.nouns import Item
from dragoman.ontology import FUTURE
from dragoman.records import Event, EventDate, Expectation
from dragoman.store.keys import first_day, last_day, name_key

UNCONFIRMED = "not confirmed in the record"


def outcome(
    expected: Expectation,
    document: str,
    planned: Mapping[str, Event],
    happened: Iterable[Item],
    known_until: str | None,
) -> str:
    """Return what the record says of `expected`, which the document with the id `document` tells of.

    Empty while its time has not passed by the last day of publication, `known_until`, or has no calendar date.
    `happened` are acts of the same actor that have happened, `planned` events by their id.  An act of another document
    confirms it that falls into the window and is of the planned event's type, or else took place where it was expected.
    """
    window = expected.window
    if window is None or window.start is None:
        return ""
    event = planned.get(expected.event or "")
    for item in happened:
        if item.document.id != document and _confirms(item.record, expected, event):
            return f"reported as {item.record.id}"
    passed = known_until is not None and last_day(window.end or window.start) < first_day(known_until)
    return UNCONFIRMED if passed else ""


def _confirms(done: object, expected: Expectation, planned: Event | None) -> bool:
    if not isinstance(done, Event) or not _overlap(done.date, expected.window):
        return False
    acting = {name_key(actor.name) for actor in (*done.actors, *done.recipients)}
    if expected.actors and acting.isdisjoint(name_key(actor.name) for actor in expected.actors):
        return False
    if planned is not None:
        return planned.type in (done.type, FUTURE[done.type])
    return done.place is not None and expected.place is not None and done.place.name == expected.place.name


def _overlap(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None or not one.start or not other.start:
        return False
    ends = last_day(one.end or one.start), last_day(other.end or other.start)
    return first_day(one.start) <= ends[1] and first_day(other.start) <= ends[0]
