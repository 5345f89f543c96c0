"""What the commands that list the record have in common: one set of options, one record to ask."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli.options import (
    ActorName,
    EventType,
    Limit,
    ListForm,
    ListFormat,
    RecordFile,
    Since,
    StatusName,
    Until,
    Words,
)
from dragoman.errors import FilterError
from dragoman.ontology import STATUSES, TYPES
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.store.filters import EventFilter
    from dragoman.store.record import Record


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

    run.__signature__ = inspect.signature(Query, eval_str=True)  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run
