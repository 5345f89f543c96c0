"""Lines of files that hold anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.dictionary.exchange import lines
from dragoman.dictionary.exchange.lines import Line, read_lines
from dragoman.errors import MissingInputError, NoDictionaryError
from tests.dictionary.exchange.importing import written


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_lines(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfONE_\r\nTWO_")
    assert list(read_lines(path)) == [Line(1, "ONE_"), Line(2, "TWO_")]


def test_a_line_that_is_not_utf_8_is_read_and_told(tmp_path: Path) -> None:
    (line,) = read_lines(written(tmp_path, b"C\xd4TE_"))
    assert (line.text, line.problem) == ("CÔTE_", "the line is not UTF-8; read as Windows-1252")


def test_a_line_beyond_the_limit_is_passed_over_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 10)
    found = list(read_lines(written(tmp_path, "a" * 55 + "\nshort\n" + "b" * 11)))
    assert [(line.number, line.text) for line in found] == [(1, ""), (2, "short"), (3, "")]
    assert found[0].problem == "the line is longer than 10 bytes"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "holds nothing"), (b" \r\n\n", "holds nothing"), (b"\x7fELF\x00\x01", "is not UTF-8"),
     ("NAME_".encode("utf-16"), "is not UTF-8")],
)  # fmt: skip
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(NoDictionaryError, match=said):
        list(read_lines(written(tmp_path, content)))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="no such file"):
        list(read_lines(tmp_path / "none.txt"))
