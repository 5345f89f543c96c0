"""The example articles: all are read, their furniture is found, and each is dated as its page says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.read.sources import read_paths
from dragoman.records import Coding, Document, Failure
from dragoman.stages.base import Draft
from dragoman.stages.clean import Clean

EXAMPLES = Path(__file__).parent.parent / "examples"
PUBLISHED = {
    "asmara.txt": "2018-07-10",
    "belfast.txt": "1998-04-11",
    "brussels.txt": "2023-04-05",
    "havana.txt": "2016-06-24",
    "juarez.html": None,
    "line-of-control.html": "2021-02-26",
    "niamey.html": "2023-08-01",
    "prague.txt": "2010-04-08",
    "manila-2023": "2023-02-02",
    "vienna-2016": "2016-01-18",
}
FURNITURE = {
    "asmara.txt": {"date line": "10 July 2018"},
    "belfast.txt": {
        "publisher line": "Ten Rivers Chronicle",
        "byline": "By News Desk",
        "dateline": "BELFAST, Northern Ireland -",
    },
    "brussels.txt": {
        "update stamp": "Güncelleme Tarihi: 05 Nisan 2023, 09:14",
        "share line": "Paylaş",
        "view counter": "Bu haber 1284 kez okundu",
        "comment policy": "UYARI: Küfür, hakaret ve tehdit içeren yorumlar onaylanmaz.",
    },
    "havana.txt": {
        "update stamp": "Actualizado: 24 de junio de 2016, 08:40",
        "source line": "Fuente: Correo de las Siete Palmas",
        "view counter": "1.932 lecturas",
        "comment policy": "Los comentarios con insultos serán moderados",
    },
    "juarez.html": {"dateline": "MEXICO CITY -"},
    "line-of-control.html": {"dateline": "NEW DELHI -"},
    "niamey.html": {"source line": "Source : Agence des Trois Rives"},
    "prague.txt": {
        "repeated headline": "U.S. and Russia sign treaty to cut long-range nuclear arms",
        "image caption": "FILE PHOTO: A tourist boat passes below Prague Castle.",
        "source line": "SOURCE: Castle Bridge Press Service",
        "comment form": "Comments (14)",
    },
    "manila-2023": {"view counter": "This article has been read 873 times"},
    "vienna-2016": {"reporting credit": "Reporting by the news desk in Vienna"},
}
"""Document → reason → a line that must be marked for it."""

ON_OTHER_PARTS_OF_THE_PAGE = {
    "juarez.html": ("Most read", "Bakers complain", "Leave a comment", "cookies", "Privacy policy"),
    "line-of-control.html": ("Cricket", "Apple growers", "daily briefing", "cookies", "All rights reserved"),
    "niamey.html": ("Accueil", "cookies", "Sur le même sujet", "saison des pluies", "modérés", "Tous droits réservés"),
}


@cache
def _read() -> tuple[Document | Failure, ...]:
    return tuple(read_paths([str(EXAMPLES)]))


@cache
def _cleaned() -> dict[str, Draft]:
    stage = Clean()
    return {document.id: stage(Draft(document)) for document in _read() if isinstance(document, Document)}


@pytest.fixture(scope="module")
def codings(coder: Coder) -> dict[str, Coding]:
    results = list(coder.stream(_read()))
    return {coding.document.id: coding for coding in results if isinstance(coding, Coding)}


def _parsed_text(name: str) -> str:
    draft = _cleaned()[name]
    return "\n".join(draft.document.text[block.start : block.end] for block in draft.blocks)


def test_the_folder_gives_ten_documents_and_no_failure() -> None:
    assert [item for item in _read() if isinstance(item, Failure)] == []
    assert [item.id for item in _read() if isinstance(item, Document)] == list(PUBLISHED)


def test_every_example_has_an_article_of_180_to_450_words() -> None:
    lengths = {name: len(_parsed_text(name).split()) for name in _cleaned()}
    assert [name for name, words in lengths.items() if not 180 <= words <= 450] == []


def test_two_readings_give_the_same_content_ids() -> None:
    again = [item for item in read_paths([str(EXAMPLES)]) if isinstance(item, Document)]
    assert [document.content_id for document in again] == [
        document.content_id for document in _read() if isinstance(document, Document)
    ]
    assert len({document.content_id for document in again}) == len(PUBLISHED)


def test_the_text_of_a_text_file_is_unchanged() -> None:
    for path in EXAMPLES.glob("*.txt"):
        assert _cleaned()[path.name].document.text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PUBLISHED)
def test_an_example_is_dated_by_its_page_or_not_at_all(name: str) -> None:
    published = _cleaned()[name].document.published
    assert (published.date if published else None) == PUBLISHED[name]


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_of_an_example_is_marked_with_its_reason(name: str) -> None:
    document = _cleaned()[name].document
    marked = {(span.reason, document.text[span.start : span.end]) for span in document.furniture}
    assert set(FURNITURE[name].items()) <= marked


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_of_an_example_is_not_parsed(name: str) -> None:
    lines = set(_parsed_text(name).splitlines())
    title = _cleaned()[name].document.title
    assert lines.isdisjoint(line for line in FURNITURE[name].values() if line != title)


@pytest.mark.parametrize("name", ON_OTHER_PARTS_OF_THE_PAGE)
def test_what_stands_beside_the_article_of_a_page_is_not_parsed(name: str) -> None:
    text = _parsed_text(name)
    assert [words for words in ON_OTHER_PARTS_OF_THE_PAGE[name] if words in text] == []


def test_every_example_is_read_as_english_with_a_title() -> None:
    assert {name: draft.document.language for name, draft in _cleaned().items()} == dict.fromkeys(PUBLISHED, "en")
    assert [name for name, draft in _cleaned().items() if not draft.document.title] == []


def test_a_json_line_has_every_field_of_the_contract() -> None:
    lines = (EXAMPLES / "wire.jsonl").read_text(encoding="utf-8").splitlines()
    fields = {"id", "text", "title", "published", "url", "source", "language"}
    assert [set(json.loads(line)) for line in lines] == [fields, fields]


def test_the_readme_has_one_row_for_each_example() -> None:
    rows = [
        line for line in (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    assert len(rows) == len(PUBLISHED)
    assert [name for name in PUBLISHED if not any(f"`{name}`" in row for row in rows)] == []


def test_every_example_gives_events_whose_quotes_stand_in_its_text(codings: dict[str, Coding]) -> None:
    assert [name for name in PUBLISHED if not codings[name].events] == []
    for coding in codings.values():
        quotes = [quote for event in coding.events for quote in event.evidence]
        assert all(coding.document.text[quote.start : quote.end] == quote.quote for quote in quotes)


def test_the_opinion_that_ends_an_example_gives_no_event(codings: dict[str, Coding]) -> None:
    for name, coding in codings.items():
        opinion = _cleaned()[name].blocks[-1]
        assert [event for event in coding.events if event.evidence[-1].end > opinion.start] == [], name


def test_events_of_the_undated_example_have_no_calendar_day(codings: dict[str, Coding]) -> None:
    dates = [event.date for event in codings["juarez.html"].events if event.date and event.date.text == "Thursday"]
    assert dates
    assert [date.start for date in dates] == [None] * len(dates)
