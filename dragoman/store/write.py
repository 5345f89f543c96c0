"""Adding codings.  Each function works inside a write transaction that its caller opened."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dragoman.records import CoderVersion, Coding, Document
from dragoman.store.engine import insert_rows
from dragoman.store.rows import (
    all_claims,
    claim_actor_rows,
    claim_evidence_rows,
    claim_row,
    document_row,
    event_row,
    evidence_rows,
    participant_rows,
)
from dragoman.store.schema import claim_actors, claim_evidence, claims, documents, events, evidence, participants

# Built once: building a statement costs more than running it.
_FIND = select(documents.c.number, documents.c.coder_version, documents.c.lexicon).where(
    documents.c.id == bindparam("content_id")
)
_UPDATE = update(documents).where(documents.c.number == bindparam("old_number"))
_FORGET = [delete(table).where(table.c.document == bindparam("old_number")) for table in (events, claims)]
_INSERT = insert(documents)


def holds(connection: Connection, document: Document, coder: CoderVersion) -> bool:
    """Return whether `document`, coded by `coder`, is in the record."""
    found = _find(connection, document)
    return found is not None and found[1:] == (coder.version, coder.lexicon)


def add(connection: Connection, coding: Coding) -> bool:
    """Add `coding`, in place of what another coder version made of the same document.

    Returns False, and adds nothing, when the same coder version has coded the same document already.
    """
    found = _find(connection, coding.document)
    if found is None:
        number = _insert_document(connection, coding)
    elif found[1:] == (coding.coder.version, coding.coder.lexicon):
        return False
    else:
        number = found[0]
        _replace_document(connection, number, coding)
    _put_events(connection, number, coding)
    _put_claims(connection, number, coding)
    return True


def _find(connection: Connection, document: Document) -> tuple[int, str, str] | None:
    row = connection.execute(_FIND, {"content_id": document.content_id}).one_or_none()
    return (row[0], row[1], row[2]) if row else None


def _insert_document(connection: Connection, coding: Coding) -> int:
    inserted = connection.execute(_INSERT, document_row(coding))
    key = inserted.inserted_primary_key
    assert key is not None
    return int(key[0])


def _replace_document(connection: Connection, number: int, coding: Coding) -> None:
    connection.execute(_UPDATE, {"old_number": number, **document_row(coding)})
    for forget in _FORGET:
        connection.execute(forget, {"old_number": number})


def _put_events(connection: Connection, number: int, coding: Coding) -> None:
    counted = list(enumerate(coding.events))
    insert_rows(connection, events, [event_row(number, position, event) for position, event in counted])
    insert_rows(connection, participants, [row for at, event in counted for row in participant_rows(number, at, event)])
    insert_rows(connection, evidence, [row for at, event in counted for row in evidence_rows(number, at, event)])


def _put_claims(connection: Connection, number: int, coding: Coding) -> None:
    held = list(all_claims(coding.claims))
    insert_rows(connection, claims, [claim_row(number, *counted) for counted in held])
    insert_rows(connection, claim_actors, [row for at, _, claim in held for row in claim_actor_rows(number, at, claim)])
    insert_rows(
        connection, claim_evidence, [row for at, _, claim in held for row in claim_evidence_rows(number, at, claim)]
    )
