"""What questions to the record have in common: heads of documents, names, ids, and where they may stand."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, literal, or_, select, union

from dragoman.errors import AmbiguousIdError, UnknownIdError
from dragoman.store.filters import EventFilter
from dragoman.store.keys import first_day, last_day, name_key
from dragoman.store.schema import documents

BATCH = 500  # rows fetched at a time when streaming
HEAD = [column for column in documents.c if column.name not in ("record", "text")]
"""The columns of a document's head."""
_SHOWN = 5  # ids named when a prefix fits several
_COUNTRY = re.compile("[A-Z]{3}")
_HEX = re.compile("[0-9a-f]+")


def stands_as(source: Table, wanted: EventFilter) -> list[ColumnElement[bool]]:
    """Return the conditions on status and date in `source`, the table of events or claims."""
    conditions = []
    if wanted.status:
        conditions.append(source.c.status == wanted.status)
    if wanted.since:
        conditions.append(source.c.last_day >= first_day(wanted.since))
    if wanted.until:
        conditions.append(source.c.first_day <= last_day(wanted.until))
    return conditions


def is_named(source: Table, actor: str) -> ColumnElement[bool]:
    """Return the condition that a row of `source`, a table of actors, is the one meant (see `EventFilter.actor`)."""
    ways = [source.c.entry == actor]
    if _COUNTRY.fullmatch(actor):
        ways.append(source.c.country == actor)
    if key := name_key(actor):
        ways.append(_has_name(source, key, whole_words=actor.isupper()))
    return or_(*ways)


def _has_name(source: Table, key: str, *, whole_words: bool) -> ColumnElement[bool]:
    if not whole_words:
        return source.c.name_key.contains(key)
    padded = literal(" ") + source.c.name_key + literal(" ")
    return padded.contains(f" {key} ")


def document_numbers(connection: Connection, key: str) -> list[int]:
    """Return the numbers of the documents named `key`, or of the one whose id is `key` or begins so."""
    exactly = or_(documents.c.name == key, documents.c.id == key)
    numbers = list(connection.scalars(select(documents.c.number).where(exactly)))
    if numbers:
        return numbers
    found = one_id(connection, key, documents.c.id)
    return list(connection.scalars(select(documents.c.number).where(documents.c.id == found)))


def one_id(connection: Connection, key: str, *columns: Any) -> str:
    """Return the one id in `columns` that is `key` or begins with it.

    Raises UnknownIdError when there is none, AmbiguousIdError when there are several.
    """
    if any(connection.scalar(select(column).where(column == key).limit(1)) is not None for column in columns):
        return key
    kind = " or ".join(column.table.name.removesuffix("s") for column in columns)
    begins = [select(column.label("id")).where(column.between(key, key + "g")).distinct() for column in columns]
    query = union(*begins).order_by("id").limit(_SHOWN)
    ids = list(connection.scalars(query)) if _HEX.fullmatch(key) else []
    if not ids:
        raise UnknownIdError(f"no {kind} {key!r}")
    if len(ids) > 1:
        raise AmbiguousIdError(f"{kind} {key!r} could be {', '.join(ids)}")
    return str(ids[0])
