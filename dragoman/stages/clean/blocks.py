"""Which stretches of a cleaned document are to be parsed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from dragoman.records import Document, Furniture
from dragoman.stages.base import Block
from dragoman.stages.clean.headlines import headline_keys
from dragoman.stages.clean.language import ENGLISH
from dragoman.stages.clean.paragraphs import Paragraph, fold, split_paragraphs

BODY = "body"

_WORD = re.compile(r"\w")


def body_blocks(document: Document, paragraphs: Sequence[Paragraph] | None = None) -> list[Block]:
    """Return the title, the subtitle and the paragraphs of `document`, with furniture cut out.

    A block never crosses a paragraph; a paragraph with furniture inside gives several.  Paragraphs that
    give a block are numbered from 0.  A document in a language other than English gives none: the parser
    knows English only.  `paragraphs` are those of the document's text, where they are known already.
    """
    if document.language not in (None, ENGLISH):
        return []
    zones = _Zones(document)
    waiting = deque(document.furniture)
    blocks: list[Block] = []
    number = 0
    for paragraph in split_paragraphs(document.text) if paragraphs is None else paragraphs:
        spans = list(_spans(document.text, paragraph, waiting))
        zone = zones.of(document.text[slice(*spans[0])]) if spans else BODY
        blocks.extend(Block(start, end, zone, number) for start, end in spans)
        number += bool(spans)
    return blocks


class _Zones:
    """Tells title and subtitle lines from the body; each is given out once."""

    def __init__(self, document: Document) -> None:
        self._left = dict.fromkeys(headline_keys(document.title or ""), "title")
        self._left |= {fold(document.subtitle or ""): "subtitle"}
        self._left.pop("", None)
        self._longest = 2 * max(map(len, self._left), default=0) + 40  # folding may shorten a line, not halve it

    def of(self, line: str) -> str:
        return self._left.pop(fold(line), BODY) if self._left and len(line) <= self._longest else BODY


def _spans(text: str, paragraph: Paragraph, waiting: deque[Furniture]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the paragraph outside furniture that hold a word; uses up the marks it passes."""
    start = paragraph.start
    while waiting and waiting[0].start < paragraph.end:
        mark = waiting.popleft()
        yield from _trimmed(text, start, mark.start)
        start = max(start, mark.end)
    yield from _trimmed(text, start, paragraph.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end] if start < end else ""
    if _WORD.search(inside):
        start += len(inside) - len(inside.lstrip())
        yield start, start + len(inside.strip())
