"""The articles in a folder, in an order that is the same on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePath

from dragoman.errors import InputError, MissingInputError, NotAFileError
from dragoman.read.compressed import CODECS

#: File suffix → the reader for it.
READERS = {
    ".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip


def suffixes(name: str) -> tuple[str, str]:
    """Return the suffix that says the format and the one that says the compression, each possibly empty.

    `a.TXT.gz` → `.txt`, `.gz`.
    """
    *_, inner, last = ("", "", *PurePath(name.lower()).suffixes)
    return (inner, last) if last in CODECS else (last, "")


def article_files(folder: str) -> Iterator[tuple[str, InputError | None]]:
    """Yield the path of each article below `folder`, sorted by name, and of what cannot be entered with why.

    Hidden files and files of other suffixes are left out.  Links to folders are not followed, so no loop of
    links can catch the walk.
    """
    pending = _entries(folder)
    while pending:
        entry = pending.pop()
        if entry.is_dir(follow_symlinks=False):
            try:
                pending.extend(_entries(entry.path))
            except OSError as error:
                yield entry.path, MissingInputError(f"the folder cannot be opened ({error.strerror})")
        elif _is_linked_folder(entry):
            yield entry.path, NotAFileError("a link to a folder is not followed")
        elif suffixes(entry.name)[0] in READERS:
            yield entry.path, None


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in `folder`, last name first, hidden entries left out."""
    with os.scandir(folder) as found:
        shown = [entry for entry in found if not entry.name.startswith(".")]
    return sorted(shown, key=lambda entry: entry.name, reverse=True)


def _is_linked_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # a link in a circle with itself; opening it says so
        return False
