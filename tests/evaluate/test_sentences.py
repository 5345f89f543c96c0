"""Counts and shares over judged sentences."""

from __future__ import annotations

from dragoman.coder import Coder
from dragoman.evaluate.gold import GoldSentence
from dragoman.evaluate.sentences import Judged, judge, score


def judged(types: set[str], coded: set[str]) -> Judged:
    return Judged(GoldSentence("1", "x", frozenset(types)), frozenset(coded))


def test_every_further_type_counts_against_precision() -> None:
    total = score([judged({"CONSULT"}, {"CONSULT", "AID"}), judged({"AID"}, set()), judged({"AID"}, {"AID"})])
    assert (total.hits, total.exact, total.coded, total.expected) == (2, 1, 3, 3)
    assert total.f1 == 2 * 2 / (3 + 3)
    assert total.confusion["AID", "—"] == 1


def test_silence_is_right_where_nothing_happened() -> None:
    assert judged(set(), set()).right
    assert not judged(set(), {"AID"}).right


def test_any_of_several_types_is_right() -> None:
    assert judged({"CONCEDE", "RETREAT"}, {"RETREAT"}).right


def test_sentences_are_coded_in_order(coder: Coder) -> None:
    gold = [
        GoldSentence("a", "Chad attacked Sudan.", frozenset({"ASSAULT"})),
        GoldSentence("b", "The sun rose.", frozenset()),
    ]
    assert [(item.gold.id, item.right) for item in judge(gold, coder)] == [("a", True), ("b", True)]


def test_an_empty_set_has_no_shares() -> None:
    total = score([])
    assert (total.precision, total.recall, total.f1) == (0.0, 0.0, 0.0)
