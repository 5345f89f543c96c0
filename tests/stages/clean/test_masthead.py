"""Title, subtitle and credits."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp
from tests.stages.clean.pages import AIRPORT, MEETING, SUBTITLE, TITLE, article, cleaned, kept, marks, page


def test_the_first_headline_is_the_title_and_the_next_line_the_subtitle() -> None:
    document = cleaned(article(SUBTITLE)).document
    assert (document.title, document.subtitle) == (TITLE, SUBTITLE)


@pytest.mark.parametrize("label", ["All NewsWorld (Politics)", "POLITICS", "Yemen", "Gulf", "Home » World"])
def test_a_label_above_the_headline_is_not_the_title(label: str) -> None:
    draft = cleaned(page(label, TITLE, MEETING, AIRPORT))
    assert draft.document.title == TITLE
    assert kept(draft)[0] == TITLE


def test_the_subtitle_is_found_below_the_repeated_headline() -> None:
    document = cleaned(page(TITLE, TITLE, SUBTITLE, "By Lena Haddad", MEETING, AIRPORT)).document
    assert (document.title, document.subtitle, document.byline) == (TITLE, SUBTITLE, "Lena Haddad")


def test_outlet_and_desk_are_read_from_their_line() -> None:
    draft = cleaned(article("Gulf Weekly / News Desk"))
    assert (draft.document.publisher, draft.document.byline) == ("Gulf Weekly", "News Desk")
    assert marks(draft) == [("publisher line", "Gulf Weekly / News Desk")]


def test_the_outlet_behind_a_repeated_headline_is_cut_off() -> None:
    draft = cleaned(page(f"{TITLE} | Gulf Weekly", TITLE, MEETING, AIRPORT))
    assert (draft.document.title, draft.document.publisher) == (TITLE, "Gulf Weekly")
    assert kept(draft) == [TITLE, MEETING, AIRPORT]


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Lena Haddad", "Lena Haddad", None),
        ("BY LENA HADDAD", "LENA HADDAD", None),
        ("By Lena Haddad, Associated Press", "Lena Haddad", "Associated Press (AP)"),
        ("By Lena Haddad and Omar Said (AFP)", "Lena Haddad and Omar Said", "Agence France-Presse (AFP)"),
        ("By Reuters", "Reuters", "Reuters"),
    ],
)
def test_bylines_are_read(line: str, byline: str, agency: str | None) -> None:
    draft = cleaned(article(line))
    assert (draft.document.byline, draft.document.agency) == (byline, agency)
    assert marks(draft) == [("byline", line)]


@pytest.mark.parametrize(
    ("opening", "dateline", "agency"),
    [
        ("MUSCAT, Oman (AA) -", "MUSCAT, Oman", "Anadolu Agency (AA)"),
        ("SANAA (Reuters) -", "SANAA", "Reuters"),
        ("MUSCAT, Jan. 3 (Xinhua) --", "MUSCAT", "Xinhua"),
        ("SALALAH, October 9. /TASS/.", "SALALAH", "TASS"),
        ("LONDON, March 9 -", "LONDON", None),
        ("Aden, Yemen -", "Aden, Yemen", None),
        ("ABU DHABI —", "ABU DHABI", None),
        ("(AFP)", None, "Agence France-Presse (AFP)"),
        ("MUSCAT/SANAA (AP) —", "MUSCAT/SANAA", "Associated Press (AP)"),
    ],
)
def test_the_dateline_that_opens_the_report_is_cut_off(opening: str, dateline: str | None, agency: str | None) -> None:
    draft = cleaned(page(TITLE, f"{opening} {MEETING}", AIRPORT))
    assert marks(draft) == [("dateline", opening)]
    assert kept(draft)[1] == MEETING
    assert (draft.document.dateline, draft.document.agency) == (dateline, agency)


@pytest.mark.parametrize(
    "sentence",
    [
        "Yemen, Oman - both of them neighbours - signed a treaty on Monday in the capital Muscat.",
        "NATO - The alliance said on Monday that it would send ships to the Red Sea.",
        "Turkey: The government said on Monday that it would send ships to the area.",
        "U.S.-Oman ties were strained on Monday by the arrest of a diplomat in Salalah.",
        "Houthis (Ansar Allah) fired rockets at the port of Mocha on Monday, officials said.",
        "On March 9 - The Day of the Republic - crowds marched through the capital Sanaa.",
    ],
)
def test_an_ordinary_opening_is_no_dateline(sentence: str) -> None:
    assert sentence in kept(cleaned(page(TITLE, sentence, AIRPORT)))


def test_an_agency_credit_on_its_own_line_gives_place_and_agency() -> None:
    draft = cleaned(article("MUSCAT – Reuters"))
    assert (draft.document.dateline, draft.document.agency) == ("MUSCAT", "Reuters")
    assert kept(draft) == [TITLE, MEETING, AIRPORT]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Source: Anadolu Agency", "Anadolu Agency (AA)"),
        ("Kaynak: Deniz Postası", "Deniz Postası"),
        ("Source: MEDIA", None),
        ("Kaynak:News Source", None),
        ("Source: Agencies", None),
        ("Quelle: dpa", "Deutsche Presse-Agentur (DPA)"),
    ],
)
def test_a_source_line_names_the_agency_unless_it_is_a_placeholder(line: str, agency: str | None) -> None:
    draft = cleaned(article() + "\n\n" + line)
    assert draft.document.agency == agency
    assert marks(draft) == [("source line", line)]


def test_agencies_in_brackets_at_the_end_are_read() -> None:
    draft = cleaned(f"{MEETING} {AIRPORT} lh/os (AFP, AP)")
    assert draft.document.agency == "Agence France-Presse (AFP), Associated Press (AP)"
    assert kept(draft) == [f"{MEETING} {AIRPORT}"]


def test_fields_given_by_the_reader_are_kept() -> None:
    given = DateStamp(date="2019-10-01", precision="day", basis="input field published")
    fields = {
        "title": "Talks",
        "publisher": "The Harbour Post",
        "byline": "A. Nasser",
        "agency": "Wire",
        "published": given,
    }
    document = cleaned(article("By Lena Haddad", "Published 04.06.2019", "Source: Reuters"), **fields).document
    assert {name: getattr(document, name) for name in fields} == fields


def test_a_title_given_with_the_outlet_is_found_on_the_page_without_it() -> None:
    draft = cleaned(article(), title=f"{TITLE} - Gulf Weekly")
    assert [block.zone for block in draft.blocks] == ["title", "body", "body"]


def test_a_text_without_a_headline_has_no_title() -> None:
    assert cleaned(page(MEETING, AIRPORT)).document.title is None
