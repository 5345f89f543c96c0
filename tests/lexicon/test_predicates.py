"""Every predicate sense fires on its own example and stays silent on its counter-example."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.coder import default_stages
from dragoman.dictionary import load_dictionary
from dragoman.events.senses import Sense, load_senses
from dragoman.ontology import TYPES
from dragoman.pipeline import Pipeline
from dragoman.records import Document
from dragoman.stages.base import Draft

LEXICON = load_senses()
SENSES = LEXICON.senses


@pytest.fixture(scope="module")
def rules() -> dict[str, frozenset[str]]:
    """Rules that fire on `id:example` and `id:counter` when the senses decide alone, all in one stream."""
    documents = [
        Document(id=f"{sense.id}:{which}", text=getattr(sense, which), language="en", title="")
        for sense in SENSES
        for which in ("example", "counter")
    ]
    drafts = Pipeline(default_stages(load_dictionary(), LEXICON, None)).stream(documents)
    return {d.document.id: frozenset(e.rule for e in d.events) for d in drafts if isinstance(d, Draft)}


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.id)
def test_a_sense_fires_on_its_example(sense: Sense, rules: dict[str, frozenset[str]]) -> None:
    assert sense.id in rules[f"{sense.id}:example"], f"{sense.source}: {sense.example}"


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.id)
def test_a_sense_is_silent_on_its_counter_example(sense: Sense, rules: dict[str, frozenset[str]]) -> None:
    assert sense.id not in rules[f"{sense.id}:counter"], f"{sense.source}: {sense.counter}"


def test_all_types_are_covered_by_at_least_three_hundred_senses() -> None:
    counts = Counter(sense.type for sense in SENSES)
    assert set(counts) == set(TYPES)
    assert len(SENSES) >= 300


def test_no_two_senses_share_an_example() -> None:
    examples = Counter(sense.example for sense in SENSES)
    assert [text for text, count in examples.items() if count > 1] == []
