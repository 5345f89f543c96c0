"""A speech told over several sentences is of the day on which it is first told."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp, Document
from dragoman.stages.base import Draft
from dragoman.stages.times import Times
from dragoman.temporal.speech import continued_speeches
from tests.parsing import parse_text

FIRST = "Lavrov said on Wednesday that the truce held. "


def dated(text: str, predicate: str) -> str | None:
    stamp = DateStamp(date="2016-03-10", precision="day", basis="test")
    draft = Times()(Draft(Document(id="test", text=text, published=stamp), sentences=parse_text(text)))
    speeches = continued_speeches(draft.sentences, draft.times)
    for sentence in reversed(draft.sentences):
        for token in sentence.tokens:
            speech = speeches.get(sentence.index)
            if token.text == predicate and speech is not None and speech.dates(token):
                assert speech.time.rule.startswith("same speech as told before: ")
                return speech.time.start
    return None


@pytest.mark.parametrize(
    ("rest", "predicate"),
    [
        ("He accused Kiev of lying.", "accused"),
        ("Lavrov urged the sides to talk.", "urged"),
        ("The sky was grey. He accused Kiev of lying.", "accused"),
        ("\N{LEFT DOUBLE QUOTATION MARK}We want a truce now,\N{RIGHT DOUBLE QUOTATION MARK} he said.", "want"),
    ],
)
def test_what_the_same_speaker_goes_on_to_say_is_of_that_day(rest: str, predicate: str) -> None:
    assert dated(FIRST + rest, predicate) == "2016-03-09"


@pytest.mark.parametrize(
    ("rest", "predicate"),
    [
        ("Kerry accused Moscow of lying.", "accused"),
        ("Kerry praised the truce. He accused Moscow of lying.", "accused"),
        ("It rained. It snowed. It hailed. It froze. He accused Kiev of lying.", "accused"),
        ("He said rebels attacked a town.", "attacked"),
        ("He has often accused Kiev.", "accused"),
    ],
)
def test_what_others_say_or_did_is_not(rest: str, predicate: str) -> None:
    assert dated(FIRST + rest, predicate) is None


def test_a_new_date_begins_another_speech() -> None:
    text = FIRST + "He told reporters on Monday that it would fail. He accused Kiev of lying."
    assert dated(text, "accused") == "2016-03-07"
