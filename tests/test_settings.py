"""Settings from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import SettingError
from dragoman.settings import Settings


def test_nothing_set_gives_the_defaults() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert (settings.max_bytes, settings.max_text_chars) == (64 * 1024 * 1024, 2_000_000)
    assert settings.record == Path("dragoman.sqlite")


def test_each_variable_sets_its_field() -> None:
    settings = Settings.from_environment(
        {
            "DRAGOMAN_MAX_BYTES": "10",
            "DRAGOMAN_MAX_CHARS": " 20 ",
            "DRAGOMAN_RECORD": "r.db",
            "DRAGOMAN_QUARANTINE": "q",
        }
    )
    assert settings == Settings(max_bytes=10, max_text_chars=20, record=Path("r.db"), quarantine=Path("q"))


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_environment({"DRAGOMAN_MAX_BYTES": "", "DRAGOMAN_RECORD": ""}) == Settings()


@pytest.mark.parametrize("value", ["0", "-5", "64 MB", "1e6", "٣", "9" * 5000])
def test_a_limit_that_is_no_whole_number_is_refused_by_name(value: str) -> None:
    with pytest.raises(SettingError, match="DRAGOMAN_MAX_BYTES"):
        Settings.from_environment({"DRAGOMAN_MAX_BYTES": value})


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"DRAGOMAN_CACHE": "/tmp/x"}, Path("/tmp/x")),
        ({"DRAGOMAN_CACHE": "off"}, None),
        ({"XDG_CACHE_HOME": "/tmp/y"}, Path("/tmp/y/dragoman")),
        ({"DRAGOMAN_CACHE": ""}, Path.home() / ".cache" / "dragoman"),
    ],
)
def test_the_cache_has_a_folder_or_none(environ: dict[str, str], folder: Path | None) -> None:
    assert Settings.from_environment(environ).cache == folder
