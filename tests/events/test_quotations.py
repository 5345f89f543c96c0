"""Quotations are found by their marks and attributed by the verbs of saying around them."""

from __future__ import annotations

import pytest

from dragoman.events.quotations import Quotations
from tests.parsing import parse_text


def speaker(text: str, word: str) -> str | None:
    """Return the head of who says `word` in `text`; None outside quotations and where nobody is named."""
    sentences = parse_text(text)
    (token,) = [token for sentence in sentences for token in sentence.tokens if token.text == word]
    quotation = Quotations(text, sentences).around(token)
    return quotation.speaker.text if quotation is not None and quotation.speaker is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Rain fell," Doe said.', "Doe"),
        ('Doe said: "Rain fell."', "Doe"),
        ('"Rain fell. Snow fell," said Doe.', "Doe"),
        ('"Snow fell," Doe said. "Rain fell."', "Doe"),
        ("\u201cRain fell,\u201d Doe said.", "Doe"),
        ('"Rain fell."', None),
        ("Doe said rain fell. Rain stopped.", None),
    ],
)
def test_a_quotation_has_its_speaker(text: str, expected: str | None) -> None:
    assert speaker(text, "Rain") == expected


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    assert speaker('Doe said "rain. Rain fell.', "Rain") is None
