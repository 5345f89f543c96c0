"""The resolver's data files: every rule fires on its own words and is silent without them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from dragoman.resolution.names import titles
from dragoman.resolution.unknown import shape_of, shape_of_noun
from dragoman.resolution.words import words_of
from dragoman.resources import LEXICON
from tests.parsing import resolver


def entries(file: str) -> list[dict[str, Any]]:
    """Return the entries of a file of the lexicon."""
    found: list[dict[str, Any]] = yaml.safe_load((LEXICON / file).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("entry", entries("namesakes.yaml"), ids=lambda entry: entry["id"])
def test_each_cue_decides_for_its_meaning_and_without_any_the_first_holds(entry: dict[str, Any]) -> None:
    name = entry["names"][0]
    wanted = entry["meanings"][0]["means"].removeprefix("-") or None
    assert resolver().resolve(name).id == wanted
    for meaning in entry["meanings"]:
        for cue in meaning.get("cues", ()):
            around = resolver().context(f"It was about {cue} and {name} that they spoke.")
            told = resolver().resolve(name, context=around)
            assert told.id == (meaning["means"].removeprefix("-") or None), cue


@pytest.mark.parametrize("entry", entries("offices.yaml"), ids=lambda entry: entry["id"])
def test_each_phrase_names_its_office(entry: dict[str, Any]) -> None:
    for phrase in entry["phrases"]:
        named = resolver().incumbents.find(["the", *(word.lower for word in words_of(phrase))])
        assert named is not None
        assert entry["id"] in [office.id for office in named.offices], phrase


def test_a_tree_is_no_office() -> None:
    assert resolver().incumbents.find(["the", "tall", "tree"]) is None


@pytest.mark.parametrize("entry", entries("name_shapes.yaml"), ids=lambda entry: entry["id"])
def test_each_word_shapes_a_name_and_alone_it_is_none(entry: dict[str, Any]) -> None:
    for word in entry["words"]:
        shape = shape_of(words_of(f"Zork {word}"))
        assert shape is not None
        assert (shape.kind, list(shape.sectors)) == (entry["kind"], entry["sectors"])
        assert shape_of_noun(word) == shape
    assert shape_of(words_of("Zork Blat")) is None


def test_titles_tell_sectors_or_nothing() -> None:
    assert titles()["gen"] == ("MIL",)
    assert titles()["mr"] == ()
    assert "tree" not in titles()
    told = resolver().resolve("Father Quilby Marsh")
    assert told.sectors[0] == "REL"
