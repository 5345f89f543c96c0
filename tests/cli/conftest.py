"""Every test has a folder of its own to work in, and an environment without settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.store.record import open_record
from tests.factory import make_actor, make_coding, make_document, make_event, make_evidence

TALKS = "Turkey met Qatar in Ankara.\nThe envoys of Kenya will visit Doha.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty working folder of the test."""
    monkeypatch.chdir(tmp_path)
    for name in ("DRAGOMAN_RECORD", "DRAGOMAN_QUARANTINE", "DRAGOMAN_MAX_BYTES", "DRAGOMAN_MAX_CHARS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Path:
    """A record of two documents and three events, made without coding."""
    path = folder / "desk.sqlite"
    talks = make_document("talks.txt", TALKS)
    kenya = make_actor(TALKS, "Kenya", country="KEN")
    visit = make_event(
        talks, 1, type="CONSULT", status="planned", date=None, actors=(kenya,), recipients=(),
        evidence=(make_evidence(TALKS, "The envoys of Kenya will visit Doha."),),
    )  # fmt: skip
    aid = make_document("aid.txt", "Turkey gave Qatar grain.\n", title="Grain")
    with open_record(path) as record:
        record.add(make_coding(talks, make_event(talks), visit))
        record.add(make_coding(aid, make_event(aid, type="AID", modes=())))
    return path
