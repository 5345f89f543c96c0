"""Flat rows of claims: what tables and CSV files show.

The columns follow from the fields of a record: an actor has its name and country, a date its end and precision, a
place its country, a source its verb.  Several values stand in one cell, with | between them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints

from dragoman.formats.claims import member_told
from dragoman.formats.rows import countries, number
from dragoman.records import (
    CLAIM_KINDS,
    Actor,
    Attribution,
    Claim,
    EventDate,
    Evidence,
    Member,
    Place,
    Relation,
)

_Cells = dict[str, str]
_TAIL = ("quote", "rule", "confidence", "id", "document", "published")
_ELSEWHERE = ("id", "speaker", "evidence", "rule", "confidence")  # the speaker is the first of the speakers

#: Columns of a table: the last takes the room that is left, and those of `_SPARE` give way on a narrow terminal.
TABLE_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "statements": ("id", "date", "status", "speakers", "verb", "document", "content"),
        "figures": ("id", "text", "unit", "population", "what", "claimants", "document", "quote"),
        "commitments": ("id", "date", "debtors", "strength", "status", "due", "document", "act"),
        "requests": ("id", "date", "askers", "asked", "force", "answer", "document", "act"),
        "agreements": ("id", "date", "kind", "status", "parties", "document", "name"),
        "designations": ("id", "added", "action", "status", "lister", "listed", "document", "quote"),
        "series": ("id", "parties", "members", "document", "name"),
        "expectations": ("id", "window", "status", "actors", "place", "document", "act"),
        "doubts": ("id", "signal", "document", "detail"),
    }
)
_SPARE = {"document", "due", "population"}
_NARROW: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        kind: columns if kind == "doubts" else tuple(column for column in columns if column not in _SPARE)
        for kind, columns in TABLE_COLUMNS.items()
    }
)


def table_columns(kind: str, *, narrow: bool) -> tuple[str, ...]:
    """Return the columns of a table of the list `kind`."""
    return _NARROW[kind] if narrow else TABLE_COLUMNS[kind]


@cache
def claim_columns(kind: str) -> tuple[str, ...]:
    """Return the columns of CSV files of the list `kind`."""
    record: Any = CLAIM_KINDS[kind]
    names = [column for field, write in _writers(record) for column in write(field, None)]
    return (*names, *(name for name in _TAIL if name != "confidence" or kind != "doubts"))


def claim_row(claim: Claim, document: str, published: str | None) -> _Cells:
    """Return a claim as one flat row, with the name of its document and the date that states about itself."""
    row: _Cells = {}
    kind: Any = type(claim)
    for field, write in _writers(kind):
        row |= write(field, getattr(claim, field))
    quote = claim.evidence[0].quote if claim.evidence else ""
    row |= {"quote": quote, "rule": claim.rule, "id": claim.id, "document": document, "published": published or ""}
    if hasattr(claim, "confidence"):
        row["confidence"] = str(claim.confidence)
    return row


@cache
def _writers(kind: Any) -> list[tuple[str, Callable[[str, Any], _Cells]]]:
    """Return the fields of a class of claims that have columns, each with what writes its cells."""
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind) if field.name not in _ELSEWHERE]
    return [(name, _WRITERS.get(hints[name], _plain)) for name in names]


def _actor(field: str, actor: Actor | None) -> _Cells:
    return {field: actor.name if actor else "", f"{field}_country": (actor.country or "") if actor else ""}


def _actors(field: str, actors: tuple[Actor, ...] | None) -> _Cells:
    held = actors or ()
    return {field: _joined(actor.name for actor in held), f"{_one(field)}_countries": countries(held)}


def _one(field: str) -> str:
    return f"{field.removesuffix('ies')}y" if field.endswith("ies") else field.removesuffix("s")


def _date(field: str, date: EventDate | None) -> _Cells:
    known = (date.start, date.end, date.precision) if date else (None, None, None)
    return {f"{field}{part}": value or "" for part, value in zip(("", "_end", "_precision"), known, strict=True)}


def _place(field: str, place: Place | None) -> _Cells:
    return {field: place.name if place else "", f"{field}_country": (place.country or "") if place else ""}


def _source(field: str, source: Attribution | None) -> _Cells:
    return {field: source.speaker if source else "", f"{field}_verb": source.verb if source else ""}


def _spans(field: str, spans: tuple[Evidence, ...] | None) -> _Cells:
    return {field: _joined(span.quote for span in spans or ())}


def _members(field: str, members: tuple[Member, ...] | None) -> _Cells:
    return {field: _joined(member_told(member) for member in members or ())}


def _relations(field: str, relations: tuple[Relation, ...] | None) -> _Cells:
    return {field: _joined(f"{relation.kind}: {relation.other}" for relation in relations or ())}


def _texts(field: str, texts: tuple[str, ...] | None) -> _Cells:
    return {field: _joined(texts or ())}


def _plain(field: str, value: Any) -> _Cells:
    match value:
        case None:
            return {field: ""}
        case bool():
            return {field: "true" if value else "false"}
        case float():
            return {field: number(value)}
        case _:
            return {field: str(value)}


def _joined(values: Iterable[str]) -> str:
    return "|".join(values)


_WRITERS: dict[Any, Callable[[str, Any], _Cells]] = {
    Actor | None: _actor,
    tuple[Actor, ...]: _actors,
    EventDate | None: _date,
    Place | None: _place,
    Attribution | None: _source,
    tuple[Evidence, ...]: _spans,
    tuple[Member, ...]: _members,
    tuple[Relation, ...]: _relations,
    tuple[str, ...]: _texts,
}
"""What writes the cells of a field, by its type; the rest is plain."""
