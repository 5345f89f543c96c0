"""The one file that knows the database: connecting, transactions, full-text search, driver errors.

SQLite is used so that two writers, any number of readers and a `kill -9` do no harm: write-ahead log, every
write transaction opened with `BEGIN IMMEDIATE`, a long busy timeout, and a flush to disk at each commit.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakSet

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    QueuePool,
    Select,
    Table,
    column,
    create_engine,
    event,
    false,
    insert,
    select,
    table,
)
from sqlalchemy.exc import DBAPIError

from dragoman.errors import (
    BusyRecordError,
    DamagedRecordError,
    DiskFullError,
    NotARecordError,
    ReadOnlyRecordError,
    RecordError,
)
from dragoman.store.schema import storable

APPLICATION_ID = 0x4472676D  # "Drgm", in the header of every record
_HEADER = 100  # bytes of an SQLite header; the application id stands at byte 68
_BUSY_SECONDS = 10.0
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds between tries when SQLite says busy without waiting


class Database:
    """Connections to one record: `reading()` sees one state of it, `writing()` is one transaction."""

    def __init__(self, path: Path, engine: Engine, *, writable: bool) -> None:
        self.path, self.writable = path, writable
        self.real_path = path.resolve()
        self._reader = engine
        self._writer = engine.execution_options(dragoman_writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the record as it is now, whatever others write meanwhile."""
        with driver_errors(self.path), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one connection that writes; its changes are kept together at the end, or not at all after an error.

        Other writers wait until it ends, so what it reads first still holds when it writes.
        """
        if not self.writable:
            raise ReadOnlyRecordError(f"{self.path}: may not be written")
        with driver_errors(self.path), self._writer.begin() as connection:
            yield connection

    def settle(self) -> None:
        """Let readers and a writer work side by side from now on (write-ahead log, kept in the file)."""
        if not self.writable:
            return
        with driver_errors(self.path), self._reader.connect() as connection:
            raw = _raw(connection)
            _patiently(lambda: raw.execute("PRAGMA journal_mode=WAL").fetchone())

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        _OPEN.discard(self)


#: The databases open in this process.  POSIX drops all locks a process has on a file when it closes any
#: descriptor of that file, so a file that is open as a record must not be looked into by hand.
_OPEN: WeakSet[Database] = WeakSet()
_OPENING = Lock()


def connect(path: Path, *, create: bool) -> Database:
    """Return the database at `path`, which is made when it is missing or empty and `create` is set.

    Nothing but a record is touched.  A record that may not be written is opened for reading.
    Raises NotARecordError for anything else, ReadOnlyRecordError when a new file may not be made.
    """
    with _OPENING:
        if not _is_open(path):
            _recognise(path, create=create)
        database = _database(path)
        _OPEN.add(database)
    return database


def _is_open(path: Path) -> bool:
    real_path = path.resolve()
    return any(database.real_path == real_path for database in _OPEN)


def _database(path: Path) -> Database:
    is_new = not path.exists()
    writable = os.access(path.parent, os.W_OK) and (is_new or os.access(path, os.W_OK))
    if is_new and not writable:
        raise ReadOnlyRecordError(f"{path}: may not be made there")
    uri = f"{path.absolute().as_uri()}?{_mode(path, writable=writable)}"
    engine = create_engine("sqlite://", creator=lambda: _open(uri), poolclass=QueuePool, max_overflow=-1)
    event.listen(engine, "begin", _begin)
    return Database(path, engine, writable=writable)


def _recognise(path: Path, *, create: bool) -> None:
    """Raise NotARecordError unless `path` is a record, or may become one."""
    if path.exists() and not path.is_file():
        raise NotARecordError(f"{path}: is not a file")
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        head = b""
    except OSError as error:
        raise NotARecordError(f"{path}: {error.strerror}") from error
    if not head and not create:
        raise NotARecordError(f"{path}: {'is empty' if path.exists() else 'no such file'}")
    if head and not _is_ours(head):
        raise NotARecordError(f"{path}: is not a Dragoman record")


def _is_ours(head: bytes) -> bool:
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _mode(path: Path, *, writable: bool) -> str:
    if writable:
        return "mode=rwc"
    log = path.with_name(path.name + "-wal")
    # Without a log nobody is writing, and SQLite would otherwise want to make one in a read-only folder.
    return "mode=ro" if log.exists() else "mode=ro&immutable=1"


def _open(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: a transaction that read first could not wait for it.
    writes = connection.get_execution_options().get("dragoman_writes", False)
    statement = "BEGIN IMMEDIATE" if writes else "BEGIN"
    raw = _raw(connection)
    _patiently(lambda: raw.execute(statement))


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _patiently(act: Callable[[], object]) -> None:
    for pause in _PAUSES:
        try:
            act()
        except sqlite3.OperationalError as error:
            if not _is_busy(error):
                raise
            time.sleep(pause)
        else:
            return
    act()


def _is_busy(error: sqlite3.Error) -> bool:
    return _code(error) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: BaseException | None) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)


#: SQLite's result codes as our errors.  A quota or a shared-memory file that cannot grow arrives as an
#: extended input/output code, looked up first.
_ERRORS: dict[int, type[RecordError]] = {
    sqlite3.SQLITE_IOERR_WRITE: DiskFullError,
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFullError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyRecordError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyRecordError,
    sqlite3.SQLITE_PERM: ReadOnlyRecordError,
    sqlite3.SQLITE_NOTADB: NotARecordError,
    sqlite3.SQLITE_CORRUPT: DamagedRecordError,
    sqlite3.SQLITE_IOERR: DamagedRecordError,
    sqlite3.SQLITE_BUSY: BusyRecordError,
    sqlite3.SQLITE_LOCKED: BusyRecordError,
}


@contextmanager
def driver_errors(path: Path) -> Iterator[None]:
    """Raise what the driver says about the file `path` as a RecordError; what is our own fault passes as it is."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = _code(cause)
        told = _ERRORS.get(code) or _ERRORS.get(code & 0xFF)
        if told is None:
            raise
        raise told(f"{path}: {cause}") from error


def mark(connection: Connection) -> None:
    """Mark the file as a record, within the transaction that makes its tables."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def insert_rows(connection: Connection, source: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, which all have the same columns, into `source`.

    The values go straight to the driver: SQLAlchemy's way of many rows costs more than the database itself.
    """
    if rows:
        values = itemgetter(*rows[0])
        statement = _insertion(connection.dialect, source, tuple(rows[0]))
        connection.exec_driver_sql(statement, [tuple(map(_bound, values(row))) for row in rows])


def _bound(value: Any) -> Any:
    return storable(value) if value.__class__ is str else value


@cache
def _insertion(dialect: Dialect, source: Table, columns: tuple[str, ...]) -> str:
    """Return the statement that inserts `columns`; their values are given in this order."""
    compiled = insert(source).compile(dialect=dialect, column_keys=list(columns))
    assert tuple(compiled.positiontup or ()) == columns
    return str(compiled)


def create_search(connection: Connection, source: Table, *columns: str) -> None:
    """Make the full-text index over `columns` of `source`, and the triggers that keep it in step in each transaction.

    The table must have a column `number`, its integer primary key.
    """
    for statement in _search_ddl(source.name, columns):
        connection.exec_driver_sql(statement)


def _search_ddl(name: str, columns: tuple[str, ...]) -> Iterator[str]:
    index, listed = f"{name}_fts", ", ".join(columns)
    new, old = (", ".join(f"{row}.{field}" for field in columns) for row in ("new", "old"))
    forget = f"INSERT INTO {index}({index}, rowid, {listed}) VALUES ('delete', old.number, {old});"  # noqa: S608 (names of our own tables)
    keep = f"INSERT INTO {index}(rowid, {listed}) VALUES (new.number, {new});"  # noqa: S608
    yield (
        f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content='{name}', content_rowid='number',"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    yield f"CREATE TRIGGER {index}_insert AFTER INSERT ON {name} BEGIN {keep} END"
    yield f"CREATE TRIGGER {index}_delete AFTER DELETE ON {name} BEGIN {forget} END"
    yield f"CREATE TRIGGER {index}_update AFTER UPDATE OF {listed} ON {name} BEGIN {forget} {keep} END"


def search(source: Table, words: str) -> ColumnElement[bool]:
    """Return the condition that a row of `source` holds all of `words` in its full-text index (see `EventFilter.text`).

    Of the tables, `documents` are searched in title and text, `evidence` and `claim_evidence` in their quotes.
    """
    query = _search_query(words)
    if not query:
        return false()
    index = f"{source.name}_fts"
    found: Select[Any] = select(column("rowid")).select_from(table(index)).where(column(index).op("MATCH")(query))
    return source.c.number.in_(found)


_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"*]+)(\*?)')


def _search_query(words: str) -> str:
    """Return `words` as an FTS5 query in which every term is quoted, so that nothing in it is an operator."""
    storable = words.replace("\0", " ").encode("utf-8", "replace").decode()
    terms = ((phrase or word, star or end) for phrase, star, word, end in _TERM.findall(storable))
    return " ".join(f'"{term}"{star}' for term, star in terms if any(map(str.isalnum, term)))
