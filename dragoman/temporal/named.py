"""Dates told by a named event: `since the coup`, `on the eve of the summit`, `two days after the attack`.

Such an expression gets a date only where the text itself dates the event; otherwise it keeps its words and says what
it counts from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.stages.base import TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.temporal import periods
from dragoman.temporal.clause import is_verb, owner
from dragoman.temporal.govern import governing_time
from dragoman.temporal.periods import UnresolvedError
from dragoman.temporal.words import number, time_words

AFTER, BEFORE, SINCE, EVE, DURING = "after", "before", "since", "eve", "during"
NEAR = 5  # sentences within which the last of several such events is meant

_SINGLE = {
    "since": SINCE, "after": AFTER, "following": AFTER, "before": BEFORE, "during": DURING, "at": DURING,
    "throughout": DURING,
}  # fmt: skip
_PHRASES = {
    ("on", "the", "eve", "of"): EVE, ("in", "the", "wake", "of"): AFTER, ("in", "the", "aftermath", "of"): AFTER,
    ("ahead", "of"): BEFORE, ("prior", "to"): BEFORE, ("on", "the", "sidelines", "of"): DURING,
}  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_UNITS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Named:
    """An expression that counts from an event: tokens `first` to `last` stand before the event's noun."""

    sentence: Sentence
    first: int
    last: int
    noun: Token
    relation: str

    def text(self, text: str) -> str:
        """Return the words from the first to the noun, as printed."""
        tokens = self.sentence.tokens
        return text[tokens[self.first].start : self.noun.end]

    def event(self, text: str) -> str:
        """Return the words that name the event, as printed."""
        return text[self.sentence.tokens[self.last + 1].start : self.noun.end]


@dataclass(frozen=True, slots=True)
class Dated:
    """A telling of an event with the expression that dates it."""

    sentence: int
    token: Token
    time: TimeMention


def with_named(
    sentences: Sequence[Sentence], times: Sequence[TimeMention], text: str, written: str | None
) -> list[TimeMention]:
    """Return `times` in order with the expressions that count from an event, dated where the text dates it.

    `written` is the day of writing, at the latest of which a time after an event ends.
    """
    tellings: dict[str, list[Dated]] | None = None
    kept = {(time.sentence, time.first): time for time in times}
    by_sentence: dict[int, list[TimeMention]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence, []).append(time)
    for sentence in sentences:
        timed = by_sentence.get(sentence.index, [])
        kept |= {(time.sentence, time.first): time for time in _before_clauses(sentence, timed)}
        for named in _named(sentence, timed):
            if tellings is None:
                tellings = _tellings(sentences, by_sentence)
            found = _antecedent(named, tellings)
            old = kept.get((sentence.index, named.first))
            new = _resolved(named, found, old, text, written)
            if new is not None:
                kept[sentence.index, named.first] = new
    return [kept[key] for key in sorted(kept)]


def _is_distance(time: TimeMention) -> bool:
    """Say so of `two days after`, `hours before`, which count from what follows."""
    return time.rule.startswith("not resolved") and time.text.lower().endswith((" after", " before"))


def _before_clauses(sentence: Sentence, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """Yield distances from a clause: of `left on Thursday, a day after rebels attacked`, the attack's day.

    Where no day is told for the main clause the expression is a length of time between the two.
    """
    for time in filter(_is_distance, times):
        mark = sentence.tokens[time.last]
        verb = mark.head
        if mark.dep not in ("mark", "prep") or not is_verb(verb) or verb.i < mark.i or verb.head is verb:
            continue
        others = [other for other in times if other is not time and not other.event]
        known = governing_time(sentence, owner(verb.head), others)
        length = replace(time, function="for", rule="a length of time between two events")
        if known is None or known.function != "on":
            yield length
            continue
        try:
            back = -1 if mark.lower == "after" else 1
            moved = _moved(replace(time, event=verb.text), known, back * _days(time))
            yield replace(moved, rule=f"counted from {owner(verb.head).text!r} ({known.text}): {known.rule}")
        except UnresolvedError:
            yield length


def _named(sentence: Sentence, times: Sequence[TimeMention]) -> Iterator[Named]:
    taken = {i for time in times for i in range(time.first, time.last + 1)}
    distances = {time.last: time for time in times if _is_distance(time)}
    for noun in sentence.tokens:
        if noun.pos not in ("NOUN", "PROPN") or _sort(noun) is None:
            continue
        before = _before_phrase(noun)
        if before < 0 or not _is_definite(noun):
            continue
        if before in distances:
            words = distances[before].text.lower().split()
            relation = AFTER if words[-1] == "after" else BEFORE
            yield Named(sentence, distances[before].first, before, noun, relation)
        elif before not in taken and (found := _relation(sentence, before)):
            first, relation = found
            yield Named(sentence, first, before, noun, relation)


def _sort(word: Token) -> tuple[str, str] | None:
    """Return which sort of event a word names and how long it lasts; `coup attempt` is a coup."""
    nouns = time_words().event_nouns
    if word.lemma.lower() == "attempt":
        return next((nouns[child.lower] for child in word.children if child.lower in nouns and child.i < word.i), None)
    return nouns.get(word.lemma.lower())


def _before_phrase(noun: Token) -> int:
    """Return the index of the word before the noun phrase, -1 when the phrase opens the sentence."""
    own = [noun.i, *(low.i for child in noun.children if child.i < noun.i for low in child.subtree())]
    return min(own) - 1


def _is_definite(noun: Token) -> bool:
    return any(
        (child.dep == "det" and child.lower in _DEFINITE) or child.dep == "poss" or child.pos == "PROPN"
        for child in noun.children
        if child.i < noun.i
    )


def _relation(sentence: Sentence, before: int) -> tuple[int, str] | None:
    """Return the first token of the words up to `before` that say how the event is counted from, and how."""
    lower = [token.lower for token in sentence.tokens[max(0, before - 3) : before + 1]]
    for phrase, relation in _PHRASES.items():
        if tuple(lower[-len(phrase) :]) == phrase:
            return before - len(phrase) + 1, relation
    relation = _SINGLE.get(lower[-1], "")
    return (before, relation) if relation else None


def _tellings(sentences: Sequence[Sentence], times: dict[int, list[TimeMention]]) -> dict[str, list[Dated]]:
    """Return for each sort of event the dated tellings of it, in the order of the text."""
    found: dict[str, list[Dated]] = {}
    for sentence in sentences:
        timed = times.get(sentence.index)
        for token in sentence.tokens if timed else ():
            sort = _sort(token)
            if timed is None or sort is None or token.pos not in ("NOUN", "PROPN", "VERB"):
                continue
            time = governing_time(sentence, token, timed)
            if time is not None and _is_telling(time):
                found.setdefault(sort[0], []).append(Dated(sentence.index, token, time))
    return found


def _is_telling(time: TimeMention) -> bool:
    """Say whether an expression tells when an event was: not one such as `the past six years`."""
    return time.function == "on" and time.value is None and (time.start is not None or time.offset_days is not None)


def _antecedent(named: Named, tellings: dict[str, list[Dated]]) -> Dated | None:
    """Return the telling that dates the event: within the phrase, else the last one before, else the only one after.

    One of several that have different dates is meant only when it stands shortly before.
    """
    sort, _ = _sort(named.noun) or ("", "")
    here = named.sentence.index
    fitting = [told for told in tellings.get(sort, []) if _is_same(named, told)]
    own = next((told for told in fitting if told.token is named.noun and _is_inside(told)), None)
    if own is not None:
        return own
    others = [told for told in fitting if told.token is not named.noun]
    before = [told for told in others if (told.sentence, told.token.i) < (here, named.noun.i)]
    if before and (len(_dates(before)) == 1 or here - before[-1].sentence <= NEAR):
        return before[-1]
    return others[0] if not before and len(_dates(others)) == 1 else None


def _dates(told: Sequence[Dated]) -> set[tuple[str | None, int | None]]:
    return {(item.time.start, item.time.offset_days) for item in told}


def _is_inside(told: Dated) -> bool:
    return any(told.time.first <= low.i <= told.time.last for low in told.token.subtree())


def _is_same(named: Named, told: Dated) -> bool:
    """Say whether whose or which event it is (`the Paris attacks`, `his visit`) does not contradict the telling."""
    ours = _names(named.noun)
    if not ours:
        return True
    clause = told.token if told.token.pos == "VERB" else owner(told.token)
    return bool(ours & {low.lower for low in clause.subtree()})


def _names(noun: Token) -> set[str]:
    """Return the names right before a noun, of a person the last one."""
    return {child.lower for child in noun.children if child.pos == "PROPN" and child.i < noun.i}


def _resolved(
    named: Named, told: Dated | None, old: TimeMention | None, text: str, written: str | None
) -> TimeMention | None:
    """Return the mention, unresolved where nothing dates the event; None for a place in an undated one."""
    event = named.event(text)
    blank = TimeMention(
        sentence=named.sentence.index, first=named.first, last=named.last, start=None, end=None, precision="unknown",
        text=named.text(text), rule="", event=event, value=old.value if old else None,
        function={SINCE: "since", BEFORE: "until"}.get(named.relation, "on") if old is None else "on",
    )  # fmt: skip
    if told is None:
        rule = f"not resolved: counted from {event!r}, which the text does not date"
        return None if named.relation == DURING else replace(blank, rule=rule)
    try:
        found = _shifted(blank, named, told.time, old) if old else _counted(blank, named, told.time, written)
    except UnresolvedError as reason:
        found = replace(blank, rule=f"not resolved: {reason}")
    return found if found is None or found.rule else replace(found, rule=_rule(named, told, event))


def _rule(named: Named, told: Dated, event: str) -> str:
    how = {EVE: "day before", DURING: "time of", SINCE: "since", BEFORE: "before", AFTER: "after"}[named.relation]
    where = "named with its date" if told.token is named.noun else f"told with its date ({told.time.text})"
    return f"{how} {event}, {where}: {told.time.rule}"


def _counted(blank: TimeMention, named: Named, time: TimeMention, written: str | None) -> TimeMention | None:
    _, length = _sort(named.noun) or ("", "")
    is_day = time.precision == "day" or time.offset_days is not None
    if named.relation == DURING or (named.relation == AFTER and length == "talks" and is_day):
        return replace(
            blank, start=time.start, end=time.end, precision=time.precision, offset_days=time.offset_days,
            rule=f"same time as {blank.event}, told with its date ({time.text}): {time.rule}",
        )  # fmt: skip
    if named.relation == EVE:
        return _moved(blank, time, -1)
    if named.relation == AFTER and length != "act":
        raise UnresolvedError(f"when {blank.event!r} ended is not told")
    if time.start is None:
        raise UnresolvedError("the document has no date")
    if named.relation == BEFORE:
        return replace(blank, end=time.start, precision="range", function="until")
    end = written if written is not None and written >= time.start else None
    return replace(blank, start=time.start, end=end, precision="range", function="since")


def _shifted(blank: TimeMention, named: Named, time: TimeMention, old: TimeMention) -> TimeMention:
    """Count days or weeks from the event: `two days after the attack`."""
    return _moved(blank, time, _days(old) * (1 if named.relation == AFTER else -1))


def _days(time: TimeMention) -> int:
    """Return the days of a distance.  Raises UnresolvedError where they cannot be told."""
    words, units = time.text.lower().split(), time_words().units
    unit = next((units[word] for word in words if word in units), "")
    if unit not in _UNITS or time.rule.endswith("how many is not told"):
        raise UnresolvedError(f"a distance in {unit}s gives no date here")
    return next((found for word in words if (found := number(word)) is not None), 1) * _UNITS[unit]


def _moved(blank: TimeMention, time: TimeMention, days: int) -> TimeMention:
    if time.offset_days is not None:
        return replace(blank, offset_days=time.offset_days + days)
    if time.start is None or time.precision != "day":
        raise UnresolvedError(f"the day of {blank.event!r} is not told")
    day = periods.add_days(date.fromisoformat(time.start), days)
    return replace(blank, start=day.isoformat(), precision="day")
