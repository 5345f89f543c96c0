"""Where an act took place, by name or by description."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document


@pytest.mark.parametrize(
    ("where", "name", "country"),
    [
        ("in Nairobi", "Nairobi", "KEN"),
        ("in the Kenyan capital", "Nairobi", "KEN"),
        ("in Kenya's capital", "Nairobi", "KEN"),
        ("in the capital of Kenya", "Nairobi", "KEN"),
        ("in the port city of Mombasa", "Mombasa", "KEN"),
        ("in a Kenyan village", "Kenya", "KEN"),
    ],
)
def test_a_place_is_named_or_described(coder: Coder, where: str, name: str, country: str) -> None:
    (event,) = coder.code(Document(id="t", text=f"Police shot three students {where}.", language="en")).events
    assert event.place is not None
    assert (event.place.name, event.place.country) == (name, country)


def test_an_organisation_is_no_town_of_its_letters(coder: Coder) -> None:
    text = "French voters rejected the treaty. Britain demanded new talks on its place in the EU on Monday."
    events = coder.code(Document(id="t", text=text, language="en")).events
    assert all(event.place is None or event.place.name != "Eu" for event in events)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norway's prime minister flew to Nairobi, where she met Kenya's president.", ["NOR"], ["KEN"]),
        ("Norway's prime minister, who flew home, met Kenya's president.", ["NOR", "KEN"], []),
        (
            "Norway's prime minister flew to Accra and then to Lomé, after she met Kenya's president.",
            ["NOR", "KEN"],
            [],
        ),
    ],
)
def test_who_meets_somebody_where_he_arrived_is_his_guest(
    coder: Coder, text: str, actors: list[str], recipients: list[str]
) -> None:
    events = coder.code(Document(id="t", text=text, language="en")).events
    meeting = next(event for event in events if event.rule.startswith("meet"))
    assert [actor.country for actor in meeting.actors] == actors
    assert [actor.country for actor in meeting.recipients] == recipients
