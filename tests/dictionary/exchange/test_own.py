"""Dictionaries of our own form, with entries that are wrong between those that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.dictionary.exchange.offered import Conflict
from tests.dictionary.exchange.importing import checked, entries, loaded, offered, written

OFFICIALS = "name\tnames\tcountry\toffice\tsector\tfrom\tto\tnote\n"
PLACES = "name\tnames\tcountry\tlat\tlon\tprecision\tnote\n"
AGENTS = "phrases\tplural\tsectors\tkind\tnote\n"
GUILD = "- id: org.zeal_guild\n  name: Zeal Guild\n  kind: organisation\n  country: NOR\n  sectors: [BUS]\n"


def reasons(path: Path) -> list[str]:
    return [f"{conflict.line}: {conflict.reason}" for conflict in checked(path).conflicts]


def test_a_persons_rows_are_one_entry(tmp_path: Path) -> None:
    first = "Ann Testroe\tTestroe?|A. Testroe\tNOR\tpremier\tGOV\t1999\t2001\t\n"
    second = "Ann Testroe\t\torg.un\tenvoy\tIGO\t2003\t\tx\n"
    (ann,) = entries(written(tmp_path, f"# own\n{OFFICIALS}{first}{second}"))
    assert ann.names == ("Ann Testroe", "Testroe?", "A. Testroe")
    assert [(office.country, office.organisation, office.line) for office in ann.offices] == [
        ("NOR", None, 3), (None, "org.un", 4),
    ]  # fmt: skip


def test_a_list_keeps_all_its_fields(tmp_path: Path) -> None:
    more = (
        '  names: [ZG, "Guild?"]\n  adjectives: [Zealish]\n  relations:\n    - {kind: ally, to: org.un, by: itself}\n'
    )
    (guild,) = entries(written(tmp_path, f"# own\n{GUILD}{more}  note: made up\n"))
    assert guild.names == ("Zeal Guild", "ZG", "Guild?")
    assert (guild.id, guild.country, guild.note, guild.line) == ("org.zeal_guild", "NOR", "made up", 2)
    assert guild.more == {"adjectives": ["Zealish"], "relations": [{"kind": "ally", "to": "org.un", "by": "itself"}]}


def test_places_and_role_nouns_are_read(tmp_path: Path) -> None:
    (place,) = entries(written(tmp_path, f"{PLACES}Farvale\tOld Farvale\tNOR\t60.1\t5.2\tcity\t\n"))
    assert (place.kind, place.more["lat"]) == ("place", "60.1")
    (role,) = entries(written(tmp_path, f"{AGENTS}bee warden\ts|bees wardens\tLAB\tagent\t\n"))
    assert (role.names, role.more) == (("bee warden",), {"plural": ["s", "bees wardens"]})


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Ann Testroe\t\tQQQ\tpremier\tGOV\t\t\t\n", "2: 'Ann Testroe': unknown country 'QQQ'"),
        ("Ann Testroe\t\tNOR\tpremier\tBEE\t\t\t\n", "2: 'Ann Testroe': unknown sector 'BEE'"),
        ("Ann Testroe\t\torg.none\tpremier\tGOV\t\t\t\n", "2: 'Ann Testroe': unknown organisation 'org.none'"),
        ("Ann Testroe\t\tNOR\t\tGOV\t\t\t\n", "2: 'Ann Testroe': an office without words"),
        ("Ann Testroe\tNOR\n", "2: 2 cells where 8 are needed"),
        ("Ann Testroe\t\tNOR\tpremier\tGOV\tlately\t\t\n", "2: 'lately' is no date of the calendar"),
        ("Ann Testroe\t\tNOR\tpremier\tGOV\t2001-02-30\t\t\n", "2: '2001-02-30' is no date of the calendar"),
        ("Ann Testroe\t\tNOR\tpremier\tGOV\t2001\t1999\t\n", "2: the office ends (1999) before it begins (2001)"),
        ("???\t\tNOR\tpremier\tGOV\t\t\t\n", "2: empty name"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_row_is_said_and_the_next_row_is_kept(tmp_path: Path, row: str, reason: str) -> None:
    path = written(tmp_path, f"{OFFICIALS}{row}Bea Testroe\t\tNOR\tpremier\tGOV\t\t\t\n")
    assert reasons(path)[0].startswith(reason)
    assert "person.bea_testroe" in checked(path).kept


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("- id: org.a\n  name: [\n", "not YAML"),
        ("- id: org.a\n  name: A\n", "fields missing or unknown: country, kind, sectors"),
        ("- id: org.a\n  id: org.b\n  name: A\n", "field given twice: id"),
        (GUILD.replace("NOR", "QQQ"), "unknown country 'QQQ'"),
        (GUILD.replace("BUS", "BEE"), "unknown sector 'BEE'"),
        (GUILD.replace("[BUS]", "BUS"), "sectors must be a list of texts"),
        (GUILD.replace("kind: organisation", "kind: swarm"), "unknown kind 'swarm'"),
        (GUILD.replace("org.zeal_guild", "org zeal"), "holds spaces or signs"),
        (GUILD.replace("Zeal Guild", '""'), "empty name"),
        (GUILD + "  names: &a [*a]\n", "alias"),
        (GUILD + f"  names: {'[' * 30}{']' * 30}\n", "lists within lists"),
        (GUILD + f"  note: {'- ' * 5000}x\n", "not YAML"),
        (f"- {'[' * 100_000}\n", "lists within lists"),
        ("- plain words\n", "an entry must be a mapping"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_list_is_said_and_the_next_entry_is_kept(tmp_path: Path, entry: str, reason: str) -> None:
    path = written(tmp_path, entry + GUILD.replace("zeal", "bell").replace("Zeal", "Bell"), "organisations.yaml")
    assert reason in reasons(path)[0]
    assert "org.bell_guild" in checked(path).kept


def test_a_relation_that_does_not_fit_is_dropped_and_the_entry_kept(tmp_path: Path) -> None:
    ties = (
        "{kind: ally, to: org.bell_guild, by: itself}",
        "{kind: ally, to: org.none, by: itself}",
        "{kind: foe}",
        "x",
    )
    more = "  relations:\n" + "".join(f"    - {tie}\n" for tie in ties)
    path = written(tmp_path, GUILD + more + GUILD.replace("zeal", "bell").replace("Zeal", "Bell"))
    checker = checked(path)
    assert checker.kept["org.zeal_guild"].more["relations"] == [
        {"kind": "ally", "to": "org.bell_guild", "by": "itself"}
    ]
    assert [conflict.reason for conflict in checker.conflicts] == [
        "a relation of 'Zeal Guild' is no mapping of kind, to and by; it was dropped",
        "the relation of org.zeal_guild to unknown id 'org.none' was dropped",
    ]
    assert loaded(checker, tmp_path / "own").entries["org.zeal_guild"].ties[0].to == "org.bell_guild"


def test_lines_before_the_first_entry_are_told(tmp_path: Path) -> None:
    found = offered(written(tmp_path, f"- id\n{GUILD}"))
    assert found[0] == Conflict(1, "an entry must be a mapping of fields", left_out=True)


def test_the_same_id_twice_is_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, GUILD + GUILD.replace("Zeal Guild", "Zeal League"), "organisations.yaml")
    assert reasons(path) == ["6: the id 'org.zeal_guild' stands already at organisations.yaml:1"]


def test_an_entry_of_our_own_form_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    path = written(tmp_path, GUILD.replace("zeal_guild", "nato"))
    assert reasons(path) == ["1: 'Zeal Guild' takes the place of the packaged entry org.nato"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Farvale\t\tNOR\tnorth\t5\tcity\t\n", "lat and lon must be numbers"),
        ("Farvale\t\tNOR\tnan\t5\tcity\t\n", "degrees on the globe"),
        ("Farvale\t\tNOR\t95\t5\tcity\t\n", "degrees on the globe"),
        ("Farvale\t\tNOR\t60\t5\tvillage\t\n", "precision must be city, region, point"),
    ],
)  # fmt: skip
def test_a_place_must_be_on_the_globe(tmp_path: Path, row: str, reason: str) -> None:
    assert reason in reasons(written(tmp_path, PLACES + row))[0]


def test_a_role_noun_in_capitals_or_taken_is_left_out(tmp_path: Path) -> None:
    rows = "Bee Warden\ts\tLAB\tagent\t\nbee warden\ts\tLAB\tagent\t\nhive warden|bee wardens\ts\tLAB\tagent\t\n"
    said = reasons(written(tmp_path, AGENTS + rows))
    assert "must be in lower case" in said[0]
    assert "'bee wardens' stands already at given.txt:3 (agent.bee_warden)" in said[1]
