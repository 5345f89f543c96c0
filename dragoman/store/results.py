"""What a record answers with."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Claim, CoderVersion, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """A stored document without its text."""

    id: str
    """Content id: hash of name and text."""
    name: str
    """Name within its input, as in `Document.id`."""
    title: str | None
    """Headline."""
    publisher: str | None
    """Outlet as printed."""
    published: str | None
    """ISO day, month or year of publication; null when the page does not say."""
    url: str | None
    """Address, when the input gave one."""
    language: str | None
    """ISO 639-1 code."""
    coder: CoderVersion
    """What coded it."""
    events: int
    """How many events were coded from it."""
    claims: int
    """How many claims of all kinds were coded from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """An event and the document it was coded from."""

    event: Event
    """The event, as it was coded."""
    document: DocumentHead
    """The document; `Record.document(stored.document.id)` gives its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim and the document it was coded from."""

    kind: str
    """Name of its list, such as `statements`."""
    claim: Claim
    """The claim, as it was coded."""
    document: DocumentHead
    """The document; `Record.document(stored.document.id)` gives its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSummary:
    """A name with a country, over all events asked for."""

    name: str
    """Standard name, or the words of the text."""
    country: str | None
    """ISO 3166 alpha-3."""
    as_actor: int
    """Number of events in which it acts."""
    as_recipient: int
    """Number of events in which it is acted upon."""
    first: str | None
    """Earliest event date (ISO, as precise as the event); null when none is dated."""
    last: str | None
    """Latest event date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A name that takes part in events or claims."""

    name: str
    """Standard name, or the words of the text."""
    country: str | None
    """ISO 3166 alpha-3."""
    kind: str
    """Kind of the actor, as in `Actor.kind`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A value of the record that its stored text does not bear out."""

    document: str
    """Content id of the document."""
    name: str
    """Name of the document."""
    event: str | None
    """Id of the event, or null when a claim or the document itself is meant."""
    what: str
    """What was looked for: `text`, `furniture`, `evidence`, `actor`, `recipient`, the field of a claim, `record` or a
    table's name."""
    expected: str
    """What should stand there."""
    found: str
    """What stands there."""
    claim: str | None = None
    """Id of the claim, or null when none is meant."""

    def __str__(self) -> str:
        """Return the miss on one line."""
        where = f"{self.name}, event {self.event}" if self.event else self.name
        where = f"{self.name}, claim {self.claim}" if self.claim else where
        return f"{where}: {self.what}: expected {self.expected!r}, found {self.found!r}"
