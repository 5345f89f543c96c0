"""The head of a page: labels, headline, standfirst and credits above the first paragraph of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.stages.clean.credits import LONGEST_CREDIT, read_agency_line, read_byline, read_outlet, read_prefix
from dragoman.stages.clean.dates import read_stamps
from dragoman.stages.clean.headlines import headline_keys, outlet_suffix
from dragoman.stages.clean.page import Page
from dragoman.stages.clean.paragraphs import DASHES, INITIALS, LONGEST_HEADING, Paragraph, fold
from dragoman.stages.clean.phrases import rulebook

TITLE_WORDS = 4
"""A headline has this many words, unless nothing longer stands above the article."""
LABEL_WORDS = 3
SEARCHED_FOR_TITLE = 15

_WORD = re.compile(r"[^\W_]+")
_CREDIT_SEPARATOR = re.compile(rf"\s+[|•·{DASHES}]\s+|\s*,\s+(?=[^\W\d_]+ \d{{1,2}},? \d{{4}}|\d{{1,2}} )")
_FILE_LABEL = re.compile(
    r"[^\W_]{2,}(?:[-_][^\W_]+)+(?:\.[^\W_]{3,4})?|[\w-]{3,}\.(?:jpe?g|png|gif|webp|tiff?|mp4)", re.IGNORECASE
)


def read_masthead(page: Page, given_title: str | None) -> None:
    """Find title, subtitle, publisher and credits; mark what is neither title, subtitle nor article."""
    head = _head(page)
    title = _given_title(page, given_title) if given_title else _first_headline(page, head)
    if title is not None:
        page.kept_lines.add(title.index)
        page.found.keep("title", _on_one_line(title.text[: page.text_end(title) - title.start]))
        _mark_labels_above(page, head, title)
    _read_below_title(page, [p for p in head if title is None or p.index > title.index])
    _mark_repeats(page, title, given_title)


def is_file_label(text: str) -> bool:
    """Tell whether the line is the name of a picture file, such as `MINISTERS-TALKS` or `IMG_2034.JPG`."""
    if len(text) > LONGEST_CREDIT or not _FILE_LABEL.fullmatch(text):
        return False
    return "." in text or text.upper() == text


def is_heading(paragraph: Paragraph) -> bool:
    """Tell whether it may be a headline: two words or more, no full stop, not too long."""
    text = paragraph.text
    stopped = text.endswith((".", ",", ";", ":", "…", "...")) and not INITIALS.search(text)
    return not stopped and len(text) <= LONGEST_HEADING and len(_WORD.findall(text)) > 1


def _head(page: Page) -> list[Paragraph]:
    """Return the unmarked paragraphs above the first prose; none when the page has no prose."""
    head: list[Paragraph] = []
    for paragraph in page.free():
        if paragraph.is_prose or (read_prefix(paragraph.text) and not read_agency_line(paragraph.text)):
            return head
        head.append(paragraph)
    return []


def _given_title(page: Page, given: str) -> Paragraph | None:
    """Return the paragraph that holds the title known from elsewhere, with or without the outlet's name."""
    keys = headline_keys(given)
    for paragraph in page.paragraphs[:SEARCHED_FOR_TITLE]:
        if len(paragraph.text) <= LONGEST_HEADING and not keys.isdisjoint(headline_keys(paragraph.text)):
            if paragraph.folded not in keys:
                _cut_outlet(page, paragraph)
            return paragraph
    return None


def _first_headline(page: Page, head: Sequence[Paragraph]) -> Paragraph | None:
    candidates = [p for p in head if is_heading(p) and not is_file_label(p.text)]
    named = [p for p in candidates if not (read_byline(p.text) or read_outlet(p.text) or read_agency_line(p.text))]
    long_enough = [p for p in named if len(_WORD.findall(p.text)) >= TITLE_WORDS]
    title = next(iter(long_enough or named), None)
    if title is not None:
        _split_outlet(page, title)
    return title


def _split_outlet(page: Page, title: Paragraph) -> None:
    """Cut ` | Outlet` off a headline when the headline stands again without it."""
    shorter = headline_keys(title.text) - {title.folded}
    if any(len(p.text) <= LONGEST_HEADING and p.folded in shorter for p in page.paragraphs[:SEARCHED_FOR_TITLE]):
        _cut_outlet(page, title)


def _cut_outlet(page: Page, title: Paragraph) -> None:
    if suffix := outlet_suffix(title.text):
        page.mark_part(title, title.start + suffix[0], title.end, "publisher line")
        page.found.keep("publisher", suffix[1])


def _mark_labels_above(page: Page, head: Sequence[Paragraph], title: Paragraph) -> None:
    for paragraph in head:
        if paragraph.index >= title.index:
            return
        if not read_credit(page, paragraph) and len(_WORD.findall(paragraph.text)) <= LABEL_WORDS:
            page.mark(paragraph, "category label")


def _read_below_title(page: Page, lines: Sequence[Paragraph]) -> None:
    """Read credits, labels and the subtitle from the lines between title and article."""
    title_key = fold(page.found.title or "")
    for paragraph in lines:
        if paragraph.folded == title_key or read_credit(page, paragraph):
            continue
        if is_file_label(paragraph.text):
            page.mark(paragraph, "file label")
        elif _is_label(paragraph.text):
            page.mark(paragraph, "label line")
        elif page.found.title and not page.found.subtitle and is_heading(paragraph):
            page.found.subtitle = _on_one_line(paragraph.text)
            page.kept_lines.add(paragraph.index)


def read_credit(page: Page, paragraph: Paragraph) -> bool:
    """Read the credits of a line that holds nothing else, mark it, and say whether it was such a line."""
    if len(paragraph.text) > LONGEST_CREDIT:
        return False
    reasons = [_part_reason(page, paragraph, part) for part in _CREDIT_SEPARATOR.split(paragraph.text)]
    if all(reasons):
        page.mark(paragraph, str(reasons[0]))
        return True
    reason = _credit_reason(page, paragraph.text)
    if reason:
        page.mark(paragraph, reason)
    return reason is not None


def _part_reason(page: Page, paragraph: Paragraph, part: str) -> str | None:
    """Say what one part of `By Name | 3 March 2021 | Print` is, and keep what it tells."""
    stamps = read_stamps(part, paragraph.line)
    page.stamps.extend(stamps)
    rule = rulebook().match(part)
    return "date line" if stamps else rule.reason if rule else _credit_reason(page, part)


def _credit_reason(page: Page, text: str) -> str | None:
    """Keep the author, outlet or agency that `text` credits; say which it was."""
    if byline := read_byline(text):
        page.found.keep("byline", byline[0])
        page.found.keep("agency", byline[1])
        return "byline"
    if outlet := read_outlet(text):
        page.found.keep("publisher", outlet[0])
        page.found.keep("byline", outlet[1])
        return "publisher line"
    if credit := read_agency_line(text):
        page.found.keep("dateline", credit[0])
        page.found.keep("agency", credit[1])
        return "agency credit"
    return None


def _on_one_line(text: str) -> str:
    return " ".join(text.strip("\ufeff\u200b").split())


def _is_label(text: str) -> bool:
    """Tell whether it is a few words, all capitalised: the name of a place, a series or a section."""
    words = _WORD.findall(text)
    return 0 < len(words) <= LABEL_WORDS and all(word[0].isupper() or word.isdigit() for word in words)


def _mark_repeats(page: Page, title: Paragraph | None, given_title: str | None) -> None:
    """Mark the headline where it stands again, and long paragraphs that stood before word for word."""
    shown = page.found.title or given_title
    key = fold(shown) if shown else None
    seen: set[str] = set()
    for paragraph in page.free():
        if paragraph is title:
            continue
        if key and len(paragraph.text) <= LONGEST_HEADING and paragraph.folded == key:
            page.mark(paragraph, "repeated headline")
        elif paragraph.text in seen:
            page.mark(paragraph, "repeated paragraph")
        elif len(paragraph.text) > LONGEST_HEADING // 4:
            seen.add(paragraph.text)
