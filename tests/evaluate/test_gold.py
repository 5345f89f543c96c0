"""Gold sentences are read from the forms they come in, and a wrong row is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import MalformedInputError
from dragoman.evaluate.gold import read_gold


def test_plover_json_with_older_names(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps([{"id": "a", "event": "DEMAND", "text": "Chad demanded help."}]), encoding="utf-8")
    (gold,) = read_gold(path)
    assert (gold.id, gold.types) == ("a", {"REQUEST"})


def test_tsv_with_a_root_that_stands_for_two_types(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text('id\tsentence\tgold_root\n1\tHe said "yes.\tYIELD\n', encoding="utf-8")
    (gold,) = read_gold(path)
    assert (gold.text, gold.types) == ('He said "yes.', {"CONCEDE", "RETREAT"})


def test_json_lines_with_a_sentence_without_event(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"text": "It rained.", "type": ""}\n{"text": "They met.", "type": ["CONSULT"]}\n', encoding="utf-8"
    )
    assert [gold.types for gold in read_gold(path)] == [frozenset(), {"CONSULT"}]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"text": "x", "type": "DANCE"}', "row 1 has the unknown type DANCE"),
        ('{"type": "CONSULT"}', "row 1 lacks a text or a type"),
        ("{", "not JSON"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MalformedInputError, match=problem):
        list(read_gold(path))
