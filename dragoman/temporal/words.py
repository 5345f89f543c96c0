"""The words of time expressions, read from `lexicon/time_words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.resources import LEXICON, Entry, read_yaml, unique

FILE = LEXICON / "time_words.yaml"

_INTEGER = re.compile(r"-?\d+")
_HOLIDAY = re.compile(
    r"(?:\d\d-\d\d|\d\d-\d\d\.\.\d\d-\d\d|(?:easter|orthodox|passover)[+-]\d+|"
    r"\d+ [0-6] -?[1-5]|hijri \d\d?(?:-\d\d)?)(?:/\d+)?"
)
SHORT_UNITS = frozenset({"second", "minute", "hour"})
_UNITS = SHORT_UNITS | {"day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade", "century"}
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_BOUNDS = {
    "weekday": (0, 6), "month": (1, 12), "season": (1, 12), "number": (0, 100), "ordinal": (1, 40),
    "foreign_month": (1, 12), "hijri_month": (1, 12),
}  # fmt: skip
_ONE_OF = {"unit": _UNITS, "vague": _VAGUE, "date_order": frozenset({"dmy", "mdy"})}
_EVENTS = frozenset({"talks", "act", "long"})


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Lower-case spellings and what they stand for; the kinds are explained at the head of the file."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    holidays: Mapping[str, str]
    event_days: Mapping[str, date]
    foreign_months: Mapping[str, int]
    hijri_months: Mapping[str, int]
    vague: Mapping[str, str]
    date_orders: Mapping[str, str]
    event_nouns: Mapping[str, tuple[str, str]]
    """Id of the entry, and `talks`, `act` or `long`."""


@cache
def time_words(path: Path = FILE) -> TimeWords:
    """Return the words, read once a process.  Raises LexiconError with file and line for a wrong entry."""
    fields = frozenset({"id", "kind", "forms", "value"})
    tables: dict[str, dict[str, Any]] = {
        kind: {} for kind in (*_BOUNDS, *_ONE_OF, "holiday", "event_day", "event_noun")
    }
    for entry in unique(read_yaml(path, required=fields, optional=frozenset({"note"}))):
        table = tables.get(entry.values["kind"])
        if table is None:
            raise entry.error(f"kind must be one of: {', '.join(tables)}")
        value = _value(entry)
        table.update(dict.fromkeys(entry.values["forms"], value))
    return TimeWords(
        weekdays=tables["weekday"], months=tables["month"], seasons=tables["season"], units=tables["unit"],
        numbers=tables["number"], ordinals=tables["ordinal"], holidays=tables["holiday"],
        event_days=tables["event_day"], foreign_months=tables["foreign_month"], hijri_months=tables["hijri_month"],
        vague=tables["vague"], date_orders=tables["date_order"],
        event_nouns=tables["event_noun"],
    )  # fmt: skip


def _value(entry: Entry) -> object:
    kind, value = entry.values["kind"], entry.values["value"]
    if kind in _BOUNDS:
        return _bounded(entry, *_BOUNDS[kind])
    if value in _ONE_OF.get(kind, ()):
        return value
    if kind == "holiday" and _HOLIDAY.fullmatch(str(value)):
        return value
    if kind == "event_noun" and value in _EVENTS:
        return entry.values["id"], value
    if kind == "event_day":
        return _day(entry)
    raise entry.error(f"{value!r} is not the value of a {kind}")


def _bounded(entry: Entry, low: int, high: int) -> int:
    value = entry.values["value"]
    if not isinstance(value, int) or not low <= value <= high:
        raise entry.error(f"value must be a whole number from {low} to {high}")
    return value


def _day(entry: Entry) -> date:
    try:
        return date.fromisoformat(entry.values["value"])
    except (TypeError, ValueError):
        raise entry.error("value must be a day such as 2001-09-11") from None


def number(text: str) -> int | None:
    """Return the number that `text` (digits or words) stands for, None when it tells none."""
    plain = " ".join(text.lower().split())
    if _INTEGER.fullmatch(plain):
        return int(plain)
    numbers = time_words().numbers
    if plain in numbers:
        return numbers[plain] or None
    tens, _, ones = plain.partition("-")
    if tens in numbers and ones in numbers:
        return numbers[tens] + numbers[ones]
    return None
