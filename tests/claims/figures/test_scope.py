"""Scopes: which figures claim the same quantity, and which of these are at odds."""

from __future__ import annotations

import math
from typing import Any

import pytest

from dragoman.claims.figures.scope import bounds, compare_scopes
from dragoman.coder import Coder
from dragoman.records import DateStamp, Document, EventDate, Evidence, Figure, Place

LIBYA = Place(name="Libya", country="LBY", lat=26.3, lon=17.2, precision="country")
TRIPOLI = Place(name="Tripoli", country="LBY", lat=32.9, lon=13.2, precision="city")
BENGHAZI = Place(name="Benghazi", country="LBY", lat=32.1, lon=20.1, precision="city")
FEZZAN = Place(name="Fezzan", country="LBY", lat=26.3, lon=13.4, precision="region")
CHAD = Place(name="Chad", country="TCD", lat=15.5, lon=18.7, precision="country")


def when(start: str | None, end: str | None = None) -> EventDate:
    return EventDate(start=start, end=end, precision="day", text="then", rule="test")


def figure(value: float | None = 100, text: str = "100", **fields: Any) -> Figure:
    known: dict[str, Any] = {
        "id": "f", "value": value, "upper": None, "text": text, "comparator": None, "unit": "people",
        "population": "people", "what": "killed", "place": LIBYA, "period": when("2021-06-18"), "as_of": None,
        "cumulative": None, "claimants": (), "status": "happened", "attribution": None,
        "evidence": (Evidence(start=0, end=3, quote="100"),), "rule": "people", "confidence": 0.9,
    }  # fmt: skip
    return Figure(**(known | fields))


def test_one_quantity_with_two_values_is_a_conflict() -> None:
    scopes = compare_scopes(figure(100), figure(140))
    assert (scopes.same_quantity, scopes.values, scopes.conflict) == ("yes", "different", "yes")


def test_one_quantity_with_one_value_is_none() -> None:
    assert compare_scopes(figure(100), figure(100)).conflict == "no"


def test_what_cannot_be_told_is_a_possible_conflict() -> None:
    scopes = compare_scopes(figure(100, period=None), figure(140))
    assert (scopes.period, scopes.same_quantity, scopes.conflict) == ("unknown", "unclear", "possible")


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("people", "people", "same"),
        ("people", "persons", "same"),
        ("soldiers", "troops", "same"),
        ("Turkish citizens", "Turks", "same"),
        ("Pakistani nationals", "Pakistanis", "same"),
        ("women", "people", "narrower"),
        ("people", "women", "wider"),
        ("Turkish soldiers", "soldiers", "narrower"),
        ("members of the security forces", "members", "narrower"),
        ("civilians", "militants", "different"),
        ("soldiers", "civilians", "different"),
        ("Turks", "Iraqis", "different"),
        ("Turkish women", "Iraqi women", "different"),
        ("women", "refugees", "overlapping"),
        ("young prisoners", "female prisoners", "overlapping"),
        ("militants", "rebels", "unknown"),
        ("lorries", "tanks", "different"),
        (None, "people", "unknown"),
        ("", "people", "unknown"),
    ],
)
def test_populations_by_head_and_modifiers(one: str | None, two: str | None, relation: str) -> None:
    assert compare_scopes(figure(population=one), figure(population=two)).population == relation


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("killed", "killed", "same"),
        ("killed", "dead", "same"),
        ("killed", "martyred", "same"),
        ("killed", "wounded", "different"),
        ("arrested", "detained", "unknown"),
        ("killed", "believed", "unknown"),
        ("fighting in Libya", "fighting", "same"),
        ("planted", "cut", "different"),
        (None, "killed", "unknown"),
        ("...", "killed", "unknown"),
    ],
)
def test_acts_by_their_first_word(one: str | None, two: str | None, relation: str) -> None:
    assert compare_scopes(figure(what=one), figure(what=two)).what == relation


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        (LIBYA, LIBYA, "same"),
        (TRIPOLI, LIBYA, "narrower"),
        (LIBYA, TRIPOLI, "wider"),
        (TRIPOLI, BENGHAZI, "different"),
        (TRIPOLI, FEZZAN, "unknown"),
        (LIBYA, CHAD, "different"),
        (TRIPOLI, CHAD, "different"),
        (None, CHAD, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_places_by_containment(one: Place | None, two: Place | None, relation: str) -> None:
    assert compare_scopes(figure(place=one), figure(place=two)).place == relation


@pytest.mark.parametrize(
    ("words", "place", "relation"),
    [
        ("fighting in Syria, Iraq and Yemen", LIBYA, "different"),
        ("fighting in Syria, Iraq and Libya", LIBYA, "wider"),
        ("fighting in Syria, Iraq and Libya", TRIPOLI, "wider"),
        ("fighting in Libya", LIBYA, "same"),
        ("fighting in Libya", TRIPOLI, "wider"),
        ("fighting", LIBYA, "unknown"),
    ],
)
def test_several_places_are_read_from_the_act(words: str, place: Place, relation: str) -> None:
    several, single = figure(what=words, place=None), figure(what="fighting", place=place)
    assert compare_scopes(several, single).place == relation


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        (when("2021-06-18"), when("2021-06-18"), "same"),
        (when("2021-06-18"), when("2021-06"), "narrower"),
        (when("2021"), when("2021-06"), "wider"),
        (when("2021-06"), when("2021-06-30", "2021-07-02"), "overlapping"),
        (when("2020"), when("2021"), "different"),
        (when("2015", "2021-06-18"), when("2019", "2021-06-18"), "wider"),
        (when(None), when("2021"), "unknown"),
        (when("garbage"), when("2021"), "unknown"),
        (when("2021-13"), when("2021"), "unknown"),
        (None, when("2021"), "unknown"),
    ],
)
def test_periods_by_their_days(one: EventDate | None, two: EventDate | None, relation: str) -> None:
    assert compare_scopes(figure(period=one), figure(period=two)).period == relation


def test_a_toll_of_another_day_is_another_quantity() -> None:
    monday, friday = figure(100, as_of=when("2021-06-14")), figure(140, as_of=when("2021-06-18"))
    scopes = compare_scopes(monday, friday)
    assert (scopes.period, scopes.conflict) == ("different", "no")


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("people", "people", "same"),
        ("troops", "people", "narrower"),
        ("people", "troops", "wider"),
        ("miles", "kilometres", "same"),
        ("hours", "miles", "different"),
        ("dollars", "euros", "unknown"),
        ("tanks", "rockets", "different"),
    ],
)
def test_units(one: str, two: str, relation: str) -> None:
    assert compare_scopes(figure(unit=one), figure(unit=two)).unit == relation


def test_units_of_one_dimension_are_compared_by_size() -> None:
    hours, minutes = figure(1.5, unit="hours"), figure(90, unit="minutes")
    assert compare_scopes(hours, minutes).values == "compatible"
    assert compare_scopes(hours, figure(40, unit="minutes")).values == "different"


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        ({"value": 290, "comparator": "more than"}, {"value": 300}, "compatible"),
        ({"value": 290, "comparator": "more than"}, {"value": 290}, "compatible"),
        ({"value": 290, "comparator": "at least"}, {"value": 290}, "compatible"),
        ({"value": 290, "comparator": "at most"}, {"value": 300}, "different"),
        ({"value": 290, "comparator": "less than"}, {"value": 300}, "different"),
        ({"value": 300, "comparator": "about"}, {"value": 310}, "compatible"),
        ({"value": 300, "comparator": "nearly"}, {"value": 310}, "different"),
        ({"value": 20, "upper": 30, "comparator": "between"}, {"value": 25}, "compatible"),
        ({"value": 20, "upper": 30, "comparator": "between"}, {"value": 35}, "different"),
        ({"value": None, "text": "hundreds"}, {"value": 650}, "compatible"),
        ({"value": None, "text": "dozens"}, {"value": 4000}, "different"),
        ({"value": None, "text": "not even in hundreds", "comparator": "less than"}, {"value": 650}, "different"),
        ({"value": None, "text": "several"}, {"value": 650}, "unknown"),
        ({"value": None, "text": "tens of thousands"}, {"value": None, "text": "hundreds"}, "different"),
        ({"value": None, "text": "hundreds"}, {"value": None, "text": "hundreds"}, "compatible"),
    ],
)
def test_values_are_compared_as_what_they_say(one: dict[str, Any], two: dict[str, Any], values: str) -> None:
    assert compare_scopes(figure(**one), figure(**two)).values == values


def test_a_relation_turns_round_when_the_figures_change_places() -> None:
    turned = {"narrower": "wider", "wider": "narrower"}
    pairs = [
        (figure(population="women", place=TRIPOLI), figure(period=when("2021"))),
        (figure(what="dead", unit="troops"), figure(population="Libyan rebels", place=CHAD)),
        (figure(what="fighting in Libya and Chad", place=None), figure(what="fighting", place=TRIPOLI)),
    ]
    for a, b in pairs:
        there, back = compare_scopes(a, b), compare_scopes(b, a)
        assert [turned.get(relation, relation) for relation in there.fields] == list(back.fields)
        assert there.values == back.values


def test_vague_words_give_bounds_but_no_value() -> None:
    vague = figure(None, "dozens")
    assert vague.value is None
    assert bounds(vague) == (13, pytest.approx(1000))
    assert bounds(figure(None, "many")) is None
    assert bounds(figure(5, comparator="at least")) == (5, math.inf)


def test_two_statements_of_different_scope_both_stand(coder: Coder) -> None:
    text = (
        "On Monday 650 Malians were fighting in wars in Libya, Chad and Niger, a paper said. "
        "The minister said that 40 Malians were fighting in Libya."
    )
    stamp = DateStamp(date="2021-06-18", precision="day", basis="test")
    wide, narrow = coder.code(Document(id="t", text=text, title="", language="en", published=stamp)).claims.figures
    scopes = compare_scopes(wide, narrow)
    assert (scopes.place, scopes.values, scopes.same_quantity, scopes.conflict) == ("wider", "different", "no", "no")
