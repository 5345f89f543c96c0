"""CAMEO actor files.  All names are made up; codes are those of the ontology."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.dictionary.exchange.cameo import day_of, looks_cameo, read_code
from dragoman.dictionary.exchange.offered import Conflict, Refused
from tests.dictionary.exchange.importing import DICTIONARY, checked, entries, offered, written


def test_both_forms_are_read(tmp_path: Path) -> None:
    text = (
        "# head\nZEAL_GUILD_ [MNCNOR] ; made up\n\nARNO_TESTMAN_  # source\n+ARNO_T._TESTMAN_\n"
        "\t[NORGOV 990101-010604]\n\t[NORGOV >20140101]\n\t[NORELI]\n"
    )
    guild, arno = entries(written(tmp_path, text))
    assert (guild.kind, guild.names, guild.country, guild.sectors) == ("organisation", ("Zeal Guild",), "NOR", ("BUS",))
    assert (arno.kind, arno.names, arno.line) == ("person", ("Arno Testman", "Arno T. Testman"), 4)
    assert [(office.start, office.end, office.sector, office.line) for office in arno.offices] == [
        ("1999-01-01", "2001-06-04", "GOV", 6), ("2014-01-01", "", "GOV", 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind", "country", "sectors"),
    [
        ("FJORD_FREEDOM_BRIGADE_ [NORREB]", "armed_group", "NOR", ("REB",)),
        ("FJORD_FREEDOM_BRIGADE_ [NORSEP]", "armed_group", "NOR", ("REB",)),
        ("FJORD_FREEDOM_BRIGADE_ [IMGSEAMUS]", "armed_group", None, ("REB",)),
        ("FJORD_MINISTRY_ [NORGOVHLH]", "body", "NOR", ("GOV", "MED")),
        ("FJORD_ARMY_ [NORMIL]", "body", "NOR", ("MIL",)),
        ("FJORD_HERALD_ [NORMED]", "organisation", "NOR", ("JRN",)),
        ("FJORD_UNION_OF_STATES_ [IGOEUR]", "igo", None, ("IGO",)),
        ("FJORD_AID_SOCIETY_ [NGONORDEV]", "organisation", "NOR", ("NGO", "CVL")),
        ("FJORD_AID_SOCIETY_ [NGO]", "organisation", None, ("NGO",)),
        ("FJORD_PEOPLE_ [NORCHR]", "state", "NOR", ("GOV",)),
        ("FJORD_PARTY_ [ROMOPP]", "organisation", "ROM", ("OPP",)),
    ],
)
def test_codes_tell_kind_state_and_sectors(
    tmp_path: Path, line: str, kind: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    (found,) = entries(written(tmp_path, f"{line}\n"))
    told = "ROU" if country == "ROM" else country
    assert (found.kind, found.country, found.sectors) == (kind, told, sectors)


def test_a_name_that_a_state_has_in_the_package_is_there_already(tmp_path: Path) -> None:
    checker = checked(written(tmp_path, "NORWAY_ [NOR]\n+NORWEGIAN_\n+OSLO_\n"))
    assert (checker.kept, checker.conflicts, checker.there_already) == ({}, [], 1)
    (own,) = checked(written(tmp_path, "NORWAY_ [NOR]\n+NORWEIGH_\n")).kept.values()
    assert (own.id, own.names) == ("state.NOR.other_names", ("Norway (NOR)", "Norweigh"))


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("ARNO_TESTMAN_\n\t[NORELI 700101-800101]\n\t[NORELI]\n", 1),
        ("ABDULLAH_TESTWALA__ [IMGSEAMUS] # senior leader\n", 1),
        ("JOHN_TESTMAN_ [NORREB]\n", 1),
        ("JOHN_TESTMAN_MOTORS_ [MNCNOR]\n", 0),
        ("JOHN_TESTMAN_BRIGADES_ [NORREB]\n", 0),
    ],
)
def test_who_holds_no_public_office_is_left_out(tmp_path: Path, text: str, private: int) -> None:
    checker = checked(written(tmp_path, text))
    assert (len(checker.private), len(checker.kept)) == (private, 1 - private)


def test_offices_before_a_name_and_capitals_are_set_right(tmp_path: Path) -> None:
    text = "PRESIDENT_ARNO_VAN_DER_TEST_\n+ARNO_VAN_DER_TEST\n\t[NORGOV >010101]\nO'TEST_KI-MOO_\n\t[KORGOV >010101]\n"
    arno, moo = entries(written(tmp_path, text))
    assert (arno.names, moo.names) == (("Arno van der Test",), ("O'Test Ki-moo",))


def test_an_acronym_is_known_by_the_words_beside_it(tmp_path: Path) -> None:
    (one,) = entries(written(tmp_path, "FJORD_ARMY_OF_ODIN_(FAOO)_ [NORREB]\n+FAO_\n+F.A.O._\n"))
    assert one.names == ("Fjord Army of Odin", "FAOO", "FAO", "F.A.O.")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ZORK_ [QQQGOV]", "unknown country or role 'QQQ' in [QQQGOV]"),
        ("ZORK_ [NORZZZ]", "unknown role 'ZZZ' in [NORZZZ]"),
        ("ZORK_ [no]", "unknown country or role 'no' in [no]"),
        ("ZORK_", "'ZORK_': no code is given for it"),
        ("ZORK_ [---]", "'ZORK_': the code --- stands for no actor"),
        ("__ [NORGOV]", "'__' is no name"),
        ("ARNO_TESTMAN_ [IGO 990101-010604]", "it is not said which state or organisation is served"),
    ],
)
def test_what_cannot_be_coded_is_told_and_the_next_is_read(tmp_path: Path, line: str, reason: str) -> None:
    found = offered(written(tmp_path, f"{line}\nZEAL_GUILD_ [MNCNOR]\n"))
    conflict = found[0]
    assert isinstance(conflict, Conflict)
    assert (conflict.line, conflict.left_out) == (1, True)
    assert reason in conflict.reason
    assert len(found) == 2


def test_what_stands_before_the_first_name_is_told(tmp_path: Path) -> None:
    found = offered(written(tmp_path, "\t[NORGOV]\n+ZORK_\nZEAL_GUILD_ [MNCNOR]\n"))
    assert [item.line for item in found if isinstance(item, Conflict)] == [1, 2]


@pytest.mark.parametrize(
    ("digits", "day"),
    [("990101", "1999-01-01"), ("010604", "2001-06-04"), ("300101", "2030-01-01"), ("310101", "1931-01-01"),
     ("19790706", "1979-07-06"), ("20010600", "2001-06"), ("20010000", "2001"), ("2004017", "2004017"), ("", "")],
)  # fmt: skip
def test_days_have_six_digits_or_eight(digits: str, day: str) -> None:
    assert day_of(digits) == day


def test_an_impossible_date_leaves_the_office_without_it(tmp_path: Path) -> None:
    text = "ARNO_TESTMAN_\n\t[NORGOV 2004017-20061201]\n\t[NORMIL 050101-040101]\n\t[NORELI]\n"
    checker = checked(written(tmp_path, text))
    (arno,) = checker.kept.values()
    assert {(office.sector, office.start, office.end) for office in arno.offices} == {
        ("GOV", "", "2006-12-01"), ("MIL", "", ""),
    }  # fmt: skip
    assert [conflict.line for conflict in checker.conflicts] == [2, 3]


def test_a_person_of_an_organisation_of_states_serves_it(tmp_path: Path) -> None:
    (arno,) = entries(written(tmp_path, "ARNO_TESTMAN_\t[IGOUNO 990101-010604] [ELI] # made up\n"))
    assert [(office.organisation, office.country) for office in arno.offices] == [("org.un", None)]


def test_blocks_of_one_name_and_state_are_joined_and_told(tmp_path: Path) -> None:
    text = "ZEAL_GUILD_ [NGONOR]\nZEAL_GUILD_ [NGONOR]\n+ZEALOUS_GUILD_\nZEAL_GUILD_ [NGOSWE]\n"
    checker = checked(written(tmp_path, text))
    assert [entry.names for entry in checker.kept.values()] == [
        ("Zeal Guild", "Zealous Guild"), ("Zeal Guild (SWE)", "Zeal Guild?"),
    ]  # fmt: skip
    assert checker.conflicts[0] == Conflict(2, "'Zeal Guild' stands already at given.txt:1; the two are joined")


@pytest.mark.parametrize(
    ("code", "country"),
    [("USRARM", "ARM"), ("YUGKSV", "XKX"), ("SUN", "RUS"), ("NGOTURDEV", "TUR"), ("IGOUNO", None), ("SEAREB", None)],
)
def test_the_state_of_a_code(code: str, country: str | None) -> None:
    assert read_code(code, 1, DICTIONARY.countries, DICTIONARY.entries).country == country


def test_a_code_of_nothing_is_refused() -> None:
    with pytest.raises(Refused):
        read_code("N", 1, DICTIONARY.countries, DICTIONARY.entries)


@pytest.mark.parametrize(
    ("line", "told"), [("A_ [NOR]", True), ("\t[NORGOV 990101]", True), ("# [NOR]", False), ("a [1]", False)]
)
def test_lines_of_this_form_are_known(line: str, told: bool) -> None:
    assert looks_cameo(line) == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TESTVIKSEN_\n\t[NORGOV >010101]\n", "person"),
        ("TESTTING_\n\t[NORGOVLEG >010101]\n", "body"),
        ("JOHN_POWER_WARTEST_\n\t[NORGOV >010101]\n", "person"),
        ("FJORD_POWER_BOARD_\n\t[NORGOV >010101]\n", "body"),
        ("TEST_TESTMAN_\n\t[NORGOV]\n", "body"),
        ("JOHN_TESTMAN_\n\t[NORGOV]\n", "person"),
    ],
)
def test_dates_and_given_names_tell_persons(tmp_path: Path, text: str, kind: str) -> None:
    (found,) = entries(written(tmp_path, text))
    assert found.kind == kind
