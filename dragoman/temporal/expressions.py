"""Finding time expressions in a parsed sentence, without saying yet which dates they name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.syntax import Sentence, Token
from dragoman.temporal.patterns import Rule, kinds_of_word, rules
from dragoman.temporal.words import time_words

_DIGIT = re.compile(r"\d")
_YEAR_CUES = frozenset(
    {"in", "since", "until", "till", "by", "during", "from", "late", "early", "mid", "year", "after", "before"}
    | {"throughout", "circa", "through", "between", "of", "c.", "fiscal", "for", "than"}
)
_MONTH_CUES = frozenset(
    {"in", "since", "until", "till", "by", "during", "from", "of", "to", "through", "before", "after", "between"}
    | {"for", "and", "or", "late", "early", "mid", "every", "on", "throughout", "around"}
)
_NAMELIKE_MONTHS = frozenset({"may", "march", "april", "june", "august", "jan.", "mar."})
_NAMELIKE_CUES = frozenset({"in", "since", "until", "till", "during", "throughout", "through", "early", "late", "mid"})
#: What is set for a month: *planned **for March***, but not *a push for March*.
_SET_FOR = frozenset({"VBN", "RP", "JJ"})
_NAMED_DAYS = frozenset({"black", "bloody", "super", "holy", "fat", "cyber", "good", "ash", "palm", "easter"})
_PERIODICALS = frozenset({"times", "telegraph", "mail", "mirror", "herald", "express", "post", "tribune", "school"})
_DATE_CUES = frozenset({"on", "dated", "since", "until", "from", "by", "of", "after", "before", "("})
_INDEFINITE = frozenset({"a", "an", "one"})
_LASTING = frozenset({"for", "within", "in", "lasting", "lasted", "last", "lasts", "over", "after", "every", "once"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: tokens `first` to `last` (inclusive), what was printed, and the parts of the pattern."""

    rule: str
    start: int
    """First character, in code points of the document's text."""
    end: int
    first: int
    last: int
    text: str
    parts: Mapping[str, str | None]

    def part(self, name: str) -> str:
        """Return a part in lower case with single spaces and straight apostrophes, or the empty string."""
        return " ".join((self.parts.get(name) or "").lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def find(sentence: Sentence, text: str) -> list[Expression]:
    """Return the time expressions of `sentence`, in order, none overlapping another.

    `text` is the document's text, which the offsets of the tokens refer to.
    """
    kinds = _kinds(sentence, text)
    if not kinds:
        return []
    starts = [token.start for token in sentence.tokens]
    tried = [rule for rule in rules() if rule.needs & kinds]
    found = [expression for rule in tried for expression in _matches(rule, sentence, starts, text)]
    return _longest([expression for expression in found if _is_time(expression, sentence)])


def _kinds(sentence: Sentence, text: str) -> set[str]:
    """Return the kinds of time word in the sentence: the cheap test that most sentences end at."""
    table = kinds_of_word()
    kinds = {kind for token in sentence.tokens if token.lower in table for kind in table[token.lower]}
    if _DIGIT.search(text, sentence.start, sentence.end):
        kinds.add("digit")
    return kinds


def _matches(rule: Rule, sentence: Sentence, starts: list[int], text: str) -> Iterator[Expression]:
    for match in rule.pattern.finditer(text, sentence.start, sentence.end):
        parts = match.groupdict()
        start, end = match.span("span") if parts.get("span") else match.span()
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, end - 1) - 1)
        yield Expression(rule.name, start, end, first, last, text[start:end], parts)


def _longest(found: list[Expression]) -> list[Expression]:
    """Of overlapping expressions keep the longest; of equally long ones the rule that stands first."""
    kept: list[Expression] = []
    for expression in sorted(found, key=lambda e: e.start - e.end):
        if all(expression.end <= other.start or other.end <= expression.start for other in kept):
            kept.append(expression)
    return sorted(kept, key=lambda e: e.start)


def word_before(expression: Expression, sentence: Sentence, back: int = 1) -> str:
    """Return the lower-case word `back` tokens before the expression, or the empty string."""
    index = expression.first - back
    return sentence.tokens[index].lower if index >= 0 else ""


def _after(expression: Expression, sentence: Sentence) -> Token | None:
    index = expression.last + 1
    return sentence.tokens[index] if index < len(sentence.tokens) else None


# What looks like a time expression and is none.  Each test returns True for a real one.


def _is_time(expression: Expression, sentence: Sentence) -> bool:
    if not _is_capitalised(expression):
        return False
    test = _TESTS.get(expression.rule)
    return test is None or test(expression, sentence)


def _is_capitalised(expression: Expression) -> bool:
    """Ask for a capital in names of months and in shortened names of weekdays (`Sat.`)."""
    names = [expression.parts.get(name) for name in ("month", "month2", "hijri")]
    weekday = expression.parts.get("weekday")
    if weekday and weekday.endswith("."):
        names.append(weekday)
    return all(name is None or name[0].isupper() for name in names)


def _is_year(expression: Expression, sentence: Sentence) -> bool:
    """Take a bare number from 1800 to 2035 for a year after a word that asks for one, or before a singular noun."""
    if int(expression.parts["year"] or 0) > 2035:
        return False
    if expression.parts.get("part"):
        return True
    counted = _counted_noun(expression, sentence)
    before = word_before(expression, sentence)
    if counted is not None and counted.pos == "PROPN":
        return before in ("the", "in")
    if counted is not None:
        return counted.tag != "NNS" or _is_known_plural(expression, sentence)
    if before == "to":
        return word_before(expression, sentence, 2) in ("back", "date", "dates", "dated", "dating")
    return before in _YEAR_CUES or _is_listed_year(expression, sentence) or _is_bracketed(expression, sentence)


def _counted_noun(expression: Expression, sentence: Sentence) -> Token | None:
    token = sentence.tokens[expression.last]
    noun = token.head
    return noun if token.dep in ("nummod", "compound", "amod") and noun.i > token.i and noun.pos != "NUM" else None


def _is_known_plural(expression: Expression, sentence: Sentence) -> bool:
    """Tell the year of `the 2015 elections` from the counts of `1900 soldiers` and `the 2000 men`."""
    year = int(expression.parts["year"] or 0)
    return year % 50 != 0 and word_before(expression, sentence) in ("the", "his", "its", "their", "'s")


def _is_listed_year(expression: Expression, sentence: Sentence) -> bool:
    """Say whether it is joined to a year before it: `in 2008, 2010 and 2013`."""
    index = expression.first - 1
    while index >= 0 and sentence.tokens[index].lower in (",", "and", "or", "/"):
        index -= 1
    if index < 1 or index == expression.first - 1:
        return False
    year, cue = sentence.tokens[index], sentence.tokens[index - 1]
    is_year = len(year.text) == 4 and year.text[:2] in ("18", "19", "20") and year.text.isdigit()
    return is_year and (cue.lower in _YEAR_CUES or cue.lower in (",", "and", "or"))


def _is_bracketed(expression: Expression, sentence: Sentence) -> bool:
    after = _after(expression, sentence)
    return word_before(expression, sentence) == "(" and after is not None and after.text == ")"


def _is_year_range(expression: Expression, sentence: Sentence) -> bool:
    first, second, link = int(expression.part("year")), expression.part("year2"), expression.part("link")
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    wanted = {"": True, "and": word_before(expression, sentence) == "between"}
    return first < last <= 2100 and wanted.get(link, word_before(expression, sentence) == "from")


def _is_linked_range(expression: Expression, sentence: Sentence) -> bool:
    """Take `3 and 5 May` for a range only after `between`; `3 and 4 May` follow each other."""
    if expression.part("link") != "and" or word_before(expression, sentence) == "between":
        return True
    first, last = expression.part("day").rstrip("stndrh"), expression.part("day2").rstrip("stndrh")
    return bool(first) and not expression.parts.get("month2") and int(last) == int(first) + 1


def _is_date(expression: Expression, sentence: Sentence) -> bool:
    """Leave out `June 12` in `in June 12 soldiers died`."""
    last = sentence.tokens[expression.last]
    counts = last.dep == "nummod" and last.head.i == last.i + 1 and last.head.tag in ("NNS", "NNPS")
    return not (counts and last.text == expression.parts["day"])


def _is_month(expression: Expression, sentence: Sentence) -> bool:
    """Say whether a month by itself is one: no part of a name, no verb."""
    if any(expression.parts.get(name) for name in ("year", "year_rel", "rel", "part")):
        return True
    token = sentence.tokens[expression.first]
    before = word_before(expression, sentence)
    if expression.part("month") in _NAMELIKE_MONTHS:
        cues = _NAMELIKE_CUES if expression.part("month") in ("may", "march", "mar.") else _MONTH_CUES
        asked = before in cues or (before == "for" and _is_set(sentence.tokens[expression.first - 2]))
        return asked and not _begins_name(expression, sentence)
    if before in _MONTH_CUES:
        return True
    return token.pos not in ("VERB", "AUX") and not _is_in_name(expression, sentence)


def _is_set(token: Token) -> bool:
    """Tell whether a word says that something is set for a time: *scheduled*, *pencilled in*."""
    return token.tag in _SET_FOR and (token.tag != "JJ" or token.lower == "due")


def _is_day_of_month(expression: Expression, sentence: Sentence) -> bool:
    """Leave out `on the 19th floor` and `on the 5th of the list`."""
    after = _after(expression, sentence)
    return after is None or not (after.pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") or after.lower in ("of", "and"))


def _begins_name(expression: Expression, sentence: Sentence) -> bool:
    after = _after(expression, sentence)
    return after is not None and after.text[:1].isupper() and after.head is not sentence.tokens[expression.last]


def _is_in_name(expression: Expression, sentence: Sentence) -> bool:
    before = sentence.tokens[expression.first - 1] if expression.first else None
    return before is not None and before.pos == "PROPN" and before.end + 1 == expression.start


def _is_weekday(expression: Expression, sentence: Sentence) -> bool:
    """`Black Friday`, `the Sunday Times` name no day of the week."""
    after = _after(expression, sentence)
    if word_before(expression, sentence) in _NAMED_DAYS:
        return False
    return after is None or not (after.lower in _PERIODICALS and after.text[:1].isupper())


def _is_season(expression: Expression, sentence: Sentence) -> bool:
    """Ask for a year, a word such as `last`, or `in the` with a season; `Prague Spring` is a name."""
    if any(expression.parts.get(name) for name in ("rel", "part")):
        return True
    if _is_in_name(expression, sentence):
        return False
    if any(expression.parts.get(name) for name in ("year", "year_rel")):
        return True
    before = word_before(expression, sentence)
    noun = sentence.tokens[expression.last].pos in ("NOUN", "PROPN")
    if not noun or sentence.tokens[expression.last].dep == "compound":
        return False
    return before in ("by", "in", "since", "until") or (
        before == "the" and word_before(expression, sentence, 2) in ("in", "during", "over", "by", "until")
    )


def _is_quarter(expression: Expression, sentence: Sentence) -> bool:
    """Take `the third quarter` without its year; halves and last quarters may be of anything, `Q3` a car."""
    if any(expression.parts.get(name) for name in ("year", "year_rel", "year_bare")):
        return True
    if expression.parts["piece"] == "Q":
        return word_before(expression, sentence) in _YEAR_CUES
    return expression.part("piece") == "quarter" and expression.part("ordinal") not in ("last", "final")


def _is_holiday(expression: Expression, sentence: Sentence) -> bool:
    """Ask for a capital, and leave out parts of other names such as `Christmas Island`."""
    token = sentence.tokens[expression.last]
    capital = (expression.parts["holiday"] or "")[0].isupper()
    if _is_in_name(expression, sentence) and not sentence.tokens[expression.first - 1].lower.endswith("day"):
        return False
    return capital and not (token.dep == "compound" and token.head.pos == "PROPN" and token.head.i > token.i)


def _is_today(expression: Expression, sentence: Sentence) -> bool:
    """Leave out `Russia Today`, a broadcaster, and `overnight` beside the day that it belongs to."""
    printed = expression.parts["word"] or ""
    if printed.lower() == "overnight":
        near = sentence.tokens[max(0, expression.first - 2) : expression.last + 3]
        return not any(token.lower in time_words().weekdays for token in near)
    return not (printed[:1].isupper() and _is_in_name(expression, sentence))


def _is_numeric(expression: Expression, sentence: Sentence) -> bool:
    """Ask of a date with two digits for its year that it is one of the calendar, and for a word before its points."""
    if not expression.parts.get("short"):
        return True
    small, large = sorted((int(expression.part("one")), int(expression.part("two"))))
    if not 1 <= small <= 12 or large > 31:
        return False
    return expression.part("mark") == "/" or word_before(expression, sentence) in _DATE_CUES


def _is_short_year(expression: Expression, sentence: Sentence) -> bool:
    return word_before(expression, sentence) in _YEAR_CUES


def _is_vague(expression: Expression, sentence: Sentence) -> bool:
    """Leave out what an event follows: `now that`, `soon after`, `at the time of`, `as soon as`."""
    after = _after(expression, sentence)
    if word_before(expression, sentence) == "as" or (
        sentence.tokens[expression.last].pos == "NOUN" and " " not in expression.text
    ):
        return False
    return after is None or after.lower not in ("that", "after", "before", "of", "when", "thereafter", "afterwards")


def _is_unit(expression: Expression, sentence: Sentence) -> bool:
    """Leave out `the last year of the war`, which counts from the war, and the words before `of March 11`."""
    after = _after(expression, sentence)
    is_counted = expression.part("rel") in ("last", "next") and bool(expression.part("the"))
    is_counted = is_counted or expression.part("unit") == "weekend"
    return not (is_counted and after is not None and after.lower == "of")


def _is_duration(expression: Expression, sentence: Sentence) -> bool:
    """Tell a length of time from an age, a rate (`ten dollars a day`) and an idiom (`one day`)."""
    after = _after(expression, sentence)
    last = sentence.tokens[expression.last]
    if (after is not None and after.lower in ("old", "olds")) or (last.pos == "PROPN" and last.text[0].isupper()):
        return False
    if expression.part("unit").startswith("quarter"):  # else a fraction: "three quarters of the seats"
        return any(word in expression.text.lower() for word in ("straight", "consecutive", "full"))
    if expression.part("count") not in _INDEFINITE or expression.parts.get("about"):
        return True
    if "-" in expression.text:
        return True
    return word_before(expression, sentence) in _LASTING and not (after is not None and after.lower == "of")


def _is_ahead(expression: Expression, sentence: Sentence) -> bool:
    """Leave out what counts from something else: `in two days of talks`."""
    after = _after(expression, sentence)
    return after is None or after.lower not in ("of", "old", "after", "before", "ago", "earlier", "later")


def _is_ago(expression: Expression, sentence: Sentence) -> bool:
    after = _after(expression, sentence)
    return not (expression.part("way") in ("earlier", "later") and after is not None and after.lower == "than")


def _is_frequency(expression: Expression, sentence: Sentence) -> bool:
    """Leave out a newspaper, named (`the Daily Mail`) or not (`a daily`)."""
    token = sentence.tokens[expression.first]
    if token.lower == "daily" and token.pos == "NOUN":
        return False
    return not (token.text[:1].isupper() and (token.dep == "compound" or _is_in_name(expression, sentence)))


_TESTS: Mapping[str, Callable[[Expression, Sentence], bool]] = {
    "year": _is_year,
    "year_range": _is_year_range,
    "date": _is_date,
    "day_of_month": _is_day_of_month,
    "date_range": _is_linked_range,
    "month": _is_month,
    "month_range": _is_linked_range,
    "weekday": _is_weekday,
    "weekday_range": _is_linked_range,
    "quarter": _is_quarter,
    "season": _is_season,
    "holiday": _is_holiday,
    "today": _is_today,
    "unit": _is_unit,
    "duration": _is_duration,
    "ahead": _is_ahead,
    "ago": _is_ago,
    "frequency": _is_frequency,
    "numeric": _is_numeric,
    "short_year": _is_short_year,
    "vague": _is_vague,
}
