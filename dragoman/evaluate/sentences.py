"""Scoring the coder's event types on gold sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.coder import Coder
from dragoman.evaluate.gold import GoldSentence
from dragoman.records import Coding, Document


@dataclass(slots=True)
class Score:
    """Counts over sentences; types are counted once a sentence."""

    sentences: int = 0
    expected: int = 0
    """Sentences that should give an event."""
    coded: int = 0
    """Types coded, over all sentences."""
    hits: int = 0
    """Sentences for which a right type was coded."""
    exact: int = 0
    """Sentences for which nothing but right types was coded."""
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(expected, coded) → sentences; `—` for none."""

    @property
    def precision(self) -> float:
        """Share of the coded types that were right."""
        return self.hits / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of the sentences with an event for which a right type was coded."""
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

    @property
    def right(self) -> bool:
        """Tell whether a right type was coded, or rightly nothing."""
        return bool(self.coded & self.gold.types) if self.gold.types else not self.coded


def judge(sentences: Iterable[GoldSentence], coder: Coder) -> Iterator[Judged]:
    """Code each sentence as a document of its own and set its types beside the gold ones."""
    listed = list(sentences)
    documents = (Document(id=gold.id, text=gold.text, title="") for gold in listed)
    for gold, result in zip(listed, coder.stream(documents), strict=True):
        types = {event.type for event in result.events} if isinstance(result, Coding) else set()
        yield Judged(gold, frozenset(types))


def score(judged: Iterable[Judged]) -> Score:
    """Return the counts over judged sentences."""
    total = Score()
    for item in judged:
        hit = bool(item.coded & item.gold.types)
        total.sentences += 1
        total.expected += bool(item.gold.types)
        total.coded += len(item.coded)
        total.hits += hit
        total.exact += bool(item.coded) and item.coded <= item.gold.types
        want = "|".join(sorted(item.gold.types)) or "—"
        for coded in sorted(item.coded) or ["—"]:
            total.confusion[want, coded] += 1
    return total
