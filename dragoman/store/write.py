"""Adding codings.  Each function works inside a write transaction that its caller opened."""

from __future__ import annotations

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from dragoman.records import CoderVersion, Coding, Document
from dragoman.store.rows import Row, document_row, event_row, evidence_rows, participant_rows
from dragoman.store.schema import documents, events, evidence, participants

# Built once: building a statement costs more than running it.
_FIND = select(documents.c.number, documents.c.coder_version, documents.c.lexicon).where(
    documents.c.id == bindparam("content_id")
)
_UPDATE = update(documents).where(documents.c.number == bindparam("old_number"))
_FORGET = delete(events).where(events.c.document == bindparam("old_number"))
_INSERT = {table: insert(table) for table in (documents, events, participants, evidence)}


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
    return True


def _find(connection: Connection, document: Document) -> tuple[int, str, str] | None:
    row = connection.execute(_FIND, {"content_id": document.content_id}).one_or_none()
    return (row[0], row[1], row[2]) if row else None


def _insert_document(connection: Connection, coding: Coding) -> int:
    inserted = connection.execute(_INSERT[documents], document_row(coding))
    key = inserted.inserted_primary_key
    assert key is not None
    return int(key[0])


def _replace_document(connection: Connection, number: int, coding: Coding) -> None:
    connection.execute(_UPDATE, {"old_number": number, **document_row(coding)})
    connection.execute(_FORGET, {"old_number": number})


def _put_events(connection: Connection, number: int, coding: Coding) -> None:
    counted = list(enumerate(coding.events))
    _put(connection, events, [event_row(number, position, event) for position, event in counted])
    _put(connection, participants, [row for at, event in counted for row in participant_rows(number, at, event)])
    _put(connection, evidence, [row for at, event in counted for row in evidence_rows(number, at, event)])


def _put(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(_INSERT[table], rows)
