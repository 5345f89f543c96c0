"""Prose that praises or damns in the outlet's own words."""

from __future__ import annotations

from dragoman.claims.doubt.lexicon import evaluative
from dragoman.claims.passage import Passage
from dragoman.syntax import Token

LEAST = 3
"""Sentences that it takes."""
SHARE = 0.15
"""Share of the sentences of the body that it takes."""


def phrase_in(passage: Passage) -> list[Token]:
    """Return the words of the first phrase of praise or blame that nobody is said to have spoken; empty for none."""
    tokens = passage.sentence.tokens
    table = evaluative()
    for token in tokens:
        for phrase in table.get(token.lower, ()):
            stretch = tokens[token.i : token.i + len(phrase)]
            if tuple(word.lower for word in stretch) == phrase and not _is_spoken(passage, token):
                return stretch
    return []


def _is_spoken(passage: Passage, token: Token) -> bool:
    before, after = passage.sentence.tokens[: token.i], passage.sentence.tokens[token.i :]
    quoted = any(t.tag in ("``", "''") for t in before) and any(t.tag in ("``", "''") for t in after)
    return quoted or bool(passage.said(token))
