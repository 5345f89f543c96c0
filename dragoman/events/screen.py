"""Silence where the words of conflict and diplomacy mean something else: sport, culture, business."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.events.wordlists import WordList, bag_of, word_list
from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.syntax import Sentence

IN_SENTENCE = 2  # different words of one field
IN_DOCUMENT = 0.5  # different words of one field for each sentence, over the whole document
LONG_ENOUGH = 4  # sentences before a document can be judged as a whole


@cache
def fields() -> tuple[WordList, ...]:
    """Return the word lists of the screened fields.  Raises LexiconError."""
    required = frozenset({"id", "words", "note"})
    entries = unique(read_yaml(LEXICON / "screen.yaml", required=required, optional=frozenset()))
    return tuple(word_list(entry.values["id"], entry.values["words"]) for entry in entries)


def silenced(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Return sentence index → field for the sentences that are to give no events."""
    bags = [bag_of(sentence.tokens) for sentence in sentences]
    silent: dict[int, str] = {}
    for field in fields():
        counts = [field.count(bag) for bag in bags]
        everywhere = len(bags) >= LONG_ENOUGH and sum(counts) >= IN_DOCUMENT * len(bags)
        for sentence, count in zip(sentences, counts, strict=True):
            if everywhere or count >= IN_SENTENCE:
                silent.setdefault(sentence.index, field.label)
    return silent
