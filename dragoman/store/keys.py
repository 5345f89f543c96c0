"""What names and dates are compared by: the words of a name, and the first and last day of a partial date."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.text import fold

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return the words of `name` without case, diacritics and punctuation: `Sana'a / SANAA` gives `sanaa sanaa`."""
    return " ".join(_WORD.findall(fold(name).replace("'", "")))


def first_day(date: str) -> str:
    """Return the first day of the ISO year, month or day `date`: `2016-03` gives `2016-03-01`."""
    return date + "0000-01-01"[len(date) :]


def last_day(date: str) -> str:
    """Return a day not before the last one of `date`, to compare with: `2016-02` gives `2016-02-31`."""
    return date + "0000-12-31"[len(date) :]
