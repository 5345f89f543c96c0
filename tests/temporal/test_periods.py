"""Arithmetic on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.temporal import periods
from dragoman.temporal.periods import UnresolvedError


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


@pytest.mark.parametrize(
    ("ordinal", "piece", "first", "last"),
    [(1, "week", 1, 7), (4, "week", 22, 28), (-1, "week", 23, 29), (1, "half", 1, 15), (-1, "half", 16, 29)],
)
def test_weeks_and_halves_of_a_month_are_days(ordinal: int, piece: str, first: int, last: int) -> None:
    part = periods.part_of_month(periods.one_month(2016, 2), ordinal, piece)
    assert (part.first, part.last) == (date(2016, 2, first), date(2016, 2, last))


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
