"""Offices in dated documents, and what they stand for."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Actor, DateStamp, Document


def sides(coder: Coder, text: str, date: str | None) -> list[Actor]:
    """Return all parties of the events that `text` gives."""
    stamp = DateStamp(date=date, precision="day", basis="test") if date else None
    events = coder.code(Document(id="t", text=text, published=stamp, language="en")).events
    return [actor for event in events for actor in (*event.actors, *event.recipients)]


def test_an_office_of_a_dated_text_stands_for_its_holder_and_says_so(coder: Coder) -> None:
    found = sides(coder, "The Turkish foreign minister condemned the attack on Tuesday.", "2018-05-01")
    assert ("person.mevlut_cavusoglu", "TUR") in {(actor.entry, actor.country) for actor in found}
    assert "held the office on 2018-05-01" in {actor.basis for actor in found}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Turkish foreign minister condemned the attack on Tuesday.", None),
        ("A Turkish minister condemned the attack on Tuesday.", "2018-05-01"),
        ("The former Turkish foreign minister condemned the attack on Tuesday.", "2018-05-01"),
        ("In 2009 the Turkish foreign minister condemned the attack.", "2018-05-01"),
    ],
)
def test_otherwise_it_stands_for_its_state(coder: Coder, text: str, date: str | None) -> None:
    found = sides(coder, text, date)
    assert "TUR" in {actor.country for actor in found}
    assert not any(actor.entry and actor.entry.startswith("person.") for actor in found)


def test_a_surname_with_its_office_is_the_holder(coder: Coder) -> None:
    found = sides(coder, "Turkish Interior Minister Soylu condemned Greece on Tuesday.", "2018-05-01")
    assert "person.suleyman_soylu" in {actor.entry for actor in found}


def test_one_name_means_what_the_text_speaks_for(coder: Coder) -> None:
    text = "The sheriff of Savannah and police from Atlanta raided a farm. Police in Georgia arrested two Republicans."
    assert "GEO" not in {actor.country for actor in sides(coder, text, None)}
