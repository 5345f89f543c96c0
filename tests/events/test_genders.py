"""He and she stand for nobody of whom the words tell otherwise."""

from __future__ import annotations

import pytest

from tests.events.test_participants import countries, resolve


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peruvian Minister Anna Roe spoke. Bolivian Minister John Doe left. She wept.", "She", ["PER"]),
        ("Peruvian Minister Anna Roe met Bolivian Minister John Doe. He wept.", "He", ["BOL"]),
        ("Peruvian Minister Anna Roe spoke. She wept.", "She", ["PER"]),
        ("Peru's spokeswoman left. He wept.", "He", []),
        ("Peruvian Minister Anna Roe said he had lied.", "he", []),
        ("Peruvian Minister Xu Roe left. She wept.", "She", ["PER"]),
    ],
)
def test_a_pronoun_passes_over_whom_it_cannot_stand_for(text: str, word: str, expected: list[str]) -> None:
    assert countries(resolve(text, word)) == expected
