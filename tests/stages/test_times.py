"""Time expressions are resolved against the document's date, and never to a date that nothing supports."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp, Document
from dragoman.stages.base import Draft, TimeMention
from dragoman.stages.times import Times
from tests.parsing import parse_text


def read(text: str, published: str | None = "2016-03-10", precision: str = "day") -> tuple[TimeMention, ...]:
    stamp = DateStamp(date=published, precision=precision, basis="test") if published else None
    return Times()(Draft(Document(id="test", text=text, published=stamp), sentences=parse_text(text))).times


def dates(
    text: str, published: str | None = "2016-03-10", precision: str = "day"
) -> list[tuple[str | None, str | None]]:
    return [(mention.start, mention.end) for mention in read(text, published, precision)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("They met on Wednesday.", "2016-03-09"),
        ("They met on Thursday.", "2016-03-10"),
        ("They met on Friday.", "2016-03-04"),
        ("They will meet on Monday.", "2016-03-14"),
        ("They are to meet on Monday.", "2016-03-14"),
        ("They met last Thursday.", "2016-03-03"),
        ("They will meet next Friday.", "2016-03-11"),
        ("They arrived on Tuesday morning.", "2016-03-08"),
        ("They arrived on Monday last week.", "2016-02-29"),
        ("They arrived yesterday.", "2016-03-09"),
        ("They will leave tomorrow.", "2016-03-11"),
        ("They left the day before yesterday.", "2016-03-08"),
        ("They fought last night.", "2016-03-09"),
        ("They left ten days ago.", "2016-02-29"),
        ("It opens as early as Monday.", "2016-03-14"),
    ],
)
def test_days_are_counted_from_the_date_of_the_document(text: str, start: str) -> None:
    (mention,) = read(text)
    assert (mention.start, mention.end, mention.precision) == (start, None, "day")


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("It was signed on Sept. 17.", "2015-09-17", "day"),
        ("They will travel on Jan. 8.", "2017-01-08", "day"),
        ("It was added on Dec. 30 last year.", "2015-12-30", "day"),
        ("It was signed on 10 March 2014.", "2014-03-10", "day"),
        ("It was signed on March 10, 2014.", "2014-03-10", "day"),
        ("It was signed on 2014-03-10.", "2014-03-10", "day"),
        ("It was signed on 31.12.2014.", "2014-12-31", "day"),
        ("It was signed on 3/15/2015.", "2015-03-15", "day"),
        ("It was signed on 10/3/2016.", "2016-03-10", "day"),
        ("The pact of 5/6/2014 lapsed.", "2014", "year"),
        ("It was signed on Friday, March 4.", "2016-03-04", "day"),
        ("They met in November.", "2015-11", "month"),
        ("They will meet in November.", "2016-11", "month"),
        ("They issued an alert last November.", "2015-11", "month"),
        ("They met in November 2009.", "2009-11", "month"),
        ("They met last month.", "2016-02", "month"),
        ("They met about three months ago.", "2015-12", "month"),
        ("They met in 2008.", "2008", "year"),
        ("They met a year ago.", "2015", "year"),
        ("They met on Christmas Eve.", "2015-12-24", "day"),
        ("Pilgrims came on Easter Sunday 2014.", "2014-04-20", "day"),
        ("The Sept. 11 attacks changed them.", "2001-09-11", "day"),
        ("They voted on 15 Temmuz 2015.", "2015-07-15", "day"),
        ("It opened in Aralık 2014.", "2014-12", "month"),
        ("They met on Orthodox Easter.", "2015-04-12", "day"),
        ("They marked New Year\N{RIGHT SINGLE QUOTATION MARK}s Eve.", "2015-12-31", "day"),
        ("Ukraine's Independence Day was marked.", "2015-08-24", "day"),
        ("It was signed on 25/12/98.", "1998-12-25", "day"),
        ("It was signed on 12/25/14.", "2014-12-25", "day"),
        ("It was signed on 5.6.15.", "2015-06-05", "day"),
        ("They met in '98.", "1998", "year"),
        ("Profits fell in fiscal 2015.", "2015", "year"),
        ("Spending will rise in FY2017.", "2017", "year"),
        ("It is to reopen by Sunday.", None, "range"),
    ],
)
def test_dates_come_out_as_precise_as_they_are_printed(text: str, start: str | None, precision: str) -> None:
    (mention,) = read(text)
    assert (mention.start, mention.precision) == (start, precision)
    assert mention.end == (None if start else "2016-03-13")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("War resumed in late July 2015.", "2015-07-21", "2015-07-31", "range"),
        ("It will start its work early next year.", "2017-01", "2017-04", "range"),
        ("It began in mid-August.", "2015-08-11", "2015-08-20", "range"),
        ("They met three times in the last seven days.", "2016-03-03", "2016-03-10", "range"),
        ("They met last week.", "2016-02-29", "2016-03-06", "week"),
        ("They met two weeks ago.", "2016-02-22", "2016-02-28", "week"),
        ("They met over the weekend.", "2016-03-05", "2016-03-06", "range"),
        ("They met last winter.", "2015-12", "2016-02", "season"),
        ("They met in the summer of 2014.", "2014-06", "2014-08", "season"),
        ("Exports grew in the first quarter of 2015.", "2015-01", "2015-03", "range"),
        ("Exports grew in the second half of last year.", "2015-07", "2015-12", "range"),
        ("Talks ran from 3 to 5 May 2015.", "2015-05-03", "2015-05-05", "range"),
        ("Talks ran from Dec. 28 to Jan. 2.", "2015-12-28", "2016-01-02", "range"),
        ("Talks ran from January to March 2015.", "2015-01", "2015-03", "range"),
        ("He stayed from Monday to Wednesday.", "2016-03-07", "2016-03-09", "range"),
        ("Between 2010 and 2014 exports fell.", "2010", "2014", "range"),
        ("He died on 14 Ramadan 1437.", "2016-06-19", "2016-06-21", "range"),
        ("It was issued on Muharram 10, 1437 AH.", "2015-10-23", "2015-10-25", "range"),
        ("They fasted during Ramadan in 2014.", "2014-06-28", "2014-07-29", "range"),
        ("They met on the 27th of Ramadan.", "2015-07-13", "2015-07-15", "range"),
        ("They met on Nowruz.", "2015-03-20", "2015-03-21", "range"),
        ("They arrived during Passover.", "2015-04-04", "2015-04-11", "range"),
        ("Exports grew in Q3.", "2015-07", "2015-09", "range"),
        ("Exports grew in Q3 of 2014.", "2014-07", "2014-09", "range"),
        ("Exports grew last quarter.", "2015-10", "2015-12", "range"),
        ("They met in the first week of March.", "2016-03-01", "2016-03-07", "range"),
        ("It snowed in the winter of 2014-15.", "2014-12", "2015-02", "season"),
        ("They met a fortnight ago.", "2016-02-22", "2016-02-28", "week"),
        ("The guns fired overnight.", "2016-03-09", "2016-03-10", "range"),
        ("They will meet in mid-year.", "2016-05", "2016-08", "range"),
        ("Spending rose in fiscal year 2014-15.", "2014", "2015", "range"),
        ("It was built in the 1990s.", "1990", "1999", "range"),
        ("It was built in the 19th century.", "1801", "1900", "range"),
    ],
)
def test_longer_stretches_have_both_ends(text: str, start: str, end: str, precision: str) -> None:
    (mention,) = [mention for mention in read(text) if mention.function == "on"]
    assert (mention.start, mention.end, mention.precision) == (start, end, precision)


def test_since_runs_to_the_day_of_writing_and_until_has_no_start() -> None:
    since, until = read("The port has been closed since Friday. They must leave by 2018.")
    assert (since.function, since.start, since.end) == ("since", "2016-03-04", "2016-03-10")
    assert (until.function, until.start, until.end) == ("until", None, "2018")


def test_since_then_points_to_the_date_named_before() -> None:
    _, then = read("War resumed in late July 2015. Since then, hundreds have died.")
    assert (then.text, then.start, then.end, then.function) == ("then", "2015-07-21", "2016-03-10", "since")


def test_that_day_is_the_day_named_before() -> None:
    assert dates("They met on Tuesday. Both left that day. The next day they wrote.") == [
        ("2016-03-08", None),
        ("2016-03-08", None),
        ("2016-03-09", None),
    ]


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("They fought for three days.", "for"),
        ("It is a 30-year war.", "for"),
        ("They meet every week.", "frequency"),
        ("They met recently.", "vague"),
        ("They now agree.", "vague"),
    ],
)
def test_lengths_frequencies_and_vague_words_are_no_dates(text: str, function: str) -> None:
    (mention,) = read(text)
    assert (mention.function, mention.start, mention.end, mention.precision) == (function, None, None, "unknown")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They fought for three days.", "P3D"),
        ("It is a 30-year war.", "P30Y"),
        ("They waited for two hours.", "PT2H"),
        ("They waited for years.", "PXY"),
        ("They met in the last seven days.", "P7D"),
        ("They waited for a fortnight.", "P2W"),
        ("They met recently.", "PAST_REF"),
        ("They met several years ago.", "PAST_REF"),
        ("They met on Monday.", None),
    ],
)
def test_lengths_and_vague_words_have_a_value_of_their_own(text: str, value: str | None) -> None:
    (mention,) = read(text)
    assert mention.value == value


def test_the_order_of_day_and_month_is_settled_by_what_the_publisher_does() -> None:
    def first(text: str, url: str | None = None) -> tuple[str | None, str]:
        stamp = DateStamp(date="2016-12-30", precision="day", basis="test")
        document = Document(id="test", text=text, published=stamp, url=url)
        mention = Times()(Draft(document, sentences=parse_text(text))).times[0]
        return mention.start, mention.rule

    assert first("It was on 03/04/2016.", "https://www.theguardian.com/a")[0] == "2016-04-03"
    assert first("It was on 03/04/2016.", "https://www.nytimes.com/a")[0] == "2016-03-04"
    assert first("It was on 03/04/2016. They met on 25/12/2015.")[0] == "2016-04-03"
    start, rule = first("It was on 03/04/2016.")
    assert start == "2016"
    assert rule.endswith("not clear: 2016-04-03 or 2016-03-04")


def test_figures_still_expected_for_a_quarter_are_of_the_one_just_over() -> None:
    assert dates("It expects to report a loss for the fourth quarter.", "2016-01-20") == [("2015-10", "2015-12")]
    assert dates("It expects to open in the fourth quarter.", "2016-01-20") == [("2016-10", "2016-12")]


def test_a_year_earlier_leaves_the_story_where_it_was() -> None:
    assert dates("They met in 2014. Talks failed a year earlier. War began a year earlier.") == [
        ("2014", None),
        ("2013", None),
        ("2013", None),
    ]


def test_what_would_lie_after_the_day_of_writing_was_not_then() -> None:
    (_, later) = read("They met in 1998. Some 200 years later, they fought.")
    assert (later.start, later.rule.startswith("not resolved: ")) == (None, True)


def test_two_digits_tell_no_year_without_a_date_of_the_document() -> None:
    assert dates("It was signed on 25/12/98.", published=None) == [(None, None)]


@pytest.mark.parametrize(
    "piece", ["on 3/4/15 ", "since the coup ", "14 Ramadan ", "a day after ", "14 рамадан 1437 مارس "]
)
def test_long_and_mixed_text_is_read(piece: str) -> None:
    assert isinstance(read(piece * (5000 // len(piece)) + "."), tuple)


@pytest.mark.parametrize(
    "text",
    ["They met several years ago.", "It fell in recent weeks.", "They met on 30 February.", "They met on 31/02/2016."],
)
def test_what_tells_no_date_gets_none(text: str) -> None:
    (mention,) = read(text)
    assert mention.start is None
    assert mention.rule.startswith("not resolved: ")


def test_more_than_two_years_ago_is_open_at_its_start() -> None:
    (mention,) = read("The town fell more than two years ago.")
    assert (mention.start, mention.end, mention.precision) == (None, "2014", "range")


def test_a_document_dated_to_the_month_has_no_weekdays() -> None:
    assert dates("They met on Friday, after talks last month.", "2016-03", "month") == [(None, None), ("2016-02", None)]


def test_a_document_dated_to_the_year_has_no_months() -> None:
    assert dates("They met last November. Talks failed last year.", "2016", "year") == [(None, None), ("2015", None)]


def test_the_update_counts_when_the_publication_is_not_known() -> None:
    text = "They met on Wednesday."
    stamp = DateStamp(date="2016-03-10", precision="minute", basis="test", time="17:19")
    draft = Times()(Draft(Document(id="test", text=text, updated=stamp), sentences=parse_text(text)))
    assert draft.times[0].rule == "Wednesday on or before updated 2016-03-10"
    assert draft.times[0].start == "2016-03-09"


class TestUndatedDocument:
    """A document without a date."""

    def test_weekdays_are_counted_from_the_first_one_of_the_lead(self) -> None:
        text = (
            "The envoy landed on Friday afternoon. On Wednesday, he had met the press. He saw the king last Friday. "
            "Aides came on Monday. The pact was refused on Thursday. Both were there on that day."
        )
        times = read(text, published=None)
        assert [mention.offset_days for mention in times] == [0, -2, -7, -4, -1, -1]
        assert {mention.start for mention in times} == {None}

    def test_only_dates_printed_in_full_have_a_place_in_the_calendar(self) -> None:
        text = (
            "It was added on Dec. 30 last year. They have fought since 2014. "
            "It was signed on 3 May 2013. They met in May."
        )
        assert dates(text, published=None) == [(None, None), ("2014", None), ("2013-05-03", None), (None, None)]

    def test_today_is_the_day_of_writing_where_no_weekday_says_otherwise(self) -> None:
        times = read("They met yesterday and parted today. They will meet in May.", published=None)
        assert [mention.offset_days for mention in times] == [-1, 0, None]

    def test_today_is_left_open_beside_a_weekday(self) -> None:
        assert [m.offset_days for m in read("They met on Friday. Today they left.", published=None)] == [0, None]


def test_a_mention_names_its_sentence_and_tokens() -> None:
    text = "Nothing happened. Envoys met on Dec. 30 last year."
    (mention,) = read(text)
    tokens = parse_text(text)[mention.sentence].tokens
    assert text[tokens[mention.first].start : tokens[mention.last].end] == mention.text == "Dec. 30 last year"
