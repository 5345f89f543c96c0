"""The commands that ask the record."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import (
    ActorName, EventType, Limit, ListForm, ListFormat, RecordFile, Since, StatusName, Until, Words,
)  # fmt: skip
from dragoman.cli.output import print_lines, width
from dragoman.errors import UnknownIdError
from dragoman.formats.rows import EVENT_COLUMNS, event_row, flat_row
from dragoman.formats.story import (
    COLOUR, PLAIN, document_lines, event_lines, explanation_lines, timeline_lines,
)  # fmt: skip
from dragoman.formats.writers import csv_lines, json_line, table_lines
from dragoman.records import to_dict
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.store.record import Record
    from dragoman.store.results import StoredEvent

TABLE_COLUMNS = ("date", "type", "status", "actors", "recipients", "id", "document", "quote")
DOCUMENT_COLUMNS = ("id", "published", "publisher", "language", "events", "name", "title")
ACTOR_COLUMNS = ("country", "as_actor", "as_recipient", "first", "last", "name")
Key = Annotated[str, typer.Argument(metavar="ID", help="Id of an event or document, or its first digits.")]


def events(
    record: RecordFile = None, actor: ActorName = None, type: EventType = None, since: Since = None,
    until: Until = None, status: StatusName = None, text: Words = None, limit: Limit = None,
    form: ListForm = ListFormat.table,
) -> None:  # fmt: skip
    """List the events of the record.

    Example: dragoman events --actor TUR --type CONSULT --since 2016-01 --format csv
    """
    with _open(record) as store:
        found = store.events(_filter(actor, type, since, until, status, text, limit))
        print_lines(_event_list(found, form))


def timeline(
    record: RecordFile = None, actor: ActorName = None, type: EventType = None, since: Since = None,
    until: Until = None, status: StatusName = None, text: Words = None, limit: Limit = None,
    form: ListForm = ListFormat.table,
) -> None:  # fmt: skip
    """List the events by date, each with its words and its document.

    Example: dragoman timeline --actor PKK --until 2016
    """
    with _open(record) as store:
        found = store.timeline(_filter(actor, type, since, until, status, text, limit))
        if form is ListFormat.table:
            print_lines(line for e in found for line in timeline_lines(e.event, e.document.name, width()))
        else:
            print_lines(_event_list(found, form))


def documents(
    record: RecordFile = None, actor: ActorName = None, type: EventType = None, since: Since = None,
    until: Until = None, status: StatusName = None, text: Words = None, limit: Limit = None,
    form: ListForm = ListFormat.table,
) -> None:  # fmt: skip
    """List the documents of the record.

    Example: dragoman documents --text "joint statement"
    """
    with _open(record) as store:
        found = store.documents(_filter(actor, type, since, until, status, text, limit))
        print_lines(_flat_list(found, DOCUMENT_COLUMNS, form))


def actors(
    record: RecordFile = None, actor: ActorName = None, type: EventType = None, since: Since = None,
    until: Until = None, status: StatusName = None, text: Words = None, limit: Limit = None,
    form: ListForm = ListFormat.table,
) -> None:  # fmt: skip
    """List who acts and who is acted upon, most frequent first.

    Example: dragoman actors --type ASSAULT --since 2015
    """
    with _open(record) as store:
        found = store.actors(_filter(actor, type, since, until, status, text, limit))
        print_lines(_flat_list(found, ACTOR_COLUMNS, form))


def show(key: Key, record: RecordFile = None) -> None:
    """Show an event or a document, with its quotes marked in the text.

    Example: dragoman show 3f9a12
    """
    marks = COLOUR if sys.stdout.isatty() else PLAIN
    with _open(record) as store:
        try:
            stored = store.event(key)
        except UnknownIdError:
            print_lines(document_lines(store.document(key), marks))
        else:
            document = store.document(stored.document.id).document
            print_lines(event_lines(stored.event, document, marks))


def explain(key: Key, record: RecordFile = None) -> None:
    """Explain an event: sentence, rule, status, date rule, and what lost.

    Example: dragoman explain 3f9a12
    """
    with _open(record) as store:
        stored = store.event(key)
        print_lines(explanation_lines(stored.event, store.document(stored.document.id).document))


def check(record: RecordFile = None) -> None:
    """Find every quote again in the stored text; exit with 1 when one is missing.

    Example: dragoman check --record desk.sqlite
    """
    with _open(record) as store:
        missed = 0
        for miss in store.check():
            missed += 1
            typer.echo(str(miss), err=True)
        documents = sum(1 for _ in store.documents())
    typer.echo(f"{documents} documents checked, {missed} misses")
    raise typer.Exit(1 if missed else 0)


def _open(path: Path | None) -> Record:
    from dragoman.store.record import open_record  # noqa: PLC0415  (the store is loaded by those who use it)

    return open_record(path or Settings.from_environment().record, create=False)


def _filter(
    actor: str | None, type_: str | None, since: str | None, until: str | None, status: str | None,
    text: str | None, limit: int | None,
) -> Any:  # fmt: skip
    from dragoman.store.filters import EventFilter  # noqa: PLC0415

    return EventFilter(actor=actor, type=type_, since=since, until=until, status=status, text=text, limit=limit)


def _event_list(found: Iterable[StoredEvent], form: ListFormat) -> Iterator[str]:
    if form is ListFormat.json:
        return (json_line({**to_dict(e.event), "document": e.document.name}) for e in found)
    rows = (event_row(e.event, e.document) for e in found)
    if form is ListFormat.csv:
        return csv_lines(rows, EVENT_COLUMNS)
    return table_lines(rows, TABLE_COLUMNS, width=width())


def _flat_list(found: Iterable[Any], columns: tuple[str, ...], form: ListFormat) -> Iterator[str]:
    if form is ListFormat.json:
        return (json_line(dataclasses.asdict(item)) for item in found)
    rows = (flat_row(item) for item in found)
    return csv_lines(rows, columns) if form is ListFormat.csv else table_lines(rows, columns, width=width())
