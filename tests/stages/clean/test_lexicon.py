"""Calendar and agencies: the files load, and break with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.stages.clean.agencies import Agencies, agencies
from dragoman.stages.clean.calendar import FILE, Calendar, calendar
from dragoman.stages.clean.paragraphs import fold


def test_every_month_is_known_in_every_language() -> None:
    assert set(calendar().months.values()) == set(range(1, 13))
    assert {
        calendar().months[fold(name)] for name in ("Mayıs", "mai", "mayo", "مايو", "мая", "maggio", "maio", "mei")
    } == {5}


def test_a_month_name_with_two_meanings_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "months.yaml"
    file.write_text(FILE.read_text(encoding="utf-8").replace("[January, Jan]", "[January, Jan, Feb]"), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"months\.yaml:\d+: month name 'feb'"):
        Calendar(file)


def test_an_unknown_order_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "months.yaml"
    file.write_text(FILE.read_text(encoding="utf-8").replace("order: dmy", "order: ydm", 1), encoding="utf-8")
    with pytest.raises(LexiconError, match="order"):
        Calendar(file)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("AA", "Anadolu Agency (AA)"),
        ("Anadolu Ajansı", "Anadolu Agency (AA)"),
        ("REUTERS", "Reuters"),
        ("AFP, AP and Reuters", "Agence France-Presse (AFP), Associated Press (AP), Reuters"),
        ("ap", None),
        ("media", None),
        ("Harbour Post", None),
    ],
)
def test_agencies_are_credited_by_sign_or_name(text: str, shown: str | None) -> None:
    assert agencies().credited(text) == shown


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Harbour Post", "Harbour Post"),
        ("various sources", None),
        ("https://example.org", None),
        ("the usual people", None),
    ],
)
def test_a_source_is_a_name_or_nothing(text: str, source: str | None) -> None:
    assert agencies().source(text) == source


def test_an_unknown_kind_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "agencies.yaml"
    file.write_text("- {id: x, name: X, abbreviations: [], forms: [], kind: paper}\n")
    with pytest.raises(LexiconError, match=r"agencies\.yaml:1: kind"):
        Agencies(file)
