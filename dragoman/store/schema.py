"""The tables of a record.

A document has a number; its events are counted from 0 within it, and participants and evidence belong to
an event.  So are its claims, of all kinds together, and claim_actors and claim_evidence belong to a claim.
`record` columns hold the whole noun as JSON, from which it is read back exactly; the other columns repeat
what queries need.  Change a table only together with a new migration.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Column, Dialect, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile(r"[\x00\x1a\ud800-\udfff]")
_STORED = re.compile(r"\x1a([0-9a-f]{4})")


def storable(value: str) -> str:
    """Return `value` as `AnyText` hands it to the database."""
    if value.isprintable():  # as most values are; it is much the faster test
        return value
    return _UNSTORABLE.sub(lambda found: f"\x1a{ord(found[0]):04x}", value)


class AnyText(TypeDecorator[str]):
    """Text with any code points, also those databases refuse (NUL, lone surrogates), which hostile pages hold.

    They are stored as U+001A and four hexadecimal digits, so that offsets into the text read back still hold.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Escape `value` for the database."""
        return storable(value) if value else value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> str | None:
        """Undo the escape."""
        if not value or "\x1a" not in value:
            return value
        return _STORED.sub(lambda found: chr(int(found[1], 16)), value)


metadata = MetaData()

migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", AnyText, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", AnyText, nullable=False, unique=True),
    Column("name", AnyText, nullable=False, index=True),
    Column("title", AnyText),
    Column("publisher", AnyText),
    Column("published", AnyText),
    Column("url", AnyText),
    Column("language", AnyText),
    Column("event_count", Integer, nullable=False),
    Column("coder_version", AnyText, nullable=False),
    Column("lexicon", AnyText, nullable=False),
    Column("text_sha256", AnyText, nullable=False),
    Column("record", AnyText, nullable=False),
    Column("text", AnyText, nullable=False),
    Column("claim_count", Integer, nullable=False, server_default="0"),
)

events = Table(
    "events",
    metadata,
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", AnyText, nullable=False, index=True),
    Column("type", AnyText, nullable=False),
    Column("status", AnyText, nullable=False),
    Column("date_start", AnyText),
    Column("date_end", AnyText),
    Column("first_day", AnyText),
    Column("last_day", AnyText),
    Column("place", AnyText),
    Column("place_country", AnyText),
    Column("rule", AnyText, nullable=False),
    Column("confidence", Float),
    Column("record", AnyText, nullable=False),
    Index("events_by_day", "first_day"),
)


def _of_event() -> list[Any]:
    keys = [events.c.document, events.c.position]
    return [ForeignKeyConstraint(["document", "event"], keys, ondelete="CASCADE")]


def _of_actor() -> list[Column[Any]]:
    return [
        Column("name", AnyText, nullable=False),
        Column("name_key", AnyText, nullable=False),
        Column("country", AnyText),
        Column("kind", AnyText, nullable=False),
        Column("sectors", AnyText, nullable=False),
        Column("entry", AnyText),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", AnyText, nullable=False),
    ]


participants = Table(
    "participants",
    metadata,
    Column("document", Integer, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("role", AnyText, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_of_actor(),
    *_of_event(),
)

evidence = Table(
    "evidence",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, nullable=False),
    Column("event", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", AnyText, nullable=False),
    *_of_event(),
    Index("evidence_of_event", "document", "event", "position", unique=True),
)

claims = Table(
    "claims",
    metadata,
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", AnyText, nullable=False),
    Column("id", AnyText, nullable=False, index=True),
    Column("status", AnyText),
    Column("date_start", AnyText),
    Column("date_end", AnyText),
    Column("first_day", AnyText),
    Column("last_day", AnyText),
    Column("place", AnyText),
    Column("place_country", AnyText),
    Column("rule", AnyText, nullable=False),
    Column("confidence", Float),
    Column("record", AnyText, nullable=False),
    Index("claims_by_day", "kind", "first_day"),
)


def _of_claim() -> list[Any]:
    keys = [claims.c.document, claims.c.position]
    return [ForeignKeyConstraint(["document", "claim"], keys, ondelete="CASCADE")]


claim_actors = Table(
    "claim_actors",
    metadata,
    Column("document", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("role", AnyText, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_of_actor(),
    *_of_claim(),
)

claim_evidence = Table(
    "claim_evidence",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, nullable=False),
    Column("claim", Integer, nullable=False),
    Column("role", AnyText, nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", AnyText, nullable=False),
    *_of_claim(),
    Index("evidence_of_claim", "document", "claim", "role", "position", unique=True),
)
