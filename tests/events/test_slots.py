"""The same parties fill the same slots, whatever the construction."""

from __future__ import annotations

import pytest

from dragoman.events.slots import carrier_of, slots_of
from dragoman.events.things import counted
from tests.parsing import parse_sentence


def slots(text: str, lemma: str, part: str = "verb") -> dict[str, list[str]]:
    token = next(t for t in parse_sentence(text).tokens if t.lemma == lemma)
    return {name: [t.text for t in tokens] for name, tokens in slots_of(token, part).items()}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked soldiers.",
        "Soldiers were attacked by rebels.",
        "Rebels who attacked soldiers fled.",
        "The soldiers attacked by rebels fled.",
        "Rebels fled after attacking soldiers.",
        "Rebels fled and attacked soldiers.",
        "Rebels began to attack soldiers.",
    ],
)
def test_subject_and_object_survive_the_construction(text: str) -> None:
    found = slots(text, "attack")
    assert [word.lower() for word in found["subj"]] == ["rebels"]
    assert [word.lower() for word in found["obj"]] == ["soldiers"]


def test_the_object_controls_a_clause_of_urging() -> None:
    assert slots("Norway urged Israel to release prisoners.", "release")["subj"] == ["Israel"]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("A Chadian report accused Libya of theft.", ["Chadian"]),
        ("A UN report accused Libya of theft.", ["UN"]),
        ("Chad has issued a statement accusing Libya of theft.", ["Chad"]),
        ("Wednesday brought a report accusing Libya of theft.", ["report"]),
    ],
)
def test_who_speaks_through_a_document_is_its_author(text: str, subjects: list[str]) -> None:
    assert slots(text, "accuse")["subj"] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "Norway was the first state to recognise Kosovo.",
        "Norway became one of the first to recognise Kosovo.",
        "Norway, the first state to recognise Kosovo, sent an envoy.",
        "Norway was quick to recognise Kosovo.",
    ],
)
def test_who_is_called_the_first_to_act_has_acted(text: str) -> None:
    assert slots(text, "recognise")["subj"] == ["Norway"]


def test_the_subject_controls_a_clause_of_promising() -> None:
    assert slots("Norway promised to release prisoners.", "release")["subj"] == ["Norway"]


def test_a_passive_without_agent_has_no_subject() -> None:
    assert "subj" not in slots("Soldiers were attacked.", "attack")


def test_prepositions_are_found_behind_the_object() -> None:
    assert slots("Norway put pressure on Israel.", "put")["on"] == ["Israel"]


def test_a_complement_clause_and_its_subject() -> None:
    found = slots("Norway demanded that Israel release prisoners.", "demand")
    assert (found["clause"], found["clause_subj"]) == (["release"], ["Israel"])


def test_the_modal_of_a_reported_clause() -> None:
    assert slots("Norway said Israel must release prisoners.", "say")["modal"] == ["must"]


def test_what_stands_for_the_modal_of_a_reported_clause() -> None:
    assert slots("Norway said that Chad needs to withdraw.", "say")["modal"] == ["needs"]
    assert "modal" not in slots("Norway said that Chad needs money.", "say")


def test_a_participle_that_describes_the_subject_is_not_the_subject() -> None:
    assert slots("The Red Cross operating in Iraq said troops must leave.", "say")["subj"] == ["Cross"]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Turkey launched an attack on rebels.", {"Turkey"}),
        ("An attack by Turkey on rebels failed.", {"Turkey"}),
        ("Turkey's attack on rebels failed.", {"Turkey"}),
        ("The attack was launched by Turkey on rebels.", {"Turkey"}),
    ],
)
def test_a_noun_takes_its_author_from_carrier_possessor_or_agent(text: str, subjects: set[str]) -> None:
    found = slots(text, "attack", "noun")
    assert set(found["subj"]) == subjects
    assert found["on"] == ["rebels"]


def test_the_negation_in_the_clause_of_a_noun() -> None:
    found = slots("Israel approved a plan that will not allow the visits.", "plan", "noun")
    assert (found["clause"], found["clause_not"]) == (["allow"], ["not"])


def test_an_adjective_takes_the_subject_of_its_copula() -> None:
    found = slots("France is ready to send troops.", "ready", "adj")
    assert (found["subj"], found["clause"]) == (["France"], ["send"])


def test_what_is_said_goes_on_after_its_cue() -> None:
    text = "The agency is ready for floods, the minister added, and has hired divers."
    assert slots(text, "hire")["subj"] == ["agency"]


def test_a_relative_clause_describes_all_that_were_counted() -> None:
    found = slots("The 46 drivers and three guards who were abducted by rebels came home.", "abduct")
    assert found["obj"] == ["drivers"]


def test_a_relative_pronoun_behind_a_preposition_is_whom_its_clause_describes() -> None:
    assert slots("He wrote to the envoy with whom the king met.", "meet")["with"] == ["envoy"]


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("Oman is in talks with Iran.", "is"),
        ("Oman entered into talks with Iran.", "entered"),
        ("Oman spoke about talks with Iran.", None),
        ("Oman paused before talks with Iran.", None),
        ("Oman is happy in talks with Iran.", None),
    ],
)
def test_a_verb_carries_the_noun_behind_a_preposition_that_leads_into_the_act(text: str, carrier: str | None) -> None:
    noun = next(t for t in parse_sentence(text).tokens if t.lower == "talks")
    found = carrier_of(noun)
    assert (found.text if found is not None else None) == carrier


@pytest.mark.parametrize(
    ("text", "complement"),
    [
        ("Norway said that the raid was illegal.", "illegal"),
        ("Norway said that Chad was behind the raid.", "behind"),
    ],
)
def test_what_a_reported_clause_says_its_subject_is(text: str, complement: str) -> None:
    assert slots(text, "say")["clause_attr"] == [complement]


def test_the_adjective_of_a_small_clause_is_the_complement() -> None:
    found = slots("The Thai constitutional court declared the Thai vote invalid.", "declare")
    assert (found["obj"], found["attr"]) == (["vote"], ["invalid"])


def test_nothing_carries_what_goes_on_in_the_background() -> None:
    assert "light" not in slots("Kenya went ahead despite a request from Ghana.", "request", "noun")


@pytest.mark.parametrize(
    ("text", "word"),
    [("Mexico will not pay.", "not"), ("Mexico would never pay.", "never"), ("Mexico is not going to pay.", "not")],
)
def test_the_negation_of_what_a_party_will_do(text: str, word: str) -> None:
    assert slots(text, "pay")["unwilling"] == [word]


def test_the_negation_of_a_reported_clause() -> None:
    assert slots("Norway warned Chad not to attack.", "warn")["clause_not"] == ["not"]


def test_a_past_tense_taken_for_a_participle_keeps_subject_and_object() -> None:
    found = slots("Two suicide bombings killed over 48 people in Charikar and Kabul, Afghanistan.", "kill")
    assert (found["subj"], found["obj"]) == (["bombings"], ["people"])


@pytest.mark.parametrize(
    ("text", "lemma", "slot", "word"),
    [
        ("Japan deployed doctors to treat survivors.", "deploy", "purpose", "treat"),
        ("Kenyan police were sent to Haiti to help the army.", "send", "purpose", "help"),
        ("Teachers gathered in front of the ministry.", "gather", "outside", "ministry"),
        ("The court declared the party a threat.", "declare", "attr", "threat"),
    ],
)
def test_purpose_complex_prepositions_and_judgements_fill_slots(text: str, lemma: str, slot: str, word: str) -> None:
    assert word in slots(text, lemma)[slot]


def test_what_is_done_to_somebody_after_a_preposition_is_done_to_the_subject() -> None:
    assert slots("The ship sank after being hit by rebels.", "hit")["obj"] == ["ship"]


def test_a_number_counts_what_stands_after_of() -> None:
    number = next(t for t in parse_sentence("Rebels seized 37 of its soldiers.").tokens if t.text == "37")
    thing = counted(number)
    assert thing is not None
    assert thing.text == "soldiers"


def test_what_a_party_is_given_in_the_passive() -> None:
    found = slots("The charity was given access to the camp.", "give")
    assert found["iobj"] == ["charity"]
    assert "access" in found["obj"]


@pytest.mark.parametrize(
    ("text", "word"),
    [("The law will be withdrawn, Chad said.", "withdraw"), ("Chad said the law would be withdrawn.", "withdraw")],
)
def test_who_lets_know_what_is_done(text: str, word: str) -> None:
    assert slots(text, word)["speaker"] == ["Chad"]


def test_the_no_before_a_noun() -> None:
    assert slots("Chad has no plans to leave.", "plan", "noun")["no"] == ["no"]
    assert slots("There will be no talks, Chad said.", "talk", "noun")["unwilling"] == ["no"]
    assert "unwilling" not in slots("There were no talks, Chad said.", "talk", "noun")


def test_there_is_has_no_subject_of_its_own() -> None:
    assert "subj" not in slots("Chad said there were talks.", "be")


def test_the_object_of_what_is_promised() -> None:
    assert slots("Chad promised to hold elections.", "promise")["clause_obj"] == ["elections"]


def test_when_an_act_was_done_is_not_its_content() -> None:
    assert "clause" not in slots("The minister quit after losing a vote.", "quit")
    assert slots("Chad accused Mali of bombing a village.", "accuse")["clause"] == ["bombing"]


@pytest.mark.parametrize(
    ("text", "lemma", "slot", "words"),
    [
        ("Turkish supplies from Mersin reached Chad.", "reach", "owner", ["Turkish", "Mersin"]),
        ("Turkey bought Russian missiles.", "buy", "obj_owner", ["Russian"]),
        ("A ship carrying flour docked in Chad.", "dock", "load", ["flour"]),
        ("A convoy of trucks carrying tents entered Chad.", "enter", "load", ["trucks", "tents"]),
        ("The rebels gave up arms.", "give", "prt", ["up"]),
        ("Soldiers freed a driver held by rebels.", "free", "obj_was", ["held"]),
        ("Denmark made money available to Chad.", "make", "attr", ["available"]),
    ],
)
def test_the_things_of_a_clause_tell_whose_they_are(text: str, lemma: str, slot: str, words: list[str]) -> None:
    assert slots(text, lemma)[slot] == words


def test_the_partner_of_a_call_stands_behind_the_medium() -> None:
    assert slots("Chad's president spoke by phone with Niger's leader.", "speak")["with"] == ["leader"]


def test_what_is_allowed_to_happen_is_content() -> None:
    found = slots("Yemen's government allowed commercial flights to resume.", "allow")
    assert (found["clause"], found["clause_subj"]) == (["resume"], ["flights"])


@pytest.mark.parametrize(
    ("text", "lemma", "slot", "word"),
    [
        ("Chad said rebels would be punished.", "say", "clause_obj", "rebels"),
        ("Chad said there would be consequences.", "say", "clause_obj", "consequences"),
        ("Chad said it would fight against rebels.", "say", "clause_against", "rebels"),
        ("Chad said it would strike if Mali attacked.", "say", "clause_if", "attacked"),
        ("Chad told farmers to leave the valley or be killed.", "tell", "clause_or", "killed"),
        ("Chad said the vote was neither free nor fair.", "say", "clause_not", "neither"),
        ("Chad said it was time for Mali to leave.", "say", "clause_subj", "Mali"),
        ("The army gave the junta a week to reinstate the president.", "give", "obj", "week"),
    ],
)
def test_what_a_clause_tells_besides_its_verb(text: str, lemma: str, slot: str, word: str) -> None:
    assert slots(text, lemma)[slot] == [word]


def test_nobody_does_what_a_clause_tells_in_the_passive() -> None:
    assert "clause_doer" not in slots("Chad said rebels would be punished.", "say")


def test_who_is_given_something_may_look_like_a_compound() -> None:
    assert slots("The rebels gave international monitors access to the site.", "give")["iobj"] == ["monitors"]


def test_the_partner_stands_behind_the_day() -> None:
    assert slots("The truce came into force at midnight between Chad and Mali.", "come")["between"] == ["Chad"]


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("Chad said Togo was trying to meddle.", "clause_deed", ["trying", "meddle"]),
        ("Chad said Togo made hostile remarks.", "clause_obj_quality", ["hostile"]),
        ("Chad said the vote was an unlawful act.", "clause_quality", ["unlawful"]),
        ("Chad said Togo had broken no law.", "clause_not", ["no"]),
    ],
)
def test_what_is_said_of_others_fills_slots(text: str, slot: str, words: list[str]) -> None:
    assert slots(text, "say")[slot] == words


def test_adjectives_of_a_name_that_is_given_and_what_cannot_be_done_fill_slots() -> None:
    assert slots("Chad called the vote an unlawful act.", "call")["attr_quality"] == ["unlawful"]
    assert slots("Chad cannot accept the plan.", "accept")["unable"] == ["not"]
    assert slots("Chad stood by its claim that Togo spied.", "stand")["clause_subj"] == ["Togo"]
