"""What a user may set in the environment.  This is the only module that reads `os.environ`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import SettingError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run; each field is read from the variable its docstring names."""

    max_bytes: int = 64 * MEBIBYTE
    """`DRAGOMAN_MAX_BYTES`: largest file, or line of a JSONL file, in bytes after decompression."""
    max_text_chars: int = 2_000_000
    """`DRAGOMAN_MAX_CHARS`: longest text of one document, in code points."""
    record: Path = Path("dragoman.sqlite")
    """`DRAGOMAN_RECORD`: the record file."""
    quarantine: Path = Path("dragoman-quarantine.jsonl")
    """`DRAGOMAN_QUARANTINE`: where inputs that could not be read or coded are listed, one JSON object a line."""
    cache: Path | None = field(default_factory=lambda: _cache({}))
    """`DRAGOMAN_CACHE`: folder for what is kept between runs, or `off`; else the user's cache folder."""
    colour: bool = True
    """`NO_COLOR`: whether a terminal may be given colours; any value of the variable forbids them."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Return the settings in `environ` (default: the process's); an empty variable counts as unset.

        Raises SettingError for a limit that is not a whole number above zero.
        """
        found = os.environ if environ is None else environ
        return cls(
            max_bytes=_limit(found, "DRAGOMAN_MAX_BYTES", cls().max_bytes),
            max_text_chars=_limit(found, "DRAGOMAN_MAX_CHARS", cls().max_text_chars),
            record=Path(found.get("DRAGOMAN_RECORD") or cls().record),
            quarantine=Path(found.get("DRAGOMAN_QUARANTINE") or cls().quarantine),
            cache=_cache(found),
            colour=not found.get("NO_COLOR"),
        )


def _cache(environ: Mapping[str, str]) -> Path | None:
    named = environ.get("DRAGOMAN_CACHE")
    if named:
        return None if named == "off" else Path(named)
    shared = environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # there is no home folder
        return (Path(shared) if shared else Path.home() / ".cache") / "dragoman"
    return None


def _limit(environ: Mapping[str, str], name: str, default: int) -> int:
    given = environ.get(name, "").strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and len(given) < 16 and int(given) > 0):
        raise SettingError(f"{name} is {given!r}")
    return int(given)
