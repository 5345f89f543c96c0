"""Records made again from JSON values, and the fields that hold a noun."""

from __future__ import annotations

import json

import pytest

from dragoman.records import (
    CLAIM_KINDS,
    Actor,
    Document,
    Event,
    EventDate,
    Evidence,
    Figure,
    Series,
    Statement,
    fields_of,
    from_dict,
    moment,
    nouns,
    to_dict,
)
from tests.factory import make_claim, make_date, make_document, make_event


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_every_kind_comes_back_from_json(kind: str) -> None:
    claim = make_claim(kind, make_document())
    assert from_dict(CLAIM_KINDS[kind], json.loads(json.dumps(to_dict(claim)))) == claim


def test_documents_and_events_come_back_from_json() -> None:
    document = make_document()
    assert from_dict(Document, json.loads(json.dumps(to_dict(document)))) == document
    event = make_event(document, date=None, place=None, attribution=None)
    assert from_dict(Event, json.loads(json.dumps(to_dict(event)))) == event


def test_a_field_that_is_lacking_has_its_default_and_one_without_default_is_an_error() -> None:
    values = to_dict(make_event(make_document()))
    del values["trace"]
    assert from_dict(Event, values).trace == ()
    del values["type"]
    with pytest.raises(TypeError, match="type"):
        from_dict(Event, values)


@pytest.mark.parametrize("values", [{"nonsense": 1}, {"evidence": 5}, {"evidence": [5]}, {"date": "2016"}])
def test_values_of_another_shape_are_errors(values: dict[str, object]) -> None:
    with pytest.raises((TypeError, AttributeError, ValueError)):
        from_dict(Event, to_dict(make_event(make_document())) | values)


def test_fields_are_known_by_what_they_hold() -> None:
    assert fields_of(Statement, Actor) == ("speaker", "speakers", "addressee")
    assert fields_of(Statement, Evidence) == ("content", "quoted", "evidence")
    assert fields_of(Figure, EventDate) == ("period", "as_of")
    assert fields_of(Series, Evidence) == ("evidence",)


def test_nouns_come_with_field_and_place() -> None:
    agreement = make_claim("agreements", make_document())
    assert [(field, place, actor.name) for field, place, actor in nouns(agreement, Actor)] == [
        ("parties", 0, "Turkey"), ("parties", 1, "Qatar"),
        ("signatories", 0, "Turkey"), ("non_signatories", 0, "Qatar"),
    ]  # fmt: skip


def test_the_moment_of_a_series_spans_its_dated_members() -> None:
    series = make_claim("series", make_document())
    span = moment(series)
    assert span is not None
    assert (span.start, span.end) == ("2008", "2016-03-08")
    assert moment(make_claim("series", make_document(), members=series.members[1:])) == series.members[1].date
    assert moment(make_claim("series", make_document(), members=())) is None


def test_the_moment_of_a_figure_is_its_day_else_its_period() -> None:
    document, period = make_document(), make_date("2014")
    assert moment(make_claim("figures", document, period=period)) == make_date("2016-03-01")
    assert moment(make_claim("figures", document, as_of=None, period=period)) == period
    assert moment(make_claim("doubts", document)) is None
