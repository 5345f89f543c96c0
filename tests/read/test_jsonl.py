"""JSON Lines: good lines become documents, each bad line one failure that names it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from dragoman.read import jsonl
from dragoman.read.jsonl import read_jsonl
from dragoman.read.limits import Limits
from dragoman.records import Document, Failure
from tests.read.pages import page


def _read(*lines: bytes | str | dict[str, Any], limits: Limits | None = None) -> list[Document | Failure]:
    raw = [json.dumps(line) if isinstance(line, dict) else line for line in lines]
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in raw)
    return list(read_jsonl(io.BytesIO(data), "news.jsonl", limits or Limits()))


def _one(line: dict[str, Any]) -> Document:
    (document,) = _read(line)
    assert isinstance(document, Document), document
    return document


def test_every_field_of_the_contract_is_taken_over() -> None:
    document = _one(
        {"id": "a1", "text": "Envoys met.\r\n", "title": "Talks", "published": "2016-03-10T09:30:00",
         "url": "https://example.org/a1", "source": "Harbour Post", "language": "en-GB", "other": [1]}
    )  # fmt: skip
    assert (document.id, document.text, document.title) == ("a1", "Envoys met.\r\n", "Talks")
    assert (document.url, document.publisher, document.language) == ("https://example.org/a1", "Harbour Post", "en")
    stamp = document.published
    assert stamp is not None
    assert (stamp.date, stamp.time, stamp.precision) == ("2016-03-10", "09:30", "minute")
    assert stamp.basis == "input field published"
    assert document.notes == ()
    assert not document.extracted


def test_only_the_text_is_needed() -> None:
    document = _one({"text": "Envoys met."})
    assert document == Document(id="news.jsonl:1", text="Envoys met.")


@pytest.mark.parametrize("published", ["some day", 1457618700, ["2016"], "03/04/2016"])
def test_a_date_that_is_not_understood_is_noted_and_left_out(published: object) -> None:
    document = _one({"text": "Envoys met.", "published": published})
    assert document.published is None
    assert len(document.notes) == 1
    assert "published is not a date" in document.notes[0]


def test_fields_of_a_wrong_kind_are_noted_and_left_out() -> None:
    document = _one({"text": "Envoys met.", "title": 7, "language": "English"})
    assert (document.title, document.language) == (None, None)
    assert [note.split(" is ")[0] for note in document.notes] == ["input field title", "input field language"]


def test_a_number_serves_as_id_but_an_object_does_not() -> None:
    first, second = _read({"id": 17, "text": "Envoys met."}, {"id": {}, "text": "Envoys met."})
    assert isinstance(first, Document)
    assert first.id == "17"
    assert isinstance(second, Failure)
    assert second.reason.startswith("id is a JSON dict")


def test_a_page_in_the_html_field_is_extracted() -> None:
    document = _one({"id": "p", "html": page(), "title": "Given title"})
    assert "asked for two patrol boats" in document.text
    assert document.extracted
    assert document.title == "Given title"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"text": "cut of', "not JSON"),
        ("not json at all", "not JSON"),
        ('["text"]', "JSON list, not an object"),
        ("17", "JSON int, not an object"),
        ("[" * 100_000, "not JSON"),
        ('{"n": ' + "9" * 5000 + "}", "not JSON"),
        ('{"text": "one", "text": "two"}', "given twice: text"),
        (b'{"text": "\xff\xfe"}', "not UTF-8 at byte 11"),
        ('{"id": "a1"}', "no text"),
        ('{"id": "a1", "text": "  "}', "no text"),
        ('{"id": "a1", "text": null}', "no text"),
        ('{"id": "a1", "text": 5}', "no text"),
    ],
)
def test_a_bad_line_is_one_failure_and_the_rest_is_read(line: bytes | str, says: str) -> None:
    before, bad, after = _read({"text": "Before."}, line, {"text": "After."})
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert (before.text, after.text) == ("Before.", "After.")
    assert isinstance(bad, Failure)
    assert (bad.document, bad.stage) == ("news.jsonl:2", "read")
    assert says in bad.reason
    assert "\n" not in bad.reason


def test_blank_lines_count_but_give_nothing() -> None:
    document, failure = _read("", '{"text": "Envoys met."}', "  ", "bad")
    assert isinstance(document, Document)
    assert document.id == "news.jsonl:2"
    assert isinstance(failure, Failure)
    assert failure.document == "news.jsonl:4"


def test_a_byte_order_mark_before_the_first_line_is_no_error() -> None:
    (document,) = _read('\ufeff{"text": "Envoys met."}')
    assert isinstance(document, Document)
    assert document.text == "Envoys met."


def test_what_utf8_cannot_hold_is_replaced_one_for_one_and_noted() -> None:
    (document,) = _read(r'{"text": "a\ud800b\u0000c"}')
    assert isinstance(document, Document)
    assert document.text == "a\ufffdb\ufffdc"
    assert "U+FFFD" in document.notes[0]


def test_a_line_over_the_limit_is_skipped_and_the_rest_is_read() -> None:
    long = {"text": "x" * 5000}
    bad, good = _read(long, {"text": "After."}, limits=Limits(max_bytes=1000))
    assert isinstance(bad, Failure)
    assert "more than 1,000 bytes" in bad.reason
    assert isinstance(good, Document)


def test_a_text_over_the_limit_is_a_failure() -> None:
    (bad,) = _read({"text": "x" * 50}, limits=Limits(max_text_chars=10))
    assert isinstance(bad, Failure)
    assert "DRAGOMAN_MAX_CHARS" in bad.reason


def test_a_file_of_other_lines_is_given_up_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_BARREN_LINES", 3)
    results = _read(*["word"] * 10)
    assert len(results) == 4
    assert isinstance(results[-1], Failure)
    assert "rest is not read" in results[-1].reason
