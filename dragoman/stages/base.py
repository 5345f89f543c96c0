"""What a stage is: one class with a name, what it requires, what it assigns, and a pure call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from dragoman.learned.network import Reading
from dragoman.records import Claims, Document, Event
from dragoman.syntax import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One appearance of an actor: tokens `first` to `last` (inclusive) of sentence `sentence`."""

    sentence: int
    first: int
    last: int
    name: str
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    entry: str | None
    form: str
    """`name`, `adjective` (demonym used before a noun), `capital`, `agent` (role noun) or `person`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """One time expression: tokens `first` to `last` (inclusive) of sentence `sentence`, resolved."""

    sentence: int
    first: int
    last: int
    start: str | None
    end: str | None
    precision: str
    text: str
    rule: str
    offset_days: int | None = None
    function: str = "on"
    """`on` (point), `since` (start of a period), `until`, `for` (duration), `frequency` or `vague` (`recently`)."""
    value: str | None = None
    """What it says where it names no date, in the notation of TIMEX3: `P30Y`, `PRESENT_REF`."""
    event: str = ""
    """The words of the event it counts from, for one that names no date by itself: `the coup`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's own text to be parsed: `text[start:end]` without furniture."""

    start: int
    end: int
    zone: str
    """`title`, `subtitle` or `body`."""
    paragraph: int
    """Number of the paragraph in the document, from 0."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way through the stages.  A stage returns a new draft, it changes none."""

    document: Document
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    readings: Mapping[int, Reading] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    claims: Claims = field(default_factory=Claims)


class Stage:
    """One step of the coder.

    `requires` and `assigns` name fields of Draft.  The pipeline checks them when it is built.
    """

    name: ClassVar[str]
    requires: ClassVar[frozenset[str]] = frozenset()
    assigns: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with what this stage assigns.  Deterministic; reads nothing outside its arguments."""
        raise NotImplementedError

    def stream(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Apply the stage to each draft, in order.  Override only where batches pay."""
        for draft in drafts:
            yield self(draft)
