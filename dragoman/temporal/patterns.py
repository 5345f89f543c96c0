r"""The table of patterns that time expressions are found with.

A row has the name of its rule (the resolver of the same name works out the date), the kinds of word one of
which must stand in the sentence for the row to be tried at all, and a pattern.  In a pattern a space stands for one to
three white-space characters and `@name` for one of the pieces below.  A group called `span` marks the
expression where the pattern also looks at what stands before it.  Case is ignored here; that names of months are
capitalised is seen to where matches are judged.  All repetitions are bounded, so matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.temporal.words import time_words

_SPACE = r"\s{1,3}"
_DASHES = "-\N{EN DASH}\N{EM DASH}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    name: str
    needs: frozenset[str]
    """Kinds of word, one of which must be in the sentence: see `kinds_of_word`."""
    pattern: re.Pattern[str]


# Pieces that use other pieces stand after them.
_PIECES = {
    "start": r"(?<![\w.,/:$€£#+-])",  # where a number may begin
    "yyyy": r"(?:1[789]|20)\d\d",
    "stop": r"(?![\w%]|[.,:/]\d)",  # where a year ends
    "dd": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w|[.,:/]\d)",
    "relative": r"last|this|next|past|previous|coming|upcoming|current|following|same|that",
    "time_of_day": r"morning|afternoon|evening|night|noon|midday|midnight|lunchtime",
    "about": (
        r"about|around|some|nearly|almost|roughly|approximately|just|only|over|more than|less than|at least|up to|"
        r"as much as|exactly|barely|another"
    ),
    "link": rf"(?:\s?[{_DASHES}]\s?| (?P<link>to|until|till|through|and) )",
    "part": r"(?:(?P<part>early|mid|late|(?:the )?(?:beginning|start|middle|end|close) of)(?: in)?(?: |-)(?:the )?)",
    "year_relative": r"(?P<year_rel>last|this|next|the same|that) year\b",
    "of_year": r"(?:,? (?:(?:of|in) )?(?P<year>@yyyy)@stop|,? (?:of )?@year_relative)",
    "of_first_year": r"(?:,? (?P<year1>@yyyy)@stop)",
    "of_that_year": (
        r"(?: of (?:the year )?(?:(?P<year>@yyyy)@stop|(?P<year_rel>last|this|next|the) year\b)|"
        r" (?P<year_bare>@yyyy)@stop)"
    ),
    "weekday_lead": r"(?:(?P<weekday>@weekday)(?: (?:@time_of_day))?,? (?:(?:the|on) )?)?",
    "ah": r"(?: (?:AH\b|A\.H\.))",
    "hyyyy": r"1[34]\d\d",
    "count": r"(?:(?P<about>@about) )?(?P<count>@number)(?: |-)(?:(?:more|full|straight|consecutive|long) )?",
}

_TABLE = (
    # Dates of the calendar.
    ("numeric", "digit", r"@start(?P<year>@yyyy)(?P<mark>[-/.])(?P<month_no>\d\d?)(?P=mark)(?P<day>\d\d?)(?![-/.]?\d)"),
    ("numeric", "digit", r"@start(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)(?P<year>@yyyy)(?![-/.]?\d)"),
    (
        "numeric",
        "digit",
        r"@start(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)(?P<short>\d\d)(?![\w%]|[-/.:,]\d)",
    ),
    ("event_day", "digit", r"@start(?P<name>@event_day)(?![\w/]|[.,]\d)"),
    ("date", "month", r"\b(?:(?P<rel>last|this|next) )?@weekday_lead(?P<month>@mon) (?P<day>@dd)@of_year?"),
    ("date", "month", r"@start@weekday_lead(?:the )?(?P<day>@dd)(?: of)? (?P<month>@mon)@of_year?"),
    ("date", "month", r"@start(?P<day>@dd)-(?P<month>@mon)-(?P<year>@yyyy)@stop"),
    (
        "day_of_month",
        "digit",
        r"\b(?:on|by|until|till) (?P<span>the (?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th)))(?![\w-])",
    ),
    ("date_range", "month", r"\b(?P<month>@mon) (?P<day>@dd)@link(?P<day2>@dd)@of_year?"),
    ("date_range", "month", r"@start(?P<day>@dd)@link(?P<day2>@dd) (?P<month>@mon)@of_year?"),
    (
        "date_range",
        "month",
        r"\b(?P<month>@mon) (?P<day>@dd)@of_first_year?@link(?P<month2>@mon) (?P<day2>@dd)@of_year?",
    ),
    (
        "date_range",
        "month",
        r"@start(?P<day>@dd) (?P<month>@mon)@of_first_year?@link(?P<day2>@dd) (?P<month2>@mon)@of_year?",
    ),
    ("date", "month", r"@start(?P<day>@dd) (?P<month>@foreign)(?:,? (?P<year>@yyyy)@stop)?"),
    ("hijri_date", "hijri", r"@start(?:the )?(?P<day>@dd)(?: of)? (?P<hijri>@hijri)(?:,? (?P<year>@hyyyy)@ah?@stop)?"),
    ("hijri_date", "hijri", r"\b(?P<hijri>@hijri) (?P<day>@dd),? (?P<year>@hyyyy)@ah?@stop"),
    # Months, years and what is longer.
    ("month", "month", r"(?<![\w-])(?P<month>@foreign) (?P<year>@yyyy)@stop"),
    ("hijri_date", "hijri", r"\b(?P<hijri>@hijri),? (?P<year>@hyyyy)@ah?@stop"),
    (
        "part_of_month",
        "month",
        r"\b(?:the )?(?P<ordinal>@fourth) (?P<piece>week|half) (?:of|in) (?P<month>@mon)@of_year?",
    ),
    ("month", "month", r"\b@part?(?P<month>@mon)@of_year"),
    ("month", "month", r"\b@part?(?:(?P<rel>@relative) )?(?P<month>@month)"),
    ("month_range", "month", r"\b(?P<month>@month)@of_first_year?@link(?P<month2>@month)(?: (?P<year>@yyyy)@stop)?"),
    ("year", "digit", r"@start@part?(?P<year>@yyyy)@stop(?!-\d)"),
    ("short_year", "digit", r"(?<![\w.,])@apostrophe(?P<short>\d\d)(?![\w%]|[.,:/]\d)"),
    (
        "fiscal",
        "digit",
        (
            r"\b(?:(?:fiscal|financial|budget)(?: year)?(?: |-)|FY(?: |-)?)"
            r"(?P<year>@yyyy)(?:[-/](?P<year2>@yyyy|\d\d))?@stop"
        ),
    ),
    ("fiscal", "unit", r"\b(?:the )?(?P<year_rel>last|this|next|current|coming|previous) (?:fiscal|financial) year\b"),
    ("year_range", "digit", r"@start(?P<year>@yyyy)@link(?P<year2>@yyyy|\d\d)@stop(?!-\d)"),
    ("decade", "digit", r"(?<![\w.,])(?:@part|the )?(?P<year>(?:18|19|20)\d0)@apostrophe?s\b"),
    ("decade", "digit", r"(?<![\w.,])(?:@part|the )?@apostrophe(?P<short>[2-9]0)s\b"),
    ("century", "unit", r"\b@part?(?:the )?(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|@ordinal)(?: |-)century\b"),
    ("quarter", "quarter", r"\b(?:the )?(?P<ordinal>@fourth)(?: |-)(?P<piece>quarter|half)(?:@of_that_year|(?! of\b))"),
    ("quarter", "digit", r"\b(?P<piece>Q)(?P<ordinal>[1-4])\b(?:@of_that_year)?"),
    ("quarter", "digit", r"\b(?P<piece>Q)(?P<ordinal>[1-4])-(?P<year>@yyyy)@stop"),
    (
        "season",
        "season",
        rf"\b@part?(?:(?P<rel>@relative) )?(?P<season>@season)\b@of_year?(?:[{_DASHES}/](?P<year2>\d\d)(?!\d))?",
    ),
    ("holiday", "holiday", r"\b(?:(?P<rel>last|this|next) )?(?P<holiday>@holiday)(?!\w)@of_year?"),
    # Days, counted from the day of writing or from one named before.
    (
        "weekday",
        "weekday",
        (
            r"\b(?:(?P<rel>@relative) |(?:early|late)(?: |-)(?:on )?)?(?P<weekday>@weekday)(?: (?:@time_of_day)\b)?"
            r"(?: (?:of )?(?P<week_rel>last|this|next) week\b)?"
        ),
    ),
    ("weekday_range", "weekday", r"\b(?P<weekday>@weekday)@link(?P<weekday2>@weekday)"),
    (
        "today",
        "today unit",
        (
            r"\b(?:(?:earlier|later|late|early) )?(?P<word>the day before yesterday|the day after tomorrow|today|"
            r"tonight|overnight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last (?:night|evening))"
            r"(?: (?:@time_of_day))?\b"
        ),
    ),
    (
        "other_day",
        "unit today",
        (
            r"\b(?P<word>(?:the )?(?:same|following|next|previous) day|that (?:same )?day|the day (?:before|after)|"
            r"a day (?:earlier|later)|(?:the )?(?:following|next|previous|same) (?:@time_of_day))\b"
        ),
    ),
    ("since_then", "then", r"\b(?:since|until) (?P<span>then)\b"),
    # Weeks, months and years, counted likewise.
    (
        "unit",
        "unit",
        (
            r"\b@part?(?:(?:earlier|later) (?:in )?)?(?:(?P<the>the) )?(?P<rel>@relative) "
            r"(?P<unit>week|weekend|fortnight|month|quarter|year|decade|century)\b"
        ),
    ),
    ("unit", "unit", r"\b@part(?<=the\s)(?P<unit>week|month|quarter|year|decade|century)\b"),
    ("unit", "unit", r"(?<=\bthe\s)(?P<unit>weekend)\b"),
    ("unit", "mid", r"\b(?P<part>mid)-?(?P<unit>week|month|year)\b"),
    ("unit", "unit", r"\b(?P<unit>year)(?: |-)(?P<part>end)\b"),
    (
        "rolling",
        "unit",
        (
            r"\b(?:(?:the|these) )?(?P<rel>last|past|previous|next|coming|following|recent) "
            r"(?:(?P<count>@number) (?P<unit>@unit)|(?P<units>@units))\b"
        ),
    ),
    (
        "ago",
        "unit",
        (
            r"\b(?:@count(?P<unit>@unit)|(?P<units>@units)) (?:(?:or so|and a half) )?"
            r"(?P<way>ago|earlier|later|before|after|previously|from now|hence)\b"
        ),
    ),
    ("ahead", "unit", r"\b(?P<within>in|within) @count(?P<unit>@unit)\b(?!-)"),
    # Lengths and frequencies.
    ("duration", "unit", r"\b@count(?P<unit>@unit)(?:(?:-| )long)?\b(?!(?:-| )old\b)"),
    ("duration", "unit", r"\b(?:for|over|in) (?P<span>(?P<units>@units))\b"),
    ("duration", "unit", r"\b(?P<units>@units)(?:-| )long\b"),
    ("duration", "length", r"\b(?P<unit>day|week|month|year|decade)-?long\b"),
    ("duration", "length", r"\bfor (?P<span>(?:so |quite )?(?:some|a long|a short) time)\b"),
    (
        "frequency",
        "every",
        r"\b(?:every|each) (?:(?:other|single|second|few|@number) )?(?:(?:@unit|@time_of_day|@season)\b|@weekday)",
    ),
    ("frequency", "every", r"\b(?:once|twice|@number times) (?:a|an|per|each|every) (?:@unit)\b"),
    ("frequency", "every", r"\bper (?:day|week|month|year)\b"),
    ("frequency", "every", r"\b(?:@adverb|@weekdays)\b"),
    # Words that name no date.
    ("vague", "vague", r"\b(?P<word>@vague)\b(?!-)"),
)

_ADVERBS = ("daily", "nightly", "weekly", "biweekly", "monthly", "quarterly", "yearly", "annually", "weekdays")
_KINDS = {
    "quarter": ("quarter", "half"),
    "length": ("long", "time", "daylong", "weeklong", "monthlong", "yearlong", "decadelong"),
    "today": ("today", "tonight", "overnight", "yesterday", "tomorrow", "morning", "afternoon", "evening"),
    "then": ("then",),
    "mid": ("mid", "midweek", "midmonth", "midyear"),
    "every": ("every", "each", "once", "twice", "times", "per", *_ADVERBS),
}


@cache
def rules() -> tuple[Rule, ...]:
    """Return the table, compiled once a process."""
    pieces = _pieces()
    return tuple(Rule(name, frozenset(kinds.split()), _compiled(row, pieces)) for name, kinds, row in _TABLE)


@cache
def kinds_of_word() -> dict[str, frozenset[str]]:
    """Return for each lower-case token that can open the search which kinds of rules it calls for."""
    words = time_words()
    listed: list[tuple[str, Iterable[str]]] = [
        ("vague", map(_first_word, words.vague)), ("holiday", map(_first_word, words.holidays)),
        ("hijri", map(_first_word, words.hijri_months)), ("season", words.seasons), ("unit", words.units),
        ("month", words.foreign_months), ("month", words.months),
        ("month", (form.rstrip(".") for form in words.months)),
        ("weekday", words.weekdays), ("every", (f"{form}s" for form in words.weekdays)), *_KINDS.items(),
    ]  # fmt: skip
    kinds: dict[str, set[str]] = {}
    for kind, forms in listed:
        for form in forms:
            kinds.setdefault(form, set()).add(kind)
    return {form: frozenset(found) for form, found in kinds.items()}


def _first_word(form: str) -> str:
    """Return the first token of a form as the parser cuts it: `new` of `new year's day`, `eid` of `eid-ul-fitr`."""
    return re.split(r"'s|[ -]", form)[0]


def _compiled(row: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(_filled(row, pieces).replace(" ", _SPACE), re.IGNORECASE)


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    """Put in the pieces; each stands in a group of its own, so that `?` after it means the whole piece."""
    return re.sub(r"@([a-z_]+)", lambda match: f"(?:{pieces[match[1]]})", pattern)


def _pieces() -> dict[str, str]:
    pieces = _word_pieces() | {"apostrophe": f"[{_APOSTROPHES}]"}
    for name, pattern in _PIECES.items():
        pieces[name] = _filled(pattern, pieces)
    return pieces


def _word_pieces() -> dict[str, str]:
    words = time_words()
    days = [form for form in words.weekdays if not form.endswith(".")]
    short_days = [form for form in words.weekdays if form.endswith(".")]
    return {
        "weekday": rf"(?:{_any_of(days)})\b|(?:{_any_of(short_days)})(?= \S)",
        "weekdays": _any_of(f"{day}s" for day in days),
        **_month_pieces(words.months),
        "number": rf"\d{{1,3}}(?:\.\d)?|{_tens()}|{_any_of(words.numbers)}",
        "ordinal": _any_of(words.ordinals),
        "fourth": _any_of(form for form, value in words.ordinals.items() if value <= 4),
        "unit": _any_of(words.units),
        "units": _any_of(form for form in words.units if form.endswith("s")),
        "season": _any_of(words.seasons),
        "holiday": _any_of(words.holidays),
        "foreign": _any_of(words.foreign_months),
        "hijri": _any_of(words.hijri_months),
        "vague": _any_of(words.vague),
        "event_day": _any_of(words.event_days),
        "adverb": _any_of(_ADVERBS),
    }


def _month_pieces(months: Iterable[str]) -> dict[str, str]:
    """Return two pieces: beside a day or a year (`mon`) a short form may lack its full stop."""
    full = _any_of(form for form in months if not form.endswith("."))
    short = _any_of(form for form in months if form.endswith("."))
    loose = short.replace(r"\.", r"\.?")
    return {"month": rf"(?:{full})(?!\w)|(?:{short})(?= \S)", "mon": rf"(?:{full}|{loose})(?!\w)"}


def _tens() -> str:
    """Return a pattern for `twenty-one` to `ninety-nine`."""
    numbers = time_words().numbers
    tens = _any_of(form for form, value in numbers.items() if 20 <= value <= 90)
    ones = _any_of(form for form, value in numbers.items() if 1 <= value <= 9 and " " not in form and len(form) > 2)
    return rf"(?:{tens})-(?:{ones})"


def _any_of(forms: Iterable[str]) -> str:
    """Return a pattern for one of `forms`, longest first; an apostrophe may be of either sort."""
    ordered = sorted(forms, key=len, reverse=True)
    pattern = "|".join(re.escape(form).replace(r"\ ", " ").replace("'", f"[{_APOSTROPHES}]") for form in ordered)
    return pattern or r"(?!)"
