"""Names that a reader takes for one have one key; partial dates are compared by their first and last day."""

from __future__ import annotations

import pytest

from dragoman.store.keys import first_day, last_day, name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Recep Tayyip ERDOĞAN", "recep tayyip erdogan"),
        ("Çavuşoğlu", "cavusoglu"),
        ("Yıldırım", "yildirim"),
        ("İSTANBUL", "istanbul"),
        ("PKK/PYD", "pkk pyd"),
        ("Sana’a", "sanaa"),
        ("  DHKP-C ", "dhkp c"),
        ("!!!", ""),
    ],
)
def test_a_name_is_compared_by_its_bare_words(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize("date", ["2016", "2016-02", "2016-02-29"])
def test_a_partial_date_lies_between_its_first_and_last_day(date: str) -> None:
    assert first_day(date) <= "2016-02-29" <= last_day(date)
    assert len(first_day(date)) == len(last_day(date)) == len("2016-02-29")
