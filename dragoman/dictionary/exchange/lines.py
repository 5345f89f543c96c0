"""The lines of a dictionary file that may hold anything: none of them stops the reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import MissingInputError, NoDictionaryError

MAX_LINE = 1_000_000
"""Bytes of a line that is read; a longer one is passed over."""
_HEAD = 65_536
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class Line(NamedTuple):
    """One line, and what was wrong with its bytes."""

    number: int
    text: str
    """Without its end; empty when nothing of it can be used."""
    problem: str = ""
    """What a user should know about it; empty for a sound line."""


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of `path`.  Raises NoDictionaryError for what is no text, MissingInputError."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if not head.strip():
                raise NoDictionaryError(f"{path}: holds nothing")
            if b"\x00" in head or head.startswith(_WIDE):
                raise NoDictionaryError(f"{path}: is not UTF-8 text")
            file.seek(0)
            number = 0
            while raw := file.readline(MAX_LINE + 1):
                number += 1
                if len(raw) > MAX_LINE:
                    while raw and not raw.endswith(b"\n"):
                        raw = file.readline(MAX_LINE)
                    yield Line(number, "", f"the line is longer than {MAX_LINE:,} bytes")
                else:
                    yield _decoded(number, raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw)
    except OSError as error:
        raise MissingInputError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()})") from error


def _decoded(number: int, raw: bytes) -> Line:
    raw = raw.rstrip(b"\r\n")
    try:
        return Line(number, raw.decode())
    except UnicodeDecodeError:
        return Line(number, raw.decode("cp1252", errors="replace"), "the line is not UTF-8; read as Windows-1252")
