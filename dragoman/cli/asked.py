"""What the commands that answer single strings have in common: a string with its date, from an option or a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from dragoman.errors import FilterError, MissingInputError

if TYPE_CHECKING:
    from dragoman.records import DateStamp

STDIN = "-"
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Day of the text: 2018-12-31, 2018-12 or 2018.")
]
Around = Annotated[str | None, typer.Option("--context", metavar="TEXT", help="The text it stands in.")]
Lines = Annotated[
    str | None,
    typer.Option("--jsonl", metavar="FILE", help="Lines of {text, date?, context?}; - reads standard input."),
]


class Question(NamedTuple):
    """One line of a file of questions."""

    text: str | None
    """The string asked about; None when the line cannot be read."""
    date: DateStamp | None
    context: str | None
    problem: str
    """What is wrong with the line; empty when nothing is."""


def check_choice(context: typer.Context, text: str | None, jsonl: str | None, *others: str | None) -> None:
    """Raise BadParameter unless either a string is given, or a file without the options that its lines hold."""
    if (text is None) == (jsonl is None):
        raise typer.BadParameter("give either TEXT or --jsonl FILE", ctx=context)
    if jsonl is not None and any(other is not None for other in others):
        raise typer.BadParameter("with --jsonl, date and context stand in the lines", ctx=context)


def stamp_of(date: str | None) -> DateStamp | None:
    """Return the date of a string.  Raises FilterError for what is none, such as 31 February."""
    from dragoman.read.dates import parse_stamp  # noqa: PLC0415

    stamp = parse_stamp(date, "--date") if date else None
    if date and stamp is None:
        raise FilterError(f"--date {date}: is no date of the calendar, such as 2018-12-31")
    return stamp


def questions(source: str) -> Iterator[Question]:
    """Yield the question of each line of a file, or of standard input.  Raises MissingInputError."""
    for number, line in enumerate(_read(source), start=1):
        if line.strip():
            yield _question(line, number)


def _read(source: str) -> Iterator[str]:
    if source == STDIN:
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        yield from sys.stdin
        return
    try:
        with Path(source).open(encoding="utf-8", errors="replace") as lines:
            yield from lines
    except OSError as error:
        raise MissingInputError(f"{source}: cannot be read ({(error.strerror or str(error)).lower()})") from error


def _question(line: str, number: int) -> Question:
    try:
        asked: Any = json.loads(line)
    except (ValueError, RecursionError):
        return Question(None, None, None, f"line {number} is not JSON")
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return Question(None, None, None, f"line {number} must be an object with a field text that is a string")
    stamp, problem = _stamp(asked.get("date"), number)
    around = asked.get("context")
    return Question(_writable(asked["text"]), stamp, _writable(around) if isinstance(around, str) else None, problem)


def _stamp(date: object, number: int) -> tuple[DateStamp | None, str]:
    if date is None:
        return None, ""
    if not isinstance(date, str):
        return None, f"line {number}: the date is no text"
    try:
        return stamp_of(date), ""
    except FilterError as error:
        return None, f"line {number}: {error.message}".replace("--date", "date")


def _writable(text: str) -> str:
    """Return `text` without halves of surrogate pairs, which JSON can spell and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
