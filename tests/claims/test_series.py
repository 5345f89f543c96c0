"""Series: which meetings belong together, and their numbers, dates and places."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.claims.series.lexicon import kinds
from dragoman.claims.series.ordinals import bare, before, ordinal
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import Coding, DateStamp, Document, Series
from tests.parsing import parse_sentence


def code(coder: Coder, text: str, published: str | None = None) -> Coding:
    stamp = DateStamp(date=published, precision="day", basis="test") if published else None
    return coder.code(Document(id="t", text=text, language="en", title="", published=stamp))


def read(coder: Coder, text: str, published: str | None = None) -> tuple[Series, ...]:
    return code(coder, text, published).claims.series


def told(series: Series) -> list[tuple[int | None, str | None, str | None]]:
    return [(m.ordinal, m.date.start if m.date else None, m.place.name if m.place else None) for m in series.members]


THIRD = "This was the third meeting between Chile and Bolivia, after the ones held in Lima in 2008 and Quito in 2013."


def test_earlier_members_are_numbered_when_the_count_works_out(coder: Coder) -> None:
    (series,) = read(coder, THIRD)
    assert told(series) == [(1, "2008", "Lima"), (2, "2013", "Quito"), (3, None, None)]
    assert [actor.name for actor in series.parties] == ["Chile", "Bolivia"]


def test_earlier_members_have_no_number_when_it_does_not(coder: Coder) -> None:
    (series,) = read(coder, THIRD.replace("third", "fifth"))
    assert told(series) == [(5, None, None), (None, "2008", "Lima"), (None, "2013", "Quito")]


def test_a_round_of_talks_with_date_and_place(coder: Coder) -> None:
    (series,) = read(coder, "The second round of talks between Chile and Bolivia will open in Lima on 3 May 2017.")
    assert told(series) == [(2, "2017-05-03", "Lima")]


def test_a_bare_number_goes_on_with_the_series(coder: Coder) -> None:
    text = "Kenya and Uganda held their sixteenth summit in Nairobi. The fifteenth took place in Kampala in 2012."
    (series,) = read(coder, text)
    assert told(series) == [(15, "2012", "Kampala"), (16, None, "Nairobi")]


def test_a_member_has_the_event_of_its_words(coder: Coder) -> None:
    coding = code(
        coder, "The foreign ministers of Chile and Bolivia held their third meeting in Lima on Monday.", "2017-05-03"
    )
    (series,) = coding.claims.series
    (member,) = series.members
    assert member.event in {event.id for event in coding.events}
    assert told(series) == [(3, "2017-05-01", "Lima")]


def test_words_of_repetition_make_a_series(coder: Coder) -> None:
    (series,) = read(coder, "The annual military exercise of Japan and Australia began on Monday.", "2017-05-03")
    assert (series.rule, told(series)) == ("exercise.n", [(None, "2017-05-01", None)])


def test_a_joint_body_is_a_series(coder: Coder) -> None:
    (series,) = read(coder, "The joint working group of Chile and Bolivia met in Lima.")
    assert (series.rule, [actor.name for actor in series.parties]) == ("working_group.n", ["Chile", "Bolivia"])


def test_they_met_for_the_third_time(coder: Coder) -> None:
    (series,) = read(coder, "The ministers of Chile and Bolivia met for the third time in Lima.")
    assert told(series) == [(3, None, "Lima")]


def test_the_first_since_has_no_number(coder: Coder) -> None:
    (series,) = read(coder, "Chile and Bolivia held their first meeting in Lima since 2009.")
    assert [member.ordinal for member in series.members] == [None]


def test_an_ordinal_alone_is_numbered(coder: Coder) -> None:
    (series,) = read(coder, "Lima hosted the 28th annual summit of the Arab League.")
    assert told(series)[0][0] == 28


def test_different_parties_are_different_series(coder: Coder) -> None:
    text = "Chile and Bolivia held their third summit. Kenya and Uganda held their fourth summit."
    assert [[m.ordinal for m in series.members] for series in read(coder, text)] == [[3], [4]]


@pytest.mark.parametrize(
    "text",
    [
        "The second round of the election in Chile opened on Sunday.",
        "A third country sent an envoy to the meeting of Chile and Bolivia.",
        "The second-largest conference hall of Chile was closed.",
        "The first lady of Chile attended a meeting with the mayor.",
        "They marked the tenth anniversary of the meeting in Chile.",
        "The third press conference of the minister in Chile lasted an hour.",
        "The club won the second session of the season in Chile.",
        "In the third quarter, exports from Chile to Bolivia rose.",
        "The Second World War conference room in Lima was closed.",
        "The regular meeting of the cabinet in Chile was short.",
    ],
)
def test_what_is_no_series(coder: Coder, text: str) -> None:
    assert read(coder, text) == ()


def test_meetings_told_only_as_members_are_events(coder: Coder) -> None:
    coding = code(coder, f"The ministers of Chile and Bolivia met on Monday in Sucre. {THIRD}", "2016-03-10")
    (series,) = coding.claims.series
    by_id = {event.id: event for event in coding.events}
    first, second, third = (by_id[member.event or ""] for member in series.members)
    assert [event.rule for event in (first, second)] == ["series.member"] * 2
    assert [event.date.start for event in (first, second, third) if event.date] == ["2008", "2013", "2016-03-07"]
    assert (first.type, [actor.name for actor in first.actors]) == ("CONSULT", ["Chile", "Bolivia"])
    assert coding.document.text[first.evidence[0].start : first.evidence[0].end] == first.evidence[0].quote
    starts = [min(e.start for e in event.evidence) for event in coding.events]
    assert starts == sorted(starts)


def test_a_meeting_to_come_is_no_event_of_the_past(coder: Coder) -> None:
    text = "The second round of talks between Chile and Bolivia will open in Lima on 3 May 2017."
    assert all(event.rule != "series.member" for event in code(coder, text, "2016-03-10").events)


@pytest.mark.parametrize(
    ("words", "number"),
    [("the third meeting", 3), ("the twenty-sixth meeting", 26), ("the 38th meeting", 38), ("the fiftieth meeting", 50),
     ("the three meeting", None), ("the 0th meeting", None)],
)  # fmt: skip
def test_numbers_in_a_row(words: str, number: int | None) -> None:
    tokens = parse_sentence(f"They held {words} in Lima.").tokens
    noun = next(token for token in tokens if token.text == "meeting")
    assert before(tokens, noun) == ([number] if number is not None else [])
    assert all(ordinal(tokens, token.i) in (None, number, (number or 0) % 10) for token in tokens)


def test_two_numbers_before_one_noun() -> None:
    tokens = parse_sentence("The second and third rounds were held in Lima.").tokens
    noun = next(token for token in tokens if token.text == "rounds")
    assert before(tokens, noun) == [2, 3]


def test_a_number_before_a_noun_is_not_bare() -> None:
    assert list(bare(parse_sentence("The second man of the first company left.").tokens)) == []


def test_bad_entries_are_named_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "series.yaml"
    path.write_text("- {id: a, family: dance, words: [x], note: n}\n")
    with pytest.raises(LexiconError, match="family must be one of"):
        kinds(path)
    path.write_text("- {id: a, family: body, words: [x], note: n}\n- {id: b, family: body, words: [x], note: n}\n")
    with pytest.raises(LexiconError, match="stands already under a") as caught:
        kinds(path)
    assert ":2" in str(caught.value)


@pytest.mark.parametrize("text", ["", "third third third", "round of talks of round of talks " * 40, "the 28th " * 100])
def test_odd_text_gives_nothing(coder: Coder, text: str) -> None:
    assert read(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("Round six of the talks between Chile and Bolivia opened in Lima.", [6]),
        ("Chile and Bolivia opened Round 4 of their border talks in Lima.", [4]),
        ("The inaugural summit of Chile and Bolivia opened in Lima.", [1]),
        ("The summit between Chile and Bolivia, their third, ended in Lima.", [3]),
        ("This was the second of three meetings between Chile and Bolivia.", [2]),
        ("Chile and Bolivia held the fourth iteration of their naval exercise.", [4]),
    ],
)
def test_numbers_stand_behind_beside_and_above(coder: Coder, text: str, ordinals: list[int | None]) -> None:
    (series,) = read(coder, text)
    assert [member.ordinal for member in series.members] == ordinals


@pytest.mark.parametrize(
    "text", ["The presidents of Togo and Benin meet twice a year.", "Chile and Bolivia hold talks every year."]
)
def test_what_happens_every_year_is_a_series(coder: Coder, text: str) -> None:
    (series,) = read(coder, text)
    assert len(series.parties) == 2


def test_rounds_are_counted_in_a_row(coder: Coder) -> None:
    text = "Round six of the talks between Chile and Bolivia is in Lima; rounds four and five were in Quito."
    (series,) = read(coder, text)
    assert [member.ordinal for member in series.members] == [4, 5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Chile and Bolivia met twice on Monday.",
        "Chile and Bolivia met, the third secretary of the embassy said.",
        "Six rounds were fired between Chile and Bolivia.",
    ],
)
def test_other_numbers_make_no_series(coder: Coder, text: str) -> None:
    assert read(coder, text) == ()


def test_meetings_told_by_their_number_are_those_the_article_tells_of(coder: Coder) -> None:
    text = (
        "Chile and Bolivia have held three meetings in the last two weeks. "
        "The presidents of Chile and Bolivia met in Lima on 3 May 2021. "
        "The foreign ministers of Chile and Bolivia met in Quito on 7 May 2021. "
        "The president of Peru met the emir of Qatar in Doha on 8 May 2021."
    )
    (series,) = read(coder, text, "2021-05-11")
    assert [actor.country for actor in series.parties] == ["CHL", "BOL"]
    assert [m.date.start for m in series.members if m.date] == ["2021-05-03", "2021-05-07"]
    assert all(m.event for m in series.members)


def test_a_number_of_meetings_without_a_time_is_no_series(coder: Coder) -> None:
    assert read(coder, "Chile and Bolivia held three meetings in Lima.") == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The president of Chile left for his third meeting with the president of Bolivia.", {"CHL", "BOL"}),
        ("Chilean officials met with Bolivian negotiators for the first time.", {"CHL", "BOL"}),
        ("In the past month four meetings took place between Chilean and Bolivian officials.", {"CHL", "BOL"}),
        ("Chile and Bolivia have met twice this year.", {"CHL", "BOL"}),
    ],
)
def test_both_sides_of_a_meeting_are_its_parties(coder: Coder, text: str, parties: set[str]) -> None:
    (series,) = read(coder, text, "2021-05-11")
    assert {actor.country for actor in series.parties} == parties
