"""Many processes give what one gives, in the same order, and none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.batch import processes
from dragoman.batch.processes import AHEAD, code_in_processes
from dragoman.cli.app import main
from dragoman.errors import WorkerError
from dragoman.pipeline import BATCH
from dragoman.records import Document, Failure
from tests.cli.runner import EXAMPLES

IDLE = """
import os, time
from dragoman.batch.processes import _pool
if __name__ == "__main__":
    with _pool(2) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        time.sleep(600)
"""


class Deadly:
    """Ends the process that unpickles it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def failures(count: int) -> Iterator[Failure]:
    return (Failure(document=str(number), stage="read", reason="none") for number in range(count))


def test_two_processes_print_what_one_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wrote = []
    for jobs in ("1", "2"):
        out = tmp_path / jobs
        with pytest.raises(SystemExit) as ended:
            main(["code", str(EXAMPLES), "-j", jobs, "-o", str(out)])
        assert ended.value.code == 0
        wrote.append(out.read_bytes())
    assert wrote[0] == wrote[1]
    assert wrote[0].count(b"\n") == 10


def test_results_keep_the_order_of_the_input_over_many_chunks() -> None:
    assert list(code_in_processes(failures(5 * BATCH + 1), 2)) == list(failures(5 * BATCH + 1))


def test_no_more_is_read_ahead_than_the_processes_can_have_waiting() -> None:
    read = 0

    def counted() -> Iterator[Failure]:
        nonlocal read
        for item in failures(40 * BATCH):
            read += 1
            yield item

    results = code_in_processes(counted(), 2)
    next(results)
    assert read <= 2 * AHEAD * BATCH
    results.close()  # type: ignore[attr-defined]


def test_nothing_is_loaded_when_there_is_nothing_to_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_coder", lambda _: pytest.fail("loaded"))
    assert list(code_in_processes([], 1)) == []
    assert list(code_in_processes(failures(3), 1)) == list(failures(3))


def test_a_process_that_dies_is_an_error_that_says_what_to_do() -> None:
    items: list[Document | Failure] = [Failure(document=Deadly(), stage="read", reason="")]  # type: ignore[arg-type]
    with pytest.raises(WorkerError, match="has died: run the same command again with fewer processes"):
        list(code_in_processes(items, 2))


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, end: signal.Signals) -> None:
    script = tmp_path / "idle.py"
    script.write_text(IDLE)
    starter = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert starter.stdout is not None
    assert int(starter.stdout.readline()) != starter.pid
    starter.send_signal(end)
    starter.communicate(timeout=30)  # returns when nobody holds the pipe any more
    assert starter.returncode == -end
