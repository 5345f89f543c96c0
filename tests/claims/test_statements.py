"""Statements: who says what, found behind cues, quotation marks and pronouns."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.claims.speech import Speech
from dragoman.claims.statements import Statements
from dragoman.coder import Coder
from dragoman.records import Document, Statement
from tests.parsing import parse_text


@cache
def coder() -> Coder:
    return Coder()


def statements(text: str) -> tuple[Statement, ...]:
    return coder().code(Document(id="test", text=text, language="en", title="")).claims.statements


def told(text: str) -> list[tuple[str | None, list[str]]]:
    """Return speaker and content of each statement."""
    return [(s.speaker.name if s.speaker else None, [part.quote for part in s.content]) for s in statements(text)]


def test_a_quotation_is_direct_and_its_content_has_no_marks() -> None:
    (found,) = statements("“The bridge is open,” Kenyan President William Ruto said.")
    assert (found.direct, found.verb, found.rule) == (True, "say", "statement.say")
    assert [part.quote for part in found.content] == ["The bridge is open,"]
    assert found.speaker is not None
    assert found.speaker.country == "KEN"


def test_indirect_speech_leaves_out_the_conjunction() -> None:
    (found,) = statements("The Omani foreign minister said that the border would stay closed.")
    assert not found.direct
    assert found.content[0].quote == "the border would stay closed"


def test_a_quotation_interrupted_by_its_cue_is_one_statement() -> None:
    text = "“The road is open,” the Ghanaian minister said, “and it will stay open.”"
    assert told(text) == [("Ghana", ["The road is open,", "and it will stay open."])]


def test_a_quotation_goes_on_after_its_cue() -> None:
    text = "“The road is open,” the Ghanaian minister said. “It will stay open for the whole winter.”"
    assert told(text) == [("Ghana", ["The road is open,", "It will stay open for the whole winter."])]


def test_a_quotation_of_several_sentences_is_taken_whole() -> None:
    text = "“The road is open. Nobody will be turned back. We promise it,” the Ghanaian minister said."
    assert told(text)[0][1] == ["The road is open. Nobody will be turned back. We promise it,"]


def test_a_quotation_in_a_paragraph_of_its_own_goes_on_with_the_speech() -> None:
    text = "“The road is open,” the Ghanaian minister said.\n\n“It will stay open for the whole winter.”"
    first, second = statements(text)
    assert second.rule == "statement.quote"
    assert second.speaker == first.speaker
    assert second.confidence < first.confidence


def test_quoted_words_within_indirect_speech_are_kept_apart() -> None:
    (found,) = statements("The Ghanaian minister said the plan was “not too bad” for farmers.")
    assert not found.direct
    assert [part.quote for part in found.quoted] == ["not too bad"]
    assert found.content[0].quote == "the plan was “not too bad” for farmers"


def test_content_ends_with_the_mark_that_was_opened_in_it() -> None:
    (found,) = statements("The Ghanaian minister said the plan was “not too bad.”")
    assert found.content[0].quote.count("“") == found.content[0].quote.count("”") == 1


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “blue road” was closed on Monday.",
        "Visitors saw an exhibition called “Algiers Says No” in the harbour.",
        "The minister's book, “A Long Walk,” was shown at the fair.",
        "I think the border will stay closed.",
        "It is known that the border is closed.",
        "The ships were sorted according to their size.",
        "No minister said that the border was closed.",
    ],
)
def test_what_is_no_speech_gives_no_statement(text: str) -> None:
    assert told(text) == []


def test_a_cue_in_the_middle_gives_two_stretches() -> None:
    assert told("The boats, the Thai minister announced, would be turned back.") == [
        ("Thailand", ["The boats", "would be turned back"])
    ]


def test_an_aside_names_the_source() -> None:
    (found,) = statements("According to the Dutch ministry of defence, two ships were turned back.")
    assert (found.verb, found.content[0].quote) == ("according to", "two ships were turned back")
    assert found.speaker is not None
    assert found.speaker.country == "NLD"


def test_he_is_not_a_woman_who_spoke_before_nor_several_people() -> None:
    for text in (
        "German Chancellor Angela Merkel said talks failed. “It rained all day in the hills,” he said.",
        "Malian ministers said talks failed. “It rained all day in the hills,” he said.",
    ):
        _, second = statements(text)
        assert second.speaker is None


def test_he_added_is_the_speaker_before_even_when_he_has_no_entry() -> None:
    text = "The headmaster, Samuel Fonki, told the BBC a ransom was paid. “I counted it myself,” he said."
    first, second = statements(text)
    assert first.speaker is not None
    assert first.speaker.text == "The headmaster, Samuel Fonki"
    assert second.speaker is not None
    assert (second.speaker.name, second.speaker.basis) == ("headmaster", "spoke before")


def test_a_statement_that_speaks_gives_its_issuers() -> None:
    text = "Japan and India condemned the attack in a joint statement. The statement said the seas must stay open."
    found = statements(text)[-1]
    assert {actor.country for actor in found.speakers} == {"JPN", "IND"}


def test_the_cited_speak_and_the_paper_reports_it() -> None:
    text = "The Daily Nation cited intelligence sources in a report that said forty fighters had crossed into Kenya."
    (found,) = statements(text)
    assert found.speaker is not None
    assert found.speaker.name == "intelligence sources"
    assert found.attribution is not None
    assert found.attribution.speaker == "The Daily Nation"


def test_speech_within_speech_names_who_reports_it() -> None:
    outer, inner = sorted(
        statements("Sergey Lavrov said Syria had announced that the convoy could leave."),
        key=lambda s: s.evidence[0].start,
    )
    assert inner.attribution is not None
    assert (inner.attribution.speaker, inner.attribution.verb) == ("Sergey Lavrov", "say")
    assert outer.attribution is None


def test_orders_and_appeals_say_what_is_to_be_done() -> None:
    (found,) = statements("Ghana urged Togo to reopen the crossing.")
    assert found.content[0].quote == "to reopen the crossing"
    assert found.addressee is not None
    assert found.addressee.country == "TGO"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Peruvian ministry declined to comment on the arrests.", "the arrests"),
        ("The Peruvian army has said nothing about the warrant.", "the warrant"),
        ("There was no comment from the Peruvian army on the arrests.", "the arrests"),
        ("Both Peruvian envoys left Lima without giving details of the plan.", "details of the plan"),
    ],
)
def test_silence_is_a_denied_statement(text: str, content: str) -> None:
    (found,) = statements(text)
    assert (found.status, found.content[0].quote) == ("denied", content)


def test_speech_to_come_is_planned() -> None:
    found = statements("The Peruvian minister will announce on Friday that the mine is closed.")
    assert [s.status for s in found] == ["planned"]


def test_speech_only_imagined_is_none() -> None:
    assert told("The Peruvian minister could say that the mine is closed.") == []


def test_the_occasion_is_kept_as_printed() -> None:
    (found,) = statements("The Peruvian minister said in an interview with Reuters that the mine is closed.")
    assert found.occasion == "an interview with Reuters"


def test_a_name_and_a_colon_before_a_quotation() -> None:
    (found,) = statements("Admiral Pablo Rojas: “We have sent two ships to the strait.”")
    assert (found.rule, found.direct) == ("statement.colon", True)


def test_lines_of_a_transcript_are_speech() -> None:
    text = "BLITZER: Will you go to Kiev?\n\nKERRY: I will go next week.\n\nBLITZER: Alone?\n\nKERRY: No."
    assert len(statements(text)) == 4


def test_double_single_marks_and_single_marks_quote() -> None:
    assert statements("''The road is open,'' the Ghanaian minister said.")[0].direct
    assert (
        statements("'The road isn't open,' the Ghanaian minister said.")[0].content[0].quote == "The road isn't open,"
    )


@pytest.mark.parametrize(
    "text",
    ["“" * 50, '"' * 51, "“ ”", "said said said.", "“We will not pay,", ": : :", "He said: “", "“A” “B” “C” he said."],
)
def test_broken_marks_break_nothing(text: str) -> None:
    for found in statements(text):
        for part in found.content:
            assert text[part.start : part.end] == part.quote


def test_a_long_document_of_quotations_takes_time_that_grows_with_it() -> None:
    text = "“The road is open,” he said. " * 400
    speech = Speech(Document(id="test", text=text), parse_text(text))
    assert len(speech.all) >= 390
    assert Statements().records() == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister Sergei Lavrov met Shinzo Abe. The Russian top diplomat said that talks went on.", "Lavrov"),
        ("NATO chief Jens Stoltenberg flew to Oslo. The Norwegian said that he was tired.", "Stoltenberg"),
        ("Hezbollah leader Hassan Nasrallah spoke. The Hezbollah chief said that Israel was weak.", "Nasrallah"),
        ("Angela Merkel met Donald Trump. The American leader said that Germany owed money.", "Trump"),
    ],
)
def test_a_role_without_a_name_is_who_was_named_with_it(text: str, name: str) -> None:
    speaker = statements(text)[-1].speaker
    assert speaker is not None
    assert name in speaker.name
    assert speaker.text not in speaker.name


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Sergei Lavrov met Shinzo Abe. A senior Russian diplomat said that talks went on.",
        "Interior Minister Suleyman Soylu spoke. The Turkish foreign ministry said that talks went on.",
    ],
)
def test_another_s_role_is_not_his(text: str) -> None:
    speaker = statements(text)[-1].speaker
    assert speaker is None or speaker.kind != "person"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Turkish minister warned that time was short and called on Greece to act.", "time was short"),
        ("Chad's president said the war would end, while his aide said the opposite.", "the war would end"),
        ("Chad's president said Mali will pay for it, which drew laughter.", "Mali will pay for it"),
        (
            "Chad's president said Mali attacked a post and threatened another.",
            "Mali attacked a post and threatened another",
        ),
    ],
)
def test_content_ends_where_the_speaker_s_own_doing_begins(text: str, content: str) -> None:
    assert content in [part.quote for one in statements(text) for part in one.content]


def test_words_without_a_verb_in_quotation_marks_are_no_direct_speech() -> None:
    assert not any(one.direct for one in statements('The Dutch minister argues against the "free market," and smiles.'))


def test_what_an_editor_put_in_brackets_is_not_the_speaker_s() -> None:
    (one,) = statements('"We (Turkey) have met all wishes [of Chad] so far," the Turkish minister said.')
    assert [part.quote for part in one.content] == ["We", "have met all wishes", "so far,"]
    (other,) = statements('"[T]he war is over," the Turkish minister said.')
    assert [part.quote for part in other.content] == ["[T]he war is over,"]
