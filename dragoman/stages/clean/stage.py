"""The clean stage: marks furniture, reads the page's own metadata, and says what is to be parsed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from dragoman.records import DateStamp, Document
from dragoman.stages.base import Draft, Stage
from dragoman.stages.clean.blocks import body_blocks
from dragoman.stages.clean.dates import DATELINE, OPEN, UNLABELLED, PrintedStamp, date_stamp, settle
from dragoman.stages.clean.furniture import (
    mark_captions,
    mark_comments,
    mark_credits,
    mark_cross_headings,
    mark_date_lines,
    mark_datelines,
    mark_foreign,
    mark_link_lists,
    mark_listed,
    mark_share_runs,
    mark_tail,
)
from dragoman.stages.clean.language import ENGLISH, page_language, plain_code
from dragoman.stages.clean.masthead import read_masthead
from dragoman.stages.clean.page import Page
from dragoman.temporal.order import site_order

_STRUCTURE = (
    mark_comments,
    mark_credits,
    mark_cross_headings,
    mark_datelines,
    mark_share_runs,
    mark_tail,
)


class Clean(Stage):
    """Assign the document's furniture and metadata, and the blocks to be parsed.

    The text is never changed.  A field that the reader filled is kept.  Where the page states no date,
    `published` stays null; a date inside the story never becomes the date of the page.
    """

    name: ClassVar[str] = "clean"
    requires: ClassVar[frozenset[str]] = frozenset({"document"})
    assigns: ClassVar[frozenset[str]] = frozenset({"document", "blocks"})

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its document cleaned and its blocks listed."""
        page = Page(draft.document.text)
        document = clean(draft.document, page)
        return replace(draft, document=document, blocks=tuple(body_blocks(document, page.paragraphs)))


def clean(document: Document, page: Page) -> Document:
    """Return `document` with the furniture of `page`, its text, marked and with metadata filled."""
    mark_listed(page)
    mark_link_lists(page)
    mark_captions(page)
    mark_date_lines(page)
    language = _language(page, document)
    read_masthead(page, document.title)
    for mark in _STRUCTURE:
        mark(page)
    if language in (None, ENGLISH):
        mark_foreign(page)
    _read_dates(page, document)
    return _filled(page, document, language)


def _language(page: Page, document: Document) -> str | None:
    """Return the article's language: what its text shows, or what the input says where the text is too short."""
    found = page_language(page.free())
    given = plain_code(document.language) if document.language else None
    if found and given and found != given:
        page.found.notes.append(f"the input gives the language as {given}; the text reads as {found}")
    if found not in (None, ENGLISH):
        page.found.notes.append(f"the article is in another language than English ({found}) and is not coded")
    return found or given


def _read_dates(page: Page, document: Document) -> None:
    """Set `published` and `updated` from the page's stamps; an update alone stands for both."""
    stamps = settle(page.stamps, (site_order(document.url) if document.url else None) or OPEN)
    published = _first(stamps, "published") or _first(stamps, UNLABELLED)
    updated = _first(stamps, "updated")
    for stamp in {published, updated} - {None}:
        if stamp and stamp.order == OPEN:
            page.found.notes.append(
                f"the date {stamp.text} on line {stamp.line} may be day/month or month/day; only its year is given"
            )
    if chosen := published or updated or _first(stamps, DATELINE):
        page.found.published = date_stamp(chosen)
    if updated:
        page.found.updated = date_stamp(updated)


def _first(stamps: list[PrintedStamp], kind: str) -> PrintedStamp | None:
    return next((stamp for stamp in stamps if stamp.kind == kind), None)


def _filled(page: Page, document: Document, language: str | None) -> Document:
    """Return `document` with what was found, where it had nothing yet."""
    found = page.found
    given = document.published
    if given and found.published and not _agree(given, found.published):
        page.found.notes.append(
            f"the input gives {given.date} ({given.basis}), the page prints {found.published.date} "
            f"({found.published.basis}); the input's date is used"
        )
    return replace(
        document,
        title=document.title or found.title,
        subtitle=document.subtitle or found.subtitle,
        publisher=document.publisher or found.publisher,
        byline=document.byline or found.byline,
        agency=document.agency or found.agency,
        dateline=document.dateline or found.dateline,
        published=document.published or found.published,
        updated=document.updated or found.updated,
        language=language,
        furniture=page.furniture(),
        notes=tuple(dict.fromkeys((*document.notes, *found.notes))),
    )


def _agree(one: DateStamp, other: DateStamp) -> bool:
    """Say whether two stamps may be of one day; time zones may shift it by one."""
    width = min(len(one.date), len(other.date))
    if width < len("2016-03-10"):
        return one.date[:width] == other.date[:width]
    return abs((date.fromisoformat(one.date[:10]) - date.fromisoformat(other.date[:10])).days) <= 1
