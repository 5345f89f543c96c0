"""The `dragoman` command: its sub-commands, and one place where errors become messages."""

from __future__ import annotations

import errno
import os
import sys

import typer

from dragoman.cli import coding, record
from dragoman.errors import DiskFullError, DragomanError
from dragoman.version import __version__

app = typer.Typer(
    name="dragoman",
    help="Code who did what to whom, when, where and according to whom, from public reporting.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Code who did what to whom, when, where and according to whom, from public reporting."""


for command in (
    coding.code, coding.add, record.events, record.timeline, record.documents, record.actors, record.show,
    record.explain, record.check,
):  # fmt: skip
    app.command()(command)


def main() -> None:
    """Run the command line.  Errors are one line on stderr: what, and what to do next."""
    try:
        app()
    except DragomanError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:  # the reader of our output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        _fail("interrupted: what was finished is kept; run the same command again to go on", 130)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            _fail(str(DiskFullError(error.filename or "output")), 1)
        _fail(f"{error.filename or 'output'}: {error.strerror}: check the path and its permissions", 1)


def _fail(message: str, code: int) -> None:
    print(f"dragoman: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201
    sys.exit(code)
