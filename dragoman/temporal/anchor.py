"""The day a document's time expressions count from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.records import DateStamp, Document
from dragoman.temporal import periods
from dragoman.temporal.periods import Period, UnresolvedError, one_day, one_month, one_year

# Documents without a date count their weekdays from a day in a year that no real date has, so that a date worked out
# from it is never taken for one of the calendar.
UNREAL_YEAR = 9000
_FIRST_UNREAL = 8000
_UNREAL_MONDAY = periods.nth_weekday(UNREAL_YEAR, 6, 0, 1)


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the document was written, as precisely as it says."""

    period: Period
    """The day, month or year."""
    label: str
    """How it is named in the reasoning, such as `published 2016-03-10`."""

    @property
    def day(self) -> date:
        """The day.  Raises UnresolvedError when only month or year is known."""
        if self.period.precision != "day":
            raise UnresolvedError(f"the day of {self.label} is not known")
        return self.period.first

    @property
    def month(self) -> date:
        """The first day of the month, or the day itself.  Raises UnresolvedError when only the year is known."""
        if self.period.precision == "year":
            raise UnresolvedError(f"the month of {self.label} is not known")
        return self.period.first

    @property
    def year(self) -> int:
        """The year."""
        return self.period.first.year


def unreal_anchor(weekday: int, label: str) -> Anchor:
    """Return an anchor of which only the day of the week (Monday is 0) is known."""
    return Anchor(one_day(periods.add_days(_UNREAL_MONDAY, weekday)), label)


def is_unreal(period: Period) -> bool:
    """Say whether `period` was worked out from an unreal anchor: only its distance from that means anything."""
    return period.first.year >= _FIRST_UNREAL


def document_anchor(document: Document) -> Anchor | None:
    """Return the date the document states for itself: of publication, else of its last update; else None."""
    for name, stamp in (("published", document.published), ("updated", document.updated)):
        if stamp is not None:
            return Anchor(_period(stamp), f"{name} {stamp.date}")
    return None


def _period(stamp: DateStamp) -> Period:
    parts = [int(part) for part in stamp.date[:10].split("-")]
    if len(parts) == 1 or stamp.precision == "year":
        return one_year(parts[0])
    if len(parts) == 2 or stamp.precision == "month":
        return one_month(parts[0], parts[1])
    return one_day(date(parts[0], parts[1], parts[2]))
