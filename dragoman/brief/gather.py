"""The sections of a brief, gathered from the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.brief.awaited import Acts
from dragoman.brief.figures import side_by_side
from dragoman.brief.named import subject
from dragoman.brief.nouns import Brief, Item, Section, Subject
from dragoman.errors import FilterError
from dragoman.records import Agreement, Event, Expectation, Figure, Request, moment
from dragoman.store.filters import EventFilter
from dragoman.store.keys import first_day, last_day
from dragoman.store.record import Record
from dragoman.store.results import StoredClaim, StoredEvent

_OPEN = ("none", "hedged")
"""Answers that leave a request open."""


def brief(
    record: Record, actor: str, partner: str | None = None, *, since: str | None = None, until: str | None = None
) -> Brief:
    """Return what `record` holds of `actor`, or of `actor` with `partner`.

    With a date, the undated is left out.  Raises UnknownActorError, with near names, for somebody the record does not
    know, and FilterError for a date that is none or for one actor given twice.
    """
    subjects = tuple(subject(record, given) for given in (actor, partner) if given is not None)
    if len({one.wanted for one in subjects}) < len(subjects):
        raise FilterError(f"both actors are {subjects[0].name}")
    wanted = EventFilter(
        actor=subjects[0].wanted, partner=subjects[1].wanted if partner is not None else None, since=since, until=until
    )
    sections = ((title, tuple(sorted(items, key=_by_date))) for title, items in _sections(record, subjects, wanted))
    kept = tuple(Section(title=title, items=items) for title, items in sections if items)
    return Brief(subjects=subjects, since=since, until=until, sections=kept)


def _sections(
    record: Record, subjects: tuple[Subject, ...], wanted: EventFilter
) -> Iterator[tuple[str, Iterable[Item]]]:
    """Yield the title and the lines of each section."""
    agreements = [_item(found) for found in record.claims("agreements", wanted)]
    requests = [_item(found) for found in record.claims("requests", wanted)]
    yield "meetings", [*_events(record, wanted, "CONSULT"), *map(_item, record.claims("series", wanted))]
    yield "agreements", agreements
    yield "commitments", map(_item, record.claims("commitments", wanted))
    yield "open requests", (item for item in requests if _answer(item) in _OPEN)
    refused = [item for item in requests if _answer(item) == "refused"]
    yield "refusals", [*refused, *_events(record, wanted, "REJECT"), *filter(_is_unsigned, agreements)]
    yield "figures side by side", _figures(record, subjects, wanted)
    yield "expectations", _expectations(record, wanted)


def _item(found: StoredClaim | StoredEvent) -> Item:
    if isinstance(found, StoredEvent):
        return Item(kind="events", record=found.event, document=found.document)
    return Item(kind=found.kind, record=found.claim, document=found.document)


def _events(record: Record, wanted: EventFilter, type_: str) -> Iterator[Item]:
    yield from map(_item, record.events(replace(wanted, type=type_)))


def _answer(item: Item) -> str | None:
    """Return the answer to a request that was made."""
    made = isinstance(item.record, Request) and item.record.status != "denied"
    return item.record.answer if made and isinstance(item.record, Request) else None


def _is_unsigned(item: Item) -> bool:
    return isinstance(item.record, Agreement) and bool(item.record.non_signatories)


def _figures(record: Record, subjects: tuple[Subject, ...], wanted: EventFilter) -> Iterator[Item]:
    """Yield the groups of figures that concern each of `subjects`: it gives one of them, or one counts there."""
    dated = EventFilter(since=wanted.since, until=wanted.until)
    every = [_item(found) for found in record.claims("figures", dated)]
    groups = [_concerning(record, one, dated, every) for one in subjects]
    found = list(side_by_side(every, frozenset().union(*groups)))
    for number in dict.fromkeys(item.group for item in found):
        members = [item for item in found if item.group == number]
        if all(any(item.record.id in group for item in members) for group in groups):
            yield from members


def _concerning(record: Record, one: Subject, dated: EventFilter, every: Iterable[Item]) -> frozenset[str]:
    """Return the ids of the figures that `one` gives or that count in its country."""
    given = {found.claim.id for found in record.claims("figures", replace(dated, actor=one.wanted))}
    there = {item.record.id for item in every if one.country is not None and _country(item) == one.country}
    return frozenset(given | there)


def _country(item: Item) -> str | None:
    return item.record.place.country if isinstance(item.record, Figure) and item.record.place else None


def _expectations(record: Record, wanted: EventFilter) -> Iterator[Item]:
    """Yield what is to come, and of what should have come by now what became of it."""
    found = [_item(one) for one in record.claims("expectations", wanted)]
    if not found:
        return
    everywhere = replace(wanted, since=None, until=None)
    acts = Acts(map(_item, record.events(everywhere)), record.last_published())
    for item in found:
        assert isinstance(item.record, Expectation)
        yield replace(item, note=acts.outcome(item.record, item.document.id))


def _by_date(item: Item) -> tuple[int, bool, str, str, str, int]:
    """Order lines: groups together, then by date, the undated last, by publication and distance from it."""
    date = item.record.date if isinstance(item.record, Event) else moment(item.record)
    start = date.start if date else None
    days = (first_day(start), last_day((date.end if date else None) or start)) if start else ("", "")
    from_writing = (date.offset_days if date else None) or 0
    return item.group or 0, start is None, *days, item.document.published or "", from_writing
