"""A document without a date is bounded by what its text tells; a dated one is only noted upon."""

from __future__ import annotations

import pytest

from dragoman.records import DateStamp, Document
from dragoman.stages.actors import Actors
from dragoman.stages.base import Draft
from dragoman.stages.dating import Dating
from dragoman.stages.times import Times
from tests.parsing import parse_text, resolver


def dated(text: str, published: str | None = None) -> Document:
    stamp = DateStamp(date=published, precision="day", basis="test") if published else None
    draft = Draft(Document(id="test", text=text, published=stamp), sentences=parse_text(text))
    return Dating(resolver())(Times()(Actors(resolver())(draft))).document


def test_an_office_bounds_the_time_of_writing_on_both_sides() -> None:
    written = dated("President Barack Obama met Defense Secretary Chuck Hagel.").written
    assert written is not None
    assert (written.earliest, written.latest) == ("2013-02", "2015-02")
    assert written.basis == ("names Chuck Hagel as secretary of defense, 2013-02 to 2015-02",)


def test_a_year_told_as_past_is_the_earliest() -> None:
    written = dated("They have fought since 2014. They will vote in 2019.").written
    assert written is not None
    assert (written.earliest, written.latest, written.basis) == ("2014", None, ("tells of '2014' as past",))


def test_a_former_office_bounds_nothing() -> None:
    assert dated("Former President Barack Obama spoke.").written is None


def test_an_office_of_another_year_bounds_nothing() -> None:
    written = dated("In 2010, President Barack Obama spoke in Cairo.").written
    assert written is not None
    assert written.latest is None


def test_bounds_that_gainsay_each_other_are_none() -> None:
    assert dated("President Ronald Reagan smiled. They have met since 2014.").written is None


def test_a_dated_document_is_not_bounded() -> None:
    document = dated("President Barack Obama spoke in 2014.", "2015-03-10")
    assert (document.written, document.notes) == (None, ())


def test_a_later_day_told_as_past_is_noted_beside_the_date() -> None:
    document = dated("They met on May 3, 2017.", "2016-03-10")
    (note,) = document.notes
    assert "2017-05-03" in note
    assert "2016-03-10" in note
    assert document.date == "2016-03-10"


@pytest.mark.parametrize("text", ["They will meet on May 3, 2017.", "They praised the 2025 target."])
def test_a_later_day_told_as_planned_is_not(text: str) -> None:
    assert dated(text, "2016-03-10").notes == ()
