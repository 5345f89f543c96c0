"""The words of time expressions are read with a check of every value."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.temporal.words import number, time_words


def test_every_kind_of_word_is_filled() -> None:
    words = time_words()
    assert len(set(words.weekdays.values())) == 7
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.seasons.values()) == {3, 6, 9, 12}
    assert words.units["weeks"] == "week"
    assert words.holidays["good friday"] == "easter-2"
    assert set(words.foreign_months.values()) == set(words.hijri_months.values()) == set(range(1, 13))
    assert set(words.vague.values()) == {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    assert set(words.date_orders.values()) == {"dmy", "mdy"}
    assert words.event_nouns["blast"] == ("explosion", "act")


@pytest.mark.parametrize(
    ("text", "value"),
    [("14", 14), ("three", 3), ("a couple of", 2), ("twenty-five", 25), ("several", None), ("", None)],
)
def test_numbers_are_read_and_vague_ones_stay_vague(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "entry",
    [
        "{id: x, kind: weekday, forms: [x], value: 7}",
        "{id: x, kind: moon, forms: [x], value: 1}",
        "{id: x, kind: unit, forms: [x], value: moon}",
        "{id: x, kind: holiday, forms: [x], value: soon}",
        "{id: x, kind: date_order, forms: [x], value: ymd}",
        "{id: x, kind: event_noun, forms: [x], value: brief}",
        "{id: x, kind: event_day, forms: [x], value: '2001-13-01'}",
    ],
)
def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path, entry: str) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(f"# head\n- {entry}\n")
    with pytest.raises(LexiconError, match=r"words\.yaml:2"):
        time_words(file)
