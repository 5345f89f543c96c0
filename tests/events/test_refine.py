"""Modes and contexts come from the words around the predicate."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.events.refine import context_words, contexts_of, mode_words
from dragoman.ontology import MODES
from dragoman.records import Document
from tests.parsing import parse_sentence


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Rebels attacked a Kenyan village with machetes.", "ASSAULT", "primitive"),
        ("Rebels attacked a Kenyan convoy with a car bomb.", "ASSAULT", "explosives"),
        ("Togo asked Ghana for help against pirates.", "REQUEST", "assist"),
        ("Togo demanded that Ghana release the fishermen.", "REQUEST", "yield"),
    ],
)
def test_words_give_the_mode(coder: Coder, text: str, type_: str, mode: str) -> None:
    (event,) = coder.code(Document(id="t", text=text, title="", language="en")).events
    assert (event.type, event.modes) == (type_, (mode,))


def test_words_give_contexts_and_no_more_than_three() -> None:
    found = contexts_of(
        parse_sentence("Police, troops and judges spoke of terrorism, refugees, elections and oil.").tokens
    )
    assert 1 <= len(found) <= 3
    assert len(set(found)) == len(found)


def test_every_listed_mode_belongs_to_its_type() -> None:
    assert all(words.label in MODES[type_] for type_, table in mode_words().items() for words in table)


def test_contexts_have_words() -> None:
    assert all(words.singles or words.pairs for words in context_words())
