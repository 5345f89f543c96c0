"""Clauses that look ahead are told from those that look back."""

from __future__ import annotations

import pytest

from dragoman.temporal.clause import owner, tense
from tests.parsing import parse_sentence


def tense_at(text: str, word: str) -> str:
    return tense(next(token for token in parse_sentence(text).tokens if token.text == word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on Monday.", "past"),
        ("The envoys have met since Monday.", "past"),
        ("The envoys will meet on Monday.", "future"),
        ("The envoys would meet on Monday.", "future"),
        ("The envoys are expected to meet on Monday.", "future"),
        ("The envoy plans to leave on Monday.", "future"),
        ("A meeting scheduled for Monday worries them.", "future"),
        ("The vote is due on Monday.", "future"),
        ("The council meets on Monday.", "future"),
        ("The court postponed the case until Monday.", "future"),
        ("The envoys managed to meet on Monday.", "past"),
        ("The envoy is due in Oslo on Monday.", "future"),
        ("The court publishes its ruling on Monday.", "future"),
        ("The premier called elections for Monday.", "future"),
        ("The premier called for calm on Monday.", "past"),
        ("They praised Monday's ruling.", "past"),
        ("They will appeal Monday's ruling.", "past"),
        ("He will travel to Minsk ahead of Monday's vote.", "future"),
        ("The weapons seized on Monday were destroyed.", "past"),
        ("Nobody could be reached on Monday.", "past"),
        ("Talks on Monday", "none"),
    ],
)
def test_the_tense_of_the_clause_is_read(text: str, expected: str) -> None:
    assert tense_at(text, "Monday") == expected


def test_the_owner_of_a_word_is_the_verb_of_its_clause() -> None:
    sentence = parse_sentence("Officials said that rebels attacked a village.")
    village = next(token for token in sentence.tokens if token.text == "village")
    assert owner(village).text == "attacked"
