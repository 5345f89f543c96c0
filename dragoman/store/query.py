"""Asking a record.  Each function works inside a read transaction that its caller opened, and streams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, tuple_

from dragoman.records import Coding
from dragoman.store.claim_query import claim_records, one_claim
from dragoman.store.conditions import BATCH, HEAD, document_numbers, is_named, one_id, stands_as
from dragoman.store.engine import search
from dragoman.store.filters import EventFilter
from dragoman.store.results import ActorSummary, DocumentHead, StoredClaim, StoredEvent
from dragoman.store.rows import coding_from_rows, document_head, event_from_json
from dragoman.store.schema import claims, documents, events, evidence, participants

_EVENT_KEY = tuple_(events.c.document, events.c.position)


def all_events(connection: Connection, wanted: EventFilter) -> Iterator[StoredEvent]:
    """Yield events in the order of documents and, within one, of its text."""
    return _stored(connection, _event_query(connection, wanted).order_by(events.c.document, events.c.position))


def timeline(connection: Connection, wanted: EventFilter) -> Iterator[StoredEvent]:
    """Yield events by event date, then by date of publication; what is undated comes last."""
    return _stored(
        connection,
        _event_query(connection, wanted).order_by(
            events.c.first_day.is_(None),
            events.c.first_day,
            events.c.last_day,
            documents.c.published.is_(None),
            documents.c.published,
            events.c.document,
            events.c.position,
        ),
    )


def _event_query(connection: Connection, wanted: EventFilter) -> Select[Any]:
    conditions = _event_conditions(connection, wanted)
    return _event_columns().where(*conditions).limit(wanted.limit)


def _event_columns() -> Select[Any]:
    return select(events.c.record.label("event"), *HEAD).join(documents, events.c.document == documents.c.number)


def _stored(connection: Connection, query: Select[Any]) -> Iterator[StoredEvent]:
    for row in connection.execution_options(yield_per=BATCH).execute(query).mappings():
        yield StoredEvent(event=event_from_json(row["event"]), document=document_head(row))


def _event_conditions(connection: Connection, wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    yield from _act_conditions(wanted)
    if wanted.text:
        yield _EVENT_KEY.in_(select(evidence.c.document, evidence.c.event).where(search(evidence, wanted.text)))
    if wanted.document:
        yield events.c.document.in_(document_numbers(connection, wanted.document))


def _act_conditions(wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    for actor in filter(None, (wanted.actor, wanted.partner)):
        named = select(participants.c.document, participants.c.event).where(is_named(participants, actor))
        yield _EVENT_KEY.in_(named)
    if wanted.type:
        yield events.c.type == wanted.type.upper()
    yield from stands_as(events, wanted)


def all_documents(connection: Connection, wanted: EventFilter) -> Iterator[DocumentHead]:
    """Yield documents, in the order they were added, that hold the words and an event as `wanted`."""
    query = select(*HEAD).where(*_document_conditions(connection, wanted))
    ordered = query.order_by(documents.c.number).limit(wanted.limit)
    for row in connection.execution_options(yield_per=BATCH).execute(ordered).mappings():
        yield document_head(row)


def _document_conditions(connection: Connection, wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    if acts := list(_act_conditions(wanted)):
        yield documents.c.number.in_(select(events.c.document).where(*acts))
    if wanted.text:
        yield search(documents, wanted.text)
    if wanted.document:
        yield documents.c.number.in_(document_numbers(connection, wanted.document))


def all_actors(connection: Connection, wanted: EventFilter) -> Iterator[ActorSummary]:
    """Yield the names in the events wanted, most frequent first; `wanted.actor` chooses among the names."""
    once = _appearances(connection, wanted).subquery()
    acts, receives = func.sum(once.c.acts), func.sum(once.c.receives)
    query = (
        select(once.c.name, once.c.country, acts, receives, func.min(once.c.start), func.max(once.c.start))
        .group_by(once.c.name, once.c.country)
        .order_by((acts + receives).desc(), once.c.name, once.c.country)
        .limit(wanted.limit)
    )
    for name, country, as_actor, as_recipient, first, last in connection.execute(query):
        yield ActorSummary(
            name=name, country=country, as_actor=as_actor, as_recipient=as_recipient, first=first, last=last
        )


def _appearances(connection: Connection, wanted: EventFilter) -> Select[Any]:
    """One row for each name in each event: an event that names somebody twice counts once."""
    here = (participants.c.document == events.c.document) & (participants.c.event == events.c.position)
    query = select(
        participants.c.name,
        participants.c.country,
        events.c.date_start.label("start"),
        _has_role("actor").label("acts"),
        _has_role("recipient").label("receives"),
    ).join(events, here)
    if wanted.actor:
        query = query.where(is_named(participants, wanted.actor))
    # Grouping by the event's key lets its date stand beside it; PostgreSQL wants it named all the same.
    key = (participants.c.name, participants.c.country, events.c.document, events.c.position, events.c.date_start)
    return query.where(*_event_conditions(connection, wanted)).group_by(*key)


def _has_role(role: str) -> ColumnElement[int]:
    return func.max(case((participants.c.role == role, 1), else_=0))


def one_event(connection: Connection, key: str) -> StoredEvent:
    """Return the event with the id `key`, or the only one whose id begins so.

    When the same event was coded from two versions of a document, the later addition counts.
    Raises UnknownIdError when there is none, AmbiguousIdError when more than one id begins so.
    """
    found = one_id(connection, key, events.c.id)
    query = _event_columns().where(events.c.id == found).order_by(events.c.document.desc()).limit(1)
    return next(_stored(connection, query))


def one_record(connection: Connection, key: str) -> StoredEvent | StoredClaim:
    """Return the event or claim with the id `key`, or the only one whose id begins so; errors as `one_event`."""
    found = one_id(connection, key, events.c.id, claims.c.id)
    is_event = connection.scalar(select(events.c.id).where(events.c.id == found).limit(1)) is not None
    return one_event(connection, found) if is_event else one_claim(connection, found)


def one_document(connection: Connection, key: str) -> Coding:
    """Return the coding of the document named `key`, with the id `key`, or the only one whose id begins so.

    Of several documents of that name, the last one added counts.
    Raises UnknownIdError when there is none, AmbiguousIdError when more than one id begins so.
    """
    number = max(document_numbers(connection, key))
    row = connection.execute(select(documents).where(documents.c.number == number)).mappings().one()
    return coding_from_rows(row, event_records(connection, number), claim_records(connection, number))


def event_records(connection: Connection, document: int) -> list[str]:
    """Return the events of the document numbered `document` as JSON texts, in order."""
    query = select(events.c.record).where(events.c.document == document).order_by(events.c.position)
    return list(connection.scalars(query))
