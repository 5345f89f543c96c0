"""Silence where the words of conflict and diplomacy mean something else: sport, culture, business."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.events.wordlists import WordList, bag_of, word_list
from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.syntax import Sentence

IN_SENTENCE = 2  # different words of one field
IN_DOCUMENT = 0.5  # different words of one field for each sentence, over the whole document
LONG_ENOUGH = 4  # sentences before a document can be judged as a whole


@dataclass(frozen=True, slots=True)
class _Screen:
    fields: tuple[WordList, ...]
    sections: Mapping[str, str]
    """Part of a page's address → field."""


@cache
def _screen() -> _Screen:
    required = frozenset({"id", "words", "sections", "note"})
    entries = unique(read_yaml(LEXICON / "screen.yaml", required=required, optional=frozenset()))
    lists = tuple(word_list(entry.values["id"], entry.values["words"]) for entry in entries)
    sections = {str(part): str(entry.values["id"]) for entry in entries for part in entry.values["sections"]}
    return _Screen(lists, sections)


def fields() -> tuple[WordList, ...]:
    """Return the word lists of the screened fields.  Raises LexiconError."""
    return _screen().fields


def _section(url: str | None) -> str | None:
    """Return the field that a page's address names as its section: `/sport/football/…` is sport."""
    parts = url.lower().split("?")[0].split("/")[3:-1] if url else []
    return next((_screen().sections[part] for part in parts if part in _screen().sections), None)


def silenced(sentences: Sequence[Sentence], url: str | None = None) -> dict[int, str]:
    """Return sentence index → field for the sentences that are to give no events."""
    section = _section(url)
    if section is not None:
        return {sentence.index: section for sentence in sentences}
    bags = [bag_of(sentence.tokens) for sentence in sentences]
    silent: dict[int, str] = {}
    for field in fields():
        counts = [field.count(bag) for bag in bags]
        everywhere = len(bags) >= LONG_ENOUGH and sum(counts) >= IN_DOCUMENT * len(bags)
        for sentence, count in zip(sentences, counts, strict=True):
            if everywhere or count >= IN_SENTENCE:
                silent.setdefault(sentence.index, field.label)
    return silent
