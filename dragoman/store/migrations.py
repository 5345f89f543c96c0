"""How a record came to its present shape: numbered steps, forward only, each one transaction.

A step is never changed once released.  When a table of `schema` changes, add a step, and give the earlier
steps their own copy of the table as it was.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, insert, inspect, select

from dragoman.errors import NewerRecordError, ReadOnlyRecordError
from dragoman.store import schema
from dragoman.store.engine import Database, create_search, mark

_DOCUMENTS_1 = Table(
    "documents",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("url", Text),
    Column("language", Text),
    Column("event_count", Integer, nullable=False),
    Column("coder_version", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("text", Text, nullable=False),
)


def m001_initial(connection: Connection) -> None:
    """Make the tables of documents and events, their full-text indexes and the mark by which a record is known."""
    mark(connection)
    _DOCUMENTS_1.create(connection)
    tables = [schema.migrations, schema.events, schema.participants, schema.evidence]
    schema.metadata.create_all(connection, tables=tables)
    create_search(connection, schema.documents, "title", "text")
    create_search(connection, schema.evidence, "quote")


def m002_claims(connection: Connection) -> None:
    """Make the tables of claims, their full-text index and their count; documents that are there already have none."""
    connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN claim_count INTEGER DEFAULT 0 NOT NULL")
    schema.metadata.create_all(connection, tables=[schema.claims, schema.claim_actors, schema.claim_evidence])
    create_search(connection, schema.claim_evidence, "quote")


#: Step n stands at place n - 1.
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_initial, m002_claims)


def migrate(database: Database) -> None:
    """Bring `database` to the present shape.

    Raises NewerRecordError, with nothing changed, when a newer Dragoman has been there, ReadOnlyRecordError for
    an older record that may not be written.
    """
    with database.reading() as connection:
        found = version(connection)
    if found > len(MIGRATIONS):
        raise NewerRecordError(f"{database.path}: has version {found}, this Dragoman knows {len(MIGRATIONS)}")
    if found < len(MIGRATIONS) and not database.writable:
        raise ReadOnlyRecordError(f"{database.path}: has version {found} and must be brought forward, but is read-only")
    while found < len(MIGRATIONS):
        with database.writing() as connection:
            found = _step(connection)


def version(connection: Connection) -> int:
    """Return the number of the last step applied, 0 for a file without tables."""
    if not inspect(connection).has_table(schema.migrations.name):
        return 0
    numbers = connection.scalars(select(schema.migrations.c.number))
    return max(numbers, default=0)


def _step(connection: Connection) -> int:
    """Apply the next step, unless another process was faster, and return the number of the last step applied."""
    done = version(connection)
    if done >= len(MIGRATIONS):
        return done
    MIGRATIONS[done](connection)
    row = {"number": done + 1, "name": MIGRATIONS[done].__name__}
    connection.execute(insert(schema.migrations), row)
    return done + 1
