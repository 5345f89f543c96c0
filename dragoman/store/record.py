"""The record: one file of codings, opened with `open_record`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from dragoman.records import CoderVersion, Coding, Document
from dragoman.store import check, claim_query, names, query, write
from dragoman.store.engine import Database, connect
from dragoman.store.filters import EventFilter
from dragoman.store.migrations import migrate
from dragoman.store.results import ActorSummary, Appearance, DocumentHead, Miss, StoredClaim, StoredEvent

_Result = TypeVar("_Result")
_ALL = EventFilter()


class Record:
    """Codings in a database.  Close it, or use it in a `with` statement.

    Iterators see the record as it was when their first item was asked for.  All methods raise RecordError
    when the file cannot be used.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        """Return the record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def has(self, document: Document, coder: CoderVersion) -> bool:
        """Return whether `document` (name and text) coded by `coder` is in the record, so that it need not be coded."""
        with self._database.reading() as connection:
            return write.holds(connection, document, coder)

    def add(self, coding: Coding) -> bool:
        """Add `coding` in one transaction; it is on disk when this returns.

        The same document (name and text) from another coder version replaces what that version coded.
        Returns False, with nothing written, when the record has this very document from this coder version.
        Raises ReadOnlyRecordError or DiskFullError, with nothing of this document written.
        """
        with self._database.writing() as connection:
            return write.add(connection, coding)

    def events(self, wanted: EventFilter = _ALL) -> Iterator[StoredEvent]:
        """Yield events in the order of documents and, within one, of its text."""
        return self._stream(query.all_events, wanted)

    def timeline(self, wanted: EventFilter = _ALL) -> Iterator[StoredEvent]:
        """Yield events by event date, then by date of publication; what is undated comes last."""
        return self._stream(query.timeline, wanted)

    def documents(self, wanted: EventFilter = _ALL) -> Iterator[DocumentHead]:
        """Yield documents in the order they were added: those with the words of `wanted` in title or text.

        With a condition on acts (actor, type, dates, status), only those with an event that meets it.
        """
        return self._stream(query.all_documents, wanted)

    def actors(self, wanted: EventFilter = _ALL) -> Iterator[ActorSummary]:
        """Yield the names in the events of `wanted`, most frequent first; its `actor` chooses among the names."""
        return self._stream(query.all_actors, wanted)

    def appearances(self, actor: str | None = None) -> Iterator[Appearance]:
        """Yield who takes part in events or claims, or those that `actor` means (see `EventFilter`); frequent first."""
        with self._database.reading() as connection:
            yield from names.appearances(connection, actor)

    def last_published(self) -> str | None:
        """Return the latest date of publication (ISO, as precise as the page); None when no document has one."""
        with self._database.reading() as connection:
            return names.last_published(connection)

    def event(self, key: str) -> StoredEvent:
        """Return the event with the id `key`, or the only one whose id begins so; UnknownIdError otherwise."""
        with self._database.reading() as connection:
            return query.one_event(connection, key)

    def claims(self, kind: str, wanted: EventFilter = _ALL) -> Iterator[StoredClaim]:
        """Yield the claims of the list `kind`, such as `figures`, in the order of documents and of their texts.

        Raises FilterError for a list that does not exist, and for a type, which claims do not have.
        """
        with self._database.reading() as connection:
            yield from claim_query.all_claims(connection, kind, wanted)

    def claim(self, key: str) -> StoredClaim:
        """Return the claim with the id `key`, or the only one whose id begins so; UnknownIdError otherwise."""
        with self._database.reading() as connection:
            return claim_query.one_claim(connection, key)

    def find(self, key: str) -> StoredEvent | StoredClaim:
        """Return the event or claim with the id `key`, or the only one whose id begins so; UnknownIdError otherwise."""
        with self._database.reading() as connection:
            return query.one_record(connection, key)

    def document(self, key: str) -> Coding:
        """Return text, events and claims of the document named `key`, or the only one whose id is or begins with `key`.

        Of several versions of one name, the last one added.  Raises UnknownIdError when there is none.
        """
        with self._database.reading() as connection:
            return query.one_document(connection, key)

    def check(self) -> Iterator[Miss]:
        """Yield every quote, name and range that its stored text does not bear out; nothing for a sound record."""
        with self._database.reading() as connection:
            yield from check.misses(connection)

    def _stream(
        self, ask: Callable[[Connection, EventFilter], Iterator[_Result]], wanted: EventFilter
    ) -> Iterator[_Result]:
        with self._database.reading() as connection:
            yield from ask(connection, wanted)


def open_record(path: str | Path, *, create: bool = True) -> Record:
    """Open the record at `path`; a missing or empty file becomes one when `create` is set.

    A record that may not be written is opened for reading.  Nothing but a record is ever changed.
    Raises NotARecordError, NewerRecordError, ReadOnlyRecordError or DiskFullError.
    """
    database = connect(Path(path), create=create)
    try:
        migrate(database)
        database.settle()
    except BaseException:
        database.close()
        raise
    return Record(database)
