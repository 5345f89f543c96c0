"""Words for several sides who were named together."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document

TWO = "The foreign and defence ministers of Norway and Chad met in Oslo on Monday. "
THREE = "The presidents of Benin, Ghana and Togo met in Lomé on Monday. "


@pytest.mark.parametrize(
    ("lead", "sentence", "actors"),
    [
        (TWO, "The four ministers condemned the attack.", ["NOR", "TCD"]),
        (TWO, "The Ministers condemned the attack.", ["NOR", "TCD"]),
        (TWO, "Officials from both countries condemned the attack.", ["NOR", "TCD"]),
        (TWO, "The joint statement condemned the attack.", ["NOR", "TCD"]),
        (TWO, "The two navies condemned the attack.", ["NOR", "TCD"]),
        (TWO, "Officials from the city condemned the attack.", [None]),
        (TWO, "The ministers of Mali condemned the attack.", ["MLI"]),
        (THREE, "The heads of state condemned the attack.", ["BEN", "GHA", "TGO"]),
        (THREE, "The Parties condemned the attack.", ["BEN", "GHA", "TGO"]),
        (THREE, "All three condemned the attack.", ["BEN", "GHA", "TGO"]),
        (THREE, "The communiqué condemned the attack.", ["BEN", "GHA", "TGO"]),
    ],
)
def test_all_sides_told_of_are_meant(coder: Coder, lead: str, sentence: str, actors: list[str | None]) -> None:
    coding = coder.code(Document(id="t", text=lead + sentence, title="", language="en"))
    (event,) = (event for event in coding.events if event.type == "ACCUSE")
    assert [actor.country for actor in event.actors] == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The president of Norway met the president of Chad. They condemned the attack.", ["NOR", "TCD"]),
        ("The president of Norway met the president of Chad. Rebels fled. They condemned the attack.", [None]),
    ],
)
def test_they_may_be_those_who_met(coder: Coder, text: str, actors: list[str | None]) -> None:
    coding = coder.code(Document(id="t", text=text, title="", language="en"))
    assert [a.country for event in coding.events if event.type == "ACCUSE" for a in event.actors] == actors
