"""What becomes of the words of short sentences, by the senses alone and with a network that is told what to say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from dragoman.dictionary import Dictionary, load_dictionary
from dragoman.events.acts import Fate
from dragoman.events.propose import PROPOSE, UNLISTED
from dragoman.events.scene import Setting
from dragoman.events.senses import load_senses
from dragoman.records import Document
from dragoman.stages.actors import Actors
from dragoman.stages.base import Block, Draft
from dragoman.stages.events import Events, Explanation
from dragoman.stages.parse import Parse
from dragoman.stages.times import Times
from tests.parsing import resolver
from tests.readings import FakeReading


@cache
def dictionary() -> Dictionary:
    return load_dictionary()


@cache
def stage() -> Events:
    return Events(load_senses(), Setting(resolver()))


def explain(text: str, reading: FakeReading | None = None) -> Explanation:
    """Return what becomes of the one sentence of `text`."""
    draft = Draft(Document(id="test", text=text, title=""), blocks=(Block(0, len(text), "body", 0),))
    draft = Times()(Actors(resolver())(Parse()(draft)))
    if reading is not None:
        draft = replace(draft, readings={0: reading.of(draft.sentences[0])})
    (explanation,) = stage().explain(draft)
    return explanation


def fates(text: str, reading: FakeReading | None = None) -> dict[str, Fate]:
    return {fate.candidate.token.text: fate for fate in explain(text, reading).fates}


def test_a_word_that_fires_has_its_event_and_no_reason() -> None:
    (fate,) = explain("Japan condemned Russia.").fates
    assert fate.event is not None
    assert (fate.event.type, fate.event.status, fate.reason) == ("ACCUSE", "happened", "")
    assert fate.event.rule == fate.candidate.sense.id


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Iran might attack Israel.", "attack", "no act reported: modal might"),
        ("Norway urged Israel to release the prisoners.", "release", "content of another act"),
        ("Critics condemned him.", "condemned", "too little is known of who did it to whom"),
    ],
)
def test_a_word_that_fires_and_loses_has_the_reason(text: str, word: str, reason: str) -> None:
    fate = fates(text)[word]
    assert (fate.event, fate.reason) == (None, reason)


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Turkey condemned the attack.", "attack", "attack.n.01: no verb carries it"),
        ("The convicted men met Kenyan envoys.", "convicted", "describes a noun, or commands"),
        ("The Shanghai Cooperation Organisation pleased Finland.", "Cooperation", "part of a name"),
        ("Chile took an umbrella.", "took", "take_over.v.01: particle 'over' missing"),
    ],
)
def test_a_word_that_comes_near_has_the_reasons(text: str, word: str, reason: str) -> None:
    near = {near.token.text: near.reasons for near in explain(text).near}
    assert reason in near[word]


def test_words_outside_the_lexicon_have_no_fate_and_do_not_come_near() -> None:
    explanation = explain("Kenya bamboozled Ghana.")
    assert (explanation.fates, explanation.near, explanation.silenced) == ((), (), False)


def test_what_is_silenced_has_no_fates_and_still_tells_what_came_near() -> None:
    explanation = explain("Turkey beat Belgium in the football league and signed a striker after the attack.")
    assert explanation.silenced
    assert explanation.fates == ()
    assert "attack" in {near.token.text for near in explanation.near}


def test_the_network_makes_an_act_of_a_word_in_a_frame_that_no_sense_has() -> None:
    reading = FakeReading({"contested": ("REJECT", 1.0, "happened")}, ["Kenya"], ["Ghana"])
    fate = fates("Kenya contested Ghana.", reading)["contested"]
    assert fate.event is not None
    assert (fate.event.type, fate.event.status, fate.event.rule) == ("REJECT", "happened", "network.reject")
    assert [actor.country for actor in (*fate.event.actors, *fate.event.recipients)] == ["KEN", "GHA"]


@pytest.mark.parametrize(
    "text", ["Kenya did not contest Ghana.", "If Kenya had contested Ghana, Togo would have laughed."]
)
def test_what_the_network_proposes_must_have_happened_all_the_same(text: str) -> None:
    reading = FakeReading(dict.fromkeys(("contest", "contested"), ("REJECT", 1.0, "happened")), ["Kenya"], ["Ghana"])
    ((word, fate),) = ((word, fate) for word, fate in fates(text, reading).items() if word.startswith("contest"))
    assert fate.event is None, word
    assert fate.reason.startswith("no act reported")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Kenya will not welcome Ghana.", True),
        ("Kenya cannot welcome Ghana.", True),
        ("Kenya may not welcome Ghana.", False),
    ],
)
def test_what_the_network_sees_refused_is_refused_in_words_that_deny_it(text: str, refused: bool) -> None:
    reading = FakeReading({"welcome": ("REJECT", 1.0, "denied")}, ["Kenya"], ["Ghana"])
    event = fates(text, reading)["welcome"].event
    assert (event is not None and (event.type, event.status) == ("REJECT", "happened")) is refused


def test_the_network_takes_a_sense_away_and_says_so() -> None:
    reading = FakeReading({"condemned": (None, 1.0, "happened")})
    fate = fates("It was said that Japan had condemned Russia.", reading)["condemned"]
    assert (fate.event, fate.reason) == (None, "the network sees no act (1.00)")


def test_what_the_network_only_suspects_comes_near() -> None:
    reading = FakeReading({"bamboozled": ("REJECT", PROPOSE["dense"] - 0.1, "happened")})
    (near,) = explain("Kenya bamboozled Ghana.", reading).near
    assert near.token.text == "bamboozled"
    assert near.reasons == (f"the network sees REJECT, but not surely ({PROPOSE['dense'] - 0.1:.2f})",)


def test_what_the_network_sees_in_a_word_that_no_sense_knows_comes_near() -> None:
    score = UNLISTED["dense"] - 0.02
    explanation = explain("Kenya bamboozled Ghana.", FakeReading({"bamboozled": ("REJECT", score, "happened")}))
    assert explanation.fates == ()
    (near,) = explanation.near
    assert near.reasons == (f"the network sees REJECT, but no sense of the word has that type ({score:.2f})",)


@pytest.mark.parametrize(
    ("text", "type_", "coded"),
    [
        ("Kenya bamboozled Ghana.", "REJECT", ["network.reject"]),
        ("Kenya bamboozled Ghana.", "RETREAT", []),
        ("Kenya bamboozled Ghana and condemned Togo.", "REJECT", ["condemn.v.01"]),
    ],
)
def test_where_nothing_else_is_told_the_network_may_be_less_sure(text: str, type_: str, coded: list[str]) -> None:
    reading = FakeReading({"bamboozled": (type_, UNLISTED["dense"] + 0.02, "happened")}, ["Kenya"], ["Ghana"])
    assert [fate.event.rule for fate in explain(text, reading).fates if fate.event is not None] == coded


@pytest.mark.parametrize(("status", "coded"), [("demanded", True), ("denied", False)])
def test_what_was_not_asked_is_no_act(status: str, coded: bool) -> None:
    reading = FakeReading({"sought": ("REQUEST", 1.0, status)}, ["Kenya"], ["Ghana"])
    assert (fates("Kenya sought Ghana.", reading)["sought"].event is not None) is coded


def test_a_noun_tells_what_its_verb_cannot_for_want_of_parties() -> None:
    text = "Dozens were injured in clashes between Greek police and marchers."
    rules = [fate.event.rule for fate in explain(text).fates if fate.event is not None]
    assert rules == ["clash.n.01"]
