"""Whom an act concerns that names nobody it is done to, and who did what was done in an act of force."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document, Event


def only(coder: Coder, sentence: str, type_: str) -> Event:
    (event,) = (e for e in coder.code(Document(id="t", text=sentence, language="en")).events if e.type == type_)
    return event


@pytest.mark.parametrize(
    ("sentence", "type_", "recipients"),
    [
        ("Norway has refused to deploy engineers in Chad, its defence minister said.", "REJECT", ["TCD"]),
        ("The African Union agreed to open a training centre in Nairobi.", "AGREE", ["KEN"]),
        ("Kenyan police imposed a curfew in the port of Mombasa.", "COERCE", ["KEN"]),
        ("Belgium sent tents to refugees from the war in Sudan.", "AID", ["SDN"]),
    ],
)
def test_what_an_act_is_about_names_whom_it_concerns(
    coder: Coder, sentence: str, type_: str, recipients: list[str]
) -> None:
    assert [actor.country for actor in only(coder, sentence, type_).recipients] == recipients


def test_the_inference_is_named(coder: Coder) -> None:
    (kenya,) = only(coder, "The African Union agreed to open a training centre in Nairobi.", "AGREE").recipients
    assert kenya.basis == "named in what the act concerns"


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Norway refused to sign the Lisbon Treaty.", "REJECT"),  # a town that gives a treaty its name
        ("Norway signed the treaty in Nairobi.", "SUPPORT"),  # where it is signed
        ("Norway refused to go on after the war in Chad.", "REJECT"),  # what the act is told beside
    ],
)
def test_other_names_concern_nobody(coder: Coder, sentence: str, type_: str) -> None:
    assert only(coder, sentence, type_).recipients == ()


def test_people_are_not_of_the_country_that_a_clause_about_them_names(coder: Coder) -> None:
    event = only(coder, "Dutch police used dogs against protesters waving Turkish flags.", "ASSAULT")
    assert "TUR" not in {actor.country for actor in event.recipients}


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Three civilians were killed in an Israeli air strike on Gaza.", ["ISR"], ["PSE"]),
        ("Six soldiers died in fighting with the PKK near Cizre.", ["TUR"], ["TUR"]),
        ("Five people were killed in a raid by Kenyan police in Mombasa.", ["KEN"], ["KEN"]),
        ("Nine Taliban fighters were killed during an Afghan army operation in Helmand.", ["AFG"], ["AFG"]),
        ("Two villagers were wounded in shelling by Syrian government forces.", ["SYR"], [None]),
        ("Twelve militants were killed in an operation in North Waziristan.", ["PAK"], ["PAK"]),
        ("Four children died in the bombing of a Kabul market.", [], ["AFG"]),
    ],
)
def test_an_act_of_force_in_which_people_died_has_an_author(
    coder: Coder, sentence: str, actors: list[str], recipients: list[str | None]
) -> None:
    event = only(coder, sentence, "ASSAULT")
    assert [actor.country for actor in event.actors] == actors
    assert [actor.country for actor in event.recipients] == recipients


def test_others_are_more_of_the_same(coder: Coder) -> None:
    sentence = "A roadside bomb killed two Iraqi policemen and wounded five others in Basra."
    events = coder.code(Document(id="t", text=sentence, language="en")).events
    assert [[actor.name for actor in event.recipients] for event in events] == [["Iraq: policemen"]] * 2
    assert events[1].recipients[0].basis == "others of the same"


def test_some_are_of_those_just_named(coder: Coder) -> None:
    sentence = (
        "Hundreds of young Danes left Europe and joined the militia, with some returning to carry out attacks in Paris."
    )
    (dane,) = only(coder, sentence, "ASSAULT").actors
    assert dane.country == "DNK"


def test_the_network_sees_a_list_whole(coder: Coder) -> None:
    sentence = "Ministers of Chad, Niger and Togo met in Lagos, where Mali, Ghana, Benin and Guinea held talks too."
    codings = coder.code(Document(id="t", text=sentence, language="en")).events
    named = [{actor.country for actor in (*event.actors, *event.recipients)} for event in codings]
    assert all(len(group & {"MLI", "GHA", "BEN", "GIN"}) in (0, 4) for group in named)
