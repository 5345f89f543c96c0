"""Dates that a page prints about itself: `Updated: March 3, 2021 4:15 pm`, `Stand: 03.12.2021`.

A stamp is a whole line of labels, dates and clock times.  A date inside a sentence is the story's, not the
page's, and is never read here.  An order of day and month that the page leaves open is not guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.records import DateStamp
from dragoman.stages.clean.calendar import Label, calendar
from dragoman.stages.clean.paragraphs import DASHES, fold_inside

LONGEST_STAMP = 200
YEARS = range(1900, 2101)
UNLABELLED = "date"
"""Kind of a stamp without a label."""
DATELINE = "dateline"
"""Kind of a date that stands in the dateline of the report."""
SURE, OPEN, DMY, MDY = "sure", "open", "dmy", "mdy"

_BASES = {"published": "published stamp", "updated": "update stamp", UNLABELLED: "date line", DATELINE: "dateline"}
_WORD = r"[^\W\d_]{1,20}"
_ORDINAL = r"(?:st|nd|rd|th|er|eme|o|a|\.)?"
_JOIN = r"(?:[ ,./-]|\bde\b|\bdel\b|\bof\b)+"
_YEAR = r"(?P<y>\d{4})(?!\d)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_YEAR}(?P<sep>[-./])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)",
        rf"{_YEAR} ?年 ?(?P<m>\d{{1,2}}) ?月 ?(?P<d>\d{{1,2}}) ?日",
        rf"(?P<a>\d{{1,2}}) ?(?P<sep>[-./]) ?(?P<b>\d{{1,2}}) ?(?P=sep) ?{_YEAR}",
        rf"(?P<d>\d{{1,2}}){_ORDINAL}{_JOIN}(?P<name>{_WORD}(?: {_WORD})?){_JOIN}{_YEAR}",
        rf"(?P<name>{_WORD})\.? (?P<d>\d{{1,2}}){_ORDINAL},? ?{_YEAR}",
        rf"(?P<name>{_WORD}(?: {_WORD})?)\.?,?{_JOIN}{_YEAR}",
    )
)
_HALF = r" ?(?P<half>[ap])\.? ?m\b\.?"
_SECONDS = r"(?:[:.]\d{2}(?:\.\d{1,6})?)?"
_TIME = re.compile(rf"t?(?P<h>\d{{1,2}}) ?[:h.] ?(?P<min>\d{{2}}){_SECONDS}(?:{_HALF})?(?:z\b|[+-]\d{{2}}:?\d{{2}})?")
_HOUR = re.compile(rf"(?P<h>\d{{1,2}})(?P<min>){_HALF}")
_GAP = re.compile(rf"[\s,;:|•·()\[\].\"'/{DASHES}]+")
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*")
_US_ZONE = re.compile(r"\b(?:et|est|edt|ct|cst|cdt|mst|mdt|pt|pst|pdt)\b")
_DATELIKE = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class PrintedStamp:
    """A date as printed, before the order of its numbers is settled."""

    kind: str
    """`published`, `updated`, `date` for one without a label, `dateline` for one in the dateline."""
    line: int
    year: int
    month: int
    day: int | None
    text: str
    """Date and time as printed, folded."""
    order: str = SURE
    """`sure`; `dmy` or `mdy` when sure and a sign of how this page prints dates; `open` when day and month may swap."""
    time: str | None = None


class _Reader:
    """Reads one line from left to right; each step moves `at` or leaves it."""

    def __init__(self, line: str, number: int) -> None:
        self.line = line
        self.number = number
        self.at = 0

    def stamps(self) -> tuple[PrintedStamp, ...]:
        """Return the stamps of the line, or none when anything else stands on it."""
        stamps: list[PrintedStamp] = []
        label: Label | None = None
        while self.skip_gap():
            label = self.label() or label
            stamp = self.stamp(label)
            if stamp is None:
                return ()
            stamps.append(stamp)
        return tuple(stamps)

    def skip_gap(self) -> bool:
        """Move past spaces and punctuation; true when something is left."""
        if gap := _GAP.match(self.line, self.at):
            self.at = gap.end()
        return self.at < len(self.line)

    def label(self) -> Label | None:
        """Move past a label and return it."""
        word = _TOKEN.match(self.line, self.at)
        for label in calendar().labels.get(word.group(), ()) if word else ():
            end = self.at + len(" ".join(label.words))
            if self.line.startswith(" ".join(label.words), self.at) and not self.line[end : end + 1].isalnum():
                self.at = end
                return label
        return None

    def stamp(self, label: Label | None) -> PrintedStamp | None:
        """Move past a date, with a clock time before or after it, and return them."""
        self.skip_fillers()
        time = self.time()
        self.skip_weekday()
        start = self.at
        read = self.date()
        if read is None:
            return None
        self.skip_fillers()
        time = time or self.time()
        self.skip_fillers()
        found = replace(read, kind=label.kind if label else UNLABELLED, time=time)
        found = replace(found, text=self.line[start : self.at].strip())
        return _ordered(found, label.order) if label else found

    def skip_fillers(self) -> None:
        """Move past words such as *at*, *Uhr*, *GMT* and the punctuation around them."""
        while self.skip_gap():
            word = _TOKEN.match(self.line, self.at)
            if not word or word.group() not in calendar().fillers:
                return
            self.at = word.end()

    def skip_weekday(self) -> None:
        """Move past one word right before a date: the name of a weekday."""
        self.skip_fillers()
        word = _TOKEN.match(self.line, self.at)
        if not word or word.group() in calendar().months:
            return
        before, self.at = self.at, word.end()
        self.skip_fillers()
        if self.matched_date() is None:
            self.at = before

    def time(self) -> str | None:
        """Move past a clock time and return it as HH:MM."""
        match = _TIME.match(self.line, self.at) or _HOUR.match(self.line, self.at)
        if match is None or self.matched_date():
            return None
        self.at = match.end()
        return _clock(match)

    def date(self) -> PrintedStamp | None:
        """Move past a date and return it."""
        found = self.matched_date()
        if found is None:
            return None
        match, stamp = found
        self.at = match.end()
        return stamp

    def matched_date(self) -> tuple[re.Match[str], PrintedStamp] | None:
        """Return the date that stands here, without moving."""
        for shape in _SHAPES:
            match = shape.match(self.line, self.at)
            if match and (stamp := _printed(match, self.number)):
                return match, stamp
        return None


def read_stamps(text: str, line: int) -> tuple[PrintedStamp, ...]:
    """Return the stamps printed on the line `text`, number `line`; none when it holds anything else."""
    if len(text) > LONGEST_STAMP or not _DATELIKE.search(text):
        return ()
    return _Reader(fold_inside(text), line).stamps()


def settle(stamps: Sequence[PrintedStamp], usual: str = OPEN) -> list[PrintedStamp]:
    """Settle open orders of day and month by the page's other stamps and time zones, else by `usual`."""
    order = next((order for stamp in stamps if (order := _shown_order(stamp))), usual)
    return [_ordered(stamp, order) for stamp in stamps]


def date_stamp(stamp: PrintedStamp) -> DateStamp:
    """Return the record of a settled stamp; where day and month stay open, only the year is given."""
    iso, precision = f"{stamp.year:04}", "year"
    if stamp.order != OPEN:
        iso, precision = f"{iso}-{stamp.month:02}", "month"
        if stamp.day:
            iso, precision = f"{iso}-{stamp.day:02}", "day"
    return DateStamp(date=iso, precision=precision, basis=f"{_BASES[stamp.kind]}, line {stamp.line}", time=stamp.time)


def _shown_order(stamp: PrintedStamp) -> str | None:
    """Return the order this stamp shows the page to use, if it does."""
    if stamp.order in (DMY, MDY):
        return stamp.order
    return MDY if stamp.order == OPEN and _US_ZONE.search(stamp.text) else None


def _ordered(stamp: PrintedStamp, order: str) -> PrintedStamp:
    """Return `stamp` with an open order of day and month settled as `order`."""
    if stamp.order != OPEN or stamp.day is None or order not in (DMY, MDY):
        return stamp
    month, day = (stamp.month, stamp.day) if order == MDY else (stamp.day, stamp.month)
    return replace(stamp, month=month, day=day, order=order)


def _printed(match: re.Match[str], line: int) -> PrintedStamp | None:
    groups = match.groupdict()
    read = _numeric(match) if groups.get("a") else _named(groups)
    if read is None:
        return None
    month, day, order = read
    return PrintedStamp(UNLABELLED, line, int(groups["y"]), month, day, match.group(), order)


def _named(groups: dict[str, str]) -> tuple[int, int | None, str] | None:
    """Return month, day and order of a date that names its month or begins with the year."""
    month = int(groups["m"]) if groups.get("m") else _month(groups["name"])
    day = int(groups["d"]) if groups.get("d") else None
    return (month, day, SURE) if _exists(int(groups["y"]), month, day) else None


def _numeric(match: re.Match[str]) -> tuple[int, int, str] | None:
    """Read a.b.year.  Points put the day first; otherwise a number above 12 decides, or nothing does."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    as_dmy, as_mdy = _exists(year, b, a), _exists(year, a, b)
    if as_dmy and (match["sep"] == "." or not as_mdy):
        return b, a, SURE if match["sep"] == "." else DMY
    if not as_mdy:
        return None
    return a, b, SURE if a == b else OPEN if as_dmy else MDY


def _month(name: str) -> int:
    months = calendar().months
    return months.get(name) or months.get(name.split(" ", maxsplit=1)[0], 0)


def _exists(year: int, month: int, day: int | None) -> bool:
    try:
        return dt.date(year, month, day or 1).year in YEARS
    except ValueError:
        return False


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
