"""Which of two small numbers is the month where a publisher prints 03/04/2016."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.records import Document
from dragoman.temporal.words import time_words

DMY, MDY = "dmy", "mdy"
_PRINTED = re.compile(r"(?<![\w.,/-])([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![\w/-])")


@dataclass(frozen=True, slots=True)
class PrintedOrder:
    """An order of day and month, and what tells it."""

    order: str
    basis: str


def printed_order(document: Document) -> PrintedOrder | None:
    """Return how `document` prints numeric dates: as its other dates show, else as its site or publisher does."""
    if shown := _shown(document.text):
        return shown
    if document.url and (order := site_order(document.url)):
        return PrintedOrder(order, "the custom of the site")
    orders = time_words().date_orders
    if document.publisher and (order := orders.get(" ".join(document.publisher.lower().split()))):
        return PrintedOrder(order, f"the custom of {document.publisher}")
    return None


def _shown(text: str) -> PrintedOrder | None:
    """Return the order in which all dates of the text that have only one reading are printed."""
    found: dict[str, str] = {}
    for match in _PRINTED.finditer(text):
        one, two = int(match[1]), int(match[2])
        if 12 < one <= 31 and 1 <= two <= 12:
            found.setdefault(DMY, match[0])
        elif 12 < two <= 31 and 1 <= one <= 12:
            found.setdefault(MDY, match[0])
    if len(found) != 1:
        return None
    ((order, date),) = found.items()
    return PrintedOrder(order, f"as in {date}")


def site_order(url: str) -> str | None:
    """Return `dmy` or `mdy` for the site of an address, None where its custom is not known."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    endings = [f".{host}"[place:] for place, sign in enumerate(f".{host}") if sign == "."]
    orders = time_words().date_orders
    for ending in endings:  # the longest first: a newspaper before its country
        if order := orders.get(ending.removeprefix(".")) if "." in ending[1:] else orders.get(ending):
            return order
    return None
