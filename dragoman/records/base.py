"""What all records are made of: ids, stretches of text, actors, dates, places and sources."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

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
    """How it was resolved, when not by its own words: `pronoun`, `same surname`, `place of the act` …  With `country
    of the other side` or `other state of the passage` the text need not tell of it; `text` may be the other side's."""


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
