"""What the database says when it cannot go on becomes one line that says what to do, and nothing is lost."""

from __future__ import annotations

import fcntl
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from dragoman.errors import (
    BusyRecordError,
    DamagedRecordError,
    DiskFullError,
    NotARecordError,
    ReadOnlyRecordError,
    RecordError,
)
from dragoman.records import Coding
from dragoman.store import engine
from dragoman.store.engine import driver_errors
from dragoman.store.record import open_record
from tests.factory import make_coding, make_document
from tests.unprivileged import as_nobody, in_child


def coding_of(number: int) -> Coding:
    return make_coding(make_document(f"{number}.txt", f"Türki Qat met {number}. " + "Long talks followed. " * 200))


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder everybody may look into and nobody else may write."""
    made = Path(tempfile.mkdtemp())
    with open_record(made / "record.sqlite") as record:
        record.add(make_coding())
    made.chmod(0o555)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def test_a_record_in_a_read_only_folder_is_read(folder: Path) -> None:
    def read() -> object:
        with open_record(folder / "record.sqlite") as record:
            return [head.name for head in record.documents()], list(record.check())

    assert as_nobody(read) == "(['talks.txt'], [])"


def test_a_record_in_a_read_only_folder_is_read_while_its_owner_writes(folder: Path) -> None:
    def read() -> object:
        with open_record(folder / "record.sqlite") as record:
            return [head.name for head in record.documents()]

    with open_record(folder / "record.sqlite") as record:
        record.add(coding_of(1))
        folder.chmod(0o555)
        assert as_nobody(read) == "['talks.txt', '1.txt']"


def test_adding_to_a_read_only_record_is_refused_and_loses_nothing(folder: Path) -> None:
    def add() -> object:
        with open_record(folder / "record.sqlite") as record:
            return record.add(coding_of(1))

    before = (folder / "record.sqlite").read_bytes()
    answer = as_nobody(add)
    assert answer.startswith(f"ReadOnlyRecordError: {folder}/record.sqlite: may not be written: make the folder")
    assert (folder / "record.sqlite").read_bytes() == before


def test_a_new_record_in_a_read_only_folder_is_refused(folder: Path) -> None:
    answer = as_nobody(lambda: open_record(folder / "new.sqlite"))
    assert answer.startswith(f"ReadOnlyRecordError: {folder}/new.sqlite")
    assert not (folder / "new.sqlite").exists()


def test_a_record_that_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "record.sqlite").chmod(0o000)
    answer = as_nobody(lambda: open_record(folder / "record.sqlite"))
    assert answer.startswith(f"NotARecordError: {folder}/record.sqlite: Permission denied")


@pytest.mark.parametrize("path", ["/proc/record.sqlite", "/nowhere/record.sqlite"])
def test_a_new_record_where_no_file_can_be_made_is_refused(path: str) -> None:
    with pytest.raises(ReadOnlyRecordError, match=path):
        open_record(path)


def test_a_device_is_no_record() -> None:
    with pytest.raises(NotARecordError, match="/dev/full: is not a file"):
        open_record("/dev/full")


def _fill(path: Path) -> str:
    with open_record(path) as record:
        for number in range(500):
            try:
                record.add(coding_of(number))
            except DiskFullError:
                return str(number)
    return "not full"


def _complete(path: Path, full_at: int) -> None:
    """Assert that what was added before the disk was full is there, and that the rest can be added later."""
    with open_record(path) as record:
        assert [head.name for head in record.documents()] == [f"{number}.txt" for number in range(full_at)]
        assert list(record.check()) == []
        assert [record.add(coding_of(number)) for number in range(full_at + 3)] == [False] * full_at + [True] * 3
        assert list(record.check()) == []


def test_a_file_size_limit_is_told_as_a_full_disk_and_loses_nothing(tmp_path: Path) -> None:
    def fill() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        return _fill(tmp_path / "record.sqlite")

    full_at = int(in_child(fill))
    assert full_at > 2
    _complete(tmp_path / "record.sqlite", full_at)


def test_a_full_database_is_told_as_a_full_disk_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_open = engine._open

    def small(uri: str) -> sqlite3.Connection:
        connection = plain_open(uri)
        connection.execute("PRAGMA max_page_count=100")
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(engine, "_open", small)
        full_at = int(_fill(tmp_path / "record.sqlite"))
    assert full_at > 2
    _complete(tmp_path / "record.sqlite", full_at)


def test_opening_a_record_twice_in_a_process_keeps_the_locks_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"

    def is_locked() -> bool:
        with path.open("r+b") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    with open_record(path) as record:
        record.add(make_coding())
        open_record(path).close()
        assert in_child(is_locked) == "True"
    assert in_child(is_locked) == "False"


def driver_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("what the driver says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFullError),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnlyRecordError),
        (sqlite3.SQLITE_CANTOPEN, ReadOnlyRecordError),
        (sqlite3.SQLITE_NOTADB, NotARecordError),
        (sqlite3.SQLITE_CORRUPT_INDEX, DamagedRecordError),
        (sqlite3.SQLITE_BUSY, BusyRecordError),
        (sqlite3.SQLITE_IOERR_READ, DamagedRecordError),
    ],
)
def test_a_driver_error_names_the_file_and_what_to_do(code: int, kind: type[RecordError]) -> None:
    for error in (driver_error(code), OperationalError("SELECT 1", {}, driver_error(code))):
        with pytest.raises(kind, match=r"my\.sqlite: what the driver says") as caught, driver_errors(Path("my.sqlite")):
            raise error
        assert type(caught.value) is kind
        assert "\n" not in str(caught.value)


def test_a_fault_of_our_own_is_not_blamed_on_the_file() -> None:
    with pytest.raises(sqlite3.OperationalError), driver_errors(Path("my.sqlite")):
        raise driver_error(sqlite3.SQLITE_ERROR)


def test_a_busy_moment_is_waited_for_and_other_errors_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PAUSES", (0.0, 0.0))
    answers: list[Exception | None] = [driver_error(sqlite3.SQLITE_BUSY), driver_error(sqlite3.SQLITE_BUSY), None]

    def act() -> None:
        answer = answers.pop(0)
        if answer:
            raise answer

    engine._patiently(act)
    assert answers == []
    answers[:] = [driver_error(sqlite3.SQLITE_FULL), None]
    with pytest.raises(sqlite3.OperationalError):
        engine._patiently(act)
    assert answers == [None]


@pytest.mark.parametrize(
    "name", ["a b.sqlite", "50%.sqlite", "what?.sqlite", "#1.sqlite", "ünï.sqlite", "b\udcff.sqlite"]
)
def test_any_file_name_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    with open_record(tmp_path / name) as record:
        record.add(make_coding())
    assert (tmp_path / name).is_file()
