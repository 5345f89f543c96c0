"""Quotations: the stretches of a document between quotation marks, and who speaks in each.

The speaker stands with a verb of saying outside the marks: before, within or after the quotation, or in the
sentence that ends with a colon before it. What follows a quotation without an attribution of its own, and soon,
is by the same speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.syntax import Sentence, Token

_MARKS = re.compile(r'["“”„]')
_LONGEST = 1500  # characters; a longer quotation has lost its closing mark
_SOON = 160  # characters between two quotations of one speaker
_BEFORE_OPENING = "([-\u2013\u2014"
_GAP = 3  # characters between a quotation and the sentence that attributes it
_TAIL = 12  # words of a sentence that only attributes the quotation before it
_SAYING = frozenset(
    {
        "say", "tell", "add", "declare", "state", "stress", "note", "write", "warn", "reply", "respond", "insist",
        "announce", "explain", "argue", "claim", "continue", "conclude", "remark", "reiterate", "recall", "tweet",
        "vow", "urge", "ask", "emphasize", "emphasise", "underline", "comment", "admit", "acknowledge", "charge",
        "assert", "affirm", "observe", "point", "read", "quote", "go",
    }
)  # fmt: skip


@dataclass(slots=True)
class Quotation:
    """What stands between two quotation marks; `speaker` is the head of who says it, in sentence `sentence`."""

    start: int
    end: int
    speaker: Token | None = None
    sentence: int = -1


class Quotations:
    """The quotations of one document."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._all = list(_between_marks(text))
        for quotation in self._all:
            self._attribute(quotation, sentences)
        for earlier, later in zip(self._all, self._all[1:], strict=False):
            if later.speaker is None and later.start - earlier.end <= _SOON:
                later.speaker, later.sentence = earlier.speaker, earlier.sentence

    def around(self, token: Token) -> Quotation | None:
        """Return the quotation that a word stands in."""
        return next((q for q in self._all if q.start <= token.start < q.end), None)

    def _attribute(self, quotation: Quotation, sentences: Sequence[Sentence]) -> None:
        for sentence in _near(quotation, sentences):
            for token in _speakers(sentence):
                if self.around(token) is None:
                    quotation.speaker, quotation.sentence = token, sentence.index
                    return


def _near(quotation: Quotation, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that may say whose words these are: first that of its end, then those before."""
    touched = [s for s in sentences if s.start < quotation.end and s.end > quotation.start]
    before = [s for s in sentences if 0 <= quotation.start - s.end <= _GAP and s.tokens[-1].text == ":"]
    after = [s for s in sentences if 0 <= s.start - quotation.end <= _GAP and len(s.tokens) <= _TAIL]
    return [*reversed(touched), *after, *before]


def _speakers(sentence: Sentence) -> Iterator[Token]:
    """Yield the subjects of the verbs of saying, and who is named by *according to*."""
    for token in sentence.tokens:
        if token.lemma in _SAYING and token.pos in ("VERB", "AUX"):
            yield from (child for child in token.children if child.dep == "nsubj")
        if token.lower == "to" and token.head.lower == "according":
            yield from (child for child in token.children if child.dep == "pobj")


def _between_marks(text: str) -> Iterator[Quotation]:
    """Yield the quotations; a mark opens one where a word follows it and none stands before it."""
    start: int | None = None
    for mark in _MARKS.finditer(text):
        at = mark.start()
        if _opens(text, at):
            start = at + 1
        elif start is not None:
            if at - start <= _LONGEST:
                yield Quotation(start, at)
            start = None


def _opens(text: str, at: int) -> bool:
    if text[at] in "“„":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] == '"' and (not before or before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
