"""Reciprocal: acts that several do to one another, so that each is on both sides: *accused each other*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.events.choose import Candidate
from dragoman.events.known import is_settled
from dragoman.events.outcome import Outcome
from dragoman.records import Actor
from dragoman.syntax import Token

BASIS = "each other"
_PRONOUNS = frozenset({("each", "other"), ("one", "another")})
_DEPTH = 3
"""Steps from the pronoun up to the verb: *fired **at** each **other***, *expelled each **other**'s **envoys***."""
_PATHS = frozenset({"dobj", "pobj", "prep", "poss", "dative", "case"})


def joined(
    candidate: Candidate, coded: Outcome, actors: list[Actor], recipients: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """Return both sides, those of an act of several together or to one another as one, or each on both."""
    if candidate.sense.mutual and not (coded.keeps_modes and "visit" in candidate.sense.modes):
        everybody = [*actors, *recipients]
        return everybody, _both_sides(everybody) if _is_reciprocal(candidate) else []
    if not any(map(is_settled, recipients)) and _is_reciprocal(candidate):
        recipients = _both_sides(actors) or recipients
    return actors, recipients


def _is_reciprocal(candidate: Candidate) -> bool:
    """Tell whether what was done is said to be done by each to the other: *each other*, *traded blame*."""
    if candidate.sense.mutual:
        return candidate.sense.type == "ACCUSE"
    return any(_is_pronoun(low) and _hangs_on(low, candidate) for low in candidate.anchor.subtree())


def _both_sides(actors: Sequence[Actor]) -> list[Actor]:
    """Return those who act as those it is done to, if they are of several countries or groups; else nobody."""
    settled = [actor for actor in actors if actor.country is not None or actor.kind == "armed_group"]
    several = len({actor.country or actor.name for actor in settled}) > 1
    return [replace(actor, basis=BASIS) for actor in settled] if several else []


def _is_pronoun(token: Token) -> bool:
    pairs = ({(token.lower, child.lower), (child.lower, token.lower)} for child in token.children)
    return any(not _PRONOUNS.isdisjoint(pair) for pair in pairs)


def _hangs_on(token: Token, candidate: Candidate) -> bool:
    for _ in range(_DEPTH):
        if token.dep not in _PATHS:
            return False
        token = token.head
        if token in (candidate.anchor, candidate.token):
            return True
    return False
