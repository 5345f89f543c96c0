"""A text that tells of hardly any act of public life is quiet; a short one is not judged."""

from __future__ import annotations

from typing import Any

from dragoman.events.quiet import quiet
from dragoman.stages.base import Mention
from tests.parsing import parse_text
from tests.readings import FakeReading

SOFT = "The bakery opened at six. Bread was warm. Customers queued. Butter cost little. "


def judged(text: str, acts: dict[str, float], named: tuple[int, ...] = ()) -> frozenset[int]:
    """Return the quiet sentences of `text`, in which the network sees `acts`, and states stand in those `named`."""
    sentences = parse_text(text)
    readings: dict[int, Any] = {
        s.index: FakeReading({word: ("ASSAULT", score, "happened") for word, score in acts.items()}) for s in sentences
    }
    mentions = [
        Mention(sentence=i, first=0, last=0, name="Chad", country="TCD", sectors=("GOV",), kind="state", entry=None,
                form="name")
        for i in named
    ]  # fmt: skip
    return quiet(sentences, mentions, readings)


def test_a_lone_act_stands_in_a_quiet_text() -> None:
    assert judged(SOFT + "Critics attacked Chad.", {"attacked": 0.95}, (4,)) == {4}


def test_acts_and_names_around_make_a_text_of_public_life() -> None:
    text = "Chad shelled Faya. Libya shelled Zouar. Chad answered. Libya withdrew."
    assert judged(text, {"shelled": 0.95, "withdrew": 0.95}, (0, 1, 2, 3)) == frozenset()


def test_what_the_network_only_suspects_is_no_act() -> None:
    text = "Bread rose. Butter fell. Milk boiled. Cream set."
    assert judged(text, {"rose": 0.5, "fell": 0.5}) == {0, 1, 2, 3}


def test_one_sentence_is_no_quiet_text() -> None:
    assert judged("Critics attacked Chad.", {}) == frozenset()
