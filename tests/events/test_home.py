"""The country of an article, and of those whom it names without one."""

from __future__ import annotations

import pytest

from dragoman.dictionary import load_dictionary
from dragoman.events.home import Home, Homes, is_generic, is_local, is_official, is_resident
from dragoman.records import Actor, Document
from dragoman.stages.actors import Actors
from dragoman.stages.base import Draft
from tests.factory import make_actor
from tests.parsing import parse_text, resolver

KENYA = "Kenyan lawmakers met in Nairobi. Kenya has high prices. Kenya's president spoke. "
BETWEEN = "Kenya met Uganda. Uganda thanked Kenya. Kenyan and Ugandan ministers left. "


def homes(text: str, dateline: str | None = None, title: str | None = None) -> Homes:
    """Return the homes of `text`, asked about its last sentence."""
    document = Document(id="t", text=text, dateline=dateline, title=title)
    draft = Actors(resolver())(Draft(document, sentences=parse_text(text)))
    found = Homes(draft.document, draft.sentences, draft.mentions, load_dictionary())
    found.enter(draft.sentences[-1])
    return found


def role(words: str, entry: str, *sectors: str, kind: str = "open_group") -> Actor:
    return make_actor(words, words, sectors=sectors, kind=kind, entry=f"agent.{entry}")


POLICE = role("police", "police", "COP", kind="body")
STATE = make_actor("Uganda", "Uganda", country="UGA")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (KENYA, "KEN"),
        (KENYA + "A Belgian tourist watched.", "KEN"),
        (BETWEEN, None),
        ("Prices rose. Shops closed.", None),
        ("Kenya has high prices.", None),
    ],
)
def test_an_article_has_the_home_that_clearly_leads(text: str, country: str | None) -> None:
    assert homes(text).country == country


def test_a_dateline_votes() -> None:
    text = "Kenya has high prices. Shops closed."
    assert homes(text, "NAIROBI, Kenya").country == "KEN"


def test_a_title_beside_the_text_votes() -> None:
    text = "Kenya has high prices. Shops closed."
    assert homes(text, title="Kenya in despair").country == "KEN"
    assert homes(text, title="A country in despair").country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya told the police.", "KEN"),
        ("Police met in Kenya.", None),
        ("Police saw people with Kenyan flags.", None),
        ("Kenya told Uganda.", None),
    ],
)
def test_the_only_country_of_a_sentence_is_more_than_a_place(text: str, country: str | None) -> None:
    assert homes(text).only() == country


def test_a_generic_body_is_of_the_article() -> None:
    assert homes(KENYA + "Police closed the road.").of(POLICE, ()) == Home("KEN", "country of the article")


def test_another_state_in_the_sentence_leaves_it_open() -> None:
    assert homes(KENYA + "Police in Uganda closed the road.").of(POLICE, ()) is None


def test_the_other_side_of_the_act_does_not() -> None:
    found = homes(KENYA + "Police accused Uganda.").of(POLICE, (STATE,))
    assert found is not None
    assert found.country == "KEN"


def test_sentences_that_led_elsewhere_leave_it_open() -> None:
    assert homes(KENYA + "Uganda voted. Uganda was calm. Police closed the road.").of(POLICE, ()) is None


def test_without_a_home_the_place_told_of_just_before_counts() -> None:
    text = BETWEEN + "They left. They rested. Prices rose in Uganda. Police closed the road."
    assert homes(text).of(POLICE, ()) == Home("UGA", "country of the passage")


def test_officials_beside_a_union_of_states_may_be_its_own() -> None:
    found = homes(KENYA + "The African Union and lawmakers spoke.")
    assert found.of(role("lawmakers", "lawmaker", "LEG"), ()) is None
    assert found.of(POLICE, ()) is not None


def test_prosecutors_beside_a_court_of_many_states_may_be_its_own() -> None:
    text = KENYA + "The International Criminal Court sat. It rose. Prosecutors spoke."
    assert homes(text).of(role("prosecutors", "prosecutor", "JUD", kind="office"), ()) is None


def test_militants_in_an_article_on_a_group_across_borders_stay_open() -> None:
    text = KENYA + "The Islamic State boasted. It rained. Militants fled."
    assert homes(text).of(role("militants", "militant", "REB"), ()) is None


def test_congress_is_the_countrys_own_where_the_usa_is_never_named() -> None:
    congress = make_actor("Congress", "Congress", country="USA", entry="org.us_congress")
    assert homes(KENYA + "Congress voted.").of(congress, ()) == Home("KEN", "country of the article")
    assert homes(KENYA + "Americans watched. Congress voted.").of(congress, ()) is None


@pytest.mark.parametrize(
    "actor",
    [
        role("foreign troops", "forces", "MIL"),
        role("peacekeepers", "peacekeeper", "IGO", "MIL"),
        role("refugees", "refugee", "REF"),
        role("journalists", "journalist", "JRN"),
        role("mercenaries", "mercenary", "MIL"),
        role("Western officials", "official", "GOV"),
        role("the ambassador", "ambassador", "GOV", kind="office"),
        role("European leaders", "leader", "GOV", kind="office"),
        role("military advisers", "military_officer", "MIL", kind="office"),
        make_actor("Jane Roe", "Jane Roe", "unnamed", sectors=("UNK",), kind="person"),
    ],
)
def test_who_comes_from_anywhere_is_not_generic(actor: Actor) -> None:
    assert not is_generic(actor)


@pytest.mark.parametrize(
    "actor",
    [
        POLICE,
        role("the foreign ministry", "foreign_ministry", "GOV", kind="body"),
        make_actor("Mayor Roe", "Mayor Roe", sectors=("GOV",), kind="person"),
    ],
)
def test_who_every_country_has_is_generic(actor: Actor) -> None:
    assert is_generic(actor)


def test_people_are_residents_and_soldiers_may_be_far_from_home() -> None:
    people, soldiers = role("people", "people", "CVL"), role("soldiers", "soldier", "MIL")
    assert is_resident(people)
    assert not is_resident(POLICE)
    assert not is_resident(role("rebels", "rebel", "REB"))
    assert is_local(people)
    assert not is_local(soldiers)
    assert is_official(soldiers)
