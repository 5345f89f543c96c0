"""Enough: whether the parties of an act are told well enough to make an event."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.choose import Candidate
from dragoman.events.known import UNNAMED, is_known
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
_PLURAL = frozenset({"NNS", "NNPS"})


def are_public(side: Sequence[Actor]) -> bool:
    """Tell whether a side that only the network speaks for is of public life: no firm, no unknown person."""
    return any(actor.name != UNNAMED and actor.sectors[:1] not in (("BUS",), ("UNK",)) for actor in side)


def enough(candidate: Candidate, actors: Sequence[Actor], recipients: Sequence[Actor]) -> bool:
    """Tell whether the parties make an event: somebody is known, and the author or a patient is named."""
    everybody = (*actors, *recipients)
    if not any(is_known(actor) for actor in everybody):
        return False
    if candidate.sense.type == "CONSULT" and len(everybody) < 2:
        named = any(actor.basis is None and (actor.country or "IGO" in actor.sectors) for actor in everybody)
        return named and _takes_several(candidate)
    if candidate.sense.type == "COOPERATE" and is_proposed(candidate):
        return bool(actors)
    return bool(actors) or candidate.sense.type in _AUTHOR_UNKNOWN


def _met_by_somebody(candidate: Candidate) -> bool:
    """Tell whether the one side stands after *with*, the other goes without a name: *talks with Oman took place*."""
    return bool(candidate.filled.get("with")) and all(t.tag == "PRP" for t in candidate.filled.get("subj", ()))


def _takes_several(candidate: Candidate) -> bool:
    """Tell whether more take part than are known: *the OPEC ministers met*, *Blinken and Yang spoke*, *Rome hosted it*.

    Those who attend or host a gathering of many are not alone, nor are those with whom talks are held, or with whom
    somebody met who stands as a pronoun.
    """
    if is_proposed(candidate):
        return False
    if "multilateral" in candidate.sense.modes or _met_by_somebody(candidate):
        return True
    return any(token.tag in _PLURAL or token.child("conj") for token in candidate.filled.get("subj", ()))
