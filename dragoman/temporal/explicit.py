"""Resolving expressions that name a date of the calendar: days, months, years, seasons, holidays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from dragoman.temporal import calendars, periods
from dragoman.temporal.clause import NONE, PAST
from dragoman.temporal.context import Context, Resolution
from dragoman.temporal.expressions import Expression
from dragoman.temporal.order import DMY, MDY
from dragoman.temporal.periods import Period, UnresolvedError
from dragoman.temporal.words import time_words

LONG_GONE, SOON = 243, 123  # days: eight months, four months

_PARTS = {"early": "early", "mid": "mid", "late": "late"} | {
    "beginning": "early", "start": "early", "middle": "mid", "end": "late", "close": "late",
}  # fmt: skip
_ATTACK_WORDS = frozenset({"attack", "attacks", "hijackers", "hijackings", "terrorist", "terror", "commission"})
_RELATIVE_YEARS = {"last": -1, "this": 0, "the": 0, "next": 1}


def part_of(expression: Expression, period: Period) -> Period:
    """Cut `period` to the part the expression asks for (`early`, `mid`, `late`, `the end of`)."""
    words = expression.part("part").removeprefix("the ").split()
    return periods.third(period, _PARTS[words[0]]) if words else period


def _with_part(expression: Expression, how: str) -> str:
    words = expression.part("part").removeprefix("the ").split()
    return f"{_PARTS[words[0]]} third of the {how}" if words else how


def nearest(candidates: Iterable[Period], context: Context) -> Period:
    """Return the latest candidate begun by the anchor or, where the clause looks ahead, the next one not yet over."""
    now = context.known.period
    ordered = sorted(candidates, key=lambda period: period.first)
    coming = _one(p for p in ordered if p.last >= now.first)
    if context.ahead:
        return coming
    gone = _one(p for p in reversed(ordered) if p.first <= now.last)
    return coming if _is_rather_ahead(gone, coming, context) else gone


def _is_rather_ahead(gone: Period, coming: Period, context: Context) -> bool:
    """Say whether a date without its year, which no past verb governs, is of the coming months, not one long gone."""
    if context.tense == PAST:
        return False
    now = context.known.period
    return (now.first - gone.last).days > LONG_GONE and (coming.first - now.last).days < SOON


def _one(candidates: Iterator[Period]) -> Period:
    for period in candidates:
        return period
    raise UnresolvedError("there is no such date near the day of writing")


def _around(context: Context, make: Callable[[int], Period]) -> list[Period]:
    """Return what `make` gives for the years around the anchor; years without such a day are left out."""
    found: list[Period] = []
    for year in range(context.known.year - 8, context.known.year + 9):
        try:
            found.append(make(year))
        except UnresolvedError:
            continue
    return found


def _number(text: str | None) -> int:
    return int("".join(c for c in text or "" if c.isdigit()))


def _month(text: str | None) -> int:
    plain, words = (text or "").lower(), time_words()
    for form, months in ((plain, words.months), (f"{plain}.", words.months), (plain, words.foreign_months)):
        if form in months:
            return months[form]
    raise UnresolvedError("there is no such month")


def _relative_year(word: str, context: Context) -> int:
    if word in _RELATIVE_YEARS:
        return context.known.year + _RELATIVE_YEARS[word]
    if context.reference is None:
        raise UnresolvedError("no date was named before that it could point back to")
    return context.reference.first.year


def _printed_year(expression: Expression, context: Context) -> tuple[int, str] | None:
    """Return the year printed with the expression and how it was read, or None."""
    for name in ("year", "year_bare"):
        if expression.parts.get(name):
            return int(expression.part(name)), "as printed"
    if word := expression.part("year_rel"):
        return _relative_year(word, context), f"{word} year, counted from {context.label}"
    return None


def numeric(expression: Expression, context: Context) -> Resolution:
    """Resolve `2016-03-10`, `31.12.2018`, `3/15/2021`, `3/4/16`; which number is the month is not guessed."""
    if expression.parts.get("month_no"):
        numbers = (int(expression.part(name)) for name in ("year", "month_no", "day"))
        return Resolution(periods.one_day(periods.make_day(*numbers)), "date as printed")
    year, how = _year_of_date(expression, context)
    one, two = int(expression.part("one")), int(expression.part("two"))
    if expression.part("mark") == "." or one > 12 or one == two:
        return Resolution(periods.one_day(periods.make_day(year, two, one)), f"date as printed, day first{how}")
    if two > 12:
        return Resolution(periods.one_day(periods.make_day(year, one, two)), f"date as printed, month first{how}")
    return _unclear_order(year, one, two, context)


def _year_of_date(expression: Expression, context: Context) -> tuple[int, str]:
    """Return the year of a numeric date and, where it is printed with two digits, how it was read."""
    if expression.parts.get("short"):
        return near_year(expression.part("short"), context), f"; the year nearest to {context.label}"
    return int(expression.part("year")), ""


def near_year(short: str, context: Context) -> int:
    """Return the year nearest to the anchor that ends in the two digits `short`."""
    near = context.known.year
    base = near - near % 100 + int(short)
    return min((base - 100, base, base + 100), key=lambda year: abs(year - near))


def _unclear_order(year: int, one: int, two: int, context: Context) -> Resolution:
    """Settle it by what the publisher does, or because the other order lies far after the day of writing."""
    orders = {DMY: (two, one, "day first"), MDY: (one, two, "month first")}
    if context.order is not None:
        month, day, order = orders[context.order]
        rule = f"date as printed, {order}: {context.order_basis}"
        return Resolution(periods.one_day(periods.make_day(year, month, day)), rule)
    if context.anchor is not None and context.anchor.period.precision == "day":
        limit = periods.add_days(context.day, 31)
        left = [o for o in orders.values() if periods.make_day(year, o[0], o[1]) <= limit]
        if len(left) == 1:
            month, day, order = left[0]
            rule = f"date as printed, {order}: the other order lies after {context.label}"
            return Resolution(periods.one_day(periods.make_day(year, month, day)), rule)
    readings = " or ".join(periods.make_day(year, month, day).isoformat() for month, day, _ in orders.values())
    return Resolution(periods.one_year(year), f"year as printed; the order of day and month is not clear: {readings}")


def event_day(expression: Expression, _: Context) -> Resolution:
    """Resolve `9/11`."""
    day = time_words().event_days[expression.part("name")]
    return Resolution(periods.one_day(day), "the day the attacks are named after")


def calendar_date(expression: Expression, context: Context) -> Resolution:
    """Resolve `Sept. 17`, `10 March 2016`, `Dec. 30 last year`, `Thursday, March 10`."""
    month, day = _month(expression.parts["month"]), _number(expression.parts["day"])
    if found := _printed_year(expression, context):
        year, how = found
        return Resolution(periods.one_day(periods.make_day(year, month, day)), f"date with year {how}")
    if event := _event_day(month, day, context):
        return Resolution(periods.one_day(event), "the day the attacks are named after")
    return _date_without_year(expression, month, day, context)


def day_of_month(expression: Expression, context: Context) -> Resolution:
    """Resolve `the 19th`: of this month, or of the one before or after it, as the tense of the clause has it."""
    number, today = _number(expression.parts["day"]), context.day
    candidates: list[Period] = []
    for count in range(-2, 3):
        year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
        try:
            candidates.append(periods.one_day(periods.make_day(year, month + 1, number)))
        except UnresolvedError:
            continue
    if context.tense == NONE:
        raise UnresolvedError("no verb tells which month the day is of")
    period = nearest(candidates, context)
    return Resolution(period, f"day of the month, {_direction(period, context)}")


def _event_day(month: int, day: int, context: Context) -> date | None:
    days = time_words().event_days.values()
    named = next((d for d in days if (d.month, d.day) == (month, day)), None)
    return named if context.after in _ATTACK_WORDS else None


def _date_without_year(expression: Expression, month: int, day: int, context: Context) -> Resolution:
    candidates = _around(context, lambda year: periods.one_day(periods.make_day(year, month, day)))
    if not candidates:
        raise UnresolvedError("there is no such day in the calendar")
    if weekday := expression.part("weekday"):
        wanted = time_words().weekdays[weekday]
        fitting = [p for p in candidates if p.first.weekday() == wanted]
        candidates = [min(fitting, key=lambda p: abs(p.first - context.day))] if fitting else candidates
        if fitting:
            return Resolution(candidates[0], f"the year near {context.label} in which it is a {weekday.capitalize()}")
    chosen, how = _choose(expression.part("rel"), candidates, context, "date")
    return Resolution(chosen, how)


def _direction(period: Period, context: Context) -> str:
    coming = context.ahead or period.first > context.known.period.last
    return f"{'next one on or after' if coming else 'latest one on or before'} {context.label}"


def date_range(expression: Expression, context: Context) -> Resolution:
    """Resolve `3-5 May`, `May 3 to 5`, `Dec. 28 to Jan. 2`; the year is found for the last day."""
    last_month = _month(expression.parts.get("month2") or expression.parts["month"])
    last_day = _number(expression.parts["day2"])
    found = _printed_year(expression, context)
    if found:
        last, how = periods.make_day(found[0], last_month, last_day), f"dates with year {found[1]}"
    else:
        candidates = _around(context, lambda year: periods.one_day(periods.make_day(year, last_month, last_day)))
        chosen, how = _choose("", candidates, context, "last day")
        last = chosen.first
    first_month, first_day = _month(expression.parts["month"]), _number(expression.parts["day"])
    year = int(expression.part("year1") or (last.year - (first_month > last_month)))
    return Resolution(periods.days(periods.make_day(year, first_month, first_day), last), how)


def month(expression: Expression, context: Context) -> Resolution:
    """Resolve `November`, `last November`, `late July 2015`, `mid-August`."""
    number = _month(expression.parts["month"])
    if found := _printed_year(expression, context):
        period, how = periods.one_month(found[0], number), f"month with year {found[1]}"
    else:
        period, how = _month_without_year(expression.part("rel"), number, context)
    return Resolution(part_of(expression, period), _with_part(expression, how))


def _month_without_year(rel: str, number: int, context: Context) -> tuple[Period, str]:
    _ = context.known.month
    candidates = _around(context, lambda year: periods.one_month(year, number))
    return _choose(rel, candidates, context, "month")


def _choose(rel: str, candidates: list[Period], context: Context, noun: str) -> tuple[Period, str]:
    """Choose among yearly repetitions by `last`, `this`, `next`, or else by the tense of the clause."""
    if rel in ("last", "past", "previous"):
        period = _one(p for p in reversed(candidates) if p.last < context.known.period.first)
        return period, f"{noun} before {context.label}"
    if rel in ("next", "coming", "upcoming"):
        period = _one(p for p in candidates if p.first > context.known.period.last)
        return period, f"{noun} after {context.label}"
    if rel == "this":
        middle = context.known.period.first
        return min(candidates, key=lambda p: _distance(p, middle)), f"{noun} nearest to {context.label}"
    period = nearest(candidates, context)
    return period, f"{noun}, {_direction(period, context)}"


def _distance(period: Period, day: date) -> int:
    if period.first <= day <= period.last:
        return 0
    return min(abs((period.first - day).days), abs((period.last - day).days))


def month_range(expression: Expression, context: Context) -> Resolution:
    """Resolve `from January to March 2015`."""
    first, last = _month(expression.parts["month"]), _month(expression.parts["month2"])
    if found := _printed_year(expression, context):
        end, how = periods.one_month(found[0], last), f"months with year {found[1]}"
    else:
        end, how = _month_without_year("", last, context)
    year = int(expression.part("year1") or (end.first.year - (first > last)))
    return Resolution(periods.months(periods.one_month(year, first).first, end.first), how)


def year(expression: Expression, _: Context) -> Resolution:
    """Resolve `2008`, `late 2015`."""
    period = periods.one_year(int(expression.part("year")))
    return Resolution(part_of(expression, period), _with_part(expression, "year as printed"))


def year_range(expression: Expression, _: Context) -> Resolution:
    """Resolve `2010-2014`, `2010-14`."""
    first, second = expression.part("year"), expression.part("year2")
    return Resolution(periods.years(int(first), int(first[: 4 - len(second)] + second)), "years as printed")


def decade(expression: Expression, _: Context) -> Resolution:
    """Resolve `the 1990s` and `the '90s`, which are of the 20th century."""
    first = int(expression.part("year") or f"19{expression.part('short')}")
    return Resolution(part_of(expression, periods.years(first, first + 9)), "decade as printed")


def century(expression: Expression, _: Context) -> Resolution:
    """Resolve `the 19th century`."""
    ordinal = expression.part("ordinal")
    count = time_words().ordinals.get(ordinal) or _number(ordinal)
    if ordinal in ("last", "final") or not 1 <= count <= 30:
        raise UnresolvedError("which century is meant is not clear")
    return Resolution(part_of(expression, periods.century(count)), "century as printed")


def quarter(expression: Expression, context: Context) -> Resolution:
    """Resolve `the first quarter of 2015`, `Q3 2015`, `the second half of last year`."""
    ordinal, piece = expression.part("ordinal"), expression.part("piece")
    count = int(ordinal) if ordinal.isdigit() else time_words().ordinals[ordinal]
    found = _printed_year(expression, context)
    if found is None:
        _ = context.known.month
        candidates = _around(context, lambda year: periods.quarter(year, count))
        chosen = _just_over(candidates, context) or nearest(candidates, context)
        return Resolution(chosen, f"quarter, {_direction(chosen, context)}")
    if piece != "half":
        return Resolution(periods.quarter(found[0], count), f"quarter of the year {found[1]}")
    if ordinal in ("third", "fourth"):
        raise UnresolvedError("a year has two halves")
    return Resolution(periods.half(found[0], min(count, 2)), f"half of the year {found[1]}")


def _just_over(candidates: Iterable[Period], context: Context) -> Period | None:
    """Return the one that ended within the last months: what is still expected `for` a quarter are its figures."""
    if context.before not in ("for", "of"):
        return None
    today = context.known.period.first
    return next((period for period in candidates if 0 <= (today - period.last).days < SOON), None)


def season(expression: Expression, context: Context) -> Resolution:
    """Resolve `last winter`, `the summer of 2014`; a winter with one year may be either of two and stays a year."""
    first_month = time_words().seasons[expression.part("season")]
    found = _printed_year(expression, context)
    if found and expression.part("year2") and first_month == 12:
        return Resolution(periods.season(found[0], 12), f"season with years {found[1]}")
    if found and first_month == 12:
        return Resolution(periods.one_year(found[0]), "year as printed; which of its two winters is not told")
    if found:
        return Resolution(part_of(expression, periods.season(found[0], first_month)), f"season with year {found[1]}")
    _ = context.known.month
    candidates = _around(context, lambda year: periods.season(year, first_month))
    period, how = _choose(expression.part("rel"), candidates, context, "season")
    return Resolution(part_of(expression, period), how)


def holiday(expression: Expression, context: Context) -> Resolution:
    """Resolve `Christmas`, `Good Friday 2014`, `last Thanksgiving`, `Eid al-Fitr`."""
    rule = time_words().holidays[expression.part("holiday")]
    by = " by the tabular calendar, a day either way" if rule.startswith("hijri") else ""
    if found := _printed_year(expression, context):
        days = calendars.holiday(rule, found[0])
        if len(days) != 1:
            raise UnresolvedError(f"it does not fall once in {found[0]}")
        return Resolution(days[0], f"holiday with year {found[1]}{by}")
    _ = context.day
    candidates = [
        days for year in range(context.known.year - 3, context.known.year + 4) for days in calendars.holiday(rule, year)
    ]
    period, how = _choose(expression.part("rel"), candidates, context, "holiday")
    return Resolution(period, how + by)


def hijri_date(expression: Expression, context: Context) -> Resolution:
    """Resolve `14 Ramadan 1437`, `Muharram 1437 AH`, `the 27th of Ramadan`, by the tabular calendar."""
    month, day, year = (
        time_words().hijri_months[expression.part("hijri")],
        expression.part("day"),
        expression.part("year"),
    )
    if year:
        period = (
            calendars.hijri_days(int(year), month, _number(day)) if day else calendars.hijri_month(int(year), month)
        )
        return Resolution(period, "Hijri date as printed, by the tabular calendar, a day either way")
    rule = f"hijri {month:02}-{_number(day):02}"
    around = range(context.known.year - 3, context.known.year + 4)
    candidates = [days for near in around for days in calendars.holiday(rule, near)]
    period, how = _choose("", candidates, context, "Hijri date")
    return Resolution(period, f"{how}, by the tabular calendar, a day either way")


def part_of_month(expression: Expression, context: Context) -> Resolution:
    """Resolve `the first week of March`, `the second half of June 2014`."""
    piece, ordinal = expression.part("piece"), expression.part("ordinal")
    count = -1 if ordinal in ("last", "final") else time_words().ordinals[ordinal]
    if piece == "half" and count not in (1, 2, -1):
        raise UnresolvedError("a month has two halves")
    number = _month(expression.parts["month"])
    if found := _printed_year(expression, context):
        whole, how = periods.one_month(found[0], number), f"month with year {found[1]}"
    else:
        whole, how = _month_without_year("", number, context)
    return Resolution(periods.part_of_month(whole, count, piece), f"{ordinal} {piece} of the {how}")


def fiscal(expression: Expression, context: Context) -> Resolution:
    """Resolve `fiscal 2015`, `FY2014-15`, `the current fiscal year`: only which year, not which months."""
    unclear = "the months of a fiscal year differ by state"
    if expression.parts.get("year2"):
        span = year_range(expression, context).period
        return Resolution(span, f"fiscal year as printed; {unclear}")
    if word := expression.part("year_rel"):
        step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(word, 0)
        return Resolution(
            periods.one_year(context.known.year + step), f"{word} fiscal year, counted from {context.label}; {unclear}"
        )
    return Resolution(periods.one_year(int(expression.part("year"))), f"fiscal year as printed; {unclear}")


def short_year(expression: Expression, context: Context) -> Resolution:
    """Resolve `'98` to the year nearest to the day of writing."""
    found = near_year(expression.part("short"), context)
    return Resolution(periods.one_year(found), f"the year with these digits nearest to {context.label}")
