"""Which conditions on the parties hold."""

from __future__ import annotations

import pytest

from tests.events.test_acts import fates


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Norway said Chad must hold an election.", True),
        ("Norway said its army must hold an election.", False),
        ("The opposition said the government must resign.", True),
        ("Human Rights Watch said the rebels must withdraw.", True),
        ("The finance minister said Chad must pay.", False),
    ],
)
def test_what_another_party_must_do_is_demanded_and_ones_own_duty_is_not(text: str, demanded: bool) -> None:
    assert ("said" in fates(text)) is demanded


@pytest.mark.parametrize(("text", "fires"), [("He urged Israel to withdraw.", True), ("It urged Israel on.", False)])
def test_somebody_who_is_not_named_may_speak(text: str, fires: bool) -> None:
    assert ("urged" in fates(text)) is fires


def test_a_place_stands_for_the_people_of_its_country() -> None:
    event = fates("Riots broke out in two Iranian cities.")["broke"].event
    assert event is not None
    assert [actor.country for actor in event.actors] == ["IRN"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Oman and India began a naval exercise on Sunday.", "exercise.n.13"),
        ("Oman began a naval exercise on Sunday.", "drill.n.01"),
        ("Kuwait rebuilt a school in Iraq's north.", "rebuild.v.31"),
        ("Kuwait rebuilt a school in its north.", None),
        ("Croatia surrendered Ante Kovac to the tribunal.", "hand.v.05"),
        ("Croatia surrendered the lead to the tribunal.", None),
    ],
)
def test_several_countries_one_abroad_and_a_named_person_are_told_apart(text: str, rule: str | None) -> None:
    rules = {fate.event.rule for fate in fates(text).values() if fate.event is not None}
    assert rules == ({rule} if rule else set())


@pytest.mark.parametrize(
    "text",
    ["The Norwegian government froze 90 million dollars in aid to Chad.", "Norway froze part of its aid to Chad."],
)
def test_a_sum_is_what_it_is_paid_in(text: str) -> None:
    assert "froze" in fates(text)


def test_an_organisation_is_known_by_its_short_name() -> None:
    assert "withdrew" in fates("Mali withdrew from the regional bloc ECOWAS.")
