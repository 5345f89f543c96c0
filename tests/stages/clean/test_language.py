"""Languages of pages and paragraphs."""

from __future__ import annotations

import pytest

from dragoman.stages.clean.language import foreign_language
from tests.stages.clean.pages import AIRPORT, MEETING, TITLE, article, cleaned, kept, marks, page

TURKISH = "Umman Dışişleri Bakanı, Yemenli mevkidaşıyla Maskat'ta bir araya geldi ve ateşkesin uzatılmasını görüştü."
FRENCH = "Le ministre omanais a rencontré lundi à Mascate son homologue yéménite pour discuter d'un cessez-le-feu."
GERMAN = (
    "Der omanische Außenminister traf am Montag seinen jemenitischen Kollegen, um über eine Waffenruhe zu sprechen."
)
ARABIC = "التقى وزير الخارجية العماني نظيره اليمني في مسقط يوم الاثنين لبحث تمديد وقف إطلاق النار."
RUSSIAN = "Министр иностранных дел Омана встретился в понедельник со своим йеменским коллегой в Маскате."


@pytest.mark.parametrize(
    ("text", "language"),
    [(TURKISH, "tr"), (FRENCH, "fr"), (GERMAN, "de"), (ARABIC, "ar"), (RUSSIAN, "ru"), (MEETING, None)],
)
def test_a_paragraph_in_another_language_is_recognised(text: str, language: str | None) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize("text", [TURKISH, FRENCH, GERMAN, ARABIC, RUSSIAN])
def test_a_foreign_paragraph_on_an_english_page_is_marked(text: str) -> None:
    draft = cleaned(article(text, AIRPORT[:-1] + " soon."))
    assert [stretch for reason, stretch in marks(draft) if reason.startswith("other language")] == [text]
    assert draft.document.language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Khalid Nasser, Defence Minister Omar Said, Intelligence Chief Salim Haddad",
        "Muscat Salalah Sanaa Aden Taiz Mukalla Hodeidah",
        "Qatar, Oman, Kuwait, Bahrain, Jordan, Egypt attend",
        "Signatories: Ayşe Çelik, Murat Öztürk, Gülşen Şahin, İbrahim Doğan, Zeynep Yıldız, Büşra Güneş",
    ],
)
def test_a_line_of_names_is_not_taken_for_a_foreign_language(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize(("text", "language"), [(TURKISH, "tr"), (FRENCH, "fr"), (ARABIC, "ar")])
def test_an_article_in_another_language_is_noted_and_gives_no_blocks(text: str, language: str) -> None:
    draft = cleaned(page(text, text[:-1] + " 2."))
    assert draft.document.language == language
    assert draft.blocks == ()
    assert draft.document.furniture == ()
    assert any("not coded" in note for note in draft.document.notes)


def test_metadata_of_an_article_in_another_language_is_read() -> None:
    document = cleaned(page("Umman'da yeni görüşme turu başladı", "Giriş Tarihi: 9 Ekim 2019, 14:05", TURKISH)).document
    assert document.title == "Umman'da yeni görüşme turu başladı"
    assert document.published is not None
    assert document.published.date == "2019-10-09"


def test_a_wrong_language_of_the_input_is_corrected_with_a_note() -> None:
    draft = cleaned(article(), language="tr")
    assert draft.document.language == "en"
    assert draft.document.notes == ("the input gives the language as tr; the text reads as en",)
    assert kept(draft) == [TITLE, MEETING, AIRPORT]


@pytest.mark.parametrize("given", ["en-GB", "EN_us", "eng"])
def test_a_language_tag_is_shortened(given: str) -> None:
    document = cleaned(article(), language=given).document
    assert (document.language, document.notes) == ("en", ())


def test_a_text_too_short_to_tell_is_parsed() -> None:
    draft = cleaned("Oman frees sailors")
    assert draft.document.language is None
    assert kept(draft) == ["Oman frees sailors"]
