"""The commands resolve and where: one string, or lines in and lines out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import run


def test_a_name_is_resolved_with_its_reasons() -> None:
    done = run("resolve", "Russian Defense Minister Sergey Shoygu", "--date", "2018-12-31")
    assert done.code == 0
    assert "name       Sergei Shoigu\n" in done.out
    assert "country    RUS\n" in done.out
    assert "office     defence minister" in done.out
    assert "because    " in done.out


def test_ties_between_groups_are_shown_as_claims() -> None:
    done = run("resolve", "YPG")
    assert "Kurdistan Workers' Party, according to Turkey" in done.out


def test_lines_come_out_in_order_whatever_they_hold(tmp_path: Path) -> None:
    lines = [
        '{"text": "Turkish Foreign Minister", "date": "2018-05-01"}',
        "not json",
        '{"text": 5}',
        '{"text": "PKK", "date": "2018-02-31"}',
        '{"text": "Holbrooke", "context": "Richard Holbrooke came. Holbrooke spoke."}',
        "[" * 5000,
        json.dumps({"text": "\ud800\u202e" + "x" * 5000}),
    ]
    file = tmp_path / "names.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = run("resolve", "--jsonl", str(file))
    assert done.code == 0
    told = [json.loads(line) for line in done.out.splitlines()]
    assert [each["id"] for each in told] == [
        "person.mevlut_cavusoglu", None, None, "armed.pkk", "person.richard_holbrooke", None, None,
    ]  # fmt: skip
    assert list(told[0])[:5] == ["name", "kind", "country", "sectors", "office"]
    assert "line 2 is not JSON" in told[1]["reasons"]
    assert any("2018-02-31" in reason for reason in told[3]["reasons"])
    assert all(each["reasons"] for each in told)


def test_a_place_is_told_by_the_text_around() -> None:
    done = run("where", "Tripoli", "--context", "The Lebanese army sent tanks into Tripoli.")
    assert done.code == 0
    assert "country    LBN\n" in done.out


def test_places_come_as_lines_too(tmp_path: Path) -> None:
    file = tmp_path / "places.jsonl"
    file.write_text('{"text": "Goma"}\n{}\n{"text": "Xyzzyville"}\n', encoding="utf-8")
    told = [json.loads(line) for line in run("where", "--jsonl", str(file)).out.splitlines()]
    assert [each["country"] for each in told] == ["COD", None, None]
    assert [each["lat"] is None for each in told] == [False, True, True]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("resolve",), "give either TEXT or --jsonl FILE"),
        (("resolve", "x", "--jsonl", "y"), "give either TEXT or --jsonl FILE"),
        (("where", "--jsonl", "y", "--context", "z"), "stand in the lines"),
        (("resolve", "x", "--date", "2018-02-31"), "is no date of the calendar"),
        (("resolve", "--jsonl", "no-such-file"), "no-such-file: cannot be read"),
    ],
)
def test_what_cannot_be_asked_is_said(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.code != 0
    assert said in done.err
    assert done.out == ""
