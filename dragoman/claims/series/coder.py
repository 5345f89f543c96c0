"""The series of a document: meetings told of in several sentences brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.claims.passage import Passage
from dragoman.claims.series.counted import Count, held
from dragoman.claims.series.lexicon import kinds, words
from dragoman.claims.series.meetings import Mention, SentenceReader
from dragoman.claims.series.parties import distinct, key
from dragoman.records import Actor, Attribution, Event, Evidence, Member, Series, content_id

_FAR = 3  # sentences over which a bare number goes on with a series
_TALKED = 2  # sentences over which *three rounds* are rounds of the talks named before
_SURE, _LIKELY = 0.85, 0.65
_TALKS = frozenset(
    {"round", "cycle", "leg", "talk", "negotiation", "consultation", "dialogue", "discussion", "instalment",
     "installment", "iteration"}
)  # fmt: skip
_SITTINGS = frozenset(
    {"meeting", "session", "meet", "convene", "gathering", "group", "commission", "committee", "reconvene", "together",
     "encounter", "sitting", "plenary"}
)  # fmt: skip


@dataclass(eq=False, slots=True)
class _Growing:
    """A series as far as it was told."""

    rule: str
    family: str
    noun: str
    start: int
    name: str
    parties: tuple[Actor, ...]
    names: frozenset[str]
    attribution: Attribution | None
    last: int
    lasting: bool = False
    count: Count | None = None
    members: list[Member] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


class SeriesCoder:
    """Coder of the series of one document."""

    def __init__(self) -> None:
        self._series: list[_Growing] = []
        self._talked = -_FAR
        self._abroad = False
        self._named: dict[int, set[str]] | None = None
        self._document = ""
        self._events: tuple[Event, ...] = ()

    def read(self, passage: Passage) -> None:
        """Take in one sentence."""
        if passage.silent:
            return
        self._document = passage.document.content_id
        self._events = passage.draft.events
        number = passage.sentence.index
        lemmas = {token.lemma for token in passage.sentence.tokens}
        going_on = any(number - series.last <= _FAR for series in self._series)
        if going_on or not kinds().keys().isdisjoint(lemmas):
            talking = number - self._talked <= _TALKED
            before = self._before(passage)
            reader = SentenceReader(passage, talking=talking, before=before, abroad=talking and self._abroad)
            for mention in reader.mentions(numbers=going_on):
                self._add(passage, mention)
        if not words("talking").isdisjoint(lemmas):
            self._talked = number
            self._abroad = not words("abroad").isdisjoint({token.lower for token in passage.sentence.tokens})

    def records(self) -> tuple[Series, ...]:
        """Return the series in the order of the text."""
        for series in self._series:
            if series.count is not None and not series.members:
                series.members.extend(held(series.count, series.parties, self._events))
        told = (series for series in self._series if series.members or series.parties or series.lasting)
        return tuple(_record(self._document, series) for series in told)

    def _before(self, passage: Passage) -> frozenset[str]:
        """Return the states and groups that the sentence before names, or the nearest one that names any."""
        if self._named is None:
            self._named = {}
            for mention in passage.draft.mentions:
                if mention.country or mention.kind in ("igo", "armed_group"):
                    self._named.setdefault(mention.sentence, set()).add(mention.country or mention.name)
        number = passage.sentence.index
        near = (self._named.get(i) for i in range(number - 1, max(-1, number - 1 - _FAR), -1))
        return frozenset(next((found for found in near if found), ()))

    def _add(self, passage: Passage, mention: Mention) -> None:
        series = next((s for s in reversed(self._series) if _goes_on(s, mention)), None)
        if series is None:
            if mention.kind is None or not mention.sufficient:
                return
            series = _new(passage, mention)
            self._series.append(series)
        series.last = mention.sentence
        series.parties = distinct((*series.parties, *mention.parties))
        series.names = series.names or mention.names
        series.lasting = series.lasting or mention.lasting
        series.count = series.count or mention.count
        series.evidence.append(passage.evidence(*_span(mention)))
        for member in mention.members:
            _enter(series.members, member)


def _span(mention: Mention) -> tuple[int, int]:
    return min(mention.first.start, mention.head.start), max(mention.last.end, mention.head.end)


def _new(passage: Passage, mention: Mention) -> _Growing:
    assert mention.kind is not None
    return _Growing(
        rule=mention.kind.id, family=mention.kind.family, noun=mention.head.lemma, start=mention.head.start,
        name=mention.name or mention.head.lemma, parties=mention.parties, names=mention.names,
        attribution=passage.attribution(mention.head), last=mention.sentence,
    )  # fmt: skip


def _goes_on(series: _Growing, mention: Mention) -> bool:
    """Tell whether a mention is of the same series."""
    if mention.kind is None:
        return mention.sentence - series.last <= _FAR
    if not _same_family(series, mention) or _conflicts(series.members, mention.members):
        return False
    ours, theirs = {key(actor) for actor in series.parties}, {key(actor) for actor in mention.parties}
    if ours and theirs and ours.isdisjoint(theirs) and not mention.vague:
        return False
    if mention.head.lemma in _TALKS and not ours & theirs and _are_elsewhere(series.members, mention.members):
        return False
    if series.names and mention.names and series.names.isdisjoint(mention.names):
        return False
    return _same_noun(series.noun, mention.head.lemma) or mention.kind.id == "edition.n"


def _same_family(series: _Growing, mention: Mention) -> bool:
    assert mention.kind is not None
    if "body" in (series.family, mention.kind.family):
        return mention.sentence - series.last <= _FAR and mention.kind.family != "exercise"
    return series.family == mention.kind.family or mention.kind.id == "edition.n"


def _same_noun(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in (_TALKS, _SITTINGS))


def _conflicts(ours: Sequence[Member], theirs: Sequence[Member]) -> bool:
    """Tell whether one number would have two dates."""
    dates = {m.ordinal: m.date.start for m in ours if m.ordinal is not None and m.date is not None}
    return any(m.date is not None and m.ordinal in dates and not _agree(m.date.start, dates[m.ordinal]) for m in theirs)


def _are_elsewhere(ours: Sequence[Member], theirs: Sequence[Member]) -> bool:
    """Tell whether members are told in towns that have none in common: *the Astana talks*, *the talks in Geneva*."""
    here, there = (
        {m.place.name for m in members if m.place is not None and m.place.precision != "country"}
        for members in (ours, theirs)
    )
    return bool(here) and bool(there) and here.isdisjoint(there)


def _agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    width = min(len(one), len(other))
    return one[:width] == other[:width]


def _enter(members: list[Member], member: Member) -> None:
    """Add a member, or what is told of one that is known."""
    if member.ordinal is None and member.date is None and member.place is None and member.event is None:
        return
    for i, known in enumerate(members):
        same = known.ordinal == member.ordinal if member.ordinal is not None else _is_same_day(known, member)
        if same:
            members[i] = replace(
                known,
                date=known.date or member.date,
                place=known.place or member.place,
                event=known.event or member.event,
            )
            return
    members.append(member)


def _is_same_day(known: Member, member: Member) -> bool:
    if known.event is not None and known.event == member.event:
        return True
    return known.date is not None and member.date is not None and known.date.start == member.date.start


def _described(series: _Growing) -> str:
    """Return the name as printed, or the noun with its parties where only the noun is printed."""
    if " " in series.name or not series.parties:
        return series.name
    noun = "meetings" if series.name == "meet" else series.name
    return f"{noun} of {', '.join(actor.name for actor in series.parties)}"


def _record(document: str, series: _Growing) -> Series:
    ordered = sorted(series.members, key=lambda m: (m.ordinal or 10_000, (m.date.start or "9") if m.date else "9"))
    evidence = {(e.start, e.end): e for e in series.evidence}
    sure = len({key(actor) for actor in series.parties}) > 1 or any(m.ordinal is not None for m in ordered)
    return Series(
        id=content_id("series", document, series.start, series.rule),
        name=_described(series),
        parties=series.parties,
        members=tuple(ordered),
        attribution=series.attribution,
        evidence=tuple(evidence.values()),
        rule=series.rule,
        confidence=_SURE if sure else _LIKELY,
    )
