"""Claims for reading: each on one line, shown with its fields, explained by what it rests on.

Everything that comes from an article is made printable on its way: it must not steer a terminal.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.formats.rows import number, printable, shortened
from dragoman.formats.story import (
    LABEL,
    Marks,
    actor_basis,
    actor_shown,
    in_paragraph,
    labelled,
    parties,
    source_lines,
    when,
)
from dragoman.records import (
    Actor,
    Agreement,
    Attribution,
    Claim,
    Commitment,
    Designation,
    Document,
    Doubt,
    EventDate,
    Evidence,
    Expectation,
    Figure,
    Member,
    Place,
    Relation,
    Request,
    Series,
    Statement,
    moment,
    nouns,
)

WIDE_LABEL = 17
"""Width of the labels on the left: names of fields are longer than those of an event."""
MAX_WORDS = 200
"""Characters of the words of a claim on its line."""
_PERSONS = ("people", "troops")
_SIGNS = ("$", "€", "£", "¥")
_ELSEWHERE = ("id", "speaker", "evidence", "rule", "confidence")  # shown in places of their own; of speakers, all


def kind_name(kind: str) -> str:
    """Return the name of one record of the list `kind`: `statement` for `statements`."""
    return kind if kind == "series" else kind.removesuffix("s")


def claim_line(claim: Claim) -> str:
    """Return a claim on one line: date, who, what, and how it stands."""
    date = "" if isinstance(claim, Doubt) else f"{printable(when(moment(claim))):<{LABEL}}"
    return f"{date}{claim_told(claim)}"


def claim_told(claim: Claim) -> str:
    """Return who, what and how it stands, on one line without the date."""
    return printable(_told(claim))


def _told(claim: Claim) -> str:
    match claim:
        case Statement():
            return _statement(claim)
        case Figure():
            return _figure(claim)
        case Commitment():
            return _commitment(claim)
        case Request():
            return _request(claim)
        case Agreement():
            return _agreement(claim)
        case Designation():
            return _designation(claim)
        case Series():
            return f"{_words(claim.name)}: {parties(claim.parties)}{_after('; ', _members(claim.members))}"
        case Expectation():
            hedged = ", hedged" if claim.hedged else ""
            return f"{parties(claim.actors)}: {_words(claim.act)}{_at(claim.place)}  [{claim.status}{hedged}]"
        case Doubt():
            return f"{claim.signal}: {_words(claim.detail)}"


def _statement(claim: Statement) -> str:
    said = _words(" … ".join(span.quote for span in claim.content))
    content = f" “{said}”" if said else ""
    return f"{parties(claim.speakers)}{_to(claim.addressee)}: {_words(claim.verb)}{content}  [{claim.status}]"


def _figure(claim: Figure) -> str:
    source = f", by {parties(claim.claimants)}" if claim.claimants else ""
    return f"{_words(_counted(claim))}{_after(', ', claim.what)}{_at(claim.place)}{source}  [{claim.status}]"


def _counted(claim: Figure) -> str:
    """Return number and what is counted, the unit only where the words do not tell it."""
    population = claim.population or ""
    if population and (claim.unit in _PERSONS or population.lower().endswith(claim.unit)):
        return f"{claim.text} {population}"
    unit = "" if claim.unit in claim.text or claim.text[:1] in _SIGNS else f" {claim.unit}"
    return f"{claim.text}{unit}{f' ({population})' if population else ''}"


def _commitment(claim: Commitment) -> str:
    due = f", by {when(claim.due)}" if claim.due else ""
    strength = f"{claim.strength} not to" if claim.negative else claim.strength
    assessor = f", says {parties([claim.assessor])}{' itself' * claim.self_assessed}" if claim.assessor else ""
    who = f"{parties(claim.debtors)}{_to(*claim.creditors)}"
    return f"{who}: {strength}: {_words(claim.act)}{_after(', ', claim.condition)}{due}  [{claim.status}{assessor}]"


def _request(claim: Request) -> str:
    who = f"{parties(claim.askers)} → {parties(claim.asked)}"
    answer = {"none": "no answer told"}.get(claim.answer, claim.answer)
    status = "" if claim.status == "demanded" else f"{claim.status}, "
    return f"{who}: {claim.force}: {_words(claim.act)}  [{status}{answer}{_after(': ', claim.reason)}]"


def _agreement(claim: Agreement) -> str:
    roles = ("guarantors", "mediators", "signatories", "non_signatories")
    told = [f"; {_label(role)}: {parties(held)}" for role in roles if (held := getattr(claim, role))]
    return f"{_words(claim.name)} ({claim.kind}): {parties(claim.parties)}{''.join(told)}  [{claim.status}]"


def _designation(claim: Designation) -> str:
    size = f", {claim.size} on it" if claim.size is not None else ""
    listed = parties(claim.listed) + ("" if claim.exhaustive else " among others")
    lister = parties([claim.lister] if claim.lister else [])
    return f"{lister}: {claim.action}: {listed}{_after(' on ', claim.list)}{size}  [{claim.status}]"


def _members(members: Sequence[Member]) -> str:
    return "; ".join(member_told(member) for member in members)


def member_told(member: Member) -> str:
    """Return a meeting of a series as `3: 2016-03-08, Ankara`, as far as it is told."""
    place = member.place.name if member.place else ""
    told = ", ".join(filter(None, (when(member.date) if member.date else "", place)))
    return ": ".join(filter(None, (str(member.ordinal) if member.ordinal is not None else "", told))) or "—"


def _words(text: str) -> str:
    return shortened(text, MAX_WORDS)


def _after(before: str, text: str | None) -> str:
    return f"{before}{_words(text)}" if text else ""


def _to(*actors: Actor | None) -> str:
    held = [actor for actor in actors if actor]
    return f" → {parties(held)}" if held else ""


def _at(place: Place | None) -> str:
    return f" @ {place.name}" if place else ""


def claim_lines(kind: str, claim: Claim, document: Document, marks: Marks) -> Iterator[str]:
    """Yield a claim of the list `kind`: its line, its fields, and each quote in the paragraph it stands in."""
    yield claim_line(claim)
    yield _labelled("id", claim.id)
    yield _labelled("record", kind_name(kind))
    for field in dataclasses.fields(claim):
        if field.name not in _ELSEWHERE:
            yield from _field(_label(field.name), getattr(claim, field.name))
    yield _labelled("rule", _rule(claim))
    for evidence in claim.evidence:
        yield ""
        yield in_paragraph(evidence, document.text, marks)
    yield ""
    yield from source_lines(document, WIDE_LABEL)


def _label(field: str) -> str:
    return field.replace("_", " ").replace("non signatories", "not signed").replace("signatories", "signed")


def _labelled(label: str, value: str) -> str:
    return labelled(label, printable(value), WIDE_LABEL)


def _field(label: str, value: Any) -> Iterator[str]:
    """Yield a line for each value of a field, the label before the first; nothing for what the text leaves open."""
    values = value if isinstance(value, tuple) else (value,)
    for place, one in enumerate(one for one in values if one is not None):
        yield _labelled("" if place else label, _shown(one))


def _shown(value: Any) -> str:
    """Return a value of a field in words."""
    match value:
        case Actor():
            return actor_shown(value)
        case EventDate():
            return f"{when(value)}{f' to {value.end}' if value.end else ''} ({value.precision}): {_date_words(value)}"
        case Place():
            return f"{value.name} ({value.country or '—'}, {value.precision})"
        case Attribution():
            return f"{value.speaker} ({value.verb})"
        case Evidence():
            return f"“{value.quote}” at {value.start}"
        case Relation():
            return f"{value.kind}: {value.other}"
        case Member():
            return member_told(value) + (f", event {value.event}" if value.event else "")
        case bool():
            return "yes" if value else "no"
        case float():
            return number(value)
        case _:
            return str(value)


def _date_words(date: EventDate) -> str:
    return f"“{date.text}”, {date.rule}" if date.text else date.rule


def _rule(claim: Claim) -> str:
    return claim.rule + ("" if isinstance(claim, Doubt) else f", confidence {claim.confidence}")


def claim_explanation(kind: str, claim: Claim, document: Document) -> Iterator[str]:
    """Yield what a claim rests on: its words, its rule, and the reasons of its dates, places and actors."""
    yield claim_line(claim)
    yield ""
    for evidence in claim.evidence:
        words = f"“{evidence.quote}” at {evidence.start} in {document.id}"
        yield _labelled("sentence", words)
    yield _labelled("rule", f"{_rule(claim)}, of the list {kind}")
    yield from _reasons(claim)
    yield from source_lines(document, WIDE_LABEL)


def _reasons(claim: Claim) -> Iterator[str]:
    for field, _, date in nouns(claim, EventDate):
        yield _labelled(_label(field), f"{when(date)}: {_date_words(date)}")
    for _, _, place in nouns(claim, Place):
        yield _labelled("place", f"{place.name}: {place.basis or 'named in the text'}")
    for field, _, actor in nouns(claim, Actor):
        if field not in _ELSEWHERE:
            yield _labelled(_label(field), actor_basis(actor))
    for _, _, said in nouns(claim, Attribution):
        yield _labelled("told by", f"{said.speaker} ({said.verb})")
