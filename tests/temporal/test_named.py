"""What counts from a named event has a date only where the text dates the event."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp, Document
from dragoman.stages.base import Draft, TimeMention
from dragoman.stages.times import Times
from tests.parsing import parse_text


def read(text: str, published: str | None = "2016-03-10") -> dict[str, TimeMention]:
    stamp = DateStamp(date=published, precision="day", basis="test") if published else None
    times = Times()(Draft(Document(id="test", text=text, published=stamp), sentences=parse_text(text))).times
    return {time.text: time for time in times}


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "function"),
    [
        ("The coup took place on July 15. Many have been jailed since the coup.", "since the coup",
         "2015-07-15", "2016-03-10", "since"),
        ("Since the July 15 coup attempt, Turkey has jailed many.", "Since the July 15 coup attempt",
         "2015-07-15", "2016-03-10", "since"),
        ("They met on the eve of the summit. The summit opened on March 2 in Rome.", "on the eve of the summit",
         "2016-03-01", None, "on"),
        ("A bomb exploded in Kabul on Friday. Two days after the explosion, police held two men.",
         "Two days after the explosion", "2016-03-06", None, "on"),
        ("He resigned two days before the vote. The vote took place on Monday.", "two days before the vote",
         "2016-03-05", None, "on"),
        ("Rebels attacked a convoy on Monday. The army held ten people following the attack.", "following the attack",
         "2016-03-07", "2016-03-10", "since"),
        ("The envoys met in Oslo on Wednesday. Speaking after the meeting, he thanked them.", "after the meeting",
         "2016-03-09", None, "on"),
        ("The envoys met in Oslo on Wednesday. He spoke at the meeting.", "at the meeting", "2016-03-09", None, "on"),
    ],
)  # fmt: skip
def test_an_event_that_the_text_dates_gives_the_day(
    text: str, words: str, start: str, end: str | None, function: str
) -> None:
    mention = read(text)[words]
    assert (mention.start, mention.end, mention.function) == (start, end, function)
    assert "with its date" in mention.rule


def test_before_an_event_there_is_only_an_end() -> None:
    mention = read("They met ahead of the March 20 election.")["ahead of the March 20 election"]
    assert (mention.start, mention.end, mention.function) == (None, "2016-03-20", "until")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They have fought since the coup.", "since the coup"),
        ("They signed on the eve of the summit.", "on the eve of the summit"),
        ("Two days after the blast, police held two men.", "Two days after the blast"),
    ],
)
def test_an_event_without_a_date_keeps_the_words(text: str, words: str) -> None:
    mention = read(text)[words]
    assert (mention.start, mention.end, mention.precision) == (None, None, "unknown")
    assert "which the text does not date" in mention.rule
    assert mention.event


def test_a_place_in_an_event_without_a_date_is_not_told() -> None:
    assert read("He spoke at the meeting.") == {}


def test_an_event_of_somebody_else_gives_no_date() -> None:
    times = read("Kim fired a missile during Abe's visit. Mattis visited last month.")
    assert set(times) == {"last month"}


def test_a_stretch_of_years_dates_no_event() -> None:
    text = "Talks failed in the past six years. They met ahead of the talks."
    assert read(text)["ahead of the talks"].end is None


def test_one_of_several_events_is_meant_only_shortly_before() -> None:
    near = "Rebels raided a farm on Monday. Rebels raided a mill on Tuesday. Many fled after the raid."
    assert read(near)["after the raid"].start == "2016-03-08"
    late = "Many fled after the raid. Rebels raided a farm on Monday. Rebels raided a mill on Tuesday."
    assert read(late)["after the raid"].start is None


def test_a_clause_is_dated_by_its_distance_from_the_main_clause() -> None:
    mention = read("The Red Cross halted its work on Thursday, a day after gunmen killed six people.")["a day after"]
    assert (mention.start, mention.function) == ("2016-03-09", "on")
    assert mention.rule.startswith("counted from 'halted' (Thursday)")


def test_without_a_day_of_the_main_clause_it_is_a_length() -> None:
    mention = read("The Red Cross halted its work a day after gunmen killed six people.")["a day after"]
    assert (mention.start, mention.function) == (None, "for")


def test_an_undated_document_counts_in_days() -> None:
    text = "The envoy landed on Friday. On Wednesday he attended a meeting in Doha. After the meeting he left."
    mention = read(text, None)["After the meeting"]
    assert (mention.start, mention.offset_days) == (None, -2)
