"""The nouns of Dragoman: frozen records, each value with the words it rests on.

Offsets count Unicode code points of the document's text and are half-open: `start` is the first
character, `end` is one past the last, so `text[start:end]` is the quote.  Ids are content hashes: the
same input coded by the same rules has the same ids on every machine.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import Any

ID_HEX = 16  # 64 bits: a collision is expected only after about four thousand million records


def content_id(*parts: object) -> str:
    """Return the id of a thing told apart by `parts` (any JSON values), as 16 hexadecimal digits."""
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:ID_HEX]


def text_hash(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal: what `dragoman check` compares."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of the document's text that a value rests on."""

    start: int
    """First character, in code points of the document's text."""
    end: int
    """One past the last character."""
    quote: str
    """The characters themselves, `text[start:end]`."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or is acted upon, at one place in the text."""

    name: str
    """Standard name when known (`Turkey`), otherwise the words of the text."""
    country: str | None
    """ISO 3166 alpha-3, or null for none or not known."""
    sectors: tuple[str, ...]
    """PLOVER sectors, most specific first (`GOV`, `MIL`, `REB` …)."""
    kind: str
    """`state`, `body`, `office`, `person`, `organisation`, `armed_group`, `igo`, `open_group` or `agent`."""
    text: str
    """The words of the text."""
    start: int
    """First character, in code points of the document's text."""
    end: int
    """One past the last character."""
    entry: str | None = None
    """Id of the dictionary entry it was resolved to."""
    basis: str | None = None
    """How it was resolved, when not by its own words: `pronoun`, `same surname`, `place of the act` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an act took place, as far as the text says."""

    start: str | None
    """ISO 8601 day, month or year (as precise as `precision`); null when there is no anchor."""
    end: str | None
    """Last day of a range, or null."""
    precision: str
    """`day`, `week`, `month`, `season`, `year`, `range` or `unknown`."""
    text: str
    """The expression as printed."""
    rule: str
    """The reasoning in words, such as `weekday on or before published`."""
    offset_days: int | None = None
    """Days from the unknown day of writing, for an undated document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an act took place."""

    name: str
    """Name of the place."""
    country: str | None
    """ISO 3166 alpha-3."""
    lat: float | None
    """Latitude in degrees, WGS 84."""
    lon: float | None
    """Longitude in degrees, WGS 84."""
    precision: str
    """`point` (a camp, a crossing), `city`, `region` or `country`."""
    basis: str | None = None
    """How it was resolved, when the name alone does not tell: `the text tells of LBN` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so."""

    speaker: str
    """The words of the text that name the source."""
    verb: str
    """Lemma of the verb of saying, or `according to`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act coded from one document, in the terms of the PLOVER ontology (2021 names)."""

    id: str
    """Content hash."""
    type: str
    """One of the 16 PLOVER event types."""
    modes: tuple[str, ...]
    """PLOVER modes of the type; may be empty."""
    contexts: tuple[str, ...]
    """PLOVER contexts; may be empty."""
    actors: tuple[Actor, ...]
    """Who acts.  A mutual act has all its parties here."""
    recipients: tuple[Actor, ...]
    """Whom it is done to."""
    date: EventDate | None
    """When; null when the text does not say.  Never the publication date by default."""
    place: Place | None
    """Where; null when the text does not say."""
    status: str
    """`happened`, `ongoing`, `planned`, `conditional`, `demanded`, `denied`, `reported-claim` or `hypothetical`."""
    attribution: Attribution | None
    """Who says so, when somebody other than the reporter does."""
    magnitude: str | None
    """Size of the act as printed, when stated."""
    evidence: tuple[Evidence, ...]
    """The sentences it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired, or `network.` and a type for what only the network saw."""
    confidence: float
    """0 to 1: a score of the kind of evidence (frame, named parties, inference), lowered to the network's probability
    where only it saw the act; not a measured frequency."""
    trace: tuple[str, ...] = ()
    """How the rule was chosen, step by step, with the alternatives that lost: what `explain` prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderVersion:
    """What made a coding."""

    version: str
    """Version of Dragoman."""
    lexicon: str
    """Hashes of the lexicon files and of the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Everything coded from one document."""

    document: Document
    """The document."""
    events: tuple[Event, ...]
    """Its events, in the order of the text."""
    coder: CoderVersion
    """What coded it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document, or a part of an input, that could not be coded."""

    document: str
    """Name of the document or file, with `:line` where a line is meant."""
    stage: str
    """Where it failed: `read` or the name of a stage."""
    reason: str
    """What went wrong and what to do next, on one line."""


#: Lists of the coding contract that this version does not fill; they are printed empty.
OTHER_LISTS = (
    "statements", "figures", "commitments", "requests", "agreements", "designations", "series", "expectations",
)  # fmt: skip


def to_dict(record: Any) -> Any:
    """Return `record` as JSON values: dataclasses as objects, tuples as lists."""
    if dataclasses.is_dataclass(record):
        return {f.name: to_dict(getattr(record, f.name)) for f in dataclasses.fields(record)}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    return record


def coding_to_dict(coding: Coding, *, with_text: bool = False) -> dict[str, Any]:
    """Return `coding` in the shape of the coding contract.

    The document's text is left out when it stands unchanged in the input, unless `with_text`.
    """
    document = to_dict(coding.document)
    extracted = document.pop("extracted")
    if not (with_text or extracted):
        del document["text"]
    document["text_sha256"] = text_hash(coding.document.text)
    shaped: dict[str, Any] = {"document": document, "events": to_dict(coding.events)}
    shaped.update({name: [] for name in OTHER_LISTS})
    shaped["coder"] = to_dict(coding.coder)
    return shaped
