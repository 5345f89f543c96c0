"""Sentences of sport, culture and business are silenced; politics is not."""

from __future__ import annotations

from dragoman.events.screen import fields, silenced
from tests.parsing import parse_text


def test_two_words_of_a_field_silence_a_sentence() -> None:
    assert silenced(parse_text("The striker attacked and the goalkeeper defended.")) == {0: "sport"}


def test_one_word_does_not() -> None:
    assert silenced(parse_text("The minister watched football in Lima.")) == {}


def test_a_document_full_of_a_field_is_silenced_throughout() -> None:
    text = " ".join(["The tennis champion won the tournament."] * 4 + ["France beat Spain."])
    assert set(silenced(parse_text(text))) == {0, 1, 2, 3, 4}


def test_no_word_belongs_to_two_fields() -> None:
    words = [word for field in fields() for word in field.singles | field.pairs]
    assert len(words) == len(set(words))
