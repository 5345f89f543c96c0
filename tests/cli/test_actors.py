"""`dragoman actors import`: what it prints, where, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import run

GIVEN = "ARNO_TESTMAN_\n\t[NORGOV 990101-010604]\nBEA_TESTMAN_\n\t[NORELI]\nFJORD_BRIGADE_ [NORREB]\nZORK_ [QQQ]\n"


@pytest.fixture
def given(folder: Path) -> Path:
    path = folder / "given.txt"
    path.write_text(GIVEN, encoding="utf-8")
    return path


def test_the_summary_counts_and_conflicts_go_to_stderr(given: Path, folder: Path) -> None:
    ended = run("actors", "import", given.name)
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "2 entries imported into lexicon: 1 person, 1 armed group",
        "1 person without a public office was left out",
        "1 conflict; 1 of them left an entry or line out",
        "what was left out is listed in lexicon/left-out.tsv",
    ]
    assert ended.err == "given.txt:6: unknown country or role 'QQQ' in [QQQ]\n"
    left = (folder / "lexicon" / "left-out.tsv").read_text(encoding="utf-8")
    assert "given.txt\t3\ta person who holds no public office\n" in left
    assert "BEA" not in left.upper()


def test_what_was_imported_resolves(given: Path) -> None:
    run("actors", "import", given, "--into", "mine")
    said = run("resolve", "Arno Testman", "--date", "2000", "--lexicon", "mine").out
    assert "id         person.arno_testman" in said


def test_strict_ends_with_1_but_imports(given: Path, folder: Path) -> None:
    assert run("actors", "import", given, "--strict").code == 1
    assert (folder / "lexicon" / "officials.tsv").is_file()


def test_a_dry_run_only_says(given: Path, folder: Path) -> None:
    ended = run("actors", "import", given, "--dry-run")
    assert ended.out.startswith("2 entries would be imported into lexicon: 1 person, 1 armed group\n")
    assert not (folder / "lexicon").exists()


@pytest.mark.parametrize(("name", "said"), [("none.txt", "does not exist"), (".", "is a directory")])
def test_what_is_no_file_is_told_in_one_line(given: Path, name: str, said: str) -> None:
    ended = run("actors", "import", name)
    assert ended.code == 2
    assert said in ended.complaint


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Only words.\n"])
def test_a_file_that_holds_no_dictionary_is_told_in_one_line(folder: Path, content: bytes) -> None:
    (folder / "odd.txt").write_bytes(content)
    ended = run("actors", "import", "odd.txt")
    assert ended.code == 2
    assert ended.complaint.startswith("odd.txt: ")


def test_control_characters_of_a_file_do_not_reach_the_terminal(folder: Path) -> None:
    (folder / "odd.txt").write_text("A\x1b[31mZ_ [NORGOV\x1b]\n", encoding="utf-8")
    assert "\x1b" not in run("actors", "import", "odd.txt").err


def test_actors_alone_still_lists_the_record(desk: Path) -> None:
    assert "Kenya" in run("actors", "--record", desk).out
    assert run("actors", "--record", desk, "--actor", "KEN", "--format", "csv").out.count("\n") == 2
