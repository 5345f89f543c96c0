"""Where the commands print: lines to a file or to standard output."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dragoman.errors import OutputError
from dragoman.formats.story import COLOUR, PLAIN, Marks
from dragoman.settings import Settings

PIPE_WIDTH = 160
STDOUT = Path("-")


def width() -> int:
    """Return the width of the terminal, or a fixed one when the output goes elsewhere."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def marks() -> Marks:
    """Return how quotes are marked: in colour on a terminal, in guillemets elsewhere."""
    return COLOUR if sys.stdout.isatty() and Settings.from_environment().colour else PLAIN


def print_lines(lines: Iterable[str], target: Path | None = None) -> None:
    """Write each line at once to `target`, or to standard output.  Raises OutputError when that fails.

    `target` is opened with the first line: what goes wrong before leaves an earlier file as it was.
    """
    waiting = iter(lines)
    first = list(itertools.islice(waiting, 1))
    with opened(target) as file:
        for line in itertools.chain(first, waiting):
            _write(file, line)


def list_or_say(lines: Iterable[str], nothing: str) -> None:
    """Write the lines to standard output, or say `nothing` on stderr when there are none."""
    waiting = iter(lines)
    first = list(itertools.islice(waiting, 1))
    if first:
        print_lines(itertools.chain(first, waiting))
    else:
        sys.stderr.write(f"dragoman: {nothing}\n")


@contextmanager
def opened(target: Path | None) -> Iterator[TextIO]:
    """Give `target`, made anew, or standard output for None and `-`."""
    if target is None or target == STDOUT:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        return
    try:
        file = target.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _cannot_write(str(target), error) from error
    try:
        yield file
    finally:
        _close(file)


def _write(file: TextIO, line: str) -> None:
    try:
        file.write(line + "\n")
        file.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(file.name if file is not sys.stdout else "standard output", error) from error


def _close(file: TextIO) -> None:
    try:
        file.close()
    except OSError as error:
        raise _cannot_write(file.name, error) from error


def _cannot_write(name: str, error: OSError) -> OutputError:
    return OutputError(f"{name}: cannot be written ({(error.strerror or str(error)).lower()})")


def refuse_overwriting(target: Path | None, kept: Iterable[str | Path]) -> None:
    """Raise OutputError when writing to `target` would destroy one of the files `kept`."""
    for other in kept:
        if target is not None and target.is_file() and _is_same(target, other):
            raise OutputError(f"{target}: would be overwritten, and is used by this very command")


def _is_same(one: Path, other: str | Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
