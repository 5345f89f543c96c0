"""HTML → document: decoding, refusal of pages that cannot be read whole, and notes on doubtful ones.

The work on the tree is in `dragoman.read.page`, which is loaded with the first page, for its libraries
are slow to import.
"""

from __future__ import annotations

import re

from dragoman.errors import EmptyInputError, PageError
from dragoman.read.limits import Limits, checked_text
from dragoman.read.text import decode
from dragoman.records import Document

#: Largest page.  Real articles stay below 3 MB; extraction time grows faster than the page.
MAX_PAGE_BYTES = 8 * 1024 * 1024

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\s[^<>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE
)
#: Pages that declare these mean the Windows code page, which has more characters.
_MEANT = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "iso8859-9": "cp1254", "latin5": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
}  # fmt: skip
_OPENED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)

#: An extraction below this share of the visible text is suspicious, if there was that much text at all.
_SHORT_SHARE = 0.2
_SHORT_VISIBLE = 1000


def read_html(data: bytes, document_id: str, limits: Limits) -> Document:
    """Return the article of an HTML file.

    Raises EmptyInputError, UndecodableError, TooLongError, or PageError for a page that is too large, too
    deeply nested or without an article.
    """
    _check_size(len(data))
    if not data.strip():
        raise EmptyInputError("the page is empty")
    decoded = decode(data, _declared_encoding(data))
    return read_page(decoded.text, document_id, limits, notes=decoded.notes)


def read_page(html: str, document_id: str, limits: Limits, notes: tuple[str, ...] = ()) -> Document:
    """Return the article of a page or a fragment of one, as `read_html` does, with `notes` before its own."""
    _check_size(len(html))
    from dragoman.read import page  # noqa: PLC0415 - its libraries take half a second to import

    found = page.extract(html.encode("utf-8", "replace"), limits.max_text_chars)
    doubts = (*notes, *found.notes, *_cut_note(html), *_short_note(len(found.text), found.visible))
    return Document(
        id=document_id,
        text=checked_text(found.text, limits),
        title=found.title,
        publisher=found.publisher,
        byline=found.byline,
        published=found.published,
        updated=found.updated,
        url=found.url,
        notes=doubts,
        extracted=True,
    )


def _check_size(size: int) -> None:
    if size > MAX_PAGE_BYTES:
        raise PageError(f"the page has more than {MAX_PAGE_BYTES:,} bytes")


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    name = match[1].decode("ascii", "replace").lower()
    return _MEANT.get(name, name)


def _cut_note(html: str) -> tuple[str, ...]:
    """Only a page that opens as one is expected to close as one."""
    cut = _OPENED.search(html[:_HEAD]) and not _CLOSED.search(html)
    return ("the page may be cut short: it has no closing body or html tag",) if cut else ()


def _short_note(extracted: int, visible: int) -> tuple[str, ...]:
    if visible < _SHORT_VISIBLE or extracted >= _SHORT_SHARE * visible:
        return ()
    return (f"short extraction: {extracted:,} of {visible:,} visible characters",)
