"""Re-finding everything a record claims in the texts it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, select

from dragoman.records import Actor, Claim, Coding, Doubt, Event, Evidence, nouns, text_hash
from dragoman.store.claim_query import claim_records
from dragoman.store.query import event_records
from dragoman.store.results import Miss
from dragoman.store.rows import (
    Row,
    all_claims,
    claim_actor_rows,
    claim_evidence_rows,
    claim_row,
    coding_from_rows,
    document_row,
    event_row,
    evidence_rows,
    participant_rows,
)
from dragoman.store.schema import claim_actors, claim_evidence, claims, documents, events, evidence, participants

_Report = Callable[..., Miss]
_Found = tuple[str, Actor | Evidence, str]
"""What a stretch of text is, where it stands, and its words."""


def misses(connection: Connection) -> Iterator[Miss]:
    """Yield every value that the stored text does not bear out; nothing for a sound record."""
    for number in list(connection.scalars(select(documents.c.number).order_by(documents.c.number))):
        row = connection.execute(select(documents).where(documents.c.number == number)).mappings().one()
        yield from _document_misses(connection, dict(row))


def _document_misses(connection: Connection, row: Row) -> Iterator[Miss]:
    report = partial(Miss, document=row["id"], name=row["name"], event=None)
    try:
        yield from _coding_misses(connection, row, report)
    except (ValueError, TypeError, KeyError, AttributeError) as error:  # JSON of another shape fails anywhere
        yield report(what="record", expected="a readable record", found=str(error))


def _coding_misses(connection: Connection, row: Row, report: _Report) -> Iterator[Miss]:
    number = row["number"]
    coding = coding_from_rows(row, event_records(connection, number), claim_records(connection, number))
    yield from _text_misses(row, report)
    yield from _furniture_misses(coding, report)
    text = coding.document.text
    for event in coding.events:
        yield from _quote_misses(text, event, _event_spans(event), partial(report, event=event.id))
    for _, _, claim in all_claims(coding.claims):
        yield from _quote_misses(text, claim, _claim_spans(claim), partial(report, claim=claim.id))
    yield from _row_misses(connection, row, coding, report)


def _text_misses(row: Row, report: _Report) -> Iterator[Miss]:
    found = text_hash(row["text"])
    if found != row["text_sha256"]:
        yield report(what="text", expected=row["text_sha256"], found=found)


def _furniture_misses(coding: Coding, report: _Report) -> Iterator[Miss]:
    length = len(coding.document.text)
    for span in coding.document.furniture:
        if not 0 <= span.start <= span.end <= length:
            yield report(what="furniture", expected=f"a range within {length}", found=f"{span.start} to {span.end}")


def _quote_misses(text: str, record: Event | Claim, spans: Iterable[_Found], report: _Report) -> Iterator[Miss]:
    if not (record.evidence or isinstance(record, Doubt)):  # a doubt may rest on what is missing
        yield report(what="evidence", expected="at least one quote", found="none")
    for what, span, words in spans:
        found = text[span.start : span.end] if 0 <= span.start <= span.end <= len(text) else ""
        if found != words:
            yield report(what=what, expected=words, found=found)


def _event_spans(event: Event) -> Iterator[_Found]:
    for quote in event.evidence:
        yield "evidence", quote, quote.quote
    for actor in event.actors:
        yield "actor", actor, actor.text
    for recipient in event.recipients:
        yield "recipient", recipient, recipient.text


def _claim_spans(claim: Claim) -> Iterator[_Found]:
    for field, _, quote in nouns(claim, Evidence):
        yield field, quote, quote.quote
    for field, _, actor in nouns(claim, Actor):
        yield field, actor, actor.text


def _row_misses(connection: Connection, row: Row, coding: Coding, report: _Report) -> Iterator[Miss]:
    """Compare the columns that queries use with what the records say they should be."""
    number = row["number"]
    acts, held = list(enumerate(coding.events)), list(all_claims(coding.claims))
    wanted: dict[Table, list[Row]] = {
        documents: [{"number": number, **document_row(coding)}],
        events: [event_row(number, at, event) for at, event in acts],
        participants: [found for at, event in acts for found in participant_rows(number, at, event)],
        evidence: [found for at, event in acts for found in evidence_rows(number, at, event)],
        claims: [claim_row(number, at, kind, claim) for at, kind, claim in held],
        claim_actors: [found for at, _, claim in held for found in claim_actor_rows(number, at, claim)],
        claim_evidence: [found for at, _, claim in held for found in claim_evidence_rows(number, at, claim)],
    }
    for table, rows in wanted.items():
        yield from _differences(rows, _stored_rows(connection, table, number), partial(report, what=table.name))


def _stored_rows(connection: Connection, table: Table, number: int) -> list[Row]:
    mine = table.c.number if table is documents else table.c.document
    counters = (evidence.c.number, claim_evidence.c.number)
    columns = [column for column in table.c if not any(column is counter for counter in counters)]
    return [dict(row) for row in connection.execute(select(*columns).where(mine == number)).mappings()]


def _differences(expected: list[Row], stored: list[Row], report: _Report) -> Iterator[Miss]:
    there, wanted = ({frozenset(row.items()) for row in rows} for rows in (stored, expected))
    missing = [row for row in expected if frozenset(row.items()) not in there]
    extra = [row for row in stored if frozenset(row.items()) not in wanted]
    if len(missing) != len(extra):
        yield report(expected=f"{len(expected)} rows", found=f"{len(stored)} rows")
        return
    for lost, found in zip(missing, extra, strict=True):
        fields = [field for field in lost if lost[field] != found[field]]
        yield report(expected=_shown(lost, fields), found=_shown(found, fields))


def _shown(row: Row, fields: list[str]) -> str:
    values: dict[str, Any] = {field: row[field] for field in fields}
    return str(values)
