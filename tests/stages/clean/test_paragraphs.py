"""Paragraphs: a line each, unless the text is wrapped at a fixed width."""

from __future__ import annotations

import pytest

from dragoman.stages.clean.paragraphs import fold, split_paragraphs
from tests.stages.clean.pages import AIRPORT, MEETING, cleaned, kept

WRAPPED = """OMAN HOSTS NEW ROUND OF YEMEN TALKS

    MUSCAT, Oct 9 (Reuters) - Oman's foreign minister met
his Yemeni counterpart in Muscat on Monday to discuss a longer
ceasefire, the ministry said.
    The two sides agreed to reopen the airport in Sanaa and to
exchange two hundred prisoners before the end of the month.
    A third round is planned.
 REUTER
"""


def test_a_line_is_a_paragraph() -> None:
    paragraphs = split_paragraphs(f"{MEETING}\n  {AIRPORT} \n\n")
    assert [(p.text, p.line, p.index) for p in paragraphs] == [(MEETING, 1, 0), (AIRPORT, 2, 1)]


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    assert [p.text.split()[0] for p in split_paragraphs(WRAPPED)] == ["OMAN", "MUSCAT,", "The", "A", "REUTER"]


def test_a_wrapped_report_is_cleaned_like_any_other() -> None:
    draft = cleaned(WRAPPED)
    assert (draft.document.dateline, draft.document.agency) == ("MUSCAT", "Reuters")
    assert [" ".join(text.split()) for text in kept(draft)][1].startswith("Oman's foreign minister met his Yemeni")
    assert len(kept(draft)) == 4


def test_wrapped_paragraphs_may_be_parted_by_empty_lines() -> None:
    text = "the minister of oman met his counterpart from\nyemen in muscat on monday to talk about a\ntruce.\n\n"
    assert len(split_paragraphs(text * 3)) == 3


def test_short_lines_that_end_sentences_are_not_joined() -> None:
    lines = [f"Envoy number {n} of the council left the capital today." for n in range(6)]
    assert len(split_paragraphs("\n".join(lines))) == 6


def test_windows_line_ends_leave_no_trace() -> None:
    assert [p.text for p in split_paragraphs(f"{MEETING}\r\n\r\n{AIRPORT}\r\n")] == [MEETING, AIRPORT]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“PAYLAŞ!”", "paylas"),
        ("  Kaynak :Deniz   Postası ", "kaynak: deniz postasi"),
        ("İLGİLİ HABERLER", "ilgili haberler"),
        ("À lire aussi :", "a lire aussi"),
        ("at 17:19", "at 17:19"),
    ],
)
def test_folding_drops_case_diacritics_and_outer_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded
