"""Briefs: which records stand in which section, whom a name means, and what became of what was expected."""

from __future__ import annotations

import dataclasses
import json

import pytest

from dragoman.brief.gather import brief
from dragoman.errors import FilterError, UnknownActorError
from dragoman.formats.brief import brief_object, markdown_lines, text_lines
from dragoman.records import Place
from dragoman.store.record import Record
from tests.brief.conftest import Lines, coding
from tests.factory import TEXT, make_actor, make_coding, make_date, make_document, with_claims, without_events

TURKEY = make_actor(TEXT, "Minis", "Turkey", country="TUR", entry="state.tur")
KENYA = make_actor(TEXT, "ers", "Kenya", country="KEN", entry="state.ken")
MINISTER = make_actor(TEXT, "ers", "Foreign Minister of Kenya", country="KEN", kind="office", entry=None)
ANKARA = Place(name="Ankara", country="TUR", lat=39.92, lon=32.85, precision="city")
DOHA = Place(name="Doha", country="QAT", lat=25.3, lon=51.5, precision="city")


def test_every_section_has_the_records_of_its_sort(record: Record, lines: Lines) -> None:
    coded = coding("a.txt", "2016-03-10", {}, {"type": "REJECT", "modes": ()}, {"type": "AID", "modes": ()},
                   statements=[{}], series=[{}], agreements=[{}], commitments=[{}],
                   requests=[{}, {"answer": "refused"}, {"answer": "granted"}, {"answer": "hedged"},
                             {"answer": "none", "status": "denied"}],
                   expectations=[{}])  # fmt: skip
    record.add(coded)
    found = lines("TUR")
    assert {title: [item.kind for item in items] for title, items in found.items()} == {
        "meetings": ["series", "events"],
        "agreements": ["agreements"],
        "commitments": ["commitments"],
        "open requests": ["requests", "requests"],
        "refusals": ["requests", "events", "agreements"],
        "expectations": ["expectations"],
    }


def test_sections_without_lines_are_left_out(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", {}))
    assert list(lines("Qatar")) == ["meetings"]


def test_lines_go_by_date_and_the_undated_come_last(record: Record, lines: Lines) -> None:
    dates = [None, make_date("2016-03-08"), make_date("2014"), dataclasses.replace(make_date(None), offset_days=-3)]
    record.add(coding("a.txt", None, *({"date": date} for date in dates)))
    starts = [(item.record.date and item.record.date.start) for item in lines("TUR")["meetings"]]  # type: ignore[union-attr]
    assert starts == ["2014", "2016-03-08", None, None]


def test_dates_leave_out_what_lies_outside_and_the_undated(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", None, {"date": make_date("2014")}, {"date": make_date("2016")}, {"date": None}))
    assert len(lines("TUR", since="2015")["meetings"]) == 1
    assert lines("TUR", until="2013") == {}


def test_a_dyad_has_only_what_both_have_a_part_in(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", {}, {"recipients": (KENYA,)}, commitments=[{}, {"creditors": (KENYA,)}]))
    found = lines("Turkey", "Kenya")
    assert [len(found[title]) for title in ("meetings", "commitments")] == [1, 1]


def test_the_name_of_a_state_means_its_bodies_and_officials_too(record: Record) -> None:
    record.add(coding("a.txt", "2016-03-10", {"recipients": (KENYA,)}, {"recipients": (MINISTER,)}))
    for given in ("Kenya", "kenya", "KEN"):
        found = brief(record, given)
        assert (found.subjects[0].name, found.subjects[0].country) == ("Kenya (KEN)", "KEN")
        assert len(found.sections[0].items) == 2
    assert len(brief(record, "minister of kenya").sections[0].items) == 1


def test_a_country_without_a_line_for_the_state_itself_is_known_by_its_code(record: Record) -> None:
    record.add(coding("a.txt", "2016-03-10", {"recipients": (MINISTER,)}))
    assert brief(record, "KEN").subjects[0].name == "KEN"
    assert brief(record, "KEN").subjects[0].country == "KEN"


@pytest.mark.parametrize(
    ("given", "near"), [("Turkee", "Turkey"), ("KNE", "KEN"), ("Qatari emir", ""), ("Kenya Army", "Kenya")]
)
def test_an_unknown_actor_is_named_with_names_like_it(record: Record, given: str, near: str) -> None:
    record.add(coding("a.txt", "2016-03-10", {"recipients": (KENYA,)}))
    with pytest.raises(UnknownActorError, match=f"nobody in the record is '{given}'.*{near}"):
        brief(record, given)


@pytest.mark.parametrize(
    "given", ["", "%", "\ud800", "x" * 5000, "'; DROP TABLE claims; --", "\0", "(((", "a" * 40 + "*"]
)
def test_hostile_names_are_unknown(record: Record, given: str) -> None:
    record.add(coding("a.txt", "2016-03-10", {}))
    with pytest.raises(UnknownActorError):
        brief(record, given)
    with pytest.raises(UnknownActorError):
        brief(record, "TUR", given)


def test_an_empty_record_knows_nobody(record: Record) -> None:
    with pytest.raises(UnknownActorError, match="nobody in the record is 'TUR': list who is there"):
        brief(record, "TUR")


def test_one_actor_given_twice_is_refused(record: Record) -> None:
    record.add(coding("a.txt", "2016-03-10", {}))
    with pytest.raises(FilterError, match=r"both actors are Turkey \(TUR\)"):
        brief(record, "TUR", "Turkey")


VISIT = {"window": make_date("2016-04"), "place": DOHA, "actors": (TURKEY,)}


def test_what_should_have_come_by_the_last_publication_is_not_confirmed(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", expectations=[VISIT]))
    (item,) = lines("TUR")["expectations"]
    assert item.note == ""
    record.add(coding("later.txt", "2016-04-15"))
    assert lines("TUR")["expectations"][0].note == ""
    record.add(coding("much later.txt", "2016-06-01"))
    assert lines("TUR")["expectations"][0].note == "not confirmed in the record"


def test_an_act_of_another_document_in_the_window_and_place_confirms_it(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", expectations=[VISIT]))
    done = coding("b.txt", "2016-06-01", {"date": make_date("2016-04-12"), "place": DOHA})
    record.add(done)
    assert lines("TUR")["expectations"][0].note == f"reported as {done.events[0].id}"


@pytest.mark.parametrize(
    "fields",
    [
        {"date": make_date("2016-05-12"), "place": DOHA},
        {"date": make_date("2016-04-12"), "place": ANKARA},
        {"date": None, "place": DOHA},
        {"date": make_date("2016-04-12"), "place": DOHA, "status": "planned"},
        {"date": make_date("2016-04-12"), "place": DOHA, "actors": (KENYA,), "recipients": ()},
    ],
)
def test_another_day_place_status_or_actor_confirms_nothing(
    record: Record, lines: Lines, fields: dict[str, object]
) -> None:
    record.add(coding("a.txt", "2016-03-10", expectations=[VISIT]))
    record.add(coding("b.txt", "2016-06-01", fields))
    assert lines("TUR")["expectations"][0].note == "not confirmed in the record"


def test_the_type_of_the_planned_event_tells_what_confirms_it(record: Record, lines: Lines) -> None:
    planned = {"id": "a" * 16, "type": "AGREE", "status": "planned", "modes": ()}
    record.add(coding("a.txt", "2016-03-10", planned, expectations=[VISIT | {"event": "a" * 16}]))
    record.add(coding("b.txt", "2016-06-01", {"type": "ASSAULT", "date": make_date("2016-04-12"), "place": DOHA}))
    assert lines("TUR")["expectations"][0].note == "not confirmed in the record"
    met = coding("c.txt", "2016-06-01", {"type": "CONSULT", "date": make_date("2016-04-12"), "place": ANKARA})
    record.add(met)
    assert lines("TUR")["expectations"][0].note == f"reported as {met.events[0].id}"


def toll(value: float, name: str, **fields: object) -> dict[str, object]:
    claimant = make_actor(TEXT, "ers", name, country=None)
    return {
        "value": value, "text": f"{value:g}", "comparator": None, "population": "soldiers", "what": "killed",
        "claimants": (claimant,), **fields,
    }  # fmt: skip


def test_figures_of_one_quantity_from_different_claimants_stand_side_by_side(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", figures=[toll(100, "the army"), toll(5, "doctors", what="arrested")]))
    record.add(coding("b.txt", "2016-03-11", figures=[toll(140, "rebels"), toll(100, "an aid group")]))
    items = lines("TUR")["figures side by side"]
    assert sorted(item.record.text for item in items) == ["100", "100", "140"]  # type: ignore[union-attr]
    assert {(item.group, item.note) for item in items} == {(1, "one quantity; values differ")}


def test_figures_of_one_claimant_or_one_value_do_not(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", figures=[toll(100, "the army"), toll(140, "the army")]))
    record.add(coding("b.txt", "2016-03-10", figures=[toll(7, "doctors", what="hurt"), toll(7, "rebels", what="hurt")]))
    assert "figures side by side" not in lines("TUR")


def test_scopes_that_differ_are_told(record: Record, lines: Lines) -> None:
    turkey = Place(name="Turkey", country="TUR", lat=39.0, lon=35.0, precision="country")
    record.add(coding("a.txt", "2016-03-10", figures=[toll(100, "the army", place=turkey), toll(40, "rebels")]))
    (note,) = {item.note for item in lines("TUR")["figures side by side"]}
    assert note == "scopes differ: place wider; values differ"


def test_figures_concern_both_of_a_dyad(record: Record, lines: Lines) -> None:
    record.add(coding("a.txt", "2016-03-10", figures=[toll(100, "the army"), toll(140, "rebels")]))
    assert len(lines("the army", "rebels")["figures side by side"]) == 2
    record.add(coding("b.txt", "2016-03-10", {"recipients": (KENYA,)}))
    assert "figures side by side" not in lines("rebels", "Kenya")


def full(record: Record) -> None:
    record.add(with_claims(make_coding(make_document("talks.txt"))))
    record.add(coding("later.txt", "2017-01-01", figures=[toll(7, "rebels"), toll(9, "doctors")]))


def test_every_line_of_a_text_carries_its_quote_document_and_id(record: Record) -> None:
    full(record)
    found = brief(record, "TUR", since="2001")
    printed = " ".join(" ".join(text_lines(found, 100)).split())
    assert printed.startswith("Turkey (TUR), since 2001 MEETINGS")
    for section in found.sections:
        assert section.title.upper() in printed
        for item in section.items:
            assert f"“{item.record.evidence[0].quote}” {item.record.id} {item.document.name}" in printed
    assert "[planned, hedged] (not confirmed in the record)" in printed
    assert all(len(line) <= 100 for line in text_lines(found, 100) if line.startswith(" " * 14))


def test_markdown_has_headings_and_no_markup_of_the_article(record: Record) -> None:
    full(record)
    record.add(coding("evil_name.txt", "2016-03-10", requests=[{"act": "open <b>the *gate*\n# now"}]))
    lines = list(markdown_lines(brief(record, "TUR")))
    assert lines[:3] == ["# Turkey (TUR)", "", "## Meetings"]
    (line,) = [line for line in lines if "gate" in line]
    assert r"open \<b\>the \*gate\* \# now" in line
    assert any(r"evil\_name.txt, published 2016-03-10)" in line for line in lines)


def test_json_holds_each_line_with_its_whole_record(record: Record) -> None:
    full(record)
    found = json.loads(json.dumps(brief_object(brief(record, "TUR", "QAT"))))
    assert [actor["country"] for actor in found["actors"]] == ["TUR", "QAT"]
    line = next(section for section in found["sections"] if section["title"] == "commitments")["lines"][0]
    assert (line["kind"], line["document"]["name"]) == ("commitment", "talks.txt")
    assert line["record"]["act"] == "train the coast guard"
    assert line["quote"] == line["record"]["evidence"][0]["quote"]


def test_nothing_of_an_article_steers_the_terminal(record: Record) -> None:
    document = make_document("\x1b[2J.txt", "Türki Qat met\x9b \x1b[31m\u202e.\n")
    record.add(without_events(with_claims(make_coding(document))))
    found = brief(record, "TUR")
    for lines in (text_lines(found, 80), markdown_lines(found)):
        assert [c for line in lines for c in line if not c.isprintable() and c != "\n"] == []


@pytest.mark.parametrize("start", ["0001", "9999-12", "2016-13", "2016-00-00", "20xx", "9999-12-31"])
def test_odd_dates_of_an_expectation_break_nothing(record: Record, lines: Lines, start: str) -> None:
    record.add(coding("a.txt", "2016-03-10", {"date": make_date("2016", "9999")}, expectations=[
        VISIT | {"window": make_date(start)}]))  # fmt: skip
    record.add(coding("b.txt", "2016-06-01", {"date": make_date(start)}))
    assert len(lines("TUR")["expectations"]) == 1
