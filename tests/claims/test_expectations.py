"""Expectations: announced acts to come, with who, when and where."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import DateStamp, Document, Expectation


@pytest.fixture(scope="module")
def code(coder: Coder):  # type: ignore[no-untyped-def]
    """Return what codes a text, written on Monday 3 February 2020, to its expectations."""

    def expectations(text: str, title: str = "") -> tuple[Expectation, ...]:
        stamp = DateStamp(date="2020-02-03", precision="day", basis="test")
        return coder.code(Document(id="t", text=text, title=title, language="en", published=stamp)).claims.expectations

    return expectations


def keys(expectation: Expectation) -> list[str]:
    """Return the countries of those who will act, or their names."""
    return [actor.country or actor.name for actor in expectation.actors]


@pytest.mark.parametrize(
    ("text", "actors", "start", "place", "hedged"),
    [
        ("The Greek president will visit Tirana next week.", ["GRC"], "2020-02-10", "Tirana", False),
        ("Egypt is expected to open a hospital in Khartoum in May.", ["EGY"], "2020-05", "Khartoum", True),
        ("Swedish envoys are due to begin talks in Quito on Monday.", ["SWE"], "2020-02-03", "Quito", False),
        ("The African Union is to send a team to Bamako.", ["African Union"], None, "Bamako", False),
        ("A Danish minister may travel to Nuuk in March.", ["DNK"], "2020-03", None, True),
        ("Kenya's president plans to visit Beijing on 16 May.", ["KEN"], "2020-05-16", "Beijing", False),
        ("The Polish president travels to Vilnius next week.", ["POL"], "2020-02-10", "Vilnius", False),
        ("Greek and Turkish officers will meet in Izmir on 2 July.", ["GRC", "TUR"], "2020-07-02", None, False),
        ("The Chadian president is scheduled to arrive in Cairo on Friday.", ["TCD"], "2020-02-07", "Cairo", False),
    ],
)
def test_who_when_and_where(  # type: ignore[no-untyped-def]
    code, text: str, actors: list[str], start: str | None, place: str | None, hedged: bool
) -> None:
    (found,) = code(text)
    assert (keys(found), found.hedged, found.status) == (actors, hedged, "planned")
    assert (found.window.start if found.window else None) == start
    assert place is None or (found.place is not None and found.place.name == place)


@pytest.mark.parametrize(
    "text",
    [
        "France will continue to fight smugglers next year.",
        "France will not visit Oman next week.",
        "The Omani premier was to have gone to Paris on the 11th.",
        "The Omani premier visited Paris last week.",
        "Oil may climb to 90 dollars next week.",
        "My aunt will visit Paris next week.",
        "Will the Omani premier visit Paris next week?",
        "France urged the Omani premier to visit Paris next week.",
        "The Omani foreign minister is likely to remain popular.",
        "The Omani foreign minister may be tired.",
        "The Omani foreign minister will meet the deadline next week.",
    ],
)
def test_what_is_no_expectation(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()


def test_each_of_two_acts_is_told_with_its_own_day(code) -> None:  # type: ignore[no-untyped-def]
    found = code("The Chadian president will fly to Cairo today and go on to Oman tomorrow.")
    assert [one.window.start for one in found] == ["2020-02-03", "2020-02-04"]


def test_the_one_met_takes_part(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("The Chadian president will meet Ghana's foreign minister on Friday.")
    assert keys(found) == ["TCD", "GHA"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("A meeting of the Greek and Albanian ministers is planned for 12 May.", "expectation.scheduled"),
        ("“There's going to be a meeting soon of defence ministers,” the Greek premier said.", "expectation.there"),
        ("Police closed roads ahead of next week's visit of the Albanian president.", "expectation.ahead"),
        ("Talks between Chad and Niger will resume in Cairo on Friday.", "expectation.will"),
        ("Kenya's election will be held in August.", "expectation.will"),
    ],
)
def test_nouns_of_events(code, text: str, rule: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert found.rule == rule
    assert found.actors


def test_a_ship_acts_for_its_state(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("A Danish minesweeper is set to sweep the port of Tema on 9 September.")
    assert keys(found) == ["DNK"]


def test_past_of_will_needs_one_who_said_it(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("The Greek foreign minister said he would visit Tirana next week.")
    assert keys(found) == ["GRC"]


def test_condition(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("The Greek foreign minister will visit Tirana next week if the talks succeed.")
    assert found.status == "conditional"


def test_the_planned_event_of_the_same_words(coder: Coder) -> None:
    coding = coder.code(Document(id="t", text="The Greek president will visit Tirana.", title="", language="en"))
    (found,) = coding.claims.expectations
    assert found.event in {event.id for event in coding.events if event.status == "planned"}


def test_told_again_is_one_record(code) -> None:  # type: ignore[no-untyped-def]
    title = "Greek president to visit Tirana"
    text = f"{title}\n\nThe Greek president will visit Tirana. He is expected to arrive in Tirana on Friday."
    (found,) = code(text, title)
    assert found.window is not None
    assert found.window.start == "2020-02-07"
    assert not found.hedged
    assert all(text[e.start : e.end] == e.quote for e in found.evidence)


@pytest.mark.parametrize("text", ["", "will", "is to be to be is to", "ahead of next week's", "There will be be be."])
def test_scraps_give_nothing_and_do_not_fail(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()


@pytest.mark.parametrize(
    ("text", "actors", "start", "hedged"),
    [
        ("Police fear next week's visit of the French president to Nairobi.", ["FRA"], "2020-02-10", False),
        ("Tomorrow's vote in the Kenyan parliament was preceded by protests.", ["KEN"], "2020-02-04", False),
        ("Egypt awaits a visit by the French president next week.", ["FRA"], "2020-02-10", False),
        ("Kenya has called elections for 9 June.", ["KEN"], "2020-06-09", False),
        ("Kenya's foreign minister is due in Rome on Friday.", ["KEN"], "2020-02-07", False),
        ("Kenya's foreign minister is expected in Rome on Friday.", ["KEN"], "2020-02-07", True),
        ("The French president, due in Nairobi on Friday, was silent.", ["FRA"], "2020-02-07", False),
        ("The Kenyan army's withdrawal, due in May, was delayed.", ["KEN"], "2020-05", False),
        ("Kenya's foreign minister gives a press conference tomorrow.", ["KEN"], "2020-02-04", False),
        ("The visit of Kenya's president to Rome, planned for March, was put off.", ["KEN"], "2020-03", False),
        ("Polish president to visit Vilnius next week", ["POL"], "2020-02-10", False),
    ],
)
def test_events_told_by_nouns(code, text: str, actors: list[str], start: str, hedged: bool) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert (keys(found), found.window.start, found.hedged) == (actors, start, hedged)


@pytest.mark.parametrize(
    "text",
    [
        "Police praised last week's visit of the French president.",
        "Egypt awaited a visit by the French president last week.",
        "Kenya's foreign minister was due in Rome on Friday.",
        "Monday's talks between Kenya and Somalia failed.",
    ],
)
def test_events_gone_by_are_none_to_come(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()


@pytest.mark.parametrize(
    ("text", "actors", "window"),
    [
        ("The presidents of Chile and Bolivia have agreed to meet in Lima next week.", {"CHL", "BOL"}, "2021-05-17"),
        ("The Chilean president will fly to Lima on Friday for talks with the president of Peru.", {"CHL", "PER"},
         "2021-05-14"),
        ("Chilean voters go to the polls on Sunday.", {"CHL"}, "2021-05-16"),
        ("The Chilean embassy in Lima is to be shut on 28 May.", {"CHL"}, "2021-05-28"),
        ("The port authority of Chile intends to open two locks on 1 August.", {"CHL"}, "2021-08-01"),
    ],
)  # fmt: skip
def test_who_acts_and_when_in_other_words(coder: Coder, text: str, actors: set[str], window: str) -> None:
    stamp = DateStamp(date="2021-05-11", precision="day", basis="test")
    document = Document(id="t", text=text, language="en", title="", published=stamp)
    (record,) = coder.code(document).claims.expectations
    assert {actor.country for actor in record.actors} == actors
    assert record.window is not None
    assert record.window.start == window


def test_the_day_of_an_agreement_is_no_window(coder: Coder) -> None:
    document = Document(id="t", text="On Friday Chile agreed to share data with Peru.", language="en", title="")
    assert coder.code(document).claims.expectations == ()


def test_unnamed_officials_in_an_official_s_own_words_are_his_state_s(coder: Coder) -> None:
    text = '"There is going to be a meeting soon of defence ministers," a Chilean foreign ministry official said.'
    (record,) = coder.code(Document(id="t", text=text, language="en", title="")).claims.expectations
    assert "CHL" in {actor.country for actor in record.actors}
