"""Retellings join, different acts stay apart."""

from __future__ import annotations

from dataclasses import replace

from dragoman.events.merge import Told, merge
from dragoman.records import Event
from tests.factory import make_date, make_document, make_event

DOCUMENT = make_document()


def told(event: Event, sentence: int, zone: str = "body") -> Told:
    return Told(event, sentence, zone)


def test_a_headline_joins_the_telling_in_the_body() -> None:
    head = make_event(DOCUMENT, 0, date=None)
    lead = make_event(DOCUMENT, 1)
    (event,) = merge([told(head, 0, "title"), told(lead, 1)])
    assert event.id == lead.id
    assert set(event.evidence) == {*head.evidence, *lead.evidence}


def test_acts_of_different_days_stay_apart() -> None:
    first = make_event(DOCUMENT, 0, date=make_date("2016-03-01"))
    second = make_event(DOCUMENT, 1, date=make_date("2016-03-02"))
    assert len(merge([told(first, 0), told(second, 1)])) == 2


def test_acts_of_different_parties_stay_apart() -> None:
    first = make_event(DOCUMENT, 0)
    second = replace(make_event(DOCUMENT, 1), actors=(replace(first.actors[0], country="FRA", name="France"),))
    assert len(merge([told(first, 0), told(second, 1)])) == 2


def test_a_plan_and_its_fulfilment_stay_apart() -> None:
    plan = make_event(DOCUMENT, 0, status="planned")
    deed = make_event(DOCUMENT, 1, status="happened")
    assert len(merge([told(plan, 0), told(deed, 1)])) == 2


def test_far_apart_tellings_stay_apart() -> None:
    first, second = make_event(DOCUMENT, 0), make_event(DOCUMENT, 1)
    assert len(merge([told(first, 0), told(second, 30)])) == 2


def test_a_definite_noun_refers_back_however_far() -> None:
    first, second = make_event(DOCUMENT, 0), make_event(DOCUMENT, 1)
    assert len(merge([told(first, 0), Told(second, 30, "body", refers_back=True)])) == 1


def test_a_telling_with_a_day_dates_one_whose_date_is_not_resolved() -> None:
    open_ = make_event(DOCUMENT, 0, date=replace(make_date("2016-03-01"), start=None, end=None, offset_days=None))
    dated = make_event(DOCUMENT, 1, date=make_date("2016-03-01"))
    for told_first, told_next in ((open_, dated), (dated, open_)):
        (event,) = merge([told(told_first, 0), told(told_next, 1)])
        assert event.date == dated.date


def test_a_visit_and_a_meeting_of_both_are_one() -> None:
    guest, host = (replace(make_event(DOCUMENT, 0).actors[0], country=c, name=c) for c in ("BEL", "TUR"))
    visit = replace(make_event(DOCUMENT, 0), type="CONSULT", actors=(guest,), recipients=(host,))
    meeting = replace(make_event(DOCUMENT, 1), type="CONSULT", actors=(host, guest), recipients=())
    assert len(merge([told(visit, 0), Told(meeting, 1, "body", refers_back=True)])) == 1
    attack = [replace(event, type="ASSAULT") for event in (visit, meeting)]
    assert len(merge([told(attack[0], 0), Told(attack[1], 1, "body", refers_back=True)])) == 2


def test_days_counted_from_the_writing_tell_acts_apart() -> None:
    today = replace(make_date("2016-03-01"), start=None, end=None, offset_days=0)
    first = make_event(DOCUMENT, 0, date=today)
    second = make_event(DOCUMENT, 1, date=replace(today, offset_days=-7))
    assert len(merge([told(first, 0), told(second, 1)])) == 2


def test_two_persons_of_one_state_are_two() -> None:
    def met_by(number: int, entry: str) -> Event:
        event = make_event(DOCUMENT, number)
        person = replace(event.actors[0], kind="person", name=entry, entry=entry)
        return replace(event, actors=(person, *event.actors[1:]))

    assert len(merge([told(met_by(0, "person.one"), 0), told(met_by(1, "person.two"), 1)])) == 2
    assert len(merge([told(met_by(0, "person.one"), 0), told(met_by(1, "person.one"), 1)])) == 1


def test_the_toll_of_an_attack_joins_it_unless_it_is_of_another_country_or_of_its_rebels() -> None:
    attack = make_event(DOCUMENT, 0, type="ASSAULT", rule="explode.v.01", actors=())
    toll = replace(make_event(DOCUMENT, 1, type="ASSAULT", rule="kill.v.02"), actors=())
    people = replace(attack.recipients[0], name="people", country=None, entry=None)
    abroad = replace(attack.recipients[0], country="FRA", name="France", entry="FRA")
    rebels = replace(attack.recipients[0], name="rebels", kind="armed_group")
    for victims, events in (((people,), 1), ((abroad,), 2), ((rebels,), 2)):
        assert len(merge([told(attack, 0), told(replace(toll, recipients=victims), 1)])) == events


def test_what_only_the_network_saw_beside_an_act_of_the_same_parties_is_that_act() -> None:
    sure = make_event(DOCUMENT, 0)
    seen = replace(make_event(DOCUMENT, 1), type=sure.type, rule=f"network.{sure.type.lower()}", recipients=())
    others = replace(seen, actors=(replace(seen.actors[0], country="FRA", name="France"),))
    assert [event.rule for event in merge([told(sure, 0), told(seen, 0)])] == [sure.rule]
    assert len(merge([told(sure, 0), told(others, 0)])) == 2
