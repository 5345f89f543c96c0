"""The times stage: the time expressions of each sentence, resolved against the document's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dragoman.stages.base import Draft, Stage, TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.temporal.anchor import Anchor, document_anchor, is_unreal, unreal_anchor
from dragoman.temporal.clause import FUTURE, PAST, head_token, tense
from dragoman.temporal.context import Context, Resolution
from dragoman.temporal.expressions import Expression, find, word_before
from dragoman.temporal.named import with_named
from dragoman.temporal.order import PrintedOrder, printed_order
from dragoman.temporal.periods import Period, iso
from dragoman.temporal.resolve import resolve
from dragoman.temporal.words import time_words

LEAD = 8  # sentences of the body in which the first weekday named is taken for the day of writing

_STARTS = frozenset({"since", "from", "after", "starting", "beginning", "effective"})
_ENDS = frozenset({"until", "till", "by", "before", "through"})
_LINKED = frozenset({"date_range", "month_range", "year_range", "weekday_range"})
_FROM_WEEKDAY = frozenset({"weekday", "weekday_range"})
_FROM_TODAY = frozenset({"today", "ago", "ahead"})
_FLASHBACK = frozenset({"earlier", "before", "previously"})  # the story goes on from where it was
_IN_DAYS = frozenset({"weekday", "today", "other_day", "ago", "ahead"})


class Times(Stage):
    """Assign `times`.

    A document without a date has no calendar dates but those printed in full; its weekdays are counted in days
    from the first one named in the lead, which is by custom the day the report is of.
    """

    name: ClassVar[str] = "times"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences"})
    assigns: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with the time expressions of its sentences, in the order of the text."""
        found = [(sentence, find(sentence, draft.document.text)) for sentence in draft.sentences]
        reading = _Reading(document_anchor(draft.document), _first_weekday(found), printed_order(draft.document))
        times = [reading.mention(expression, sentence) for sentence, items in found for expression in items]
        written = reading.anchor.period.last_iso if reading.anchor else None
        return replace(draft, times=tuple(with_named(draft.sentences, times, draft.document.text, written)))


def _first_weekday(found: Sequence[tuple[Sentence, list[Expression]]]) -> int | None:
    """Return the first weekday (Monday is 0) that the lead names as a day gone by."""
    body = [item for item in found if item[0].zone == "body"]
    for sentence, expressions in body[:LEAD]:
        for expression in expressions:
            plain = expression.rule == "weekday" and not (expression.part("rel") or expression.part("week_rel"))
            if plain and _tense(expression, sentence) != FUTURE:
                return time_words().weekdays[expression.part("weekday")]
    return None


def _head(expression: Expression, sentence: Sentence) -> Token:
    return head_token(sentence, expression.first, expression.last)


def _tense(expression: Expression, sentence: Sentence) -> str:
    """Return the tense of the clause; `as early as Monday` looks ahead whatever the verb, `by Monday` unless past."""
    before = word_before(expression, sentence)
    if before == "as" and word_before(expression, sentence, 2) in ("soon", "early", "late"):
        return FUTURE
    found = tense(_head(expression, sentence))
    return FUTURE if before == "by" and found != PAST else found


@dataclass(slots=True)
class _Reading:
    """One pass over a document: what is known when the next expression is read."""

    anchor: Anchor | None
    weekday: int | None
    order: PrintedOrder | None
    reference: Period | None = None

    def mention(self, expression: Expression, sentence: Sentence) -> TimeMention:
        """Resolve one expression and remember the date it names."""
        context = self._context(expression, sentence)
        resolution = resolve(expression, context)
        period = resolution.period
        if period is not None and not resolution.open_start and expression.part("way") not in _FLASHBACK:
            self.reference = period
        function = resolution.function or _function(expression, sentence)
        if resolution.open_start:
            function = "until"
        if self.anchor is None and period is not None and is_unreal(period):
            return self._counted(_blank(expression, sentence, resolution, function), expression, period)
        return _dated(_blank(expression, sentence, resolution, function), period, self.anchor)

    def _context(self, expression: Expression, sentence: Sentence) -> Context:
        after = sentence.tokens[expression.last + 1].lower if expression.last + 1 < len(sentence.tokens) else ""
        return Context(
            anchor=self.anchor or self._unreal(expression.rule),
            tense=_tense(expression, sentence),
            reference=self.reference,
            order=self.order.order if self.order else None,
            order_basis=self.order.basis if self.order else "",
            before=word_before(expression, sentence),
            after=after,
        )

    def _unreal(self, rule: str) -> Anchor | None:
        """Weekdays count from the first weekday; `today` only where no weekday says which day that is."""
        if self.weekday is not None and rule in _FROM_WEEKDAY:
            return unreal_anchor(self.weekday, "the weekday named first")
        if self.weekday is None and rule in _FROM_TODAY:
            return unreal_anchor(0, "the day of writing")
        return None

    def _counted(self, mention: TimeMention, expression: Expression, period: Period) -> TimeMention:
        """Give the distance in days from the day of writing, where whole days can be told."""
        if period.precision != "day" or expression.rule not in _IN_DAYS or mention.function == "until":
            return replace(mention, rule="not resolved: the document has no date")
        base = unreal_anchor(self.weekday or 0, "").day
        return replace(mention, offset_days=(period.first - base).days)


def _function(expression: Expression, sentence: Sentence) -> str:
    """Return what the word before the expression makes of it: `since`, `until` or the point `on`."""
    if expression.rule in _LINKED or _is_modifier(expression, sentence):
        return "on"
    before = sentence.tokens[expression.first - 1].lower if expression.first else ""
    if before == "the" and expression.first > 1:
        before = sentence.tokens[expression.first - 2].lower
    if expression.rule == "rolling":
        return "since" if before == "for" else "on"
    if expression.rule == "since_then":
        return "until" if before == "until" else "since"
    return "since" if before in _STARTS else "until" if before in _ENDS else "on"


def _is_modifier(expression: Expression, sentence: Sentence) -> bool:
    """Say whether the date belongs to the noun that follows: `after Friday's vote`, `from a 2014 report`."""
    head = _head(expression, sentence).head
    return head.i > expression.last and head.pos in ("NOUN", "PROPN")


def _blank(expression: Expression, sentence: Sentence, resolution: Resolution, function: str) -> TimeMention:
    return TimeMention(
        sentence=sentence.index, first=expression.first, last=expression.last, start=None, end=None,
        precision="unknown", text=expression.text, rule=resolution.rule, function=function, value=resolution.value,
    )  # fmt: skip


def _dated(mention: TimeMention, period: Period | None, anchor: Anchor | None) -> TimeMention:
    if period is None:
        return mention
    if mention.function == "until":
        return replace(mention, end=period.last_iso, precision="range")
    if mention.function == "since":
        return replace(mention, start=period.start_iso, end=_end_of_writing(period, anchor), precision="range")
    return replace(mention, start=period.start_iso, end=period.end_iso, precision=period.precision)


def _end_of_writing(period: Period, anchor: Anchor | None) -> str | None:
    """Return the end of a period that has begun: at the latest the day of writing."""
    if anchor is None or anchor.period.last < period.first:
        return None
    return iso(anchor.period.last, anchor.period.grain)
