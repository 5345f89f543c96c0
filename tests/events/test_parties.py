"""Who acts and to whom it is done, where a reader knows it from the article only."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document, Event

TITLE = "Peru's capital shaken by protests"
LEAD = "Prices rose in Peru this year, and Lima saw long queues. "


def last(coder: Coder, sentence: str) -> Event:
    """Return the one event of `sentence`, which ends an article about Peru."""
    coding = coder.code(Document(id="t", text=LEAD + sentence, title=TITLE, language="en"))
    (event,) = (event for event in coding.events if event.evidence[0].quote == sentence)
    return event


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        ("Police arrested twenty protesters.", "COERCE", ["PER"], ["PER"]),
        ("Thousands of students protested against the reform.", "PROTEST", ["PER"], ["PER"]),
        ("The opposition accused Chile of spying.", "ACCUSE", ["PER"], ["CHL"]),
        ("Gunmen killed nine villagers.", "ASSAULT", ["PER"], ["PER"]),
        ("The rebels attacked foreign troops.", "ASSAULT", ["PER"], [None]),
        ("Soldiers deported forty people.", "COERCE", ["PER"], [None]),
    ],
)
def test_those_named_without_a_country_are_of_the_article(
    coder: Coder, sentence: str, type_: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    event = last(coder, sentence)
    assert event.type == type_
    assert [a.country for a in event.actors] == actors
    assert [a.country for a in event.recipients] == recipients


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Norway's minister said Mali's remarks were long and demanded an apology.", ["NOR"], ["MLI"]),
        ("Norway's minister insisted that it should sign a deal with Mali.", ["NOR"], ["MLI"]),
        ("Norwegian ministers sat down for talks with rebels from Mali.", ["NOR", "MLI"], []),
    ],
)
def test_whom_the_words_around_tell(
    coder: Coder, sentence: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    (event,) = coder.code(Document(id="t", text=sentence, title="", language="en")).events
    assert [a.country for a in event.actors] == actors
    assert [a.country for a in event.recipients] == recipients


def test_the_inference_is_named(coder: Coder) -> None:
    (students,) = last(coder, "Thousands of students protested against the reform.").actors
    assert students.basis == "country of the article"


def test_the_place_of_the_act_goes_before_the_article(coder: Coder) -> None:
    event = last(coder, "Police arrested twenty protesters in the Bolivian town of Uyuni.")
    assert {actor.country for actor in (*event.actors, *event.recipients)} == {"BOL"}


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The company signed an agreement with a university in Lima.", []),
        ("The company signed an agreement with the Chilean government.", ["SUPPORT"]),
        ("Experts called for more research on bees.", []),
        ("Doctors went on strike in Lima.", ["PROTEST"]),
    ],
)
def test_firms_schools_and_hospitals_among_themselves_are_not_of_public_life(
    coder: Coder, sentence: str, types: list[str]
) -> None:
    events = coder.code(Document(id="t", text=sentence, language="en")).events
    assert [event.type for event in events] == types


def sides(coder: Coder, sentence: str) -> list[str | None]:
    """Return the countries of all who take part in the one event of `sentence`, a document by itself."""
    (event,) = coder.code(Document(id="t", text=sentence, language="en")).events
    return [actor.country for actor in (*event.actors, *event.recipients)]


def test_several_of_one_body_meet_without_another_side(coder: Coder) -> None:
    event = coder.code(Document(id="t", text="The OPEC ministers met in Vienna on Friday.", language="en")).events[0]
    assert [actor.name for actor in event.actors] == ["OPEC"]


def test_who_hosts_a_gathering_is_not_alone(coder: Coder) -> None:
    event = coder.code(Document(id="t", text="Kazakhstan hosted a new round of peace talks.", language="en")).events[0]
    assert [actor.country for actor in event.actors] == ["KAZ"]


def test_one_alone_meets_nobody(coder: Coder) -> None:
    assert coder.code(Document(id="t", text="The Peruvian minister met on Friday.", language="en")).events == ()


def test_whom_an_official_meets_does_not_say_of_which_country_he_is(coder: Coder) -> None:
    assert sides(coder, "The foreign minister met President Vladimir Putin on Friday.") == [None, "RUS"]
    assert sides(coder, "In Tokyo, the deputy minister met Japanese officials.") == [None, "JPN"]


def test_whose_bomb_it_was_tells_the_author(coder: Coder) -> None:
    assert "GBR" in [actor.country for actor in last(coder, "An IRA bomb exploded in Dublin.").actors]


@pytest.mark.parametrize(
    ("sentence", "type_", "countries"),
    [
        ("Talks with Chile took place on Monday.", "CONSULT", ["CHL"]),
        ("A smuggler was extradited to Chile.", "COOPERATE", ["CHL"]),
    ],
)
def test_one_named_side_is_enough_where_the_act_takes_another(
    coder: Coder, sentence: str, type_: str, countries: list[str]
) -> None:
    (event,) = coder.code(Document(id="t", text=sentence, language="en")).events
    assert event.type == type_
    assert [party.country for party in (*event.actors, *event.recipients)] == countries


def test_a_known_person_of_no_country_is_of_none(coder: Coder) -> None:
    assert sides(coder, "Secretary General Thorbjorn Jagland praised the Russian authorities.") == [None, "RUS"]


def test_an_age_is_no_part_of_a_name(coder: Coder) -> None:
    event = last(coder, "Police arrested a 27-year-old man in Lima.")
    assert [actor.name for actor in event.recipients] == ["Peru: man"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Thousands protested in Karachi on Friday.", ["PAK"]),
        ("Tens of thousands took to the streets of Minsk on Sunday.", ["BLR"]),
        ("A demonstration against the curfew was held in Santiago.", ["CHL"]),
    ],
)
def test_those_of_whom_only_place_and_number_are_told_protest(coder: Coder, text: str, countries: list[str]) -> None:
    assert [actor.country for actor in last(coder, text).actors] == countries


def test_thousands_of_no_known_place_are_nobody(coder: Coder) -> None:
    assert not coder.code(Document(id="t", text="Thousands protested on Friday.", title="", language="en")).events
