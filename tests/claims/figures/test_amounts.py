"""Numbers and vague words of a sentence: value, range, comparator."""

from __future__ import annotations

import pytest

from dragoman.claims.figures.amounts import Amount, amounts
from tests.parsing import parse_text


def found(text: str) -> list[Amount]:
    return [amount for sentence in parse_text(text) for amount in amounts(sentence.tokens)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They took 3.4 million bags.", 3_400_000),
        ("They took 5,250 bags.", 5250),
        ("They took one hundred and fifty-two bags.", 152),
        ("They took two hundred thousand bags.", 200_000),
        ("They took two dozen bags.", 24),
        ("They took a dozen bags.", 12),
        ("They took half a million bags.", 500_000),
        ("They took a quarter of a million bags.", 250_000),
        ("They took two and a half million bags.", 2_500_000),
        ("They spent $3.4bn.", 3_400_000_000),
        ("They spent €20m.", 20_000_000),
        ("They spent $512.3 billion.", 512_300_000_000),
        ("They talked for an hour and a half.", 1.5),
        ("They held an hour-and-a-half meeting.", 1.5),
        ("They talked for half an hour.", 0.5),
        ("They hold two thirds of the town.", 66.7),
        ("They hold a quarter of the town.", 25),
    ],
)
def test_a_number_in_digits_and_words(text: str, value: float) -> None:
    (amount,) = found(text)
    assert amount.value == value
    assert amount.upper is None


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("more than 290 men", "more than"),
        ("well over 290 men", "more than"),
        ("at least 290 men", "at least"),
        ("no fewer than 290 men", "at least"),
        ("at least another 290 men", "at least"),
        ("290 or more men", "at least"),
        ("300+ men", "at least"),
        ("fewer than 290 men", "less than"),
        ("not even 290 men", "less than"),
        ("as many as 290 men", "at most"),
        ("up to 290 men", "at most"),
        ("some 290 men", "about"),
        ("an estimated 290 men", "about"),
        ("290 or so men", "about"),
        ("40-odd men", "about"),
        ("nearly 290 men", "nearly"),
        ("close to 290 men", "nearly"),
        ("exactly 290 men", "exactly"),
        ("290 men", None),
    ],
)
def test_the_words_around_a_number_say_how_it_is_meant(text: str, comparator: str | None) -> None:
    (amount,) = found(f"They sent {text}.")
    assert amount.comparator == comparator


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("between 20 and 30 men", (20, 30)),
        ("20 to 30 men", (20, 30)),
        ("between nine to 11 men", (9, 11)),
        ("200-300 men", (200, 300)),
        ("10–15 men", (10, 15)),
        ("two or three men", (2, 3)),
        ("from 10 to 15 million men", (10_000_000, 15_000_000)),
        ("$2-3 billion", (2_000_000_000, 3_000_000_000)),
    ],
)
def test_a_range_has_two_ends(text: str, ends: tuple[float, float]) -> None:
    (amount,) = found(f"They sent {text}.")
    assert (amount.value, amount.upper) == ends
    assert amount.comparator == "between"


def test_a_change_is_two_numbers() -> None:
    assert [amount.value for amount in found("The toll rose from 200 to 300.")] == [200, 300]


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        ("dozens of", "dozens"),
        ("tens of thousands of", "tens_of_thousands"),
        ("hundreds of thousands of", "hundreds_of_thousands"),
        ("several hundred", "several_hundred"),
        ("a few dozen", "several_dozen"),
        ("hundreds of", "hundreds"),
    ],
)
def test_a_vague_word_stays_vague(words: str, vague: str) -> None:
    (amount,) = found(f"They sent {words} men.")
    assert amount.value is None
    assert amount.vague is not None
    assert amount.vague.id == vague


@pytest.mark.parametrize("text", ["They won 3-2.", "It was 9/11.", "He flies an F-16.", "The second half of the year."])
def test_scores_dates_and_names_are_no_amounts(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["1" * 400, "1," * 200, "0007", "--5--5--", "a", "half", "$", "3.4.5.6", "٣", "½", "1e9"]
)
def test_odd_input_is_survived(text: str) -> None:
    for amount in found(text):
        assert amount.first <= amount.number <= amount.last


def test_the_particle_of_a_verb_is_no_comparator() -> None:
    (amount,) = found("Somalia asked Nairobi to hand over two suspects.")
    assert (amount.value, amount.comparator) == (2, None)
