"""Briefs as text, Markdown and JSON: every line with its date, its words, its document and its id.

Everything that comes from an article is made printable on its way, and cannot become markup.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from dragoman.brief.nouns import Brief, Item
from dragoman.formats.claims import claim_told, kind_name
from dragoman.formats.rows import printable
from dragoman.formats.story import LABEL, told, when
from dragoman.records import Event, Evidence, moment, to_dict

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def title(brief: Brief) -> str:
    """Return whom a brief is about, and of which time."""
    names = " and ".join(subject.name for subject in brief.subjects)
    dates = [f"{word} {date}" for word, date in (("since", brief.since), ("until", brief.until)) if date]
    return printable(", ".join([names, *dates]))


def text_lines(brief: Brief, width: int) -> Iterator[str]:
    """Yield a brief for a terminal of `width` columns."""
    yield title(brief)
    for section in brief.sections:
        yield ""
        yield section.title.upper()
        for group, items in _groups(section.items):
            yield from [] if group is None else ["", f"  {_group_note(items)}"]
            for item in items:
                yield f"  {_day(item):<{LABEL}}{_told(item)}{_remark(item)}"
                yield from _wrapped(f"“{_quote(item)}” {_source(item)}", width)


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * (LABEL + 2)
    return textwrap.wrap(text, max(width, 60), initial_indent=indent, subsequent_indent=indent) or [indent]


def markdown_lines(brief: Brief) -> Iterator[str]:
    """Yield a brief as Markdown."""
    yield f"# {_escaped(title(brief))}"
    for section in brief.sections:
        yield from ("", f"## {section.title.capitalize()}", "")
        for group, items in _groups(section.items):
            yield from [] if group is None else [f"{_escaped(_group_note(items))}:", ""]
            for item in items:
                line = f"- **{_escaped(_day(item))}** {_escaped(_told(item) + _remark(item))}"
                yield f"{line}  \n  “{_escaped(_quote(item))}” ({_escaped(_source(item))})"
            yield from [] if group is None else [""]


def brief_object(brief: Brief) -> dict[str, Any]:
    """Return a brief as JSON values, with the whole of each record."""
    return {
        "actors": [to_dict(subject) for subject in brief.subjects],
        "since": brief.since,
        "until": brief.until,
        "sections": [
            {"title": section.title, "lines": [_line(item) for item in section.items]} for section in brief.sections
        ],
    }


def _line(item: Item) -> dict[str, Any]:
    return {
        "date": _day(item),
        "text": _told(item),
        "quote": _quote(item),
        "document": {"name": item.document.name, "id": item.document.id, "published": item.document.published},
        "id": item.record.id,
        "kind": kind_name(item.kind),
        "note": item.note or None,
        "group": item.group,
        "record": to_dict(item.record),
    }


def _groups(items: Iterable[Item]) -> Iterator[tuple[int | None, list[Item]]]:
    for group, held in groupby(items, key=lambda item: item.group):
        yield group, list(held)


def _group_note(items: list[Item]) -> str:
    return items[0].note or "side by side"


def _remark(item: Item) -> str:
    """Return the note of a line that stands alone; that of a group stands above it."""
    return f"  ({item.note})" if item.note and item.group is None else ""


def _day(item: Item) -> str:
    return printable(when(item.record.date if isinstance(item.record, Event) else moment(item.record)))


def _told(item: Item) -> str:
    return told(item.record) if isinstance(item.record, Event) else claim_told(item.record)


def _quote(item: Item) -> str:
    """Return the words a line rests on: those of a claim in parts, joined."""
    spans: tuple[Evidence, ...] = item.record.evidence
    return printable(" … ".join(dict.fromkeys(span.quote for span in spans)))


def _source(item: Item) -> str:
    published = item.document.published
    return printable(f"{item.record.id} {item.document.name}{f', published {published}' if published else ''}")


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
