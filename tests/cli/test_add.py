"""`dragoman add`: stores once, goes on where it stopped, and codes nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.batch import processes
from dragoman.cli import coding
from dragoman.errors import DiskFullError
from dragoman.store.record import Record, open_record
from tests.cli.runner import EXAMPLES, run


def names(path: Path) -> list[str]:
    with open_record(path, create=False) as record:
        return [head.name for head in record.documents()]


def test_the_examples_are_added_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("add", EXAMPLES, "--record", "desk.sqlite")
    assert (first.code, first.err) == (0, "")
    assert first.out == "10 documents added, 0 there already, 0 failed\n"
    kept = (folder / "desk.sqlite").read_bytes()
    monkeypatch.setattr(processes, "_code_chunk", lambda *_: pytest.fail("coded again"))
    again = run("add", EXAMPLES, "--record", "desk.sqlite")
    assert again.out == "0 documents added, 10 there already, 0 failed\n"
    assert (folder / "desk.sqlite").read_bytes() == kept
    assert run("check", "--record", "desk.sqlite").out == "10 documents checked, 0 misses\n"


def test_only_what_is_new_or_changed_is_coded(folder: Path) -> None:
    (folder / "a.txt").write_text("Japan and India signed a defence pact.\n")
    run("add", "a.txt")
    (folder / "b.txt").write_text("Japan and India signed a trade pact.\n")
    assert run("add", ".").out == "1 document added, 1 there already, 0 failed\n"
    (folder / "a.txt").write_text("Japan and India signed a new defence pact.\n")
    assert run("add", ".").out == "1 document added, 1 there already, 0 failed\n"
    assert names(folder / "dragoman.sqlite") == ["a.txt", "b.txt", "a.txt"]


def test_the_record_is_named_by_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_RECORD", "mine.sqlite")
    run("add", "-", stdin=b"All was calm.\n")
    assert names(folder / "mine.sqlite") == ["stdin"]
    assert run("documents", "--format", "csv").out.count("\n") == 2


def test_failures_are_counted_listed_and_strict(folder: Path) -> None:
    (folder / "a.txt").write_text("")
    (folder / "b.txt").write_text("All was calm.\n")
    ended = run("add", ".", "--strict")
    assert ended.code == 1
    assert ended.out == "1 document added, 0 there already, 1 failed\n"
    assert (folder / "dragoman-quarantine.jsonl").read_text().count("\n") == 1
    assert run("add", ".").out == "0 documents added, 1 there already, 1 failed\n"


def test_the_record_and_the_quarantine_in_the_folder_are_not_read_as_articles(folder: Path) -> None:
    (folder / "a.txt").write_text("All was calm.\n")
    (folder / "b.txt").write_text("")
    for _ in range(2):
        ended = run("add", ".", "--record", "desk.txt")
    assert ended.out == "0 documents added, 1 there already, 1 failed\n"


def test_the_record_is_not_taken_for_the_quarantine(folder: Path, desk: Path) -> None:
    ended = run("add", "-", "--record", desk, "--quarantine", desk, stdin=b"")
    assert ended.complaint.startswith(f"{desk}: is used by this very command")
    assert len(names(desk)) == 2


def test_a_full_disk_keeps_what_was_stored_and_the_next_run_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"All was calm on day {number}.\n")
    add, room = Record.add, 2

    def fill(record: Record, coded: object) -> bool:
        nonlocal room
        room -= 1
        if room < 0:
            raise DiskFullError("desk.sqlite: database or disk is full")
        return add(record, coded)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "add", fill)
    full = run("add", ".")
    assert full.code == 1
    assert full.out == "2 documents added, 0 there already, 0 failed\n"
    assert full.complaint.startswith("desk.sqlite: database or disk is full: free some space and run the same command")
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert run("add", ".").out == "2 documents added, 2 there already, 0 failed\n"
    assert names(folder / "dragoman.sqlite") == ["0.txt", "1.txt", "2.txt", "3.txt"]


def test_an_interruption_keeps_what_was_stored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> object:
        yield from coded(*_)
        raise KeyboardInterrupt

    coded = coding._code
    monkeypatch.setattr(coding, "_code", interrupted)
    ended = run("add", "-", stdin=b"All was calm.\n")
    assert ended.code == 130
    assert ended.out == "1 document added, 0 there already, 0 failed\n"
    assert ended.complaint.startswith("interrupted: what was finished is kept")
    assert names(folder / "dragoman.sqlite") == ["stdin"]
