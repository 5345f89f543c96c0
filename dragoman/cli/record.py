"""The commands that ask the record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import ListFormat, RecordFile
from dragoman.cli.output import marks, print_lines, width
from dragoman.cli.query import Query, asking, is_narrow, open_existing, print_list, table
from dragoman.errors import AmbiguousIdError, FilterError, UnknownIdError
from dragoman.formats.claims import claim_lines
from dragoman.formats.layers import LAYERS, layered_lines
from dragoman.formats.rows import EVENT_COLUMNS, counted, event_row, flat_row, printable
from dragoman.formats.story import event_lines, timeline_lines
from dragoman.formats.writers import csv_lines, json_array
from dragoman.records import Coding, to_dict

if TYPE_CHECKING:
    from dragoman.store.record import Record
    from dragoman.store.results import StoredEvent

TABLE_COLUMNS = ("id", "date", "type", "status", "actors", "recipients", "document", "quote")
NARROW_COLUMNS = ("id", "date", "type", "status", "actors", "recipients", "quote")
DOCUMENT_COLUMNS = ("id", "published", "publisher", "language", "events", "claims", "name", "title")
NARROW_DOCUMENT_COLUMNS = ("id", "published", "publisher", "events", "claims", "name", "title")
ACTOR_COLUMNS = ("country", "as_actor", "as_recipient", "first", "last", "name")
Key = Annotated[str, typer.Argument(metavar="ID", help="Id of an event, claim or document, or its first digits.")]
Layers = Annotated[
    str | None,
    typer.Option("--layers", metavar="LISTS", help="Of a document: events,statements,figures … Default: all of them."),
]


@asking
def events(query: Query) -> None:
    """List events in the order of the documents.

    \b
    Example:
      dragoman events --actor TUR --type CONSULT --since 2016-01 --format csv
    """
    with query.open() as store:
        print_list(_event_list(store.events(query.filter), query.form), query.form)


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
            print_list((line for e in found for line in timeline_lines(e.event, e.document.name, width())), query.form)
        else:
            print_list(_event_list(found, query.form), query.form)


@asking
def documents(query: Query) -> None:
    """List documents: all, or those with such an act or words.

    \b
    Example:
      dragoman documents --text '"joint statement"'
    """
    with query.open() as store:
        narrow = query.form is ListFormat.table and is_narrow()
        columns = NARROW_DOCUMENT_COLUMNS if narrow else DOCUMENT_COLUMNS
        print_list(_flat_list(store.documents(query.filter), columns, query.form), query.form)


@asking
def actors(query: Query) -> None:
    """List who acts and who is acted upon, most frequent first.

    \b
    Example:
      dragoman actors --type ASSAULT --since 2015
    """
    with query.open() as store:
        print_list(_flat_list(store.actors(query.filter), ACTOR_COLUMNS, query.form), query.form)


def show(key: Key, layers: Layers = None, record: RecordFile = None) -> None:
    """Show a record in its place, or a document with its quotes.

    Each quote of a document is marked with what it gave, and the first digits of its id; below the text stand the
    records.  --layers chooses among them.

    \b
    Example:
      dragoman show talks.txt --layers events,figures
    """
    wanted = _layers(layers)
    with open_existing(record) as store:
        print_lines(_shown(store, key, wanted))


def _layers(given: str | None) -> tuple[str, ...]:
    """Return the layers named, in the order of the contract.  Raises FilterError for one that does not exist."""
    named = [name.strip().lower() for name in given.split(",") if name.strip()] if given is not None else LAYERS
    if unknown := [name for name in named if name not in LAYERS]:
        raise FilterError(f"layers must be among {', '.join(LAYERS)}, not {unknown[0]!r}")
    if not named:
        raise FilterError(f"layers names none of {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if layer in named)


def check(record: RecordFile = None) -> None:
    """Find every quote again in its text; exit 1 on a miss.

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


def _shown(store: Record, key: str, layers: tuple[str, ...]) -> Iterator[str]:
    from dragoman.store.results import StoredEvent  # noqa: PLC0415  (the store is loaded by those who use it)

    try:
        stored = store.find(key)
    except UnknownIdError as error:
        return layered_lines(_document(store, key, error), layers, marks())
    document = store.document(stored.document.id).document
    if isinstance(stored, StoredEvent):
        return event_lines(stored.event, document, marks())
    return claim_lines(stored.kind, stored.claim, document, marks())


def _document(store: Record, key: str, no_event: UnknownIdError) -> Coding:
    """Return the document `key`.  Where several events or claims could be meant, only its whole name or id will do."""
    try:
        coding = store.document(key)
    except AmbiguousIdError:
        raise
    except UnknownIdError:
        if isinstance(no_event, AmbiguousIdError):
            raise no_event from None
        raise UnknownIdError(f"no event, claim or document {key!r}") from None
    if isinstance(no_event, AmbiguousIdError) and key not in (coding.document.id, coding.document.content_id):
        raise no_event
    return coding


def _event_list(found: Iterable[StoredEvent], form: ListFormat) -> Iterator[str]:
    if form is ListFormat.json:
        return json_array({**to_dict(e.event), "document": e.document.name} for e in found)
    rows = (event_row(e.event, e.document.name, e.document.published) for e in found)
    return csv_lines(rows, EVENT_COLUMNS) if form is ListFormat.csv else table(rows, _event_columns())


def _flat_list(found: Iterable[Any], columns: tuple[str, ...], form: ListFormat) -> Iterator[str]:
    if form is ListFormat.json:
        return json_array(dataclasses.asdict(item) for item in found)
    rows = (flat_row(item) for item in found)
    return csv_lines(rows, columns) if form is ListFormat.csv else table(rows, columns)


def _event_columns() -> tuple[str, ...]:
    return NARROW_COLUMNS if is_narrow() else TABLE_COLUMNS
