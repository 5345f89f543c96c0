"""Compressed and bounded reading: a small file that unpacks to a huge one is refused in little memory."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, Protocol

from dragoman.errors import DamagedError, MissingExtraError, TooLargeError

_CHUNK = 1024 * 1024
#: Bytes of zstd input unpacked at once: 4 of them can stand for a block of 128 KiB.
_ZSTD_STEP = 512
_ZSTD_MAX_WINDOW = 128 * 1024 * 1024


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def read_capped(stream: BinaryIO, limit: int) -> bytes:
    """Return all of `stream`; raise TooLargeError once more than `limit` bytes have come out of it."""
    data = bytearray()
    while chunk := stream.read(min(_CHUNK, limit + 1 - len(data))):
        data += chunk
    if len(data) > limit:
        raise TooLargeError(f"it holds more than {limit:,} bytes")
    return bytes(data)


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """Return `stream` with `peek`, reading no more than has arrived.  Closing it leaves `stream` open."""
    return io.BufferedReader(_Raw(_Arriving(stream), ()))


def decompressed(stream: BinaryIO, suffix: str) -> io.BufferedReader:
    """Return what `stream` unpacks to, `suffix` being one of CODECS.

    Raises MissingExtraError at once; reading raises DamagedError where the data does not unpack.
    """
    return io.BufferedReader(CODECS[suffix](stream))


class _Raw(io.RawIOBase):
    """Any reader as a raw stream, with the errors in `damage` turned into DamagedError."""

    def __init__(self, source: _Readable, damage: tuple[type[Exception], ...]) -> None:
        self._source = source
        self._damage = damage

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        try:
            chunk = self._source.read(len(buffer))
        except self._damage as error:
            raise DamagedError(f"the compressed data is damaged ({error})") from error
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Arriving:
    """A stream whose `read` returns what is there instead of waiting until `size` bytes are."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)

    def read(self, size: int, /) -> bytes:
        return self._read(size)


class _Zstd:
    """Zstandard frames, unpacked in small steps; unlike the library's own reader it notices a cut file."""

    def __init__(self, stream: BinaryIO, library: Any) -> None:
        self._stream = stream
        self._decompressor = library.ZstdDecompressor(max_window_size=_ZSTD_MAX_WINDOW)
        self._frame: Any = None
        self._pending = b""
        self._output = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        while not self._output:
            packed = self._pending or self._stream.read(_ZSTD_STEP)
            if not packed:
                return self._at_end()
            self._unpack(packed)
        chunk, self._output = self._output[:size], self._output[size:]
        return bytes(chunk)

    def _unpack(self, packed: bytes) -> None:
        if self._frame is None:
            self._frame = self._decompressor.decompressobj()
        self._output = memoryview(self._frame.decompress(packed))
        self._pending = b""
        if self._frame.eof:
            self._pending, self._frame = self._frame.unused_data, None

    def _at_end(self) -> bytes:
        if self._frame is not None:
            raise EOFError("it breaks off before its end")
        return b""


def _gzip(stream: BinaryIO) -> io.RawIOBase:
    return _Raw(gzip.GzipFile(fileobj=stream, mode="rb"), (gzip.BadGzipFile, EOFError, zlib.error))


def _zstd(stream: BinaryIO) -> io.RawIOBase:
    try:
        import zstandard  # noqa: PLC0415 - optional dependency
    except ImportError as error:
        raise MissingExtraError("reading .zst needs the package zstandard") from error
    return _Raw(_Zstd(stream, zstandard), (zstandard.ZstdError, EOFError))


#: File suffix → what unpacks it.
CODECS: dict[str, Callable[[BinaryIO], io.RawIOBase]] = {".gz": _gzip, ".zst": _zstd}

#: First bytes of a stream without a name → the suffix it would have.
MAGIC = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}
