"""A first look at a page, which refuses what would take too long to parse or extract.

Building a tree takes time that grows with the square of the attributes of one element, and libxml2 cuts a
tree that is too deep without a sound.  The survey builds no tree, and its time grows with the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from dragoman.errors import EmptyInputError, PageError, TooLongError

#: News pages have a few thousand elements, a depth below 60, and below 40 attributes an element.
MAX_ELEMENTS = 50_000
MAX_DEPTH = 240
MAX_ATTRIBUTES = 500

_HIDDEN = frozenset(
    ("head", "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "select", "svg")
)


_BLOCKS = frozenset(
    ("p", "div", "li", "td", "th", "dt", "dd", "br", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section")
)


@dataclass(frozen=True, slots=True)
class Survey:
    """The size of a page, as far as it matters for extraction."""

    visible: int
    """Characters of visible text, menus left out where they are marked up as such."""
    blocks: int
    """Elements that begin a new line."""


def survey(data: bytes, max_chars: int) -> Survey:
    """Return the size of the page with the UTF-8 bytes `data`.

    Raises EmptyInputError if nothing is visible, TooLongError if more than `max_chars` are, and PageError for
    a page of too many elements, too deep a nesting or too many attributes.
    """
    counter = _Counter(max_chars)
    parser = etree.HTMLParser(target=counter, encoding="utf-8")
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise EmptyInputError("the page is empty") from error
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise PageError("the page has a piece of text too large to be read whole")
    if counter.visible == 0:
        raise EmptyInputError("the page has no visible text")
    return Survey(counter.visible, counter.blocks)


class _Counter:
    """A parser target: counts, and raises at the first limit passed."""

    def __init__(self, max_chars: int) -> None:
        self.visible = 0
        self.blocks = 0
        self._max_chars = max_chars
        self._elements = 0
        self._depth = 0
        self._hidden_at: int | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        self.blocks += tag in _BLOCKS
        if self._elements > MAX_ELEMENTS:
            raise PageError(f"the page has more than {MAX_ELEMENTS:,} elements")
        if self._depth > MAX_DEPTH:
            raise PageError(f"the page is nested more than {MAX_DEPTH} levels deep")
        if len(attributes) > MAX_ATTRIBUTES:
            raise PageError(f"an element of the page has more than {MAX_ATTRIBUTES} attributes")
        if self._hidden_at is None and tag in _HIDDEN:
            self._hidden_at = self._depth

    def end(self, _tag: str) -> None:
        if self._hidden_at == self._depth:
            self._hidden_at = None
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._hidden_at is None:
            self.visible += len(text.strip())
            if self.visible > self._max_chars:
                raise TooLongError(f"the page has more than {self._max_chars:,} visible characters")

    def close(self) -> None:
        """End the parse; a parser target must have this."""
