"""The commands that code: `code` prints, `add` stores."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    CodeForm,
    CodeFormat,
    Jobs,
    Lexicon,
    ListName,
    Paths,
    QuarantineFile,
    RecordFile,
    Strict,
)
from dragoman.cli.output import check_target, print_lines, width
from dragoman.cli.query import is_narrow
from dragoman.cli.watch import Quarantine, Watch
from dragoman.formats.claim_rows import claim_columns, claim_row, table_columns
from dragoman.formats.rows import EVENT_COLUMNS, counted, event_row
from dragoman.formats.writers import csv_lines, json_line, table_lines
from dragoman.records import Coding, Document, Failure, coding_to_dict
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.store.record import Record

EVENTS = ListName["events"]
TABLE_COLUMNS = ("date", "type", "status", "actors", "recipients", "document", "quote")
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", readable=False, help="Write to this file, not to standard output."),
]
Listed = Annotated[
    ListName | None,
    typer.Option("--list", metavar="NAME", help="What table and csv list: events (as a rule), statements, figures …"),
]
WithText = Annotated[bool, typer.Option("--with-text", help="Put the text of each document into the JSON lines.")]


def code(
    context: typer.Context, paths: Paths, form: CodeForm = CodeFormat.jsonl, listed: Listed = None,
    output: Output = None, with_text: WithText = False, jobs: Jobs = 1, lexicon: Lexicon = None,
    quarantine: QuarantineFile = None, strict: Strict = False,
) -> None:  # fmt: skip
    """Code documents and print the codings; nothing is stored.

    Each document is printed as soon as it is coded, in the order of the input.  A table or CSV file holds the events;
    with --list, another list, such as figures.

    \b
    Example:
      dragoman code articles/ --format csv -o events.csv -j 2
    """
    if listed and form is CodeFormat.jsonl:
        raise typer.BadParameter("--list goes with --format table or csv, JSON lines hold all lists", ctx=context)
    check_target(output, paths)
    items = _read(paths, output, quarantine)
    with Watch(Quarantine(quarantine)) as watch:
        codings = watch.good(_code(items, jobs, lexicon))
        lines = (
            _rows_of(codings, listed or EVENTS, form) if form is not CodeFormat.jsonl else _objects(codings, with_text)
        )
        print_lines(lines, output)
    raise typer.Exit(1 if strict and watch.failed else 0)


def add(
    paths: Paths, record: RecordFile = None, jobs: Jobs = 1, lexicon: Lexicon = None,
    quarantine: QuarantineFile = None, strict: Strict = False,
) -> None:  # fmt: skip
    """Code documents and store those the record does not hold yet.

    Each document is on disk as soon as it is coded.  Run it again after an interruption: it goes on from there.

    \b
    Example:
      dragoman add articles/ --record desk.sqlite
    """
    from dragoman.store.record import open_record  # noqa: PLC0415  (the store is loaded by those who use it)

    path = record or Settings.from_environment().record
    items = _read(paths, path, quarantine)
    with open_record(path) as store, Watch(Quarantine(quarantine)) as watch:
        count = Counter[str]()
        try:
            for coding in watch.good(_code(_new(items, store, lexicon, count), jobs, lexicon)):
                count["added"] += store.add(coding)
        finally:
            added = counted(count["added"], "document")
            print_lines([f"{added} added, {count['known']} there already, {watch.failed} failed"])
    raise typer.Exit(1 if strict and watch.failed else 0)


def _read(paths: list[str], writes: Path | None, quarantine: Path | None) -> Iterator[Document | Failure]:
    """Return the documents of `paths`, leaving out the files that this command itself writes.

    Raises InputError when there is nothing to read at all, OutputError when an input would be overwritten.
    """
    from dragoman.read.sources import check_paths, read_paths  # noqa: PLC0415  (`--help` needs no readers)

    check_paths(paths)
    own = [writes] if writes else []
    check_target(quarantine, [*paths, *own])
    own.append(quarantine or Settings.from_environment().quarantine)
    return read_paths(paths, stdin=sys.stdin.buffer if sys.stdin else None, leave_out=own)


def _code(items: Iterable[Document | Failure], jobs: int, lexicon: Path | None) -> Iterator[Coding | Failure]:
    from dragoman.batch.processes import code_in_processes  # noqa: PLC0415  (loads the parser)

    return code_in_processes(items, jobs, lexicon=lexicon)


def _new(
    items: Iterable[Document | Failure], store: Record, lexicon: Path | None, count: Counter[str]
) -> Iterator[Document | Failure]:
    """Leave out what the record holds from this coder, counted as `known`: a second run costs only the reading."""
    from dragoman.provenance import coder_version  # noqa: PLC0415  (loads the parser)

    version = coder_version(lexicon)
    for item in items:
        if isinstance(item, Document) and store.has(item, version):
            count["known"] += 1
        else:
            yield item


def _objects(codings: Iterator[Coding], with_text: bool) -> Iterator[str]:
    return (json_line(coding_to_dict(coding, with_text=with_text)) for coding in codings)


def _rows_of(codings: Iterator[Coding], listed: ListName, form: CodeFormat) -> Iterator[str]:
    """Return the lines of a table or CSV file with one list of all codings."""
    kind = listed.value
    rows = (row for coding in codings for row in _rows(coding, kind))
    if form is CodeFormat.csv:
        return csv_lines(rows, EVENT_COLUMNS if kind == EVENTS else claim_columns(kind))
    if kind == EVENTS:
        return table_lines(rows, TABLE_COLUMNS, width=width())
    columns = table_columns(kind, narrow=is_narrow())
    return table_lines(rows, columns[1:], width=width())  # ids are of use only for what is stored


def _rows(coding: Coding, kind: str) -> Iterator[dict[str, str]]:
    published = coding.document.published
    day = published.date if published else None
    if kind == EVENTS:
        return (event_row(event, coding.document.id, day) for event in coding.events)
    return (claim_row(claim, coding.document.id, day) for claim in getattr(coding.claims, kind))
