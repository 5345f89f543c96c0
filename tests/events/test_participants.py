"""Noun phrases resolve to the actors they name, and descriptions to what was named before."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.dictionary import load_dictionary
from dragoman.events.participants import Participants
from dragoman.records import Actor, Document
from dragoman.stages.actors import Actors
from dragoman.stages.base import Draft
from tests.parsing import parse_text, resolver

NAMES = {code: country.name for code, country in load_dictionary().countries.items()}


def resolve(text: str, word: str, *, nested: bool = False, publisher: str | None = None) -> list[Actor]:
    """Return the actors that the last `word` of `text` resolves to, the earlier sentences remembered."""
    document = Document(id="t", text=text, publisher=publisher)
    draft = Actors(resolver())(Draft(document, sentences=parse_text(text)))
    participants = Participants(draft.document, draft.mentions, NAMES, draft.sentences)
    found: list[Actor] = []
    for sentence in draft.sentences:
        participants.enter(sentence)
        for token in sentence.tokens:
            if token.text == word:
                found = participants.actors(token, nested=nested)
        participants.remember()
    return found


def countries(actors: list[Actor]) -> list[str | None]:
    return [actor.country for actor in actors]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Finnish and Estonian ministers met.", "ministers", ["FIN", "EST"]),
        ("The Ministry of Foreign Affairs of Kazakhstan wrote a letter.", "Ministry", ["KAZ"]),
        ("The ministers of Iran and Iraq met.", "ministers", ["IRN", "IRQ"]),
        ("Kenya's army attacked.", "army", ["KEN"]),
        ("Hundreds of Malian soldiers left.", "Hundreds", ["MLI"]),
        ("France, Italy and Spain met.", "France", ["FRA", "ITA", "ESP"]),
        ("Moscow protested.", "Moscow", ["RUS"]),
        ("The Kremlin protested.", "Kremlin", ["RUS"]),
    ],
)
def test_a_phrase_names_its_actors(text: str, word: str, expected: list[str]) -> None:
    assert countries(resolve(text, word)) == expected


def test_an_apposition_gives_office_and_country() -> None:
    (actor,) = resolve("Jon Doe, the Bolivian interior minister, resigned.", "Doe")
    assert (actor.name, actor.country, actor.sectors[0]) == ("Jon Doe", "BOL", "GOV")


def test_a_surname_stands_for_the_person_named_before() -> None:
    (actor,) = resolve("Bolivian Interior Minister Jon Doe spoke. Doe resigned.", "Doe")
    assert (actor.country, actor.basis) == ("BOL", "same surname")


def test_a_pronoun_stands_for_the_subject_of_the_clause_above() -> None:
    (actor,) = resolve("Ghana said it had withdrawn.", "it")
    assert (actor.country, actor.basis) == ("GHA", "pronoun")


def test_both_sides_are_the_states_last_named_together() -> None:
    found = resolve("Peru met with Chile. Both sides agreed.", "sides")
    assert countries(found) in (["PER", "CHL"], [])
    assert all(actor.basis == "plural description" for actor in found)


def test_a_trait_is_no_actor() -> None:
    assert "USA" not in countries(resolve("US-backed rebels fled.", "rebels"))


def test_an_unknown_name_keeps_no_profile() -> None:
    (actor,) = resolve("Jane Roe met friends.", "Roe")
    assert (actor.name, actor.country) == ("unnamed", None)


def test_a_thing_stands_for_its_owner_only_where_asked() -> None:
    text = "Rain spoilt restrictions on Peruvian workers."
    assert resolve(text, "restrictions") == []
    assert countries(resolve(text, "restrictions", nested=True)) == ["PER"]


def test_offsets_are_those_of_the_document() -> None:
    text = "Rain fell. The Bolivian army attacked."
    (actor,) = resolve(text, "army")
    assert text[actor.start : actor.end] == actor.text == "The Bolivian army"


def test_an_initial_does_not_make_another_person() -> None:
    (actor,) = resolve("Vladimir V. Putin spoke.", "Putin")
    assert actor.country == "RUS"


def test_another_first_name_makes_another_person() -> None:
    (actor,) = resolve("Igor Putin spoke.", "Putin")
    assert actor.name == "unnamed"


@pytest.mark.parametrize("text", ["Chief Vladimir Putin spoke.", "Director Putin spoke."])
def test_a_post_before_a_name_makes_nobody_else_of_it(text: str) -> None:
    (actor,) = resolve(text, "Putin")
    assert actor.country == "RUS"


def test_a_town_within_the_name_of_a_person_is_no_place() -> None:
    assert countries(resolve("Ana de Lima resigned.", "Lima")) == [None]
    assert countries(resolve("Lima resigned.", "Lima")) == ["PER"]


def test_a_town_that_names_an_agreement_is_no_party_to_it() -> None:
    assert resolve("Peru left the Minsk deal.", "deal", nested=True) == []
    assert countries(resolve("Peru left the Minsk office.", "office", nested=True)) == ["BLR"]


def test_the_name_of_an_unknown_town_is_no_person() -> None:
    assert countries(resolve("Rebels shelled the town of Mocho in Mozambique.", "town", nested=True)) == ["MOZ"]
    assert resolve("Rebels shelled the town of Mocho.", "town", nested=True) == []


def test_a_capital_that_acts_is_its_state() -> None:
    assert countries(resolve("The Malaysian capital hosted the talks.", "capital")) == ["MYS"]


def test_a_later_mention_with_a_country_tells_a_surname() -> None:
    text = "Minister Jon Doe resigned. Bolivian Minister Jon Doe spoke. Doe left."
    assert countries(resolve(text, "Doe")) == ["BOL"]


def test_a_counterpart_is_of_another_country() -> None:
    assert resolve("Peru's minister spoke. He met his counterpart.", "counterpart")[0].country is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Bolivian Foreign Minister Jon Doe met Peru's president. The minister left.", "minister", "BOL"),
        ("Bolivian President Jon Doe met Peru's foreign minister. The minister left.", "minister", "PER"),
        ("Kenya's former president spoke. Ghana's president listened. The president left.", "president", "GHA"),
    ],
)
def test_an_office_is_that_of_its_last_holder(text: str, word: str, expected: str) -> None:
    assert countries(resolve(text, word)) == [expected]


def test_delegates_of_an_unknown_body_are_of_no_state() -> None:
    assert countries(resolve("Iran spoke first. The opposition delegates left.", "delegates")) == [None]


def test_an_office_of_an_unknown_place_is_of_no_state_told() -> None:
    assert countries(resolve("Iran protested. The justice minister of Mocho left.", "minister")) == [None]


def test_a_title_before_a_surname_is_no_first_name(coder: Coder) -> None:
    text = "On 20 March 2017 Mr Trump criticised China."
    (event,) = coder.code(Document(id="t", text=text, title="", language="en")).events
    assert [actor.country for actor in event.actors] == ["USA"]


def test_the_adjective_before_a_name_gives_the_country_that_the_name_alone_does_not(coder: Coder) -> None:
    text = "Dutch Prime Minister Mark Rutte demanded an apology from Turkey."  # undated: of NATO or of the Netherlands
    (event,) = coder.code(Document(id="t", text=text, title="", language="en")).events
    assert [actor.country for actor in event.actors] == ["NLD"]


def test_the_object_of_a_participle_is_that_of_the_verb_above(coder: Coder) -> None:
    text = "Chad condemned the Libyan government, accusing it of arming rebels."
    events = coder.code(Document(id="t", text=text, title="", language="en")).events
    assert {(e.type, e.recipients[0].country) for e in events if e.type == "ACCUSE"} == {("ACCUSE", "LBY")}


def test_names_with_a_stroke_between_are_two() -> None:
    assert {actor.entry for actor in resolve("Ankara fought the PKK/PYD in Syria.", "PYD")} == {
        "armed.pkk",
        "armed.pyd",
    }


def test_each_of_two_names_with_a_stroke_between_stands_by_its_own_words() -> None:
    texts = {actor.text for actor in resolve("Ankara fought the PKK/PYD in Syria.", "PYD")}
    assert not any("/" in text for text in texts)


def test_a_person_keeps_the_country_he_was_named_with() -> None:
    text = "Belgian Foreign Minister Didier Reynders spoke. Later Reynders left."
    assert countries(resolve(text, "Reynders")) == ["BEL"]


def test_a_body_named_as_another_state_names_its_own_is_of_the_state_before_it() -> None:
    assert countries(resolve("Mexico's Senate rejected the treaty.", "Senate")) == ["MEX"]
    assert countries(resolve("The South Korean Joint Chiefs of Staff met.", "Chiefs")) == ["KOR"]
    assert countries(resolve("The US Senate rejected the treaty.", "Senate")) == ["USA"]


def test_an_envoy_is_of_the_state_that_sent_him() -> None:
    text = "Russian Ambassador to Syria Oleg Petrenkov criticised the rebels. Petrenkov left."
    assert countries(resolve(text, "Petrenkov")) == ["RUS"]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("NATO member Turkey condemned the attack.", "member", ["Turkey"]),
        ("A NATO member condemned the attack.", "member", []),
        ("KPMG Germany criticised the tax.", "Germany", ["KPMG Germany"]),
        ("Northern Germany criticised the tax.", "Germany", ["Germany"]),
    ],
)
def test_words_before_a_states_name_tell_what_it_is_or_that_it_is_a_firm(
    text: str, word: str, names: list[str]
) -> None:
    found = resolve(text, word)
    assert [actor.name for actor in found if actor.country is not None or actor.kind == "organisation"] == names
