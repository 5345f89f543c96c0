"""Where the commands print: lines to a file or to standard output."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
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

    `target` is made when the first line is there: what goes wrong before leaves an earlier file as it was.
    """
    waiting = iter(lines)
    first = list(itertools.islice(waiting, 1))
    with _output(target) as file:
        for line in itertools.chain(first, waiting):
            write_line(file, line)


def print_or_say(lines: Iterable[str], nothing: str) -> None:
    """Write the lines to standard output, or `nothing` to standard error when there are none."""
    waiting = iter(lines)
    first = list(itertools.islice(waiting, 1))
    if first:
        print_lines(itertools.chain(first, waiting))
    else:
        write_line(sys.stderr, f"dragoman: {nothing}")


def create(path: Path) -> TextIO:
    """Open `path` anew for writing.  Raises OutputError."""
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _cannot_write(str(path), error) from error


def write_line(file: TextIO, line: str) -> None:
    """Write a line and see it off.  Raises OutputError, or BrokenPipeError when the reader is gone."""
    try:
        file.write(line + "\n")
        file.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write("standard output" if file is sys.stdout else file.name, error) from error


def _cannot_write(name: str, error: OSError) -> OutputError:
    return OutputError(f"{name}: cannot be written ({(error.strerror or str(error)).lower()})")


@contextmanager
def _output(target: Path | None) -> Iterator[TextIO]:
    if target is None or target == STDOUT:
        if sys.stdout is None:
            raise OutputError("standard output: is closed")
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        return
    file = create(target)
    try:
        yield file
    except BaseException:
        with suppress(OSError):  # it would only say again what has just been said
            file.close()
        raise
    file.close()


def check_target(target: Path | None, used: Iterable[str | Path]) -> None:
    """Raise OutputError when `target` has no folder, or writing it would destroy one of the files `used`."""
    if target is None or target == STDOUT:
        return
    if not target.parent.is_dir():
        raise OutputError(f"{target}: there is no folder {target.parent}")
    if target.is_file() and any(_is_same(target, other) for other in used):
        raise OutputError(f"{target}: is used by this very command and would be overwritten")


def _is_same(one: Path, other: str | Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
