"""What is said beside the output: progress on a terminal, failures counted and set aside."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO, TypeVar

from dragoman.cli.output import create, write_line
from dragoman.errors import OutputError
from dragoman.formats.rows import counted, printable
from dragoman.formats.writers import json_line
from dragoman.records import Failure, to_dict
from dragoman.settings import Settings

T = TypeVar("T")
TOLD = 5
"""Failures told on stderr as they come; the quarantine file has them all."""
_CLEAR = "\r\x1b[K"


class Quarantine:
    """The file that lists failures, one JSON object a line: document, stage, reason.

    One asked for by name is made at once, and OutputError raised if it cannot be.  The default one is made
    with the first failure; if it cannot be written, the run goes on without it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or Settings.from_environment().quarantine
        self._file: TextIO | None = create(self.path) if path else None
        self._broken = False

    def put(self, failure: Failure) -> bool:
        """Add a failure to the list; return False when that cannot be done."""
        if self._broken:
            return False
        try:
            self._file = self._file or create(self.path)
            write_line(self._file, json_line(to_dict(failure)))
        except (OutputError, BrokenPipeError):
            self._broken = True
        return not self._broken

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            with suppress(OSError):  # each line was seen off, or reported, when it was written
                self._file.close()


class Watch:
    """Counts results as they pass, shows progress on a terminal, and sets failures aside.

    Use it in a `with` statement: its end says how many failed and where they are listed.
    """

    def __init__(self, quarantine: Quarantine) -> None:
        self.passed = 0
        self.failed = 0
        self._quarantine = quarantine
        self._listed = 0
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._quarantine.close()
        if self._live:
            sys.stderr.write(_CLEAR)
        if self.failed:
            where = f", listed in {self._quarantine.path}" if self._listed == self.failed else ""
            self._say(f"{counted(self.failed, 'document')} failed{where}")

    def good(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """Yield the results that are no failures."""
        for result in results:
            if isinstance(result, Failure):
                self._set_aside(result)
            else:
                self.passed += 1
                yield result
            if self._live:
                sys.stderr.write(f"{_CLEAR}{self.passed} documents coded, {self.failed} failed")
                sys.stderr.flush()

    def _set_aside(self, failure: Failure) -> None:
        self.failed += 1
        is_listed = self._quarantine.put(failure)
        self._listed += is_listed
        if self.failed <= TOLD or not is_listed:
            self._say(f"{failure.document}: {failure.reason}")

    def _say(self, message: str) -> None:
        sys.stderr.write(f"{_CLEAR if self._live else ''}dragoman: {printable(message)}\n")
