"""When a page says it was published and updated, and where on the page it says so.

Looked at, in this order: meta elements, JSON-LD, time elements, and what htmldate finds printed.  A date
that is not on the page to the day is never taken, so htmldate's guesses (the first of January for a
copyright year, today for `two hours ago`) are dropped.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from htmldate import find_date

from dragoman.read.dates import month_number, parse_stamp
from dragoman.records import DateStamp

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "publishdate", "publish-date", "publish_date", "published_date", "pubdate", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")

_ARTICLE = re.compile(r"Article|Posting|Report")
_MAX_JSON = 1024 * 1024
_MAX_NODES = 10_000

#: Where a date is not the article's own: a masthead has the day of the visit, a footer that of the site.
_FOREIGN = (
    "//footer | //aside | //nav | //time | //script"
    " | //header[not(ancestor::article) and not(ancestor::main) and not(.//h1)]"
)

_WORD_DATE = re.compile(
    r"(?<!\w)(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<name>[^\W\d_]{3,12})[.,]{0,2}"
    r"|(?P<name2>[^\W\d_]{3,12})\.?\s(?P<day2>[0-9]{1,2})(?:st|nd|rd|th)?,?)\s(?P<year>[12][0-9]{3})(?![0-9])"
)
_YEAR_FIRST = re.compile(
    r"(?<![0-9])(?P<year>[12][0-9]{3})(?P<sep>[-/.]?)(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9])"
)
_YEAR_LAST = re.compile(
    r"(?<![0-9])(?P<one>[0-9]{1,2})(?P<sep>[-/.])(?P<two>[0-9]{1,2})(?P=sep)(?P<year>[12][0-9]{3})(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """The dates a page states about itself, null where it states none."""

    published: DateStamp | None
    updated: DateStamp | None
    notes: tuple[str, ...] = ()


def find_dates(tree: Any) -> PageDates:
    """Return the dates of the page; a note says where its own statements differ.  `tree` is not changed."""
    meta = _meta(tree)
    linked = _linked_data(tree)
    stated = [*_stamps(meta, _PUBLISHED, "meta"), *_stamps(linked, ("datePublished",), "JSON-LD")]
    published = stated[0] if stated else _time_element(tree) or _printed(tree)
    updates = [*_stamps(meta, _UPDATED, "meta"), *_stamps(linked, ("dateModified",), "JSON-LD")]
    updated = updates[0] if updates else None
    return PageDates(published, None if _same(published, updated) else updated, _differences(stated))


def _same(one: DateStamp | None, other: DateStamp | None) -> bool:
    return bool(one and other and (one.date, one.time) == (other.date, other.time))


def _differences(stated: list[DateStamp]) -> tuple[str, ...]:
    for other in stated[1:]:
        if not _agree(stated[0].date, other.date):
            first = f"{stated[0].date} ({stated[0].basis})"
            return (f"the page gives two dates of publication: {first} is used, not {other.date} ({other.basis})",)
    return ()


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _stamps(values: dict[str, str], names: tuple[str, ...], where: str) -> Iterator[DateStamp]:
    for name in names:
        stamp = parse_stamp(values[name], f"{where} {name}") if name in values else None
        if stamp:
            yield stamp


def _meta(tree: Any) -> dict[str, str]:
    """Return the first content of each meta element by its name in lower case."""
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content:
            values.setdefault(name.strip().lower(), content)
    return values


def _linked_data(tree: Any) -> dict[str, str]:
    """Return the dates of the first article described in JSON-LD, or of the first thing that has dates."""
    dated = [node for block in tree.iter("script") for node in _json_nodes(block) if "datePublished" in node]
    dated.sort(key=lambda node: not _ARTICLE.search(str(node.get("@type"))))
    if not dated:
        return {}
    return {name: value for name, value in dated[0].items() if isinstance(value, str)}


def _json_nodes(script: Any) -> Iterator[dict[str, Any]]:
    source = script.text or ""
    if "ld+json" not in (script.get("type") or "") or len(source) > _MAX_JSON:
        return
    try:
        pending = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MAX_NODES):
        if not pending:
            return
        node = pending.pop(0)
        if isinstance(node, dict):
            yield node
        if isinstance(node, dict | list):
            pending.extend(node.values() if isinstance(node, dict) else node)


def _time_element(tree: Any) -> DateStamp | None:
    """Return the time marked as publication, else the first in the article, else the only one."""
    marked = tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished']")
    inside = tree.xpath("(//article | //main)//time[@datetime]")
    everywhere = tree.xpath("//time[@datetime]")
    sole = everywhere if len({time.get("datetime")[:10] for time in everywhere}) == 1 else []
    for times, basis in ((marked, "time element, marked as published"), (inside, "time element, first in the article"),
                         (sole, "time element, the only one")):  # fmt: skip
        stamp = parse_stamp(times[0].get("datetime"), basis) if times else None
        if stamp:
            return stamp
    return None


def _printed(tree: Any) -> DateStamp | None:
    own = _without_foreign(tree)
    found = find_date(own, extensive_search=False, original_date=True, max_date="2099-12-31")
    words = _as_printed(found, _searchable(own)) if found else None
    return parse_stamp(found, f'htmldate: "{words}"') if found and words else None


def _without_foreign(tree: Any) -> Any:
    own = copy.deepcopy(tree)
    for element in own.xpath(_FOREIGN):
        if element.getparent() is not None:
            element.drop_tree()
    return own


def _searchable(tree: Any) -> str:
    """Return the text and the attributes of the page, in which a date must stand to be believed."""
    pieces = [piece for element in tree.iter() for piece in (element.text, element.tail, *element.attrib.values())]
    return " ".join(" ".join(piece for piece in pieces if piece).split())


def _as_printed(iso: str, page: str) -> str | None:
    """Return the words in which `page` gives the day `iso`, or None if it nowhere does so unmistakably."""
    year, month, day = (int(part) for part in iso.split("-"))
    wanted = (year, month, day)
    for pattern, reading in ((_WORD_DATE, _worded), (_YEAR_FIRST, _year_first), (_YEAR_LAST, _year_last)):
        for match in pattern.finditer(page):
            if reading(match, month) == wanted:
                return match[0]
    return None


def _worded(match: re.Match[str], month: int) -> tuple[int, int, int]:
    """Read a date with its month as a word, which htmldate understands in more languages than English."""
    number = month_number(match["name"] or match["name2"])
    return int(match["year"]), number or month, int(match["day"] or match["day2"])


def _year_first(match: re.Match[str], _: int) -> tuple[int, int, int]:
    return int(match["year"]), int(match["month"]), int(match["day"])


def _year_last(match: re.Match[str], _: int) -> tuple[int, int, int] | None:
    """`03/04/2016` is the third of April or the fourth of March; with points the day comes first."""
    one, two = int(match["one"]), int(match["two"])
    if match["sep"] == "." or one > 12 or one == two:
        return int(match["year"]), two, one
    return (int(match["year"]), one, two) if two > 12 else None
