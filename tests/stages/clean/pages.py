"""Invented articles and a short way to clean them."""

from __future__ import annotations

from typing import Any

from dragoman.records import Document
from dragoman.stages.base import Draft
from dragoman.stages.clean import Clean

TITLE = "Oman hosts new round of Yemen talks"
SUBTITLE = "Ministers weigh a longer truce and an exchange of prisoners"
MEETING = "Oman's foreign minister met his Yemeni counterpart in Muscat on Monday to discuss a longer ceasefire."
AIRPORT = "The two sides agreed to reopen the airport in Sanaa and to exchange two hundred prisoners."
DENIAL = "Officials in Aden denied that any of the prisoners had been moved, and asked for observers."


def cleaned(text: str, **fields: Any) -> Draft:
    """Return the draft of a document with this text after the clean stage."""
    return Clean()(Draft(Document(id="page", text=text, **fields)))


def page(*lines: str) -> str:
    """Return the lines with an empty line between them."""
    return "\n\n".join(lines)


def article(*lines: str) -> str:
    """Return a page with a headline, the lines, and two paragraphs of prose."""
    return page(TITLE, *lines, MEETING, AIRPORT)


def marks(draft: Draft) -> list[tuple[str, str]]:
    """Return reason and text of each mark, in order."""
    document = draft.document
    return [(mark.reason, document.text[mark.start : mark.end]) for mark in document.furniture]


def marked(draft: Draft) -> list[str]:
    """Return the marked stretches, in order."""
    return [text for _, text in marks(draft)]


def kept(draft: Draft) -> list[str]:
    """Return the stretches to be parsed, in order."""
    return [draft.document.text[block.start : block.end] for block in draft.blocks]
