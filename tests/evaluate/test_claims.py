"""Claims are scored as a reader would: overlapping words and the fields that matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.coder import Coder
from dragoman.errors import GoldError
from dragoman.evaluate.claims import holds_claims, is_actor, read_passages, score_claims
from dragoman.records import Actor

TEXT = "Kenya said the bridge was open. Uganda said the road was closed."


def passage(**lists: Any) -> str:
    return json.dumps({"id": "one", "text": TEXT, **lists})


def written(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def statement(content: str, speaker: str | None, **more: Any) -> dict[str, Any]:
    return {"content": [content], "speaker": speaker, "direct": False, "status": "happened", **more}


def test_a_statement_is_found_when_words_and_speaker_fit(tmp_path: Path) -> None:
    gold = passage(statements=[statement("the bridge was open", "KEN"), statement("the road was closed", "TZA")])
    (total,) = score_claims(read_passages(written(tmp_path, gold)), Coder()).values()
    assert (total.gold, total.overlapped, total.found, total.coded, total.right) == (2, 2, 1, 2, 1)
    assert (total.recall, total.precision, total.f1) == (0.5, 0.5, 0.5)
    assert total.fields["speaker"] == [1, 2]
    assert any("wrong" in fault for fault in total.faults)


def test_extra_records_are_neither_wanted_nor_false(tmp_path: Path) -> None:
    gold = passage(
        statements=[statement("the bridge was open", "KEN"), statement("the road was closed", None, tier="extra")]
    )
    (total,) = score_claims(read_passages(written(tmp_path, gold)), Coder()).values()
    assert (total.gold, total.recall, total.precision) == (1, 1.0, 1.0)


def test_a_passage_without_records_counts_what_is_coded_as_false(tmp_path: Path) -> None:
    (total,) = score_claims(read_passages(written(tmp_path, passage(statements=[]))), Coder()).values()
    assert (total.gold, total.coded, total.right, total.recall) == (0, 2, 0, 1.0)


def actor(name: str, country: str | None, text: str = "", entry: str | None = None) -> Actor:
    return Actor(name=name, country=country, sectors=(), kind="person", text=text or name, start=0, end=1, entry=entry)


@pytest.mark.parametrize(
    ("key", "found", "right"),
    [
        ("KEN", actor("William Ruto", "KEN"), True),
        ("KEN", actor("Uganda", "UGA"), False),
        ("PKK", actor("PKK", "TUR"), True),
        ("the gas companies", actor("gas companies", None), True),
        ("Samuel Fonki", actor("headmaster", None, "The headmaster, Samuel Fonki"), True),
        ("European Union|Josep Borrell", actor("Josep Borrell", None), True),
        ("Fonki", actor("Fonkison", None), False),
    ],
)
def test_an_actor_is_known_by_country_or_by_words(key: str, found: Actor, right: bool) -> None:
    assert is_actor(key, found) is right


@pytest.mark.parametrize(
    "line",
    ["{", "[]", json.dumps({"id": "one", "text": TEXT}), passage(figures=[{"quote": "nine bridges"}]),
     passage(statements=[{"speaker": "KEN"}])],
)  # fmt: skip
def test_what_is_no_passage_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(GoldError, match=r"gold\.jsonl:2"):
        read_passages(written(tmp_path, passage(statements=[]), line))


def test_a_file_of_passages_is_told_by_its_first_line(tmp_path: Path) -> None:
    assert holds_claims(written(tmp_path, passage(figures=[])))
    assert not holds_claims(written(tmp_path, json.dumps({"text": TEXT, "events": []})))
    assert not holds_claims(written(tmp_path, "no JSON"))
    assert not holds_claims(tmp_path / "none.jsonl")
