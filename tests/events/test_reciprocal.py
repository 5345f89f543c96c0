"""Acts that several do to one another."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Chad and Niger accused each other of spying.", ["TCD", "NER"], ["TCD", "NER"]),
        ("Chad and Niger blamed one another for the attack.", ["TCD", "NER"], ["TCD", "NER"]),
        ("Chad and Niger expelled each other's ambassadors.", ["TCD", "NER"], ["TCD", "NER"]),
        ("Chad and Niger traded blame over the attack.", ["TCD", "NER"], ["TCD", "NER"]),
        ("Chad and Niger accused Mali of spying.", ["TCD", "NER"], ["MLI"]),
        ("Chad and Niger condemned parties that attack each other.", ["TCD", "NER"], [None]),
    ],
)
def test_each_is_on_both_sides(coder: Coder, text: str, actors: list[str], recipients: list[str | None]) -> None:
    events = coder.code(Document(id="t", text=text, title="", language="en")).events
    event = next(event for event in events if event.type in ("ACCUSE", "SANCTION"))
    assert [actor.country for actor in event.actors] == actors
    assert [actor.country for actor in event.recipients] == recipients
