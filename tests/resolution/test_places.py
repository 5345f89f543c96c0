"""Which place is meant, by the words and by the text around."""

from __future__ import annotations

import pytest

from dragoman.dictionary import load_dictionary
from dragoman.resolution.gazetteer import Gazetteer
from dragoman.resolution.places import PlaceResolver, kilometres


def places() -> PlaceResolver:
    """Return the resolver of the packaged dictionary and gazetteer."""
    return PlaceResolver(load_dictionary())


@pytest.mark.parametrize(
    ("name", "around", "country"),
    [
        ("Tripoli", "The Lebanese army sent tanks into the streets.", "LBN"),
        ("Tripoli", "Libyan factions agreed to withdraw.", "LBY"),
        ("Hyderabad", "Pakistan's Sindh province saw strikes.", "PAK"),
        ("Paris, Texas", "", "USA"),
        ("KARACHI, Pakistan", "", "PAK"),
        ("the Kenyan capital", "", "KEN"),
        ("the province of Idlib", "", "SYR"),
        ("the Syrian town of Qarbuta", "", "SYR"),
    ],
)
def test_the_country_is_told_by_words_or_text(name: str, around: str, country: str) -> None:
    resolver = places()
    told = resolver.resolve(name, resolver.context(around, name))
    assert told.country == country
    assert told.reasons


@pytest.mark.parametrize(
    ("name", "near", "within"),
    [
        ("northern Syria", (36.4, 37.5), 150),
        ("south-eastern Ukraine", (47.5, 36.5), 200),
        ("Goma", (-1.68, 29.22), 20),
        ("Mariupol", (47.1, 37.55), 20),
    ],
)
def test_it_lies_where_the_map_has_it(name: str, near: tuple[float, float], within: float) -> None:
    told = places().resolve(name)
    assert told.lat is not None
    assert told.lon is not None
    assert kilometres((told.lat, told.lon), near) < within


@pytest.mark.parametrize("name", ["", "the", "Xyzzyville", "of", "\u202e", "Z" * 5000])
def test_an_unknown_place_stays_unknown(name: str) -> None:
    told = places().resolve(name)
    assert (told.country, told.lat, told.place()) == (None, None, None)
    assert told.reasons


def test_rivals_are_candidates() -> None:
    told = places().resolve("Hyderabad")
    assert "PAK" in {other.country for other in told.candidates}


def test_the_gazetteer_finds_first_middle_and_last() -> None:
    gazetteer = Gazetteer()
    lines = (gazetteer._folder / "towns.tsv").read_text(encoding="utf-8").splitlines()
    for line in (lines[0], lines[len(lines) // 2], lines[-1]):
        key, name, country = line.split("\t")[:3]
        assert (name, country) in {(town.name, town.country) for town in gazetteer.towns(key)}
    assert gazetteer.towns("no such town") == []
    assert gazetteer.towns("") == []


def test_the_gazetteer_is_sorted() -> None:
    lines = (Gazetteer()._folder / "towns.tsv").read_bytes().splitlines()
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("name", "around", "country"),
    [
        ("Red Sea", "The Houthis in Hodeidah fired at a ship on the Red Sea.", None),
        ("Euphrates", "The bridge over the Euphrates at Raqqa was rebuilt.", "SYR"),
        ("Euphrates", "Syria signed a treaty on the Euphrates.", None),
    ],
)
def test_a_river_is_meant_where_a_place_by_it_is_and_a_sea_as_a_whole(
    name: str, around: str, country: str | None
) -> None:
    resolver = places()
    assert resolver.resolve(name, resolver.context(around, name)).country == country


@pytest.mark.parametrize(
    ("name", "around", "near"),
    [
        ("Cox's Bazar", "", (21.44, 91.98)),
        ("A Coruña", "", (43.37, -8.4)),
        ("Turkey's Hatay", "", (36.4, 36.2)),
        ("Victoria", "The president of Seychelles addressed parliament.", (-4.62, 55.45)),
        ("Sucre", "Bolivia's judges met.", (-19.04, -65.26)),
        ("Stavropol", "Russian police made arrests.", (45.04, 41.97)),
    ],
)
def test_a_name_is_taken_whole_and_the_main_name_counts_most(name: str, around: str, near: tuple[float, float]) -> None:
    resolver = places()
    told = resolver.resolve(name, resolver.context(around, name))
    assert told.lat is not None
    assert told.lon is not None
    assert kilometres((told.lat, told.lon), near) < 50
