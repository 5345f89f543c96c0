"""`dragoman code`: forms, order, streaming, failures beside the output."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.batch import processes
from dragoman.cli import coding
from dragoman.records import Document, Failure
from tests.cli.runner import EXAMPLES, run

TREATY = "Japan and India signed a defence pact in Tokyo on Monday.\n"
VISIT = "China's foreign minister visited Pakistan on 3 May 2016.\n"


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_one_object_a_document_comes_out_in_the_order_of_the_input(folder: Path) -> None:
    write(folder, b=TREATY, a=VISIT, c="Nothing happened here today at all.\n")
    ended = run("code", "c.txt", "b.txt", "a.txt")
    assert (ended.code, ended.err) == (0, "")
    coded = objects(ended.out)
    assert [one["document"]["id"] for one in coded] == ["c.txt", "b.txt", "a.txt"]
    assert [len(one["events"]) for one in coded] == [0, 1, 1]
    assert "text" not in coded[0]["document"]


def test_every_quote_of_the_examples_stands_in_its_file() -> None:
    coded = objects(run("code", EXAMPLES / "asmara.txt").out)
    text = (EXAMPLES / "asmara.txt").read_text(encoding="utf-8")
    quotes = [quote for event in coded[0]["events"] for quote in event["evidence"]]
    assert len(quotes) > 3
    assert [quote for quote in quotes if text[quote["start"] : quote["end"]] != quote["quote"]] == []


def test_the_text_is_put_in_when_asked_for() -> None:
    ended = run("code", "-", "--with-text", stdin=TREATY.encode())
    assert objects(ended.out)[0]["document"]["text"] == TREATY


def test_csv_is_a_header_and_a_row_an_event(folder: Path) -> None:
    write(folder, a=TREATY, b="Nothing happened here today at all.\n", c=VISIT)
    rows = list(csv.DictReader(run("code", ".", "--format", "csv").out.splitlines()))
    assert [(row["document"], row["actor_countries"]) for row in rows] == [("a.txt", "JPN|IND"), ("c.txt", "CHN")]
    assert rows[0]["quote"] == TREATY.strip()


def test_a_table_fits_the_width_it_is_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    write(folder, a=TREATY)
    header, row = run("code", "a.txt", "--format", "table").out.splitlines()
    assert header.split()[:3] == ["date", "type", "status"]
    assert "Japan" in row
    assert max(map(len, (header, row))) <= 90


def test_output_goes_into_the_file_asked_for(folder: Path) -> None:
    write(folder, a=TREATY)
    ended = run("code", "a.txt", "-o", "out.jsonl")
    assert (ended.code, ended.out) == (0, "")
    assert objects((folder / "out.jsonl").read_text(encoding="utf-8"))[0]["document"]["id"] == "a.txt"
    assert run("code", "a.txt", "-o", "-").out == (folder / "out.jsonl").read_text(encoding="utf-8")


def test_what_the_command_writes_itself_is_not_read_as_an_article(folder: Path) -> None:
    write(folder, a=TREATY, b="")
    first = run("code", ".", "-o", "out.jsonl")
    assert first.code == 0
    wrote = (folder / "out.jsonl").read_text(encoding="utf-8")
    run("code", ".", "-o", "out.jsonl")
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == wrote
    assert len(wrote.splitlines()) == 1


@pytest.mark.parametrize("option", ["-o", "--quarantine"])
def test_an_input_is_never_overwritten(folder: Path, option: str) -> None:
    write(folder, a=TREATY)
    ended = run("code", "./a.txt", option, "a.txt")
    assert ended.code == 1
    assert ended.complaint.startswith("a.txt: is used by this very command")
    assert (folder / "a.txt").read_text(encoding="utf-8") == TREATY


def test_an_earlier_output_stays_when_nothing_can_be_coded(folder: Path) -> None:
    write(folder, a=TREATY)
    (folder / "out.jsonl").write_text("earlier\n")
    (folder / "mine").mkdir()
    (folder / "mine" / "predicates").mkdir()
    (folder / "mine" / "predicates" / "consult.yaml").write_text("- id: nonsense\n")
    assert run("code", "a.txt", "--lexicon", "mine", "-o", "out.jsonl").code == 2
    assert (folder / "out.jsonl").read_text() == "earlier\n"


def test_failures_are_told_and_listed_and_the_rest_is_coded(folder: Path) -> None:
    write(folder, a=TREATY, b=" \n", c=VISIT)
    ended = run("code", ".")
    assert ended.code == 0
    assert [one["document"]["id"] for one in objects(ended.out)] == ["a.txt", "c.txt"]
    told, summary = ended.err.splitlines()
    assert told.startswith("dragoman: b.txt: there is no text in it: ")
    assert summary == "dragoman: 1 document failed, listed in dragoman-quarantine.jsonl"
    (listed,) = objects((folder / "dragoman-quarantine.jsonl").read_text(encoding="utf-8"))
    assert (listed["document"], listed["stage"]) == ("b.txt", "read")
    assert listed["reason"] in told


def test_strict_makes_a_failure_the_exit_code(folder: Path) -> None:
    write(folder, a=TREATY, b="")
    assert run("code", "a.txt", "--strict").code == 0
    ended = run("code", "a.txt", "b.txt", "--strict")
    assert ended.code == 1
    assert len(objects(ended.out)) == 1


def test_only_the_first_failures_are_told_and_all_are_listed(folder: Path) -> None:
    lines = b"\n".join([b"{}"] * 12)
    ended = run("code", "-", "--quarantine", "failed.jsonl", stdin=lines)
    assert len(ended.err.splitlines()) == 6
    assert ended.err.splitlines()[-1] == "dragoman: 12 documents failed, listed in failed.jsonl"
    assert len((folder / "failed.jsonl").read_text().splitlines()) == 12


def test_failures_are_all_told_where_they_cannot_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_QUARANTINE", "/proc/none/failed.jsonl")
    write(folder, a=TREATY)
    ended = run("code", "-", "a.txt", stdin=b"\n".join([b"{}"] * 12))
    assert ended.code == 0
    assert len(objects(ended.out)) == 1
    assert len(ended.err.splitlines()) == 13
    assert ended.err.splitlines()[-1] == "dragoman: 12 documents failed"


def test_a_name_in_the_input_cannot_steer_the_terminal() -> None:
    ended = run(
        "code", "-", stdin=b'{"id": "\\u001b[2J\\nx", "text": ""}\n{"id": "\\u009b2J", "text": "All was calm."}\n'
    )
    assert "\x1b" not in ended.err
    assert "\x9b" not in ended.out
    assert objects(ended.out)[0]["document"]["id"] == "\x9b2J"


def test_documents_are_read_no_further_ahead_than_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line must be out before much more is read: memory does not grow with the corpus."""
    read = 0

    def documents() -> Iterator[Document | Failure]:
        nonlocal read
        for number in range(100):
            read += 1
            yield Document(id=str(number), text="All was calm.")

    monkeypatch.setattr(coding, "_read", lambda *_: documents())
    ahead: list[int] = []
    monkeypatch.setattr(coding, "print_lines", lambda lines, _: ahead.extend(read - at for at, _ in enumerate(lines)))
    assert run("code", "x").code == 0
    assert len(ahead) == 100
    assert max(ahead) <= 2 * processes.BATCH
