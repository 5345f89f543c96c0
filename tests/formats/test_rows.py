"""Flat rows of events."""

from __future__ import annotations

from dragoman.formats.rows import EVENT_COLUMNS, event_row, flat_row, printable, shortened
from dragoman.store.results import ActorSummary
from tests.factory import make_document, make_event


def test_a_row_has_every_column_as_text() -> None:
    row = event_row(make_event(make_document()), "talks.txt", "2016-03-10")
    assert tuple(row) == EVENT_COLUMNS
    assert {type(cell) for cell in row.values()} == {str}
    assert (row["actors"], row["recipient_countries"], row["date"]) == ("Turkey", "QAT", "2016-03-08")


def test_what_is_not_known_is_empty_and_never_the_publication_date() -> None:
    event = make_event(make_document(), date=None, place=None, attribution=None, recipients=())
    row = event_row(event, "talks.txt", None)
    empty = ("date", "date_end", "date_precision", "place", "place_country", "speaker", "recipients", "published")
    assert [name for name in empty if row[name]] == []


def test_a_flat_record_has_a_cell_for_each_field() -> None:
    row = flat_row(ActorSummary(name="Turkey", country=None, as_actor=2, as_recipient=0, first="2016", last=None))
    assert row == {"name": "Turkey", "country": "", "as_actor": "2", "as_recipient": "0", "first": "2016", "last": ""}


def test_controls_become_blanks_and_what_is_cut_is_seen_to_be() -> None:
    assert printable("a\x1b\n\u202eb é") == "a   b é"
    assert (shortened("abcd", 4), shortened("abcde", 4)) == ("abcd", "abc…")
