"""The commands that ask the record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import ListFormat, RecordFile
from dragoman.cli.output import marks, print_lines, print_or_say, width
from dragoman.cli.query import Query, asking, open_existing
from dragoman.errors import AmbiguousIdError, UnknownIdError
from dragoman.formats.rows import EVENT_COLUMNS, counted, event_row, flat_row, printable
from dragoman.formats.story import document_lines, event_lines, timeline_lines
from dragoman.formats.writers import csv_lines, json_array, table_lines
from dragoman.records import Coding, to_dict

if TYPE_CHECKING:
    from dragoman.store.record import Record
    from dragoman.store.results import StoredEvent

TABLE_COLUMNS = ("id", "date", "type", "status", "actors", "recipients", "document", "quote")
NARROW_COLUMNS = ("id", "date", "type", "status", "actors", "recipients", "quote")
NARROW = 120
SHORT_ID = 8
"""Digits of an id in a table: as a rule enough for `show` and `explain`, which say so where they are not."""
DOCUMENT_COLUMNS = ("id", "published", "publisher", "language", "events", "name", "title")
ACTOR_COLUMNS = ("country", "as_actor", "as_recipient", "first", "last", "name")
Key = Annotated[str, typer.Argument(metavar="ID", help="Id of an event or document, or its first digits.")]


@asking
def events(query: Query) -> None:
    """List events in the order of the documents.

    \b
    Example:
      dragoman events --actor TUR --type CONSULT --since 2016-01 --format csv
    """
    with query.open() as store:
        _print(_event_list(store.events(query.filter), query.form), query)


@asking
def timeline(query: Query) -> None:
    """List events by date, each with its words and its document.

    Undated events come last.

    \b
    Example:
      dragoman timeline --actor PKK --until 2016
    """
    with query.open() as store:
        found = store.timeline(query.filter)
        if query.form is ListFormat.table:
            _print((line for e in found for line in timeline_lines(e.event, e.document.name, width())), query)
        else:
            _print(_event_list(found, query.form), query)


@asking
def documents(query: Query) -> None:
    """List documents: all, or those with such an event or such words.

    \b
    Example:
      dragoman documents --text '"joint statement"'
    """
    with query.open() as store:
        _print(_flat_list(store.documents(query.filter), DOCUMENT_COLUMNS, query.form), query)


@asking
def actors(query: Query) -> None:
    """List who acts and who is acted upon, most frequent first.

    \b
    Example:
      dragoman actors --type ASSAULT --since 2015
    """
    with query.open() as store:
        _print(_flat_list(store.actors(query.filter), ACTOR_COLUMNS, query.form), query)


def show(key: Key, record: RecordFile = None) -> None:
    """Show an event or a document, its quotes marked in the text.

    \b
    Example:
      dragoman show 3f9a12
    """
    with open_existing(record) as store:
        print_lines(_shown(store, key))


def check(record: RecordFile = None) -> None:
    """Find every quote again in the stored texts; exit 1 on a miss.

    \b
    Example:
      dragoman check --record desk.sqlite
    """
    with open_existing(record) as store:
        misses = 0
        for miss in store.check():
            misses += 1
            print_lines([printable(str(miss))])
        checked = sum(1 for _ in store.documents())
    print_lines([f"{counted(checked, 'document')} checked, {counted(misses, 'miss', 'es')}"])
    raise typer.Exit(1 if misses else 0)


def _shown(store: Record, key: str) -> Iterator[str]:
    try:
        stored = store.event(key)
    except UnknownIdError as error:
        return document_lines(_document(store, key, error), marks())
    return event_lines(stored.event, store.document(stored.document.id).document, marks())


def _document(store: Record, key: str, no_event: UnknownIdError) -> Coding:
    """Return the document `key`.  Where several events could be meant, only its whole name or id will do."""
    try:
        coding = store.document(key)
    except AmbiguousIdError:
        raise
    except UnknownIdError:
        if isinstance(no_event, AmbiguousIdError):
            raise no_event from None
        raise UnknownIdError(f"no event or document {key!r}") from None
    if isinstance(no_event, AmbiguousIdError) and key not in (coding.document.id, coding.document.content_id):
        raise no_event
    return coding


def _print(lines: Iterable[str], query: Query) -> None:
    """Print a list; an empty table says so, the other forms are read by programs."""
    if query.form is ListFormat.table:
        print_or_say(lines, "nothing in the record meets these conditions")
    else:
        print_lines(lines)


def _event_list(found: Iterable[StoredEvent], form: ListFormat) -> Iterator[str]:
    if form is ListFormat.json:
        return json_array({**to_dict(e.event), "document": e.document.name} for e in found)
    rows = (event_row(e.event, e.document.name, e.document.published) for e in found)
    return csv_lines(rows, EVENT_COLUMNS) if form is ListFormat.csv else _table(rows, _event_columns())


def _flat_list(found: Iterable[Any], columns: tuple[str, ...], form: ListFormat) -> Iterator[str]:
    if form is ListFormat.json:
        return json_array(dataclasses.asdict(item) for item in found)
    rows = (flat_row(item) for item in found)
    return csv_lines(rows, columns) if form is ListFormat.csv else _table(rows, columns)


def _event_columns() -> tuple[str, ...]:
    return NARROW_COLUMNS if width() < NARROW else TABLE_COLUMNS


def _table(rows: Iterable[dict[str, str]], columns: tuple[str, ...]) -> Iterator[str]:
    short = ({**row, "id": row.get("id", "")[:SHORT_ID]} for row in rows)
    return table_lines(short, columns, width=width())
