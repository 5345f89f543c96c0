"""Time expressions are found, and numbers and names that look like them are not."""

from __future__ import annotations

import time

import pytest

from dragoman.temporal.expressions import find
from dragoman.temporal.patterns import rules
from dragoman.temporal.resolve import RESOLVERS
from tests.parsing import parse_sentence, parse_text


def found(text: str) -> list[str]:
    return [expression.text for sentence in parse_text(text) for expression in find(sentence, text)]


def test_every_rule_has_a_resolver_and_every_resolver_a_rule() -> None:
    assert {rule.name for rule in rules()} == set(RESOLVERS)


@pytest.mark.parametrize(
    "text",
    [
        "Some 633 readers counted 2,000 troops and 1,500 tanks.",
        "Flight MH17 fell and the council passed resolution 2254.",
        "The council passed resolution 1973 under Chapter 7.",
        "The allies invoked Article 5.",
        "About 1900 soldiers died.",
        "He lost $1950 there.",
        "Troops may march through the town.",
        "He was wounded on the 19th floor.",
        "They called for March Madness.",
        "Mrs May met the envoys.",
        "He sat. Then he left on foot.",
        "Russia Today broadcast it.",
        "The Sunday Times printed it.",
        "Shoppers came on Black Friday.",
        "The Prague Spring failed.",
        "A 12-year-old boy was hurt.",
        "The man, 45 years old, fled.",
        "He bought the Daily Mail and read China Daily.",
        "He lives on Christmas Island.",
        "Tariq Ramadan was tried.",
        "Clients left Wal-Mart 2015 times.",
        "Three quarters of the seats were lost.",
        "The parade was held on Independence Day.",
        "Version 5.6.15 was released.",
        "He left now that it was over, as soon as he could.",
        "It cost '98 dollars.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday night in Oslo.", ["Tuesday night"]),
        ("They met on the weekend of March 11.", ["March 11"]),
        ("They will meet in Oslo on the 19th.", ["the 19th"]),
        ("The visit, planned for March, was put off.", ["March"]),
        ("It was signed on Dec. 30 last year.", ["Dec. 30 last year"]),
        ("It was signed on Thursday, March 10, 2016.", ["Thursday, March 10, 2016"]),
        ("War broke out in late July 2015.", ["late July 2015"]),
        ("It began in mid-August.", ["mid-August"]),
        ("They fought in 2004, 2008 and 2013.", ["2004", "2008", "2013"]),
        ("The 2015 elections and the 2003 invasion divided them.", ["2015", "2003"]),
        ("The truce (2014) failed.", ["2014"]),
        ("In June 12 soldiers were killed.", ["June"]),
        ("Theresa May won in May.", ["May"]),
        ("Talks ran from 3 to 5 May.", ["3 to 5 May"]),
        ("Between 2010 and 2014 exports fell.", ["2010 and 2014"]),
        ("They meet every week and on Mondays.", ["every week", "Mondays"]),
        ("It has waged a 30-year war.", ["30-year"]),
        ("They waited for more than five months.", ["more than five months"]),
        ("It was built in the 19th century and rebuilt in the 1990s.", ["the 19th century", "the 1990s"]),
        ("It opened on 31.12.2018, not on 2016-03-10 or 3/15/2021.", ["31.12.2018", "2016-03-10", "3/15/2021"]),
    ],
)
def test_expressions_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_the_tokens_of_an_expression_are_those_printed() -> None:
    text = "Envoys agreed on Dec. 30 last year in Doha."
    sentence = parse_sentence(text)
    (expression,) = find(sentence, text)
    assert sentence.tokens[expression.first].text == "Dec."
    assert sentence.tokens[expression.last].text == "year"


@pytest.mark.parametrize("piece", ["the end of ", "3 May ", "1-", "more than two ", "last ", "2010 and "])
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * (4000 // len(piece))
    started = time.perf_counter()
    for rule in rules():
        list(rule.pattern.finditer(text))
    assert time.perf_counter() - started < 2
