"""Gold sentences are read from the forms they come in, and a wrong row is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import GoldError
from dragoman.evaluate.gold import read_gold


def test_plover_json_with_older_names(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps([{"id": "a", "event": "DEMAND", "text": "Chad demanded help."}]), encoding="utf-8")
    (gold,) = read_gold(path)
    assert (gold.id, gold.acts) == ("a", ({"REQUEST"},))


def test_tsv_with_a_root_that_stands_for_two_types(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text('id\tsentence\tgold_root\n1\tHe said "yes.\tYIELD\n', encoding="utf-8")
    (gold,) = read_gold(path)
    assert (gold.text, gold.acts) == ('He said "yes.', ({"CONCEDE", "RETREAT"},))


def test_json_lines_with_a_sentence_without_event(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"text": "It rained.", "type": ""}\n{"text": "They met.", "type": ["CONSULT"]}\n', encoding="utf-8"
    )
    assert [gold.acts for gold in read_gold(path)] == [(), ({"CONSULT"},)]


def test_json_lines_with_several_acts(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    events = [{"type": "AGREE", "accept": ["AGREE", "CONSULT:visit"]}, {"type": "AID"}]
    path.write_text(json.dumps({"text": "They met and sent rice.", "events": events}), encoding="utf-8")
    (gold,) = read_gold(path)
    assert gold.acts == ({"AGREE", "CONSULT"}, {"AID"})


def test_acled_csv_with_a_line_break_in_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "acled.csv"
    path.write_text(
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,notes\n"
        'NGA1,2020-01-05,Riots,Mob violence,Rioters,"On 5 January, a mob\nbeat two men."\n'
        "NGA2,2020-01-06,Strategic developments,Arrests,Police,Police arrested ten.\n",
        encoding="utf-8",
    )
    first, second = read_gold(path)
    assert (first.id, first.text, first.acts) == (
        "NGA1",
        "On 5 January, a mob\nbeat two men.",
        ({"PROTEST", "ASSAULT"},),
    )
    assert second.acts == ({"COERCE"},)


def test_marked_sentences(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text(
        "AGREE\t-\thappened\t[a|Chad] {agreed} to talks.\nNONE\t-\t-\tThe club {signed} him.\n", encoding="utf-8"
    )
    assert [(gold.text, gold.acts) for gold in read_gold(path)] == [
        ("Chad agreed to talks.", ({"AGREE"},)),
        ("The club signed him.", ()),
    ]


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".json"])
def test_bytes_that_are_no_text_are_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"gold{suffix}"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GoldError, match="UTF-8"):
        list(read_gold(path))


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
    with pytest.raises(GoldError, match=problem):
        list(read_gold(path))
