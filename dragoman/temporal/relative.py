"""Resolving expressions that count from the day of writing or from the date named last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.temporal import periods
from dragoman.temporal.context import Context, Resolution
from dragoman.temporal.explicit import part_of
from dragoman.temporal.expressions import Expression
from dragoman.temporal.periods import Period, UnresolvedError
from dragoman.temporal.words import SHORT_UNITS, number, time_words

_BACK = frozenset({"last", "past", "previous", "recent"})
_ON = frozenset({"next", "coming", "upcoming", "following"})
_POINTS_BACK = frozenset({"same", "that", "following", "previous"})
_STOPS = frozenset({"", ".", ",", ";", ")", "'s"})
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_NO_DISTANCE = SHORT_UNITS | {"weekend", "century"}
_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W",
    "weekend": "{}WE", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}DE", "century": "{}CE",
}  # fmt: skip
_LOWER_BOUND = frozenset({"over", "more than", "at least"})


def _reference(context: Context) -> Period:
    if context.reference is None:
        raise UnresolvedError("no date was named before that it could point back to")
    return context.reference


def _reference_day(context: Context) -> date:
    period = _reference(context)
    if period.precision != "day":
        raise UnresolvedError("the day named before is not known")
    return period.first


def weekday(expression: Expression, context: Context) -> Resolution:
    """Resolve `Wednesday`, `last Friday`, `next Monday`, `Monday last week`.

    In a clause that looks ahead the day is on or after the anchor, otherwise on or before it.
    """
    name = expression.part("weekday")
    wanted = time_words().weekdays[name]
    today = context.day
    rel, week = expression.part("rel"), expression.part("week_rel")
    full = time_word_name(wanted)
    if week or rel == "this":
        shift = {"last": -7, "next": 7}.get(week, 0)
        monday = periods.week_of(today).first
        how = f"{full} in the week of {context.label}" if not shift else f"{full} {week} week, from {context.label}"
        return _day(periods.add_days(monday, wanted + shift), how)
    if rel in _POINTS_BACK and context.reference is not None:
        return _day_near_reference(wanted, rel, context)
    back, on = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if rel in _BACK:
        return _day(periods.add_days(today, -(back or 7)), f"{full} before {context.label}")
    if rel in _ON:
        return _day(periods.add_days(today, on or 7), f"{full} after {context.label}")
    if context.ahead:
        return _day(periods.add_days(today, on), f"{full} on or after {context.label}")
    return _day(periods.add_days(today, -back), f"{full} on or before {context.label}")


def time_word_name(index: int) -> str:
    """Return the full name of a weekday (Monday is 0)."""
    return next(form for form, value in time_words().weekdays.items() if value == index).capitalize()


def _day(day: date, rule: str) -> Resolution:
    return Resolution(periods.one_day(day), rule)


def _day_near_reference(wanted: int, rel: str, context: Context) -> Resolution:
    base = _reference_day(context)
    if rel == "following":
        shift, how = (wanted - base.weekday()) % 7 or 7, "weekday after"
    elif rel == "previous":
        shift, how = -((base.weekday() - wanted) % 7 or 7), "weekday before"
    else:
        shift, how = wanted - base.weekday(), "weekday of the week of"
    return _day(periods.add_days(base, shift), f"{how} the date named before")


def weekday_range(expression: Expression, context: Context) -> Resolution:
    """Resolve `from Monday to Wednesday`; the last day is found first, the first day lies before it."""
    first, last = (time_words().weekdays[expression.part(name)] for name in ("weekday", "weekday2"))
    today = context.day
    shift = (last - today.weekday()) % 7 if context.ahead else -((today.weekday() - last) % 7)
    end = periods.add_days(today, shift)
    start = periods.add_days(end, -((last - first) % 7))
    return Resolution(periods.days(start, end), f"weekdays {'from' if context.ahead else 'up to'} {context.label}")


def today(expression: Expression, context: Context) -> Resolution:
    """Resolve `today`, `yesterday evening`, `tomorrow`, `last night`, `the day before yesterday`."""
    word = expression.part("word")
    if word == "overnight":
        eve = periods.add_days(context.day, -1)
        return Resolution(periods.days(eve, context.day), f"the night before {context.label}")
    if "before" in word:
        shift = -2
    elif "after tomorrow" in word:
        shift = 2
    else:
        shift = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(word.split()[0], 0)
    rule = {0: "same day as", -1: "day before", 1: "day after", -2: "two days before", 2: "two days after"}[shift]
    return _day(periods.add_days(context.day, shift), f"{rule} {context.label}")


def other_day(expression: Expression, context: Context) -> Resolution:
    """Resolve `that day`, `the next day`, `the day before`, which point back to the day named last."""
    word = expression.part("word")
    if word.endswith(("before", "after")) and context.after not in _STOPS:
        raise UnresolvedError("counted from another event")
    if any(cue in word for cue in ("previous", "before", "day earlier")):
        shift = -1
    elif any(cue in word for cue in ("next", "following", "after", "day later")):
        shift = 1
    else:
        shift = 0
    return _day(periods.add_days(_reference_day(context), shift), "counted from the day named before")


def since_then(_: Expression, context: Context) -> Resolution:
    """Resolve the `then` of `since then`: the date named last."""
    return Resolution(_reference(context), "the date named before")


def unit(expression: Expression, context: Context) -> Resolution:
    """Resolve `last week`, `this month`, `early next year`, `the weekend`, `the end of the year`."""
    name, rel = expression.part("unit"), expression.part("rel")
    if name == "weekend":
        return _weekend(expression, context)
    if name != "quarter" and (rel == "past" or (rel == "last" and expression.part("the"))):
        return _rolled(1, name, "last", context)
    if rel in _POINTS_BACK:
        base, label = _reference(context), "the date named before"
        shift = {"previous": -1, "following": 1}.get(rel, 0)
    else:
        base, label = context.known.period, context.label
        shift = -1 if rel in _BACK else 1 if rel in _ON else 0
    period = part_of(expression, shifted(base, name, shift))
    words = filter(None, (expression.part("part"), rel or "the", name))
    return Resolution(period, f"{' '.join(words)}, counted from {label}")


def _weekend(expression: Expression, context: Context) -> Resolution:
    day, rel = context.day, expression.part("rel")
    this = periods.weekend_of(day)
    if rel in _ON:
        shift = 7 if rel == "next" else 0
    elif rel == "this":
        shift = 0 if context.tense != "past" or day >= this.first else -7
    elif rel in _BACK:
        shift = -7
    else:  # early in the week "the weekend" is the one just gone
        shift = 0 if (context.ahead and day.weekday() > 2) or day >= this.first else -7
    return Resolution(periods.weekend_of(periods.add_days(day, shift)), f"weekend counted from {context.label}")


def shifted(base: Period, name: str, count: int) -> Period:
    """Return the calendar unit that holds `base`, moved by `count` units.

    Raises UnresolvedError when `base` is less precise than the unit.
    """
    day = base.first
    if name == "day" and base.precision == "day":
        return periods.one_day(periods.add_days(day, count))
    if name == "week" and base.precision in ("day", "week"):
        return periods.week_of(periods.add_days(day, 7 * count))
    if name == "fortnight" and base.precision in ("day", "week"):
        return periods.week_of(periods.add_days(day, 14 * count))
    if name == "quarter" and base.precision in ("day", "week", "month"):
        return periods.quarter(day.year, (day.month + 2) // 3 + count)
    if name == "month" and base.precision in ("day", "week", "month"):
        return periods.one_month(day.year, day.month + count)
    if name == "year":
        return periods.one_year(day.year + count)
    if name == "decade":
        start = day.year // 10 * 10 + 10 * count
        return periods.years(start, start + 9)
    if name == "century":
        return periods.century((day.year - 1) // 100 + 1 + count)
    raise UnresolvedError(f"the {name} it counts from is not known")


def rolling(expression: Expression, context: Context) -> Resolution:
    """Resolve `the last seven days`, `the next two years`; `recent weeks` names no date."""
    count = number(expression.part("count"))
    if count is None:
        raise UnresolvedError("how many is not told")
    name = time_words().units[expression.part("unit")]
    rel = expression.part("rel")
    rolled = _rolled(count, name, "next" if rel in _ON else "last", context)
    return replace(rolled, value=length(expression))


def _rolled(count: int, name: str, rel: str, context: Context) -> Resolution:
    now = context.known.period
    far = _moved(now, name, count if rel == "next" else -count)
    ends = (now.first, far.last) if rel == "next" else (far.first, now.last)
    period = Period(ends[0], ends[1], "range", far.grain)
    return Resolution(period, f"{rel} {count} {name}{'s' * (count > 1)}, counted from {context.label}")


def _moved(base: Period, name: str, count: int) -> Period:
    """Return the day, month or year that lies `count` units from `base`, as precise as the unit tells."""
    if name in _DAYS and base.precision == "day":
        return periods.one_day(periods.add_days(base.first, count * _DAYS[name]))
    if name in ("month", "quarter", "year"):
        return shifted(base, name, count)
    if name == "decade":
        return periods.one_year(base.first.year + 10 * count)
    raise UnresolvedError(f"a distance in {name}s gives no date here")


def ago(expression: Expression, context: Context) -> Resolution:
    """Resolve `two weeks ago`, `about three months ago`, `two days later`.

    Weeks, months and years give the week, month or year; `more than` leaves the start open.
    """
    count, way = number(expression.part("count")), expression.part("way")
    if count is None:
        raise UnresolvedError("how many is not told")
    name = time_words().units[expression.part("unit")]
    if name in _NO_DISTANCE:
        raise UnresolvedError(f"a distance in {name}s gives no date here")
    base, label = _base(way, context)
    forward = way in ("later", "after", "from now", "hence")
    period = _distant(base, name, count if forward else -count)
    if way in ("later", "after") and not context.ahead and context.anchor and period.first > context.known.period.last:
        raise UnresolvedError("counted from the date named before it would lie after the day of writing")
    about = expression.part("about")
    if name == "day" and about in ("about", "around", "some", "roughly", "approximately", "nearly", "almost"):
        period = periods.week_of(period.first)
    rule = f"{expression.text.lower()}: counted from {label}"
    return Resolution(period, rule, open_start=about in _LOWER_BOUND and not forward)


def _base(way: str, context: Context) -> tuple[Period, str]:
    if way in ("ago", "from now", "hence"):
        return context.known.period, context.label
    if way in ("before", "after") and context.after not in _STOPS:
        raise UnresolvedError("counted from another event")
    return _reference(context), "the date named before"


def _distant(base: Period, name: str, count: int) -> Period:
    if name == "decade":
        return shifted(base, "year", 10 * count)
    return shifted(base, name, count)


def ahead(expression: Expression, context: Context) -> Resolution:
    """Resolve `in three days` and `within two weeks` of what is still to come; else it is a duration."""
    count = number(expression.part("count"))
    if not context.ahead or count is None:
        return duration(expression, context)
    name = time_words().units[expression.part("unit")]
    if expression.part("within") == "within":
        return replace(_rolled(count, name, "next", context), value=length(expression))
    if name in _NO_DISTANCE:
        raise UnresolvedError(f"a distance in {name}s gives no date here")
    return Resolution(_distant(context.known.period, name, count), f"counted from {context.label}")


def duration(expression: Expression, _: Context) -> Resolution:
    """Resolve a length of time: it names no date."""
    return Resolution(None, "a length of time, not a date", function="for", value=length(expression))


def length(expression: Expression) -> str | None:
    """Return a length in ISO 8601: `P30Y`, `PT2H`, `PXY` where the number is not told."""
    unit = time_words().units.get(expression.part("unit") or expression.part("units"))
    if unit is None:
        return None
    count = expression.part("count")
    told = number(count) if count else None if expression.part("units") else 1
    if told is not None and unit == "fortnight":
        told *= 2
    return f"P{_CODES[unit].format('X' if told is None else told)}"


def vague(expression: Expression, _: Context) -> Resolution:
    """Resolve `now`, `recently`, `soon`: they name no date."""
    value = time_words().vague[expression.part("word")]
    return Resolution(None, "not resolved: the words name no date", function="vague", value=value)


def told_value(expression: Expression) -> str | None:
    """Return what an expression tells that could not be resolved: a length (`two days after` what) or a way."""
    if expression.rule == "rolling" or number(expression.part("count")) is not None:
        return length(expression)
    if expression.rule != "ago":
        return None
    return "FUTURE_REF" if expression.part("way") in ("from now", "hence") else "PAST_REF"


def frequency(_: Expression, __: Context) -> Resolution:
    """Resolve how often: it names no date."""
    return Resolution(None, "how often, not when", function="frequency")
