"""Several processes at once, and processes that are killed, leave whole documents and nothing else."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

from dragoman.records import Coding
from dragoman.store.record import Record, open_record
from tests.factory import make_coding, make_document, make_event

FORK = multiprocessing.get_context("fork")
KILLS = 30


def coding_of(number: int) -> Coding:
    document = make_document(f"{number}.txt", f"Türki Qat met {number}. " + "Long talks followed. " * 50)
    return make_coding(document, *(make_event(document, at) for at in range(4)))


def start(path: Path, *numbers: int, told: Path | None = None) -> BaseProcess:
    child = FORK.Process(target=_add, args=(path, numbers, told))
    child.start()
    return child


def _add(path: Path, numbers: tuple[int, ...], told: Path | None) -> None:
    with open_record(path) as record:
        for number in numbers:
            record.add(coding_of(number))
            if told:
                with told.open("a") as lines:
                    lines.write(f"{number}.txt\n")


def names(record: Record) -> list[str]:
    return [head.name for head in record.documents()]


def assert_whole(path: Path) -> None:
    with open_record(path) as record:
        assert list(record.check()) == []
        assert len(list(record.events())) == 4 * len(names(record))
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for index in ("documents_fts", "evidence_fts"):
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    connection.close()


def test_two_writers_and_a_reader_of_a_record_none_of_them_made(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    writers = [start(path, *range(80)), start(path, *range(119, 39, -1))]
    seen = 0
    while any(writer.is_alive() for writer in writers):
        with open_record(path) as record:
            found = [stored.document.name for stored in record.events()]
        assert all(found.count(name) == 4 for name in set(found))
        assert len(found) >= seen
        seen = len(found)
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with open_record(path) as record:
        assert sorted(names(record)) == sorted(f"{number}.txt" for number in range(120))
    assert_whole(path)


def test_a_writer_killed_at_any_moment_leaves_whole_documents_and_loses_none_it_told_of(tmp_path: Path) -> None:
    path, told = tmp_path / "record.sqlite", tmp_path / "told.txt"
    chance = random.Random(20160310)
    began = time.perf_counter()
    start(path, 0, told=told).join()
    pace = time.perf_counter() - began  # a busy machine takes longer to get to the first document
    for _ in range(KILLS):
        writer = start(path, *range(150), told=told)
        time.sleep(chance.uniform(0.0, 2 * pace))
        writer.kill()
        writer.join()
    with open_record(path) as record:
        kept = names(record)
    assert len(kept) == len(set(kept))
    assert set(told.read_text().split()) <= set(kept)
    assert_whole(path)
    last = start(path, *range(150))
    last.join()
    assert last.exitcode == 0
    with open_record(path) as record:
        assert sorted(names(record)) == sorted(f"{number}.txt" for number in range(150))
    assert_whole(path)


def test_a_maker_killed_at_any_moment_leaves_a_file_that_becomes_a_record(tmp_path: Path) -> None:
    chance = random.Random(1)
    for attempt in range(15):
        path = tmp_path / f"{attempt}.sqlite"
        maker = start(path)
        time.sleep(chance.uniform(0.0, 0.04))
        maker.kill()
        maker.join()
        with open_record(path) as record:
            assert record.add(coding_of(attempt))
