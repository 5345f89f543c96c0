"""Printed dates that need no anchor → date stamps as precise as what is printed."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from dragoman.records import DateStamp

_LONGEST = 64
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
_ZONE = r"(?: ?(?:[A-Z]{1,5}|[+-][0-9]{2}(?::?[0-9]{2})?))?"
_ISO = re.compile(rf"{_YEAR}(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}})(?:[T ]{_CLOCK}{_ZONE})?)?)?")
_COMPACT = re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})")
_WEEKDAY = r"(?:[A-Za-z]{3,9},? )?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_AT = rf"(?:,? (?:at )?{_CLOCK}{_ZONE})?"
_DAY_FIRST = re.compile(rf"{_WEEKDAY}{_DAY} {_NAME},? {_YEAR}{_AT}")
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_NAME} {_DAY},? {_YEAR}{_AT}")
_MONTH_ONLY = re.compile(rf"{_NAME},? {_YEAR}")
_FORMS = (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY)

_MONTHS = ("january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december")  # fmt: skip


class _Parts(NamedTuple):
    year: int
    month: int | None
    day: int | None
    clock: tuple[int, int] | None


def parse_stamp(printed: str, basis: str) -> DateStamp | None:
    """Return the date `printed` states, or None if it states none that is sure.

    Understood are ISO 8601 down to the minute, `20160310`, the date of an e-mail header, and English
    dates with the month as a word.  `03/04/2016` is not: it is two dates.  Midnight counts as no time,
    for that is how programs print a bare day.  The clock time is kept as printed, in whatever zone.
    """
    text = " ".join(printed[: 2 * _LONGEST].split())
    if len(text) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            parts = _parts(match)
            return _stamp(parts, basis) if parts and _exists(parts) else None
    return None


def month_number(name: str) -> int | None:
    """Return 1 to 12 for an English month name or its abbreviation of three letters or more, else None."""
    folded = name.lower().rstrip(".")
    for number, month in enumerate(_MONTHS, start=1):
        if len(folded) >= 3 and month.startswith(folded):
            return number
    return 9 if folded == "sept" else None


def _parts(match: re.Match[str]) -> _Parts | None:
    found = match.groupdict()
    name = found.get("name")
    month = month_number(name) if name else _number(found.get("month"))
    if name and month is None:
        return None
    hour, minute = _number(found.get("hour")), _number(found.get("minute"))
    clock = None if hour is None or minute is None or hour == minute == 0 else (hour, minute)
    return _Parts(int(found["year"]), month, _number(found.get("day")), clock)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _exists(parts: _Parts) -> bool:
    try:
        date(parts.year, 1 if parts.month is None else parts.month, 1 if parts.day is None else parts.day)
    except ValueError:
        return False
    return parts.clock is None or (parts.clock[0] < 24 and parts.clock[1] < 60)


def _stamp(parts: _Parts, basis: str) -> DateStamp:
    if parts.month is None:
        return DateStamp(date=f"{parts.year}", precision="year", basis=basis)
    if parts.day is None:
        return DateStamp(date=f"{parts.year}-{parts.month:02}", precision="month", basis=basis)
    day = f"{parts.year}-{parts.month:02}-{parts.day:02}"
    if parts.clock is None:
        return DateStamp(date=day, precision="day", basis=basis)
    return DateStamp(date=day, precision="minute", basis=basis, time="{:02}:{:02}".format(*parts.clock))
