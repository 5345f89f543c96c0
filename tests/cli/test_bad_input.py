"""Bad input, end to end: one line that names the thing and what to do next; the rest is coded."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from pathlib import Path

import pytest

from dragoman.cli import output
from dragoman.store import engine
from dragoman.store.record import open_record
from tests.cli.runner import Ended, run
from tests.factory import make_coding

CALM = "All was calm in the harbour town, and envoys went home.\n"
PREDICATE = """\
- id: greet.v.01
  verb: greet
  example: Turkey greeted Qatar.
  counter: Turkey did not greet Qatar.
  note: a greeting
  colour: red
"""


def told(ended: Ended) -> str:
    """Return what was told about the one input that failed, while `code` itself succeeded."""
    assert ended.code == 0
    message, summary = ended.err.splitlines()
    assert summary == "dragoman: 1 document failed, listed in dragoman-quarantine.jsonl"
    listed = json.loads(Path("dragoman-quarantine.jsonl").read_text(encoding="utf-8"))
    assert listed["stage"] == "read"
    assert message == f"dragoman: {listed['document']}: {listed['reason']}"
    return message.removeprefix("dragoman: ")


@pytest.mark.parametrize("command", ["code", "add"])
def test_a_missing_file_is_named(command: str, folder: Path) -> None:
    ended = run(command, "none.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint == (
        "none.txt: no such file or directory: check the spelling of the path and that you may read it"
    )
    assert list(folder.iterdir()) == []


def test_a_missing_file_among_others_does_not_stop_them(folder: Path) -> None:
    (folder / "a.txt").write_text(CALM)
    ended = run("code", "none.txt", "a.txt")
    assert ended.out.count("\n") == 1
    assert told(ended).startswith("none.txt: ")


def test_a_folder_without_articles_is_named(folder: Path) -> None:
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    ended = run("code", "photos")
    assert ended.code == 2
    assert ended.complaint == (
        "photos: no article in this folder: give a file with text, or a folder that holds .txt, .html or .jsonl files"
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "there is no text in it: give a file with text"),
        ("b.txt", bytes(range(256)) * 40, "or it is not text: convert the file to UTF-8 text first"),
        ("c.txt", b"%PDF-1.7 binary", "it is a PDF, not text: convert the file to UTF-8 text first"),
        ("d.jsonl", b'{"id": "x"}\n', "d.jsonl:1: the object has no text: each line must be one JSON object"),
        ("e.html", b"<html>" + b"<div>" * 60_000, "save the article's text as .txt and give that instead"),
        ("f.txt.gz", b"\x1f\x8b\x08nonsense", "the compressed data is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_what_to_do(folder: Path, name: str, content: bytes, said: str) -> None:
    (folder / name).write_bytes(content)
    ended = run("code", name)
    assert ended.out == ""
    assert said in told(ended)


def test_another_encoding_is_read_and_noted(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Mevlüt Çavuşoğlu visited Azerbaijan on Monday.".encode("cp1254"))
    document = json.loads(run("code", "a.txt", "--with-text").out)["document"]
    assert document["text"] == "Mevlüt Çavuşoğlu visited Azerbaijan on Monday."
    assert document["notes"] == ["encoding guessed: windows-1254"]


def test_a_malformed_line_is_named_by_its_number_and_the_others_are_read(folder: Path) -> None:
    line = json.dumps({"text": CALM})
    (folder / "wire.jsonl").write_text(f"{line}\n{{not json\n{line}\n")
    ended = run("code", "wire.jsonl")
    assert [json.loads(one)["document"]["id"] for one in ended.out.splitlines()] == ["wire.jsonl:1", "wire.jsonl:3"]
    message = told(ended)
    assert message.startswith("wire.jsonl:2: the line is not JSON (")
    assert message.endswith(": each line must be one JSON object with at least a text field")


def test_a_text_of_fifty_megabytes_is_refused(folder: Path) -> None:
    (folder / "long.txt").write_bytes(CALM.encode() * (50_000_000 // len(CALM)))
    assert told(run("code", "long.txt")) == (
        "long.txt: the text has more than 2,000,000 characters: split the document, or raise DRAGOMAN_MAX_CHARS"
    )


def test_a_gzip_bomb_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_BYTES", "1000000")
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b" " * 30_000_000))
    assert told(run("code", "bomb.txt.gz")) == (
        "bomb.txt.gz: it holds more than 1,000,000 bytes: split the file, or raise DRAGOMAN_MAX_BYTES"
    )


def test_a_setting_that_is_no_number_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_CHARS", "plenty")
    (folder / "a.txt").write_text(CALM)
    ended = run("code", "a.txt")
    assert ended.code == 2
    assert ended.complaint == (
        "DRAGOMAN_MAX_CHARS is 'plenty': set it to a whole number above zero, or unset it to get the default"
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_lexicon_is_named_with_file_and_line(folder: Path, jobs: str) -> None:
    (folder / "a.txt").write_text(CALM)
    (folder / "mine" / "predicates").mkdir(parents=True)
    (folder / "mine" / "predicates" / "consult.yaml").write_text(PREDICATE)
    ended = run("code", "a.txt", "--lexicon", "mine", "-j", jobs)
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith("mine/predicates/consult.yaml:1: unknown field: colour: correct the entry")


@pytest.mark.parametrize("command", [["add", "a.txt"], ["events"], ["check"]])
def test_a_file_that_is_no_record_is_named_and_left_alone(folder: Path, command: list[str]) -> None:
    (folder / "a.txt").write_text(CALM)
    (folder / "notes.txt").write_text("my notes\n")
    ended = run(*command, "--record", "notes.txt")
    assert (ended.code, ended.out) == (1, "")
    assert ended.complaint.startswith("notes.txt: is not a Dragoman record: name a record made by `dragoman add`")
    assert (folder / "notes.txt").read_text() == "my notes\n"


@pytest.mark.parametrize("command", [["add", "a.txt"], ["events"]])
def test_a_record_from_a_newer_version_is_named_and_left_alone(folder: Path, desk: Path, command: list[str]) -> None:
    (folder / "a.txt").write_text(CALM)
    with sqlite3.connect(desk) as connection:
        connection.execute("INSERT INTO migrations (number, name) VALUES (99, 'm099_later')")
    connection.close()
    ended = run(*command, "--record", "desk.sqlite")
    assert ended.code == 1
    assert ended.complaint.startswith("desk.sqlite: has version 99, this Dragoman knows ")
    assert ended.complaint.endswith(": upgrade with `pip install --upgrade dragoman`")


def test_a_damaged_record_is_named(desk: Path) -> None:
    content = bytearray(desk.read_bytes())
    content[5000:] = b"\xaa" * (len(content) - 5000)
    desk.write_bytes(content)
    ended = run("events", "--record", "desk.sqlite")
    assert ended.code == 1
    assert ended.complaint.startswith("desk.sqlite: database disk image is malformed: restore the file from a copy")


def test_a_folder_that_may_not_be_written_is_named(folder: Path) -> None:
    (folder / "a.txt").write_text(CALM)
    ended = run("add", "a.txt", "--record", "/proc/desk.sqlite")
    assert ended.code == 1
    assert ended.complaint.startswith("/proc/desk.sqlite: ")
    assert ended.complaint.endswith("name a file elsewhere with --record")


def test_a_record_that_may_not_be_written_can_be_read_and_says_so_when_added_to(
    folder: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(CALM)
    monkeypatch.setattr(engine.os, "access", lambda _, mode: mode != os.W_OK)
    assert run("events", "--record", "desk.sqlite").code == 0
    ended = run("add", "a.txt", "--record", "desk.sqlite")
    assert ended.code == 1
    assert ended.complaint.startswith("desk.sqlite: may not be written: make the folder writable")


@pytest.mark.parametrize("path", ["a.txt/record.sqlite", "nowhere/record.sqlite"])
def test_a_record_in_a_folder_that_is_none_is_named(folder: Path, path: str) -> None:
    (folder / "a.txt").write_text(CALM)
    ended = run("add", "a.txt", "--record", path)
    assert ended.code == 1
    assert ended.complaint.startswith(f"{path}: ")


def test_a_record_with_no_room_left_says_so_and_keeps_what_it_has(
    folder: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(CALM * 200)
    connect = engine._open

    def small(uri: str) -> sqlite3.Connection:
        connection = connect(uri)
        connection.execute("PRAGMA max_page_count=1")  # the pages it has, and none more
        return connection

    monkeypatch.setattr(engine, "_open", small)
    ended = run("add", "a.txt", "--record", "desk.sqlite")
    assert ended.code == 1
    assert ended.out == "0 documents added, 0 there already, 0 failed\n"
    assert ended.complaint.startswith("desk.sqlite: database or disk is full: free some space")
    monkeypatch.undo()
    with open_record(desk) as record:
        assert len(list(record.documents())) == 2
        assert list(record.check()) == []


@pytest.mark.parametrize("busy", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_record_that_another_program_holds_is_named(
    folder: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, busy: str
) -> None:
    (folder / "a.txt").write_text(CALM)
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.01)
    monkeypatch.setattr(engine, "_PAUSES", ())
    other = sqlite3.connect(desk, isolation_level=None)
    other.execute(busy)
    ended = run("add", "a.txt", "--record", "desk.sqlite")
    other.close()
    assert ended.code == 1
    assert ended.complaint.startswith("desk.sqlite: database is locked: let the other program finish")


@pytest.mark.parametrize("option", ["-o", "--quarantine"])
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/dev/full", "/dev/full: cannot be written (no space left on device)"),
        ("nowhere/out.jsonl", "nowhere/out.jsonl: there is no folder nowhere"),
        (".", ".: cannot be written (is a directory)"),
        ("/proc/out.jsonl", "/proc/out.jsonl: cannot be written ("),
    ],
)
def test_an_output_that_cannot_be_written_is_named(folder: Path, option: str, target: str, said: str) -> None:
    (folder / "a.txt").write_text(CALM)
    ended = run("code", "a.txt", option, target)
    if (option, target) == ("--quarantine", "/dev/full"):  # it can be opened, and is never written to
        assert ended.code == 0
        return
    assert (ended.code, ended.out) == (1, "")
    assert ended.complaint.startswith(said)
    assert ended.complaint.endswith(
        ": check the folder, its permissions and the room on the disk, or name another file"
    )


def test_a_quarantine_that_fills_the_disk_does_not_stop_the_coding(folder: Path) -> None:
    (folder / "a.txt").write_text(CALM)
    (folder / "b.txt").write_text("")
    ended = run("code", "b.txt", "a.txt", "--quarantine", "/dev/full")
    assert ended.code == 0
    assert ended.out.count("\n") == 1
    assert ended.err.splitlines()[-1] == "dragoman: 1 document failed"


def test_a_closed_standard_output_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text(CALM)
    monkeypatch.setattr(output.sys, "stdout", None)
    with pytest.raises(output.OutputError, match="standard output: is closed"):
        output.print_lines(["x"])


def test_a_record_given_as_an_article_is_set_aside(desk: Path) -> None:
    assert "it is not text" in told(run("code", "desk.sqlite"))
    with open_record(desk) as record:
        record.add(make_coding())
