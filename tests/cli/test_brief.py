"""`dragoman brief`: the three forms, dates, and what it cannot find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.store.record import open_record
from tests.cli.runner import run
from tests.factory import make_coding, make_document, with_claims


@pytest.fixture(autouse=True)
def asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of one document with a claim of every kind."""
    path = folder / "claims.sqlite"
    with open_record(path) as record:
        record.add(with_claims(make_coding(make_document("talks.txt", "Türki Qat met.\n"))))
    monkeypatch.setenv("DRAGOMAN_RECORD", str(path))


def test_a_brief_is_printed_by_sections() -> None:
    lines = run("brief", "Turkey", "Qatar").out.splitlines()
    assert lines[:3] == ["Turkey (TUR) and Qatar (QAT)", "", "MEETINGS"]
    headings = [line for line in lines if line.isupper()]
    assert headings == ["MEETINGS", "AGREEMENTS", "COMMITMENTS", "OPEN REQUESTS", "REFUSALS"]
    assert "EXPECTATIONS" in run("brief", "TUR").out


def test_a_brief_is_printed_as_markdown_and_json() -> None:
    assert run("brief", "TUR", "--format", "markdown").out.startswith("# Turkey (TUR)\n\n## Meetings\n")
    found = json.loads(run("brief", "TUR", "--format", "json", "--since", "2016-04").out)
    assert (found["since"], found["actors"][0]["country"]) == ("2016-04", "TUR")
    assert [section["title"] for section in found["sections"]] == ["expectations"]


def test_nothing_in_these_dates_says_so() -> None:
    ended = run("brief", "TUR", "--until", "1990")
    assert (ended.code, ended.out) == (0, "")
    assert ended.complaint == "nothing in the record meets these conditions for Turkey (TUR)"
    assert json.loads(run("brief", "TUR", "--until", "1990", "--format", "json").out)["sections"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["Turkee"], 1, "nobody in the record is 'Turkee' (near: Turkey"),
        (["TUR", "Mars"], 1, "nobody in the record is 'Mars': list who is there with `dragoman actors`"),
        (["TUR", "turkey"], 2, "both actors are Turkey (TUR)"),
        (["TUR", "--since", "then"], 2, "since must be a date such as"),
        (["TUR", "--record", "none.sqlite"], 1, "none.sqlite: no such file"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_line(arguments: list[str], code: int, said: str) -> None:
    ended = run("brief", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert ended.complaint.startswith(said)


def test_an_empty_record_knows_nobody(folder: Path) -> None:
    open_record(folder / "empty.sqlite").close()
    assert run("brief", "TUR", "--record", "empty.sqlite").complaint.startswith("nobody in the record is 'TUR': ")
