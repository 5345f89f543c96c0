"""Calendars whose days move within ours: feasts counted from Easter or Passover, and the Hijri months.

The Hijri calendar here is the tabular one.  The months begin when the moon is seen, so its days may be off by one:
periods worked out from it are a day longer at both ends than they claim to know.
"""

from __future__ import annotations

from datetime import date

from dragoman.temporal import periods
from dragoman.temporal.periods import Period, UnresolvedError

_HIJRI_EPOCH = 227014  # ordinal of the day before 1 Muharram 1
_HIJRI_YEARS = range(1, 9666)
_HEBREW_EPOCH = -1373428
_SLACK = 1  # days that the moon may shift


def easter(year: int) -> date:
    """Return Western Easter Sunday, by the anonymous Gregorian computus."""
    golden, cent, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + cent - cent // 4 - (cent - (cent + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (cent % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return periods.make_day(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Eastern churches, by Meeus's Julian computus, as a day of our calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days by which the Julian calendar lags
    return periods.add_days(periods.make_day(year, month, day + 1), behind)


def passover(year: int) -> date:
    """Return the first day of Passover, which always lies 163 days before the next Hebrew new year."""
    return periods.add_days(_hebrew_new_year(year + 3761), -163)


def _hebrew_new_year(hebrew: int) -> date:
    before, here, after = (_molad_day(hebrew + step) for step in (-1, 0, 1))
    put_off = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + here + put_off + 1)


def _molad_day(hebrew: int) -> int:
    months = (235 * hebrew - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hijri_first(year: int, month: int) -> date:
    """Return the first day of a Hijri month by the tabular calendar; `month` 13 is the first of the next year."""
    if year not in _HIJRI_YEARS or not 1 <= month <= 13:
        raise UnresolvedError("there is no such month in the Hijri calendar")
    if month == 13:
        return hijri_first(year + 1, 1)
    elapsed = 29 * (month - 1) + (6 * month - 1) // 11
    return date.fromordinal(_HIJRI_EPOCH + 1 + elapsed + (year - 1) * 354 + (3 + 11 * year) // 30)


def hijri_month(year: int, month: int) -> Period:
    """Return the days of a Hijri month, with a day more at both ends for the moon."""
    first, after = hijri_first(year, month), hijri_first(year, month + 1)
    return periods.days(periods.add_days(first, -_SLACK), periods.add_days(after, _SLACK - 1))


def hijri_days(year: int, month: int, day: int, count: int = 1) -> Period:
    """Return `count` days from a Hijri day on, with a day more at both ends for the moon."""
    if not 1 <= day <= 30:
        raise UnresolvedError("there is no such day in the Hijri calendar")
    first = periods.add_days(hijri_first(year, month), day - 1)
    return periods.days(periods.add_days(first, -_SLACK), periods.add_days(first, count - 1 + _SLACK))


def holiday(rule: str, year: int) -> list[Period]:
    """Return the days of a holiday in `year`, none or several where a lunar year lies so.

    `rule` is as explained at the head of `lexicon/time_words.yaml`.
    """
    base, _, length = rule.partition("/")
    if base.startswith("hijri"):
        return _hijri_holiday(base.removeprefix("hijri "), year, int(length or 1))
    if ".." in base:
        first, _, last = base.partition("..")
        end_year = year + (last < first)
        return [periods.days(_fixed(first, year), _fixed(last, end_year))]
    first_day = _first_day(base, year)
    if not length:
        return [periods.one_day(first_day)]
    return [periods.days(first_day, periods.add_days(first_day, int(length) - 1))]


def _hijri_holiday(base: str, year: int, length: int) -> list[Period]:
    month, _, day = base.partition("-")
    around = int((year - 622) * 33 / 32)
    found = []
    for hijri in range(max(1, around - 1), around + 3):
        period = hijri_days(hijri, int(month), int(day), length) if day else hijri_month(hijri, int(month))
        if period.first.year == year:
            found.append(period)
    return found


def _first_day(base: str, year: int) -> date:
    for name, first in (("easter", easter), ("orthodox", orthodox_easter), ("passover", passover)):
        if base.startswith(name):
            return periods.add_days(first(year), int(base.removeprefix(name)))
    if " " in base:
        month, weekday, which = (int(part) for part in base.split())
        return periods.nth_weekday(year, month, weekday, which)
    return _fixed(base, year)


def _fixed(printed: str, year: int) -> date:
    month, day = (int(part) for part in printed.split("-"))
    return periods.make_day(year, month, day)
