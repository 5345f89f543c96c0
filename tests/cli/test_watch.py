"""What is said beside the output."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli import watch
from dragoman.cli.watch import Quarantine, Watch
from dragoman.records import Failure


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def results() -> Iterator[str | Failure]:
    yield "one"
    yield Failure(document="b\x1b[2J.txt", stage="read", reason="no text: give text")
    yield "two"


def watched(monkeypatch: pytest.MonkeyPatch, err: io.StringIO) -> str:
    monkeypatch.setattr(watch.sys, "stderr", err)
    with Watch(Quarantine()) as counts:
        assert list(counts.good(results())) == ["one", "two"]
        assert (counts.passed, counts.failed) == (2, 1)
    return err.getvalue()


def test_progress_is_shown_on_a_terminal_and_cleared_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    said = watched(monkeypatch, Terminal())
    assert "\r\x1b[K2 documents coded, 1 failed" in said
    last = said.rpartition("\r")[2]
    assert last == "\x1b[Kdragoman: 1 document failed, listed in dragoman-quarantine.jsonl\n"


def test_no_progress_is_written_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert watched(monkeypatch, io.StringIO()).splitlines() == [
        "dragoman: b [2J.txt: no text: give text",
        "dragoman: 1 document failed, listed in dragoman-quarantine.jsonl",
    ]


def test_a_quarantine_that_was_asked_for_is_made_at_once_and_the_default_one_when_needed(folder: Path) -> None:
    Quarantine(folder / "mine.jsonl").close()
    Quarantine().close()
    assert [path.name for path in folder.iterdir()] == ["mine.jsonl"]
