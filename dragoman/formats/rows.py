"""Flat rows of events and other records: what tables and CSV files show."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from dragoman.records import Actor, Event

EVENT_COLUMNS = (
    "date", "date_end", "date_precision", "type", "modes", "status", "actors", "actor_countries", "recipients",
    "recipient_countries", "place", "place_country", "contexts", "speaker", "quote", "rule", "confidence", "id",
    "document", "published",
)  # fmt: skip


def event_row(event: Event, document: str, published: str | None) -> dict[str, str]:
    """Return an event as one flat row, with the name of its document and the date that states about itself."""
    date, place = event.date, event.place
    return {
        "date": (date.start or "") if date else "",
        "date_end": (date.end or "") if date else "",
        "date_precision": date.precision if date else "",
        "type": event.type,
        "modes": "|".join(event.modes),
        "status": event.status,
        "actors": "|".join(actor.name for actor in event.actors),
        "actor_countries": countries(event.actors),
        "recipients": "|".join(actor.name for actor in event.recipients),
        "recipient_countries": countries(event.recipients),
        "place": place.name if place else "",
        "place_country": (place.country or "") if place else "",
        "contexts": "|".join(event.contexts),
        "speaker": event.attribution.speaker if event.attribution else "",
        "quote": event.evidence[0].quote,
        "rule": event.rule,
        "confidence": str(event.confidence),
        "id": event.id,
        "document": document,
        "published": published or "",
    }


def countries(actors: Iterable[Actor]) -> str:
    """Return the countries of `actors`, each once, with | between them."""
    return "|".join(dict.fromkeys(actor.country for actor in actors if actor.country))


def flat_row(record: Any) -> dict[str, str]:
    """Return a flat dataclass as a row of strings; null is empty, nested records show their first value."""
    return {field.name: _cell(getattr(record, field.name)) for field in dataclasses.fields(record)}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if dataclasses.is_dataclass(value):
        return str(getattr(value, dataclasses.fields(value)[0].name))
    return str(value)


def number(value: float) -> str:
    """Return a number without a needless fraction or exponent: `290`, `1.5`, `3400000`."""
    return f"{value:.15g}"


def printable(text: str) -> str:
    """Return `text` on one line without control characters: an article must not steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def shortened(text: str, width: int) -> str:
    """Return `text` cut to `width` characters, the cut shown."""
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"


def counted(number: int, noun: str, plural: str = "s") -> str:
    """Return `1 document`, `2 documents`; `plural` is the ending."""
    return f"{number} {noun}{'' if number == 1 else plural}"
