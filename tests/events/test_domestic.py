"""The other side of an act of home politics."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.events.known import AT_HOME
from dragoman.records import Document, Event
from tests.events.test_parties import last


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [actor.country for actor in event.actors], [actor.country for actor in event.recipients]


def only(coder: Coder, text: str) -> Event:
    (event,) = coder.code(Document(id="t", text=text, title="", language="en")).events
    return event


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("The teachers' union rejected the offer.", "REJECT", ["PER"], ["PER"]),
        ("The government accused the union of fraud.", "ACCUSE", ["PER"], ["PER"]),
        ("The senator was sentenced to nine years in prison.", "SANCTION", ["PER"], ["PER"]),
        ("Police detained six journalists.", "COERCE", ["PER"], ["PER"]),
        ("The opposition called off the strike.", "CONCEDE", ["PER"], ["PER"]),
        ("Gunmen shot dead a senator.", "ASSAULT", ["PER"], ["PER"]),
        ("The government deported forty people.", "COERCE", ["PER"], [None]),
        ("The foreign minister rejected the demand.", "REJECT", ["PER"], []),
        ("The opposition rejected a call from Chile.", "REJECT", ["PER"], ["CHL"]),
        ("The opposition rejected the offer of the European Union.", "REJECT", ["PER"], [None]),
    ],
)
def test_both_sides_are_of_the_home_country_where_nobody_else_is_told_of(
    coder: Coder, sentence: str, type_: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    event = last(coder, sentence)
    assert event.type == type_
    assert sides(event) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Teachers in Zambia went on strike.", ["ZMB"], ["ZMB"]),
        ("Zambia rejected the demand.", ["ZMB"], []),
        ("Zambian soldiers killed nine villagers.", ["ZMB"], [None]),
        ("Zambian police killed nine villagers.", ["ZMB"], ["ZMB"]),
        ("A Zambian former president was charged with fraud.", ["ZMB"], ["ZMB"]),
        ("Zambia was accused of torture.", [], ["ZMB"]),
        ("The president condemned Zambia.", [None], ["ZMB"]),
        ("Students condemned Zambia.", [None], ["ZMB"]),
    ],
)
def test_a_state_and_its_soldiers_may_act_abroad_and_all_the_world_accuse_it(
    coder: Coder, text: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    assert sides(only(coder, text)) == (actors, recipients)


def test_a_country_told_of_just_before_may_be_whom_an_act_is_done_to(coder: Coder) -> None:
    text = (
        "Prices rose in Peru this year, and Lima saw long queues. Chile had its say. The opposition rejected the offer."
    )
    events = coder.code(Document(id="t", text=text, title="Peru's capital shaken by protests", language="en")).events
    assert [sides(event) for event in events if event.type == "REJECT"] == [(["PER"], [])]


def test_police_and_judges_deal_with_their_own(coder: Coder) -> None:
    text = "Zambia met Malawi. Malawi thanked Zambia. A Zambian court freed three of the suspects."
    events = coder.code(Document(id="t", text=text, title="Zambia and Malawi", language="en")).events
    assert [sides(event) for event in events if event.type in ("RETREAT", "CONCEDE")] == [(["ZMB"], ["ZMB"])]


def test_whoever_accuses_somebody_at_home_stays_unnamed(coder: Coder) -> None:
    event = only(coder, "A former Zambian minister is accused of fraud.")
    assert [(actor.name, actor.country, actor.basis) for actor in event.actors] == [("unnamed", "ZMB", AT_HOME)]


def test_what_was_only_taken_to_be_so_makes_no_two_acts_one(coder: Coder) -> None:
    text = (
        "Zambia's capital saw long queues. The union rejected the offer on Monday. "
        "Zambian lawmakers rejected the budget on Tuesday."
    )
    events = coder.code(Document(id="t", text=text, title="Zambia in despair", language="en")).events
    assert [event.type for event in events] == ["REJECT", "REJECT"]
