"""The `dragoman` command: its sub-commands, and the one place where errors become messages.

Exit codes: 0 done, 1 something failed (a miss of `check`, a failed document with --strict, a full disk),
2 the command was given something it cannot use, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from dragoman.cli import actors, brief, claims, coding, evaluate, explain, record, resolve, when
from dragoman.errors import DragomanError, OutputError
from dragoman.formats.rows import printable
from dragoman.version import __version__

app = typer.Typer(
    name="dragoman",
    add_completion=False,
    rich_markup_mode=None,  # plain help: it loads in half the time, and can be searched and pasted
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Code who did what to whom, when, where and according to whom, from public reporting.

    \b
    First steps:
      dragoman code article.txt --format table   see what is coded, store nothing
      dragoman add articles/                     code a folder into the record dragoman.sqlite
      dragoman timeline --actor TUR              ask the record
      dragoman explain ID                        see why an event was coded
    """


for command in (
    coding.code, coding.add, record.events, record.timeline, record.documents,
    claims.statements, claims.figures, claims.commitments, claims.requests, claims.agreements, claims.designations,
    claims.series, claims.expectations, claims.doubts,
    brief.brief, record.show, explain.explain, resolve.resolve, when.when, resolve.where, record.check,
    evaluate.evaluate,
):  # fmt: skip
    app.command()(command)
app.add_typer(actors.app)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line with `arguments` (default: the process's) and exit.

    An error is one line on stderr: what happened, naming the thing, and what to do next.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _run(given or ["--help"])
    except typer.Exit as end:
        sys.exit(end.exit_code)
    except typer.TyperException as error:
        _fail(_usage(error), error.exit_code)
    except DragomanError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:  # the reader of our output, such as head, has had enough
        _leave_output()
        sys.exit(0)
    except OSError as error:  # from printing help: the commands say themselves what cannot be written
        _fail(str(OutputError(f"{error.filename or 'standard output'}: {error.strerror}")), 1)
    except KeyboardInterrupt:
        _fail("interrupted: what was finished is kept, and `dragoman add` goes on from there when run again", 130)
    sys.exit(0)


def _run(arguments: list[str]) -> None:
    root = typer.main.get_command(app)
    with root.make_context("dragoman", arguments) as context:
        root.invoke(context)


def _usage(error: typer.TyperException) -> str:
    """Return what is wrong with the command line, and the help to look into."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "dragoman"
    said = error.format_message().rstrip(".")
    return f"{said[:1].lower()}{said[1:]}: see `{command} --help`"


def _fail(message: str, code: int) -> NoReturn:
    print(f"dragoman: {printable(' '.join(message.split()))}", file=sys.stderr)  # noqa: T201
    _leave_output()
    sys.exit(code)


def _leave_output() -> None:
    """Let what is still unwritten go nowhere: writing it at exit would fail again, with a traceback."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
