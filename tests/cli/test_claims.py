"""The commands that list claims, `code --list`, and claims shown and explained."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from dragoman.formats.claim_rows import claim_columns
from dragoman.ontology import CLAIM_STATUSES
from dragoman.records import CLAIM_KINDS
from dragoman.store.record import open_record
from tests.cli.runner import run
from tests.factory import make_claim, make_coding, make_document, with_claims

TREATY = "Japan and India signed a defence pact in Tokyo on Monday.\n"


@pytest.fixture(autouse=True)
def asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of one document with a claim of every kind, and one without any."""
    path = folder / "claims.sqlite"
    with open_record(path) as record:
        record.add(with_claims(make_coding(make_document("talks.txt", "Türki Qat met. More than 290 died.\n"))))
        record.add(make_coding(make_document("plain.txt")))
    monkeypatch.setenv("DRAGOMAN_RECORD", str(path))
    return path


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(run(*arguments, "--format", "csv").out.splitlines()))


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_each_kind_has_a_list_in_every_form(kind: str) -> None:
    claim = make_claim(kind, make_document("talks.txt", "Türki Qat met. More than 290 died.\n"))
    table = run(kind).out.splitlines()
    assert (table[0].split()[0], table[1].split()[0]) == ("id", claim.id[:8])
    (row,) = rows(kind)
    assert tuple(row) == claim_columns(kind)
    assert (row["id"], row["document"]) == (claim.id, "talks.txt")
    (value,) = json.loads(run(kind, "--format", "json").out)
    assert (value["id"], value["document"]) == (claim.id, "talks.txt")
    assert "evidence" in value


@pytest.mark.parametrize("kind", CLAIM_KINDS)
@pytest.mark.parametrize("columns", [80, 110, 160])
def test_a_table_fits_the_terminal(kind: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(kind).out.splitlines()
    assert len(lines) == 2
    assert max(map(len, lines)) <= columns


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (["statements", "--actor", "TUR"], 1), (["statements", "--actor", "KEN"], 0),
        (["requests", "--actor", "qatar"], 1), (["figures", "--text", "290"], 1), (["figures", "--text", "quokka"], 0),
        (["commitments", "--status", "Fulfilled"], 1), (["commitments", "--status", "open"], 0),
        (["expectations", "--since", "2016-04-15"], 1), (["expectations", "--until", "2015"], 0),
        (["agreements", "--limit", "0"], 0), (["doubts", "--limit", "3"], 1),
    ],
)  # fmt: skip
def test_claims_are_those_that_meet_all_conditions(arguments: list[str], number: int) -> None:
    assert len(rows(*arguments)) == number


@pytest.mark.parametrize(
    ("command", "option", "thing"),
    [("figures", "--type", "type"), ("statements", "--type", "type"), ("series", "--status", "status"),
     ("doubts", "--status", "status"), ("doubts", "--actor", "actor"), ("doubts", "--since", "date")],
)  # fmt: skip
def test_what_a_kind_does_not_have_is_refused(command: str, option: str, thing: str) -> None:
    ended = run(command, option, "x")
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint == (f"{command} have no {thing}: correct that option; --help shows what each one takes")
    assert option not in run(command, "--help").out


@pytest.mark.parametrize("kind", CLAIM_STATUSES)
def test_a_status_that_a_kind_does_not_know_is_named_with_those_it_does(kind: str) -> None:
    ended = run(kind, "--status", "sleeping")
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith(f"status must be one of {', '.join(CLAIM_STATUSES[kind])}, not 'sleeping'")
    assert all(status in run(kind, "--help").out for status in CLAIM_STATUSES[kind])


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_help_has_an_example(kind: str) -> None:
    assert f"\n    dragoman {kind} " in run(kind, "--help").out


def test_an_empty_list_says_so(folder: Path) -> None:
    with open_record(folder / "empty.sqlite"):
        pass
    ended = run("figures", "--record", "empty.sqlite")
    assert (ended.code, ended.out) == (0, "")
    assert ended.complaint == "nothing in the record meets these conditions"
    assert run("figures", "--record", "empty.sqlite", "--format", "json").out == "[\n]\n"
    assert (
        run("figures", "--record", "empty.sqlite", "--format", "csv").out == ",".join(claim_columns("figures")) + "\n"
    )


def test_a_claim_is_shown_and_explained_by_the_digits_a_table_gives() -> None:
    digits = run("figures").out.splitlines()[1].split()[0]
    shown = run("show", digits).out
    assert "\nrecord           figure\n" in shown
    assert "\n«Türki Qat met. More than 290 died.»\n" in shown
    explained = run("explain", digits).out
    assert "\nrule             figures.01, confidence 0.9, of the list figures\n" in explained


def test_a_document_is_shown_with_the_layers_asked_for() -> None:
    everything = run("show", "talks.txt").out
    assert [line for line in everything.splitlines() if line in CLAIM_KINDS] == list(CLAIM_KINDS)
    some = run("show", "talks.txt", "--layers", "Figures, events").out
    assert [line for line in some.splitlines() if line in ("events", *CLAIM_KINDS)] == ["events", "figures"]
    assert "statement" not in some
    assert run("show", "plain.txt", "--layers", "figures").out.endswith("\nno figures\n")


@pytest.mark.parametrize(
    ("layers", "said"),
    [("rumours", "layers must be among events, statements, .*, not 'rumours'"), (",", "layers names none of events, ")],
)
def test_a_layer_that_does_not_exist_is_named(layers: str, said: str) -> None:
    ended = run("show", "talks.txt", "--layers", layers)
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith(said.split(".*", maxsplit=1)[0])


def test_documents_are_listed_with_the_number_of_their_claims() -> None:
    assert [(row["name"], row["claims"]) for row in rows("documents")] == [("talks.txt", "9"), ("plain.txt", "0")]


def test_a_tampered_claim_fails_the_check(asked: Path) -> None:
    import sqlite3  # noqa: PLC0415

    with sqlite3.connect(asked) as connection:
        connection.execute(
            "UPDATE claims SET record = replace(record, 'More than', 'Less than') WHERE kind = 'figures'"
        )
    connection.close()
    ended = run("check")
    assert ended.code == 1
    assert "talks.txt, claim " in ended.out


def test_code_lists_events_unless_another_list_is_asked_for(folder: Path) -> None:
    (folder / "a.txt").write_text(TREATY, encoding="utf-8")
    assert rows("code", "a.txt")[0]["type"]
    for kind in CLAIM_KINDS:
        header = run("code", "a.txt", "--format", "csv", "--list", kind).out.splitlines()[0]
        assert header == ",".join(claim_columns(kind))
    table = run("code", "a.txt", "--format", "table", "--list", "doubts")
    assert table.code == 0


def test_code_prints_the_claims_of_its_list(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coding = with_claims(make_coding())
    monkeypatch.setattr("dragoman.cli.coding._code", lambda *_: iter([coding]))
    (folder / "a.txt").write_text(TREATY, encoding="utf-8")
    (row,) = rows("code", "a.txt", "--list", "requests")
    assert (row["act"], row["document"]) == ("open the crossing", "talks.txt")
    header, line = run("code", "a.txt", "--format", "table", "--list", "requests").out.splitlines()
    assert header.split()[:3] == ["date", "askers", "asked"]
    assert line.split()[:3] == ["2016-03-08", "Turkey", "Qatar"]


def test_a_list_goes_with_a_form_of_rows(folder: Path) -> None:
    (folder / "a.txt").write_text(TREATY, encoding="utf-8")
    ended = run("code", "a.txt", "--list", "figures")
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith("invalid value: --list goes with --format table or csv")
    assert "'rumours'" in run("code", "a.txt", "--format", "csv", "--list", "rumours").complaint
