"""`dragoman when` prints time expressions with their dates and reasons."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.runner import run


def test_expressions_are_told_with_their_dates() -> None:
    done = run("when", "They met on Friday and fought for two years.", "--date", "2018-12-31")
    assert done.code == 0
    first, second = done.out.rstrip().split("\n\n")
    assert first.splitlines()[:4] == [
        "text       Friday (at 12)",
        "start      2018-12-28",
        "end        -",
        "precision  day",
    ]
    assert "because    Friday on or before published 2018-12-31" in first
    assert "value      P2Y" in second


def test_without_a_date_days_are_counted() -> None:
    done = run("when", "They landed on Friday. On Thursday they had met.")
    assert "offset     D+0" in done.out
    assert "offset     D-1" in done.out


def test_a_text_without_expressions_says_so() -> None:
    assert run("when", "They met.").out == "no time expression in 9 characters\n"


def test_each_line_gives_an_object(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": "They met on Friday.", "date": "2018-12-31"}),
        "no json",
        json.dumps({"date": "2018"}),
        json.dumps({"text": "They met in May 2014.", "date": "2018-02-31"}),
        json.dumps({"text": "They met in May 2014.", "date": 5}),
        "",
        json.dumps({"text": "a \ud800 in 2014"}),
    ]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    done = run("when", "--jsonl", str(file))
    first, second, third, fourth, fifth, last = map(json.loads, done.out.splitlines())
    assert (first["times"][0]["start"], first["times"][0]["at"]) == ("2018-12-28", 12)
    assert second == {"times": [], "problem": "line 2 is not JSON"}
    assert "field text" in third["problem"]
    assert "is no date of the calendar" in fourth["problem"]
    assert fourth["times"][0]["start"] == fifth["times"][0]["start"] == "2014-05"
    assert last["times"][0]["start"] == "2014"


def test_what_cannot_be_used_is_one_line() -> None:
    for arguments in (["when"], ["when", "x", "--jsonl", "-"], ["when", "--jsonl", "-", "--date", "2018"]):
        done = run(*arguments)
        assert done.code == 2
        assert done.err.count("\n") == 1
    assert "is no date of the calendar" in run("when", "x", "--date", "2018-02-31").err
    assert "cannot be read" in run("when", "--jsonl", "/none/such").err
