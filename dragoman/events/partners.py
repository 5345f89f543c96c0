"""Partners: who takes part in a meeting besides those whom its frame names, and when one side is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.choose import Candidate
from dragoman.events.known import besides, is_settled, once
from dragoman.events.participants import Participants
from dragoman.events.propose import is_proposed
from dragoman.events.slots import slots_of
from dragoman.events.status import operators
from dragoman.records import Actor
from dragoman.syntax import Token

_PLURAL = frozenset({"NNS", "NNPS"})
#: Gatherings that a body holds of those who are its members.
_OF_MEMBERS = frozenset({"summit", "conference"})
_VISITS = frozenset({"visit", "trip", "tour", "stopover"})
_WHERE = ("to", "in", "at", "of")
_PARTNERS = ("with", "between")
#: Slots of a gathering, in whose phrase a partner may stand: *took part in **talks** with Chad*.
_GATHERINGS = ("in", "at", "obj", "of", "for")
#: Sectors of those with whom everybody talks all day.
_TRADES = (("JRN",), ("BUS",), ("EDU",), ("MED",), ("UNK",), ("CVL",))


def partners(candidate: Candidate, participants: Participants, named: Sequence[Actor]) -> list[Actor]:
    """Return the public parties around the word for a meeting besides those `named`, whatever its frame asks for."""
    names = {actor.name for actor in named}
    states = {actor.country for actor in named if actor.country is not None and actor.kind == "state"}
    found = (actor for word in _words(candidate) for actor in participants.actors(word) if _is_public(actor))
    others = (actor for actor in found if actor.name not in names and actor.country not in states)
    return once(others)


def takes_several(candidate: Candidate, participants: Participants, known: Actor) -> bool:
    """Tell whether more take part than the one who is known: *the OPEC ministers met*, *Rome hosted the summit*.

    Those who attend or host a gathering of many are not alone, nor is the one with whom somebody met, nor a visitor.
    """
    if _is_partner(candidate, participants, known) or _is_visitor(candidate, known):
        return True
    if "IGO" in known.sectors and candidate.token.lemma in _OF_MEMBERS:
        return True
    if is_proposed(candidate):
        return False
    if "multilateral" in candidate.sense.modes:
        return True
    return any(token.tag in _PLURAL or token.child("conj") for token in candidate.filled.get("subj", ()))


def _is_visitor(candidate: Candidate, known: Actor) -> bool:
    """Tell whether an official's visit is told without a word of where it led: *Obama's visit comes amid protest*."""
    away = not any(candidate.filled.get(name) for name in _WHERE)
    return candidate.token.lemma in _VISITS and away and known.country is not None and "GOV" in known.sectors


def _is_partner(candidate: Candidate, participants: Participants, known: Actor) -> bool:
    """Tell whether the one side stands after *with*, the other goes without a name: *talks with Oman took place*."""
    beside = [actor for word in candidate.filled.get("with", ()) for actor in participants.actors(word)]
    return not besides([known], beside) and _is_public(known)


def _is_public(actor: Actor) -> bool:
    return is_settled(actor) and actor.sectors[:1] not in _TRADES


def _words(candidate: Candidate) -> Iterator[Token]:
    """Yield the heads of the phrases that may name a party."""
    filled = candidate.filled
    for name in (*_PARTNERS, "occasion"):
        yield from filled.get(name, ())
    for name in _GATHERINGS:
        for gathering in filled.get(name, ()):
            inside = slots_of(gathering, "noun", carried=False) if gathering.pos == "NOUN" else {}
            for partner in _PARTNERS:
                yield from inside.get(partner, ())
    yield from (word for word in filled.get("subj", ()) if _is_own(word, candidate))


def _is_own(subject: Token, candidate: Candidate) -> bool:
    """Tell whether a subject is that of the meeting, not only of a verb beside it: *praised the talks with Chad*."""
    if candidate.carrier is None or subject.head is candidate.token:
        return True
    return candidate.carrier.lemma in operators()["carry"]
