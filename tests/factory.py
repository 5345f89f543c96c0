"""Small builders for tests: documents, events and codings that are sound unless a test asks otherwise."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from dragoman.records import (
    CLAIM_KINDS,
    Actor,
    Attribution,
    Claims,
    CoderVersion,
    Coding,
    DateStamp,
    Document,
    Event,
    EventDate,
    Evidence,
    Furniture,
    Member,
    Place,
    Relation,
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


def make_claim(list_name: str, document: Document, number: int = 0, /, **fields: Any) -> Any:
    """Return a claim of the list `list_name` that rests on the first line of `document`.

    `number` tells claims of one document apart; `fields` replace fields of the record.
    """
    text = document.text
    quote = text.split("\n", 1)[0]
    known = {
        "id": content_id(list_name, document.id, number),
        "evidence": (make_evidence(text, quote),),
        "attribution": Attribution(speaker="officials", verb="say"),
        "rule": f"{list_name}.01",
        "confidence": 0.9,
    }
    made = known | _CLAIM_FIELDS[list_name](text) | fields
    names = {field.name for field in dataclasses.fields(CLAIM_KINDS[list_name])}
    return CLAIM_KINDS[list_name](**{name: value for name, value in made.items() if name in names})


def make_claims(document: Document) -> Claims:
    """Return one claim of every kind."""
    return Claims(**{kind: (make_claim(kind, document),) for kind in CLAIM_KINDS})


def with_claims(coding: Coding, **lists: Any) -> Coding:
    """Return `coding` with one claim of every kind, or with the `lists` given."""
    claims = Claims(**lists) if lists else make_claims(coding.document)
    return dataclasses.replace(coding, claims=claims)


def _sides(text: str) -> tuple[Actor, Actor]:
    turkey = make_actor(text, text[:5], "Turkey", country="TUR", entry="state.tur")
    return turkey, make_actor(text, text[6:9], "Qatar", country="QAT", entry="state.qat", basis="pronoun")


def _ankara() -> Place:
    return Place(name="Ankara", country="TUR", lat=39.92, lon=32.85, precision="city")


def _statement(text: str) -> dict[str, Any]:
    turkey, qatar = _sides(text)
    span = make_evidence(text, text.split("\n", 1)[0][3:])
    return {
        "speaker": turkey, "speakers": (turkey,), "verb": "say", "addressee": qatar, "direct": False,
        "content": (span,), "quoted": (), "occasion": "a joint press conference", "date": make_date("2016-03-08"),
        "status": "happened",
    }  # fmt: skip


def _figure(text: str) -> dict[str, Any]:
    return {
        "value": 290.0, "upper": None, "text": "more than 290", "comparator": "more than", "unit": "people",
        "population": "members of the security forces", "what": "killed", "place": _ankara(), "period": None,
        "as_of": make_date("2016-03-01"), "cumulative": True, "claimants": _sides(text)[:1], "status": "happened",
    }  # fmt: skip


def _commitment(text: str) -> dict[str, Any]:
    turkey, qatar = _sides(text)
    return {
        "debtors": (turkey,), "creditors": (qatar,), "act": "train the coast guard", "strength": "pledge",
        "negative": False, "condition": "if parliament agrees", "due": make_date("2016-12"), "place": _ankara(),
        "date": make_date("2016-03-08"), "status": "fulfilled", "assessor": turkey, "self_assessed": True,
    }  # fmt: skip


def _request(text: str) -> dict[str, Any]:
    turkey, qatar = _sides(text)
    return {
        "askers": (turkey,), "asked": (qatar,), "act": "open the crossing", "force": "urge", "answer": "none",
        "reason": None, "date": make_date("2016-03-08"), "place": None, "status": "demanded",
    }  # fmt: skip


def _agreement(text: str) -> dict[str, Any]:
    turkey, qatar = _sides(text)
    return {
        "name": "the grain accord", "kind": "deal", "parties": (turkey, qatar), "guarantors": (), "mediators": (),
        "signatories": (turkey,), "non_signatories": (qatar,), "terms": ("ship grain", "open ports"),
        "condition": None, "implementation": (), "relations": (Relation(kind="extends", other="the old accord"),),
        "date": make_date("2016-03-08"), "place": _ankara(), "status": "happened",
    }  # fmt: skip


def _designation(text: str) -> dict[str, Any]:
    turkey, qatar = _sides(text)
    return {
        "lister": turkey, "listed": (qatar,), "list": "list of sponsors", "size": 12, "exhaustive": False,
        "added": make_date("2016-03-08"), "action": "list", "status": "happened",
    }  # fmt: skip


def _series(text: str) -> dict[str, Any]:
    members = (
        Member(ordinal=1, date=make_date("2008"), place=None, event=None),
        Member(ordinal=3, date=make_date("2016-03-08"), place=_ankara(), event="3f9a12d83f9a12d8"),
    )
    return {"name": "talks of Turkey and Qatar", "parties": _sides(text), "members": members}


def _expectation(text: str) -> dict[str, Any]:
    return {
        "act": "visit Doha", "actors": _sides(text)[:1], "window": make_date("2016-04-01", "2016-04-30"),
        "place": _ankara(), "event": None, "hedged": True, "status": "planned",
    }  # fmt: skip


def _doubt(_text: str) -> dict[str, Any]:
    return {"signal": "no byline", "detail": "no author or desk is named", "evidence": ()}


_CLAIM_FIELDS: dict[str, Callable[[str], dict[str, Any]]] = {
    "statements": _statement, "figures": _figure, "commitments": _commitment, "requests": _request,
    "agreements": _agreement, "designations": _designation, "series": _series, "expectations": _expectation,
    "doubts": _doubt,
}  # fmt: skip
