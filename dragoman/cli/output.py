"""Where the commands print: lines to a file or standard output, progress and failures beside them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO, TypeVar

from dragoman.formats.writers import json_line
from dragoman.records import Failure, to_dict
from dragoman.settings import Settings

T = TypeVar("T")
PIPE_WIDTH = 160


def width() -> int:
    """Return the width of the terminal, or a fixed one when the output goes elsewhere."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if sys.stdout.isatty() else PIPE_WIDTH


def print_lines(lines: Iterable[str], target: Path | None = None) -> None:
    """Write lines to `target`, or to standard output."""
    if target is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        _write(lines, sys.stdout)
        return
    with target.open("w", encoding="utf-8", newline="\n") as file:
        _write(lines, file)


def _write(lines: Iterable[str], file: TextIO) -> None:
    for line in lines:
        file.write(line + "\n")
        file.flush()


class Watch:
    """Counts results as they pass, shows progress on a terminal, and sets failures aside.

    The quarantine file is written anew with the first failure, one JSON object a line: document, stage,
    reason.  Close it, or use it in a `with` statement; closing prints a summary when anything failed.
    """

    def __init__(self, quarantine: Path | None = None) -> None:
        self.passed = 0
        self.failed = 0
        self._path = quarantine or Settings.from_environment().quarantine
        self._file: TextIO | None = None
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Watch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live and (self.passed or self.failed):
            sys.stderr.write("\n")
        if self._file is not None:
            self._file.close()
            done = f"{self.passed} documents coded, {self.failed} failed"
            sys.stderr.write(f"dragoman: {done}: see {self._path}\n")

    def good(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """Yield the results that are no failures."""
        for result in results:
            if isinstance(result, Failure):
                self._set_aside(result)
            else:
                self.passed += 1
                yield result
            if self._live:
                sys.stderr.write(f"\r{self.passed} documents, {self.failed} failed")

    def _set_aside(self, failure: Failure) -> None:
        self.failed += 1
        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8")
        self._file.write(json_line(to_dict(failure)) + "\n")
        self._file.flush()
