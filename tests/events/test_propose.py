"""The network adds words that no sense fits, and takes senses away only when it is sure."""

from __future__ import annotations

import pytest

from dragoman.events.choose import Candidate
from dragoman.events.density import Density
from dragoman.events.outcome import Outcome
from dragoman.events.propose import ELSEWHERE, PROPOSE, RETYPE, UNLISTED, VETO, Weighed, weighed
from dragoman.events.senses import Sense, load_senses
from dragoman.events.slots import slots_of
from dragoman.syntax import Sentence
from tests.parsing import parse_sentence
from tests.readings import FakeReading

TEXT = "Chad shelled Libyan outposts near Faya."


def sense(type_: str = "ASSAULT") -> Sense:
    return next(one for one in load_senses().senses if one.part == "verb" and one.type == type_)


def candidate(sentence: Sentence, word: str) -> Candidate:
    token = next(token for token in sentence.tokens if token.text == word)
    return Candidate(token, sense(), slots_of(token, "verb"), None, ())


def weigh(
    reading: FakeReading, *words: str, coded: Outcome | None = None, text: str = TEXT, density: Density = "plain"
) -> Weighed:
    """Weigh `words` of `text` as if a sense of ASSAULT fitted each of them."""
    sentence = parse_sentence(text)
    found = [candidate(sentence, word) for word in words]
    outcomes = [coded or Outcome("ASSAULT", "happened", keeps_modes=True)] * len(found)
    return weighed(found, outcomes, sentence, reading.of(sentence), load_senses(), density=density)


@pytest.mark.parametrize(
    ("guess", "reason"),
    [
        (("THREATEN", RETYPE + 0.01, "happened"), "the network sees THREATEN"),
    ],
)
def test_a_sense_is_dropped_when_the_network_is_sure_of_something_else(
    guess: tuple[str | None, float, str], reason: str
) -> None:
    result = weigh(FakeReading({"shelled": guess}), "shelled")
    ((dropped, why),) = result.dropped
    assert dropped.token.text == "shelled"
    assert why.startswith(reason)


def test_a_sense_beside_the_main_verb_is_dropped_when_the_network_is_sure_of_no_act() -> None:
    text = "Chad said it had shelled Libyan outposts."
    ((dropped, why),) = weigh(FakeReading({"shelled": (None, VETO + 0.01, "happened")}), "shelled", text=text).dropped
    assert (dropped.token.text, why[:23]) == ("shelled", "the network sees no act")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (TEXT, "shelled"),
        ("Chad continued to shell Libyan outposts.", "shell"),
        ("Chad shelled Libyan outposts, a spokesman said.", "shelled"),
        ("Chad was the first state to shell Libyan outposts.", "shell"),
    ],
)
def test_the_main_clause_is_not_dropped_as_no_act(text: str, word: str) -> None:
    assert weigh(FakeReading({word: (None, 1.0, "happened")}), word, text=text).dropped == []


def test_no_act_is_not_held_against_a_sense_when_another_word_may_report_it() -> None:
    text = "Chad said it had shelled Libyan outposts."
    views = {"shelled": (None, 1.0, "happened"), "outposts": ("ASSAULT", ELSEWHERE + 0.01, "happened")}
    assert weigh(FakeReading(views), "shelled", text=text).dropped == []


@pytest.mark.parametrize(
    "guess",
    [
        (None, VETO - 0.01, "happened"),
        ("SANCTION", RETYPE - 0.01, "happened"),
        ("ASSAULT", 1.0, "happened"),
    ],
)
def test_a_sense_is_kept_when_the_network_doubts_or_agrees(guess: tuple[str | None, float, str]) -> None:
    result = weigh(FakeReading({"shelled": guess}), "shelled")
    assert [kept.sense.id for kept in result.kept] == [sense().id]
    assert result.dropped == []


def test_a_sense_that_reports_no_act_is_not_weighed() -> None:
    sentence = parse_sentence(TEXT)
    reading = FakeReading({"shelled": (None, 1.0, "happened")}).of(sentence)
    result = weighed([candidate(sentence, "shelled")], [None], sentence, reading, load_senses())
    assert result.dropped == []


def test_a_word_without_a_sense_is_proposed_with_the_parties_the_network_finds() -> None:
    reading = FakeReading(
        {"shelled": ("ASSAULT", PROPOSE["plain"] + 0.01, "ongoing")}, ["Chad"], ["Libyan", "outposts"]
    )
    (proposed,) = weigh(reading).kept
    assert (proposed.token.text, proposed.sense.id) == ("shelled", "network.assault")
    assert proposed.guess is not None
    assert proposed.guess.status == "ongoing"
    sides = [[token.text for token in proposed.filled[side]] for side in ("actor", "recipient")]
    assert sides == [["Chad"], ["outposts"]]


@pytest.mark.parametrize(
    ("text", "word", "score"),
    [
        (TEXT, "shelled", PROPOSE["plain"] - 0.01),
        (TEXT, "near", 1.0),
        ("The shelled towns lie in Chad.", "shelled", 1.0),
    ],
)
def test_what_is_doubtful_no_predicate_or_a_description_is_not_proposed(text: str, word: str, score: float) -> None:
    assert weigh(FakeReading({word: ("ASSAULT", score, "happened")}), text=text).kept == []


@pytest.mark.parametrize(
    ("text", "kept"), [("Chad warned that rain was near.", False), ("Chad warned Libya off.", True)]
)
def test_a_word_that_only_introduces_what_is_said_is_not_proposed(text: str, kept: bool) -> None:
    assert bool(weigh(FakeReading({"warned": ("THREATEN", 1.0, "happened")}), text=text).kept) is kept


def test_a_word_that_a_sense_has_taken_is_not_proposed_again() -> None:
    result = weigh(FakeReading({"shelled": ("ASSAULT", 1.0, "happened")}), "shelled")
    assert [kept.sense.id for kept in result.kept] == [sense().id]


def test_a_sense_and_the_network_that_agree_make_one_candidate_with_both_views() -> None:
    reading = FakeReading({"shelled": ("ASSAULT", 1.0, "ongoing")}, ["Chad"], ["outposts"])
    (kept,) = weigh(reading, "shelled").kept
    assert kept.guess is not None
    assert (kept.guess.status, [token.text for token in kept.filled["recipient"]]) == ("ongoing", ["outposts"])


def test_a_sense_gives_way_to_the_type_the_network_is_sure_of() -> None:
    result = weigh(FakeReading({"shelled": ("THREATEN", 1.0, "happened")}), "shelled")
    assert [kept.sense.id for kept in result.kept] == ["network.threaten"]


def test_a_type_that_the_lexicon_does_not_know_of_a_word_is_neither_proposed_nor_held_against_a_sense() -> None:
    reading = FakeReading({"shelled": ("CONSULT", UNLISTED["plain"] - 0.01, "happened")})
    assert weigh(reading).kept == []
    assert [kept.sense.id for kept in weigh(reading, "shelled").kept] == [sense().id]


def test_a_type_that_the_lexicon_does_not_know_of_a_word_is_proposed_when_the_network_is_very_sure() -> None:
    reading = FakeReading({"shelled": ("CONSULT", UNLISTED["plain"] + 0.01, "happened")})
    assert [kept.sense.id for kept in weigh(reading).kept] == ["network.consult"]


@pytest.mark.parametrize(("score", "found"), [(PROPOSE["quiet"] - 0.01, 0), (PROPOSE["quiet"] + 0.01, 1)])
def test_in_a_quiet_text_the_network_must_be_surer_of_a_word_that_the_lexicon_knows_too(
    score: float, found: int
) -> None:
    reading = FakeReading({"shelled": ("ASSAULT", score, "happened")}, ["Chad"], ["Libyan", "outposts"])
    assert len(weigh(reading, density="quiet").kept) == found
    assert len(weigh(reading).kept) == 1


def test_in_a_dense_text_it_may_be_less_sure() -> None:
    reading = FakeReading({"shelled": ("ASSAULT", PROPOSE["dense"] + 0.01, "happened")}, ["Chad"], ["outposts"])
    assert len(weigh(reading, density="dense").kept) == 1
    assert weigh(reading).kept == []


def test_what_a_sense_rules_out_is_not_proposed() -> None:
    reading = FakeReading({"declined": ("REJECT", 0.99, "happened")}, ["Chad"])
    assert weigh(reading, text="Chad declined to comment.").kept == []
    assert len(weigh(reading, text="Chad declined to retreat.").kept) == 1


def test_a_sense_rules_out_nothing_where_its_frame_is_not_met() -> None:
    reading = FakeReading({"agreed": ("AGREE", 0.99, "happened")}, ["Chad"])
    assert len(weigh(reading, text="Chad agreed on having contact.").kept) == 1


def test_what_the_main_verb_carries_is_not_dropped_as_no_act() -> None:
    sentence = parse_sentence("Officers in Chad staged a coup.")
    token = next(token for token in sentence.tokens if token.text == "coup")
    staged = Candidate(token, sense(), slots_of(token, "noun"), token.head, ())
    outcomes = [Outcome("COERCE", "happened", keeps_modes=True)]
    reading = FakeReading({"coup": (None, 1.0, "happened")}).of(sentence)
    assert weighed([staged], outcomes, sentence, reading, load_senses()).dropped == []
