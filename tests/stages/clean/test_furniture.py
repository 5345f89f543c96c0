"""Marking furniture on whole pages, and never a sentence of the article."""

from __future__ import annotations

import itertools
import time

import pytest

from tests.stages.clean.pages import (
    AIRPORT,
    DENIAL,
    MEETING,
    SUBTITLE,
    TITLE,
    article,
    cleaned,
    kept,
    marked,
    marks,
    page,
)

FULL_PAGE = "\n".join(
    [
        "Home > News > Middle East",
        f"{TITLE} | Gulf Weekly",
        "Gulf Weekly / News Desk",
        "By Lena Haddad | 9 October 2019 | 3 min read",
        "Share",
        TITLE,
        "FILE PHOTO: The port of Muscat, June 2, 2019.",
        MEETING,
        "Advertisement",
        AIRPORT,
        "Read more: Saudi envoy flies to Aden",
        "A fragile truce",
        DENIAL,
        "(Reporting by Lena Haddad; Editing by Omar Said)",
        "Tags: Oman, Yemen",
        "© 2019 Gulf Weekly. All rights reserved.",
        "Related stories",
        "Iran opens embassy in Qatar",
        "Turkey sends aid to Idlib",
        "2 comments",
        "Salim K.",
        "They attacked us first and nobody said a word.",
        "Subscribe to our newsletter",
    ]
)


def test_only_the_headline_and_the_prose_of_a_cluttered_page_are_kept() -> None:
    draft = cleaned(FULL_PAGE)
    assert kept(draft) == [TITLE, MEETING, AIRPORT, DENIAL]
    assert draft.document.text == FULL_PAGE


def test_marks_are_in_order_and_do_not_overlap() -> None:
    furniture = cleaned(FULL_PAGE).document.furniture
    assert all(mark.start < mark.end for mark in furniture)
    assert all(a.end <= b.start for a, b in itertools.pairwise(furniture))


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("navigation", "Home > News > Middle East"),
        ("repeated headline", TITLE),
        ("image caption", "FILE PHOTO: The port of Muscat, June 2, 2019."),
        ("cross-heading", "A fragile truce"),
        ("related links", "Turkey sends aid to Idlib"),
        ("comment", "They attacked us first and nobody said a word."),
        ("tag list", "Tags: Oman, Yemen"),
    ],
)
def test_marks_say_what_the_line_is(reason: str, text: str) -> None:
    assert (reason, text) in marks(cleaned(FULL_PAGE))


def test_counter_comment_rules_and_banner_of_a_foreign_template_are_marked() -> None:
    rules = "DİKKAT! Hakaret içeren ve tamamı büyük harfle yazılan mesajlar yayınlanmaz."
    lines = ["This story has been read 87 times so far", "Add a comment", rules, "FOOTER BANNER 121219"]
    draft = cleaned(article(SUBTITLE, DENIAL) + "\n\n" + page(*lines))
    assert marked(draft) == lines


def test_what_follows_an_early_comment_link_is_kept() -> None:
    assert kept(cleaned(page(TITLE, "Comments", MEETING, AIRPORT))) == [TITLE, MEETING, AIRPORT]


def test_a_caption_right_below_a_file_label_is_marked() -> None:
    caption = "The two ministers shake hands at the opening of the talks in the Omani capital."
    draft = cleaned(page(TITLE, f"MUSCAT-TALKS\n{caption}", MEETING, AIRPORT, DENIAL))
    assert marks(draft) == [("file label", "MUSCAT-TALKS"), ("image caption", caption)]


def test_a_paragraph_apart_from_the_file_label_is_kept() -> None:
    assert kept(cleaned(page(TITLE, "MUSCAT-TALKS", MEETING, AIRPORT, DENIAL)))[1:] == [MEETING, AIRPORT, DENIAL]


@pytest.mark.parametrize(
    "caption",
    [
        "Crowds gather in Aden [Samir Nasser/AP]",
        "The port of Aden. (Photo by A. Nasser)",
        "Aden, 2019. REUTERS/A. Nasser",
    ],
)
def test_a_picture_credit_marks_its_caption(caption: str) -> None:
    assert marks(cleaned(article(caption))) == [("image caption", caption)]


def test_a_poll_named_after_an_agency_is_no_picture_credit() -> None:
    poll = "Most Omanis favour a mediating role for their country, according to a Reuters/Ipsos poll."
    assert poll in kept(cleaned(article(DENIAL) + "\n\n" + poll))


def test_a_bulleted_list_and_an_introduction_are_not_cross_headings() -> None:
    lines = ["- Open the airport", "- Exchange prisoners", DENIAL, "He added:", f"“{AIRPORT}”"]
    assert kept(cleaned(article() + "\n\n" + page(*lines)))[3:] == lines


def test_a_subtitle_is_no_furniture() -> None:
    draft = cleaned(article(SUBTITLE))
    assert draft.document.furniture == ()
    assert [block.zone for block in draft.blocks] == ["title", "subtitle", "body", "body"]


def test_a_paragraph_printed_twice_is_parsed_once() -> None:
    assert kept(cleaned(page(TITLE, MEETING, AIRPORT, MEETING))) == [TITLE, MEETING, AIRPORT]


def test_credits_at_the_end_of_a_joined_text_are_marked_sentence_by_sentence() -> None:
    tail = "Lena Haddad contributed to this report. Follow us on Twitter Source: Gulf Wire"
    draft = cleaned(f"{MEETING} {AIRPORT} {tail}")
    assert kept(draft) == [f"{MEETING} {AIRPORT}"]
    assert draft.document.text.endswith(marked(draft)[-1])


def test_a_run_of_network_names_inside_a_paragraph_is_cut_out() -> None:
    draft = cleaned(f"{MEETING} Send Facebook Twitter Whatsapp Tumblr Permalink http://example.org/p {AIRPORT}")
    assert kept(draft) == [MEETING, AIRPORT]


def test_a_page_of_nothing_but_headlines_is_kept_whole() -> None:
    lines = ["Oman sends aid to Yemen", "Qatar opens embassy", "Iran frees sailors"]
    assert kept(cleaned("\n".join(lines))) == lines


@pytest.mark.parametrize("text", ["", " \n\n ", "\ufeff", "* * *"])
def test_a_page_without_words_gives_nothing(text: str) -> None:
    assert kept(cleaned(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "A " * 40_000,
        "By " + "Aa, " * 20_000,
        "Facebook Twitter " * 6_000,
        "x. " * 30_000 + "Learn more",
        "source: x\n" * 5_000,
        "related stories\n" + "Aaa Bbb\n" * 5_000,
        "Published " * 10_000,
        '"(' * 30_000,
        "MUSCAT-" * 20_000,
        ("word " * 14 + "\n") * 4_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_pages_take_no_more_than_linear_time(text: str) -> None:
    start = time.process_time()
    cleaned(text)
    assert time.process_time() - start < 5
