"""The commands that resolve a string: who is meant by a name or description, and where a place lies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.asked import Around, Day, Lines, Question, check_choice, questions, stamp_of
from dragoman.cli.options import Lexicon
from dragoman.cli.output import print_lines
from dragoman.formats.rows import printable

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.resolution.actors import ActorResolver
    from dragoman.resolution.results import Candidate, Located, Resolution

Name = Annotated[str | None, typer.Argument(metavar="TEXT", help="A name or description, as printed.")]
PlaceName = Annotated[str | None, typer.Argument(metavar="TEXT", help="A place name, as printed.")]

_json = json.JSONEncoder(ensure_ascii=False).encode


def resolve(
    context: typer.Context, text: Name = None, date: Day = None, around: Around = None, jsonl: Lines = None,
    lexicon: Lexicon = None,
) -> None:  # fmt: skip
    """Say who a name or description means, and why.

    An office alone (the Turkish foreign minister) tells its holder only with a date, and says that it is inferred.
    With --jsonl, one JSON object comes out for each line that goes in, in order; a line that cannot be read gives
    one of kind "unknown" that says what is wrong with it.

    \b
    Example:
      dragoman resolve "Russian Defense Minister Sergey Shoygu" --date 2018-12-31
    """
    check_choice(context, text, jsonl, date, around)
    stamp = stamp_of(date)
    resolver = _resolver(lexicon)
    if jsonl is not None:
        print_lines(_as_line(_who(resolver, asked), asked.problem) for asked in questions(jsonl))
    elif text is not None:
        told = _who(resolver, Question(text, stamp, around, ""))
        print_lines((*_person_lines(told), *_ties(resolver, told)))


def where(
    context: typer.Context, text: PlaceName = None, around: Around = None, jsonl: Lines = None,
    lexicon: Lexicon = None,
) -> None:  # fmt: skip
    """Say which place a name means, where it lies, and why.

    What decides is a state or region named with it, the states and places of the text around, the kind of place, and
    how large it is.  An unknown place has no coordinates.

    \b
    Example:
      dragoman where "Tripoli" --context "The Lebanese army sent tanks into Tripoli."
    """
    check_choice(context, text, jsonl, around)
    resolver = _resolver(lexicon)
    if jsonl is not None:
        print_lines(_as_line(_place(resolver, asked), asked.problem) for asked in questions(jsonl))
    elif text is not None:
        print_lines(_place_lines(_place(resolver, Question(text, None, around, ""))))


def _resolver(lexicon: Path | None) -> ActorResolver:
    from dragoman.dictionary import load_dictionary  # noqa: PLC0415 - the dictionary takes a while to load
    from dragoman.resolution.actors import ActorResolver  # noqa: PLC0415

    return ActorResolver(load_dictionary(lexicon))


def _who(resolver: ActorResolver, asked: Question) -> Resolution:
    from dragoman.resolution.results import Resolution  # noqa: PLC0415

    if asked.text is None:
        return Resolution(name="", kind="unknown")
    around = resolver.context(asked.context) if asked.context else None
    return resolver.resolve(asked.text, date=asked.date.date if asked.date else None, context=around)


def _place(resolver: ActorResolver, asked: Question) -> Located:
    from dragoman.resolution.results import Located  # noqa: PLC0415

    if asked.text is None:
        return Located(name="")
    around = resolver.places.context(asked.context, asked.text) if asked.context else None
    return resolver.places.resolve(asked.text, around)


def _as_line(told: Resolution | Located, problem: str) -> str:
    values: dict[str, Any] = told.as_dict()
    if problem:
        values["reasons"] = [problem, *values["reasons"]]
    return _json(values)


def _person_lines(told: Resolution) -> Iterator[str]:
    yield _line("name", told.name)
    yield _line("kind", told.kind)
    yield _line("country", told.country)
    yield _line("sectors", " ".join(told.sectors))
    if told.office:
        term = f" ({told.term[0] or '?'} to {told.term[1] or 'now or not known'})" if told.term else ""
        yield _line("office", told.office + term)
    yield _line("id", told.id)
    yield from _evidence(told.score, told.reasons, told.candidates)


def _place_lines(told: Located) -> Iterator[str]:
    yield _line("name", told.name)
    yield _line("country", told.country)
    yield _line("lat lon", f"{told.lat} {told.lon}" if told.lat is not None else None)
    yield _line("precision", told.precision)
    yield from _evidence(told.score, told.reasons, told.candidates)


def _evidence(score: float, reasons: tuple[str, ...], candidates: tuple[Candidate, ...]) -> Iterator[str]:
    yield _line("score", f"{score:.2f}")
    for reason in reasons:
        yield _line("because", reason)
    for other in candidates:
        about = ", ".join(filter(None, (other.kind, other.country, other.reason)))
        yield _line("or", f"{other.name} ({about}, {other.score:.2f})")


def _ties(resolver: ActorResolver, told: Resolution) -> Iterator[str]:
    """Yield what others say the one meant is to other groups."""
    entries = resolver.dictionary.entries
    entry = entries.get(told.id or "")
    for tie in entry.ties if entry is not None else ():
        years = f", {tie.start or '?'} to {tie.end or 'now or not known'}" if tie.start or tie.end else ""
        denied = f", denied by {tie.denied}" if tie.denied else ""
        kind = tie.kind.replace("_", " ")
        yield _line("claimed", f"{kind}: {entries[tie.to].name}, according to {tie.by}{denied}{years}")


def _line(label: str, value: str | None) -> str:
    return f"{label:<11}{printable(value) if value else '-'}"
