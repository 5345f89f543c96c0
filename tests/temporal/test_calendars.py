"""Feasts and months of other calendars fall on the days they are known to have fallen on."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.temporal import calendars
from dragoman.temporal.periods import Period, UnresolvedError
from dragoman.temporal.words import time_words


@pytest.mark.parametrize(
    ("year", "day"), [(2000, "2000-04-23"), (2008, "2008-03-23"), (2014, "2014-04-20"), (2016, "2016-03-27")]
)
def test_easter_falls_on_its_known_days(year: int, day: str) -> None:
    assert calendars.easter(year).isoformat() == day


@pytest.mark.parametrize(("year", "day"), [(2014, "2014-04-20"), (2015, "2015-04-12"), (2024, "2024-05-05")])
def test_orthodox_easter_falls_on_its_known_days(year: int, day: str) -> None:
    assert calendars.orthodox_easter(year).isoformat() == day


@pytest.mark.parametrize(("year", "day"), [(2014, "2014-04-15"), (2016, "2016-04-23"), (2024, "2024-04-23")])
def test_passover_falls_on_its_known_days(year: int, day: str) -> None:
    assert calendars.passover(year).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", "2016-12-25"),
        ("easter-2", "2016-03-25"),
        ("11 3 4", "2016-11-24"),
        ("5 0 -1", "2016-05-30"),
        ("passover+172", "2016-10-12"),
    ],
)
def test_holidays_are_worked_out_from_their_rule(rule: str, day: str) -> None:
    (period,) = calendars.holiday(rule, 2016)
    assert (period.start_iso, period.precision) == (day, "day")


@pytest.mark.parametrize(
    ("year", "month", "day", "known"),
    [(1437, 9, 1, "2016-06-06"), (1437, 1, 1, "2015-10-14"), (1441, 12, 10, "2020-07-31"), (1445, 10, 1, "2024-04-10")],
)
def test_hijri_days_hold_the_day_as_the_moon_was_seen(year: int, month: int, day: int, known: str) -> None:
    period = calendars.hijri_days(year, month, day)
    assert period.first <= date.fromisoformat(known) <= period.last
    assert (period.last - period.first).days == 2


def test_a_hijri_month_has_a_day_more_at_both_ends() -> None:
    period = calendars.hijri_month(1437, 12)
    assert (period.first.isoformat(), period.last.isoformat()) == ("2016-09-03", "2016-10-03")


def test_a_feast_of_the_lunar_year_may_fall_twice_in_ours() -> None:
    assert [period.first.year for period in calendars.holiday("hijri 9", 2030)] == [2030, 2030]


def test_a_range_over_the_turn_of_the_year_ends_in_the_next() -> None:
    (period,) = calendars.holiday("12-31..01-01", 2015)
    assert (period.start_iso, period.end_iso) == ("2015-12-31", "2016-01-01")


@pytest.mark.parametrize(
    ("year", "month", "day"), [(0, 1, 1), (1437, 13, 1), (1437, 0, 1), (1437, 9, 31), (99999, 1, 1)]
)
def test_a_hijri_day_that_does_not_exist_is_not_made_up(year: int, month: int, day: int) -> None:
    with pytest.raises(UnresolvedError):
        calendars.hijri_days(year, month, day, 1) if month < 13 else calendars.hijri_first(year, month + 1)


def test_every_holiday_of_the_lexicon_falls_within_its_year() -> None:
    for rule in time_words().holidays.values():
        found: list[Period] = calendars.holiday(rule, 2019)
        assert len(found) == 1
        assert found[0].first.year == 2019
