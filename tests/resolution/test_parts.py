"""The pieces the resolver works with: words, phrases, sounds, offices."""

from __future__ import annotations

import pytest

from dragoman.dictionary import load_dictionary
from dragoman.resolution.offices import Offices
from dragoman.resolution.phrase import parts_of
from dragoman.resolution.sounds import alike, sound
from dragoman.resolution.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turkey's minister", ["Turkey", "'s", "minister"]),
        ("US-backed forces", ["US", "-", "backed", "forces"]),
        ("Ihsan Ghani, chief of NACTA.", ["Ihsan", "Ghani", ",", "chief", "of", "NACTA"]),
        ("the U.S.", ["the", "U.S."]),
        ("(the \u201cemir\u201d)", ["the", "emir"]),
        ("Goma \u2014 Congo", ["Goma", ",", "Congo"]),
    ],
)
def test_a_string_is_cut_as_the_parser_cuts(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Shoygu", "Sergei Shoigu"),
        ("Muammar Gaddafi", "Moammar Qaddafi"),
        ("Yousef al-Otaiba", "Yusuf Otaiba"),
        ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sissi"),
    ],
)
def test_spellings_of_one_name_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Ehud Barak", "Ehud Olmert"), ("Ali Hassan", "Ali Hussein Nasser")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert not (sound(one) == sound(other) and alike(one, other))


def test_a_phrase_has_head_owner_and_belonging() -> None:
    words = words_of("the Turkish ministers of Western states")
    (part,) = parts_of(words, [word.lower for word in words], load_dictionary().match(words))
    assert part.head is not None
    assert part.head.entry.name == "minister"
    assert [match.entry.id for match in part.before] == ["state.TUR"]


def test_the_longest_office_counts() -> None:
    offices = Offices(load_dictionary())
    named = offices.find(["the", "deputy", "foreign", "minister"])
    assert named is not None
    assert [office.id for office in named.offices] == ["deputy_foreign_minister"]
    assert offices.find(["a", "tree"]) is None


def test_a_part_of_a_state_has_offices_of_its_own() -> None:
    offices = Offices(load_dictionary())
    named = offices.find(["president"])
    assert named is not None
    office = named.of("RUS")
    assert office is not None
    held = offices.holders("RUS", office, "2006-01-01")
    assert [holding.person.name for holding in held] == ["Vladimir Putin"]
