"""Paths → documents and failures: folders, files and standard input, in any of the formats read here.

One bad input gives one Failure and the rest is read; nothing is held longer than one document needs.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

from dragoman.errors import DragomanError, EmptyInputError, InputError, MissingInputError, NotAFileError
from dragoman.read.compressed import MAGIC, buffered, decompressed, read_capped
from dragoman.read.folders import READERS, article_files, suffixes
from dragoman.read.html import read_html
from dragoman.read.jsonl import read_jsonl
from dragoman.read.limits import Limits
from dragoman.read.text import read_text
from dragoman.records import Document, Failure

STDIN = "-"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SNIFFED = 1024

_Result = Document | Failure
_Item = TypeVar("_Item")


def read_paths(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    leave_out: Iterable[str | Path] = (),
) -> Iterator[Document | Failure]:
    """Yield the documents in `paths`, in order, and a Failure for each input that cannot be read.

    A path is a file, a folder (read with its subfolders, sorted by name) or `-` for `stdin`.  A document is
    named by its path below the given folder, a file by its base name, standard input `stdin`, a JSONL line
    by its `id`; where two arguments would give the same name, the later one has its path as given.  A path
    given twice is read once.  The format follows from the suffix; without a known one, from the first
    character: `{` is JSONL, `<` is HTML, anything else is text.

    Files in `leave_out` are passed over in folders: what the caller writes must not be read as an article.

    `limits` are those of the environment by default; SettingError is raised at once if they are no numbers.
    Nothing is raised later.
    """
    names = _Names(left_out=frozenset(map(os.path.realpath, leave_out)))
    return _read_all(list(dict.fromkeys(paths)), stdin, limits or Limits.from_environment(), names)


def check_paths(paths: Sequence[str]) -> None:
    """Raise the error of the first of `paths` unless at least one of them can hold an article.

    MissingInputError: it does not exist.  EmptyInputError: a folder without articles.
    """
    first: InputError | None = None
    for path in paths:
        problem = _problem(path)
        if problem is None:
            return
        first = first or problem
    raise first or MissingInputError("no path was given")


def _problem(path: str) -> InputError | None:
    try:
        return None if _may_hold_article(path) else EmptyInputError(f"{path}: no article in this folder")
    except InputError as error:
        return error
    except (OSError, ValueError) as error:
        return MissingInputError(f"{path}: {_plain(error)}")


def _may_hold_article(path: str) -> bool:
    if path == STDIN or not stat.S_ISDIR(_path(path).stat().st_mode):
        return True
    return any(error is None for _, error in article_files(path))


def _path(given: str) -> Path:
    """Return `given` as a path; an empty one, which pathlib takes for the working folder, is refused."""
    if not given:
        raise MissingInputError("the path is empty")
    return Path(given)


def _plain(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or str(error)).lower()


@dataclass(frozen=True, slots=True)
class _Source:
    """Something to be opened and read, by the name its documents are known by."""

    name: str
    open: Callable[[ExitStack], BinaryIO]
    format: str = ""
    codec: str = ""


@dataclass(slots=True)
class _Names:
    """The names that earlier arguments gave; folders are asked, so that nothing grows with their content."""

    left_out: frozenset[str]
    files: set[str] = field(default_factory=set)
    folders: list[str] = field(default_factory=list)

    def name(self, relative: str, given: str) -> str:
        taken = relative in self.files or any(Path(folder, relative).exists() for folder in self.folders)
        return _writable(given if taken else relative).replace(os.sep, "/")


def _writable(path: str) -> str:
    """Return `path` fit for printing: bytes of file names that are not UTF-8 come as halves of surrogate pairs."""
    return re.sub("[\ud800-\udfff]", "\ufffd", path)


def _read_all(paths: list[str], stdin: BinaryIO | None, limits: Limits, names: _Names) -> Iterator[_Result]:
    for path in paths:
        for source in _guarded(path, _sources(path, stdin, names)):
            if isinstance(source, Failure):
                yield source
            else:
                yield from _guarded(source.name, _documents(source, limits))


def _guarded(name: str, results: Iterator[_Item]) -> Iterator[_Item | Failure]:
    """Yield `results`; an error that ends them becomes a Failure."""
    try:
        yield from results
    except DragomanError as error:
        yield _failure(name, str(error))
    except OSError as error:
        yield _failure(name, str(MissingInputError(f"it cannot be read ({_plain(error)})")))
    except Exception as error:  # noqa: BLE001 - a fault in reading one input must not lose the others
        yield _failure(name, f"reading failed with {type(error).__name__}: {error}")


def _failure(name: str, reason: str) -> Failure:
    return Failure(document=_writable(name), stage="read", reason=" ".join(reason.split()))


def _sources(path: str, stdin: BinaryIO | None, names: _Names) -> Iterator[_Source | Failure]:
    if path == STDIN:
        yield _stdin_source(stdin)
    elif _path(path).is_dir():
        yield from _folder_sources(path, names)
        names.folders.append(path)
    else:
        base = Path(path).name
        yield _file_source(path, names.name(base, path))
        names.files.add(base)


def _stdin_source(stdin: BinaryIO | None) -> _Source:
    if stdin is None:
        raise MissingInputError("there is no standard input to read")
    return _Source("stdin", lambda _: stdin)


def _folder_sources(folder: str, names: _Names) -> Iterator[_Source | Failure]:
    empty = True
    for path, error in article_files(folder):
        if names.left_out and os.path.realpath(path) in names.left_out:
            continue
        name = names.name(os.path.relpath(path, folder), path)
        empty = empty and error is not None
        yield _failure(name, str(error)) if error else _file_source(path, name)
    if empty:
        raise EmptyInputError("no article in this folder")


def _file_source(path: str, name: str) -> _Source:
    kind, codec = suffixes(path)
    return _Source(name, lambda stack: stack.enter_context(_open_regular(path)), READERS.get(kind, ""), codec)


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe without a writer would never open."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _open_regular(path: str) -> BinaryIO:
    try:
        stream = open(path, "rb", opener=_open_at_once)  # noqa: SIM115 - the caller's stack closes it
    except (OSError, ValueError) as error:
        raise MissingInputError(f"it cannot be opened ({_plain(error)})") from error
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise NotAFileError("it is not a regular file")
    return stream


def _documents(source: _Source, limits: Limits) -> Iterator[_Result]:
    with ExitStack() as stack:
        stream = buffered(source.open(stack))
        codec = source.codec or ("" if source.format else _sniffed_codec(stream.peek(_SNIFFED)))
        if codec:
            stream = decompressed(stream, codec)
        read = _FORMATS[source.format or _sniffed_format(stream.peek(_SNIFFED))]
        yield from read(stream, source.name, limits)


def _sniffed_codec(head: bytes) -> str:
    return next((codec for magic, codec in MAGIC.items() if head.startswith(magic)), "")


def _sniffed_format(head: bytes) -> str:
    first = head.removeprefix(_BYTE_ORDER_MARK).lstrip()[:1]
    return {b"{": "jsonl", b"<": "html"}.get(first, "text")


def _text_documents(stream: BinaryIO, name: str, limits: Limits) -> Iterator[_Result]:
    yield read_text(read_capped(stream, limits.max_bytes), name, limits)


def _html_documents(stream: BinaryIO, name: str, limits: Limits) -> Iterator[_Result]:
    yield read_html(read_capped(stream, limits.max_bytes), name, limits)


_FORMATS: dict[str, Callable[[BinaryIO, str, Limits], Iterator[_Result]]] = {
    "text": _text_documents,
    "html": _html_documents,
    "jsonl": read_jsonl,
}
