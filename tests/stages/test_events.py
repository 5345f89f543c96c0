"""Whole sentences through the coder: parties, status, attribution, merging and silence."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import DateStamp, Document, Event

STAMP = DateStamp(date="2021-06-18", precision="day", basis="test")  # a Friday


def events(coder: Coder, text: str, title: str | None = "") -> tuple[Event, ...]:
    return coder.code(Document(id="t", text=text, title=title, language="en", published=STAMP)).events


def one(coder: Coder, text: str) -> Event:
    (event,) = events(coder, text)
    return event


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [a.country for a in event.actors], [a.country for a in event.recipients]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("The Moroccan and Spanish interior ministers met on Monday.", "CONSULT", ["MAR", "ESP"], []),
        ("Thousands of Kenyan soldiers attacked al-Shabaab fighters.", "ASSAULT", ["KEN"], ["SOM"]),
        ("Two Danish police officers arrested a Swedish lawmaker.", "COERCE", ["DNK"], ["SWE"]),
        ("Peru's army shelled rebels in the highlands.", "ASSAULT", ["PER"], [None]),
        ("Police arrested twenty protesters in Lisbon.", "COERCE", ["PRT"], ["PRT"]),
        ("Ghana said on Friday it had sent troops to Mali.", "MOBILIZE", ["GHA"], ["MLI"]),
        ("Japan condemned Russia.", "ACCUSE", ["JPN"], ["RUS"]),
    ],
)
def test_the_parties_of_an_act(
    coder: Coder, text: str, type_: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    event = one(coder, text)
    assert event.type == type_
    assert sides(event) == (actors, recipients)


def test_a_country_that_only_describes_is_no_party(coder: Coder) -> None:
    event = one(coder, "Saudi-backed forces attacked Houthi rebels.")
    assert "SAU" not in {actor.country for actor in event.actors}


def test_a_meeting_at_home_makes_the_guest_the_visitor(coder: Coder) -> None:
    event = one(coder, "The Brazilian foreign minister met his Chilean colleague in Santiago on Monday.")
    assert (event.modes, *sides(event)) == (("visit",), ["BRA"], ["CHL"])


def test_the_content_of_a_request_is_no_event(coder: Coder) -> None:
    assert [e.type for e in events(coder, "Norway urged Israel to release the prisoners.")] == ["REQUEST"]


def test_a_relative_clause_reports_an_event_of_its_own(coder: Coder) -> None:
    found = events(coder, "Egypt condemned the rebels who attacked a convoy in Sudan.")
    assert {event.type for event in found} == {"ACCUSE", "ASSAULT"}


def test_what_protesters_demand_is_part_of_the_protest(coder: Coder) -> None:
    found = events(
        coder, "Thousands of Sudanese students marched in Khartoum on Monday, demanding that Egypt apologise."
    )
    assert [event.type for event in found] == ["PROTEST"]


def test_the_only_place_of_a_local_act_settles_who_was_there(coder: Coder) -> None:
    event = one(coder, "Eleven people were killed in clashes in Havana.")
    assert event.place is not None
    assert (event.type, event.place.country) == ("ASSAULT", "CUB")


def test_telling_another_state_what_it_must_do_is_a_request(coder: Coder) -> None:
    event = one(coder, "The Finnish president said Russia must withdraw its ships.")
    assert (event.type, *sides(event)) == ("REQUEST", ["FIN"], ["RUS"])


def test_a_promise_is_planned_and_attributed(coder: Coder) -> None:
    event = one(coder, "Canada will send two helicopters to Haiti, its defence minister said.")
    assert (event.type, event.status) == ("AGREE", "planned")
    assert event.attribution is not None
    assert event.attribution.verb == "say"


def test_the_date_comes_from_the_clause_and_never_from_the_stamp(coder: Coder) -> None:
    dated = one(coder, "Chad expelled the German ambassador on Monday.")
    undated = one(coder, "Chad expelled the German ambassador.")
    assert dated.date is not None
    assert dated.date.start == "2021-06-14"
    assert undated.date is None


def test_headline_and_lead_are_one_event_with_two_quotes(coder: Coder) -> None:
    title = "Kenya signs trade deal with Uganda"
    text = f"{title}\n\nKenya signed a trade deal with Uganda on Monday after two years of negotiations.\n"
    (event,) = events(coder, text, title=None)
    assert len(event.evidence) == 2
    assert event.date is not None


@pytest.mark.parametrize(
    "text",
    [
        "Turkey beat Belgium in the football league on Monday and fired its coach.",
        "In the film a Russian actor attacks the Kremlin, and the sequel bombs Paris.",
        "Analysts fear that Iran may attack Israel.",
        "If Iran attacked Israel, oil would become dear.",
        "It is important that Egypt and Sudan cooperate.",
        "The sun rose over the hills.",
    ],
)
def test_silence(coder: Coder, text: str) -> None:
    assert events(coder, text) == ()


def test_every_quote_and_name_stands_in_the_text(coder: Coder) -> None:
    text = (
        "Envoys of Chad and Niger met in Paris.\n\n“We agreed to share data,” said Chad’s foreign minister on Monday.\n"
    )
    for event in events(coder, text):
        for evidence in event.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
        for actor in (*event.actors, *event.recipients):
            assert text[actor.start : actor.end] == actor.text


def test_the_same_text_gives_the_same_ids(coder: Coder) -> None:
    text = "Chad expelled the German ambassador on Monday."
    assert events(coder, text) == events(coder, text)


def test_the_trace_names_rule_and_losers(coder: Coder) -> None:
    event = one(coder, "Qatar signed a defence treaty with Oman.")
    assert event.trace[0].startswith(event.rule)
    assert ".yaml:" in event.trace[0]
