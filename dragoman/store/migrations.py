"""How a record came to its present shape: numbered steps, forward only, each one transaction.

A step is never changed once released.  When a table of `schema` changes, add a step, and give the earlier
steps their own copy of the table as it was.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select

from dragoman.errors import NewerRecordError
from dragoman.store import schema
from dragoman.store.engine import Database, create_search, mark


def m001_initial(connection: Connection) -> None:
    """Make the tables, the full-text indexes and the mark by which a record is known."""
    mark(connection)
    schema.metadata.create_all(connection)
    create_search(connection)


#: Step n stands at place n - 1.
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_initial,)


def migrate(database: Database) -> None:
    """Bring `database` to the present shape.

    Raises NewerRecordError, with nothing changed, when a newer Dragoman has been there.
    """
    with database.reading() as connection:
        found = version(connection)
    if found > len(MIGRATIONS):
        raise NewerRecordError(f"{database.path}: has version {found}, this Dragoman knows {len(MIGRATIONS)}")
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
