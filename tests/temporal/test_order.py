"""Which number is the month is told by the other dates of the text, the site or the publisher."""

from __future__ import annotations

import pytest

from dragoman.records import Document
from dragoman.temporal.order import printed_order, site_order


def order(text: str = "", url: str | None = None, publisher: str | None = None) -> tuple[str, str] | None:
    found = printed_order(Document(id="test", text=text, url=url, publisher=publisher))
    return (found.order, found.basis) if found else None


def test_a_date_with_one_reading_shows_the_order() -> None:
    assert order("They met on 25/12/2015 and on 03/04/2016.") == ("dmy", "as in 25/12/2015")
    assert order("They met on 12/25/15 and on 03/04/2016.") == ("mdy", "as in 12/25/15")


def test_dates_of_both_orders_show_none() -> None:
    assert order("They met on 25/12/2015 and on 12/25/2015.") is None
    assert order("They met on 45/12/2015.") is None


def test_what_the_text_shows_comes_before_the_site() -> None:
    assert order("It was on 12/25/2015.", url="https://www.bbc.co.uk/news") == ("mdy", "as in 12/25/2015")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.theguardian.com/world", "dmy"),
        ("https://www.nytimes.com/2016", "mdy"),
        ("https://www.state.gov/x", "mdy"),
        ("http://www.hurriyet.com.tr:80/x", "dmy"),
        ("https://example.com/x", None),
        ("https://notnytimes.com/x", None),
        ("not an address", None),
        ("http://[broken", None),
    ],
)
def test_sites_have_their_customs(url: str, expected: str | None) -> None:
    assert site_order(url) == expected


def test_the_publisher_counts_where_there_is_no_address() -> None:
    assert order(publisher="The  Guardian") == ("dmy", "the custom of The  Guardian")
    assert order(publisher="The Morning Star Gazette") is None
