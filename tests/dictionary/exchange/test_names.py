"""Names made fit for a cell, and held against others."""

from __future__ import annotations

import pytest

from dragoman.dictionary.exchange.names import Owner, Register, cleaned, packaged_owner, problem_of
from tests.dictionary.exchange.importing import DICTIONARY


@pytest.mark.parametrize(
    ("given", "name", "told"),
    [
        ("  Zeal \t Guild\n", "Zeal Guild", False),
        ("Zeal|Guild", "Zeal Guild", False),
        ("# Zeal", "Zeal", False),
        ("Ze\x00al\x1b", "Zeal", True),
        ("\u202eZeal\u202c", "Zeal", True),
        ("\ufeffZeal", "Zeal", True),
        ("Ze\ud800al\uffff", "Zeal", True),
        ("عبد\u200cالتجربة", "عبد\u200cالتجربة", False),
        ("Zeal\u2028Guild", "Zeal Guild", False),
    ],
)
def test_control_characters_go_and_letters_stay(given: str, name: str, told: bool) -> None:
    assert cleaned(given) == (name, told)


@pytest.mark.parametrize("name", ["", "-", "'", "…", "\u0301"])
def test_a_name_needs_letters(name: str) -> None:
    assert problem_of(name)


def test_a_name_has_a_limit() -> None:
    assert problem_of("a" * 400) == ""
    assert "is longer than 400 characters" in problem_of("a" * 5000)


@pytest.mark.parametrize("name", ["7", "M-19", "Зил", "漢"])
def test_letters_and_digits_of_any_script_are_a_name(name: str) -> None:
    assert problem_of(name) == ""


def test_a_packaged_name_is_known_as_a_whole_only() -> None:
    assert packaged_owner(DICTIONARY, "NATO").id == "org.nato"  # type: ignore[union-attr]
    assert packaged_owner(DICTIONARY, "NATO Zeal Guild") is None


def test_two_entries_cannot_claim_the_same_words_firmly() -> None:
    register = Register()
    register.claim(["Zeal-Guild", "ZG?"], Owner("org.a", "a.txt:1"))
    assert register.rival("Zeal Guild", "org.b") == Owner("org.a", "a.txt:1")
    assert register.rival("Zeal Guild", "org.a") is None
    assert register.rival("ZG", "org.b") is None
    assert register.rival("Zeal Guild?", "org.b") is None
    assert register.rival("Zeal Guild", "agent.b", role=True) is None
