"""Tree of an HTML page → the article's text and what the page says about it.  Loads lxml and trafilatura."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml import html as lxml_html

from dragoman.errors import PageError
from dragoman.read.page_dates import find_dates
from dragoman.read.page_survey import survey
from dragoman.records import DateStamp

#: Above this many blocks trafilatura compares no second and third extractor, whose time grows with their square.
_THOROUGH_BLOCKS = 2000

for _name in ("trafilatura", "htmldate"):  # what they report of a page stands in its notes or its failure
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was taken from a page."""

    text: str
    """The article, its paragraphs parted by an empty line."""
    visible: int
    """Characters of visible text on the page, menus left out where they are marked up as such."""
    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    published: DateStamp | None
    updated: DateStamp | None
    notes: tuple[str, ...]


def extract(data: bytes, max_chars: int) -> Page:
    """Return what the page with the UTF-8 bytes `data` holds.

    Raises EmptyInputError for a page without visible text, TooLongError for one with more than `max_chars`
    of it, PageError for one that is nested too deeply, has too many elements, or has no article.
    """
    size = survey(data, max_chars)
    tree = _parse(data)
    found = _article(tree, fast=size.blocks > _THOROUGH_BLOCKS)
    dates = find_dates(tree)
    return Page(
        text="\n\n".join(line for line in found.text.splitlines() if line.strip()),
        visible=size.visible,
        title=_cell(found.title),
        publisher=_cell(found.sitename),
        byline=_cell(found.author),
        url=_cell(found.url),
        published=dates.published,
        updated=dates.updated,
        notes=dates.notes,
    )


def _parse(data: bytes) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = lxml_html.document_fromstring(data, parser=parser)
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise PageError("the page is nested too deeply to be read whole")
    return tree


def _article(tree: Any, *, fast: bool) -> Any:
    # trafilatura cannot be asked not to look for a date; what it finds has no basis and is not used
    found = trafilatura.bare_extraction(
        tree,
        fast=fast,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "max_date": "2099-12-31"},
    )
    if found is None or not found.text or not found.text.strip():
        raise PageError("no article was found on the page")
    return found


def _cell(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
