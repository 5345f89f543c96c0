"""Whether words of asking ask: planned, denied, tried, or only thought of."""

from __future__ import annotations

from dragoman.claims.requests.lexicon import Frame
from dragoman.claims.requests.slots import carrier_in
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.syntax import Token

_EFFORT = frozenset({"effort", "try", "attempt", "seek", "bid", "struggle", "hope", "aim", "campaign", "want", "fail"})


def standing_of(token: Token, frame: Frame) -> Standing:
    """Return what the sentence says of the reality of a request, through the verb that carries its noun."""
    if frame.part == "verb":
        return assess(token)
    carrier = carrier_in(frame, token)
    return assess_noun(token, carrier) if carrier is not None else Standing()


def status_of(token: Token, standing: Standing, frame: Frame) -> str | None:
    """Return the standing of the request, or None where the words make none."""
    tried = any(word in _EFFORT for step in standing.steps for word in step.split())
    claimed = "reported-claim" if standing.claim else "demanded"
    if frame.attempt:
        return claimed if tried else None
    if standing.mood == "obligation" or (standing.unreal and not (tried or _is_real(token, standing))):
        return None
    if standing.negated:
        return "denied"
    if standing.mood in ("future", "conditional") and not (frame.force == "wish" or tried or _is_polite(token)):
        return "planned"
    return claimed


def _is_real(token: Token, standing: Standing) -> bool:
    """Tell whether one asks after all: *wrote to ask*, *urged them, it was learned*."""
    steps = standing.steps
    purpose = bool(steps) and all(step.startswith(("clause of purpose", "attrib")) for step in steps)
    return purpose or (token.tag == "VBD" and steps == ("not an act: learn",))


def _is_polite(verb: Token) -> bool:
    """*I would urge the government to act* urges it."""
    subject = verb.child("nsubj")
    return (
        subject is not None and subject.lower in ("i", "we") and any(c.lower in ("would", "'d") for c in verb.children)
    )
