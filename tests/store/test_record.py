"""What a record promises, whatever the database: exact round trips, idempotence, one state for each reader."""

from __future__ import annotations

import pytest

from dragoman.errors import UnknownIdError
from dragoman.records import CoderVersion, Coding, EventDate, WrittenBounds
from dragoman.store.filters import EventFilter
from dragoman.store.record import Record
from tests.factory import CODER, make_coding, make_date, make_document, make_event, without_events
from tests.store.conftest import OpenRecord

NEWER = CoderVersion(version="2.0", lexicon="0123456789ab")


def coding_of(name: str, *numbers: int, **fields: object) -> Coding:
    document = make_document(name)
    return make_coding(document, *(make_event(document, number, **fields) for number in numbers))


def test_a_coding_is_read_back_exactly(record: Record) -> None:
    coding = coding_of("a.txt", 0, 1)
    assert record.add(coding)
    assert record.document("a.txt") == coding


def test_a_coding_of_bare_fields_is_read_back_exactly(record: Record) -> None:
    document = make_document(published=None, title=None, publisher=None, language=None, furniture=(), notes=())
    bare = make_event(document, date=None, place=None, attribution=None, modes=(), recipients=(), trace=())
    record.add(make_coding(document, bare))
    assert record.document(document.id) == make_coding(document, bare)


def test_bounds_of_an_undated_document_are_read_back_exactly(record: Record) -> None:
    bounds = WrittenBounds(earliest="2014-08-29", latest=None, basis=("tells of 'May 2014' as past",))
    document = make_document(published=None, written=bounds)
    record.add(make_coding(document))
    assert record.document(document.id).document.written == bounds


@pytest.mark.parametrize("letter", ["\0", "\x1a", "\x1a0000", "\ud800", "\U0001f3f3", "e\u0301", "\u202e", "\r\n"])
def test_text_that_databases_refuse_is_read_back_exactly(record: Record, letter: str) -> None:
    document = make_document(f"{letter}.txt", f"Türki {letter} Qat met {letter}", title=letter)
    coding = make_coding(document, make_event(document))
    record.add(coding)
    assert record.document(document.id) == coding
    assert list(record.check()) == []


def test_a_record_outlives_its_process(reopen: OpenRecord) -> None:
    with reopen() as record:
        record.add(coding_of("a.txt", 0))
    with reopen() as record:
        assert [head.name for head in record.documents()] == ["a.txt"]


def test_the_same_document_from_the_same_coder_adds_nothing(record: Record) -> None:
    coding = coding_of("a.txt", 0)
    assert record.add(coding)
    assert not record.add(coding)
    assert len(list(record.events())) == 1


def test_has_knows_document_and_coder(record: Record) -> None:
    coding = coding_of("a.txt", 0)
    assert not record.has(coding.document, CODER)
    record.add(coding)
    assert record.has(coding.document, CODER)
    assert not record.has(coding.document, NEWER)
    assert not record.has(make_document("a.txt", "Other words."), CODER)


def test_another_coder_version_replaces_events_and_metadata(record: Record) -> None:
    old = make_document("a.txt", title="Quokka")
    record.add(make_coding(old, make_event(old, 0), make_event(old, 1)))
    retitled = make_document("a.txt", title="Zephyr")
    newer = make_coding(retitled, make_event(retitled, 7, type="AID"), coder=NEWER)
    assert record.add(newer)
    assert record.document("a.txt") == newer
    assert [stored.event.type for stored in record.events()] == ["AID"]
    assert [head.title for head in record.documents(EventFilter(text="zephyr"))] == ["Zephyr"]
    assert list(record.documents(EventFilter(text="quokka"))) == []
    assert list(record.check()) == []


def test_a_changed_text_is_another_document_and_the_old_one_stays(record: Record) -> None:
    first, second = make_document("a.txt", "Türki Qat met."), make_document("a.txt", "Türki Qat parted.")
    for document in (first, second):
        record.add(make_coding(document, make_event(document)))
    assert [head.id for head in record.documents()] == [first.content_id, second.content_id]
    assert record.document("a.txt").document == second
    assert record.document(first.content_id).document == first


def test_an_event_shared_by_two_versions_of_a_text_is_kept_with_both(record: Record) -> None:
    first, second = make_document("a.txt", "Türki Qat met."), make_document("a.txt", "Türki Qat met. Corrected.")
    for document in (first, second):
        record.add(make_coding(document, make_event(document)))
    shared = make_event(first).id
    assert [stored.event.id for stored in record.events()] == [shared, shared]
    assert record.event(shared).document.id == second.content_id


def test_a_document_without_events_is_kept(record: Record) -> None:
    record.add(without_events(coding_of("a.txt", 0)))
    assert [(head.name, head.events) for head in record.documents()] == [("a.txt", 0)]


def test_events_come_in_the_order_of_documents_and_of_their_text(record: Record) -> None:
    for name in ("b.txt", "a.txt"):
        record.add(coding_of(name, 1, 0))
    expected = [make_event(make_document(name), number).id for name in ("b.txt", "a.txt") for number in (1, 0)]
    assert [stored.event.id for stored in record.events()] == expected


def test_an_event_comes_with_the_head_of_its_document(record: Record) -> None:
    record.add(coding_of("a.txt", 0))
    (stored,) = record.events()
    head = stored.document
    assert (head.name, head.title, head.published) == ("a.txt", "Envoys in Ankara", "2016-03-10")
    assert (head.coder, head.events, head.id) == (CODER, 1, make_document("a.txt").content_id)


def test_events_stream_from_one_state_while_others_are_added(record: Record) -> None:
    record.add(coding_of("a.txt", 0, 1))
    stream = record.events()
    first = next(stream)
    record.add(coding_of("b.txt", 0))
    assert [first.document.name, *(stored.document.name for stored in stream)] == ["a.txt", "a.txt"]
    assert len(list(record.events())) == 3


def test_an_event_is_found_by_the_first_digits_of_its_id(record: Record) -> None:
    record.add(coding_of("a.txt", 0))
    event = make_event(make_document("a.txt"))
    assert record.event(event.id[:6]).event == event
    assert record.event(event.id).event == event


def test_a_document_is_found_by_name_id_and_prefix(record: Record) -> None:
    coding = coding_of("a.txt", 0)
    record.add(coding)
    for key in ("a.txt", coding.document.content_id, coding.document.content_id[:5]):
        assert record.document(key) == coding


@pytest.mark.parametrize("key", ["", "zzzz", "%", "_", "ffffffffffffffff", "'; DROP TABLE events; --", "\ud800", "a\0"])
def test_an_unknown_id_is_named_in_the_error(record: Record, key: str) -> None:
    record.add(coding_of("a.txt", 0))
    with pytest.raises(UnknownIdError, match="no event"):
        record.event(key)
    with pytest.raises(UnknownIdError, match="no document"):
        record.document(key)


def test_a_prefix_of_several_ids_names_them(record: Record) -> None:
    document = make_document()
    record.add(make_coding(document, *(make_event(document, id=f"abc{n:013x}") for n in range(2))))
    with pytest.raises(UnknownIdError, match="could be abc0000000000000, abc0000000000001"):
        record.event("abc")


def test_the_timeline_is_ordered_by_event_date_then_publication_and_ends_with_the_undated(record: Record) -> None:
    dates: list[EventDate | None] = [
        None,
        make_date("2016-03-08"),
        make_date("2015"),
        make_date(None),
        make_date("2016-03"),
        make_date("2016-03-07"),
    ]
    document = make_document("a.txt")
    record.add(make_coding(document, *(make_event(document, n, date=date) for n, date in enumerate(dates))))
    early = make_document("early.txt", published=None)
    record.add(make_coding(early, make_event(early, date=make_date("2015"))))
    dated = [(stored.event.date and stored.event.date.start, stored.document.name) for stored in record.timeline()]
    assert dated == [
        ("2015", "a.txt"),
        ("2015", "early.txt"),
        ("2016-03", "a.txt"),
        ("2016-03-07", "a.txt"),
        ("2016-03-08", "a.txt"),
        (None, "a.txt"),
        (None, "a.txt"),
    ]


def test_actors_are_counted_once_an_event_with_their_first_and_last_date(record: Record) -> None:
    document = make_document()
    plain = make_event(document)
    twice = make_event(document, 1, actors=plain.actors * 2, date=make_date("2014-07"))
    alone = make_event(document, 2, recipients=plain.actors, actors=(), date=None)
    record.add(make_coding(document, plain, twice, alone))
    turkey, qatar = record.actors()
    assert (turkey.name, turkey.country, turkey.as_actor, turkey.as_recipient) == ("Turkey", "TUR", 2, 1)
    assert (turkey.first, turkey.last) == ("2014-07", "2016-03-08")
    assert (qatar.name, qatar.as_actor, qatar.as_recipient) == ("Qatar", 0, 2)


def test_an_actor_filter_chooses_among_the_names_counted(record: Record) -> None:
    record.add(coding_of("a.txt", 0))
    assert [actor.name for actor in record.actors(EventFilter(actor="QAT"))] == ["Qatar"]


def test_an_undated_actor_has_neither_first_nor_last_date(record: Record) -> None:
    record.add(coding_of("a.txt", 0, date=None))
    assert {(actor.first, actor.last) for actor in record.actors()} == {(None, None)}


def test_a_closed_generator_lets_go_of_its_connection(record: Record) -> None:
    record.add(coding_of("a.txt", 0, 1))
    for _ in range(40):
        next(record.events())
    assert len(list(record.events())) == 2
