"""Texts for reading: marks stand exactly around the quotes, and nothing of an article steers a terminal."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.layers import LAYERS, layered_lines
from dragoman.formats.story import (
    COLOUR,
    PLAIN,
    event_lines,
    explanation_lines,
    headline,
    marked_text,
    timeline_lines,
)
from dragoman.records import EventDate, Furniture, WrittenBounds
from tests.factory import make_actor, make_coding, make_date, make_document, make_event, make_evidence

EVIL = "Turkey\x1b[2J met\x9b Qatar\u202e.\nThe end.\n"


def test_quotes_that_overlap_or_touch_are_one_mark() -> None:
    assert marked_text("abcdefgh", [(4, 6), (0, 2), (1, 3), (3, 4)], PLAIN) == "«abcdef»gh"


def test_furniture_is_faint_in_colour_and_plain_elsewhere() -> None:
    assert marked_text("menu text", [(5, 9)], COLOUR, [(0, 4)]) == "\x1b[2mmenu\x1b[0m \x1b[1;33mtext\x1b[0m"
    assert marked_text("menu text", [(5, 9)], PLAIN, [(0, 4)]) == "menu «text»"


def test_a_quote_in_furniture_is_marked_as_a_quote() -> None:
    assert marked_text("menu text", [(2, 6)], COLOUR, [(0, 4)]) == "me\x1b[1;33mnu t\x1b[0mext"


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(tuple), max_size=4))
def test_marks_change_no_character(text: str, quotes: list[tuple[int, int]]) -> None:
    within = [(start, end) for start, end in quotes if end <= len(text)]
    unmarked = marked_text(text, within, PLAIN).replace("«", "").replace("»", "")
    assert len(unmarked) == len(text.replace("«", "").replace("»", ""))


def test_nothing_of_an_article_steers_a_terminal() -> None:
    text = EVIL
    document = make_document(
        "a\x1b.txt", text, title="\x1b[31mred", publisher="\x07", notes=("\x9b",), url="\x1b]8;;x\x07"
    )
    event = make_event(
        document, 0,
        actors=(make_actor(text, text[:13], "Tur\x1bkey"),),
        evidence=(make_evidence(text, text[:23]),),
        date=dataclasses.replace(make_date("2016"), text="\x1b", rule="\x9b"),
        trace=("\x1b",),
        magnitude="\x1b",
    )  # fmt: skip
    coding = make_coding(document, event)
    lines = [
        *layered_lines(coding, LAYERS, PLAIN),
        *event_lines(event, document, PLAIN),
        *explanation_lines(event, document),
        *timeline_lines(event, document.id, 80),
    ]
    assert [c for line in lines for c in line if not c.isprintable() and c != "\n"] == []


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (None, "undated"),
        (make_date("2016-03"), "2016-03"),
        (make_date(None), "undated"),
        (dataclasses.replace(make_date(None), offset_days=-2), "D-2"),
    ],
)
def test_a_headline_begins_with_the_date_or_says_that_there_is_none(date: EventDate | None, shown: str) -> None:
    assert headline(make_event(make_document(), date=date)).startswith(f"{shown:<12}CONSULT:visit ")


def test_an_event_without_participants_has_a_dash() -> None:
    assert " —  [happened]" in headline(make_event(make_document(), actors=(), recipients=(), place=None))


def test_only_what_is_known_of_a_document_is_listed() -> None:
    document = make_document(
        text="Quiet.\n", publisher=None, published=None, notes=(), furniture=(Furniture(start=0, end=2, reason="menu"),)
    )
    lines = list(layered_lines(dataclasses.replace(make_coding(), document=document, events=()), LAYERS, PLAIN))
    assert lines == [
        "id          talks.txt", "title       Envoys in Ankara", "language    en", "published   not stated",
        "furniture   1: menu", "", "Quiet.", "", "no records",
    ]  # fmt: skip


def test_bounds_of_an_undated_document_are_shown_as_inferred() -> None:
    bounds = WrittenBounds(earliest="2014-08", latest=None, basis=("names X as president",))
    document = make_document(published=None, written=bounds)
    lines = list(layered_lines(dataclasses.replace(make_coding(), document=document, events=()), LAYERS, PLAIN))
    assert "written     2014-08 to ?, inferred: names X as president" in lines


def test_a_timeline_line_is_as_wide_as_the_terminal_at_most() -> None:
    document = make_document(text="Türki Qat met. " + "They talked. " * 40)
    _, line = timeline_lines(make_event(document), document.id, 100)
    assert len(line) == 100
    assert line.endswith(f"…” {make_event(document).id} talks.txt")
