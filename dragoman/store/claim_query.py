"""Asking a record for claims.  Each function works inside a read transaction that its caller opened, and streams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, tuple_

from dragoman.errors import FilterError
from dragoman.records import CLAIM_KINDS
from dragoman.store.conditions import BATCH, HEAD, document_numbers, is_named, one_id, stands_as
from dragoman.store.engine import search
from dragoman.store.filters import EventFilter
from dragoman.store.results import StoredClaim
from dragoman.store.rows import claim_from_json, document_head
from dragoman.store.schema import claim_actors, claim_evidence, claims, documents

_KEY = tuple_(claims.c.document, claims.c.position)


def all_claims(connection: Connection, kind: str, wanted: EventFilter) -> Iterator[StoredClaim]:
    """Yield the claims of the list `kind` in the order of documents and, within one, of its text.

    Raises FilterError for a list that does not exist, and for a type, which claims do not have.
    """
    if kind not in CLAIM_KINDS:
        raise FilterError(f"list must be one of {', '.join(CLAIM_KINDS)}, not {kind!r}")
    if wanted.type:
        raise FilterError(f"type goes with events, {kind} have none")
    query = _columns().where(claims.c.kind == kind, *_conditions(connection, wanted))
    return _stored(connection, query.order_by(claims.c.document, claims.c.position).limit(wanted.limit))


def one_claim(connection: Connection, key: str) -> StoredClaim:
    """Return the claim with the id `key`, or the only one whose id begins so.

    When the same claim was coded from two versions of a document, the later addition counts.
    Raises UnknownIdError when there is none, AmbiguousIdError when more than one id begins so.
    """
    found = one_id(connection, key, claims.c.id)
    return next(_stored(connection, _columns().where(claims.c.id == found).order_by(claims.c.document.desc()).limit(1)))


def claim_records(connection: Connection, document: int) -> list[tuple[str, str]]:
    """Return the claims of the document numbered `document` as pairs of their kind and their JSON text, in order."""
    query = select(claims.c.kind, claims.c.record).where(claims.c.document == document).order_by(claims.c.position)
    return [(kind, record) for kind, record in connection.execute(query)]


def _columns() -> Select[Any]:
    found = select(claims.c.kind, claims.c.record.label("claim"), *HEAD)
    return found.join(documents, claims.c.document == documents.c.number)


def _stored(connection: Connection, query: Select[Any]) -> Iterator[StoredClaim]:
    for row in connection.execution_options(yield_per=BATCH).execute(query).mappings():
        claim = claim_from_json(row["kind"], row["claim"])
        yield StoredClaim(kind=row["kind"], claim=claim, document=document_head(row))


def _conditions(connection: Connection, wanted: EventFilter) -> Iterator[ColumnElement[bool]]:
    for actor in filter(None, (wanted.actor, wanted.partner)):
        named = select(claim_actors.c.document, claim_actors.c.claim).where(is_named(claim_actors, actor))
        yield _KEY.in_(named)
    if wanted.text:
        held = select(claim_evidence.c.document, claim_evidence.c.claim).where(search(claim_evidence, wanted.text))
        yield _KEY.in_(held)
    if wanted.document:
        yield claims.c.document.in_(document_numbers(connection, wanted.document))
    yield from stands_as(claims, wanted)
