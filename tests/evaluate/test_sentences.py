"""Counts and shares over judged sentences."""

from __future__ import annotations

from dragoman.coder import Coder
from dragoman.evaluate.gold import GoldSentence
from dragoman.evaluate.sentences import Judged, judge, score, score_types


def judged(types: set[str], coded: set[str], *more: set[str]) -> Judged:
    acts = [frozenset(act) for act in (types, *more) if act]
    return Judged(GoldSentence("1", "x", tuple(acts)), frozenset(coded))


def test_every_further_type_counts_against_precision() -> None:
    total = score([judged({"CONSULT"}, {"CONSULT", "AID"}), judged({"AID"}, set()), judged({"AID"}, {"AID"})])
    assert (total.hits, total.exact, total.coded, total.expected) == (2, 1, 3, 3)
    assert total.f1 == 2 * 2 / (3 + 3)
    assert total.confusion["AID", "—"] == 1


def test_silence_is_right_where_nothing_happened() -> None:
    assert not judged(set(), set()).false
    assert judged(set(), {"AID"}).false == ["AID"]


def test_any_of_several_types_is_right() -> None:
    item = judged({"CONCEDE", "RETREAT"}, {"RETREAT"})
    assert (item.missed, item.false) == ([], [])


def test_each_coded_type_counts_for_one_act() -> None:
    item = judged({"CONCEDE", "RETREAT"}, {"RETREAT", "AID"}, {"RETREAT"})
    assert (item.missed, item.false) == ([{"CONCEDE", "RETREAT"}], ["AID"])


def test_counts_by_type() -> None:
    totals = score_types([judged({"CONSULT"}, {"CONSULT", "AID"}), judged({"AID"}, set())])
    assert (totals["CONSULT"].f1, totals["AID"].expected, totals["AID"].coded, totals["AID"].hits) == (1.0, 1, 1, 0)


def test_sentences_are_coded_in_order(coder: Coder) -> None:
    gold = [
        GoldSentence("a", "Chad attacked Sudan.", (frozenset({"ASSAULT"}),)),
        GoldSentence("b", "The sun rose.", ()),
    ]
    assert [(item.gold.id, item.missed, item.false) for item in judge(gold, coder)] == [("a", [], []), ("b", [], [])]


def test_an_empty_set_has_no_shares() -> None:
    total = score([])
    assert (total.precision, total.recall, total.f1) == (0.0, 0.0, 0.0)
