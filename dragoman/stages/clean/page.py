"""A page under examination: its paragraphs, and what has been found on it so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.records import DateStamp, Furniture
from dragoman.stages.clean.dates import PrintedStamp
from dragoman.stages.clean.paragraphs import Paragraph, split_paragraphs


@dataclass
class Found:
    """What the page says about itself; the first statement of each kind counts."""

    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    dateline: str | None = None
    published: DateStamp | None = None
    updated: DateStamp | None = None
    language: str | None = None
    notes: list[str] = field(default_factory=list)

    def keep(self, name: str, value: str | None) -> None:
        """Set the field `name` to `value`, unless it has one already or `value` is empty."""
        if value and not getattr(self, name):
            setattr(self, name, value)


class Page:
    """The paragraphs of a text, with marks on those, or on parts of those, that are furniture."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = split_paragraphs(text)
        self.found = Found()
        self.stamps: list[PrintedStamp] = []
        self.kept_lines: set[int] = set()
        """Indices of the title and subtitle paragraphs."""
        self.closers: dict[int, str] = {}
        """Index of a line after which something else than the article follows: `page` or `list`, as in the rules."""
        self._reasons: dict[int, str] = {}
        self._parts: dict[int, list[Furniture]] = {}

    def mark(self, paragraph: Paragraph, reason: str) -> None:
        """Mark the whole paragraph as furniture; a first mark is not overwritten."""
        self._reasons.setdefault(paragraph.index, reason)

    def mark_part(self, paragraph: Paragraph, start: int, end: int, reason: str) -> None:
        """Mark `text[start:end]`, a part of the paragraph that overlaps no other marked part."""
        end = start + len(self.text[start:end].rstrip())
        self._parts.setdefault(paragraph.index, []).append(Furniture(start=start, end=end, reason=reason))

    def is_marked(self, paragraph: Paragraph) -> bool:
        """Tell whether the whole paragraph is furniture."""
        return paragraph.index in self._reasons

    def free(self) -> Iterator[Paragraph]:
        """Yield the paragraphs that are not marked, title and subtitle included."""
        return (p for p in self.paragraphs if p.index not in self._reasons)

    def body(self) -> list[Paragraph]:
        """Return the paragraphs that are neither marked nor title or subtitle."""
        return [p for p in self.free() if p.index not in self.kept_lines]

    def text_end(self, paragraph: Paragraph) -> int:
        """Return where the paragraph's own text ends, before parts marked at its end."""
        end = paragraph.end
        for part in sorted(self._parts.get(paragraph.index, ()), key=lambda part: -part.end):
            if self.text[part.end : end].strip():
                break
            end = part.start
        return end

    def furniture(self) -> tuple[Furniture, ...]:
        """Return all marks in order, without overlaps."""
        marks: list[Furniture] = []
        for p in self.paragraphs:
            if reason := self._reasons.get(p.index):
                marks.append(Furniture(start=p.start, end=p.end, reason=reason))
            else:
                marks.extend(sorted(self._parts.get(p.index, ()), key=lambda part: part.start))
        return tuple(marks)
