"""Pages: the article with what the page says about it, doubts as notes, and refusal in short time."""

from __future__ import annotations

import pytest

from dragoman.errors import EmptyInputError, PageError, TooLongError, UndecodableError
from dragoman.read import page as page_module
from dragoman.read.html import MAX_PAGE_BYTES, read_html, read_page
from dragoman.read.limits import Limits
from dragoman.records import Document
from tests.read.pages import ARTICLE, SENTENCES, page


def _read(html: str | bytes, limits: Limits | None = None) -> Document:
    data = html.encode() if isinstance(html, str) else html
    return read_html(data, "a.html", limits or Limits())


def test_the_article_is_extracted_without_the_menus() -> None:
    menu = "<nav><a href='/'>Front page</a> <a href='/sport'>Sport and weather</a></nav>"
    document = _read(page(menu + ARTICLE + "<footer>All rights reserved by the Post</footer>"))
    assert all(sentence in document.text for sentence in SENTENCES)
    assert "Sport" not in document.text
    assert "rights" not in document.text
    assert document.extracted
    assert document.notes == ()


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert "\n\n".join(SENTENCES) in _read(page()).text


def test_what_the_page_says_about_itself_is_taken_over() -> None:
    head = (
        '<meta property="og:title" content="Boats for Rabat"><meta property="og:site_name" content="Harbour Post">'
        '<meta name="author" content="Kari Berg"><link rel="canonical" href="https://example.org/news/boats">'
        '<meta property="article:published_time" content="2016-03-10T09:30:00+01:00">'
        '<meta property="article:modified_time" content="2016-03-11T10:00:00+01:00">'
    )
    document = _read(page(head=head))
    assert (document.title, document.publisher, document.byline) == ("Boats for Rabat", "Harbour Post", "Kari Berg")
    assert document.url == "https://example.org/news/boats"
    assert document.published is not None
    assert document.updated is not None
    assert (document.published.date, document.published.time) == ("2016-03-10", "09:30")
    assert document.updated.date == "2016-03-11"


def test_a_page_without_a_date_has_none() -> None:
    document = _read(page(ARTICLE + "<p>Copyright 2014 by the Post. Posted two hours ago.</p>"))
    assert document.published is None
    assert document.updated is None


def test_a_page_cut_before_its_end_is_noted() -> None:
    assert "cut short" in _read(page(closed=False)).notes[0]


def test_a_fragment_is_not_taken_for_a_cut_page() -> None:
    document = read_page(ARTICLE, "fragment", Limits())
    assert SENTENCES[0] in document.text
    assert document.notes == ()


def test_a_short_extraction_is_noted_with_both_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    found = page_module.extract(page().encode(), 10_000)
    short = page_module.Page(**{**{name: getattr(found, name) for name in found.__slots__}, "visible": 40_000})
    monkeypatch.setattr(page_module, "extract", lambda _data, _limit: short)
    assert _read(page()).notes == (f"short extraction: {len(found.text):,} of 40,000 visible characters",)


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1254">',
        '<meta charset="iso-8859-9">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1254">',
    ],
)
def test_a_declared_encoding_is_believed_where_utf8_fails(declaration: str) -> None:
    document = _read(page(ARTICLE + "<p>Ayşe Yıldız of Ağrı signed for Turkey.</p>", declaration).encode("cp1254"))
    assert "Ayşe Yıldız of Ağrı signed" in document.text
    assert document.notes == ("encoding declared: windows-1254",)


def test_a_page_with_an_xml_declaration_is_read() -> None:
    assert SENTENCES[0] in _read('<?xml version="1.0" encoding="utf-8"?>\n' + page()).text


@pytest.mark.parametrize("html", ["", "  \n", "<html></html>", "<!-- nothing -->", "<html><body><script>x()</script>"])
def test_a_page_without_visible_text_is_refused(html: str) -> None:
    with pytest.raises(EmptyInputError):
        _read(html)


def test_a_binary_file_named_html_is_refused() -> None:
    with pytest.raises(UndecodableError):
        _read(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 100_000 + "words",
        "<html><body>" + "<b><i>" * 50_000 + "words",
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">words</p>",
        "<p>words</p>" * 60_000,
        "<p>" + "x" * 50_000_000,
    ],
    ids=["nested divs", "nested inline tags", "attributes", "elements", "50 MB"],
)
def test_a_hostile_page_is_refused_in_short_time(html: str) -> None:
    with pytest.raises(PageError, match="save the article's text as"):
        _read(html)


def test_a_page_with_more_visible_text_than_the_limit_is_refused() -> None:
    with pytest.raises(TooLongError):
        _read(page(), Limits(max_text_chars=100))


def test_the_largest_page_allowed_is_below_the_largest_file() -> None:
    assert Limits().max_bytes > MAX_PAGE_BYTES
