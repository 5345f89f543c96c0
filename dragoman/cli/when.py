"""The command that finds the time expressions of a text and says which dates they name."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.output import print_lines
from dragoman.errors import FilterError, MissingInputError
from dragoman.formats.rows import printable

if TYPE_CHECKING:
    from dragoman.records import DateStamp
    from dragoman.stages.base import TimeMention

STDIN = "-"
Text = Annotated[str | None, typer.Argument(metavar="TEXT", help="Sentences, as printed.")]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Day of the text: 2018-12-31, 2018-12 or 2018.")
]
Lines = Annotated[
    str | None, typer.Option("--jsonl", metavar="FILE", help="Lines of {text, date?}; - reads standard input.")
]


def when(context: typer.Context, text: Text = None, date: Day = None, jsonl: Lines = None) -> None:
    """Say which dates the time expressions of a text name, and why.

    Without a date, weekdays are counted in days from the unknown day of writing.  With --jsonl, one JSON object comes
    out for each line that goes in, in order; a line that cannot be read gives one with a field "problem".

    \b
    Examples:
      dragoman when "They met on Friday and will meet again next month." --date 2018-12-31
      dragoman when --jsonl texts.jsonl > times.jsonl
    """
    if (text is None) == (jsonl is None):
        raise typer.BadParameter("give either TEXT or --jsonl FILE", ctx=context)
    if jsonl is not None and date is not None:
        raise typer.BadParameter("with --jsonl, the date stands in the lines", ctx=context)
    if jsonl is not None:
        print_lines(json.dumps(values, ensure_ascii=False) for values in _answers(_read(jsonl)))
    elif text is not None:
        print_lines(_told(text, _times(text, _stamp(date))))


def _stamp(date: str | None) -> DateStamp | None:
    """Return the date of the text.  Raises FilterError for what is none, such as 31 February."""
    from dragoman.read.dates import parse_stamp  # noqa: PLC0415

    stamp = parse_stamp(date, "--date") if date else None
    if date and stamp is None:
        raise FilterError(f"--date {date}: is no date of the calendar, such as 2018-12-31")
    return stamp


def _times(text: str, stamp: DateStamp | None) -> list[tuple[int, TimeMention]]:
    """Return the expressions of `text`, each with its first character."""
    from dragoman.records import Document  # noqa: PLC0415
    from dragoman.stages.base import Block, Draft  # noqa: PLC0415
    from dragoman.stages.parse import Parse  # noqa: PLC0415 - the parser takes a while to load
    from dragoman.stages.times import Times  # noqa: PLC0415

    document = Document(id="text", text=text, published=stamp)
    draft = Times()(Parse()(Draft(document, blocks=(Block(0, len(text), "body", 0),))))
    return [(draft.sentences[time.sentence].tokens[time.first].start, time) for time in draft.times]


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


def _answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(line, number)


def _answer(line: str, number: int) -> dict[str, Any]:
    try:
        asked: Any = json.loads(line)
    except (ValueError, RecursionError):
        return {"times": [], "problem": f"line {number} is not JSON"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"times": [], "problem": f"line {number} must be an object with a field text that is a string"}
    date = asked.get("date")
    try:
        stamp = _stamp(date) if isinstance(date, str) else None
        problem = "" if date is None or stamp else f"line {number}: the date is no text"
    except FilterError as error:
        stamp, problem = None, f"line {number}: {error.message}".replace("--date", "date")
    text = asked["text"].encode("utf-8", "replace").decode("utf-8")
    times = [_values(start, time) for start, time in _times(text, stamp)]
    return {"times": times, "problem": problem} if problem else {"times": times}


def _values(start: int, time: TimeMention) -> dict[str, Any]:
    return {
        "text": time.text, "at": start, "start": time.start, "end": time.end, "precision": time.precision,
        "function": time.function, "offset_days": time.offset_days, "value": time.value, "event": time.event or None,
        "rule": time.rule,
    }  # fmt: skip


def _told(text: str, times: Iterable[tuple[int, TimeMention]]) -> Iterator[str]:
    """Yield the lines for the expressions of one text, for people."""
    found = False
    for at, time in times:
        yield from ([""] if found else [])
        found = True
        yield f"text       {printable(time.text)} (at {at})"
        yield f"start      {time.start or '-'}"
        yield f"end        {time.end or '-'}"
        yield f"precision  {time.precision}"
        if time.offset_days is not None:
            yield f"offset     D{time.offset_days:+d}"
        if time.value is not None:
            yield f"value      {time.value}"
        yield f"function   {time.function}"
        yield f"because    {printable(time.rule)}"
    if not found:
        yield f"no time expression in {len(text)} characters"
