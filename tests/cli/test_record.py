"""The commands that ask the record: what they list, show and explain, and in which form."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from dragoman.cli import output
from dragoman.formats.rows import EVENT_COLUMNS
from dragoman.ontology import STATUSES, TYPES
from dragoman.store.record import open_record
from tests.cli.runner import Ended, run
from tests.factory import make_coding, make_document, make_event

LISTS = ("events", "timeline", "documents", "actors")


@pytest.fixture(autouse=True)
def asked(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record of `desk` is the one that is asked."""
    monkeypatch.setenv("DRAGOMAN_RECORD", str(desk))


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(run(*arguments, "--format", "csv").out.splitlines()))


def sole_id(*arguments: str) -> str:
    (row,) = rows("events", *arguments)
    return row["id"]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ([], ["CONSULT", "CONSULT", "AID"]),
        (["--actor", "KEN"], ["CONSULT"]),
        (["--actor", "turkey"], ["CONSULT", "AID"]),
        (["--type", "aid"], ["AID"]),
        (["--status", "Planned"], ["CONSULT"]),
        (["--since", "2016-03"], ["CONSULT", "AID"]),
        (["--until", "2015"], []),
        (["--text", "envoy*"], ["CONSULT"]),
        (["--limit", "1"], ["CONSULT"]),
        (["--actor", "TUR", "--type", "CONSULT", "--since", "2016", "--text", "ankara"], ["CONSULT"]),
    ],
)
def test_events_are_those_that_meet_all_conditions(conditions: list[str], found: list[str]) -> None:
    assert [row["type"] for row in rows("events", *conditions)] == found


def test_the_timeline_goes_by_date_and_undated_acts_come_last() -> None:
    assert [row["date"] for row in rows("timeline")] == ["2016-03-08", "2016-03-08", ""]


def test_the_timeline_shows_the_words_their_document_and_the_id() -> None:
    lines = run("timeline", "--actor", "KEN").out.splitlines()
    assert lines[0].split() == ["undated", "CONSULT:visit", "Kenya", "(KEN)", "@", "Ankara", "[planned]"]
    assert lines[1] == f"            “The envoys of Kenya will visit Doha.” {sole_id('--actor', 'KEN')} talks.txt"


def test_documents_are_those_with_such_an_act_or_such_words() -> None:
    assert [row["name"] for row in rows("documents")] == ["talks.txt", "aid.txt"]
    assert [row["name"] for row in rows("documents", "--type", "AID")] == ["aid.txt"]
    assert [row["name"] for row in rows("documents", "--text", '"visit doha"')] == ["talks.txt"]
    assert rows("documents")[0]["events"] == "2"


def test_actors_are_counted_in_both_roles() -> None:
    counted = [(row["name"], row["as_actor"], row["as_recipient"]) for row in rows("actors")]
    assert counted == [("Qatar", "0", "2"), ("Turkey", "2", "0"), ("Kenya", "1", "0")]
    assert [row["name"] for row in rows("actors", "--actor", "KEN")] == ["Kenya"]


@pytest.mark.parametrize("command", LISTS)
def test_json_is_one_array_with_a_value_on_each_line(command: str) -> None:
    out = run(command, "--format", "json").out
    values = json.loads(out)
    assert out.count("\n") == len(values) + 2
    assert len(values) == {"documents": 2}.get(command, 3)
    assert json.loads(run(command, "--format", "json", "--limit", "0").out) == []


def test_json_and_csv_of_events_hold_every_field() -> None:
    event = json.loads(run("events", "--format", "json", "--limit", "1").out)[0]
    assert event["document"] == "talks.txt"
    assert event["evidence"] == [{"start": 0, "end": 27, "quote": "Turkey met Qatar in Ankara."}]
    assert tuple(rows("events")[0]) == EVENT_COLUMNS


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize("columns", [80, 110, 160])
def test_a_table_fits_the_terminal(command: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(command).out.splitlines()
    assert len(lines) > 2
    if command != "timeline":
        assert max(map(len, lines)) <= columns


def test_an_empty_table_says_so_and_other_forms_stay_readable() -> None:
    nothing = run("events", "--type", "ASSAULT")
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.complaint == "nothing in the record meets these conditions"
    assert run("events", "--type", "ASSAULT", "--format", "csv").out == ",".join(EVENT_COLUMNS) + "\n"


def test_an_event_is_shown_by_the_digits_a_table_gives() -> None:
    digits = run("events", "--actor", "KEN").out.splitlines()[1].split()[0]
    shown = run("show", digits).out
    assert f"id          {sole_id('--actor', 'KEN')}\n" in shown
    assert "\n«The envoys of Kenya will visit Doha.»\n" in shown
    assert "document    talks.txt: Envoys in Ankara\n" in shown


@pytest.mark.parametrize("key", ["talks.txt", None])
def test_a_document_is_shown_by_name_or_id_with_all_its_quotes_marked(key: str | None) -> None:
    shown = run("show", key or rows("documents")[0]["id"][:6]).out
    met, visit = (row["id"][:8] for row in rows("events", "--type", "CONSULT"))
    marked = f"«event {met}: Turkey met Qatar in Ankara.»\n«event {visit}: The envoys of Kenya will visit Doha.»"
    assert f"\n{marked}\n\nevents\n" in shown
    assert "\npublished   2016-03-10 09:30 (line 1)\n" in shown
    assert shown.splitlines()[-1].startswith(f"{sole_id('--actor', 'KEN')}  undated")


def test_quotes_are_coloured_on_a_terminal_unless_colours_are_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output.sys.stdout, "isatty", lambda: True, raising=False)
    assert output.marks() is output.COLOUR
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.marks() is output.PLAIN


def complaint(ended: Ended, code: int = 1) -> str:
    assert (ended.code, ended.out) == (code, "")
    return ended.complaint


@pytest.mark.parametrize(("command", "kind"), [("show", "event, claim or document"), ("explain", "event or claim")])
@pytest.mark.parametrize("key", ["ffff00ff", "no.txt", "", "%"])
def test_an_unknown_id_is_named_with_where_to_find_ids(command: str, kind: str, key: str) -> None:
    told = complaint(run(command, key))
    hint = "list ids with `dragoman events`, `dragoman documents` or a list of claims such as `dragoman figures`"
    assert told == f"no {kind} {key!r}: {hint}"


@pytest.mark.parametrize("command", ["show", "explain"])
def test_digits_that_fit_several_ids_are_answered_with_those_ids(command: str, desk: Path) -> None:
    with open_record(desk) as record:
        for number in range(20):  # more ids than first digits
            document = make_document(f"{number}.txt")
            record.add(make_coding(document, make_event(document, number)))
    ids = [row["id"] for row in rows("events")]
    digit = max("0123456789abcdef", key=[one[0] for one in ids].count)
    told = complaint(run(command, digit))
    assert told.startswith(f"event or claim '{digit}' could be {min(one for one in ids if one[0] == digit)}, ")
    assert told.endswith(": give more digits of the id")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--since", "last week", "since must be a date such as 2016-03-10, 2016-03 or 2016, not 'last week'"),
        ("--until", "2016-02-30", "until must be a date such as 2016-03-10, 2016-03 or 2016, not '2016-02-30'"),
        ("--type", "MEETING", f"type must be one of {', '.join(TYPES)}, not 'MEETING'"),
        ("--status", "done", f"status must be one of {', '.join(STATUSES)}, not 'done'"),
    ],
)
@pytest.mark.parametrize("command", LISTS)
def test_a_condition_that_cannot_be_understood_is_named(command: str, option: str, value: str, said: str) -> None:
    told = complaint(run(command, option, value), 2)
    assert told == f"{said}: correct that option; --help shows what each one takes"


def test_a_sound_record_passes_the_check() -> None:
    ended = run("check")
    assert (ended.code, ended.out, ended.err) == (0, "2 documents checked, 0 misses\n", "")


def test_a_changed_text_fails_the_check_with_each_miss_on_a_line(desk: Path) -> None:
    with sqlite3.connect(desk) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'grain', 'bread') WHERE name = 'aid.txt'")
    connection.close()
    ended = run("check")
    assert ended.code == 1
    *misses, summary = ended.out.splitlines()
    assert summary == f"2 documents checked, {len(misses)} misses"
    assert any(
        "evidence: expected 'Turkey gave Qatar grain.', found 'Turkey gave Qatar bread.'" in one for one in misses
    )


@pytest.mark.parametrize("command", [*LISTS, "check"])
def test_a_record_that_is_not_there_is_named_and_not_made(command: str, folder: Path) -> None:
    told = complaint(run(command, "--record", "none.sqlite"))
    assert told.startswith("none.sqlite: no such file: name a record made by `dragoman add`")
    assert not (folder / "none.sqlite").exists()
