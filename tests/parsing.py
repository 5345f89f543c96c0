"""Parsing of short texts for tests, through the parse stage itself."""

from __future__ import annotations

from functools import cache

from dragoman.dictionary import load_dictionary
from dragoman.records import Document
from dragoman.resolution.actors import ActorResolver
from dragoman.stages.base import Block, Draft
from dragoman.stages.parse import Parse
from dragoman.syntax import Sentence


@cache
def parse_text(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, parsed as one block of body text."""
    draft = Draft(Document(id="test", text=text), blocks=(Block(0, len(text), "body", 0),))
    return Parse()(draft).sentences


def parse_sentence(text: str) -> Sentence:
    """Return the one sentence of `text`."""
    (sentence,) = parse_text(text)
    return sentence


@cache
def resolver() -> ActorResolver:
    """Return the resolver of the packaged dictionary."""
    return ActorResolver(load_dictionary())
