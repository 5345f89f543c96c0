"""Each filter finds what it says, on every database, and bad values are refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError, UnknownIdError
from dragoman.records import Actor
from dragoman.store.filters import EventFilter
from dragoman.store.record import Record, open_record
from tests.factory import make_actor, make_coding, make_date, make_document, make_event, make_evidence

TEXT = "Çavuşoğlu and the PKK met in Şanlıurfa.\nTürkiye's U.S. envoys left; un-named guests stayed.\n"


def add(record: Record, name: str = "a.txt", text: str = TEXT, **fields: Any) -> None:
    document = make_document(name, text)
    record.add(make_coding(document, make_event(document, **fields)))


def named(*actors: tuple[str, str | None, str | None]) -> tuple[Actor, ...]:
    return tuple(make_actor(TEXT, "PKK", name, country=country, entry=entry) for name, country, entry in actors)


def found(record: Record, **wanted: Any) -> bool:
    return bool(list(record.events(EventFilter(**wanted))))


@pytest.mark.parametrize("actor", ["TUR", "person.cavusoglu", "cavusoglu", "ÇAVUŞOĞLU", "Çavuş", "mevlut cavus", "un"])
def test_an_actor_is_found_by_country_entry_or_part_of_a_name(record: Record, actor: str) -> None:
    people = named(("Mevlüt Çavuşoğlu", "TUR", "person.cavusoglu"), ("United Kingdom", "GBR", None))
    add(record, actors=people, recipients=())
    assert found(record, actor=actor)


@pytest.mark.parametrize("actor", ["UN", "TU", "IRQ", "tur", "person", "%", "_", "!!!", "\ud800", "Mev%oğlu", "\0"])
def test_an_actor_is_not_found_by_chance_letters(record: Record, actor: str) -> None:
    people = named(("Mevlüt Çavuşoğlu", "TUR", "person.cavusoglu"), ("United Kingdom", "GBR", None))
    add(record, actors=people, recipients=())
    assert not found(record, actor=actor)


def test_a_name_in_capitals_is_a_whole_word(record: Record) -> None:
    add(record, actors=named(("PKK/PYD", None, None)), recipients=())
    assert found(record, actor="PKK")
    assert found(record, actor="PYD")
    assert not found(record, actor="PK")


def test_recipients_are_found_like_actors(record: Record) -> None:
    add(record, actors=(), recipients=named(("Iraq", "IRQ", None)))
    assert found(record, actor="IRQ")
    assert found(record, actor="iraq")


def test_type_is_found_in_any_case_and_status_as_printed(record: Record) -> None:
    add(record, type="AID", status="planned")
    assert found(record, type="aid", status="planned")
    assert not found(record, type="CONSULT")
    assert not found(record, status="happened")


@pytest.mark.parametrize(
    ("start", "end", "since", "until", "expected"),
    [
        ("2016-03-08", None, "2016-03-08", "2016-03-08", True),
        ("2016-03-08", None, "2016-03-09", None, False),
        ("2016-03-08", None, None, "2016-03-07", False),
        ("2016-03-08", None, "2016-03", "2016-03", True),
        ("2016-03-08", None, "2016", "2016", True),
        ("2016-03-31", None, None, "2016-03", True),
        ("2016-02-29", None, "2016-02-29", "2016-02", True),
        ("2016-03", None, "2016-03-15", None, True),
        ("2016-03", None, None, "2016-03-01", True),
        ("2016-03", None, "2016-04", None, False),
        ("2016", None, "2016-11-02", None, True),
        ("2016", None, None, "2015", False),
        ("2016-03-01", "2016-03-20", "2016-03-10", None, True),
        ("2016-03-01", "2016-03-20", "2016-03-21", None, False),
        (None, None, "1900", None, False),
        (None, None, None, "2100", False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_known(
    record: Record, start: str | None, end: str | None, since: str | None, until: str | None, *, expected: bool
) -> None:
    add(record, date=make_date(start, end))
    assert found(record, since=since, until=until) is expected


@pytest.mark.parametrize(
    "date", ["yesterday", "2016-13", "2016-02-30", "2016-3-1", "16", "2016-03-08T10:00", "２０１６"]
)
@pytest.mark.parametrize("field", ["since", "until"])
def test_what_is_no_date_is_refused_by_name(field: str, date: str) -> None:
    with pytest.raises(DragomanError, match=f"{field} must be a date such as"):
        EventFilter(**{field: date})  # type: ignore[arg-type]


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(DragomanError, match="limit must not be negative"):
        EventFilter(limit=-1)


def test_the_limit_holds_for_every_question(record: Record) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        add(record, name)
    two = EventFilter(limit=2)
    assert [len(list(ask(two))) for ask in (record.events, record.timeline, record.documents)] == [2, 2, 2]
    assert len(list(record.actors(EventFilter(limit=1)))) == 1
    assert list(record.events(EventFilter(limit=0))) == []


def test_words_are_looked_for_in_quotes_for_events_and_in_texts_for_documents(record: Record) -> None:
    add(record)
    assert found(record, text="pkk")
    assert not found(record, text="guests")
    assert [head.name for head in record.documents(EventFilter(text="guests"))] == ["a.txt"]
    assert [head.name for head in record.documents(EventFilter(text="envoys ankara"))] == ["a.txt"]


@pytest.mark.parametrize(
    "text", ["CAVUSOGLU pkk", '"the PKK met"', "şanlı*", '"met in" çavuş*', "U.S", "(PKK", '"the pkk']
)
def test_words_phrases_and_endings_are_found_without_case_and_diacritics(record: Record, text: str) -> None:
    add(record, evidence=(make_evidence(TEXT, TEXT.strip()),))
    assert found(record, text=text)


@pytest.mark.parametrize(
    "text",
    ["PKK OR", "NOT PKK", "quote:PKK", "PKK OR nothing", "^", "*", '"', '""', "—", "   ", "NEAR(PKK met)", "-PKK x"],
)
def test_operators_of_the_search_language_are_taken_literally(record: Record, text: str) -> None:
    add(record)
    assert not found(record, text=text)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """One record for many hostile questions."""
    with open_record(tmp_path_factory.mktemp("kept") / "record.sqlite") as record:
        add(record)
        yield record


@given(st.text(st.characters(), max_size=30))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_string_breaks_a_question(kept: Record, hostile: str) -> None:
    for wanted in (EventFilter(text=hostile), EventFilter(actor=hostile), EventFilter(type=hostile, status=hostile)):
        assert len(list(kept.events(wanted))) <= 1
        assert len(list(kept.documents(wanted))) <= 1


@pytest.mark.parametrize("text", ["x " * 20_000, '"' * 999, "zz*" * 5_000, "(" * 10_000, "\ud800 \0"])
def test_long_and_broken_questions_find_nothing_and_fail_nothing(kept: Record, text: str) -> None:
    assert not found(kept, text=text)


def test_a_document_filter_takes_name_id_and_prefix_and_refuses_the_unknown(record: Record) -> None:
    add(record, "a.txt")
    add(record, "b.txt")
    for key in ("b.txt", make_document("b.txt", TEXT).content_id[:8]):
        assert [stored.document.name for stored in record.events(EventFilter(document=key))] == ["b.txt"]
        assert [head.name for head in record.documents(EventFilter(document=key))] == ["b.txt"]
    with pytest.raises(UnknownIdError, match=r"no document 'c\.txt'"):
        found(record, document="c.txt")


def test_documents_are_chosen_by_the_acts_in_them(record: Record) -> None:
    add(record, "a.txt", type="AID")
    add(record, "b.txt")
    assert [head.name for head in record.documents(EventFilter(type="AID"))] == ["a.txt"]


def test_conditions_must_all_hold(record: Record) -> None:
    add(record)
    assert found(record, actor="TUR", type="CONSULT", since="2016", text="pkk", document="a.txt")
    assert not found(record, actor="TUR", type="CONSULT", since="2017", text="pkk", document="a.txt")
