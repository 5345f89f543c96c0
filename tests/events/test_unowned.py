"""Roles and bodies that are nobody's by their own phrase: the person, the sort or the state that is meant."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.events.bearers import fits
from dragoman.records import Actor, Document
from tests.events.test_participants import countries, resolve


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Malian rebels fled. Chad spoke. The rebels returned.", "rebels", ["MLI"]),
        ("Houthi rebels fled. The rebels returned.", "rebels", ["YEM"]),
        ("Malian rebels met Chadian rebels. The rebels left.", "rebels", [None]),
        ("Malian rebels fled. Rebels returned.", "Rebels", ["MLI"]),
        ("Malian rebels fled. Rebels in Mocho returned.", "Rebels", [None]),
        ("Somali refugees fled. Refugees returned.", "Refugees", [None]),
        ("Peru's opposition spoke. Chad left. The opposition wept.", "opposition", ["PER"]),
        ("Peru's delegation spoke. The government delegation left.", "delegation", ["PER"]),
        ("Spanish police came. Turkey spoke. The police left.", "police", ["ESP"]),
        ("Norway spoke. The international coalition left.", "coalition", [None]),
    ],
)
def test_who_has_no_owner_is_the_only_one_of_the_sort_told_of(text: str, word: str, expected: list[str | None]) -> None:
    assert countries(resolve(text, word)) == expected


def actors(coder: Coder, text: str) -> list[Actor]:
    """Return the actors of the events of an undated text."""
    events = coder.code(Document(id="t", text=text, language="en")).events
    return [actor for event in events for actor in event.actors]


def test_an_office_is_that_of_a_person_the_text_names_who_is_known_to_have_held_it(coder: Coder) -> None:
    text = "The chancellor condemned the attack in Tunisia on Monday. Later Angela Merkel flew home."
    assert [actor.entry for actor in actors(coder, text)] == ["person.angela_merkel"]


def test_an_office_that_a_state_lacks_is_not_its_own(coder: Coder) -> None:
    text = "Tunisia and Germany spoke. Tunisia objected. The chancellor condemned the attack on Monday."
    assert [actor.country for actor in actors(coder, text)][-1] == "DEU"


def test_a_former_holder_is_not_meant(coder: Coder) -> None:
    text = "Germany mourned. The chancellor condemned the attack on Monday. Former chancellor Angela Merkel wept."
    assert "person.angela_merkel" not in {actor.entry for actor in actors(coder, text)}


@pytest.mark.parametrize(
    ("office", "words", "expected"),
    [
        ("foreign minister", "minister", True),
        ("secretary of state", "secretary", True),
        ("secretary of state", "state", False),
        ("deputy minister", "minister", False),
        ("prime minister", "minister", False),
        ("president", "minister", False),
    ],
)
def test_words_stand_for_an_office_that_turns_on_them(office: str, words: str, expected: bool) -> None:
    assert fits(office.split(), words.split()) is expected
