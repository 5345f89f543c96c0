"""Meetings told beside something else, still to come, or with one side only."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document, Event


def meetings(coder: Coder, sentence: str) -> list[Event]:
    """Return the meetings that `sentence` tells, past and to come."""
    events = coder.code(Document(id="t", text=sentence, language="en")).events
    return [event for event in events if event.type in ("CONSULT", "AGREE")]


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("The Polish premier laid a wreath after talks with the Lithuanian president.", ["POL", "LTU"]),
        ("France condemned the raid at a meeting with the Libyan foreign minister.", ["FRA", "LBY"]),
        ("The Chilean president spoke on the sidelines of a summit with Bolivian officials.", ["CHL", "BOL"]),
        ("The Thai foreign minister was asked about the shipment during a visit to Laos.", ["THA", "LAO"]),
        ("A Turkish-Russian summit took place in Sochi.", ["TUR", "RUS"]),
        ("The Kenyan delegation participated in talks with Somalia.", ["KEN", "SOM"]),
        ("The first talks with Armenia took place on Sunday.", ["ARM"]),
        ("The NATO summit in Warsaw ended on Saturday.", [None]),
    ],
)
def test_who_takes_part(coder: Coder, sentence: str, countries: list[str | None]) -> None:
    (event,) = meetings(coder, sentence)
    assert event.type == "CONSULT"
    assert [party.country for party in (*event.actors, *event.recipients)] == countries


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister from Chad spoke in an interview with the BBC.",
        "Protesters denounced the talks with Israel.",
        "Kuwait called for a meeting with Iraq.",
        "After a meeting with her lawyer, the dancer said she was innocent.",
        "The Jordanian king met the long-range target.",
    ],
)
def test_no_meeting(coder: Coder, sentence: str) -> None:
    assert meetings(coder, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("Talks between Sudan and Egypt were planned for Sunday in Cairo.", ["SDN", "EGY"]),
        ("The Thai premier's trip to Laos is scheduled for April.", ["THA", "LAO"]),
        ("The visit of the Iranian president to Moscow scheduled for March will be short.", ["IRN", "RUS"]),
        ("The Egyptian president will raise the dam at talks with the Sudanese premier on Monday.", ["EGY", "SDN"]),
    ],
)
def test_a_meeting_that_is_arranged_is_to_come(coder: Coder, sentence: str, countries: list[str]) -> None:
    (event,) = meetings(coder, sentence)
    assert (event.type, event.status) == ("AGREE", "planned")
    assert [party.country for party in (*event.actors, *event.recipients)] == countries
