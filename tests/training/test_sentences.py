"""The training and held-out sentences keep to their form, cover the ontology, and share nothing."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman.evaluate.marked import NONE, MarkedAct, by_sentence, read_marked
from dragoman.ontology import MODES, STATUSES, TYPES

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "training" / "sentences").glob("*.tsv"))
HELD_OUT = ROOT / "quality"


@pytest.fixture(scope="module")
def acts() -> list[MarkedAct]:
    """All rows of the training files; reading them checks their form."""
    return [act for path in FILES for act in read_marked(path)]


def test_at_least_four_thousand_sentences(acts: list[MarkedAct]) -> None:
    assert len(by_sentence(acts)) >= 4000


def test_every_type_mode_and_status_occurs(acts: list[MarkedAct]) -> None:
    types = Counter(act.type for act in acts)
    assert all(types[type_] >= 200 for type_ in (*TYPES, NONE))
    assert {(act.type, act.mode) for act in acts} >= {(type_, mode) for type_, modes in MODES.items() for mode in modes}
    assert {act.status for act in acts} >= set(STATUSES)


def test_every_act_names_a_party(acts: list[MarkedAct]) -> None:
    assert [act.line for act in acts if act.accept and not act.parties] == []


def test_nothing_is_trained_on_what_is_held_out(acts: list[MarkedAct]) -> None:
    held = by_sentence(read_marked(HELD_OUT / "sentences.tsv"))
    articles = "\n".join(path.read_text(encoding="utf-8") for path in (HELD_OUT / "articles").glob("*.txt"))
    assert [act.text for act in acts if act.text in held or act.text in articles] == []


def test_the_held_out_set_is_large_enough() -> None:
    sentences = by_sentence(read_marked(HELD_OUT / "sentences.tsv"))
    assert len(sentences) >= 400
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in (HELD_OUT / "articles").glob("*.json")]
    assert len(golds) >= 12
    for path in (HELD_OUT / "articles").glob("*.json"):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        events = json.loads(path.read_text(encoding="utf-8"))["events"]
        assert [e["quote"] for event in events for e in event["evidence"] if text.count(e["quote"]) != 1] == []
