"""`dragoman evaluate` prints shares, confusions and misses."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.runner import run

GOLD = (
    '{"id": "a", "text": "Chad attacked Sudan.", "type": "ASSAULT"}\n'
    '{"id": "b", "text": "The sun rose.", "type": ""}\n'
    '{"id": "c", "text": "It rained all day.", "type": "CONSULT"}\n'
)


def test_the_report(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(GOLD, encoding="utf-8")
    done = run("evaluate", str(gold), "--by", "type", "--misses")
    assert done.code == 0
    assert done.out.splitlines()[0].startswith(
        "all             precision 1.000  recall 0.500  f1 0.667  acts 2  coded 1"
    )
    assert f"{'expected':<16}{'ASSAULT':>8}{'—':>8}" in done.out
    assert f"{'CONSULT':<16}{'.':>8}{'1':>8}" in done.out
    assert "c: missed CONSULT, coded —: It rained all day." in done.out


def test_a_wrong_row_is_one_line(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "x", "type": "DANCE"}\n', encoding="utf-8")
    done = run("evaluate", str(gold))
    assert done.code == 2
    assert "unknown type DANCE" in done.err
    assert done.err.count("\n") == 1


def articles(folder: Path) -> Path:
    """Return a folder with one article, of whose two acts one is told in words that the coder does not know."""
    (folder / "lead.txt").write_text("Chad attacked Sudan.\n\nIt was all sorted over tea.\n", encoding="utf-8")
    acts = [("ASSAULT", "Chad attacked Sudan."), ("AGREE", "It was all sorted over tea.")]
    events = [
        {"tier": "core", "type": type_, "title": "an act", "accept": [type_], "status": "happened",
         "actors": [], "recipients": [], "date": None, "evidence": [{"quote": quote}]}
        for type_, quote in acts
    ]  # fmt: skip
    (folder / "lead.json").write_text(json.dumps({"events": events}), encoding="utf-8")
    return folder


def test_a_folder_of_articles_is_measured_as_a_whole(tmp_path: Path) -> None:
    done = run("evaluate", articles(tmp_path), "--misses")
    assert done.code == 0
    shares, counts, *faults = done.out.splitlines()
    assert shares == "recall 0.500  precision 1.000  who 1.000  when 1.000  status 1.000"
    assert counts == "acts 2  found 1  coded 1  right 1"
    assert faults == ["lead: missed AGREE: an act"]
    assert run("evaluate", tmp_path).out.splitlines() == [shares, counts]


def test_articles_are_not_split_by_type(tmp_path: Path) -> None:
    done = run("evaluate", articles(tmp_path), "--by", "type")
    assert (done.code, done.out) == (2, "")
    assert done.complaint.startswith("invalid value: --by goes with sentences")


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    done = run("evaluate", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.complaint.startswith(f"{tmp_path}: no .json files")


def test_a_folder_of_timeml_is_measured_by_its_time_expressions(tmp_path: Path) -> None:
    day = '<TIMEX3 tid="t1" type="DATE" value="2016-03-09">Wednesday</TIMEX3>'
    created = '<DCT><TIMEX3 tid="t0" type="DATE" value="2016-03-10">2016-03-10</TIMEX3></DCT>'
    (tmp_path / "one.tml").write_text(f"<TimeML>{created}<TEXT>They met on {day} and today.</TEXT></TimeML>")
    done = run("evaluate", tmp_path, "--misses")
    assert done.code == 0
    counts, every, dates, lengths, missed = done.out.splitlines()
    assert counts == "documents 1  dates 1  durations 0"
    assert every.split() == ["all", "span", "f1", "0.667", "value", "f1", "0.667"]
    assert dates.startswith("DATE      span f1 0.667")
    assert lengths.startswith("DURATION  span f1 0.000")
    assert missed.startswith("one spurious: 'today'")
