"""Importing files: telling their form, adding to a folder, and doing so whatever stands in them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dictionary import load_dictionary
from dragoman.dictionary.exchange import import_file
from dragoman.dictionary.exchange import write as writing
from dragoman.dictionary.exchange.importing import sector_of
from dragoman.errors import LexiconError, NoDictionaryError, OutputError
from tests.dictionary.exchange.importing import DICTIONARY, checked, loaded, written

CAMEO = "ARNO_TESTMAN_\n+ARNO_T._TESTMAN_\n\t[NORGOV 990101-010604]\nFJORD_BRIGADE_ [NORREB]\nZORK_ [QQQ]\n"
GUILD = "- id: org.zeal_guild\n  name: Zeal Guild\n  kind: organisation\n  country: NOR\n  sectors: [BUS]\n"
OFFICIALS = "name\tnames\tcountry\toffice\tsector\tfrom\tto\tnote\n"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_imported_loads_and_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    report = import_file(written(tmp_path, CAMEO), folder)
    assert (report.imported, report.left_out, report.private) == ({"person": 1, "armed_group": 1}, 1, 0)
    own = load_dictionary(folder)
    assert own.entries["person.arno_testman"].offices("2000")[0].country == "NOR"
    assert own.by_surname("Testman")[0].id == "person.arno_testman"
    assert (folder / "left-out.tsv").read_text(encoding="utf-8").splitlines() == [
        "file\tline\treason", f"{tmp_path / 'given.txt'}\t5\tunknown country or role 'QQQ' in [QQQ]",
    ]  # fmt: skip


def test_a_second_import_adds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    path = written(tmp_path, f"{CAMEO}NORWAY_ [NOR]\n+NORWEGIAN_\n+NORWEIGH_\nZEAL_ARMY_ [NORREB]\n+KOFI_ANNAN_\n")
    import_file(path, folder)
    before = files(folder)
    report = import_file(path, folder)
    assert (report.imported, report.there_already) == ({}, 4)
    assert files(folder) == before


def test_what_is_there_stays_byte_for_byte(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    old = f"# mine\n{OFFICIALS}Bea Testroe\t\tNOR\tpremier\tGOV\t\t\t"
    (folder / "officials.tsv").write_text(old, encoding="utf-8")
    (folder / "organisations.yaml").write_text("# mine\n" + "".join(f"  {line}\n" for line in GUILD.splitlines()))
    import_file(written(tmp_path, CAMEO + "ZEAL_WORKS_ [MNCNOR]\n"), folder)
    assert (folder / "officials.tsv").read_text(encoding="utf-8").startswith(f"{old}\nArno Testman\t")
    own = load_dictionary(folder).entries
    assert {"person.bea_testroe", "person.arno_testman", "org.zeal_guild", "org.zeal_works"} <= own.keys()


def test_names_of_the_folder_are_held_against_those_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    import_file(written(tmp_path, GUILD + "  names: [Fjord Brigade]\n"), folder)
    report = import_file(written(tmp_path, CAMEO + "ZEAL_GUILD_ [NORREB]\n"), folder)
    said = [conflict.reason for conflict in report.conflicts]
    assert f"the name 'Fjord Brigade' stands already at {folder}/organisations.yaml:2 (org.zeal_guild)" in said[0]
    assert load_dictionary(folder).entries["armed.fjord_brigade_nor"].name == "Fjord Brigade (NOR)"


def test_another_entry_with_an_id_of_the_folder_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    import_file(written(tmp_path, GUILD), folder)
    report = import_file(written(tmp_path, GUILD.replace("name: Zeal Guild", "name: Zeal League")), folder)
    (conflict,) = report.conflicts
    assert conflict.left_out
    assert conflict.reason == f"the id 'org.zeal_guild' stands already at {folder}/organisations.yaml:2"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    report = import_file(written(tmp_path, CAMEO), tmp_path / "mine", dry_run=True)
    assert report.imported == {"person": 1, "armed_group": 1}
    assert not (tmp_path / "mine").exists()


def test_an_import_that_breaks_off_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    import_file(written(tmp_path, GUILD), folder)
    before = files(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_listed", full)
    with pytest.raises(OutputError, match="no space left"):
        import_file(written(tmp_path, CAMEO), folder)
    assert files(folder) == before


def test_a_folder_that_does_not_load_is_told_and_left(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "officials.tsv").write_text(f"{OFFICIALS}Bea Testroe\t\tQQQ\tpremier\tGOV\t\t\t\n", encoding="utf-8")
    before = files(folder)
    with pytest.raises(LexiconError, match=r"mine/officials\.tsv:2: unknown country"):
        import_file(written(tmp_path, CAMEO), folder)
    assert files(folder) == before


def test_a_list_that_cannot_be_added_to_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    flow = "[{id: org.a_guild, name: A Guild, kind: body, country: null, sectors: [BUS]}]\n"
    (folder / "organisations.yaml").write_text(flow, encoding="utf-8")
    with pytest.raises(LexiconError, match="begins each with '- '"):
        import_file(written(tmp_path, GUILD), folder)
    assert files(folder) == {"organisations.yaml": flow.encode()}


@pytest.mark.parametrize(
    "text", ["Just words.\n", "a,b,c\n1,2,3\n", "name\tsurname\n", "<html>\n", "# only\n", "key: value\n"]
)
def test_a_file_of_no_known_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoDictionaryError, match="no dictionary in a form"):
        import_file(written(tmp_path, text), tmp_path / "mine")


def test_the_form_can_be_said(tmp_path: Path) -> None:
    report = import_file(written(tmp_path, CAMEO), tmp_path / "mine", form="ftm", dry_run=True)
    assert {conflict.reason for conflict in report.conflicts} == {"not JSON"}
    with pytest.raises(NoDictionaryError):
        import_file(written(tmp_path, CAMEO), tmp_path / "mine", form="ours")


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("Minister of Finance", "GOV"),
        ("member of parliament", "LEG"),
        ("Chief of the General Staff", "MIL"),
        ("baker", None),
    ],
)
def test_the_words_of_an_office_tell_its_sector(title: str, sector: str | None) -> None:
    assert sector_of(DICTIONARY, title) == sector


def test_a_packaged_person_keeps_names_and_offices_and_gets_new_ones(tmp_path: Path) -> None:
    text = "KOFI_ANNAN_\n+KOFI_TESTNAN_\n\t[GHAGOV 610101-620101]\n\t[IGOUNO 990101-000101]\n"
    checker = checked(written(tmp_path, text))
    annan = checker.kept["person.kofi_annan"]
    held = {(tenure.office, tenure.start or "") for tenure in DICTIONARY.entries["person.kofi_annan"].tenures}
    assert {"Kofi Annan", "Kofi Testnan", "Annan"} <= set(annan.names)
    assert {(office.title, office.start) for office in annan.offices} == held | {("government post", "1961-01-01")}
    assert checker.conflicts[-1].reason == "'Kofi Annan' adds to the packaged entry person.kofi_annan"


def test_a_packaged_person_of_whom_the_file_says_nothing_new_is_there_already(tmp_path: Path) -> None:
    checker = checked(written(tmp_path, "KOFI_ANNAN_\n\t[IGOUNO 990101-000101]\n"))
    assert (checker.kept, checker.there_already) == ({}, 1)


def test_a_namesake_of_a_packaged_person_in_another_state_is_another_person(tmp_path: Path) -> None:
    checker = checked(written(tmp_path, "KOFI_ANNAN_\n\t[NORGOV 990101-000101]\n"))
    assert {known: entry.names for known, entry in checker.kept.items()} == {
        "person.kofi_annan_nor": ("Kofi Annan (NOR)", "Kofi Annan")
    }
    assert "yours (person.kofi_annan_nor) wins" in checker.conflicts[0].reason


def test_a_packaged_persons_name_is_no_name_of_a_group(tmp_path: Path) -> None:
    checker = checked(written(tmp_path, "FJORD_BRIGADE_ [NORREB]\n+KOFI_ANNAN_\n"))
    assert checker.kept["armed.fjord_brigade"].names == ("Fjord Brigade",)
    assert "is the person person.kofi_annan" in checker.conflicts[0].reason


HOSTILE = (
    "a" * 5000, "Zeal سلام Гильдия", "\u202eevil\u202c", "\ufeffZeal\r", "=cmd()|x", "- -", "'", "''x", "x'' -", "#",
    "[", "]", "Zeal (", ")(", "??", "\t\t", "NULL", "null", "~", "{", "&a", "*a", "!!python", "\x85", "\u2028",
    "𝔷𝔢𝔞𝔩", "I\u0307", "ß", "%",
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30), st.text("ab -'_.(?|#\t", max_size=12))
CODES = st.one_of(
    st.sampled_from(
        ("NORGOV", "NORREB", "IMGMUS", "NOR", "IGOUNO 990101-010604", "NORGOV >99", "NORELI", "---", "MNCNOR", "")
    ),
    st.text(max_size=12),
)
TABLE = st.lists(st.lists(NAMES, min_size=1, max_size=9).map("\t".join), max_size=6).map(
    lambda rows: OFFICIALS + "".join(f"{row}\n" for row in rows)
)
PERSONS = st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=6).map(
    lambda rows: OFFICIALS + "".join(f"{n}\t{o}\tNOR\t{t}\tGOV\t\t\t{o}\n" for n, o, t in rows)
)
LISTS = st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=5).map(
    lambda rows: "".join(
        GUILD.replace("Zeal Guild", name)
        + f"  names: [{other!r}]\n  relations: [{name}, {{kind: ally, to: {other!r}, by: x}}]\n"
        for name, other in rows
    )
)
ACTORS = st.lists(st.tuples(st.sampled_from(("", "+", "\t")), NAMES, CODES), max_size=8).map(
    lambda rows: "".join(f"{mark}{name} [{code}]\n" for mark, name, code in rows)
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), NAMES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(("id", "properties", "post")), inner)
    ),
    max_leaves=6,
)
PROPERTIES = st.dictionaries(
    st.sampled_from(
        ("name", "alias", "weakAlias", "country", "topics", "position", "holder", "post", "positionOccupancies")
    ),
    st.one_of(VALUES, st.lists(NAMES, max_size=3)),
)
ENTITIES = st.lists(
    st.fixed_dictionaries(
        {
            "schema": st.sampled_from(("Person", "Company", "Organization", "Position", "Occupancy")),
            "id": VALUES, "caption": VALUES, "properties": PROPERTIES,
        }
    ),
    max_size=5,
)  # fmt: skip


def _survives(text: str, form: str) -> None:
    """What is kept loads, whatever the file holds."""
    with tempfile.TemporaryDirectory() as made:
        path = written(Path(made), text)
        try:
            checker = checked(path, form)
        except NoDictionaryError:
            return
        own = loaded(checker, Path(made) / "own")
        assert checker.kept.keys() <= own.entries.keys()


@settings(deadline=None, max_examples=150)
@given(st.one_of(TABLE, PERSONS, LISTS))
def test_no_line_of_our_own_form_stops_an_import(text: str) -> None:
    _survives(text, "ours")


@settings(deadline=None, max_examples=150)
@given(st.one_of(ACTORS, st.text()))
def test_no_line_of_an_actor_file_stops_an_import(text: str) -> None:
    _survives(text, "cameo")


@settings(deadline=None, max_examples=150)
@given(ENTITIES)
def test_no_entity_stops_an_import(items: list[object]) -> None:
    import json  # noqa: PLC0415

    _survives("".join(json.dumps(item) + "\n" for item in items), "ftm")
