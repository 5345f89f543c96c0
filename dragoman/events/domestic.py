"""Domestic: the other side of an act of home politics, which no reader needs to be told.

*The union rejected the offer* and *The senator was sentenced to two years*, in a passage that names one country and
nobody outside it, are done among people of that country: PLOVER codes both sides of an act within a state with that
state.  So are generic people of any sort whom its authorities deal with, or who speak to them.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.dictionary import OFFICIAL
from dragoman.events.choose import Candidate
from dragoman.events.home import Homes, is_armed, is_generic, is_official
from dragoman.events.known import AT_HOME, UNNAMED, untold
from dragoman.events.outcome import Outcome
from dragoman.events.participants import Participants
from dragoman.records import Actor

#: Acts that are done to somebody, whether he is named or not: to the home public or its authorities where none is.
_ADDRESSED = frozenset({"REQUEST", "ACCUSE", "REJECT", "CONCEDE", "THREATEN", "PROTEST", "COERCE", "SANCTION"})
#: Acts that a state does to other states as well as at home.
_STATELY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: Acts that authorities do when nobody is named who does them.
_OFFICIAL_ACTS = frozenset({"COERCE", "SANCTION", "ACCUSE"})
#: Modes of such acts that anybody may do.
_UNOFFICIAL = frozenset({"cyber", "misinformation", "withdraw", "discontinue", "disapprove"})
_IN_COURT = frozenset(
    {"arraign", "charge", "indict", "indictment", "prosecute", "prosecution", "summon", "trial", "try"}
)
"""Words for accusations that only authorities make."""


class Domestic:
    """Finds the side of an act within one state that the sentence leaves open."""

    def __init__(self, participants: Participants, homes: Homes) -> None:
        self._participants = participants
        self._homes = homes

    def sides(
        self, candidate: Candidate, coded: Outcome, actors: list[Actor], recipients: list[Actor]
    ) -> tuple[list[Actor], list[Actor]]:
        """Return both sides, with the home country for the one that has none."""
        home = self._homes.alone(around=False) or self._of_officers(actors)
        if home is None or candidate.sense.mutual:
            return actors, recipients
        if not _countries(*actors, *recipients) and self._homes.alone(around=True) is not None:
            actors = [_housed(actor, home) for actor in actors]
        if _countries(*actors, *recipients) != {home}:
            return actors, recipients
        if not _countries(*recipients):
            return actors, self._done_to(coded, actors, recipients, home)
        if not _countries(*actors):
            return self._done_by(candidate, coded, actors, recipients, home), recipients
        return actors, recipients

    def _of_officers(self, actors: list[Actor]) -> str | None:
        """Return the country of police or judges, who deal with their own, where the sentence tells of no other."""
        countries = _countries(*actors)
        at_home = all(actor.sectors[:1] in (("COP",), ("JUD",)) for actor in actors)
        return next(iter(countries)) if at_home and countries and self._homes.named() <= countries else None

    def _done_to(self, coded: Outcome, actors: list[Actor], recipients: list[Actor], home: str) -> list[Actor]:
        if _may_be_abroad(coded.type, actors):
            return recipients
        if recipients or self._homes.alone(around=True) is None:
            return [_housed(actor, home) for actor in recipients]
        if coded.type not in _ADDRESSED:
            return recipients
        return [self._state(actors[0], home)]

    def _done_by(
        self, candidate: Candidate, coded: Outcome, actors: list[Actor], recipients: list[Actor], home: str
    ) -> list[Actor]:
        if actors:
            strict = self._homes.alone(around=True) is not None
            abroad = any(actor.kind == "state" for actor in recipients)  # what is done to a state, others may do
            if abroad and (self._homes.country != home or any(map(is_official, actors))):
                return actors
            return [_housed(actor, home, armed=strict) for actor in actors]
        return self._unnamed(candidate, coded, recipients, home)

    def _unnamed(self, candidate: Candidate, coded: Outcome, recipients: list[Actor], home: str) -> list[Actor]:
        """Return the authorities or, of an accusation, somebody, where nobody is told to have acted."""
        modes = set(candidate.sense.modes) if coded.keeps_modes else set()
        if coded.type == "ACCUSE" and any(actor.kind in ("state", "body") for actor in recipients):
            return []  # the world accuses governments
        if coded.type == "ACCUSE" and "investigate" not in modes and candidate.token.lemma not in _IN_COURT:
            return [_somebody(recipients[0], home)]
        if (coded.type in _OFFICIAL_ACTS or "release" in modes) and _UNOFFICIAL.isdisjoint(modes):
            return [self._state(recipients[0], home)]
        return []

    def _state(self, other: Actor, home: str) -> Actor:
        """Return the home state, told by the words that name the other side."""
        return untold(home, self._participants.country_name(home), AT_HOME, other)


def _countries(*actors: Actor) -> set[str]:
    return {actor.country for actor in actors if actor.country}


def _may_be_abroad(type_: str, actors: list[Actor]) -> bool:
    """Tell whether an act may as well be done to foreigners: by a state as such, by soldiers, by diplomats."""
    if type_ == "ASSAULT":
        return any(actor.kind == "state" or "MIL" in actor.sectors for actor in actors)
    return any("foreign" in actor.text.lower() or (type_ in _STATELY and actor.kind == "state") for actor in actors)


def _somebody(other: Actor, home: str) -> Actor:
    """Return somebody of the home country, told by the words that name the other side."""
    return replace(other, name=UNNAMED, kind="open_group", sectors=("UNK",), entry=None, basis=AT_HOME, country=home)


def _housed(actor: Actor, home: str, *, armed: bool = False) -> Actor:
    """Give the home country to generic people, to persons whom nothing is known of, and to `armed` men of no group."""
    unknown = actor.name == UNNAMED and actor.kind == "person"
    if actor.country is None and (unknown or is_generic(actor) or _is_journalist(actor) or (armed and is_armed(actor))):
        return replace(actor, country=home, basis=AT_HOME)
    return actor


def _is_journalist(actor: Actor) -> bool:
    return actor.entry in ("agent.journalist", "agent.media") and OFFICIAL.isdisjoint(actor.sectors)
