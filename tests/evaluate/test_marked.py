"""Marked sentences are read with spans, and a wrong row is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import MalformedInputError
from dragoman.evaluate.marked import by_sentence, read_marked


def write(folder: Path, text: str) -> Path:
    path = folder / "marked.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_spans_are_those_of_the_plain_sentence(tmp_path: Path) -> None:
    row = "COERCE\tarrest\thappened\tPolice in [a:TUR|Türkiye] {detained} [r|two men].\n"
    (act,) = read_marked(write(tmp_path, row))
    assert act.text == "Police in Türkiye detained two men."
    assert act.text[act.start : act.end] == "detained"
    assert [(p.side, act.text[p.start : p.end], p.country) for p in act.parties] == [
        ("a", "Türkiye", "TUR"),
        ("r", "two men", None),
    ]
    assert (act.type, act.mode, act.status, act.line) == ("COERCE", "arrest", "happened", 1)


def test_rows_of_one_sentence_stand_together(tmp_path: Path) -> None:
    rows = "AID\t-\thappened\t[a|Oman] {fed} and armed them.\nAID\t-\thappened\t[a|Oman] fed and {armed} them.\n"
    table = by_sentence(read_marked(write(tmp_path, rows)))
    assert [len(acts) for acts in table.values()] == [2]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("AID\t-\thappened", "3 columns"),
        ("DANCE\t-\thappened\t{x}", "no event type"),
        ("AID\tvisit\thappened\t{x}", "no mode visit"),
        ("AID\t-\t-\t{x}", "no status of AID"),
        ("NONE\t-\thappened\t{x}", "no status of NONE"),
        ("AID\t-\thappened\t{x} {y}", "one {predicate}"),
        ("AID\t-\thappened\t{x} [b|y]", "one {predicate}"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(MalformedInputError, match=r"marked\.tsv:2: ") as caught:
        read_marked(write(tmp_path, f"NONE\t-\t-\t{{x}}\n{row}\n"))
    assert problem in str(caught.value)
