"""Of several dates in a sentence the right one goes to each act."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp, Document
from dragoman.stages.base import Draft, TimeMention
from dragoman.stages.times import Times
from dragoman.temporal.govern import governing_time, is_at_odds, time_of_noun
from tests.parsing import parse_text


def governing(text: str, predicate: str) -> str | None:
    stamp = DateStamp(date="2016-03-10", precision="day", basis="test")
    draft = Times()(Draft(Document(id="test", text=text, published=stamp), sentences=parse_text(text)))
    (sentence,) = draft.sentences
    token = next(token for token in sentence.tokens if token.text == predicate)
    mention = governing_time(sentence, token, draft.times)
    return mention.text if mention else None


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("The ministers met in Ankara on Monday.", "met", "Monday"),
        ("The ministers met on Monday and signed a treaty.", "signed", "Monday"),
        ("The ministers met on Monday, held talks and signed a treaty.", "signed", "Monday"),
        ("France signed on Monday and Germany refused to sign.", "refused", None),
        ("A bomb exploded in Kabul on Friday, killing six people.", "killing", "Friday"),
        ("Speaking in Cairo on Sunday, the president accused Iran of lying.", "accused", "Sunday"),
        ("The envoys held talks in Moscow on Saturday, where they praised the truce.", "praised", "Saturday"),
        ("The troops began on Monday to withdraw.", "withdraw", "Monday"),
        ("France agreed on Monday to withdraw its troops.", "withdraw", None),
        ("Talks in Geneva on Monday", "Talks", "Monday"),
        ("Since then, more than 290 soldiers have been killed.", "killed", "then"),
        ("The war lasted for three years.", "lasted", None),
        ("Since then, 290 soldiers have been wounded and thousands of rebels killed in raids.", "killed", "then"),
        ("On Friday, mourners buried soldiers killed in an ambush.", "killed", None),
        ("The police raised its alert last November following the attacks in Paris.", "attacks", None),
        ("They recently met.", "met", None),
        ("It was the first attack since 2014.", "attack", None),
        ("It was the first time that rebels attacked since 2014.", "attacked", None),
        ("Rebels have attacked the town since 2014.", "attacked", "2014"),
    ],
)
def test_an_act_takes_the_date_of_its_clause(text: str, predicate: str, expected: str | None) -> None:
    assert governing(text, predicate) == expected


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("The minister said on Monday that France will sign the pact on Friday.", "sign", "Friday"),
        ("The minister said on Monday that France will sign the pact on Friday.", "said", "Monday"),
        ("The ministry said Tuesday that rebels had attacked a convoy.", "attacked", None),
        ("On Monday, the ministry said rebels attacked a convoy.", "attacked", None),
        ("Rebels attacked a convoy on Tuesday, the ministry said.", "attacked", "Tuesday"),
    ],
)
def test_the_date_of_a_verb_of_saying_is_not_that_of_what_is_said(
    text: str, predicate: str, expected: str | None
) -> None:
    assert governing(text, predicate) == expected


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Germany condemned the 2015 attack on the embassy.", "condemned", None),
        ("Germany condemned the 2015 attack on the embassy.", "attack", "2015"),
        ("After the talks held in Istanbul in 2008, the states signed an accord last year.", "talks", "2008"),
        ("After the talks held in Istanbul in 2008, the states signed an accord last year.", "signed", "last year"),
        ("The attack that killed 30 people on Friday was claimed by rebels.", "attack", "Friday"),
        ("The attack that killed 30 people on Friday was claimed by rebels.", "claimed", None),
        ("He led a probe of meddling in the 2016 campaign.", "probe", None),
        ("He led a probe of the attacks in 2015.", "probe", None),
    ],
)
def test_the_date_of_a_noun_stays_with_the_noun(text: str, predicate: str, expected: str | None) -> None:
    assert governing(text, predicate) == expected


def test_the_expression_before_a_noun_is_its_own() -> None:
    text = "Its costly 1979 invasion failed and ended in a retreat in 1989."
    (sentence,) = parse_text(text)
    times = Times()(Draft(Document(id="test", text=text), sentences=(sentence,))).times
    found = {token.text: time_of_noun(token, times) for token in sentence.tokens if token.pos == "NOUN"}
    assert {noun: time.text for noun, time in found.items() if time} == {"invasion": "1979"}


def test_what_counts_from_an_event_dates_only_what_nothing_else_does() -> None:
    assert governing("On Monday, after the talks, they signed a treaty.", "signed") == "Monday"


@pytest.mark.parametrize(
    ("status", "start", "end", "odd"),
    [
        ("happened", "2016-03-11", None, True),
        ("happened", "2016-03-10", None, False),
        ("happened", "2016", None, False),
        ("happened", "2016-03-07", "2016-03-13", False),
        ("planned", "2015", None, True),
        ("planned", "2016-03", None, False),
        ("planned", "2016-03-07", "2016-03-13", False),
        ("demanded", "2017", None, False),
    ],
)
def test_an_act_is_not_dated_against_its_status(status: str, start: str, end: str | None, odd: bool) -> None:
    time = TimeMention(sentence=0, first=0, last=0, start=start, end=end, precision="day", text="", rule="")
    assert is_at_odds(time, status, "2016-03-10") is odd
    assert not is_at_odds(time, status, None)
