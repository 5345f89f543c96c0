"""`dragoman evaluate` prints shares, confusions and misses."""

from __future__ import annotations

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
    done = run("evaluate", str(gold), "--by-type", "--misses")
    assert done.code == 0
    assert done.out.splitlines()[0].startswith("all             sentences 3  hit 0.500  precision 1.000")
    assert "coded as: — 1" in done.out
    assert "c: expected CONSULT, coded —: It rained all day." in done.out


def test_a_wrong_row_is_one_line(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "x", "type": "DANCE"}\n', encoding="utf-8")
    done = run("evaluate", str(gold))
    assert done.code == 2
    assert "unknown type DANCE" in done.err
    assert done.err.count("\n") == 1
