"""Compressed input: unpacked as a stream, capped after unpacking, and never cut short in silence."""

from __future__ import annotations

import gzip
import io
import sys
import tracemalloc

import pytest
import zstandard

from dragoman.errors import DamagedError, MissingExtraError, TooLargeError
from dragoman.read.compressed import buffered, decompressed, read_capped

WORDS = b"Envoys met in the harbour town.\n" * 5000
PACKERS = {".gz": gzip.compress, ".zst": zstandard.compress}
BOTH = pytest.mark.parametrize("suffix", [".gz", ".zst"])


@BOTH
def test_what_was_packed_comes_out(suffix: str) -> None:
    assert decompressed(io.BytesIO(PACKERS[suffix](WORDS)), suffix).read() == WORDS


@BOTH
def test_joined_archives_come_out_as_one(suffix: str) -> None:
    pack = PACKERS[suffix]
    assert decompressed(io.BytesIO(pack(WORDS) + pack(b"The end.")), suffix).read() == WORDS + b"The end."


@BOTH
def test_lines_can_be_read_one_by_one(suffix: str) -> None:
    lines = decompressed(io.BytesIO(PACKERS[suffix](b"one\ntwo\n")), suffix)
    assert [lines.readline(), lines.readline(), lines.readline()] == [b"one\n", b"two\n", b""]


@BOTH
def test_a_cut_archive_is_damage_and_not_a_short_text(suffix: str) -> None:
    packed = PACKERS[suffix](WORDS)
    with pytest.raises(DamagedError, match="damaged"):
        decompressed(io.BytesIO(packed[: len(packed) // 2]), suffix).read()


@BOTH
def test_other_data_under_the_suffix_is_damage(suffix: str) -> None:
    with pytest.raises(DamagedError):
        decompressed(io.BytesIO(b"just words, not packed"), suffix).read()


def _bomb(suffix: str, megabytes: int) -> io.BytesIO:
    packed = io.BytesIO()
    writer = gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) if suffix == ".gz" else _zstd_writer(packed)
    with writer:
        for _ in range(megabytes):
            writer.write(bytes(1024 * 1024))
    return io.BytesIO(packed.getvalue())


def _zstd_writer(packed: io.BytesIO) -> zstandard.ZstdCompressionWriter:
    return zstandard.ZstdCompressor().stream_writer(packed, closefd=False)


@BOTH
def test_a_bomb_is_refused_at_the_cap_in_little_memory(suffix: str) -> None:
    bomb = _bomb(suffix, megabytes=300)
    tracemalloc.start()
    with pytest.raises(TooLargeError, match="more than 4,000,000 bytes"):
        read_capped(decompressed(bomb, suffix), 4_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


def test_the_cap_itself_is_allowed() -> None:
    assert read_capped(io.BytesIO(b"12345"), 5) == b"12345"
    with pytest.raises(TooLargeError):
        read_capped(io.BytesIO(b"123456"), 5)


def test_without_the_package_the_error_says_which_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'dragoman\[zstd\]'"):
        decompressed(io.BytesIO(), ".zst")


def test_a_buffered_stream_can_be_looked_at_and_is_left_open() -> None:
    source = io.BytesIO(b"{words}")
    with buffered(source) as stream:
        assert stream.peek(1)[:1] == b"{"
        assert stream.read() == b"{words}"
    assert not source.closed
