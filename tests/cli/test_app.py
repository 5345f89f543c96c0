"""Help, version, and what a mistyped command line is told."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest
import typer

from dragoman.cli.app import app
from dragoman.version import __version__
from tests.cli.runner import DRAGOMAN, run

COMMANDS = (
    "code", "add", "events", "timeline", "documents", "statements", "figures", "commitments", "requests", "agreements",
    "designations", "series", "expectations", "doubts", "brief", "show", "explain", "resolve", "when", "where", "check",
    "evaluate", "actors",
)  # fmt: skip
HEAVY = {"spacy", "sqlalchemy", "trafilatura", "py3langid", "yaml", "rich", "dragoman.store.record", "dragoman.coder"}


def test_every_command_is_known_to_these_tests() -> None:
    assert tuple(typer.main.get_command(app).commands) == COMMANDS  # type: ignore[attr-defined]


def test_no_arguments_give_the_help() -> None:
    bare, asked = run(), run("--help")
    assert (bare.code, asked.code) == (0, 0)
    assert bare.out == asked.out
    assert [name for name in COMMANDS if f"\n  {name}" not in bare.out] == []


def test_summaries_and_first_steps_are_printed_whole() -> None:
    usage, _, rest = run("--help").out.partition("\n")
    assert usage == "Usage: dragoman [OPTIONS] COMMAND [ARGS]..."
    assert "..." not in rest
    assert "\n    dragoman add articles/" in rest


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example_on_a_line_of_its_own(command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    after = shown.out.partition("\n  Example:\n")[2].splitlines()
    assert after[0].startswith(f"    dragoman {command} ")
    assert after[1] == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_in_the_help_has_only_options_that_exist(command: str) -> None:
    shown = run(command, "--help").out
    example = shown.partition("Example:\n")[2].splitlines()[0]
    listed = shown.partition("\nOptions:")[2]
    assert [word for word in example.split() if word.startswith("-") and f"{word}" not in listed] == []


def test_the_version_is_printed() -> None:
    assert run("--version").out == f"{__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cod"], "no such command 'cod'. Did you mean 'code'?: see `dragoman --help`"),
        (["code"], "missing argument 'PATH': see `dragoman code --help`"),
        (["code", "a.txt", "--format", "xml"], "invalid value for '--format'"),
        (["code", "a.txt", "-j", "0"], "invalid value for '-j'"),
        (["code", "a.txt", "--lexicon", "nowhere"], "'nowhere' does not exist: see `dragoman code --help`"),
        (["events", "--limi", "3"], "no such option: --limi"),
        (["show"], "missing argument 'ID': see `dragoman show --help`"),
    ],
)
def test_a_mistyped_command_line_is_told_in_one_line_where_to_look(arguments: list[str], said: str) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.complaint


def test_help_loads_nothing_heavy() -> None:
    asked = "import sys; import dragoman.cli.app; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert HEAVY.isdisjoint(loaded.split())


def test_help_takes_less_than_four_tenths_of_a_second_of_work() -> None:
    def work() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    taken = []
    for _ in range(3):
        before = work()
        subprocess.run([*DRAGOMAN, "--help"], capture_output=True, check=True)
        taken.append(work() - before)
    assert min(taken) < 0.4
