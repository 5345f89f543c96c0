"""Codes of other systems."""

from __future__ import annotations

import pytest

from dragoman.dictionary.entries import SECTORS
from dragoman.dictionary.exchange.codes import BODIES, ROLES, SORTS, country_of
from tests.dictionary.exchange.importing import DICTIONARY


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("TUR", "TUR"), ("tr", "TUR"), ("ROM", "ROU"), ("PAL", "PSE"), ("JAP", "JPN"), ("GMY", "DEU"), ("FRN", "FRA"),
        ("TMP", "TLS"), ("KSV", "XKX"), ("xk", "XKX"), ("suhh", "RUS"), ("gb-sct", "GBR"), ("uk", "GBR"),
        ("SUN", "RUS"),
        ("AUS", "AUS"), ("SWZ", "SWZ"), ("MAC", "MAC"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_codes_and_iso_goes_first(code: str, country: str) -> None:
    assert country_of(code, DICTIONARY.countries) == country


@pytest.mark.parametrize("code", ["QQQ", "", "T", "TURK", "zz", "Türkei"])
def test_what_is_no_code_is_none(code: str) -> None:
    assert country_of(code, DICTIONARY.countries) is None


def test_every_country_has_a_two_letter_code() -> None:
    from dragoman.dictionary.exchange.codes import _ALPHA2  # noqa: PLC0415

    assert set(DICTIONARY.countries) - set(_ALPHA2.values()) == set()


def test_roles_and_sorts_are_sectors() -> None:
    assert set(ROLES.values()) <= SECTORS
    assert set(SORTS.values()) - {""} <= SECTORS
    assert (ROLES["MED"], ROLES["HLH"], ROLES["SEP"]) == ("JRN", "MED", "REB")


def test_the_bodies_of_codes_are_packaged() -> None:
    assert set(BODIES.values()) - DICTIONARY.entries.keys() == set()
