"""Opposite: the other of two states, where an act between them names but one.

*Oslo rejected the demand* after *Chad demanded an apology from Norway* is done to Chad: the passage brings in one other
state and nobody else, so no reader needs to be told.
"""

from __future__ import annotations

from dragoman.events.choose import Candidate
from dragoman.events.home import Homes
from dragoman.events.known import OPPOSITE, UNNAMED, untold
from dragoman.events.outcome import Outcome
from dragoman.events.participants import Participants
from dragoman.events.phrases import definite
from dragoman.records import Actor

_ALWAYS_DIRECTED = frozenset({"REJECT", "THREATEN"})
"""What states say to one another; what they do they may as well do at home."""
_DIRECTED = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "SANCTION"})
"""The same, if it takes up what was told: *criticised **the move***."""
_AT_HOME = frozenset({"OPP", "PTY", "LEG", "JUD", "COP"})
"""Sectors of those who mostly deal with their own."""
_HOMELY = frozenset({"bill", "budget", "election", "law", "legislation", "ordinance", "referendum", "reform", "tax"})
"""What is decided at home."""


class Opposite:
    """Finds the state to which another does something that the sentence does not say to whom."""

    def __init__(self, participants: Participants, homes: Homes) -> None:
        self._participants = participants
        self._homes = homes

    def recipients(
        self, candidate: Candidate, coded: Outcome, actors: list[Actor], recipients: list[Actor]
    ) -> list[Actor]:
        """Return the recipients, or the other state of the passage where none of them is known."""
        if candidate.sense.mutual or any(actor.name != UNNAMED for actor in recipients):
            return recipients
        if not (coded.type in _ALWAYS_DIRECTED or (coded.type in _DIRECTED and _takes_up(candidate))):
            return recipients
        countries = {actor.country for actor in actors}
        if len(countries) != 1 or not all(map(_is_of_a_state, actors)) or _is_homely(candidate):
            return recipients
        own = next(iter(countries)) or ""
        other = self._beside(candidate, own) or self._homes.other(own)
        if other is None:
            return recipients
        return [untold(other, self._participants.country_name(other), OPPOSITE, actors[0])]

    def _beside(self, candidate: Candidate, own: str) -> str | None:
        """Return the other state of a sentence whose verbs share a subject: *left Chad and expelled **its** envoy*."""
        others = self._homes.named() - {own}
        joined = candidate.anchor.dep == "conj" and candidate.anchor.child("nsubj") is None
        return next(iter(others)) if joined and len(others) == 1 else None


def _is_of_a_state(actor: Actor) -> bool:
    if not _AT_HOME.isdisjoint(actor.sectors[:1]):
        return False
    return actor.kind == "state" or not {"GOV", "MIL"}.isdisjoint(actor.sectors)


def _takes_up(candidate: Candidate) -> bool:
    """Tell whether an act is about what was told before: *welcomed **the offer***, *rejected it and demanded more*."""
    if candidate.anchor.dep == "conj" and candidate.anchor.head.pos == "VERB":
        return True
    clauses = candidate.filled.get("clause", ())
    below = (child for clause in clauses for child in clause.children if child.dep == "dobj")
    return any(definite(word) for word in (*candidate.filled.get("obj", ()), *below))


def _is_homely(candidate: Candidate) -> bool:
    words = (word for slot in candidate.filled.values() for word in slot)
    return any(low.lemma in _HOMELY for word in words for low in (word, *word.children))
