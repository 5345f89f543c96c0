"""Stamps: what a page says about its own date."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp
from dragoman.stages.clean.dates import date_stamp, read_stamps, settle
from tests.stages.clean.pages import AIRPORT, MEETING, article, cleaned, marks, page


@pytest.mark.parametrize(
    ("line", "kind", "date", "time"),
    [
        ("Son güncelleme: 9 Ağustos 2017, 21:05", "updated", "2017-08-09", "21:05"),
        ("GÜNCELLEME TARİHİ : 28 ŞUBAT 2019", "updated", "2019-02-28", None),
        ("Published 27.11.2019 06:30", "published", "2019-11-27", "06:30"),
        ("Updated: July 4, 2020 4:15 pm", "updated", "2020-07-04", "16:15"),
        ("Last updated on 1st of May 2020 at 9 p.m. GMT", "updated", "2020-05-01", "21:00"),
        ("First published: Thursday, 12 Sept 2019", "published", "2019-09-12", None),
        ("Publié le 3 août 2021 à 14h30", "published", "2021-08-03", "14:30"),
        ("Mis à jour le 1er février 2021", "updated", "2021-02-01", None),
        ("Veröffentlicht am 3. März 2021 um 14:05 Uhr", "published", "2021-03-03", "14:05"),
        ("Stand: 03.12.2021", "updated", "2021-12-03", None),
        ("Actualizado el 15 de setiembre de 2018", "updated", "2018-09-15", None),
        ("Опубликовано 8 мая 2020 г. в 12:30", "published", "2020-05-08", "12:30"),
        ("تاريخ النشر: ٣ تشرين الثاني ٢٠٢٠", "published", "2020-11-03", None),
        ("آخر تحديث: 17 مايو 2019", "updated", "2019-05-17", None),
        ("Pubblicato il 2 giugno 2018 alle 10:30", "published", "2018-06-02", "10:30"),
        ("Atualizado em 7 de março de 2021 às 10h30", "updated", "2021-03-07", "10:30"),
        ("Gepubliceerd op 6 mei 2020", "published", "2020-05-06", None),
        ("Published: 2021-04-09T17:19:00+03:00", "published", "2021-04-09", "17:19"),
        ("2020年6月7日", "date", "2020-06-07", None),
        ("Amman, 10 October 2016", "date", "2016-10-10", None),
        ("12:20, October 10, 2016", "date", "2016-10-10", "12:20"),
        ("12 a.m. 10 October 2016", "date", "2016-10-10", "00:00"),
    ],
)
def test_a_stamp_is_read_in_its_own_language(line: str, kind: str, date: str, time: str | None) -> None:
    (stamp,) = settle(read_stamps(line, 7))
    read = date_stamp(stamp)
    assert (stamp.kind, read.date, read.time, read.precision) == (kind, date, time, "day")
    assert read.basis.endswith(", line 7")


def test_two_stamps_on_one_line_are_both_read() -> None:
    stamps = read_stamps("Published 04.06.2019 10:00 | Updated 05.06.2019 08:00", 1)
    assert [(s.kind, s.day, s.time) for s in stamps] == [("published", 4, "10:00"), ("updated", 5, "08:00")]


@pytest.mark.parametrize(
    "line",
    [
        "Published on March 3, 2021 in Muscat, the report blames both sides",
        "The 2019 deal",
        "SIDEBAR VIDEO BANNER 310118",
        "Published 31.02.2020",
        "Updated 99/99/2020",
        "Updated every Monday",
        "Summer 2019",
        "Resolution 2254 of 2015",
    ],
)
def test_a_line_with_anything_else_is_no_stamp(line: str) -> None:
    assert read_stamps(line, 1) == ()


def test_a_month_without_a_day_keeps_the_precision_of_a_month() -> None:
    (stamp,) = read_stamps("Published: May 2021", 1)
    assert (date_stamp(stamp).date, date_stamp(stamp).precision) == ("2021-05", "month")


def test_numbers_above_twelve_settle_the_order() -> None:
    first, second = (settle(read_stamps(line, 1))[0] for line in ("Published 25/04/2021", "Published 04/25/2021"))
    assert date_stamp(first).date == date_stamp(second).date == "2021-04-25"


def test_the_language_of_the_label_settles_the_order() -> None:
    (stamp,) = settle(read_stamps("Publié le 03/04/2021", 1))
    assert date_stamp(stamp).date == "2021-04-03"


def test_another_stamp_of_the_page_settles_the_order() -> None:
    draft = cleaned(article("Published 03/04/2021", "Updated 03/15/2021"))
    assert draft.document.published is not None
    assert draft.document.published.date == "2021-03-04"


def test_an_american_time_zone_settles_the_order() -> None:
    draft = cleaned(article("Updated 12/05/2021 4:15 pm ET"))
    assert draft.document.updated is not None
    assert (draft.document.updated.date, draft.document.updated.time) == ("2021-12-05", "16:15")


def test_the_country_of_the_site_settles_the_order() -> None:
    draft = cleaned(article("Published: 03/04/2021"), url="https://www.example.co.uk/talks")
    assert draft.document.published is not None
    assert draft.document.published.date == "2021-04-03"


def test_an_open_order_gives_the_year_only_and_a_note() -> None:
    draft = cleaned(article("Published: 03/04/2021"))
    assert draft.document.published is not None
    assert (draft.document.published.date, draft.document.published.precision) == ("2021", "year")
    assert "03/04/2021" in draft.document.notes[0]


def test_an_update_alone_stands_for_both_dates() -> None:
    document = cleaned(article() + "\n\nGüncelleme: 9 Ağustos 2017, 21:05").document
    assert document.published == document.updated
    assert document.published is not None
    assert document.published.basis == "update stamp, line 7"


def test_the_published_stamp_comes_before_the_update_stamp() -> None:
    document = cleaned(article("Updated 05.06.2019 08:00", "Published 04.06.2019 10:00")).document
    assert document.published is not None
    assert document.updated is not None
    assert (document.published.date, document.updated.date) == ("2019-06-04", "2019-06-05")
    assert document.published.basis == "published stamp, line 5"


def test_a_date_in_the_story_is_never_the_date_of_the_page() -> None:
    document = cleaned(
        page(MEETING + " A first truce was signed on March 3, 2021.", "In May 2020 a bomb hit the port.")
    ).document
    assert document.published is None
    assert document.updated is None


def test_a_date_line_above_the_article_is_the_date_of_the_page() -> None:
    draft = cleaned(article("Wednesday, 9 October 2019"))
    assert draft.document.published is not None
    assert draft.document.published.basis == "date line, line 3"


def test_a_date_heading_inside_the_article_is_not_the_date_of_the_page() -> None:
    assert cleaned(article() + page("", "9 October 2019", MEETING[:-1] + " again.")).document.published is None


def test_a_full_date_in_the_dateline_is_used_when_there_is_no_stamp() -> None:
    document = cleaned(page(f"MUSCAT, Oct. 9, 2019 (Reuters) - {MEETING}", AIRPORT)).document
    assert document.published is not None
    assert (document.published.date, document.published.basis) == ("2019-10-09", "dateline, line 1")


def test_a_stamp_at_the_end_of_the_last_paragraph_is_read_and_marked() -> None:
    draft = cleaned(f"{MEETING} {AIRPORT} Last updated: 9 October 2019 10:40")
    assert marks(draft) == [("update stamp", "Last updated: 9 October 2019 10:40")]
    assert draft.document.updated is not None


def test_a_line_of_place_and_day_gives_both() -> None:
    text = "Two ministers meet\n\nBALI, Indonesia — 14 November 2023\n\nThe ministers met on Tuesday for talks.\n"
    document = cleaned(text).document
    assert document.published is not None
    assert (document.published.date, document.dateline) == ("2023-11-14", "BALI, Indonesia")


@pytest.mark.parametrize(
    ("printed", "noted"), [("Published 9 October 2019", True), ("Published 1 October 2019", False)]
)
def test_another_date_than_that_of_the_input_is_noted(printed: str, noted: bool) -> None:
    given = DateStamp(date="2019-10-02", precision="day", basis="input field published")
    document = cleaned(article(printed), published=given).document
    assert document.published == given
    assert any("the page prints 2019-10-09" in note for note in document.notes) is noted


def test_a_date_with_two_readings_follows_the_custom_of_the_site() -> None:
    read = [
        cleaned(article("Published 03/04/2019"), url=url).document.published
        for url in ("https://www.theguardian.com/a", "https://www.nytimes.com/a", "https://example.com/a")
    ]
    assert [stamp.date if stamp else None for stamp in read] == ["2019-04-03", "2019-03-04", "2019"]
