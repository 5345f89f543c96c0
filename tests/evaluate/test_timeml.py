"""The scorer counts found spans and right values as a reader would."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import EmptyInputError, MalformedInputError
from dragoman.evaluate.timeml import read_timeml, same_value, score_timeml
from dragoman.stages.base import TimeMention

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2016-03-10">2016-03-10</TIMEX3></DCT>
<TEXT>
Envoys <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2016-03-09">Wednesday</TIMEX3>.

They had quarrelled for <TIMEX3 tid="t2" type="DURATION" value="P3Y">three years</TIMEX3>, and are friends
<TIMEX3 tid="t3" type="DATE" value="PRESENT_REF">so far</TIMEX3>. One of them fled in
<TIMEX3 tid="t4" type="DATE" value="2013-11">November</TIMEX3>. They part today.
</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.tml").write_text(DOCUMENT)
    return tmp_path


def test_found_missed_and_spurious_expressions_are_counted(folder: Path) -> None:
    figures = score_timeml(folder)
    assert (figures["dates"], figures["coded"]) == (3, 4)
    assert figures["recall"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["precision"] == 0.75
    assert figures["value_accuracy"] == 0.5
    assert figures["duration_recall"] == 1.0


def test_spans_and_values_are_weighed_against_what_is_annotated_and_coded(folder: Path) -> None:
    figures = score_timeml(folder)
    assert (figures["date_span_f1"], figures["date_value_f1"]) == (0.6667, 0.3333)
    assert (figures["duration_span_f1"], figures["duration_value_f1"]) == (1.0, 1.0)
    assert (figures["span_f1"], figures["value_f1"]) == (0.75, 0.5)


def test_a_named_event_is_no_timex(tmp_path: Path) -> None:
    text = DOCUMENT.replace("They part today", "They part today, since the war is over, as before the war")
    (tmp_path / "one.tml").write_text(text)
    assert score_timeml(tmp_path)["coded"] == 4


@pytest.mark.parametrize(
    ("value", "coded", "same"),
    [
        ("P3Y", "P3Y", True),
        ("P1DE", "P10Y", True),
        ("P3Y", "P3M", False),
        ("P3Y", None, False),
        ("PXD", "PXD", True),
        ("PAST_REF", "PAST_REF", True),
        ("PAST_REF", "FUTURE_REF", False),
    ],
)
def test_lengths_and_vague_words_are_compared(value: str, coded: str | None, same: bool) -> None:
    mention = TimeMention(
        sentence=0, first=0, last=0, start=None, end=None, precision="unknown", text="", rule="", value=coded
    )
    assert same_value(value, mention) is same


def test_differences_say_what_to_read(folder: Path) -> None:
    differences = score_timeml(folder)["differences"]
    assert isinstance(differences, list)
    assert [line.split(":")[0] for line in differences] == ["one spurious", "one missed", "one value"]


def test_offsets_count_in_the_text_without_its_tags(folder: Path) -> None:
    created, text, gold = read_timeml(folder / "one.tml")
    assert created == "2016-03-10"
    assert [text[timex.start : timex.end] for timex in gold] == ["Wednesday", "three years", "so far", "November"]


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("1990-W32-WE", "1990-08-11", "1990-08-12", "range"),
        ("2000-W7", "2000-02-14", "2000-02-20", "week"),
        ("1998-FA", "1998-09", "1998-11", "season"),
        ("199X", "1990", "1999", "range"),
        ("1989-Q3", "1989-07", "1989-09", "range"),
        ("1998-08-07TMO", "1998-08-07", None, "day"),
        ("1995-XX-XX", "1995", None, "year"),
        ("1999-11", "1999-11-21", "1999-11-30", "range"),
    ],
)
def test_values_in_the_notation_of_timeml_are_compared(value: str, start: str, end: str | None, precision: str) -> None:
    mention = TimeMention(sentence=0, first=0, last=0, start=start, end=end, precision=precision, text="", rule="")
    assert same_value(value, mention)
    assert not same_value("2001-01-01", mention)


def test_a_folder_or_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyInputError, match=r"no \.tml files"):
        score_timeml(tmp_path)
    (tmp_path / "bad.tml").write_text("<TimeML></TimeML>")
    with pytest.raises(MalformedInputError, match=r"bad\.tml"):
        score_timeml(tmp_path)
    (tmp_path / "bad.tml").write_text('<!DOCTYPE x [<!ENTITY a "b">]><TimeML/>')
    with pytest.raises(MalformedInputError, match="entities"):
        score_timeml(tmp_path)
