"""When a claim stands: the one date by which claims of all kinds are listed and asked for."""

from __future__ import annotations

from dragoman.records.base import EventDate
from dragoman.records.claims import Claim, Designation, Doubt, Expectation, Figure, Series


def moment(claim: Claim) -> EventDate | None:
    """Return when it was said, made, asked or reached; None when the text does not say.

    Of a figure, the day it stands for, else the period it covers; of a designation, the day of entry; of an
    expectation, its window; of a series, from its first to its last dated member.  A doubt has none.
    """
    match claim:
        case Doubt():
            return None
        case Figure():
            return claim.as_of or claim.period
        case Designation():
            return claim.added
        case Expectation():
            return claim.window
        case Series():
            return _span(claim)
        case _:
            return claim.date


def _span(series: Series) -> EventDate | None:
    dates = [member.date for member in series.members if member.date and member.date.start]
    starts = sorted(date.start or "" for date in dates)
    ends = sorted(date.end or date.start or "" for date in dates)
    if not starts:
        return None
    if starts[0] == ends[-1]:
        return dates[0]
    return EventDate(start=starts[0], end=ends[-1], precision="range", text="", rule="from first to last dated member")
