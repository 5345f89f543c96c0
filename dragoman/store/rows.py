"""Records as rows and back.  Reading back is exact: an event that was stored equals the event that was coded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.records import (
    Actor,
    Attribution,
    CoderVersion,
    Coding,
    DateStamp,
    Document,
    Event,
    EventDate,
    Evidence,
    Furniture,
    Place,
    WrittenBounds,
    text_hash,
)
from dragoman.store.keys import first_day, last_day, name_key
from dragoman.store.results import DocumentHead

Row = dict[str, Any]


def document_row(coding: Coding) -> Row:
    """Return the row of `coding`'s document, without its number."""
    document = coding.document
    return {
        "id": document.content_id,
        "name": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.date if document.published else None,
        "url": document.url,
        "language": document.language,
        "event_count": len(coding.events),
        "coder_version": coding.coder.version,
        "lexicon": coding.coder.lexicon,
        "text_sha256": text_hash(document.text),
        "record": _to_json({**_fields(document), "text": None}),
        "text": document.text,
    }


def event_row(document: int, position: int, event: Event) -> Row:
    """Return the row of the event at `position` (from 0) of the document numbered `document`."""
    date, place = event.date, event.place
    return {
        "document": document,
        "position": position,
        "id": event.id,
        "type": event.type,
        "status": event.status,
        **_date_columns(date),
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "rule": event.rule,
        "confidence": event.confidence,
        "record": _to_json(event),
    }


def _date_columns(date: EventDate | None) -> Row:
    start, end = (date.start, date.end) if date else (None, None)
    return {
        "date_start": start,
        "date_end": end,
        "first_day": first_day(start) if start else None,
        "last_day": last_day(end or start) if start else None,
    }


def participant_rows(document: int, event_position: int, event: Event) -> Iterator[Row]:
    """Yield a row for every actor and recipient of `event`."""
    for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for position, actor in enumerate(actors):
            key = {"document": document, "event": event_position, "role": role, "position": position}
            yield key | _actor_columns(actor)


def _actor_columns(actor: Actor) -> Row:
    return {
        "name": actor.name,
        "name_key": name_key(actor.name),
        "country": actor.country,
        "kind": actor.kind,
        "sectors": " ".join(actor.sectors),
        "entry": actor.entry,
        "start": actor.start,
        "end": actor.end,
        "text": actor.text,
    }


def evidence_rows(document: int, event_position: int, event: Event) -> Iterator[Row]:
    """Yield a row for every stretch of text `event` rests on."""
    for position, span in enumerate(event.evidence):
        key = {"document": document, "event": event_position, "position": position}
        yield key | {"start": span.start, "end": span.end, "quote": span.quote}


def document_head(row: Mapping[Any, Any]) -> DocumentHead:
    """Return the head of a document from its row, which needs neither `record` nor `text`."""
    return DocumentHead(
        id=row["id"],
        name=row["name"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        url=row["url"],
        language=row["language"],
        coder=CoderVersion(version=row["coder_version"], lexicon=row["lexicon"]),
        events=row["event_count"],
    )


def coding_from_rows(row: Mapping[Any, Any], events: Iterable[str]) -> Coding:
    """Return the coding of the document in `row`, whose events are the JSON texts `events`, in order."""
    return Coding(
        document=document_from_dict({**json.loads(row["record"]), "text": row["text"]}),
        events=tuple(map(event_from_json, events)),
        coder=CoderVersion(version=row["coder_version"], lexicon=row["lexicon"]),
    )


def event_from_json(record: str) -> Event:
    """Return the event kept as the JSON text `record`."""
    return event_from_dict(json.loads(record))


def event_from_dict(values: Mapping[str, Any]) -> Event:
    """Return the event that `to_dict` turned into `values`.  Raises TypeError or KeyError for other values."""
    return Event(
        **{
            **values,
            "modes": tuple(values["modes"]),
            "contexts": tuple(values["contexts"]),
            "actors": tuple(map(_actor, values["actors"])),
            "recipients": tuple(map(_actor, values["recipients"])),
            "date": EventDate(**values["date"]) if values["date"] else None,
            "place": Place(**values["place"]) if values["place"] else None,
            "attribution": Attribution(**values["attribution"]) if values["attribution"] else None,
            "evidence": tuple(Evidence(**span) for span in values["evidence"]),
            "trace": tuple(values["trace"]),
        }
    )


def document_from_dict(values: Mapping[str, Any]) -> Document:
    """Return the document that `to_dict` turned into `values`.  Raises TypeError or KeyError for other values."""
    return Document(
        **{
            **values,
            "published": _stamp(values["published"]),
            "updated": _stamp(values["updated"]),
            "written": _written(values.get("written")),
            "furniture": tuple(Furniture(**span) for span in values["furniture"]),
            "notes": tuple(values["notes"]),
        }
    )


def _actor(values: Mapping[str, Any]) -> Actor:
    return Actor(**{**values, "sectors": tuple(values["sectors"])})


def _stamp(values: Mapping[str, Any] | None) -> DateStamp | None:
    return DateStamp(**values) if values else None


def _written(values: Mapping[str, Any] | None) -> WrittenBounds | None:
    return WrittenBounds(**{**values, "basis": tuple(values["basis"])}) if values else None


def _to_json(record: object) -> str:
    return _ENCODER.encode(record)


def _fields(record: Any) -> Row:
    return {name: getattr(record, name) for name in record.__slots__}


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields)
