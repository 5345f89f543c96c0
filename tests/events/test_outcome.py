"""What an act counts as, from its sense and its standing."""

from __future__ import annotations

import pytest

from dragoman.events.outcome import outcome
from dragoman.events.senses import Sense, load_senses
from dragoman.events.status import Standing
from dragoman.ontology import TYPES


def sense_of(type_: str, *, negated: bool = False) -> Sense:
    return next(
        s for s in load_senses().senses if s.type == type_ and (s.negated is not None) == negated and s.future is None
    )


@pytest.mark.parametrize(
    ("type_", "mood", "coded"),
    [
        ("CONSULT", "future", ("AGREE", "planned")),
        ("AID", "future", ("AGREE", "planned")),
        ("RETREAT", "future", ("CONCEDE", "planned")),
        ("ASSAULT", "future", ("THREATEN", "planned")),
        ("ASSAULT", "conditional", ("THREATEN", "conditional")),
        ("ASSAULT", "fact", ("ASSAULT", "happened")),
        ("REQUEST", "fact", ("REQUEST", "demanded")),
    ],
)
def test_mood_decides_type_and_status(type_: str, mood: str, coded: tuple[str, str]) -> None:
    found = outcome(sense_of(type_), Standing(mood=mood))
    assert found is not None
    assert (found.type, found.status) == coded


def test_leaving_unless_terms_are_met_is_a_threat() -> None:
    found = outcome(sense_of("RETREAT"), Standing(mood="conditional", steps=("unless clause",)))
    assert found is not None
    assert (found.type, found.status) == ("THREATEN", "conditional")


@pytest.mark.parametrize("mood", ["possible", "unreal", "obligation"])
@pytest.mark.parametrize("type_", TYPES)
def test_what_is_only_thought_of_is_no_act(type_: str, mood: str) -> None:
    assert outcome(sense_of(type_), Standing(mood=mood)) is None


def test_a_denied_deed_is_kept_as_denied() -> None:
    found = outcome(sense_of("ASSAULT"), Standing(negated=True))
    assert found is not None
    assert (found.type, found.status) == ("ASSAULT", "denied")


def test_a_request_that_was_not_made_is_no_act() -> None:
    assert outcome(sense_of("REQUEST"), Standing(negated=True)) is None


def test_a_refusal_is_an_act_of_its_own() -> None:
    found = outcome(sense_of("CONSULT", negated=True), Standing(negated=True))
    assert found is not None
    assert (found.type, found.keeps_modes) == ("REJECT", False)


def test_announcing_not_to_help_is_a_rejection() -> None:
    found = outcome(sense_of("AID"), Standing(mood="future", negated=True))
    assert found is not None
    assert found.type == "REJECT"


@pytest.mark.parametrize(
    ("type_", "own", "spared"), [("ASSAULT", True, True), ("ASSAULT", False, False), ("PROTEST", True, False)]
)
def test_a_harm_that_its_author_forswears_is_a_concession(type_: str, own: bool, spared: bool) -> None:
    coded = outcome(sense_of(type_), Standing(mood="future", negated=True, own=own))
    assert (coded is not None and (coded.type, coded.status) == ("CONCEDE", "planned")) is spared


def test_hearsay_is_a_reported_claim() -> None:
    found = outcome(sense_of("ASSAULT"), Standing(claim=True))
    assert found is not None
    assert found.status == "reported-claim"


def test_an_act_in_progress_is_ongoing() -> None:
    found = outcome(sense_of("ASSAULT"), Standing(ongoing=True))
    assert found is not None
    assert found.status == "ongoing"


@pytest.mark.parametrize(
    ("type_", "own", "threat"), [("SANCTION", True, True), ("SANCTION", False, False), ("AID", True, False)]
)
def test_a_hostile_act_that_its_author_holds_out_as_possible_is_a_threat(type_: str, own: bool, threat: bool) -> None:
    coded = outcome(sense_of(type_), Standing(mood="possible", own=own))
    assert (coded is not None and (coded.type, coded.status) == ("THREATEN", "conditional")) is threat


def test_what_cannot_be_accepted_is_refused_and_what_can_is_not() -> None:
    refusal = next(s for s in load_senses().senses if s.type == s.negated == "REJECT")
    found = outcome(refusal, Standing(mood="possible", negated=True))
    assert found is not None
    assert (found.type, found.status) == ("REJECT", "happened")
    assert outcome(refusal, Standing(mood="possible")) is None
