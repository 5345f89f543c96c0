"""FollowTheMoney entities, flat and nested.  All of them are made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.dictionary.exchange.offered import Conflict, Office
from tests.dictionary.exchange.importing import checked, entries, loaded, offered, written


def entity(schema: str, key: str = "x-1", caption: str = "", **properties: Any) -> dict[str, Any]:
    told = {"id": key, "schema": schema, "properties": properties}
    return {**told, "caption": caption} if caption else told


def lines(*items: Any) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


MINISTER = entity("Position", "pos-1", name=["Minister of Lighthouses"], country=["no"], topics=["gov.national"])
TERM = entity("Occupancy", "occ-1", holder=["p-1"], post=["pos-1"], startDate=["2014-05-01"], endDate=["2016"])
ANN = entity("Person", "p-1", "Ann Testroe", name=["Ann Testroe"], alias=["Anna Testroe"], weakAlias=["Testroe"])


@pytest.mark.parametrize("order", [(MINISTER, TERM, ANN), (ANN, TERM, MINISTER), (TERM, ANN, MINISTER)])
def test_flat_entities_are_linked_by_their_ids_in_any_order(tmp_path: Path, order: tuple[Any, ...]) -> None:
    (ann,) = entries(written(tmp_path, lines(*order)))
    assert ann.names == ("Ann Testroe", "Anna Testroe", "Testroe?")
    assert ann.offices == (
        Office(title="Minister of Lighthouses", sector="GOV", country="no", start="2014-05-01", end="2016"),
    )


def test_nested_entities_are_read_where_they_stand(tmp_path: Path) -> None:
    post = {**MINISTER, "properties": {**MINISTER["properties"], "topics": ["gov.legislative"], "name": ["Keeper"]}}
    term = entity("Occupancy", "occ-1", post=[post], startDate=["2014-05-01T00:00:00"])
    nested = entity("Person", "p-1", name=["Ann Testroe"], positionOccupancies=[term])
    (ann,) = entries(written(tmp_path, lines(nested)))
    assert [(office.title, office.sector, office.start) for office in ann.offices] == [("Keeper", "LEG", "2014-05-01")]


@pytest.mark.parametrize(
    ("topics", "position", "offices"),
    [
        (["role.pep"], "Keeper of the Seal", 1),
        (["sanction"], "Minister of Lighthouses", 0),
        ([], "Minister of Lighthouses", 1),
        ([], "General Director of Testware LLC", 0),
        ([], "beekeeper", 0),
    ],
)
def test_words_are_an_office_where_topics_or_the_words_say_that_it_is_public(
    tmp_path: Path, topics: list[str], position: str, offices: int
) -> None:
    person = entity("Person", name=["Ann Testroe"], nationality=["no"], topics=topics, position=[position])
    checker = checked(written(tmp_path, lines(person)))
    assert (len(checker.kept), len(checker.private)) == (offices, 1 - offices)


@pytest.mark.parametrize(
    ("schema", "topics", "kind", "sector"),
    [
        ("Company", [], "organisation", "BUS"), ("PublicBody", [], "body", "GOV"),
        ("Organization", [], "organisation", "UNK"),
        ("Organization", ["pol.party"], "organisation", "PTY"), ("Organization", ["gov.igo"], "igo", "IGO"),
        ("Organization", ["crime.terror"], "armed_group", "REB"), ("LegalEntity", ["gov.state"], "body", "GOV"),
    ],
)  # fmt: skip
def test_an_organisation_is_what_its_schema_and_topics_say(
    tmp_path: Path, schema: str, topics: list[str], kind: str, sector: str
) -> None:
    (found,) = entries(written(tmp_path, lines(entity(schema, name=["Zeal Works"], country=["no"], topics=topics))))
    assert (found.kind, found.sectors, found.country) == (kind, (sector,), "no")


def test_the_printed_name_is_the_caption_or_the_first_in_latin_letters(tmp_path: Path) -> None:
    names = ["Гильдия Усердия", "Zeal Guild"]
    first, second = entries(
        written(tmp_path, lines(entity("Company", "a", name=names), entity("Company", "b", names[0], name=names)))
    )
    assert (first.names[0], second.names[0]) == ("Zeal Guild", "Гильдия Усердия")


def test_a_name_with_a_bracket_is_found_without_it(tmp_path: Path) -> None:
    (guild,) = entries(written(tmp_path, lines(entity("Company", name=["Zeal Guild (Oslo)"]))))
    assert guild.names == ("Zeal Guild (Oslo)", "Zeal Guild")


def test_what_is_no_actor_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, lines(entity("Address", full=["1 Test Street"]), entity("Vessel", name=["Test Star"])))
    assert offered(path) == []


@pytest.mark.parametrize(
    "line",
    ["{broken", "[" * 100_000, "7", '{"schema": "Person"}', '{"schema": "Person", "properties": []}', '"' + "9" * 5000,
     "9" * 5000],
)  # fmt: skip
def test_a_line_that_is_no_entity_is_told_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    found = offered(written(tmp_path, lines(entity("Company", "a", name=["A"])) + f"{line}\n" + lines(MINISTER)), "ftm")
    assert [item.line for item in found if isinstance(item, Conflict)] == [2]


def test_a_list_of_entities_with_one_on_each_line_is_read(tmp_path: Path) -> None:
    body = ",\n".join(json.dumps(entity("Company", key, name=[f"Zeal {key}"])) for key in "ab")
    assert len(entries(written(tmp_path, f"[\n{body}\n]\n"))) == 2


def test_values_of_another_form_are_not_taken(tmp_path: Path) -> None:
    odd = entity("Person", "p", name="Ann Testroe", alias=[7, None, {"a": 1}], positionOccupancies=["occ", 3, {}])
    (ann,) = entries(written(tmp_path, lines(odd)))
    assert (ann.names, ann.offices) == (("Ann Testroe",), ())


def test_two_persons_of_one_name_stay_two(tmp_path: Path) -> None:
    persons = [
        entity("Person", key, name=["Ann Testroe"], nationality=[nation], topics=["role.pep"], position=["Keeper"])
        for key, nation in (("p-1", "no"), ("p-2", "se"), ("p-3", "se"))
    ]
    checker = checked(written(tmp_path, lines(*persons)))
    assert [entry.names for entry in checker.kept.values()] == [
        ("Ann Testroe",), ("Ann Testroe (SWE)", "Ann Testroe?"), ("Ann Testroe (SWE 2)", "Ann Testroe?"),
    ]  # fmt: skip
    assert [conflict.line for conflict in checker.conflicts] == [2, 3]
    assert len(loaded(checker, tmp_path / "own").entries.keys() & checker.kept.keys()) == 3


def test_the_same_entity_twice_is_left_out(tmp_path: Path) -> None:
    guild = entity("Company", "x-1", name=["Zeal Guild"])
    (conflict,) = checked(written(tmp_path, lines(guild, guild))).conflicts
    assert conflict == Conflict(2, "the id 'x-1' stands already at given.txt:1", left_out=True)


def test_names_without_latin_letters_have_an_id_from_their_state(tmp_path: Path) -> None:
    person = entity("Person", "p", name=["عبد التجربة"], nationality=["sd"], topics=["role.pep"], position=["Keeper"])
    checker = checked(written(tmp_path, lines(person)))
    assert {known: entry.names for known, entry in checker.kept.items()} == {
        "person.sdn": ("عبد التجربة (SDN)", "عبد التجربة")
    }
    assert "person.sdn" in loaded(checker, tmp_path / "own").entries
