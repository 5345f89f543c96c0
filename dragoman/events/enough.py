"""Enough: whether the parties of an act are told well enough to make an event."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.choose import Candidate
from dragoman.events.known import UNNAMED, is_known
from dragoman.events.participants import Participants
from dragoman.events.partners import takes_several
from dragoman.events.propose import is_proposed
from dragoman.records import Actor

#: Acts whose author may be unknown, when it is known to whom they were done.
_AUTHOR_UNKNOWN = frozenset(
    {
        "ASSAULT",
        "COERCE",
        "SANCTION",
        "ACCUSE",
        "RETREAT",
        "REQUEST",
        "AID",
        "MOBILIZE",
        "PROTEST",
        "REJECT",
        "CONCEDE",
        "COOPERATE",
    }
)


def are_public(side: Sequence[Actor]) -> bool:
    """Tell whether a side that only the network speaks for is of public life: no firm, no unknown person."""
    return any(actor.name != UNNAMED and actor.sectors[:1] not in (("BUS",), ("UNK",)) for actor in side)


def enough(
    candidate: Candidate, participants: Participants, actors: Sequence[Actor], recipients: Sequence[Actor]
) -> bool:
    """Tell whether the parties make an event: somebody is known, and the author or a patient is named."""
    everybody = (*actors, *recipients)
    if not any(is_known(actor) for actor in everybody):
        return False
    if candidate.sense.type == "CONSULT" and len(everybody) < 2:
        only = everybody[0]
        named = only.basis is None and bool(only.country or "IGO" in only.sectors)
        return named and takes_several(candidate, participants, only)
    if candidate.sense.type == "COOPERATE" and is_proposed(candidate):
        return bool(actors)
    return bool(actors) or candidate.sense.type in _AUTHOR_UNKNOWN
