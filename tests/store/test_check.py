"""The check re-finds every quote, and names what somebody tampered with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dragoman.records import Furniture
from dragoman.store.record import open_record
from dragoman.store.results import Miss
from tests.factory import TEXT, make_coding, make_document, make_event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a record with two sound documents."""
    path = tmp_path / "record.sqlite"
    with open_record(path) as record:
        for name in ("a.txt", "b.txt"):
            record.add(make_coding(make_document(name)))
    return path


def tamper(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def misses(path: Path) -> list[Miss]:
    with open_record(path) as record:
        return list(record.check())


def test_a_sound_record_has_no_misses(path: Path) -> None:
    assert misses(path) == []


def test_a_changed_text_is_found_with_the_quotes_it_no_longer_holds(path: Path) -> None:
    tamper(path, "UPDATE documents SET text = replace(text, 'Qatari', 'Kuwait') WHERE name = 'a.txt'")
    found = misses(path)
    assert {miss.name for miss in found} == {"a.txt"}
    assert {miss.what for miss in found} == {"text", "evidence", "documents"}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('"quote":"Ministers', '"quote":"Monitors!', "evidence"),
        ('"text":"Minis"', '"text":"Minor"', "actor"),
        ('"text":"ers"', '"text":"ors"', "recipient"),
        ('"start":0,', '"start":-3,', "evidence"),
        (f'"end":{len(TEXT) - 1},', '"end":6000,', "evidence"),
        ('"start":0,', '"start":"0",', "record"),
        ('"id":', '"ident":', "record"),
        ("{", "[", "record"),
    ],
)
def test_a_tampered_event_is_found(path: Path, old: str, new: str, what: str) -> None:
    tamper(path, "UPDATE events SET record = replace(record, ?, ?) WHERE document = 2", old, new)
    found = [miss for miss in misses(path) if miss.what == what]
    assert {miss.name for miss in found} == {"b.txt"}


def test_a_tampered_quote_is_told_on_one_line(path: Path) -> None:
    tamper(path, "UPDATE evidence SET quote = 'Ministers wept.' WHERE document = 1")
    (miss,) = misses(path)
    assert miss.what == "evidence"
    assert "Ministers wept." in str(miss)
    assert "\n" not in str(miss)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET type = 'ASSAULT' WHERE document = 1",
        "UPDATE participants SET country = 'GRC' WHERE document = 1 AND role = 'actor'",
        "UPDATE documents SET title = 'Other' WHERE number = 1",
        "DELETE FROM participants WHERE document = 1 AND role = 'actor'",
        "DELETE FROM evidence WHERE document = 1",
        "DELETE FROM events WHERE document = 1",
    ],
)
def test_columns_that_disagree_with_the_record_are_found(path: Path, statement: str) -> None:
    tamper(path, statement)
    assert {miss.name for miss in misses(path)} == {"a.txt"}


def test_an_event_without_a_quote_and_furniture_out_of_range_are_misses(tmp_path: Path) -> None:
    document = make_document(furniture=(Furniture(start=5, end=9999, reason="counter"),))
    with open_record(tmp_path / "record.sqlite") as record:
        record.add(make_coding(document, make_event(document, evidence=())))
        assert [miss.what for miss in record.check()] == ["furniture", "evidence"]
