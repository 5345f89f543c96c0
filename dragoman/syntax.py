"""The parse as the coder sees it: sentences of tokens with parts of speech and dependencies.

This is the whole contract between the parser and the rest.  Another parser replaces spaCy by building
these (Universal POS, Penn tags, ClearNLP dependency labels as spaCy's English models use them).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Spelled(Protocol):
    """A word as far as its spelling goes, from the parser or cut out of a bare string."""

    @property
    def text(self) -> str:
        """As printed."""

    @property
    def lower(self) -> str:
        """In lower case."""

    @property
    def pos(self) -> str:
        """Universal part of speech; empty when it was not tagged."""


class Token:
    """One word.  `start` and `end` are code points of the document's text, end exclusive."""

    __slots__ = ("children", "dep", "end", "head", "i", "lemma", "lower", "pos", "start", "tag", "text")

    def __init__(self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, start: int) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.head: Token = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.pos}, {self.dep} of {self.head.text!r})"

    def child(self, *deps: str) -> Token | None:
        """Return the first child whose dependency is one of `deps`, or None."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def is_infinitive(self) -> bool:
        """Tell whether *to* stands before this verb: *to withdraw*."""
        return any(child.dep == "aux" and child.lower == "to" for child in self.children)

    def subtree(self) -> Iterator[Token]:
        """Yield this token and all below it, in no promised order."""
        stack = [self]
        while stack:
            token = stack.pop()
            yield token
            stack.extend(token.children)

    def ancestors(self) -> Iterator[Token]:
        """Yield the heads above this token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


class Sentence:
    """One sentence.  `zone` is `title`, `subtitle` or `body`; `paragraph` counts from 0 in the document."""

    __slots__ = ("end", "index", "paragraph", "start", "tokens", "zone")

    def __init__(self, index: int, tokens: list[Token], zone: str, paragraph: int) -> None:
        self.index = index
        self.tokens = tokens
        self.zone = zone
        self.paragraph = paragraph
        self.start = tokens[0].start
        self.end = tokens[-1].end

    def __repr__(self) -> str:
        return f"Sentence({' '.join(t.text for t in self.tokens)!r})"
