"""Opposite: the other of two states, where an act between them names but one.

*Oslo rejected the demand* after *Chad demanded an apology from Norway* is done to Chad: the passage brings in one other
state and nobody else, so no reader needs to be told.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.events.choose import Candidate
from dragoman.events.home import Homes
from dragoman.events.known import OPPOSITE, UNNAMED
from dragoman.events.outcome import Outcome
from dragoman.events.participants import Participants
from dragoman.records import Actor

_DIRECTED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""What states say to somebody; what they do they may as well do at home."""
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
        if coded.type not in _DIRECTED or candidate.sense.mutual or any(a.name != UNNAMED for a in recipients):
            return recipients
        countries = {actor.country for actor in actors}
        if len(countries) != 1 or not all(map(_is_of_a_state, actors)) or _is_homely(candidate):
            return recipients
        other = self._homes.other(next(iter(countries)) or "")
        if other is None:
            return recipients
        state = replace(
            actors[0], name=self._participants.country_name(other), country=other, kind="state", sectors=("GOV",),
            entry=None, basis=OPPOSITE,
        )  # fmt: skip
        return [state]


def _is_of_a_state(actor: Actor) -> bool:
    if not _AT_HOME.isdisjoint(actor.sectors[:1]):
        return False
    return actor.kind == "state" or not {"GOV", "MIL"}.isdisjoint(actor.sectors)


def _is_homely(candidate: Candidate) -> bool:
    words = (word for slot in candidate.filled.values() for word in slot)
    return any(low.lemma in _HOMELY for word in words for low in (word, *word.children))
