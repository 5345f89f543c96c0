"""The command line run within the test's own process: the coder is loaded once for all tests."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from dragoman.cli.app import main

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
DRAGOMAN = (sys.executable, "-c", "from dragoman.cli.app import main; main()")
"""The command for tests that need a process of its own."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on stderr."""
        (line,) = self.err.splitlines()
        assert line.startswith("dragoman: ")
        return line.removeprefix("dragoman: ")


def run(*arguments: str | Path, stdin: bytes = b"") -> Ended:
    """Run `dragoman` with `arguments` in this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    given = mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    with redirect_stdout(out), redirect_stderr(err), given, pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert isinstance(ended.value.code, int)
    return Ended(ended.value.code, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def run_process(*arguments: str | Path, shell_after: str = "", cwd: Path | None = None) -> Ended:
    """Run `dragoman` in a process of its own; `shell_after` follows it in a shell, such as `| head -1`."""
    command = [*DRAGOMAN, *map(str, arguments)]
    if shell_after:
        command = ["bash", "-c", f'set -o pipefail; "$@" {shell_after}', "bash", *command]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120, check=False)
    return Ended(done.returncode, done.stdout, done.stderr)
