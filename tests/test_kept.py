"""What is kept of the dictionary between runs."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from dragoman.dictionary import kept


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))


def test_what_is_kept_comes_back() -> None:
    assert kept.recall("k") is None
    kept.keep("k", {"a": 1})
    assert kept.recall("k") == {"a": 1}


def test_a_change_of_a_file_changes_the_key(tmp_path: Path) -> None:
    file = tmp_path / "places.tsv"
    file.write_text("one")
    before = kept.key_of([file])
    assert kept.key_of([file]) == before
    file.write_text("three")
    assert kept.key_of([file]) != before


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps({"a": 1})[:-3], b"cos\nnothing\n."])
def test_what_is_damaged_counts_as_missing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "dictionary-k.pickle").write_bytes(content)
    assert kept.recall("k") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    kept.keep("k", 1)
    assert kept.recall("k") is None


def test_nothing_is_kept_when_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_CACHE", "off")
    kept.keep("k", 1)
    assert kept.recall("k") is None
    assert not (tmp_path / "cache").exists()


def test_only_the_last_few_are_kept(tmp_path: Path) -> None:
    for number in range(9):
        kept.keep(f"k{number}", number)
        os.utime(tmp_path / "cache" / f"dictionary-k{number}.pickle", (number, number))
    assert len(list((tmp_path / "cache").glob("dictionary-*.pickle"))) <= 7
    assert kept.recall("k8") == 8
