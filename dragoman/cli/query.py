"""What the commands that list the record have in common: one set of options, one record to ask."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import (
    ActorName,
    ClaimSince,
    ClaimUntil,
    EventType,
    Limit,
    ListForm,
    ListFormat,
    PartName,
    RecordFile,
    Since,
    StatusName,
    Until,
    Words,
)
from dragoman.cli.output import print_lines, print_or_say, width
from dragoman.errors import FilterError
from dragoman.formats.layers import SHORT_ID
from dragoman.formats.writers import table_lines
from dragoman.ontology import CLAIM_STATUSES, STATUSES, TYPES
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.store.filters import EventFilter
    from dragoman.store.record import Record

_NARROW = 120  # columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The options of a listing command; each field is one."""

    actor: ActorName = None
    type_: EventType = None
    since: Since = None
    until: Until = None
    status: StatusName = None
    text: Words = None
    limit: Limit = None
    form: ListForm = ListFormat.table
    record: RecordFile = None

    def open(self) -> Record:
        """Open the record that is asked."""
        return open_existing(self.record)

    @property
    def filter(self) -> EventFilter:
        """The conditions.  Raises FilterError for a type, status or date that does not exist."""
        from dragoman.store.filters import EventFilter  # noqa: PLC0415  (the store is loaded by those who use it)

        return EventFilter(
            actor=self.actor,
            type=_known("type", self.type_, TYPES),
            since=self.since,
            until=self.until,
            status=_known("status", self.status, STATUSES),
            text=self.text,
            limit=self.limit,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """The options of a command that lists claims; each field is one, where claims of that kind have such a thing."""

    actor: PartName = None
    since: ClaimSince = None
    until: ClaimUntil = None
    status: StatusName = None
    text: Words = None
    limit: Limit = None
    form: ListForm = ListFormat.table
    record: RecordFile = None

    def open(self) -> Record:
        """Open the record that is asked."""
        return open_existing(self.record)

    def filter(self, kind: str) -> EventFilter:
        """Return the conditions on claims of the list `kind`.  Raises FilterError for a status or date that is none."""
        from dragoman.store.filters import EventFilter  # noqa: PLC0415

        return EventFilter(
            actor=self.actor,
            since=self.since,
            until=self.until,
            status=_known("status", self.status, CLAIM_STATUSES.get(kind, ())),
            text=self.text,
            limit=self.limit,
        )


def _known(name: str, value: str | None, known: Sequence[str]) -> str | None:
    if value is None:
        return None
    found = {word.lower(): word for word in known}.get(value.lower())
    if found is None:
        raise FilterError(f"{name} must be one of {', '.join(known)}, not {value!r}")
    return found


def open_existing(path: Path | None) -> Record:
    """Open the record at `path`, or the one of the settings; it must be there."""
    from dragoman.store.record import open_record  # noqa: PLC0415

    return open_record(path or Settings.from_environment().record, create=False)


def asking(command: Callable[[Query], None]) -> Callable[..., None]:
    """Give `command` the fields of Query as its options."""

    @wraps(command)
    def run(**options: Any) -> None:
        command(Query(**options))

    return _with_options(run, inspect.signature(Query, eval_str=True))


def asking_claims(kind: str) -> Callable[[Callable[[ClaimQuery], None]], Callable[..., None]]:
    """Give a command the fields of ClaimQuery as its options, as far as claims of the list `kind` have such a thing.

    The others are taken too, to say that there is no such thing: FilterError.
    """
    lacking = _lacking(kind)

    def decorate(command: Callable[[ClaimQuery], None]) -> Callable[..., None]:
        @wraps(command)
        def run(**options: Any) -> None:
            for name in lacking:
                if options.pop(name) is not None:
                    raise FilterError(f"{kind} have no {_MEANINGS.get(name, name)}")
            command(ClaimQuery(**options))

        return _with_options(run, _signature(kind, lacking))

    return decorate


_MEANINGS = {"since": "date", "until": "date"}


def _lacking(kind: str) -> list[str]:
    """Return the options of other lists that the list `kind` has nothing for."""
    undated = ["actor", "since", "until"] if kind == "doubts" else []
    return ["type", *undated, *([] if kind in CLAIM_STATUSES else ["status"])]


def _signature(kind: str, lacking: Sequence[str]) -> inspect.Signature:
    options = dict(inspect.signature(ClaimQuery, eval_str=True).parameters)
    if kind in CLAIM_STATUSES:
        told = f"One of {', '.join(CLAIM_STATUSES[kind])}."
        options["status"] = _option("status", metavar="STATUS", help=told)
    options |= {name: _option(name, hidden=True) for name in lacking}
    return inspect.Signature(list(options.values()))


def _option(name: str, **settings: Any) -> inspect.Parameter:
    kind = Annotated[str | None, typer.Option(f"--{name}", **settings)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)


def _with_options(run: Callable[..., None], signature: inspect.Signature) -> Callable[..., None]:
    run.__signature__ = signature  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def is_narrow() -> bool:
    """Return whether the terminal has no room for all columns of a table."""
    return width() < _NARROW


def print_list(lines: Iterable[str], form: ListFormat) -> None:
    """Print a list; an empty table says so, the other forms are read by programs."""
    if form is ListFormat.table:
        print_or_say(lines, "nothing in the record meets these conditions")
    else:
        print_lines(lines)


def table(rows: Iterable[dict[str, str]], columns: tuple[str, ...]) -> Iterator[str]:
    """Return the lines of a table as wide as the terminal, with the first digits of each id."""
    short = ({**row, "id": row.get("id", "")[:SHORT_ID]} for row in rows)
    return table_lines(short, columns, width=width())
