"""What became of expectations, as far as the record tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from dragoman.brief.nouns import Item
from dragoman.ontology import FUTURE
from dragoman.records import Event, EventDate, Expectation
from dragoman.store.keys import first_day, last_day, name_key

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
UNCONFIRMED = "not confirmed in the record"
_MONTHS = 24
"""Acts and windows are compared in so many months from their first day: what takes longer confirms little."""


class Acts:
    """The acts that expectations are compared with, and the day until which the record knows of any."""

    def __init__(self, items: Iterable[Item], known_until: str | None) -> None:
        self._known_until = known_until
        self._planned: dict[str, Event] = {}
        self._happened: dict[tuple[str, str], list[tuple[Event, str]]] = defaultdict(list)
        for item in items:
            if isinstance(item.record, Event):
                self._take(item.record, item.document.id)

    def _take(self, event: Event, document: str) -> None:
        self._planned[event.id] = event
        if event.status == "happened":
            for month in _months(event.date):
                for name in {name_key(actor.name) for actor in (*event.actors, *event.recipients)}:
                    self._happened[name, month].append((event, document))

    def outcome(self, expected: Expectation, document: str) -> str:
        """Return what became of `expected`, which the document with the id `document` tells of.

        Empty while its time has not passed by the last day known, or has no calendar date.  What confirms it is an act
        of its actors, told by another document, that falls into the window and is of the planned event's type or, where
        none was coded, took place where it was expected.
        """
        window = expected.window
        if window is None or window.start is None:
            return ""
        for event, told_by in self._near(expected):
            if told_by != document and self._confirms(event, expected):
                return f"reported as {event.id}"
        passed = self._known_until is not None and last_day(window.end or window.start) < first_day(self._known_until)
        return UNCONFIRMED if passed else ""

    def _near(self, expected: Expectation) -> Iterator[tuple[Event, str]]:
        for month in _months(expected.window):
            for actor in expected.actors:
                yield from self._happened.get((name_key(actor.name), month), ())

    def _confirms(self, done: Event, expected: Expectation) -> bool:
        if not _overlap(done.date, expected.window):
            return False
        planned = self._planned.get(expected.event or "")
        if planned is not None:
            return planned.type in (done.type, FUTURE[done.type])
        return done.place is not None and expected.place is not None and done.place.name == expected.place.name


def _months(date: EventDate | None) -> Iterator[str]:
    """Yield the months that `date` touches, as `2016-04`."""
    if date is None or not date.start:
        return
    last = last_day(date.end or date.start)[:7]
    yield from islice(_from(first_day(date.start)[:7], last), _MONTHS)


def _from(month: str, last: str) -> Iterator[str]:
    while month <= last and _MONTH.fullmatch(month):
        yield month
        year, number = int(month[:4]), int(month[5:7])
        month = f"{year + number // 12:04}-{number % 12 + 1:02}"


def _overlap(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None or not one.start or not other.start:
        return False
    ends = last_day(one.end or one.start), last_day(other.end or other.start)
    return first_day(one.start) <= ends[1] and first_day(other.start) <= ends[0]
