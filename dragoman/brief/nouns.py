"""What a brief is made of."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Claim, Event
from dragoman.store.results import DocumentHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom a brief is about."""

    name: str
    """The name to print, such as `Turkey (TUR)`."""
    wanted: str
    """What finds it in the record, as in `EventFilter.actor`."""
    country: str | None
    """ISO 3166 alpha-3 of a state; null for anybody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a brief: a record with the document it comes from."""

    kind: str
    """Name of its list, such as `events` or `requests`."""
    record: Event | Claim
    """The event or claim."""
    document: DocumentHead
    """The document."""
    note: str = ""
    """What the record as a whole adds, such as `not confirmed in the record`; empty for nothing."""
    group: int | None = None
    """Number, from 1, that it shares with the lines it stands side by side with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines of one sort."""

    title: str
    """Its heading."""
    items: tuple[Item, ...]
    """Its lines, by date, the undated last; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the record holds of an actor or of two."""

    subjects: tuple[Subject, ...]
    """The actor, or both."""
    since: str | None
    """First day, month or year that is looked at."""
    until: str | None
    """Last day, month or year that is looked at."""
    sections: tuple[Section, ...]
    """The sections that have lines."""
