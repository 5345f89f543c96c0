"""Reciprocal: acts that several do to one another, so that each is on both sides: *accused each other*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.events.choose import Candidate
from dragoman.records import Actor
from dragoman.syntax import Token

BASIS = "each other"
_PRONOUNS = frozenset({("each", "other"), ("one", "another")})
_DEPTH = 3
"""Steps from the pronoun up to the verb: *fired **at** each **other***, *expelled each **other**'s **envoys***."""
_PATHS = frozenset({"dobj", "pobj", "prep", "poss", "dative", "case"})


def is_reciprocal(candidate: Candidate) -> bool:
    """Tell whether what was done is said to be done by each to the other: *each other*, *traded blame*."""
    if candidate.sense.mutual:
        return candidate.sense.type == "ACCUSE"
    return any(_is_pronoun(low) and _hangs_on(low, candidate) for low in candidate.anchor.subtree())


def both_sides(actors: Sequence[Actor]) -> list[Actor]:
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
