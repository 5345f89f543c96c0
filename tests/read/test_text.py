"""Decoding: what the bytes say, unchanged, or a refusal."""

from __future__ import annotations

import random

import pytest

from dragoman.errors import EmptyInputError, TooLongError, UndecodableError
from dragoman.read.limits import Limits
from dragoman.read.text import decode, read_text

ENGLISH_WITH_TURKISH_NAMES = "Mr. Özgür Yıldız and Ms. Ayşe Çağlar flew to Oslo for talks on Friday, the ministry said."


def test_newlines_and_spaces_stay_as_they_are() -> None:
    raw = "First line \r\n\r\nSecond\rThird\n\n"
    assert read_text(raw.encode(), "a.txt", Limits()).text == raw


def test_offsets_fit_the_file_decoded_as_utf8() -> None:
    raw = "Çatalca, 3 May — Envoys met.\r\nThey left. 😀 Later they came back.".encode()
    text = read_text(raw, "a.txt", Limits()).text
    start = text.index("They")
    assert raw.decode("utf-8")[start : start + 10] == text[start : start + 10] == "They left."


def test_a_utf8_byte_order_mark_stays_as_furniture_so_that_offsets_fit() -> None:
    document = read_text("\ufeffEnvoys met.".encode(), "a.txt", Limits())
    assert document.text == "\ufeffEnvoys met."
    assert [(f.start, f.end) for f in document.furniture] == [(0, 1)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    decoded = decode("Envoys met in Ağrı.".encode(encoding))
    assert decoded.text == "Envoys met in Ağrı."
    assert decoded.notes == (f"encoding: {encoding}",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    decoded = decode("Envoys met in the harbour town.".encode(encoding))
    assert decoded.text == "Envoys met in the harbour town."
    assert decoded.notes == (f"encoding guessed: {encoding}",)


def test_turkish_names_in_windows_1254_are_not_read_as_icelandic() -> None:
    decoded = decode(ENGLISH_WITH_TURKISH_NAMES.encode("cp1254"))
    assert decoded.text == ENGLISH_WITH_TURKISH_NAMES
    assert decoded.notes == ("encoding guessed: windows-1254",)


@pytest.mark.parametrize(
    "text",
    [
        "Le président a reçu l'ambassadrice à Genève ; la coopération, déjà évoquée en février, sera élargie.",
        "Ráðherrann hitti sendiherra Þýskalands í Reykjavík á þriðjudag og ræddi öryggismál við hann.",
    ],
)
def test_western_european_latin_1_is_read_right(text: str) -> None:
    assert decode(text.encode("latin-1")).text == text


def test_cyrillic_windows_1251_is_read_right() -> None:
    text = "Министр обороны прибыл с визитом в столицу и провёл переговоры о поставках."
    assert decode(text.encode("cp1251")).text == text


def test_a_declared_encoding_is_used_where_utf8_fails() -> None:
    decoded = decode("Ağrı".encode("cp1254"), declared="cp1254")
    assert (decoded.text, decoded.notes) == ("Ağrı", ("encoding declared: windows-1254",))


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode("Ağrı".encode(), declared="cp1252").text == "Ağrı"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "fit no encoding"),
        (b"plain words\x00and a NUL", "NUL"),
        (b"%PDF-1.7 words", "a PDF"),
        (b"PK\x03\x04 words", "ZIP"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_binary_data_is_refused_with_its_reason(data: bytes, says: str) -> None:
    with pytest.raises(UndecodableError, match=says):
        decode(data)


def test_random_bytes_without_a_nul_are_refused() -> None:
    with pytest.raises(UndecodableError):
        decode(random.Random(7).randbytes(5000).replace(b"\0", b"\1"))


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyInputError, match="no text"):
        read_text(data, "a.txt", Limits())


def test_a_text_over_the_limit_is_refused_and_the_hint_names_the_setting() -> None:
    with pytest.raises(TooLongError, match="DRAGOMAN_MAX_CHARS"):
        read_text("é".encode() * 11, "a.txt", Limits(max_text_chars=10))


def test_fifty_megabytes_are_refused_before_they_are_decoded() -> None:
    with pytest.raises(TooLongError, match="2,000,000"):
        read_text(bytes(50_000_000), "a.txt", Limits())
