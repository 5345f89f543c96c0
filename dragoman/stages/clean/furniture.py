"""Marking furniture, pass by pass.  Each pass reads the page as the passes before it left it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.stages.clean.credits import Prefix, read_agency_line, read_prefix, source_of
from dragoman.stages.clean.dates import DATELINE, UNLABELLED, read_stamps
from dragoman.stages.clean.language import foreign_language
from dragoman.stages.clean.masthead import is_file_label, is_heading, read_credit
from dragoman.stages.clean.page import Page
from dragoman.stages.clean.paragraphs import DASHES, Paragraph
from dragoman.stages.clean.phrases import Rule, rulebook

STAMP_REASONS = {"published": "published stamp", "updated": "update stamp", UNLABELLED: "date line"}
LARGEST_TAIL = 0.35
"""What follows a comment form is left alone when it is a larger share of the page than this."""
LONGEST_CROSS_HEADING = 70
CROSS_HEADING_WORDS = 8
LONGEST_LINK = 140
TAIL_LENGTH = 700
TAIL_SENTENCES = 4
PREFIXED_PARAGRAPHS = 3
SHORTEST_ARTICLE = 2
"""Paragraphs of prose an article needs before one is taken for a caption."""

_SENTENCE_START = re.compile(r"(?:(?<=[.!?…:\"\u201d\u2019)\]-])|(?<=[a-z]-))\s+(?=\S)")
_INITIAL = re.compile(r"\b[^\W\d_]\.$")
_CONTACT = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30}")
_PHOTO_AGENCY = r"(?:AP|AFP|Reuters|REUTERS|EPA|AA|DHA|Xinhua|TASS|Getty(?: Images)?)(?: [Pp]hoto| Images)?"
_PHOTO_CREDIT = re.compile(
    r"(?:\((?:[A-Z]\w{1,10} )?(?:[Pp]hoto|PHOTO|[Ff]oto|[Ff]otoğraf|[Ii]mage)s?"
    r"(?:[:/]| by\b| courtesy\b| credit\b|(?=\)))[^()]{0,60}\)"
    rf"|[\[(][^\[\]()]{{2,40}}/ ?{_PHOTO_AGENCY}[\])]|\[(?:{_PHOTO_AGENCY}|Al Jazeera)\]"
    rf"|\bREUTERS/[\w .'-]{{3,40}}(?<!\.)|\bAP Photo/[\w .'-]{{3,40}}|/ ?Getty Images|© ?{_PHOTO_AGENCY})\.?\s{{0,3}}$"
)
LONGEST_CAPTION = 400
PHOTO_CREDIT_ROOM = 130
_CREDIT_SIGNS = frozenset("([/©")
_NETWORKS = re.compile(
    r"(?:(?:Share|Send|Print|Email|Facebook|Twitter|Google\+|WhatsApp|Tumblr|LinkedIn|Stumble|StumbleUpon|Digg|Reddit"
    r"|Newsvine|Pinterest|Telegram|Permalink|VK)(?:\s{1,3}|$)){4,}(?:https?://\S{1,80})?",
    re.IGNORECASE,
)
_NETWORK_SIGNS = (
    "Facebook Twitter", "Facebook Google", "Facebook Whats", "Facebook Linked", "Facebook Email", "Twitter Facebook",
    "Share Facebook", "facebook twitter",
)  # fmt: skip
_BULLET = re.compile(rf"[{DASHES}•*·]\s")


def mark_listed(page: Page) -> None:
    """Mark the lines that a rule of the lexicon knows, stamps, and lines that hold nothing but an address."""
    for paragraph in page.paragraphs:
        if rule := rulebook().match(paragraph.text):
            _mark_rule(page, paragraph, rule)
        elif _CONTACT.fullmatch(paragraph.text):
            page.mark(paragraph, "contact line")
        elif reason := _stamp_reason(page, paragraph.text, paragraph.line):
            page.mark(paragraph, reason)


def _stamp_reason(page: Page, text: str, line: int) -> str | None:
    """Keep the labelled stamps that `text` consists of, and say what they are."""
    stamps = read_stamps(text, line)
    if not stamps or stamps[0].kind == UNLABELLED:
        return None
    page.stamps.extend(stamps)
    return STAMP_REASONS[stamps[0].kind]


def _mark_rule(page: Page, paragraph: Paragraph, rule: Rule) -> None:
    page.mark(paragraph, rule.reason)
    if rule.closes:
        page.closers[paragraph.index] = rule.closes
    if rule.id == "source":
        page.found.keep("agency", source_of(paragraph.text))


def mark_link_lists(page: Page) -> None:
    """Mark the headings of other articles right after a heading such as `Related stories`."""
    listing = False
    for paragraph in page.paragraphs:
        if page.is_marked(paragraph):
            listing = page.closers.get(paragraph.index) == "list"
        elif listing := listing and _is_link(paragraph):
            page.mark(paragraph, "related links")


def _is_link(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= LONGEST_LINK and not paragraph.ends_sentence and is_heading(paragraph)


def mark_date_lines(page: Page) -> None:
    """Mark a date on a line of its own above the article, where it is the page's date."""
    for paragraph in page.free():
        if paragraph.is_prose:
            return
        if stamps := read_stamps(paragraph.text, paragraph.line):
            page.stamps.extend(stamps)
            page.mark(paragraph, STAMP_REASONS[UNLABELLED])


def mark_captions(page: Page) -> None:
    """Mark picture credits with their captions, and a caption right below the name of a picture file."""
    prose = sum(p.is_prose for p in page.free())
    spaced = any(p.after_gap for p in page.paragraphs[1:])
    for paragraph in list(page.free()):
        if _ends_in_photo_credit(paragraph.text):
            page.mark(paragraph, "image caption")
        elif is_file_label(paragraph.text):
            page.mark(paragraph, "file label")
            if spaced and prose > SHORTEST_ARTICLE:
                _mark_caption_below(page, paragraph)


def _ends_in_photo_credit(text: str) -> bool:
    end = text[-PHOTO_CREDIT_ROOM:]
    return len(text) <= LONGEST_CAPTION and not _CREDIT_SIGNS.isdisjoint(end) and bool(_PHOTO_CREDIT.search(end))


def _mark_caption_below(page: Page, label: Paragraph) -> None:
    """Mark the paragraph that touches the label, when a gap parts it from the next and no article stands before it."""
    below = page.paragraphs[label.index + 1 : label.index + 3]
    before = any(p.is_prose and not page.is_marked(p) for p in page.paragraphs[: label.index])
    touches = len(below) == 2 and not below[0].after_gap and below[1].after_gap
    if touches and below[0].is_prose and not before:
        page.mark(below[0], "image caption")


def mark_comments(page: Page) -> None:
    """Mark what follows a comment form, when the article stands before it."""
    closing = next((index for index, what in page.closers.items() if what == "page"), None)
    if closing is None:
        return
    free = list(page.free())
    after = [p for p in free if p.index > closing]
    whole = sum(len(p.text) for p in free)
    if sum(len(p.text) for p in after) <= LARGEST_TAIL * whole:
        for paragraph in after:
            page.mark(paragraph, "comment")


def mark_credits(page: Page) -> None:
    """Mark credits on lines of their own below the article's last prose."""
    for paragraph in reversed(page.body()):
        if paragraph.is_prose:
            return
        read_credit(page, paragraph)


def mark_cross_headings(page: Page) -> None:
    """Mark short headings between two paragraphs of prose."""
    body = page.body()
    for before, paragraph, after in zip(body, body[1:], body[2:], strict=False):
        leads_on = after.is_prose and not after.text[0].islower()
        if before.is_prose and leads_on and _is_cross_heading(paragraph):
            page.mark(paragraph, "cross-heading")


def _is_cross_heading(paragraph: Paragraph) -> bool:
    text = _BULLET.sub("", paragraph.text, count=1)
    short = len(text) <= LONGEST_CROSS_HEADING and len(text.split()) <= CROSS_HEADING_WORDS
    unfinished = text.endswith((",", ";", *DASHES)) or ":" in text
    return short and not (paragraph.ends_sentence or unfinished or text[:1].islower())


def mark_datelines(page: Page) -> None:
    """Mark the dateline that opens the report, such as `MUSCAT, Oman (AA) -`, and keep what it says."""
    for paragraph in page.body()[:PREFIXED_PARAGRAPHS]:
        if prefix := read_prefix(paragraph.text):
            # `BALI, Indonesia — 14 November 2023` on a line of its own: the rest is the day
            rest = paragraph.text[prefix.length :].strip()
            stamps = read_stamps(rest, paragraph.line) if rest else ()
            length = len(paragraph.text) if stamps else prefix.length
            page.mark_part(paragraph, paragraph.start, paragraph.start + length, "dateline")
            _keep_prefix(page, prefix, paragraph.line)
            page.stamps.extend(replace(stamp, kind=DATELINE) for stamp in stamps)
            return


def _keep_prefix(page: Page, prefix: Prefix, line: int) -> None:
    page.found.keep("dateline", prefix.place)
    page.found.agency = prefix.agency or page.found.agency
    page.stamps.extend(replace(stamp, kind=DATELINE) for stamp in read_stamps(prefix.day or "", line))


def mark_share_runs(page: Page) -> None:
    """Mark runs of network names inside a paragraph, left by an extraction that joined lines."""
    for paragraph in page.body():
        if "acebook" in paragraph.text and any(names in paragraph.text for names in _NETWORK_SIGNS):
            for run in _NETWORKS.finditer(paragraph.text):
                page.mark_part(paragraph, paragraph.start + run.start(), paragraph.start + run.end(), "share line")


def mark_tail(page: Page) -> None:
    """Mark credits, prompts and source notes at the end of the article's last paragraph, sentence by sentence."""
    body = page.body()
    while body and (mark := _last_furniture(page, body[-1])):
        start, reason = mark
        if start == body[-1].start:
            page.mark(body.pop(), reason)
        else:
            page.mark_part(body[-1], start, page.text_end(body[-1]), reason)


def _last_furniture(page: Page, paragraph: Paragraph) -> tuple[int, str] | None:
    """Return start and reason of the furniture that the paragraph's text ends with, or None."""
    end = page.text_end(paragraph)
    for start in _sentence_starts(page.text, max(paragraph.start, end - TAIL_LENGTH), end):
        sentence = page.text[start:end].strip()
        if reason := _tail_reason(page, sentence, paragraph.line):
            return start, reason
    return None


def _tail_reason(page: Page, sentence: str, line: int) -> str | None:
    rule = rulebook().match(sentence)
    if rule is not None and rule.tail:
        if rule.id == "source":
            page.found.keep("agency", source_of(sentence))
        return rule.reason
    if sentence.endswith(")") and (credit := read_agency_line(sentence)):
        page.found.keep("agency", credit[1])
        return "agency credit"
    return _stamp_reason(page, sentence, line) or ("contact line" if _CONTACT.fullmatch(sentence) else None)


def _sentence_starts(text: str, low: int, high: int) -> Iterator[int]:
    """Yield where the last sentences of `text[low:high]` begin, the last one first."""
    found = 0
    for gap in reversed(list(_SENTENCE_START.finditer(text, low, high))):
        if not _INITIAL.search(text[max(low, gap.start() - 3) : gap.start()]):
            yield gap.end()
            found += 1
        if found == TAIL_SENTENCES:
            return


def mark_foreign(page: Page) -> None:
    """Mark paragraphs that are surely in another language than English."""
    for paragraph in page.body():
        if language := foreign_language(paragraph.text):
            page.mark(paragraph, f"other language ({language})")
