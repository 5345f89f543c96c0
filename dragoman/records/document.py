"""The document: its text, unchanged, and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.base import content_id, text_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of the page that is not the article."""

    start: int
    """First character, in code points of the document's text."""
    end: int
    """One past the last character."""
    reason: str
    """What it is, such as `repeated headline`, `share line`, `update stamp`, `view counter`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStamp:
    """A date the page states about itself: when it was published or updated."""

    date: str
    """ISO 8601: `2016`, `2016-03` or `2016-03-10`, as precise as `precision`."""
    precision: str
    """`minute`, `day`, `month` or `year`."""
    basis: str
    """Where it was found, such as `update stamp, line 45` or `input field published`."""
    time: str | None = None
    """Local clock time `HH:MM` when printed; the time zone is not guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBounds:
    """Between which dates a document without one was written, as far as its text tells: an inference."""

    earliest: str | None
    """ISO 8601 day, month or year from which on it may have been written; null when nothing tells."""
    latest: str | None
    """ISO 8601 day, month or year until which it may have been written; null when nothing tells."""
    basis: tuple[str, ...]
    """What tells it, such as `names Barack Obama as president, 2009-01-20 to 2017-01-20`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article or communiqué: its text, unchanged, and what is known about it."""

    id: str
    """Name within the input: the path below the given folder, the file name, or the JSONL `id`."""
    text: str
    """The text all offsets refer to.  For a text file it is the file's own text, unchanged."""
    title: str | None = None
    """Headline."""
    subtitle: str | None = None
    """Standfirst below the headline."""
    publisher: str | None = None
    """Outlet as printed."""
    byline: str | None = None
    """Author or desk as printed."""
    agency: str | None = None
    """News agency credited, such as `Anadolu Agency (AA)`."""
    dateline: str | None = None
    """Place line that opens the report, such as `KARACHI, Pakistan`."""
    published: DateStamp | None = None
    """When it was published; null when the page does not say.  Never the day of coding."""
    updated: DateStamp | None = None
    """When it was last changed, when the page says so."""
    written: WrittenBounds | None = None
    """For a document without a date, when it may have been written.  Never the date of an event."""
    url: str | None = None
    """Address, when the input gives one."""
    language: str | None = None
    """ISO 639-1 code of the article's own language."""
    furniture: tuple[Furniture, ...] = ()
    """What on the page is not the article, in order, not overlapping."""
    notes: tuple[str, ...] = ()
    """What a reader should know about the reading: a guessed encoding, a short extraction."""
    extracted: bool = False
    """True when the text was extracted from a page, so that it is not found in the file as it stands."""

    @property
    def date(self) -> str | None:
        """ISO 8601 date it was published, else last changed, as precise as known; null when undated."""
        stamp = self.published or self.updated
        return stamp.date if stamp is not None else None

    @property
    def content_id(self) -> str:
        """Id of the document in a record: told apart by name and text."""
        return content_id("document", self.id, text_hash(self.text))
