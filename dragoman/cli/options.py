"""Options that several commands share, and the forms of their output."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.records import CLAIM_KINDS

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)
]
RecordFile = Annotated[
    Path | None,
    typer.Option("--record", metavar="FILE", help="The record; else $DRAGOMAN_RECORD, else dragoman.sqlite."),
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes that code at the same time.")]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon", metavar="DIR", exists=True, file_okay=False, help="Folder with lexicon entries of yours."
    ),
]
QuarantineFile = Annotated[
    Path | None,
    typer.Option(
        "--quarantine",
        metavar="FILE",
        readable=False,
        help="Where failures are listed; else dragoman-quarantine.jsonl.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when any document failed.")]
ActorName = Annotated[
    str | None,
    typer.Option("--actor", metavar="WHO", help="Country (TUR), dictionary entry, or part of a name."),
]
PartName = Annotated[
    str | None,
    typer.Option(
        "--actor", metavar="WHO", help="Anybody with a part in it: country (TUR), dictionary entry, or part of a name."
    ),
]
EventType = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="PLOVER event type, such as CONSULT.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Events on or after 2016, 2016-03 or 2016-03-10.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Events on or before such a date.")]
ClaimSince = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Dated on or after 2016, 2016-03 or 2016-03-10.")
]
ClaimUntil = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Dated on or before such a date.")]
StatusName = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help="Status of the act, such as happened or planned.")
]
Words = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help='Words that the text holds; also "a phrase", minist*.'),
]
Limit = Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="At most so many.")]


class CodeFormat(StrEnum):
    """Forms of the coder's output."""

    jsonl = "jsonl"
    table = "table"
    csv = "csv"


class ListFormat(StrEnum):
    """Forms of a list from the record."""

    table = "table"
    json = "json"
    csv = "csv"


ListName = StrEnum("ListName", {name: name for name in ("events", *CLAIM_KINDS)})  # type: ignore[misc]
"""The lists of a coding."""

CodeForm = Annotated[
    CodeFormat, typer.Option("--format", help="One JSON object a document, or one row an event or claim.")
]
ListForm = Annotated[ListFormat, typer.Option("--format", help="Form of the list.")]
