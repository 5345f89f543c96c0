"""The coding: everything coded from one document, and its shape as JSON."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from dragoman.records.base import text_hash
from dragoman.records.claims import (
    Agreement,
    Commitment,
    Designation,
    Doubt,
    Expectation,
    Figure,
    Request,
    Series,
    Statement,
)
from dragoman.records.document import Document
from dragoman.records.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderVersion:
    """What made a coding."""

    version: str
    """Version of Dragoman."""
    lexicon: str
    """Hashes of the lexicon files and of the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What one document holds besides events, each list in the order of the text."""

    statements: tuple[Statement, ...] = ()
    """Who said what."""
    figures: tuple[Figure, ...] = ()
    """Which numbers, with whose word for them."""
    commitments: tuple[Commitment, ...] = ()
    """Who binds himself to do what."""
    requests: tuple[Request, ...] = ()
    """Who asks whom for what, and the answer."""
    agreements: tuple[Agreement, ...] = ()
    """What binds or joins whom."""
    designations: tuple[Designation, ...] = ()
    """Who lists whom."""
    series: tuple[Series, ...] = ()
    """Which meetings belong together."""
    expectations: tuple[Expectation, ...] = ()
    """What is to come."""
    doubts: tuple[Doubt, ...] = ()
    """What a reader should know about the document."""


#: The kinds of claims by the name of their list, in the order of the contract.
CLAIM_KINDS: dict[str, type[Any]] = {
    "statements": Statement,
    "figures": Figure,
    "commitments": Commitment,
    "requests": Request,
    "agreements": Agreement,
    "designations": Designation,
    "series": Series,
    "expectations": Expectation,
    "doubts": Doubt,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Everything coded from one document."""

    document: Document
    """The document."""
    events: tuple[Event, ...]
    """Its events, in the order of the text."""
    coder: CoderVersion
    """What coded it."""
    claims: Claims = field(default_factory=Claims)
    """What it holds besides events; as JSON, its lists stand beside `events`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document, or a part of an input, that could not be coded."""

    document: str
    """Name of the document or file, with `:line` where a line is meant."""
    stage: str
    """Where it failed: `read` or the name of a stage."""
    reason: str
    """What went wrong and what to do next, on one line."""


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
    shaped.update(to_dict(coding.claims))
    shaped["coder"] = to_dict(coding.coder)
    return shaped
