"""`dragoman explain`: why a stored event was coded, and what becomes of any sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.store.filters import EventFilter
from dragoman.store.record import open_record
from tests.cli.runner import run

PROTEST = "Turkey condemned the attack."


@pytest.fixture
def asked(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The record of `desk` is the one that is asked."""
    monkeypatch.setenv("DRAGOMAN_RECORD", str(desk))
    return desk


def sole_id(desk: Path, **conditions: str) -> str:
    with open_record(desk) as record:
        (stored,) = record.events(EventFilter(**conditions))
    return stored.event.id


def test_an_explanation_has_sentence_rule_date_and_the_basis_of_each_actor(asked: Path) -> None:
    lines = run("explain", sole_id(asked, type="AID")).out.splitlines()
    told = {line[:12].strip(): line[12:] for line in lines[2:]}
    assert told["sentence"] == "“Turkey gave Qatar grain.” at 0 in aid.txt"
    assert told["rule"] == "meet.v.01: subj state, obj state"
    assert told["date"] == "“on Tuesday” → 2016-03-08: weekday before published"
    assert told["actor"] == "Turkey (TUR): named by “Turke”, entry state.tur"
    assert told["recipient"].startswith("Qatar (QAT): by pronoun, from “")
    assert told["anchor"] == "2016-03-10 09:30 (line 1)"


def test_an_undated_event_is_explained_as_undated(asked: Path) -> None:
    assert "\ndate        none: no expression of time" in run("explain", sole_id(asked, actor="KEN")).out


def test_a_sentence_is_explained_word_by_word() -> None:
    ended = run("explain", "--sentence", PROTEST)
    assert (ended.code, ended.err) == (0, "")
    quoted, fired, sense, near, *_ = ended.out.splitlines()
    assert quoted == f"“{PROTEST}”"
    assert fired.startswith("fired       condemned: ACCUSE")
    assert fired.endswith("[happened] Turkey (TUR) → —")
    assert sense.startswith("            condemn.v.01 (accuse.yaml:")
    assert near.startswith("near        attack: attack.n.")


def test_text_is_read_from_standard_input_and_each_sentence_is_explained() -> None:
    given = f"{PROTEST} Iran might attack Israel.\n".encode()
    out = run("explain", "--sentence", "-", stdin=given).out
    assert [line for line in out.splitlines() if line.startswith("“")] == [
        f"“{PROTEST}”",
        "“Iran might attack Israel.”",
    ]
    assert "lost        attack: " in out


def test_a_lexicon_of_ones_own_is_asked_too(tmp_path: Path) -> None:
    (tmp_path / "predicates").mkdir()
    (tmp_path / "predicates" / "consult.yaml").write_text(
        "- id: bamboozle.v.51\n  verb: bamboozle\n  example: Chad bamboozled Togo.\n"
        "  counter: Chad slept.\n  note: an invented verb\n",
        encoding="utf-8",
    )
    out = run("explain", "--sentence", "Chad bamboozled Togo.", "--lexicon", tmp_path).out
    assert "bamboozle.v.51 (consult.yaml:1)" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give either the ID of a stored event or claim or --sentence TEXT"),
        (["3f9a12", "--sentence", PROTEST], "give either the ID of a stored event or claim or --sentence TEXT"),
        (["3f9a12", "--lexicon", "."], "--lexicon goes with --sentence"),
        (["--sentence", PROTEST, "--record", "desk.sqlite"], "--record goes with an ID"),
    ],
)
def test_options_that_do_not_fit_together_are_told_in_one_line(arguments: list[str], said: str) -> None:
    ended = run("explain", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith(f"invalid value: {said}")
    assert ended.complaint.endswith(": see `dragoman explain --help`")


@pytest.mark.parametrize(
    ("words", "stdin", "said"),
    [
        (" ", b"", "--sentence: there is no text in it"),
        ("-", b"", "standard input: there is no text in it"),
        ("-", b"%PDF-1.7", "standard input: it is a PDF, not text"),
    ],
)
def test_what_is_no_text_is_named(words: str, stdin: bytes, said: str) -> None:
    ended = run("explain", "--sentence", words, stdin=stdin)
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith(said)


def test_more_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_BYTES", "10")
    ended = run("explain", "--sentence", "-", stdin=PROTEST.encode())
    assert (ended.code, ended.out) == (2, "")
    assert ended.complaint.startswith("standard input: it holds more than 10 bytes")


def test_a_text_without_english_sentences_says_so() -> None:
    ended = run("explain", "--sentence", "Die Türkei verurteilte am Montag den Angriff auf die Stadt und die Dörfer.")
    assert (ended.code, ended.out) == (0, "")
    assert ended.complaint == "no English sentence was found in the text"


def test_nothing_of_the_text_steers_the_terminal() -> None:
    out = run("explain", "--sentence", "Turkey\x1b[2J condemned\x9b Qatar\u202e.").out
    assert [c for c in out if not c.isprintable() and c != "\n"] == []
