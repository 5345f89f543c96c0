"""The command that resolves a name or description to an actor."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import Lexicon
from dragoman.cli.output import print_lines
from dragoman.errors import FilterError, MissingInputError

if TYPE_CHECKING:
    from dragoman.resolution.actors import ActorResolver
    from dragoman.resolution.results import Resolution

STDIN = "-"
Text = Annotated[str | None, typer.Argument(metavar="TEXT", help="A name or description, as printed.")]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Day of the text: 2018-12-31, 2018-12 or 2018.")
]
Around = Annotated[str | None, typer.Option("--context", metavar="TEXT", help="The text it stands in.")]
Lines = Annotated[
    str | None,
    typer.Option("--jsonl", metavar="FILE", help="Lines of {text, date?, context?}; - reads standard input."),
]


def resolve(
    context: typer.Context, text: Text = None, date: Day = None, around: Around = None, jsonl: Lines = None,
    lexicon: Lexicon = None,
) -> None:  # fmt: skip
    """Say who a name or description means, how sure that is, and why.

    An office alone (the Turkish foreign minister) tells its holder only with a date, and says that it is inferred.
    With --jsonl, one JSON object comes out for each line that goes in, in order; a line that cannot be read gives
    one of kind "unknown" that says what is wrong with it.

    \b
    Examples:
      dragoman resolve "Russian Defense Minister Sergey Shoygu" --date 2018-12-31
      dragoman resolve "Lavrov" --context "Sergei Lavrov arrived on Monday. Lavrov said ..."
      dragoman resolve --jsonl names.jsonl > actors.jsonl
    """
    if (text is None) == (jsonl is None):
        raise typer.BadParameter("give either TEXT or --jsonl FILE", ctx=context)
    if jsonl is not None and (date is not None or around is not None):
        raise typer.BadParameter("with --jsonl, date and context stand in the lines", ctx=context)
    from dragoman.dictionary import load_dictionary  # noqa: PLC0415 - the dictionary takes a while to load
    from dragoman.resolution.actors import ActorResolver  # noqa: PLC0415

    day = _day(date)
    resolver = ActorResolver(load_dictionary(lexicon))
    if jsonl is not None:
        print_lines(_resolved(resolver, _read(jsonl)))
    elif text is not None:
        said = resolver.resolve(text, date=day, context=resolver.context(around) if around else None)
        print_lines((*_told(said), *_ties(resolver, said)))


def _day(date: str | None) -> str | None:
    """Return a day in ISO 8601.  Raises FilterError for what is none, such as 31 February."""
    from dragoman.read.dates import parse_stamp  # noqa: PLC0415

    stamp = parse_stamp(date, "--date") if date else None
    if date and stamp is None:
        raise FilterError(f"--date {date}: is no date of the calendar, such as 2018-12-31")
    return stamp.date if stamp else None


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


def _resolved(resolver: ActorResolver, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_line(resolver, line, number), ensure_ascii=False)


def _line(resolver: ActorResolver, line: str, number: int) -> dict[str, Any]:
    try:
        asked: Any = json.loads(line)
    except (ValueError, RecursionError):
        return _unread(f"line {number} is not JSON")
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return _unread(f"line {number} must be an object with a field text that is a string")
    try:
        day = _day(asked.get("date") if isinstance(asked.get("date"), str) else None)
        problem = "" if asked.get("date") is None or day else f"line {number}: the date is no text"
    except FilterError as error:
        day, problem = None, f"line {number}: {error.message}".replace("--date", "date")
    around = asked.get("context")
    told = resolver.resolve(
        asked["text"], date=day, context=resolver.context(around) if isinstance(around, str) else None
    )
    values = told.as_dict()
    if problem:
        values["reasons"] = [problem, *values["reasons"]]
    return values


def _unread(problem: str) -> dict[str, Any]:
    from dragoman.resolution.results import Resolution  # noqa: PLC0415

    return Resolution(name="", kind="unknown", reasons=(problem,)).as_dict()


def _told(said: Resolution) -> Iterator[str]:
    """Yield the lines for one resolution, for people."""
    yield f"name       {said.name}"
    yield f"kind       {said.kind}"
    yield f"country    {said.country or '-'}"
    yield f"sectors    {' '.join(said.sectors) or '-'}"
    if said.office:
        term = f" ({said.term[0] or '?'} to {said.term[1] or 'now or not known'})" if said.term else ""
        yield f"office     {said.office}{term}"
    yield f"id         {said.id or '-'}"
    yield f"score      {said.score:.2f}"
    for reason in said.reasons:
        yield f"because    {reason}"
    for other in said.candidates:
        about = ", ".join(filter(None, (other.kind, other.country, other.reason)))
        yield f"or         {other.name} ({about}, {other.score:.2f})"


def _ties(resolver: ActorResolver, said: Resolution) -> Iterator[str]:
    """Yield what others say the one meant is to other groups."""
    entries = resolver.dictionary.entries
    entry = entries.get(said.id or "")
    for tie in entry.ties if entry is not None else ():
        other = entries[tie.to].name
        years = f", {tie.start or '?'} to {tie.end or 'now or not known'}" if tie.start or tie.end else ""
        denied = f", denied by {tie.denied}" if tie.denied else ""
        yield f"claimed    {tie.kind.replace('_', ' ')}: {other}, according to {tie.by}{denied}{years}"
