"""The command that finds the time expressions of a text and says which dates they name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.asked import Day, Question, check_choice, questions, stamp_of
from dragoman.cli.output import print_lines
from dragoman.formats.rows import printable

if TYPE_CHECKING:
    from dragoman.records import DateStamp
    from dragoman.stages.base import TimeMention

Text = Annotated[str | None, typer.Argument(metavar="TEXT", help="Sentences, as printed.")]
Lines = Annotated[
    str | None, typer.Option("--jsonl", metavar="FILE", help="Lines of {text, date?}; - reads standard input.")
]


def when(context: typer.Context, text: Text = None, date: Day = None, jsonl: Lines = None) -> None:
    """Say which dates the times of a text name, and why.

    Without a date, weekdays are counted in days from the unknown day of writing.  With --jsonl, one JSON object comes
    out for each line that goes in, in order; a line that cannot be read gives one with a field "problem".

    \b
    Example:
      dragoman when "They met on Friday and will meet again next month." --date 2018-12-31
    """
    check_choice(context, text, jsonl, date)
    if jsonl is not None:
        print_lines(json.dumps(_answer(question), ensure_ascii=False) for question in questions(jsonl))
    elif text is not None:
        print_lines(_told(text, _times(text, stamp_of(date))))


def _times(text: str, stamp: DateStamp | None) -> list[tuple[int, TimeMention]]:
    """Return the expressions of `text`, each with its first character."""
    from dragoman.records import Document  # noqa: PLC0415
    from dragoman.stages.base import Block, Draft  # noqa: PLC0415
    from dragoman.stages.parse import Parse  # noqa: PLC0415 - the parser takes a while to load
    from dragoman.stages.times import Times  # noqa: PLC0415

    document = Document(id="text", text=text, published=stamp)
    draft = Times()(Parse()(Draft(document, blocks=(Block(0, len(text), "body", 0),))))
    return [(draft.sentences[time.sentence].tokens[time.first].start, time) for time in draft.times]


def _answer(question: Question) -> dict[str, Any]:
    times = _times(question.text, question.date) if question.text is not None else []
    values = [_values(start, time) for start, time in times]
    return {"times": values, "problem": question.problem} if question.problem else {"times": values}


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
