"""The dictionary as it was read, kept in the user's cache folder: the next start reads it in a third of the time.

Like Python's own compiled files, what is kept counts only as long as no file it was made from has changed, and is
made anew without a word when it is missing, damaged or somebody else's.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from dragoman.settings import Settings

_MOST = 6
_FAILURES = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, ValueError)


def key_of(files: Iterable[Path]) -> str:
    """Return a key of `files` and of the code that reads them, by their paths, sizes and times of change."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    digest = hashlib.sha256(sys.version.encode())
    for path in (*code, *files):
        told = path.stat()
        digest.update(f"{path}\0{told.st_size}\0{told.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def recall(key: str) -> Any | None:
    """Return what was kept under `key`, or None."""
    place = Settings.from_environment().cache
    if place is None:
        return None
    try:
        with (place / f"dictionary-{key}.pickle").open("rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            return pickle.load(file)  # noqa: S301 - the user's own file, as Python's compiled modules are
    except _FAILURES:
        return None


def keep(key: str, thing: Any) -> None:
    """Keep `thing` under `key`, and the last few others; where that cannot be done, do nothing."""
    place = Settings.from_environment().cache
    if place is None:
        return
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=place, prefix=".dictionary-")
        try:
            with os.fdopen(number, "wb") as file:
                pickle.dump(thing, file, protocol=pickle.HIGHEST_PROTOCOL)
            Path(name).replace(place / f"dictionary-{key}.pickle")
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _drop_old(place)


def _drop_old(place: Path) -> None:
    known = sorted(place.glob("dictionary-*.pickle"), key=lambda path: path.stat().st_mtime)
    for path in known[:-_MOST]:
        path.unlink(missing_ok=True)
