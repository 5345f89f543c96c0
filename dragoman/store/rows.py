"""Records as rows and back.  Reading back is exact: an event that was stored equals the event that was coded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.records import (
    CLAIM_KINDS,
    Actor,
    Claim,
    Claims,
    CoderVersion,
    Coding,
    Document,
    Event,
    EventDate,
    Evidence,
    from_dict,
    moment,
    nouns,
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
        "claim_count": sum(1 for _ in all_claims(coding.claims)),
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


def all_claims(claims: Claims) -> Iterator[tuple[int, str, Claim]]:
    """Yield every claim with its position from 0 and the name of its list, in the order of the contract."""
    listed = ((kind, claim) for kind in CLAIM_KINDS for claim in getattr(claims, kind))
    for position, (kind, claim) in enumerate(listed):
        yield position, kind, claim


def claim_row(document: int, position: int, kind: str, claim: Claim) -> Row:
    """Return the row of the claim at `position` of the document numbered `document`."""
    place = getattr(claim, "place", None)
    return {
        "document": document,
        "position": position,
        "kind": kind,
        "id": claim.id,
        "status": getattr(claim, "status", None),
        **_date_columns(moment(claim)),
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "rule": claim.rule,
        "confidence": getattr(claim, "confidence", None),
        "record": _to_json(claim),
    }


def claim_actor_rows(document: int, claim_position: int, claim: Claim) -> Iterator[Row]:
    """Yield a row for every actor of `claim`; its role is the name of the field it stands in."""
    for role, position, actor in nouns(claim, Actor):
        key = {"document": document, "claim": claim_position, "role": role, "position": position}
        yield key | _actor_columns(actor)


def claim_evidence_rows(document: int, claim_position: int, claim: Claim) -> Iterator[Row]:
    """Yield a row for every stretch of text in `claim`; its role is the name of the field it stands in."""
    for role, position, span in nouns(claim, Evidence):
        key = {"document": document, "claim": claim_position, "role": role, "position": position}
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
        claims=row["claim_count"],
    )


def coding_from_rows(row: Mapping[Any, Any], events: Iterable[str], claims: Iterable[tuple[str, str]] = ()) -> Coding:
    """Return the coding of the document in `row`.

    Its events are the JSON texts `events`, in order, its claims pairs of their kind and their JSON text.
    Raises ValueError, TypeError, KeyError or AttributeError for texts that hold something else.
    """
    return Coding(
        document=from_dict(Document, {**json.loads(row["record"]), "text": row["text"]}),
        events=tuple(map(event_from_json, events)),
        coder=CoderVersion(version=row["coder_version"], lexicon=row["lexicon"]),
        claims=claims_from_json(claims),
    )


def event_from_json(record: str) -> Event:
    """Return the event kept as the JSON text `record`."""
    return from_dict(Event, json.loads(record))


def claim_from_json(kind: str, record: str) -> Claim:
    """Return the claim of the list `kind` kept as the JSON text `record`."""
    claim: Claim = from_dict(CLAIM_KINDS[kind], json.loads(record))
    return claim


def claims_from_json(records: Iterable[tuple[str, str]]) -> Claims:
    """Return the claims kept as pairs of their kind and their JSON text, in order."""
    lists: dict[str, list[Claim]] = {}
    for kind, record in records:
        lists.setdefault(kind, []).append(claim_from_json(kind, record))
    return Claims(**{kind: tuple(held) for kind, held in lists.items()})  # type: ignore[arg-type]


def _to_json(record: object) -> str:
    return _ENCODER.encode(record)


def _fields(record: Any) -> Row:
    return {name: getattr(record, name) for name in record.__slots__}


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields)
