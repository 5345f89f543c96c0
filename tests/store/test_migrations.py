"""Old records are brought forward, and nothing but a record is ever touched."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from dragoman.errors import DragomanError, NewerRecordError, NotARecordError, ReadOnlyRecordError
from dragoman.records import Claims
from dragoman.store import migrations, schema
from dragoman.store.engine import APPLICATION_ID, connect
from dragoman.store.migrations import MIGRATIONS, migrate, version
from dragoman.store.record import open_record
from tests.factory import make_coding, make_document, make_event, with_claims


def run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def m003_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN colour TEXT")


def m003_breaks(connection: Connection) -> None:
    m003_colour(connection)
    raise RuntimeError("power cut")


def version_of(path: Path) -> int:
    database = connect(path, create=False)
    with database.reading() as connection:
        found = version(connection)
    database.close()
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a record with one document."""
    path = tmp_path / "record.sqlite"
    with open_record(path) as record:
        record.add(make_coding())
    return path


def test_a_record_that_was_only_marked_is_completed(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    run(path, f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=0")
    with open_record(path, create=False) as record:
        assert record.add(make_coding())
    assert version_of(path) == len(MIGRATIONS)


@pytest.mark.parametrize("create", [True, False])
def test_an_older_record_is_brought_forward_with_its_documents(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, create: bool
) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m003_colour))
    for _ in range(2):
        with open_record(path, create=create) as record:
            assert record.document("talks.txt") == make_coding()
    assert version_of(path) == len(MIGRATIONS) + 1


def test_an_interrupted_step_leaves_the_record_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m003_breaks))
    with pytest.raises(RuntimeError, match="power cut"):
        open_record(path)
    assert version_of(path) == len(MIGRATIONS)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, m003_colour))
    open_record(path).close()
    assert version_of(path) == len(MIGRATIONS) + 1


def test_a_newer_record_is_refused_and_left_alone(path: Path) -> None:
    run(path, "INSERT INTO migrations VALUES (99, 'm099_future')")
    before = path.read_bytes()
    with pytest.raises(NewerRecordError, match=f"{path}: has version 99"):
        open_record(path)
    assert path.read_bytes() == before


def test_the_steps_lead_to_the_tables_of_the_schema(path: Path) -> None:
    database = connect(path, create=False)
    with database.reading() as connection:
        found = inspect(connection)
        for table in schema.metadata.tables.values():
            assert {column["name"] for column in found.get_columns(table.name)} == set(table.columns.keys())
    database.close()


def foreign_database(path: Path) -> None:
    run(path, "PRAGMA journal_mode=WAL", "CREATE TABLE documents (number, text)", "INSERT INTO documents VALUES (1, 2)")


STRANGERS: dict[str, Callable[[Path], object]] = {
    "random bytes": lambda path: path.write_bytes(random.Random(5).randbytes(20_000)),
    "a text": lambda path: path.write_text("Ministers met in Ankara.\n" * 50),
    "one byte": lambda path: path.write_bytes(b"S"),
    "a bare header": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "a database of another program": foreign_database,
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("kind", STRANGERS)
def test_what_is_no_record_is_refused_and_left_alone(tmp_path: Path, kind: str, *, create: bool) -> None:
    path = tmp_path / "file"
    STRANGERS[kind](path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(NotARecordError, match=str(path)):
        open_record(path, create=create)
    assert list(tmp_path.iterdir()) == [path]
    assert before is None or path.read_bytes() == before


def test_an_empty_file_becomes_a_record_only_when_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.touch()
    with pytest.raises(NotARecordError, match="is empty"):
        open_record(path, create=False)
    with open_record(path) as record:
        assert record.add(make_coding())


def test_a_missing_file_is_not_made_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with pytest.raises(NotARecordError, match="no such file"):
        open_record(path, create=False)
    assert not path.exists()


def test_a_record_cut_short_is_told_as_damaged_on_one_line(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(DragomanError, match=str(path)) as caught, open_record(path) as record:
        list(record.check())
    assert "\n" not in str(caught.value)


def test_bringing_a_database_forward_twice_changes_nothing(path: Path) -> None:
    database = connect(path, create=False)
    migrate(database)
    migrate(database)
    database.close()
    assert version_of(path) == len(MIGRATIONS)


VERSION_1 = (Path(__file__).parent / "version1.sql").read_text(encoding="utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return the path of a record as the first version made it, with one document and two events."""
    path = tmp_path / "old.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1)
    connection.close()
    return path


def test_a_record_of_the_first_version_shows_its_documents_without_claims(old: Path) -> None:
    assert version_of(old) == 1
    document = make_document()
    with open_record(old, create=False) as record:
        coding = record.document("talks.txt")
        assert coding == make_coding(document, make_event(document), make_event(document, 1, type="AID"))
        assert coding.claims == Claims()
        assert list(record.claims("statements")) == []
        assert list(record.check()) == []
    assert version_of(old) == len(MIGRATIONS)


def test_a_record_of_the_first_version_takes_claims_once_it_is_brought_forward(old: Path) -> None:
    coding = with_claims(make_coding(make_document("new.txt")))
    with open_record(old) as record:
        assert record.add(coding)
        assert record.document("new.txt") == coding


def test_the_first_step_still_makes_the_tables_of_the_first_version(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS[:1])
    made = tmp_path / "made.sqlite"
    open_record(made).close()
    assert shapes(made) == shapes(old)


def shapes(path: Path) -> dict[str, str]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_an_old_record_that_may_not_be_written_says_so(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.engine.os.access", lambda *_: False)
    with pytest.raises(ReadOnlyRecordError, match="has version 1 and must be brought forward, but is read-only"):
        open_record(old)
