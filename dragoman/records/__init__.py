"""The nouns of Dragoman: frozen records, each value with the words it rests on.

Offsets count Unicode code points of the document's text and are half-open: `start` is the first
character, `end` is one past the last, so `text[start:end]` is the quote.  Ids are content hashes: the
same input coded by the same rules has the same ids on every machine.
"""

from __future__ import annotations

from dragoman.records.base import (
    ID_HEX,
    Actor,
    Attribution,
    EventDate,
    Evidence,
    Place,
    content_id,
    text_hash,
)
from dragoman.records.claims import (
    Agreement,
    Claim,
    Commitment,
    Designation,
    Doubt,
    Expectation,
    Figure,
    Member,
    Relation,
    Request,
    Series,
    Statement,
)
from dragoman.records.coding import (
    CLAIM_KINDS,
    Claims,
    CoderVersion,
    Coding,
    Failure,
    coding_to_dict,
    to_dict,
)
from dragoman.records.document import DateStamp, Document, Furniture, WrittenBounds
from dragoman.records.event import Event
from dragoman.records.moments import moment
from dragoman.records.shape import fields_of, from_dict, nouns

__all__ = [
    "CLAIM_KINDS",
    "ID_HEX",
    "Actor",
    "Agreement",
    "Attribution",
    "Claim",
    "Claims",
    "CoderVersion",
    "Coding",
    "Commitment",
    "DateStamp",
    "Designation",
    "Document",
    "Doubt",
    "Event",
    "EventDate",
    "Evidence",
    "Expectation",
    "Failure",
    "Figure",
    "Furniture",
    "Member",
    "Place",
    "Relation",
    "Request",
    "Series",
    "Statement",
    "WrittenBounds",
    "coding_to_dict",
    "content_id",
    "fields_of",
    "from_dict",
    "moment",
    "nouns",
    "text_hash",
    "to_dict",
]
