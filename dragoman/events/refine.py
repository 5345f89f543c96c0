"""Modes and contexts: what the words around a predicate add to its type."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dragoman.errors import LexiconError
from dragoman.events.slots import Filled
from dragoman.events.wordlists import WordList, bag_of, word_list
from dragoman.ontology import MODES
from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.syntax import Token

MAX_CONTEXTS = 3


@cache
def mode_words(path: Path = LEXICON / "modes.yaml") -> dict[str, tuple[WordList, ...]]:
    """Return the mode words by event type, in the order of the file.  Raises LexiconError."""
    required = frozenset({"id", "type", "mode", "words", "where", "note"})
    table: dict[str, tuple[WordList, ...]] = {}
    for entry in unique(read_yaml(path, required=required, optional=frozenset())):
        type_, mode = entry.values["type"], entry.values["mode"]
        if mode not in MODES.get(type_, ()):
            raise LexiconError(entry.file, entry.line, f"{type_} has no mode {mode}")
        words = word_list(mode, entry.values["words"], entry.values["where"])
        table[type_] = (*table.get(type_, ()), words)
    return table


@cache
def context_words(path: Path = LEXICON / "contexts.yaml") -> tuple[WordList, ...]:
    """Return the context words, in the order of the file.  Raises LexiconError."""
    required = frozenset({"id", "context", "words", "note"})
    entries = unique(read_yaml(path, required=required, optional=frozenset()))
    return tuple(word_list(entry.values["context"], entry.values["words"]) for entry in entries)


def modes_of(type_: str, predicate: Token, filled: Filled) -> tuple[str, ...]:
    """Return the mode that the words of the act's clause give, as a tuple of none or one."""
    tables = mode_words().get(type_)
    if not tables:
        return ()
    clause = bag_of(_own_clause(predicate))
    content = bag_of(t for name, heads in filled.items() if name != "subj" for head in heads for t in head.subtree())
    for words in tables:
        if words.hits(content if words.where == "content" else clause):
            return (words.label,)
    return ()


def contexts_of(words: Iterable[Token]) -> tuple[str, ...]:
    """Return the contexts that the words of a sentence give, at most MAX_CONTEXTS."""
    bag = bag_of(words)
    labels = dict.fromkeys(listed.label for listed in context_words() if listed.hits(bag))
    return tuple(labels)[:MAX_CONTEXTS]


def _own_clause(predicate: Token) -> Iterable[Token]:
    stack = [predicate]
    while stack:
        token = stack.pop()
        yield token
        stack.extend(c for c in token.children if c.dep not in ("conj", "parataxis") or c.pos not in ("VERB", "AUX"))
