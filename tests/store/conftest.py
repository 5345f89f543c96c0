"""A fresh record for every test, on every database the store knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.store.record import Record, open_record

OpenRecord = Callable[[], Record]


@pytest.fixture(params=["sqlite"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> OpenRecord:
    """Return a function that opens the test's own record, made at the first call."""
    assert request.param == "sqlite"
    return lambda: open_record(tmp_path / "record.sqlite")


@pytest.fixture
def record(reopen: OpenRecord) -> Iterator[Record]:
    """Give an empty record."""
    with reopen() as opened:
        yield opened
