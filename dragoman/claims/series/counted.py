"""Meetings told by their number: *three meetings in the last week*, *met four times this year*.

Which meetings these are stands elsewhere in the article: its events of the same parties within the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.claims.series.lexicon import words
from dragoman.claims.series.parties import key
from dragoman.records import Actor, Event, Member
from dragoman.stages.base import TimeMention
from dragoman.syntax import Token

_BACK = 6  # words from meetings back to their number
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "twice": 2, "thrice": 3,
}  # fmt: skip
_MOST = 100
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_TOGETHER = frozenset({"ADJ", "NOUN", "PART", "ADP"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many meetings were held, and within what time."""

    number: int | None
    """Null for *several*."""
    period: TimeMention
    start: int
    """Start and end of the sentence that says so, in code points; what it tells is none of the meetings."""
    end: int


def count_of(tokens: Sequence[Token], head: Token, times: Iterable[TimeMention]) -> Count | None:
    """Return how many meetings a noun or verb tells of, where a time says within what; else None."""
    found = _times(head) if head.pos == "VERB" else _before(tokens, head)
    period = next((time for time in times if _is_period(tokens, time)), None)
    if found is None or period is None:
        return None
    return Count(_number(found), period, tokens[0].start, tokens[-1].end)


def _before(tokens: Sequence[Token], noun: Token) -> Token | None:
    """Return the number before meetings: *three important face-to-face meetings*."""
    if noun.tag != "NNS":
        return None
    for token in reversed(tokens[max(0, noun.i - _BACK) : noun.i]):
        if _number(token) is not None or token.lower in words("several"):
            return token
        if token.pos not in _TOGETHER and token.text != "-" and token.lower != "face":  # *face to face*
            return None
    return None


def _times(verb: Token) -> Token | None:
    """Return the number of times that somebody met: *met twice*, *have met four times*."""
    for child in verb.children:
        if child.lower in ("twice", "thrice"):
            return child
        if child.lemma == "time" and child.tag == "NNS":
            return next((c for c in child.children if _number(c) is not None or c.lower in words("several")), None)
    return None


def _number(token: Token) -> int | None:
    if token.text.isdecimal() and len(token.text) < 3:
        return int(token.text) if 1 < int(token.text) < _MOST else None
    return _NUMBERS.get(token.lower)


def _is_period(tokens: Sequence[Token], time: TimeMention) -> bool:
    """Tell whether a time is a stretch of it: *since May*, *in the last seven days*, *this year*."""
    if time.function in ("since", "for"):
        return True
    return time.function == "on" and any(t.lemma in words("spans") for t in tokens[time.first : time.last + 1])


def held(count: Count, parties: Sequence[Actor], events: Iterable[Event]) -> tuple[Member, ...]:
    """Return the meetings of these parties that the article tells of within the time of a count, one for each day.

    None where it tells of more than were counted.
    """
    ours = {key(actor) for actor in parties}
    found: dict[str | int, Member] = {}
    for event in events:
        day = _day(event)
        if day is None or not _is_of(event, ours) or not _is_within(count, event) or _is_told_in(count, event):
            continue
        known = found.get(day)
        if known is None or (known.place is None and event.place is not None):
            found[day] = Member(ordinal=None, date=event.date, place=event.place, event=event.id)
    return () if count.number is not None and len(found) > count.number else tuple(found.values())


def _day(event: Event) -> str | int | None:
    date = event.date
    if date is None or date.precision not in ("day", "unknown"):
        return None
    return date.start if date.start is not None else date.offset_days


def _is_of(event: Event, ours: set[str]) -> bool:
    """Tell whether an event is a meeting of two or more of the parties and nobody else."""
    theirs = {key(actor) for actor in (*event.actors, *event.recipients)}
    return event.type == "CONSULT" and event.status == "happened" and len(theirs & ours) > 1 and theirs <= ours


def _is_told_in(count: Count, event: Event) -> bool:
    return all(count.start <= evidence.start < count.end for evidence in event.evidence)


def _is_within(count: Count, event: Event) -> bool:
    """Tell whether an event lies in the time of a count, as far as both are known."""
    period, date = count.period, event.date
    assert date is not None
    if period.start is not None and date.start is not None:
        width = min(len(period.start), len(date.start))
        return date.start[:width] >= period.start[:width]
    if period.offset_days is not None and date.offset_days is not None:
        return period.offset_days <= date.offset_days
    length = _LENGTH.fullmatch(period.value or "")
    if length is None or date.offset_days is None:
        return False
    return -int(length[1]) * _DAYS[length[2]] <= date.offset_days <= 0
