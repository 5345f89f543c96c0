"""Stretches of the calendar and the arithmetic on them.

Weeks run from Monday to Sunday.  Seasons are those of the northern hemisphere.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1, 9998


class UnresolvedError(Exception):
    """An expression names no calendar date; the message says why."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first` to `last`, both included."""

    first: date
    last: date
    precision: str
    """`day`, `week`, `month`, `season`, `year` or `range`."""
    grain: str = "day"
    """How precisely the ends are known: `day`, `month` or `year`."""

    @property
    def start_iso(self) -> str:
        """The first day, month or year, in ISO 8601."""
        return iso(self.first, self.grain)

    @property
    def last_iso(self) -> str:
        """The last day, month or year, in ISO 8601."""
        return iso(self.last, self.grain)

    @property
    def end_iso(self) -> str | None:
        """The last day, month or year, or None when the start alone says it all."""
        return None if self.precision in ("day", "month", "year") else self.last_iso


def iso(day: date, grain: str) -> str:
    """Return `day` in ISO 8601, cut to `grain` (`day`, `month` or `year`)."""
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]]


def one_day(day: date) -> Period:
    """Return the period of one day."""
    return Period(day, day, "day")


def days(first: date, last: date) -> Period:
    """Return the range from `first` to `last`, in whatever order they are given."""
    return Period(min(first, last), max(first, last), "range")


def make_day(year: int, month: int, day: int) -> date:
    """Return a calendar day.  Raises UnresolvedError for one that does not exist, such as 31 April."""
    try:
        return date(_checked(year), month, day)
    except ValueError:
        raise UnresolvedError("there is no such day in the calendar") from None


def add_days(day: date, count: int) -> date:
    """Return `day` moved by `count` days.  Raises UnresolvedError outside the calendar."""
    try:
        moved = day + timedelta(days=count)
    except OverflowError:
        raise UnresolvedError("the date lies outside the calendar") from None
    _checked(moved.year)
    return moved


def _checked(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnresolvedError("the date lies outside the calendar")
    return year


def week_of(day: date) -> Period:
    """Return the week, Monday to Sunday, that holds `day`."""
    monday = add_days(day, -day.weekday())
    return Period(monday, add_days(monday, 6), "week")


def weekend_of(day: date) -> Period:
    """Return the Saturday and Sunday of the week that holds `day`."""
    monday = add_days(day, -day.weekday())
    return Period(add_days(monday, 5), add_days(monday, 6), "range")


def one_month(year: int, month: int) -> Period:
    """Return a calendar month; `month` may run past 1 to 12 and carries into the year."""
    first = _month_start(year, month)
    return Period(first, _month_end(first), "month", "month")


def months(first: date, last: date, precision: str = "range") -> Period:
    """Return the whole months from that of `first` to that of `last`."""
    return Period(first.replace(day=1), _month_end(last), precision, "month")


def _month_start(year: int, month: int) -> date:
    carried, index = divmod(month - 1, 12)
    return date(_checked(year + carried), index + 1, 1)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def one_year(year: int) -> Period:
    """Return a calendar year."""
    return Period(date(_checked(year), 1, 1), date(year, 12, 31), "year", "year")


def part_of_month(month: Period, ordinal: int, piece: str) -> Period:
    """Return week 1 to 4 of a month (days 1-7, 8-14 and so on; -1 is its last seven days) or its half 1 or -1."""
    if piece == "half":
        middle = add_days(month.first, 14)
        return days(month.first, middle) if ordinal == 1 else days(add_days(middle, 1), month.last)
    if ordinal < 0:
        return days(add_days(month.last, -6), month.last)
    first = add_days(month.first, 7 * (ordinal - 1))
    return days(first, min(add_days(first, 6), month.last))


def years(first: int, last: int) -> Period:
    """Return the whole years from `first` to `last`."""
    return Period(one_year(first).first, one_year(last).last, "range", "year")


def season(year: int, month: int) -> Period:
    """Return the three months that begin with `month` of `year`."""
    return months(_month_start(year, month), _month_start(year, month + 2), "season")


def quarter(year: int, number: int) -> Period:
    """Return quarter 1 to 4 of a year."""
    return months(_month_start(year, number * 3 - 2), _month_start(year, number * 3))


def half(year: int, number: int) -> Period:
    """Return half 1 or 2 of a year."""
    return months(_month_start(year, number * 6 - 5), _month_start(year, number * 6))


def century(number: int) -> Period:
    """Return the years of a century: the 19th is 1801 to 1900."""
    return years(number * 100 - 99, number * 100)


def third(period: Period, part: str) -> Period:
    """Return the first (`early`), middle (`mid`) or last (`late`) third of `period`, as a range.

    A month divides into days 1-10, 11-20 and 21 to its end, a year into four months each; a single day is not
    divided.
    """
    index = ("early", "mid", "late").index(part)
    if period.precision == "day":
        return period
    if period.grain == "year" and period.precision != "year":
        return _third_of_years(period, index)
    if period.grain == "day" or period.precision == "month":
        return _third_of_days(period, index)
    return _third_of_months(period, index)


def _third_of_days(period: Period, index: int) -> Period:
    length = 10 if period.precision == "month" else max(1, round(((period.last - period.first).days + 1) / 3))
    first = add_days(period.first, length * index)
    return days(first, period.last if index == 2 else add_days(first, length - 1))


def _third_of_months(period: Period, index: int) -> Period:
    count = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    length = max(1, count // 3)
    first = _month_start(period.first.year, period.first.month + length * index)
    last = period.last if index == 2 else _month_start(first.year, first.month + length - 1)
    return months(first, last)


def _third_of_years(period: Period, index: int) -> Period:
    count = period.last.year - period.first.year + 1
    cuts = (0, (count + 2) // 3, count - count // 3, count)
    return years(period.first.year + cuts[index], period.first.year + cuts[index + 1] - 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """Return the `which`-th `weekday` (Monday is 0) of a month; -1 is the last."""
    if which < 0:
        last = one_month(year, month).last
        return add_days(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (which - 1))
