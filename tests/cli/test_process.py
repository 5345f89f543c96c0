"""What only a process of its own can show: pipes, signals, what is left when it ends."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from dragoman.store.record import open_record
from tests.cli.runner import DRAGOMAN, EXAMPLES, run, run_process

LONG = 60


def copy_articles(folder: Path, count: int) -> Path:
    """Fill a folder with the example articles under `count` names."""
    articles = sorted(EXAMPLES.glob("*.txt"))
    folder.mkdir()
    for number in range(count):
        article = articles[number % len(articles)]
        shutil.copy(article, folder / f"{number:03}-{article.name}")
    return folder


def stored(path: Path) -> int:
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # no tables yet
        return 0
    finally:
        connection.close()


def test_one_short_article_is_coded_cold_within_five_seconds_of_work() -> None:
    taken = time.monotonic()
    ended = run_process("code", EXAMPLES / "asmara.txt")
    assert (ended.code, ended.err) == (0, "")
    assert time.monotonic() - taken < 20  # five on a quiet core


def test_a_reader_that_has_had_enough_ends_the_command_without_a_word(desk: Path) -> None:
    for number in range(3):
        ended = run_process("timeline", "--record", desk, shell_after=f"| head -{number + 1}")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.count("\n") == number + 1


@pytest.mark.parametrize(
    "command", [["--help"], ["code", "--help"], ["events"], ["check"], ["documents", "--format", "csv"]]
)
def test_a_full_disk_under_standard_output_is_one_line(desk: Path, command: list[str]) -> None:
    record = [] if "--help" in command else ["--record", str(desk)]
    ended = run_process(*command, *record, shell_after="> /dev/full")
    assert ended.code == 1
    assert ended.complaint.startswith("standard output: ")
    assert "no space left on device" in ended.complaint.lower()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_is_stored_and_the_next_run_adds_the_rest(folder: Path, jobs: str) -> None:
    articles, path = copy_articles(folder / "articles", LONG), folder / "desk.sqlite"
    adding = subprocess.Popen(
        [*DRAGOMAN, "add", articles, "--record", path, "-j", jobs],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=hear_interrupts,  # noqa: PLW1509  (no threads here)
    )  # fmt: skip
    while stored(path) == 0:
        assert adding.poll() is None
        time.sleep(0.05)
    signal_group(adding, signal.SIGINT)
    out, err = adding.communicate(timeout=60)
    assert adding.returncode == 130
    assert err == (
        "dragoman: interrupted: what was finished is kept, and `dragoman add` goes on from there when run again\n"
    )
    kept = stored(path)
    assert 0 < kept < LONG
    counted = re.fullmatch(r"(\d+) documents? added, 0 there already, 0 failed\n", out)
    assert counted
    assert kept - 1 <= int(counted[1]) <= kept  # the signal may come between storing and counting
    assert run("check", "--record", path).code == 0
    assert run("add", articles, "--record", path).out.startswith(f"{LONG - kept} documents added, {kept} there already")
    with open_record(path) as record:
        assert [head.name for head in record.documents()] == sorted(item.name for item in articles.iterdir())


def hear_interrupts() -> None:
    """A shell's background job ignores Ctrl-C and hands that down; a terminal's command does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def signal_group(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Send what a terminal sends: the signal goes to the process and to those it started."""
    os.killpg(process.pid, number)
