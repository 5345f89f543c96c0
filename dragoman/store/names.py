"""Who appears in a record.  Each function works inside a read transaction that its caller opened."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Select, Table, func, select, union_all

from dragoman.store.conditions import is_named
from dragoman.store.results import Appearance
from dragoman.store.schema import claim_actors, documents, participants


def appearances(connection: Connection, actor: str | None) -> Iterator[Appearance]:
    """Yield the names in events and claims, or those of them that `actor` means; the most frequent first."""
    every = union_all(*(_names(source, actor) for source in (participants, claim_actors))).subquery()
    named = (every.c.name, every.c.country, every.c.kind)
    query = select(*named).group_by(*named).order_by(func.count().desc(), *named)
    for name, country, kind in connection.execute(query):
        yield Appearance(name=name, country=country, kind=kind)


def _names(source: Table, actor: str | None) -> Select[tuple[str, str | None, str]]:
    query = select(source.c.name, source.c.country, source.c.kind)
    return query if actor is None else query.where(is_named(source, actor))


def last_published(connection: Connection) -> str | None:
    """Return the latest date of publication in the record; None when no document has one."""
    found: str | None = connection.scalar(select(func.max(documents.c.published)))
    return found
