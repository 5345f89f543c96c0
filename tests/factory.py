"""Small builders for tests: documents, events and codings that are sound unless a test asks otherwise."""

from __future__ import annotations

import dataclasses
from typing import Any

from dragoman.records import (
    Actor,
    Attribution,
    CoderVersion,
    Coding,
    DateStamp,
    Document,
    Event,
    EventDate,
    Evidence,
    Furniture,
    Place,
    content_id,
)

TEXT = "Ministers of Türkiye met Qatari envoys in Ankara on Tuesday. The talks, officials said, went well.\n"
CODER = CoderVersion(version="1.0", lexicon="0123456789ab")


def make_document(name: str = "talks.txt", text: str = TEXT, **fields: Any) -> Document:
    """Return a dated document; `fields` replace fields of Document."""
    known: dict[str, Any] = {
        "title": "Envoys in Ankara",
        "publisher": "The Harbour Post",
        "published": DateStamp(date="2016-03-10", precision="day", basis="line 1", time="09:30"),
        "language": "en",
        "furniture": (Furniture(start=len(text), end=len(text), reason="share line"),),
        "notes": ("encoding guessed",),
    }
    return Document(id=name, text=text, **(known | fields))


def make_actor(text: str, words: str, name: str | None = None, **fields: Any) -> Actor:
    """Return the actor printed as `words` in `text` (the first time), which must hold them."""
    start = text.index(words)
    known: dict[str, Any] = {"country": None, "sectors": ("GOV",), "kind": "state", "entry": None}
    return Actor(name=name or words, text=words, start=start, end=start + len(words), **(known | fields))


def make_evidence(text: str, quote: str) -> Evidence:
    """Return the evidence `quote` in `text` (the first time), which must hold it."""
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote)


def make_date(start: str | None, end: str | None = None, precision: str = "day") -> EventDate:
    """Return an event date."""
    return EventDate(start=start, end=end, precision=precision, text="on Tuesday", rule="weekday before published")


def make_event(document: Document, number: int = 0, **fields: Any) -> Event:
    """Return a meeting of Turkey with Qatar coded from the first line of `document`.

    `number` tells events of one document apart; `fields` replace fields of Event.
    """
    text = document.text
    quote = text.split("\n", 1)[0]
    known: dict[str, Any] = {
        "id": content_id("event", document.id, number),
        "type": "CONSULT",
        "modes": ("visit",),
        "contexts": ("diplomatic",),
        "actors": (make_actor(text, text[:5], "Turkey", country="TUR", entry="state.tur"),),
        "recipients": (make_actor(text, text[6:9], "Qatar", country="QAT", entry="state.qat", basis="pronoun"),),
        "date": make_date("2016-03-08"),
        "place": Place(name="Ankara", country="TUR", lat=39.92, lon=32.85, precision="city"),
        "status": "happened",
        "attribution": Attribution(speaker="officials", verb="say"),
        "magnitude": None,
        "evidence": (make_evidence(text, quote),),
        "rule": "meet.v.01",
        "confidence": 0.93,
        "trace": ("meet.v.01: subj state, obj state",),
    }
    return Event(**(known | fields))


def make_coding(document: Document | None = None, *events: Event, coder: CoderVersion = CODER) -> Coding:
    """Return a coding of `document` (or of a plain one) with `events`, or with one plain event."""
    document = document or make_document()
    return Coding(document=document, events=events or (make_event(document),), coder=coder)


def without_events(coding: Coding) -> Coding:
    """Return `coding` with no event in it."""
    return dataclasses.replace(coding, events=())
