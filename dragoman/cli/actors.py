"""`dragoman actors`: lists the actors of the record, and imports dictionaries of actors."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import record
from dragoman.cli.output import print_lines, write_line
from dragoman.formats.rows import counted, printable

if TYPE_CHECKING:
    from dragoman.dictionary.exchange import Report

app = typer.Typer(name="actors", rich_markup_mode=None)

KINDS = {
    "person": ("person", "persons"), "body": ("body", "bodies"), "organisation": ("organisation", "organisations"),
    "igo": ("organisation of states", "organisations of states"), "armed_group": ("armed group", "armed groups"),
    "open_group": ("people", "peoples"), "place": ("place", "places"), "agent": ("role noun", "role nouns"),
    "office": ("name of an office", "names of offices"), "state": ("state with other names", "states with other names"),
}  # fmt: skip
"""Kinds of entries in words: one, and several."""


def _listing(context: typer.Context, **options: Any) -> None:
    if context.invoked_subcommand is None:
        record.actors(**options)


def _as_listing() -> Callable[..., None]:
    """Return `_listing` with the options and the help of the command that lists."""
    asked = inspect.signature(record.actors).parameters.values()
    told = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    _listing.__signature__ = inspect.Signature([told, *asked])  # type: ignore[attr-defined]
    _listing.__annotations__ = {}
    _listing.__doc__ = record.actors.__doc__
    return _listing


app.callback(invoke_without_command=True)(_as_listing())


class Form(StrEnum):
    """Forms of a dictionary file."""

    auto = "auto"
    ours = "ours"
    ftm = "ftm"
    cameo = "cameo"


Source = Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="The dictionary.")]
Into = Annotated[
    Path, typer.Option("--into", metavar="DIR", file_okay=False, help="Lexicon folder; made when it is not there.")
]
Kind = Annotated[Form, typer.Option("--kind", help="Form of the file; auto tells it from the content.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when there was any conflict.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be imported; write nothing.")]


@app.command(name="import")
def import_dictionary(
    file: Source, into: Into = Path("lexicon"), kind: Kind = Form.auto, strict: Strict = False, dry_run: DryRun = False
) -> None:
    """Import a dictionary of actors into a lexicon folder.

    FILE is a dictionary of our own form (.tsv, .yaml), FollowTheMoney entities (OpenSanctions; one JSON object a line)
    or a CAMEO actor file. What is in conflict is printed with file and line; what was left out is listed in
    DIR/left-out.tsv. Persons who hold no public office are not imported. Give the folder to the other commands with
    --lexicon DIR.

    \b
    Example:
      dragoman actors import actors.txt --into mine
    """
    from dragoman.dictionary.exchange import import_file  # noqa: PLC0415 - the dictionary takes a while to load

    report = import_file(file, into, form=None if kind is Form.auto else kind.value, dry_run=dry_run)
    for conflict in report.conflicts:
        write_line(sys.stderr, printable(f"{file}:{conflict.line}: {conflict.reason}"))
    print_lines(_told(report, into, dry_run=dry_run))
    raise typer.Exit(1 if strict and report.conflicts else 0)


def _told(report: Report, into: Path, *, dry_run: bool) -> Iterator[str]:
    """Yield the summary of an import."""
    number = sum(report.imported.values())
    kinds = ", ".join(_counted(count, kind) for kind, count in sorted(report.imported.items(), key=_most))
    done = "would be imported" if dry_run else "imported"
    yield f"{number} {'entry' if number == 1 else 'entries'} {done} into {into}{f': {kinds}' if kinds else ''}"
    if report.there_already:
        yield f"{report.there_already} there already"
    if report.private:
        were = "person without a public office was" if report.private == 1 else "persons without a public office were"
        yield f"{report.private} {were} left out"
    yield f"{counted(len(report.conflicts), 'conflict')}; {report.left_out} of them left an entry or line out"
    if (report.left_out or report.private) and not dry_run:
        yield f"what was left out is listed in {into / 'left-out.tsv'}"


def _most(item: tuple[str, int]) -> int:
    return -item[1]


def _counted(number: int, kind: str) -> str:
    return f"{number} {KINDS[kind][number != 1]}"
