"""A text that tells of hardly any act of public life is quiet, one that tells many dense; a short one is not judged."""

from __future__ import annotations

from typing import Any

from dragoman.events.density import densities
from dragoman.stages.base import Mention
from tests.parsing import parse_text
from tests.readings import FakeReading

SOFT = "The bakery opened at six. Bread was warm. Customers queued. Butter cost little. "


def judged(text: str, acts: dict[str, float], named: tuple[int, ...] = (), density: str = "quiet") -> set[int]:
    """Return the sentences of that `density`, where the network sees `acts`, and states stand in those `named`."""
    sentences = parse_text(text)
    readings: dict[int, Any] = {
        s.index: FakeReading({word: ("ASSAULT", score, "happened") for word, score in acts.items()}) for s in sentences
    }
    mentions = [
        Mention(sentence=i, first=0, last=0, name="Chad", country="TCD", sectors=("GOV",), kind="state", entry=None,
                form="name")
        for i in named
    ]  # fmt: skip
    return {index for index, found in densities(sentences, mentions, readings).items() if found == density}


def test_a_lone_act_stands_in_a_quiet_text() -> None:
    assert judged(SOFT + "Critics attacked Chad.", {"attacked": 0.95}, (4,)) == {4}


def test_acts_and_names_around_make_a_text_of_public_life() -> None:
    text = "Chad shelled Faya. Libya shelled Zouar. Chad answered. Libya withdrew."
    assert judged(text, {"shelled": 0.95, "withdrew": 0.95}, (0, 1, 2, 3)) == set()


def test_what_the_network_only_suspects_is_no_act() -> None:
    text = "Bread rose. Butter fell. Milk boiled. Cream set."
    assert judged(text, {"rose": 0.5, "fell": 0.5}) == {0, 1, 2, 3}


def test_one_sentence_is_no_quiet_text() -> None:
    assert judged("Critics attacked Chad.", {}) == set()


def test_a_text_full_of_acts_is_dense() -> None:
    text = (
        "Chad shelled Faya. Libya shelled Zouar. Chad shelled Aozou. Libya withdrew. Chad withdrew." + " Rain fell." * 2
    )
    acts = {"shelled": 0.95, "withdrew": 0.95}
    assert judged(text, acts, (0, 1, 2, 3, 4), "dense") == set(range(7))
    assert judged(text, acts, (), "dense") == set()
    assert judged("Chad shelled Faya. Libya shelled Zouar.", acts, (0, 1), "dense") == set()
