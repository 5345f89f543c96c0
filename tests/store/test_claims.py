"""Claims in the record: exact round trips, the filters, ids, replacement, and the check of their quotes."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import AmbiguousIdError, FilterError, UnknownIdError
from dragoman.records import CLAIM_KINDS, Actor, CoderVersion, Coding, Evidence, Statement
from dragoman.store.filters import EventFilter
from dragoman.store.record import Record, open_record
from dragoman.store.results import StoredClaim, StoredEvent
from tests.factory import make_claim, make_coding, make_date, make_document, make_event, make_evidence, with_claims
from tests.store.conftest import OpenRecord

NEWER = CoderVersion(version="2.0", lexicon="0123456789ab")
DATED = [kind for kind in CLAIM_KINDS if kind != "doubts"]
ACTED = DATED


def full(name: str = "a.txt") -> Coding:
    return with_claims(make_coding(make_document(name)))


def found(record: Record, kind: str, **wanted: Any) -> int:
    return len(list(record.claims(kind, EventFilter(**wanted))))


def test_claims_of_every_kind_are_read_back_exactly(record: Record) -> None:
    coding = full()
    assert record.add(coding)
    assert record.document("a.txt") == coding
    for kind in CLAIM_KINDS:
        (stored,) = record.claims(kind)
        assert (stored.kind, stored.claim) == (kind, getattr(coding.claims, kind)[0])
        assert stored.document.name == "a.txt"


def test_bare_claims_are_read_back_exactly(record: Record) -> None:
    document = make_document()
    bare = {
        "statements": {"speaker": None, "speakers": (), "addressee": None, "date": None, "occasion": None},
        "figures": {"value": None, "as_of": None, "place": None, "claimants": (), "cumulative": None},
        "commitments": {"creditors": (), "due": None, "assessor": None, "condition": None},
        "agreements": {"parties": (), "terms": (), "relations": (), "attribution": None},
        "series": {"members": (), "parties": ()},
    }
    coding = with_claims(
        make_coding(document), **{kind: (make_claim(kind, document, **fields),) for kind, fields in bare.items()}
    )
    record.add(coding)
    assert record.document(document.id) == coding
    assert list(record.check()) == []


@pytest.mark.parametrize("letter", ["\0", "\x1a", "\x1a0000", "\ud800", "\U0001f3f3", "\u202e", "\r\n"])
def test_hostile_letters_in_claims_are_read_back_exactly(record: Record, letter: str) -> None:
    document = make_document(f"{letter}.txt", f"Türki {letter} Qat met {letter}")
    agreement = make_claim("agreements", document, name=letter, terms=(letter, f"x{letter}"), kind=letter)
    coding = with_claims(make_coding(document), agreements=(agreement,))
    record.add(coding)
    assert record.document(document.id) == coding
    assert record.find(agreement.id).document.name == document.id
    assert list(record.check()) == []


def test_claims_keep_their_order(record: Record) -> None:
    document = make_document()
    coding = with_claims(make_coding(document), figures=tuple(make_claim("figures", document, n) for n in (3, 1, 2)))
    record.add(coding)
    assert tuple(stored.claim for stored in record.claims("figures")) == coding.claims.figures


def test_another_coder_version_replaces_the_claims(record: Record) -> None:
    coding = full()
    record.add(coding)
    document = coding.document
    newer = dataclasses.replace(
        with_claims(make_coding(document), figures=(make_claim("figures", document, 7),)), coder=NEWER
    )
    assert record.add(newer)
    assert record.document("a.txt") == newer
    assert [found(record, kind) for kind in CLAIM_KINDS] == [kind == "figures" for kind in CLAIM_KINDS]
    assert found(record, "statements", text="ministers") == 0
    assert list(record.check()) == []


@pytest.mark.parametrize("kind", ACTED)
def test_claims_are_found_by_anybody_with_a_part_in_them(record: Record, kind: str) -> None:
    record.add(full())
    assert found(record, kind, actor="TUR") == 1
    assert found(record, kind, actor="state.tur") == 1
    assert found(record, kind, actor="turk") == 1
    assert found(record, kind, actor="KEN") == 0


def test_a_partner_must_have_a_part_in_the_same_claim_or_event(record: Record) -> None:
    record.add(full())
    assert found(record, "agreements", actor="TUR", partner="QAT") == 1
    assert found(record, "figures", actor="TUR", partner="QAT") == 0
    assert len(list(record.events(EventFilter(actor="TUR", partner="qatar")))) == 1
    assert list(record.events(EventFilter(actor="TUR", partner="KEN"))) == []


def test_claims_are_found_by_status_words_and_document(record: Record) -> None:
    record.add(full("a.txt"))
    record.add(full("b.txt"))
    assert found(record, "commitments", status="fulfilled") == 2
    assert found(record, "commitments", status="open") == 0
    assert found(record, "figures", text='"went well"') == 2
    assert found(record, "figures", text="quokka") == 0
    assert found(record, "doubts", text="went") == 0
    assert found(record, "doubts", document="b.txt", limit=5) == 1
    assert found(record, "figures", limit=1) == 1


def test_what_a_statement_quotes_is_searched_too(record: Record) -> None:
    document = make_document()
    quoted = make_evidence(document.text, "went well")
    claim = make_claim("statements", document, quoted=(quoted,), content=(), evidence=(quoted,))
    record.add(with_claims(make_coding(document), statements=(claim,)))
    assert found(record, "statements", text="well") == 1
    assert found(record, "statements", text="ministers") == 0


@pytest.mark.parametrize(
    ("kind", "inside", "outside"),
    [
        ("statements", "2016-03-08", "2016-03-09"), ("figures", "2016-03-01", "2016-03-02"),
        ("commitments", "2016-03", "2016-12"), ("designations", "2016", "2017"), ("series", "2012", "2017"),
        ("expectations", "2016-04-15", "2016-05"),
    ],
)  # fmt: skip
def test_claims_are_found_by_the_date_of_their_kind(record: Record, kind: str, inside: str, outside: str) -> None:
    record.add(full())
    assert found(record, kind, since=inside, until=inside) == 1
    assert found(record, kind, since=outside) == 0


def test_undated_claims_are_left_out_of_a_range(record: Record) -> None:
    document = make_document()
    record.add(with_claims(make_coding(document), requests=(make_claim("requests", document, date=None),)))
    assert found(record, "requests") == 1
    assert found(record, "requests", since="1900") == 0


def test_a_figure_without_a_day_is_dated_by_its_period(record: Record) -> None:
    document = make_document()
    figure = make_claim("figures", document, as_of=None, period=make_date("2015", "2017"))
    record.add(with_claims(make_coding(document), figures=(figure,)))
    assert found(record, "figures", since="2016-06", until="2016-07") == 1


def test_an_unknown_list_and_a_type_are_refused(record: Record) -> None:
    with pytest.raises(FilterError, match=r"list must be one of statements, figures, .*, not 'rumours'"):
        found(record, "rumours")
    with pytest.raises(FilterError, match="type goes with events, figures have none"):
        found(record, "figures", type="AID")


def test_an_id_finds_events_and_claims_alike(record: Record) -> None:
    coding = full()
    record.add(coding)
    claim, event = record.find(coding.claims.series[0].id[:9]), record.find(coding.events[0].id[:9])
    assert isinstance(claim, StoredClaim)
    assert claim.claim == coding.claims.series[0]
    assert isinstance(event, StoredEvent)
    assert record.claim(coding.claims.doubts[0].id).kind == "doubts"


def test_digits_that_an_event_and_a_claim_share_are_ambiguous(record: Record) -> None:
    document = make_document()
    coding = make_coding(document, make_event(document, id="abc0000000000000"))
    record.add(with_claims(coding, figures=(make_claim("figures", document, id="abc1000000000000"),)))
    with pytest.raises(AmbiguousIdError, match="event or claim 'abc' could be abc0000000000000, abc1000000000000"):
        record.find("abc")
    assert record.event("abc").event.id == "abc0000000000000"
    assert record.claim("abc").claim.id == "abc1000000000000"


@pytest.mark.parametrize("key", ["", "zzzz", "%", "ffffffffffffffff", "'; DROP TABLE claims; --", "\ud800", "a\0"])
def test_an_unknown_id_is_named(record: Record, key: str) -> None:
    record.add(full())
    with pytest.raises(UnknownIdError, match="no claim"):
        record.claim(key)
    with pytest.raises(UnknownIdError, match="no event or claim"):
        record.find(key)


@given(st.text(st.characters(), max_size=30))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_string_breaks_a_question(tmp_path_factory: pytest.TempPathFactory, hostile: str) -> None:
    path = tmp_path_factory.getbasetemp() / "hostile.sqlite"
    with open_record(path) as record:
        record.add(full())
        for wanted in (EventFilter(text=hostile), EventFilter(actor=hostile), EventFilter(status=hostile)):
            assert len(list(record.claims("statements", wanted))) <= 1


def tamper(path: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return the path of a record with a sound document."""
    path = tmp_path / "kept.sqlite"
    with open_record(path) as record:
        record.add(full())
    return path


@pytest.mark.parametrize(
    ("kind", "old", "new", "what"),
    [
        ("statements", '"content":[{"start":3', '"content":[{"start":4', "content"),
        ("figures", '"quote":"Ministers', '"quote":"Monitors!', "evidence"),
        ("commitments", '"text":"Minis"', '"text":"Minor"', "assessor"),
        ("requests", '"text":"ers"', '"text":"ors"', "asked"),
        ("series", '"members":[', '"members":7,"x":[', "record"),
        ("figures", '"unit":', '"units":', "record"),
        ("figures", "{", "[", "record"),
    ],
)
def test_a_tampered_claim_is_found(kept: Path, kind: str, old: str, new: str, what: str) -> None:
    tamper(kept, "UPDATE claims SET record = replace(record, ?, ?) WHERE kind = ?", old, new, kind)
    with open_record(kept) as record:
        found = [miss for miss in record.check() if miss.what == what]
    assert found
    assert what == "record" or all(miss.claim and f"claim {miss.claim}" in str(miss) for miss in found)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET status = 'denied' WHERE kind = 'figures'",
        "UPDATE claim_actors SET country = 'GRC' WHERE role = 'debtors'",
        "UPDATE claim_evidence SET quote = 'They wept.' WHERE role = 'content'",
        "DELETE FROM claim_actors WHERE role = 'parties'",
        "DELETE FROM claims WHERE kind = 'doubts'",
        "UPDATE claims SET kind = 'rumours' WHERE kind = 'doubts'",
    ],
)
def test_columns_that_disagree_with_the_claims_are_found(kept: Path, statement: str) -> None:
    tamper(kept, statement)
    with open_record(kept) as record:
        assert {miss.name for miss in record.check()} == {"a.txt"}


def test_only_a_doubt_may_be_without_a_quote(record: Record) -> None:
    document = make_document()
    claims = {kind: (make_claim(kind, document, evidence=()),) for kind in ("figures", "doubts")}
    record.add(with_claims(make_coding(document), **claims))
    (miss,) = record.check()
    assert (miss.what, miss.claim) == ("evidence", claims["figures"][0].id)


def test_claims_outlive_their_process(reopen: OpenRecord) -> None:
    with reopen() as record:
        record.add(full())
    with reopen() as record:
        assert found(record, "expectations") == 1


def test_an_empty_record_has_no_claims(record: Record) -> None:
    assert [found(record, kind) for kind in CLAIM_KINDS] == [0] * len(CLAIM_KINDS)


def test_the_parts_of_a_claim_are_those_its_fields_say() -> None:
    claim = make_claim("statements", make_document())
    assert isinstance(claim, Statement)
    assert {type(part) for part in (claim.speaker, *claim.speakers)} == {Actor}
    assert {type(part) for part in (*claim.content, *claim.evidence)} == {Evidence}
