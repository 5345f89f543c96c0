"""The coder of figures: each amount of a sentence that counts something of the article's matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.claims.figures.amounts import Amount, amounts
from dragoman.claims.figures.circumstances import claimants, place, predicate_of, status, times, what
from dragoman.claims.figures.frames import counted
from dragoman.claims.figures.nouns import Counted
from dragoman.claims.figures.screens import in_a_name, is_told
from dragoman.claims.figures.series import founded, ordinals
from dragoman.claims.figures.told import Told, merged
from dragoman.claims.figures.words import lexicon
from dragoman.claims.passage import Passage
from dragoman.records import Evidence, Figure, content_id
from dragoman.syntax import Token

_NEAR = 5
_COUNTABLE = 4


class Figures:
    """The coder of the list `figures`, for one document."""

    def __init__(self) -> None:
        self._found: list[Told] = []
        self._before: Counted | None = None
        self._sentence = -2

    def read(self, passage: Passage) -> None:
        """Take in one sentence."""
        if passage.silent:
            return
        found = list(self._counted(passage))
        taken = {i for amount, _ in found for i in range(amount.first, amount.last + 1)}
        found += [pair for pair in (*ordinals(passage), *founded(passage)) if pair[0].number not in taken]
        found.sort(key=lambda pair: pair[0].first)
        numbers = [amount.number for amount, _ in found]
        self._found += [_told(amount, counts, passage, numbers) for amount, counts in found]

    def records(self) -> tuple[Figure, ...]:
        """Return the figures of the document."""
        return merged(self._found)

    def _counted(self, passage: Passage) -> Iterator[tuple[Amount, Counted]]:
        """Yield the amounts that are figures, each with what it counts."""
        number = passage.sentence.index
        before = self._before if number <= self._sentence + 1 else None
        for amount in amounts(passage.sentence.tokens):
            if in_a_name(amount, passage):
                continue
            found = counted(amount, passage, before)
            if found is None:
                continue
            self._before, self._sentence, before = found, number, found
            if not is_told(amount, found, passage):
                continue
            yield _without_preposition(amount, found, passage.sentence.tokens), found


def _without_preposition(amount: Amount, found: Counted, tokens: Sequence[Token]) -> Amount:
    """Take *about* and *over* for prepositions: *a story about two refugees*, *a plan over five years*."""
    if amount.number - amount.first != 1:
        return amount
    word = tokens[amount.first].lower
    before = tokens[amount.first - 1] if amount.first else None
    lemma = before.lemma if before is not None else ""
    kind = found.measure.kind
    few = amount.value is not None and amount.value <= _COUNTABLE and kind in ("people", "troops", "thing")
    topic = word == "about" and (few or lemma in lexicon().contexts["topic"])
    spread = word == "over" and kind == "time" and not found.attributive
    compared = before is None or before.pos == "ADP" or lemma in lexicon().contexts["lasting"]
    return replace(amount, comparator=None, first=amount.number) if topic or (spread and not compared) else amount


def _told(amount: Amount, found: Counted, passage: Passage, numbers: Iterable[int]) -> Told:
    predicate = predicate_of(amount, found, passage)
    found = _as_people(found, predicate)
    evidence = _evidence(amount, found, predicate, passage, numbers)
    when = times(amount, found, predicate, passage)
    shown = found
    while not shown.words and shown.like is not None:
        shown = shown.like
    population = passage.text(shown.words) if shown.words else None
    given = claimants(amount, predicate, passage)
    figure = Figure(
        id=content_id("figure", passage.document.content_id, evidence.start, amount.number, found.measure.id),
        value=amount.value, upper=amount.upper, text=_text(amount, passage), comparator=amount.comparator,
        unit=found.unit, population=population, what=what(amount, found, predicate, passage),
        place=place(found, predicate, passage), period=when.period, as_of=when.as_of, cumulative=when.cumulative,
        claimants=given, status=status(predicate, found, told=bool(given)),
        attribution=passage.attribution(passage.sentence.tokens[amount.last]), evidence=(evidence,),
        rule=found.measure.id, confidence=found.confidence,
    )  # fmt: skip
    head = shown.noun.lemma if shown.noun is not None else shown.words[-1].lemma if shown.words else ""
    act = predicate.lemma if predicate is not None and predicate.pos != "AUX" else figure.what or ""
    before = passage.sentence.tokens[amount.first - 1].lower if amount.first else ""
    return Told(figure, amount.vague.id if amount.vague else "", head, act, before in ("the", "these", "those"))


def _as_people(found: Counted, predicate: Token | None) -> Counted:
    """Soldiers who are killed or caught count as people; so does an unknown people: *seven Copts were killed*."""
    harmed = predicate is not None and predicate.lemma in lexicon().contexts["casualty"]
    noun = found.noun
    people = noun is not None and found.measure.id == "thing" and noun.text[0].isupper() and noun.text.isalpha()
    if (found.measure.kind == "troops" or people) and harmed and not found.attributive:
        return replace(found, measure=lexicon().measures["people"], unit="people")
    return found


def _text(amount: Amount, passage: Passage) -> str:
    tokens = passage.sentence.tokens[amount.first : amount.last + 1]
    return " ".join(passage.evidence(tokens[0].start, tokens[-1].end).quote.split())


def _evidence(
    amount: Amount, found: Counted, predicate: Token | None, passage: Passage, numbers: Iterable[int]
) -> Evidence:
    """Return the stretch from the comparator to what is counted, and to the verb where it is near."""
    fate = found.anchor.i + 1 if found.noun is None and found.measure.kind == "people" else 0
    if (
        fate
        and fate < len(passage.sentence.tokens)
        and passage.sentence.tokens[fate].lower in lexicon().contexts["fate"]
    ):
        ends_at = fate
    else:
        ends_at = amount.last
    ends = [ends_at, amount.first, amount.last, found.anchor.i, *(token.i for token in found.words)]
    first, last = min(ends), max(ends)
    if predicate is not None:
        low, high = min(first, predicate.i), max(last, predicate.i)
        others = [number for number in numbers if number != amount.number]
        if high - last <= _NEAR and first - low <= _NEAR and not any(low <= number <= high for number in others):
            first, last = low, high
    tokens = passage.sentence.tokens
    return passage.evidence(tokens[first].start, tokens[last].end)
