"""The network is asked about the sentences that name somebody, and about no others."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.senses import load_senses
from dragoman.learned.network import Listed
from dragoman.records import Document
from dragoman.stages.actors import Actors
from dragoman.stages.base import Block, Draft
from dragoman.stages.parse import Parse
from dragoman.stages.readings import Readings
from dragoman.syntax import Sentence
from tests.parsing import resolver

TEXT = "It rained. Chad attacked Sudan. The sun rose. Envoys of Togo left."


class FakeNetwork:
    """Answers with the words it was asked about."""

    def read(self, sentences: Sequence[Sentence], text: str, listed: Listed) -> dict[int, str]:
        self.listed = {token.text: set(listed(token)) for sentence in sentences for token in sentence.tokens}
        return {sentence.index: text[sentence.start : sentence.end] for sentence in sentences}


def draft(text: str) -> Draft:
    blocks = (Block(0, len(text), "body", 0),)
    return Actors(resolver())(Parse()(Draft(Document(id="test", text=text), blocks=blocks)))


def test_sentences_that_name_somebody_are_read() -> None:
    read = Readings(FakeNetwork(), load_senses())(draft(TEXT))
    assert read.readings == {1: "Chad attacked Sudan.", 3: "Envoys of Togo left."}


def test_nothing_else_of_the_draft_is_changed() -> None:
    before = draft(TEXT)
    after = Readings(FakeNetwork(), load_senses())(before)
    assert (after.sentences, after.mentions, before.readings) == (before.sentences, before.mentions, {})


def test_a_text_without_names_has_no_readings() -> None:
    assert Readings(FakeNetwork(), load_senses())(draft("It rained. The sun rose.")).readings == {}


def test_the_network_is_told_what_the_lexicon_lists_for_each_word() -> None:
    network = FakeNetwork()
    Readings(network, load_senses())(draft(TEXT))
    assert "ASSAULT" in network.listed["attacked"]
    assert network.listed["Chad"] == set()
