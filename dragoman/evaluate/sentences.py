"""Scoring the coder's event types on gold sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.coder import Coder
from dragoman.evaluate.gold import GoldSentence
from dragoman.pipeline import Pipeline
from dragoman.records import Document, Event, Failure

NOTHING = "—"


@dataclass(slots=True)
class Score:
    """Counts over sentences; types are counted once a sentence."""

    sentences: int = 0
    expected: int = 0
    """Acts that should be coded."""
    coded: int = 0
    """Types coded, over all sentences."""
    hits: int = 0
    """Acts for which a right type was coded."""
    exact: int = 0
    """Sentences for which the right types were coded and nothing else."""
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(expected, coded) → count; `—` for none."""

    @property
    def precision(self) -> float:
        """Share of the coded types that were right."""
        return self.hits / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of the acts for which a right type was coded."""
        return self.hits / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall: every further type counts as a false one."""
        total = self.coded + self.expected
        return 2 * self.hits / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence with what was expected and what was coded."""

    gold: GoldSentence
    coded: frozenset[str]

    def pairs(self) -> Iterator[tuple[frozenset[str] | None, str | None]]:
        """Yield each act with the coded type that fits it or None, then each coded type that fits none."""
        left = sorted(self.coded)
        for types in sorted(self.gold.acts, key=len):
            fits = next((type_ for type_ in left if type_ in types), None)
            if fits is not None:
                left.remove(fits)
            yield types, fits
        yield from ((None, type_) for type_ in left)

    @property
    def missed(self) -> list[frozenset[str]]:
        """The acts for which no right type was coded."""
        return [types for types, fits in self.pairs() if types is not None and fits is None]

    @property
    def false(self) -> list[str]:
        """The coded types that fit no act."""
        return [fits for types, fits in self.pairs() if types is None and fits is not None]


def code_each(
    sentences: Iterable[GoldSentence], coder: Coder | Pipeline
) -> Iterator[tuple[GoldSentence, tuple[Event, ...]]]:
    """Code each sentence as a document of its own and yield it with its events; one that fails has none."""
    listed = list(sentences)
    documents = (Document(id=gold.id, text=gold.text, title="") for gold in listed)
    for gold, result in zip(listed, coder.stream(documents), strict=True):
        yield gold, () if isinstance(result, Failure) else result.events


def judge(sentences: Iterable[GoldSentence], coder: Coder | Pipeline) -> Iterator[Judged]:
    """Code each sentence as a document of its own and set its types beside the gold ones."""
    for gold, events in code_each(sentences, coder):
        yield Judged(gold, frozenset(event.type for event in events))


def score(judged: Iterable[Judged]) -> Score:
    """Return the counts over judged sentences."""
    total = Score()
    for item in judged:
        missed, false = item.missed, item.false
        total.sentences += 1
        total.expected += len(item.gold.acts)
        total.coded += len(item.coded)
        total.hits += len(item.gold.acts) - len(missed)
        total.exact += bool(item.coded) and not missed and not false
        for types, fits in item.pairs():
            if types is not None and fits is not None:
                total.confusion[fits, fits] += 1
        for types in missed:
            for type_ in false or [NOTHING]:
                total.confusion["|".join(sorted(types)), type_] += 1
        for type_ in false if not missed else ():
            total.confusion[NOTHING, type_] += 1
    return total


def score_types(judged: Iterable[Judged]) -> dict[str, Score]:
    """Return the counts for each type: its acts, and what was coded as it."""
    totals: dict[str, Score] = {}
    for item in judged:
        for types, fits in item.pairs():
            name = fits or "|".join(sorted(types or ()))
            total = totals.setdefault(name, Score())
            total.expected += types is not None
            total.coded += fits is not None
            total.hits += types is not None and fits is not None
    return totals
