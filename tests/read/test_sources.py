"""Paths to documents: names, order, formats, and a failure for each input that cannot be read."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import zstandard

from dragoman.errors import EmptyInputError, MissingInputError, SettingError
from dragoman.read import sources
from dragoman.read.limits import Limits
from dragoman.read.sources import check_paths, read_paths
from dragoman.records import Document, Failure
from tests.read.pages import SENTENCES, page
from tests.unprivileged import as_nobody

WORDS = "Envoys met in the harbour town.\n"


def _documents(*paths: Path | str, stdin: bytes | None = None) -> list[Document]:
    results = list(read_paths([str(p) for p in paths], stdin=None if stdin is None else io.BytesIO(stdin)))
    assert not [result for result in results if isinstance(result, Failure)]
    return [result for result in results if isinstance(result, Document)]


def _failure(*paths: Path | str, limits: Limits | None = None) -> Failure:
    (result,) = read_paths([str(p) for p in paths], limits=limits)
    assert isinstance(result, Failure), result
    assert result.stage == "read"
    assert "\n" not in result.reason
    return result


def _write(path: Path, content: str | bytes = WORDS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_its_base_name_and_its_text(tmp_path: Path) -> None:
    assert _documents(_write(tmp_path / "deep/a.txt")) == [Document(id="a.txt", text=WORDS)]


def test_a_folder_is_read_in_order_with_names_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt"):
        _write(tmp_path / name)
    assert [document.id for document in _documents(tmp_path)] == ["a/1.txt", "a/2.txt", "b.txt"]


def test_each_suffix_has_its_format(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.html", page())
    _write(tmp_path / "c.jsonl", '{"id": "one", "text": "Envoys met."}\n')
    _write(tmp_path / "d.txt.gz", gzip.compress(WORDS.encode()))
    _write(tmp_path / "e.jsonl.zst", zstandard.compress(b'{"id": "two", "text": "Envoys left."}\n'))
    found = _documents(tmp_path)
    assert [document.id for document in found] == ["a.txt", "b.html", "one", "d.txt.gz", "two"]
    assert [document.extracted for document in found] == [False, True, False, False, False]
    assert found[3].text == WORDS


def test_equal_names_from_two_arguments_are_told_apart_by_the_path_as_given(tmp_path: Path) -> None:
    one, two = _write(tmp_path / "one/a.txt"), _write(tmp_path / "two/a.txt")
    assert [d.id for d in _documents(one, two)] == ["a.txt", two.as_posix()]
    assert [d.id for d in _documents(tmp_path / "one", two)] == ["a.txt", two.as_posix()]
    assert [d.id for d in _documents(one, tmp_path / "two")] == ["a.txt", two.as_posix()]
    assert [d.id for d in _documents(tmp_path / "one", tmp_path / "two")] == ["a.txt", two.as_posix()]


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt")
    assert len(_documents(path, path)) == 1


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        (WORDS.encode(), "stdin", WORDS),
        (page().encode(), "stdin", SENTENCES[0]),
        (b'\n {"id": "one", "text": "Envoys met."}\n', "one", "Envoys met."),
        (b'\xef\xbb\xbf{"id": "one", "text": "Envoys met."}\n', "one", "Envoys met."),
        (gzip.compress(WORDS.encode()), "stdin", WORDS),
        (zstandard.compress(WORDS.encode()), "stdin", WORDS),
    ],
    ids=["text", "html", "jsonl", "jsonl with mark", "gzip", "zstd"],
)
def test_the_format_of_standard_input_is_told_from_its_first_character(data: bytes, name: str, text: str) -> None:
    (document,) = _documents("-", stdin=data)
    assert document.id == name
    assert text in document.text


def test_lines_on_standard_input_are_read_as_they_come() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stdin, os.fdopen(writing, "wb", buffering=0) as source:
        results = read_paths(["-"], stdin=stdin)
        for number in range(3):
            source.write(b'{"id": "%d", "text": "Envoys met."}\n' % number)
            document = next(results)
            assert isinstance(document, Document)
            assert document.id == str(number)


def test_standard_input_is_left_open() -> None:
    stdin = io.BytesIO(WORDS.encode())
    list(read_paths(["-"], stdin=stdin))
    assert not stdin.closed


def test_without_standard_input_there_is_a_failure() -> None:
    assert "no standard input" in _failure("-").reason


def test_a_file_without_a_known_suffix_is_looked_into(tmp_path: Path) -> None:
    path = _write(tmp_path / "export", '{"id": "one", "text": "Envoys met."}')
    assert [document.id for document in _documents(path)] == ["one"]


def test_a_missing_file_is_a_failure_and_the_others_are_read(tmp_path: Path) -> None:
    results = list(read_paths([str(tmp_path / "no.txt"), str(_write(tmp_path / "a.txt"))]))
    missing, document = results
    assert isinstance(missing, Failure)
    assert missing.document == "no.txt"
    assert "no such file" in missing.reason
    assert isinstance(document, Document)


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    _write(tmp_path / "photo.jpg", b"\xff\xd8")
    failure = _failure(tmp_path)
    assert failure.document == str(tmp_path)
    assert "no article" in failure.reason


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "no text"),
        ("a.html", b"", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "convert the file"),
        ("a.bin", b"words\x00words", "NUL"),
        ("a.txt.gz", b"words", "damaged"),
        ("a.txt.zst", b"words", "damaged"),
        ("a.txt", gzip.compress(b"words"), "gzip data"),
        ("a.txt", b"word " * 10_000_000, "DRAGOMAN_MAX_CHARS"),
        ("a.txt.gz", gzip.compress(bytes(70_000_000), 1), "DRAGOMAN_MAX_BYTES"),
        ("a.html", b"<html><body>" + b"<div>" * 100_000, "levels deep"),
    ],
    ids=["empty", "empty page", "image", "binary", "not gzip", "not zstd", "named wrongly", "50 MB", "bomb", "nested"],
)
def test_a_bad_file_is_a_failure_that_says_what_to_do(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    failure = _failure(_write(tmp_path / name, content))
    assert failure.document == name
    assert says in failure.reason


def test_a_jsonl_bomb_of_one_endless_line_is_given_up(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl.gz", gzip.compress(bytes(40_000_000), 1))
    first, last = read_paths([str(path)], limits=Limits(max_bytes=1_000_000))
    assert isinstance(first, Failure)
    assert isinstance(last, Failure)
    assert (first.document, last.document) == ("a.jsonl.gz:1", "a.jsonl.gz")
    assert "rest is not read" in last.reason


def test_what_came_before_the_damage_is_kept(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%d", "text": "%s"}\n' % (n, os.urandom(50).hex().encode()) for n in range(2000))
    packed = gzip.compress(lines)
    *documents, failure = read_paths([str(_write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2]))])
    assert len(documents) > 100
    assert isinstance(failure, Failure)
    assert "damaged" in failure.reason


@pytest.mark.timeout(10)
def test_a_pipe_in_a_folder_is_a_failure_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a regular file" in _failure(tmp_path).reason


@pytest.mark.timeout(10)
def test_a_device_is_a_failure() -> None:
    assert "not a regular file" in _failure("/dev/zero").reason


def test_links_in_a_circle_are_failures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    results = list(read_paths([str(tmp_path)]))
    assert [result.document for result in results if isinstance(result, Failure)] == ["a.txt", "b.txt"]


def test_an_unreadable_file_is_a_failure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = _write(Path(folder) / "a.txt")
        path.chmod(0)
        assert "you may read it" in as_nobody(lambda: _failure(path).reason)


@pytest.mark.parametrize("path", ["", "a\0b", "\ud800", "x" * 5000])
def test_an_impossible_path_is_a_failure(path: str) -> None:
    failure = _failure(path)
    failure.document.encode()
    with pytest.raises(MissingInputError):
        check_paths([path])


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    _write(tmp_path / os.fsdecode(b"\xff.txt"))
    assert _documents(tmp_path)[0].id == "\ufffd.txt"


def test_a_fault_in_a_reader_is_a_failure_and_not_an_exception(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(sources, "read_text", faulty)
    assert _failure(_write(tmp_path / "a.txt")).reason == "reading failed with RecursionError: too deep"


def test_limits_come_from_the_environment_and_a_wrong_one_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(_write(tmp_path / "a.txt"))
    monkeypatch.setenv("DRAGOMAN_MAX_CHARS", "10")
    (failure,) = read_paths([path])
    assert isinstance(failure, Failure)
    monkeypatch.setenv("DRAGOMAN_MAX_CHARS", "many")
    with pytest.raises(SettingError, match="DRAGOMAN_MAX_CHARS"):
        read_paths([path])


def test_checking_passes_if_one_path_can_hold_an_article(tmp_path: Path) -> None:
    check_paths([str(tmp_path / "no.txt"), str(_write(tmp_path / "a.txt"))])
    check_paths(["-"])
    check_paths([str(tmp_path)])


def test_checking_names_the_missing_path(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"no\.txt: no such file or directory: check the spelling"):
        check_paths([str(tmp_path / "no.txt")])


def test_checking_names_the_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(EmptyInputError, match="no article in this folder"):
        check_paths([str(tmp_path)])


def test_checking_no_path_at_all_is_an_error() -> None:
    with pytest.raises(MissingInputError, match="no path"):
        check_paths([])


def test_importing_the_readers_loads_no_heavy_library() -> None:
    code = (
        "import dragoman.read.sources, sys\n"
        "print([m for m in ('lxml', 'trafilatura', 'htmldate', 'charset_normalizer', 'zstandard') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_files_to_be_left_out_are_passed_over_in_folders_by_whatever_name(tmp_path: Path) -> None:
    own = _write(tmp_path / "in/own.jsonl", "{}\n")
    _write(tmp_path / "in/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    for left_out in (own, tmp_path / "link" / "own.jsonl", tmp_path / "in" / ".." / "in" / "own.jsonl"):
        (document,) = read_paths([str(tmp_path / "in")], leave_out=[left_out])
        assert document == Document(id="a.txt", text=WORDS)
