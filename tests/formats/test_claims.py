"""Claims for reading: one line each, their fields, what they rest on; nothing of an article steers a terminal."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dragoman.formats.claim_rows import TABLE_COLUMNS, claim_columns, claim_row, table_columns
from dragoman.formats.claims import claim_explanation, claim_line, claim_lines, kind_name
from dragoman.formats.story import PLAIN
from dragoman.records import CLAIM_KINDS, Actor, Attribution, Evidence, Member, Relation, nouns
from tests.factory import make_actor, make_claim, make_date, make_document

DOCUMENT = make_document(text="Türki Qat met.\n")
EVIL = "\x1b[2J\x9b\u202e\n"


def line(list_name: str, /, **fields: Any) -> str:
    return claim_line(make_claim(list_name, DOCUMENT, **fields))


def test_each_kind_tells_who_what_and_how_it_stands() -> None:
    told = {kind: line(kind) for kind in CLAIM_KINDS}
    assert told == {
        "statements": "2016-03-08  Turkey (TUR) → Qatar (QAT): say “ki Qat met.”  [happened]",
        "figures": "2016-03-01  more than 290 members of the security forces, killed @ Ankara, by Turkey (TUR)"
        "  [happened]",
        "commitments": "2016-03-08  Turkey (TUR) → Qatar (QAT): pledge: train the coast guard, if parliament agrees,"
        " by 2016-12  [fulfilled, says Turkey (TUR) itself]",
        "requests": "2016-03-08  Turkey (TUR) → Qatar (QAT): urge: open the crossing  [no answer told]",
        "agreements": "2016-03-08  the grain accord (deal): Turkey (TUR), Qatar (QAT); signed: Turkey (TUR);"
        " not signed: Qatar (QAT)  [happened]",
        "designations": "2016-03-08  Turkey (TUR): list: Qatar (QAT) among others on list of sponsors, 12 on it"
        "  [happened]",
        "series": "2008        talks of Turkey and Qatar: Turkey (TUR), Qatar (QAT); 1: 2008; 3: 2016-03-08, Ankara",
        "expectations": "2016-04-01  Turkey (TUR): visit Doha @ Ankara  [planned, hedged]",
        "doubts": "no byline: no author or desk is named",
    }  # fmt: skip


def test_what_the_text_leaves_open_is_a_dash_or_left_out() -> None:
    nobody: dict[str, Any] = {"speaker": None, "speakers": (), "addressee": None, "date": None, "content": ()}
    assert line("statements", **nobody, verb="comment", status="denied") == "undated     —: comment  [denied]"
    assert line("figures", claimants=(), place=None, what=None, population=None).endswith("290 people  [happened]")
    assert " — → —: demand: leave  [refused: no time]" in line(
        "requests", askers=(), asked=(), force="demand", act="leave", answer="refused", reason="no time"
    )
    assert line("series", members=(Member(ordinal=2, date=None, place=None, event=None),)).endswith("; 2")
    assert line("series", members=(Member(ordinal=None, date=None, place=None, event=None),)).endswith("; —")


@pytest.mark.parametrize(
    ("text", "unit", "population", "told"),
    [
        ("300", "troops", "Chadian soldiers", "300 Chadian soldiers"),
        ("12", "points", "observation points", "12 observation points"),
        ("1.5", "hours", "meeting", "1.5 hours (meeting)"),
        ("$3 million", "dollars", None, "$3 million"),
        ("13 percent", "percent", "voters", "13 percent (voters)"),
        ("dozens", "people", None, "dozens people"),
    ],
)
def test_a_unit_is_told_where_the_words_do_not_tell_it(text: str, unit: str, population: str | None, told: str) -> None:
    line_ = line("figures", text=text, unit=unit, population=population, what=None, place=None, claimants=())
    assert line_ == f"2016-03-01  {told}  [happened]"


def test_a_promise_not_to_do_something_and_a_foreign_assessor_are_told() -> None:
    told = line("commitments", negative=True, self_assessed=False, due=None, condition=None, status="broken")
    assert told.endswith(": pledge not to: train the coast guard  [broken, says Turkey (TUR)]")


def test_a_request_that_was_not_made_is_told_with_its_status() -> None:
    assert line("requests", status="denied").endswith("[denied, no answer told]")


def test_long_words_are_cut() -> None:
    assert len(line("requests", act="ship grain " * 100)) < 300


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_a_claim_is_shown_with_its_fields_and_its_quote_in_place(kind: str) -> None:
    claim = make_claim(kind, DOCUMENT)
    shown = list(claim_lines(kind, claim, DOCUMENT, PLAIN))
    assert shown[0] == claim_line(claim)
    assert f"id               {claim.id}" in shown
    assert f"record           {kind_name(kind)}" in shown
    assert ("«Türki Qat met.»" in shown) is bool(claim.evidence)
    assert shown[-1] == "published        2016-03-10 09:30 (line 1)"


def test_several_values_of_a_field_stand_below_its_label() -> None:
    shown = list(claim_lines("agreements", make_claim("agreements", DOCUMENT), DOCUMENT, PLAIN))
    place = shown.index("terms            ship grain")
    assert shown[place + 1] == "                 open ports"
    assert "relations        extends: the old accord" in shown
    assert "not signed       Qatar (QAT): state, GOV; “Qat” at 6, by pronoun" in shown


def test_an_explanation_has_words_rule_and_reasons() -> None:
    lines = list(claim_explanation("commitments", make_claim("commitments", DOCUMENT), DOCUMENT))
    assert "sentence         “Türki Qat met.” at 0 in talks.txt" in lines
    assert "rule             commitments.01, confidence 0.9, of the list commitments" in lines
    assert "due              2016-12: “on Tuesday”, weekday before published" in lines
    assert "creditors        Qatar (QAT): by pronoun, from “Qat”, entry state.qat" in lines
    assert "told by          officials (say)" in lines


def evil(value: Any) -> Any:
    """Return `value` with every text in it hostile."""
    if isinstance(value, str):
        return EVIL + value
    if isinstance(value, tuple):
        return tuple(map(evil, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(value, **{f.name: evil(getattr(value, f.name)) for f in dataclasses.fields(value)})
    return value


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_nothing_of_an_article_steers_the_terminal(kind: str) -> None:
    claim = evil(make_claim(kind, DOCUMENT))
    lines = [*claim_lines(kind, claim, DOCUMENT, PLAIN), *claim_explanation(kind, claim, DOCUMENT)]
    assert [c for line in lines for c in line if not c.isprintable() and c != "\n"] == []


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_a_row_has_every_column_as_text(kind: str) -> None:
    row = claim_row(make_claim(kind, DOCUMENT), "talks.txt", "2016-03-10")
    assert set(row) == set(claim_columns(kind))
    assert set(TABLE_COLUMNS[kind]) <= set(row)
    assert {type(cell) for cell in row.values()} == {str}
    assert (row["document"], row["published"]) == ("talks.txt", "2016-03-10")


def test_the_columns_of_a_kind_are_stable() -> None:
    assert ",".join(claim_columns("figures")) == (
        "value,upper,text,comparator,unit,population,what,place,place_country,period,period_end,period_precision,as_of,"
        "as_of_end,as_of_precision,cumulative,claimants,claimant_countries,status,attribution,attribution_verb,quote,rule,"
        "confidence,id,document,published"
    )
    assert claim_columns("doubts") == ("signal", "detail", "quote", "rule", "id", "document", "published")
    assert {"speakers", "speaker_countries", "addressee_country"} <= set(claim_columns("statements"))
    assert {"party_countries", "signatory_countries", "non_signatory_countries"} <= set(claim_columns("agreements"))


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_a_bare_claim_has_empty_cells(kind: str) -> None:
    full = make_claim(kind, DOCUMENT)
    empty = {f.name: () for f in dataclasses.fields(full) if isinstance(getattr(full, f.name), tuple)}
    open_ = {name for noun in (Actor, Attribution) for name, _, _ in nouns(full, noun)} - set(empty)
    bare = dataclasses.replace(full, **empty, **dict.fromkeys(open_))
    row = claim_row(bare, "a", None)
    assert [name for name in ("quote", "published", *empty, *open_) if row.get(name)] == []


def test_values_are_written_plainly() -> None:
    row = claim_row(make_claim("figures", DOCUMENT, value=3400000.0, upper=1.5, cumulative=None), "a", None)
    assert (row["value"], row["upper"], row["cumulative"]) == ("3400000", "1.5", "")
    row = claim_row(make_claim("series", DOCUMENT), "a", None)
    assert row["members"] == "1: 2008|3: 2016-03-08, Ankara"
    row = claim_row(make_claim("commitments", DOCUMENT, due=make_date("2016-04-01", "2016-04-30")), "a", None)
    assert (row["due"], row["due_end"], row["negative"]) == ("2016-04-01", "2016-04-30", "false")
    relation = Relation(kind="replaces", other="the truce")
    assert claim_row(make_claim("agreements", DOCUMENT, relations=(relation,)), "a", None)["relations"] == (
        "replaces: the truce"
    )


def test_a_narrow_table_has_fewer_columns_and_says_where_a_doubt_belongs() -> None:
    for kind, columns in TABLE_COLUMNS.items():
        narrow = table_columns(kind, narrow=True)
        assert set(narrow) <= set(columns)
        assert narrow[-1] == columns[-1]
    assert "document" in table_columns("doubts", narrow=True)
    assert "document" not in table_columns("figures", narrow=True)


def test_the_words_of_a_statement_in_parts_are_joined() -> None:
    parts = (Evidence(start=0, end=5, quote="Türki"), Evidence(start=6, end=9, quote="Qat"))
    claim = make_claim("statements", DOCUMENT, content=parts, speakers=(make_actor(DOCUMENT.text, "Qat"),))
    assert "“Türki … Qat”" in claim_line(claim)
    assert claim_row(claim, "a", None)["content"] == "Türki|Qat"
