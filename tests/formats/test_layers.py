"""A document with its layers: marks nest, name their records, and leave the text as it is."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.layers import LAYERS, layered_lines, layered_text
from dragoman.formats.story import COLOUR, PLAIN
from dragoman.records import Coding, Evidence, Furniture
from tests.factory import make_claim, make_coding, make_document, make_event, make_evidence, with_claims

TEXT = "Turkey said that more than 290 soldiers died. It rained.\n"
DOCUMENT = make_document(text=TEXT, furniture=(Furniture(start=46, end=56, reason="menu"),))
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def coding(**quotes: str) -> Coding:
    """Return a coding whose event and claims, named by their lists, rest on `quotes`; ids are made of one letter."""
    events = [
        make_event(DOCUMENT, id="e" * 16, evidence=(make_evidence(TEXT, quote),))
        for layer, quote in quotes.items()
        if layer == "events"
    ]
    claims = {
        layer: (make_claim(layer, DOCUMENT, id=layer[0] * 16, evidence=(make_evidence(TEXT, quote),)),)
        for layer, quote in quotes.items()
        if layer != "events"
    }
    made = with_claims(make_coding(DOCUMENT), **claims) if claims else make_coding(DOCUMENT)
    return dataclasses.replace(made, events=tuple(events))


def test_quotes_within_quotes_are_marked_with_kind_and_short_id() -> None:
    coded = coding(events="Turkey said that more than 290 soldiers died.", figures="more than 290 soldiers")
    assert layered_text(coded, LAYERS, PLAIN) == (
        "«event eeeeeeee: Turkey said that «figure ffffffff: more than 290 soldiers» died.» It rained.\n"
    )


def test_records_with_the_same_quote_share_a_mark() -> None:
    coded = coding(events="Turkey said", statements="Turkey said", requests="Turkey said")
    assert layered_text(coded, LAYERS, PLAIN).startswith(
        "«event eeeeeeee, statement ssssssss, request rrrrrrrr: Turkey said» that"
    )


def test_quotes_that_cross_are_cut_so_that_marks_nest() -> None:
    coded = coding(events="Turkey said that more", figures="more than 290")
    assert layered_text(coded, LAYERS, PLAIN).startswith(
        "«event eeeeeeee: Turkey said that «figure ffffffff: more»»«figure ffffffff:  than 290» soldiers"
    )


def test_only_the_layers_asked_for_are_marked_and_listed() -> None:
    coded = coding(events="Turkey said", figures="290")
    shown = "\n".join(layered_lines(coded, ["figures"], PLAIN))
    assert "«figure ffffffff: 290»" in shown
    assert "event" not in shown
    heading, line = shown.splitlines()[-2:]
    assert heading == "figures"
    assert line.startswith(f"{'f' * 16}  2016-03-01  more than 290 members of the security forces, killed @ Ankara")


def test_records_stand_below_in_the_order_of_the_layers() -> None:
    coded = with_claims(make_coding())
    lines = list(layered_lines(coded, LAYERS, PLAIN))
    assert [line for line in lines if line in LAYERS] == list(LAYERS)


@pytest.mark.parametrize(
    ("layers", "said"),
    [(LAYERS, "no records"), (("events", "figures"), "no events, figures"), (("series",), "no series")],
)
def test_an_empty_document_says_that_there_is_nothing(layers: tuple[str, ...], said: str) -> None:
    bare = dataclasses.replace(make_coding(DOCUMENT), events=())
    assert list(layered_lines(bare, layers, PLAIN))[-1] == said


def test_furniture_is_faint_in_colour_unless_a_record_rests_on_it() -> None:
    assert "\x1b[2mIt rained.\x1b[0m" in layered_text(coding(events="Turkey said"), LAYERS, COLOUR)
    assert "\x1b[2mIt rained" not in layered_text(coding(events="It rained."), LAYERS, COLOUR)


def test_each_layer_has_its_colour_and_the_outer_one_comes_back() -> None:
    coded = coding(events="Turkey said that more than 290", figures="more than")
    assert layered_text(coded, LAYERS, COLOUR).startswith(
        "\x1b[0;2;33mevent eeeeeeee: \x1b[0;1;33mTurkey said that "
        "\x1b[0;2;35mfigure ffffffff: \x1b[0;1;35mmore than\x1b[0m\x1b[0;1;33m 290\x1b[0m soldiers"
    )


def test_quotes_of_one_record_with_only_blanks_between_them_share_a_mark() -> None:
    quotes = [make_evidence(TEXT, words) for words in ("said that", "more than 290", "Turkey", "It rained.")]
    coded = make_coding(DOCUMENT, make_event(DOCUMENT, id="e" * 16, evidence=tuple(quotes)))
    assert layered_text(coded, LAYERS, PLAIN) == (
        "«event eeeeeeee: Turkey said that more than 290» soldiers died. «event eeeeeeee: It rained.»\n"
    )


def test_ranges_outside_the_text_and_empty_ones_are_not_marked() -> None:
    spans = [(-3, 2), (5, 5), (9, 4), (50, 900)]
    evidence = tuple(Evidence(start=start, end=end, quote="x") for start, end in spans)
    coded = make_coding(DOCUMENT, make_event(DOCUMENT, evidence=evidence))
    assert layered_text(coded, LAYERS, PLAIN) == TEXT


@given(st.lists(st.tuples(st.integers(0, 57), st.integers(0, 57)).map(sorted).map(tuple), max_size=12), st.booleans())
def test_marks_nest_and_without_them_the_text_is_unchanged(spans: list[tuple[int, int]], coloured: bool) -> None:
    events = tuple(
        make_event(DOCUMENT, number, evidence=(Evidence(start=start, end=end, quote=TEXT[start:end]),))
        for number, (start, end) in enumerate(spans)
    )
    coded = dataclasses.replace(make_coding(DOCUMENT), events=events)
    marked = layered_text(coded, LAYERS, COLOUR if coloured else PLAIN)
    if coloured:
        marked = COLOURS.sub("", marked)
    else:
        depth = 0
        for letter in marked:
            depth += (letter == "«") - (letter == "»")
            assert depth >= 0
        assert depth == 0
    assert re.sub(r"(event [0-9a-f]{8}(, )?)+: |[«»]", "", marked) == TEXT


def test_many_quotes_take_no_long_time() -> None:
    text = "They met. " * 2000
    document = make_document(text=text, furniture=())
    spans = [Evidence(start=n * 10, end=n * 10 + 9, quote="They met.") for n in range(2000)]
    events = (make_event(document, n, evidence=(span,)) for n, span in enumerate(spans))
    assert layered_text(make_coding(document, *events), LAYERS, PLAIN).count("«") == 2000
