"""Resolving a time expression: the rule that found it names the function that works out its dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.temporal import explicit, relative
from dragoman.temporal.context import Context, Resolution
from dragoman.temporal.expressions import Expression
from dragoman.temporal.periods import UnresolvedError

Resolver = Callable[[Expression, Context], Resolution]

RESOLVERS: Mapping[str, Resolver] = {
    "numeric": explicit.numeric,
    "event_day": explicit.event_day,
    "date": explicit.calendar_date,
    "day_of_month": explicit.day_of_month,
    "date_range": explicit.date_range,
    "month": explicit.month,
    "month_range": explicit.month_range,
    "year": explicit.year,
    "year_range": explicit.year_range,
    "decade": explicit.decade,
    "century": explicit.century,
    "quarter": explicit.quarter,
    "season": explicit.season,
    "holiday": explicit.holiday,
    "hijri_date": explicit.hijri_date,
    "part_of_month": explicit.part_of_month,
    "fiscal": explicit.fiscal,
    "short_year": explicit.short_year,
    "weekday": relative.weekday,
    "weekday_range": relative.weekday_range,
    "today": relative.today,
    "other_day": relative.other_day,
    "since_then": relative.since_then,
    "unit": relative.unit,
    "rolling": relative.rolling,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "duration": relative.duration,
    "frequency": relative.frequency,
    "vague": relative.vague,
}


def resolve(expression: Expression, context: Context) -> Resolution:
    """Return the dates of `expression` in `context`; what cannot be resolved says why in its rule."""
    try:
        return RESOLVERS[expression.rule](expression, context)
    except UnresolvedError as reason:
        return Resolution(None, f"not resolved: {reason}", value=relative.told_value(expression))
