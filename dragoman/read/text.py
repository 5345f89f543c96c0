"""Bytes → text, unchanged: no newline is translated and nothing is stripped, so offsets fit the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import TooLongError, UndecodableError
from dragoman.read.limits import Limits, checked_text
from dragoman.records import Document, Furniture

#: UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_NOT_TEXT = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP or office file"), (b"\x1f\x8b", "gzip data"))
_SAMPLE = 64 * 1024
_MAX_CONTROL_SHARE = 0.01
_CONTROL = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")

#: Statistics cannot tell Latin code pages apart on an English text with a few foreign names, and take three
#: such names for Chinese.  Where at most this share of bytes is not ASCII, the letters decide first.
_MAX_FOREIGN_SHARE = 0.25
#: Code page, letters that only one language has there, and all the letters that language uses.
_SIGNATURES = (
    ("cp1254", frozenset("ĞİŞğış".encode("cp1254")), frozenset("ÇĞİÖŞÜÂÎÛçğışöüâîûÉé".encode("cp1254"))),
    ("cp1252", frozenset("ÐÞðþ".encode("cp1252")), frozenset("ÁÐÉÍÓÚÝÞÆÖáðéíóúýþæö".encode("cp1252"))),
)
#: Letters of windows-1250 where windows-1252 has rare signs, or letters that only the two above use.
_CENTRAL_EUROPEAN = frozenset(b"\x8d\x8f\x9d\x9f\xa5\xb3\xb9\xd0\xdd\xde\xf0\xfd\xfe")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what a reader should know about how its bytes were understood."""

    text: str
    notes: tuple[str, ...] = ()


def read_text(data: bytes, document_id: str, limits: Limits) -> Document:
    """Return the document of a text file; a byte order mark of UTF-8 stays in the text, as furniture.

    Raises UndecodableError, EmptyInputError or TooLongError.
    """
    if len(data) > 4 * limits.max_text_chars + 4:  # no encoding needs more than 4 bytes for a character
        raise TooLongError(f"the text has more than {limits.max_text_chars:,} characters")
    decoded = decode(data)
    text = checked_text(decoded.text, limits)
    mark = (Furniture(start=0, end=1, reason="byte order mark"),) if text.startswith("\ufeff") else ()
    return Document(id=document_id, text=text, furniture=mark, notes=decoded.notes)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return `data` as text: by its byte order mark, as UTF-8, as `declared`, or by a guess that is noted.

    Raises UndecodableError for binary data and for bytes that fit no encoding.
    """
    _refuse_known_binary(data)
    decoded = _by_mark(data) or _as_utf8(data) or _as_declared(data, declared) or _by_guess(data)
    if "\0" in decoded.text:
        raise UndecodableError("it holds NUL characters, so it is binary data and not text")
    return decoded


def _refuse_known_binary(data: bytes) -> None:
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            raise UndecodableError(f"it is {what}, not text")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _attempt(data, encoding)
            if text is None:
                raise UndecodableError(f"it begins like {encoding} but breaks its rules")
            return Decoded(text, (f"encoding: {encoding}",))
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    if _looks_utf16(data):
        return None
    text = _attempt(data, "utf-8")
    return None if text is None else Decoded(text)


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    text = _attempt(data, declared)
    return None if text is None else Decoded(text, (f"encoding declared: {_public_name(declared)}",))


def _by_guess(data: bytes) -> Decoded:
    for encoding in _guesses(data):
        text = _attempt(data, encoding)
        if text is not None and len(_CONTROL.findall(text)) <= _MAX_CONTROL_SHARE * len(text):
            return Decoded(text, (f"encoding guessed: {_public_name(encoding)}",))
    raise UndecodableError("its bytes fit no encoding that could be detected, or it is not text")


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _looks_utf16(data: bytes) -> bool:
    return b"\0" in data[:_SAMPLE] and _utf16_order(data) is not None


def _utf16_order(data: bytes) -> str | None:
    """Western text in UTF-16 has nearly all its NUL bytes on one side of each pair."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    pairs = min(len(data), _SAMPLE) // 2
    if odd > 0.5 * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 * pairs and odd < 0.02 * pairs else None


def _guesses(data: bytes) -> Iterator[str]:
    """Yield codecs, likeliest first."""
    if b"\0" in data[:_SAMPLE]:
        yield from filter(None, [_utf16_order(data)])
        return
    foreign = [byte for byte in data[:_SAMPLE] if byte >= 0x80]
    if len(foreign) <= _MAX_FOREIGN_SHARE * min(len(data), _SAMPLE):
        yield from filter(None, [_latin(frozenset(foreign))])
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and slow to import

    yield from (match.encoding for match in from_bytes(data[:_SAMPLE]))


def _latin(present: frozenset[int]) -> str | None:
    """Return the code page for text with the bytes `present`: Turkish, Icelandic, Western, or None for others."""
    letters = frozenset(byte for byte in present if byte >= 0xC0)
    for codec, own, alphabet in _SIGNATURES:
        if letters & own and letters <= alphabet:
            return codec
    return None if present & _CENTRAL_EUROPEAN else "cp1252"


def _public_name(codec: str) -> str:
    return re.sub(r"^cp(125\d)$", r"windows-\1", codec.lower()).replace("_", "-")
