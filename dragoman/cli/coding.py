"""The commands that code: `code` prints, `add` stores."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import CodeForm, CodeFormat, Jobs, Lexicon, Paths, Quarantine, RecordFile, Strict
from dragoman.cli.output import Watch, print_lines, width
from dragoman.formats.rows import EVENT_COLUMNS, event_row
from dragoman.formats.writers import csv_lines, json_line, table_lines
from dragoman.records import Coding, Document, Failure, coding_to_dict
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.store.record import Record

TABLE_COLUMNS = ("date", "type", "status", "actors", "recipients", "document", "quote")
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout.")]
WithText = Annotated[bool, typer.Option("--with-text", help="Put the text of each document into the output.")]


def code(
    paths: Paths, form: CodeForm = CodeFormat.jsonl, output: Output = None, jobs: Jobs = 1,
    lexicon: Lexicon = None, quarantine: Quarantine = None, strict: Strict = False, with_text: WithText = False,
) -> None:  # fmt: skip
    """Code documents and print the codings, in input order; nothing is stored.

    Example: dragoman code articles/ --format csv -o events.csv
    """
    with Watch(quarantine) as watch:
        codings = watch.good(_code(_read(paths), jobs, lexicon))
        print_lines(_lines(codings, form, with_text=with_text), output)
    raise typer.Exit(1 if strict and watch.failed else 0)


def add(
    paths: Paths, record: RecordFile = None, jobs: Jobs = 1, lexicon: Lexicon = None,
    quarantine: Quarantine = None, strict: Strict = False,
) -> None:  # fmt: skip
    """Code documents and store them in the record; what is there already is left alone.

    Example: dragoman add articles/ --record desk.sqlite
    """
    from dragoman.store.record import open_record  # noqa: PLC0415  (the store is loaded by those who use it)

    items = _read(paths)
    with open_record(record or Settings.from_environment().record) as store, Watch(quarantine) as watch:
        added = sum(store.add(coding) for coding in watch.good(_code(_unknown(items, store, lexicon), jobs, lexicon)))
        typer.echo(f"{added} documents added, {watch.failed} failed", err=True)
    raise typer.Exit(1 if strict and watch.failed else 0)


def _read(paths: list[str]) -> Iterator[Document | Failure]:
    """Return the documents of `paths`; raises InputError when there is nothing to read at all."""
    from dragoman.read.sources import check_paths, read_paths  # noqa: PLC0415  (`--help` needs no readers)

    check_paths(paths)
    return read_paths(paths, stdin=sys.stdin.buffer)


def _code(items: Iterable[Document | Failure], jobs: int, lexicon: Path | None) -> Iterator[Coding | Failure]:
    from dragoman.batch.processes import code_in_processes  # noqa: PLC0415  (loads the parser)

    return code_in_processes(items, jobs, lexicon=lexicon)


def _unknown(
    items: Iterable[Document | Failure], store: Record, lexicon: Path | None
) -> Iterator[Document | Failure]:
    """Leave out what the record holds already from this coder, so that a second run costs only the reading."""
    from dragoman.coder import coder_version  # noqa: PLC0415

    version = coder_version(lexicon)
    for item in items:
        if isinstance(item, Failure) or not store.has(item, version):
            yield item


def _lines(codings: Iterator[Coding], form: CodeFormat, *, with_text: bool) -> Iterator[str]:
    if form is CodeFormat.jsonl:
        return (json_line(coding_to_dict(coding, with_text=with_text)) for coding in codings)
    rows = (event_row(event, coding.document) for coding in codings for event in coding.events)
    if form is CodeFormat.csv:
        return csv_lines(rows, EVENT_COLUMNS)
    return table_lines(rows, TABLE_COLUMNS, width=width())
