"""The designations of a document: read sentence by sentence, the same listing told again joined to one."""

from __future__ import annotations

from dataclasses import replace

from dragoman.claims.designations.frames import Reader, may_tell
from dragoman.claims.designations.parties import distinct, key
from dragoman.claims.designations.telling import Told, is_bare
from dragoman.claims.passage import Passage
from dragoman.records import Actor, Designation, EventDate, content_id
from dragoman.syntax import Token

_SURE, _INFERRED = 0.85, 0.6
_BESIDE = 12  # words from a participle to the date of its act
_STOPS = frozenset({",", ";", "(", ")", "[", "]"})


class Designations:
    """Coder of the designations of one document."""

    def __init__(self) -> None:
        self._found: list[Designation] = []
        self._owners: tuple[Actor, ...] = ()
        self._told: list[Told] = []
        """What the sentence before told."""

    def read(self, passage: Passage) -> None:
        """Take in one sentence."""
        before, self._told = self._told, []
        if passage.silent or not (before or may_tell(passage.sentence.tokens)):
            return
        told = self._told = list(Reader(passage, self._owners, before).told())
        for item in told:
            if item.roll is not None and item.listers:
                self._owners = item.listers
            for lister in item.listers or (None,):
                record = _record(passage, item, lister)
                if record.listed or record.size is not None:
                    self._add(record)

    def records(self) -> tuple[Designation, ...]:
        """Return the designations in the order of the text."""
        return tuple(sorted(self._found, key=lambda record: record.evidence[0].start))

    def _add(self, record: Designation) -> None:
        for i, other in enumerate(self._found):
            if _is_same(other, record):
                self._found[i] = _joined(other, record)
                return
        self._found.append(record)


def _record(passage: Passage, told: Told, lister: Actor | None) -> Designation:
    document, anchor = passage.document, told.anchor
    added = _added(passage, told)
    listed = tuple(actor for actor in told.listed if lister is None or key(actor) != key(lister))
    return Designation(
        id=content_id("designation", document.content_id, anchor.start, told.frame.id, key(lister)),
        lister=lister,
        listed=listed,
        list=_list_name(passage, told),
        size=told.size,
        exhaustive=told.exhaustive and bool(listed),
        added=added,
        action=_action(passage, told, added),
        status=told.status,
        attribution=passage.attribution(anchor),
        evidence=(passage.evidence(told.words[0].start, told.words[-1].end),),
        rule=told.frame.id,
        confidence=_SURE if told.sure else _INFERRED,
    )


def _action(passage: Passage, told: Told, added: EventDate | None) -> str:
    """Return the action: what holds since a day is a state, a participle with the day of the act is the act."""
    if told.action == "list" and added is not None and _is_since(passage, added):
        return "state"
    dated = told.action == "state" and told.frame.action == "list" and is_bare(told.anchor)
    date = passage.date(told.anchor) if dated else None
    return "list" if date is not None and _stands_beside(passage, told.anchor, date) else told.action


def _stands_beside(passage: Passage, participle: Token, date: EventDate) -> bool:
    """Tell whether a date is that of a participle: behind it, with no comma or bracket between, and no *since*."""
    for time in passage.times:
        between = passage.sentence.tokens[participle.i + 1 : time.first]
        if time.text == date.text and time.function == "on" and time.first > participle.i:
            return len(between) < _BESIDE and not any(token.text in _STOPS for token in between)
    return False


def _list_name(passage: Passage, told: Told) -> str | None:
    if told.roll is None or told.roll.head.pos == "PRON":
        return None
    return passage.text(passage.sentence.tokens[told.roll.first : told.roll.last + 1])


def _added(passage: Passage, told: Told) -> EventDate | None:
    """Return when the listed were entered: the date of the act, or since when it holds."""
    anchor: Token = told.anchor
    if told.frame.use in ("hold", "hold_of"):
        return next((passage.date(token) for token in passage.sentence.tokens if token.lemma == "add"), None)
    date = passage.date(anchor)
    return date if date is not None and (told.action != "state" or _is_since(passage, date)) else None


def _is_since(passage: Passage, date: EventDate) -> bool:
    """Tell whether a date says since when something holds: *banned since 2019*."""
    return any(time.function == "since" and time.text == date.text for time in passage.times)


def _is_same(one: Designation, other: Designation) -> bool:
    """Tell whether two records tell of the same listing by the same lister."""
    if one.action != other.action or one.status != other.status:
        return False
    if one.lister is not None and other.lister is not None and key(one.lister) != key(other.lister):
        return False
    if None not in (one.size, other.size) and one.size != other.size:
        return False
    ours, theirs = {key(actor) for actor in one.listed}, {key(actor) for actor in other.listed}
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


def _joined(one: Designation, other: Designation) -> Designation:
    evidence = {(e.start, e.end): e for e in (*one.evidence, *other.evidence)}
    return replace(
        one,
        lister=one.lister or other.lister,
        listed=distinct((*one.listed, *other.listed)),
        list=one.list or other.list,
        size=one.size or other.size,
        added=one.added or other.added,
        attribution=one.attribution or other.attribution,
        evidence=tuple(evidence.values()),
        confidence=max(one.confidence, other.confidence),
    )
