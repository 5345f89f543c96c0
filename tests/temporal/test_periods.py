"""Arithmetic on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.temporal import periods
from dragoman.temporal.periods import UnresolvedError


@pytest.mark.parametrize(
    ("year", "day"), [(2000, "2000-04-23"), (2008, "2008-03-23"), (2014, "2014-04-20"), (2016, "2016-03-27")]
)
def test_easter_falls_on_its_known_days(year: int, day: str) -> None:
    assert periods.easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [("12-25", "2016-12-25"), ("easter-2", "2016-03-25"), ("11 3 4", "2016-11-24"), ("5 0 -1", "2016-05-30")],
)
def test_holidays_are_worked_out_from_their_rule(rule: str, day: str) -> None:
    assert periods.holiday(rule, 2016).isoformat() == day


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = periods.week_of(date(2016, 3, 10))
    assert (week.start_iso, week.end_iso) == ("2016-03-07", "2016-03-13")


def test_months_carry_into_the_year() -> None:
    assert periods.one_month(2016, 0).start_iso == "2015-12"
    assert periods.one_month(2016, 14).start_iso == "2017-02"
    assert periods.season(2015, 12).end_iso == "2016-02"


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("early", "2016-02-01", "2016-02-10"), ("mid", "2016-02-11", "2016-02-20"), ("late", "2016-02-21", "2016-02-29")],
)
def test_the_thirds_of_a_month_are_days(part: str, first: str, last: str) -> None:
    third = periods.third(periods.one_month(2016, 2), part)
    assert (third.start_iso, third.end_iso, third.precision) == (first, last, "range")


def test_the_thirds_of_a_year_are_months_and_those_of_a_decade_years() -> None:
    year, decade = periods.one_year(2019), periods.years(1990, 1999)
    assert [periods.third(year, part).start_iso for part in ("early", "mid", "late")] == [
        "2019-01",
        "2019-05",
        "2019-09",
    ]
    thirds = [periods.third(decade, part) for part in ("early", "mid", "late")]
    assert [(t.start_iso, t.end_iso) for t in thirds] == [("1990", "1993"), ("1994", "1996"), ("1997", "1999")]


def test_a_single_day_has_no_parts() -> None:
    day = periods.one_day(date(2016, 3, 10))
    assert periods.third(day, "early") == day


def test_a_day_that_does_not_exist_is_not_made_up() -> None:
    with pytest.raises(UnresolvedError):
        periods.make_day(2015, 2, 29)
    with pytest.raises(UnresolvedError):
        periods.add_days(date(9998, 12, 31), 1)
    with pytest.raises(UnresolvedError):
        periods.one_year(0)
