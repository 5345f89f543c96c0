"""JSON Lines → documents: one object a line, read line by line, each bad line a failure of its own.

Fields: `text` (or `html`, a page to extract it from) and, all optional, `id`, `title`, `published`, `url`,
`source` and `language`.  Other fields are ignored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from dragoman.errors import DragomanError, MalformedInputError, TooLargeError
from dragoman.read.dates import parse_stamp
from dragoman.read.html import read_page
from dragoman.read.limits import Limits, checked_text
from dragoman.records import DateStamp, Document, Failure

#: A file is given up after so many lines in a row without a document: it is something else.
MAX_BARREN_LINES = 100_000
#: A line over the limit is skipped; a file is given up when the line goes on for so many times the limit.
_MAX_SKIP = 16
_CHUNK = 1024 * 1024

_FIELDS = {"title": "title", "url": "url", "source": "publisher"}
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,30})?")
#: NUL and halves of surrogate pairs: JSON can spell them, no file of text can hold them.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def read_jsonl(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Document | Failure]:
    """Yield the document of each line of `stream`, and a failure named `name:line` for each that has none."""
    barren = 0
    for number, line in _lines(stream, limits.max_bytes):
        if barren >= MAX_BARREN_LINES:
            reason = f"{barren:,} lines in a row without a document, so the rest is not read"
            yield Failure(document=f"{name}:{number}", stage="read", reason=str(MalformedInputError(reason)))
            return
        result = _read_line(line, f"{name}:{number}", limits)
        barren = 0 if isinstance(result, Document) else barren + 1
        if result is not None:
            yield result


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line, None for a line over `limit`."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        fits = len(line) <= limit
        yield number, (line if fits else None)
        if not fits and not line.endswith(b"\n"):
            _skip_line(stream, limit)


def _skip_line(stream: BinaryIO, limit: int) -> None:
    skipped = 0
    while piece := stream.readline(_CHUNK):
        skipped += len(piece)
        if piece.endswith(b"\n"):
            return
        if skipped > _MAX_SKIP * limit:
            raise TooLargeError(f"a line goes on for more than {skipped:,} bytes, so the rest is not read")


def _read_line(line: bytes | None, place: str, limits: Limits) -> Document | Failure | None:
    """Return the document, the failure, or None for a blank line."""
    try:
        if line is None:
            raise TooLargeError(f"the line has more than {limits.max_bytes:,} bytes")
        text = _decoded(line)
        return _document(_object(text), place, limits) if text else None
    except DragomanError as error:
        return Failure(document=place, stage="read", reason=str(error))


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8").strip("\ufeff \t\r\n")
    except UnicodeDecodeError as error:
        raise MalformedInputError(f"the line is not UTF-8 at byte {error.start + 1}") from error


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise MalformedInputError(f"the line is not JSON ({_first_line(error)})") from error
    if not isinstance(value, dict):
        raise MalformedInputError(f"the line is a JSON {type(value).__name__}, not an object")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"field given twice: {twice[:40]}")
    return values


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]


def _document(fields: dict[str, Any], place: str, limits: Limits) -> Document:
    document_id = _id(fields.get("id"), place)
    base = _base(fields, document_id, limits)
    notes = list(base.notes)
    values = {target: _string(fields, name, notes) for name, target in _FIELDS.items()}
    given: dict[str, Any] = {target: value for target, value in values.items() if value}
    given["language"] = _language(fields, notes)
    given["published"] = _published(fields, notes) or base.published
    return replace(base, **given, notes=tuple(notes))


def _base(fields: dict[str, Any], document_id: str, limits: Limits) -> Document:
    """Return the document with its text only, or with what its page says."""
    text, html = fields.get("text"), fields.get("html")
    if isinstance(text, str) and text.strip():
        clean = _UNWRITABLE.sub("\ufffd", text)
        notes = () if clean == text else ("characters that no text file can hold are replaced by U+FFFD",)
        return Document(id=document_id, text=checked_text(clean, limits), notes=notes)
    if isinstance(html, str) and html.strip():
        return read_page(_UNWRITABLE.sub("\ufffd", html), document_id, limits)
    raise MalformedInputError("the object has no text")


def _id(value: Any, place: str) -> str:
    if value is None or value == "":
        return place
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return _UNWRITABLE.sub("\ufffd", str(value))
    raise MalformedInputError(f"id is a JSON {type(value).__name__}, not a string")


def _string(fields: dict[str, Any], name: str, notes: list[str]) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        notes.append(f"input field {name} is not a string and is ignored")
        return None
    return _UNWRITABLE.sub("\ufffd", value).strip() or None


def _language(fields: dict[str, Any], notes: list[str]) -> str | None:
    value = _string(fields, "language", notes)
    match = _LANGUAGE.fullmatch(value) if value else None
    if value and not match:
        notes.append(f"input field language is not an ISO 639-1 code and is ignored: {value[:40]!r}")
    return match[1].lower() if match else None


def _published(fields: dict[str, Any], notes: list[str]) -> DateStamp | None:
    value = fields.get("published")
    if value is None or value == "":
        return None
    stamp = parse_stamp(value, "input field published") if isinstance(value, str) else None
    if stamp is None:
        notes.append(f"input field published is not a date that is understood: {str(value)[:40]!r}")
    return stamp
