"""Dates of pages: stated on the page, with where, or none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html as lxml_html

from dragoman.read.page_dates import PageDates, find_dates
from tests.read.pages import ARTICLE, page


def _dates(body: str = ARTICLE, head: str = "") -> PageDates:
    return find_dates(lxml_html.document_fromstring(page(body, head)))


def _published(body: str = ARTICLE, head: str = "") -> tuple[str, str] | None:
    stamp = _dates(body, head).published
    return (stamp.date, stamp.basis) if stamp else None


def _linked(kind: str, date: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "datePublished": "{date}"}}</script>'


def test_a_meta_element_comes_first_and_names_itself() -> None:
    head = '<meta property="article:published_time" content="2016-03-10">' + _linked("NewsArticle", "2016-03-10T08:00")
    assert _published(head=head) == ("2016-03-10", "meta article:published_time")


def test_two_different_dates_are_both_told() -> None:
    head = '<meta name="pubdate" content="2016-03-10">' + _linked("NewsArticle", "2016-03-09")
    dates = _dates(head=head)
    assert dates.published is not None
    assert dates.published.date == "2016-03-10"
    assert "2016-03-09 (JSON-LD datePublished)" in dates.notes[0]


def test_linked_data_of_the_article_goes_before_that_of_the_site() -> None:
    head = _linked("WebPage", "2010-01-01") + _linked("NewsArticle", "2016-03-10")
    assert _published(head=head) == ("2016-03-10", "JSON-LD datePublished")


@pytest.mark.parametrize("source", ["{broken", "[" * 100_000, '"text"', '{"@graph": [{"@graph": []}]}'])
def test_broken_linked_data_is_passed_over(source: str) -> None:
    assert _published(head=f'<script type="application/ld+json">{source}</script>') is None


def test_the_first_time_element_in_the_article_counts_if_none_is_marked() -> None:
    times = "<time datetime='2016-03-10T07:00'>today</time><time datetime='2001-01-01'>old story</time>"
    assert _published(times + ARTICLE) == ("2016-03-10", "time element, first in the article")


def test_a_marked_time_element_goes_before_others() -> None:
    times = "<time datetime='2001-01-01'>x</time><time itemprop='datePublished' datetime='2016-03-10'>y</time>"
    assert _published(times + ARTICLE) == ("2016-03-10", "time element, marked as published")


def test_a_printed_date_is_found_with_its_words() -> None:
    assert _published("<div class='date'>10 March 2016</div>" + ARTICLE) == ("2016-03-10", 'htmldate: "10 March 2016"')


@pytest.mark.parametrize(
    "body",
    [
        "<div class='date'>2 hours ago</div>",
        "<div class='date'>yesterday</div>",
        "<div class='date'>03/04/2016</div>",
        "<p>Copyright 2015</p>",
        "<small>© 2015 The Post</small>",
        "<div class='date'>March 2016</div>",
        "<footer><div class='date'>10 March 2016</div></footer>",
    ],
)
def test_no_date_is_made_up_or_taken_from_the_margin(body: str) -> None:
    assert _published(ARTICLE + body) is None


def test_the_masthead_with_the_day_of_the_visit_is_not_the_articles_date() -> None:
    today = datetime.now(tz=UTC).strftime("%d %B %Y")
    html = f"<html><body><header><div class='date'>{today}</div></header><article>{ARTICLE}</article></body></html>"
    assert find_dates(lxml_html.document_fromstring(html)).published is None


def test_an_update_is_kept_apart_and_not_repeated() -> None:
    published = '<meta property="article:published_time" content="2016-03-10">'
    later = '<meta property="article:modified_time" content="2016-03-12">'
    same = '<meta property="article:modified_time" content="2016-03-10">'
    updated = _dates(head=published + later).updated
    assert updated is not None
    assert (updated.date, updated.basis) == ("2016-03-12", "meta article:modified_time")
    assert _dates(head=published + same).updated is None


def test_the_tree_is_left_as_it_was() -> None:
    tree = lxml_html.document_fromstring(page("<footer>End</footer><time>now</time>" + ARTICLE))
    before = lxml_html.tostring(tree)
    find_dates(tree)
    assert lxml_html.tostring(tree) == before
