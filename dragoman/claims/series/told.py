"""Meetings told only as members of a series: events of their own.

*After the ones held in Istanbul in 2008 and Brussels in 2013* tells of two meetings that no verb reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.claims.series.lexicon import kinds
from dragoman.claims.series.parties import key
from dragoman.records import Document, Event, Evidence, Member, Series, content_id

RULE = "series.member"
_LESS = 0.1  # nobody says in a clause of its own that it took place


def with_events(document: Document, series: tuple[Series, ...]) -> tuple[tuple[Series, ...], tuple[Event, ...]]:
    """Return the series with the ids of events for their past meetings that had none, and these events."""
    told: list[Event] = []
    joined: list[Series] = []
    for one in series:
        members = []
        for member in one.members:
            event = _event(document, one, member)
            if event is not None:
                told.append(event)
            members.append(replace(member, event=event.id) if event is not None else member)
        joined.append(replace(one, members=tuple(members)))
    return tuple(joined), tuple(told)


def _event(document: Document, series: Series, member: Member) -> Event | None:
    """Return the event of a meeting held before, when parties, date and place are told."""
    if member.event is not None or member.date is None or member.place is None or not _is_of_parties(series):
        return None
    evidence = _evidence(series, member)
    if evidence is None or not _is_past(document, series, member):
        return None
    return Event(
        id=content_id("event", document.content_id, "CONSULT", evidence.start, RULE, member.date.start),
        type="CONSULT",
        modes=(),
        contexts=(),
        actors=series.parties,
        recipients=(),
        date=member.date,
        place=member.place,
        status="happened",
        attribution=series.attribution,
        magnitude=None,
        evidence=(evidence,),
        rule=RULE,
        confidence=round(series.confidence - _LESS, 2),
        trace=(f"told as a member of the series {series.name!r} under rule {series.rule}",),
    )


def _is_of_parties(series: Series) -> bool:
    meetings = {kind.id for kind in kinds().values() if kind.family == "meeting"}
    several = len({key(actor) for actor in series.parties}) > 1
    return series.rule in meetings and (several or any(actor.kind == "igo" for actor in series.parties))


def _evidence(series: Series, member: Member) -> Evidence | None:
    text = member.date.text if member.date is not None else ""
    return next((evidence for evidence in series.evidence if text in evidence.quote), None)


def _is_past(document: Document, series: Series, member: Member) -> bool:
    """Tell whether a meeting was certainly held: before the document was written, or before one that was."""
    start = member.date.start if member.date is not None else None
    if start is None:
        return False
    if document.date is not None:
        return start < document.date[: len(start)]
    return member.ordinal is not None and any(_was_held_after(other, member.ordinal) for other in series.members)


def _was_held_after(other: Member, ordinal: int) -> bool:
    return other.ordinal is not None and other.ordinal > ordinal and other.event is not None


def by_place(events: tuple[Event, ...]) -> Iterator[Event]:
    """Yield events in the order of the text."""
    yield from sorted(events, key=lambda event: min(evidence.start for evidence in event.evidence))
