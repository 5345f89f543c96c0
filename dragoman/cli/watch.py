"""What is said beside the output: progress on a terminal, failures set aside and counted."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TextIO, TypeVar

from dragoman.cli.output import opened, print_line
from dragoman.errors import OutputError
from dragoman.formats.rows import printable
from dragoman.formats.writers import json_line
from dragoman.records import Failure, to_dict

T = TypeVar("T")
SHOWN = 5  # failures told one by one; more than these are looked up in the quarantine file


class Watch:
    """Counts results as they pass, and writes failures into the quarantine file: one JSON object a line.

    Use it in a `with` statement.  A file that was asked for is made at the start, and an error if that
    fails; the default one is made with the first failure, and where it cannot be, failures are told on
    stderr instead, so that a run does not end because a document failed.
    """

    def __init__(self, quarantine: Path, *, asked_for: bool) -> None:
        self.passed = 0
        self.failed = 0
        self._path = quarantine
        self._asked_for = asked_for
        self._file: TextIO | None = None
        self._told: str | None = None
        self._stack = ExitStack()
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Watch:
        if self._asked_for:
            self._file = self._stack.enter_context(opened(self._path))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        ...
