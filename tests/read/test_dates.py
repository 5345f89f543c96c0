"""Date stamps: as precise as printed, and nothing where the print is not sure."""

from __future__ import annotations

import pytest

from dragoman.read.dates import month_number, parse_stamp


@pytest.mark.parametrize(
    ("printed", "date", "precision", "time"),
    [
        ("2016", "2016", "year", None),
        ("2016-03", "2016-03", "month", None),
        ("2016-03-10", "2016-03-10", "day", None),
        ("20160310", "2016-03-10", "day", None),
        ("2016-03-10T14:05", "2016-03-10", "minute", "14:05"),
        ("2016-03-10 14:05:59.123456", "2016-03-10", "minute", "14:05"),
        ("2016-03-10T23:05:00Z", "2016-03-10", "minute", "23:05"),
        ("2016-03-10T23:05:00+03:00", "2016-03-10", "minute", "23:05"),
        ("2016-03-10T00:00:00+00:00", "2016-03-10", "day", None),
        ("Thu, 10 Mar 2016 14:05:00 GMT", "2016-03-10", "minute", "14:05"),
        ("10 March 2016", "2016-03-10", "day", None),
        ("March 1st, 2016", "2016-03-01", "day", None),
        ("Sept. 3, 2016", "2016-09-03", "day", None),
        ("  March   2016 ", "2016-03", "month", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_printed(printed: str, date: str, precision: str, time: str | None) -> None:
    stamp = parse_stamp(printed, "input field published")
    assert stamp is not None
    assert (stamp.date, stamp.precision, stamp.time) == (date, precision, time)
    assert stamp.basis == "input field published"


@pytest.mark.parametrize(
    "printed",
    ["", "yesterday", "2016-02-30", "2016-13-01", "2016-00-10", "03/04/2016", "10 Smarch 2016", "2016-03-10T25:00",
     "3016-01-01", "٢٠١٦-٠٣-١٠", "2016-03-10 or later", "2 hours ago", "10 March", "9" * 100_000],
)  # fmt: skip
def test_what_is_no_sure_date_gives_none(printed: str) -> None:
    assert parse_stamp(printed, "x") is None


def test_months_are_known_by_name_and_abbreviation() -> None:
    names = ["January", "FEB", "mar.", "Sept", "december", "ma", "marchx"]
    assert [month_number(name) for name in names] == [1, 2, 3, 9, 12, None, None]
