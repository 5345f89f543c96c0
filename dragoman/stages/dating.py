"""The dating stage: when a document without a date was written, and dates in the text that gainsay its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from dragoman.dictionary import Tenure
from dragoman.records import Document, WrittenBounds
from dragoman.resolution.actors import ActorResolver
from dragoman.resolution.offices import Named
from dragoman.resolution.words import words_of
from dragoman.stages.base import Draft, Mention, Stage, TimeMention
from dragoman.syntax import Sentence
from dragoman.temporal.clause import PAST, head_token, tense

_NOT_NOW = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "next", "future", "incoming", "elect"})
_BESIDE = frozenset({"compound", "amod", "nmod", "poss", "det"})
MOST = 40  # mentions of persons that are looked up
_LONG = 14  # words of an office


class _Bound(NamedTuple):
    """From when to when a document may have been written, and what tells it."""

    earliest: str | None
    latest: str | None
    basis: str


class Dating(Stage):
    """Fill `written` of a document without a date; note where the text of a dated one tells of a later day as past.

    What is inferred here is never used for the date of an event.
    """

    name: ClassVar[str] = "dating"
    requires: ClassVar[frozenset[str]] = frozenset({"document", "sentences", "mentions", "times"})
    assigns: ClassVar[frozenset[str]] = frozenset({"document"})

    def __init__(self, resolver: ActorResolver) -> None:
        self._resolver = resolver

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its document bounded or noted upon."""
        document = draft.document
        if document.date is not None:
            notes = tuple(_later(document, draft.sentences, draft.times))
            return replace(draft, document=replace(document, notes=(*document.notes, *notes))) if notes else draft
        written = _joined([*_told(draft.sentences, draft.times), *self._offices(draft)])
        return replace(draft, document=replace(document, written=written)) if written else draft

    def _offices(self, draft: Draft) -> Iterator[_Bound]:
        """Yield the terms of persons named with an office, where the sentence tells of no other year."""
        elsewhen = {time.sentence for time in draft.times if time.start is not None}
        persons = [m for m in draft.mentions if m.kind == "person" and m.entry and m.sentence not in elsewhen]
        for mention in persons[:MOST]:
            bound = self._term(draft.sentences[mention.sentence], mention, draft.document.text)
            if bound is not None:
                yield bound

    def _term(self, sentence: Sentence, mention: Mention, text: str) -> _Bound | None:
        """Return the years in which the person named held the office beside the name."""
        first, last = _phrase(sentence, mention)
        tokens = sentence.tokens[first : last + 1]
        words = [token.lower for token in tokens]
        if not _NOT_NOW.isdisjoint(words):
            return None
        found = self._resolver.resolve(text[tokens[0].start : tokens[-1].end])
        entry = self._resolver.dictionary.entries.get(found.id or "")
        if entry is None or entry.id != mention.entry or found.office is None:
            return None
        if not self._is_same_office(words, found.office):
            return None
        terms = [tenure for tenure in entry.tenures if tenure.office == found.office]
        return _hull(terms, f"names {found.name} as {found.office}")

    def _is_same_office(self, words: list[str], printed: str) -> bool:
        """Say whether words beside a name stand for the office as the dictionary prints it."""
        said = self._resolver.incumbents.find(words)
        held = self._resolver.incumbents.find([word.lower for word in words_of(printed)])
        return said is not None and held is not None and not _ids(said).isdisjoint(_ids(held))


def _ids(named: Named) -> set[str]:
    return {office.id for office in named.offices}


def _hull(terms: list[Tenure], basis: str) -> _Bound | None:
    """Return from the first day to the last of all terms in an office; an end that is not known stays open."""
    starts, ends = [term.start for term in terms], [term.end for term in terms]
    earliest = None if None in starts else min(filter(None, starts), default=None)
    latest = None if None in ends else max(filter(None, ends), default=None)
    if earliest is None and latest is None:
        return None
    return _Bound(earliest, latest, f"{basis}, {earliest or '?'} to {latest or 'now or not known'}")


def _phrase(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """Return the first and last token of a name with the words of an office before or after it."""
    head = head_token(sentence, mention.first, mention.last)
    first, last = mention.first, mention.last
    for child in head.children:
        below = [low.i for low in child.subtree()]
        if child.dep in _BESIDE and min(below) < first and max(below) - min(below) < _LONG:
            first = min(below)
        elif child.dep == "appos" and child.i > last and max(below) - last < _LONG:
            last = max(below)
    return first, last


def _past(sentences: Iterable[Sentence], times: Iterable[TimeMention]) -> Iterator[TimeMention]:
    """Yield the expressions with a calendar date that a verb of the past governs, not a noun: `the 2025 target`."""
    by_index = {sentence.index: sentence for sentence in sentences}
    for time in times:
        if time.start is None or time.event or time.function not in ("on", "since"):
            continue
        head = head_token(by_index[time.sentence], time.first, time.last)
        if head.head.i < head.i and tense(head) == PAST:
            yield time


def _told(sentences: Iterable[Sentence], times: Iterable[TimeMention]) -> Iterator[_Bound]:
    """Yield the latest date told as past: the document is no older."""
    latest = max(_past(sentences, times), key=lambda time: time.start or "", default=None)
    if latest is not None:
        yield _Bound(latest.start, None, f"tells of {latest.text!r} as past")


def _joined(bounds: list[_Bound]) -> WrittenBounds | None:
    """Return what all bounds leave; where they contradict each other, the text tells of several times: nothing."""
    earliest = max((bound.earliest for bound in bounds if bound.earliest), default=None)
    latest = min((bound.latest for bound in bounds if bound.latest), default=None)
    if earliest is None and latest is None:
        return None
    if earliest is not None and latest is not None and earliest[: len(latest)] > latest[: len(earliest)]:
        return None
    telling = [bound.basis for bound in bounds if bound.earliest == earliest or bound.latest == latest]
    return WrittenBounds(earliest=earliest, latest=latest, basis=tuple(dict.fromkeys(telling)))


def _later(document: Document, sentences: Iterable[Sentence], times: Iterable[TimeMention]) -> Iterator[str]:
    """Yield a note where the text tells of a day as past that comes after the date of the document."""
    stamp = document.published or document.updated
    if stamp is None or stamp.precision not in ("day", "minute"):
        return
    limit = (date.fromisoformat(stamp.date[:10]) + timedelta(days=1)).isoformat()
    for time in _past(sentences, times):
        start = time.start or ""
        if start > limit[: len(start)] and "as printed" in time.rule:
            yield (
                f"the text tells of {time.text!r} ({start}) as past, which comes after {stamp.date} ({stamp.basis}); "
                "both are kept"
            )
            return
