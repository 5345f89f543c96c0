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

_MARKS = re.compile(r"[\"“”„]|(?<!')''(?!')")
#: Not the apostrophes within words, after a plural, or before a shortened year or word.
_SINGLE = re.compile(
    r"(?<![\w])['\u2018](?=[A-Za-z])(?!(?:em|til|tis|twas|cause)\b)"
    r"|(?<=[.,!?\u2026])['\u2019](?!\w)|(?<=[A-Za-rt-z])['\u2019](?!\w)"
)
_INDENT = 8  # characters by which a paragraph may be indented
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
        self._all = [Quotation(start, end) for start, end in quoted_stretches(text)]
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


def quoted_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what stands between quotation marks, without the marks, in order.

    A mark opens a quotation where a word follows it and none stands before it.  A quotation that is opened again at the
    start of a paragraph before it was closed goes on there: each paragraph is a stretch.  Single marks count in a text
    that has no double ones.
    """
    marks = _MARKS if _MARKS.search(text) else _SINGLE
    start: int | None = None
    for mark in marks.finditer(text):
        at = mark.start()
        if at and text[at - 1].isalpha() and text[mark.end() : mark.end() + 1].isalpha():
            continue  # an apostrophe: *don"t*
        if _opens(text, at, mark.end()):
            if start is not None and _begins_paragraph(text, at) and at - start <= _LONGEST:
                yield start, start + len(text[start:at].rstrip())
            start = mark.end()
        elif start is not None:
            if start < at <= start + _LONGEST:
                yield start, at
            start = None


def _begins_paragraph(text: str, at: int) -> bool:
    before = text[max(0, at - _INDENT) : at]
    return "\n" in before and not before.rpartition("\n")[2].strip()


def _opens(text: str, at: int, end: int) -> bool:
    """Tell whether the mark at `at` to `end` opens a quotation."""
    if text[at] in "\u201c\u201e\u2018":
        return True
    before, after = text[at - 1 : at] if at else "", text[end : end + 1]
    if text[at] not in "\"'" or (before and not before.isspace() and before not in _BEFORE_OPENING):
        return False
    return bool(after) and not after.isspace()
