"""Paragraphs of a page, and the folded form in which lines are compared.

In most texts a line is a paragraph.  Text wrapped at a fixed width, as agencies sent it, has its lines
joined: a new paragraph then begins after an empty line or with an indented line.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

DASHES = "\u2013\u2014-"
"""Dashes and hyphen, as they stand in a character class."""
SENTENCE_ENDS = frozenset(".!?…。\uff01\uff1f؟।")
CLOSERS = "\"'\u201d\u2019»)]}\u201c \u00a0"
SHORTEST_PROSE = 40
LONGEST_HEADING = 220

EDGES = f" \t\u00a0\u200b\ufeff\"'<>#*•·▪►▶■●|()[]{{}}_.:;,!?»«„،{DASHES}"
_DOUBLE_QUOTES, _SINGLE_QUOTES = "\u201c\u201d„‟", "\u2018\u2019\u201a\u201b`\u00b4"
_QUOTES = str.maketrans(
    dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | {"\u0131": "i", "İ": "i", "…": "...", "\u00a0": " "}  # dotless and dotted i of Turkish
)
INITIALS = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
"""A text that ends in an abbreviation such as `U.S.`, whose point may not end a sentence."""
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+"
)  # of Latin, Greek, Cyrillic, Hebrew and Arabic
_COLON = re.compile(r"(?<=[^\W\d]) ?: ?")

# A page counts as wrapped when this share of its line breaks fall in the middle of a sentence.
WRAPPED_SHARE = 0.4
WRAP_WIDTHS = range(45, 101)
FEWEST_WRAPS = 2


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: `page[start:end]`, without spaces at either end."""

    index: int
    line: int
    """Number of its first line in the text, from 1."""
    start: int
    end: int
    text: str
    after_gap: bool
    """An empty line, or nothing, stands above it."""

    @cached_property
    def folded(self) -> str:
        """The text in the form in which lines are compared."""
        return fold(self.text)

    @property
    def ends_sentence(self) -> bool:
        """It ends with a full stop, question mark or the like, quotes and brackets aside."""
        return self.text.rstrip(CLOSERS)[-1:] in SENTENCE_ENDS

    @cached_property
    def is_prose(self) -> bool:
        """It reads as running text: a sentence of some length, or too long for a heading."""
        last = self.text.rstrip(CLOSERS)[-1:]
        if (last and last in "!?") or INITIALS.search(self.text):
            return len(self.text) >= 3 * SHORTEST_PROSE
        return len(self.text) >= LONGEST_HEADING or (last in SENTENCE_ENDS and len(self.text) >= SHORTEST_PROSE)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    raw: str
    after_gap: bool

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())


def fold(text: str) -> str:
    """Return `text` without case, diacritics, outer punctuation and needless spaces; dotless i is i."""
    return _open_colons(" ".join(_letters(text.strip(EDGES)).split())).strip(EDGES)


def fold_inside(text: str) -> str:
    """Return `text` folded as by `fold`, but with the punctuation and one space kept at either end."""
    return _open_colons(_SPACES.sub(" ", _letters(text)))


def _letters(text: str) -> str:
    if not text.isascii():
        text = text.translate(_QUOTES)
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text.casefold()


def _open_colons(text: str) -> str:
    return _COLON.sub(": ", text) if ":" in text else text


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of `text` in order."""
    lines = list(_lines(text))
    groups = _joined(lines) if _is_wrapped(lines) else [[line] for line in lines]
    return [_paragraph(text, index, group) for index, group in enumerate(groups)]


def _lines(text: str) -> Iterator[_Line]:
    start, gap = 0, True
    for number, raw in enumerate(text.split("\n"), start=1):
        if raw.strip():
            yield _Line(number, start, raw.rstrip(), gap)
        gap = not raw.strip()
        start += len(raw) + 1


def _paragraph(text: str, index: int, group: Sequence[_Line]) -> Paragraph:
    first, last = group[0], group[-1]
    start, end = first.start + first.indent, last.start + len(last.raw)
    return Paragraph(index, first.number, start, end, text[start:end], first.after_gap)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    breaks = [(a, b) for a, b in itertools.pairwise(lines) if not b.after_gap and len(a.raw) in WRAP_WIDTHS]
    cut = sum(_cuts_sentence(a, b) for a, b in breaks)
    longest = sum(len(line.raw) > WRAP_WIDTHS[-1] for line in lines)
    return cut >= FEWEST_WRAPS and cut >= WRAPPED_SHARE * len(breaks) and longest <= len(lines) // 20


def _cuts_sentence(first: _Line, second: _Line) -> bool:
    begins = second.raw.lstrip()[:1]
    return first.raw.rstrip(CLOSERS)[-1:] not in SENTENCE_ENDS and (begins.islower() or begins.isdigit())


def _joined(lines: Sequence[_Line]) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    for line in lines:
        if not groups or _begins_paragraph(groups[-1][-1], line):
            groups.append([])
        groups[-1].append(line)
    return groups


def _begins_paragraph(before: _Line, line: _Line) -> bool:
    indented = line.indent > before.indent
    stopped_short = len(before.raw) < WRAP_WIDTHS[0] and not _cuts_sentence(before, line)
    return line.after_gap or indented or stopped_short
