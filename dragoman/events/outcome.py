"""From a sense and its standing to type and status: the table of what an act counts as."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.events.senses import Sense
from dragoman.events.status import Standing
from dragoman.ontology import FUTURE

#: Friendly acts whose refusal is an act of its own: *will not accept refugees*.
_REFUSABLE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
#: Acts of speech: they take place by being said, so a plain future does not make them another type.
_SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
#: Hostile deeds, of which one may promise that one will not do them: *We will not attack Chad*.
_HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act is coded as."""

    type: str
    status: str
    keeps_modes: bool
    """False when the type is not the sense's own, so that its modes do not apply."""


def outcome(sense: Sense, standing: Standing) -> Outcome | None:
    """Return type and status, or None when no act is reported."""
    if _is_veiled_threat(sense, standing):
        return Outcome("THREATEN", "conditional", keeps_modes=False)
    if sense.type == sense.negated == "REJECT" and standing.negated and standing.mood == "possible":
        return Outcome("REJECT", "happened", keeps_modes=True)  # *cannot accept the plan*
    if standing.unreal or standing.mood == "obligation":
        return None
    if standing.negated:
        return _negated(sense, standing)
    if standing.mood in ("future", "conditional"):
        return _to_come(sense, standing)
    return Outcome(sense.type, _status(sense.type, standing), keeps_modes=True)


def _is_veiled_threat(sense: Sense, standing: Standing) -> bool:
    return _is_ultimatum(sense, standing) or _is_held_out(sense, standing)


def _is_ultimatum(sense: Sense, standing: Standing) -> bool:
    """*Chad will pull its troops out unless its terms are met* and *will resign unless* are no concessions."""
    return sense.type == "RETREAT" and standing.mood == "conditional" and "unless clause" in standing.steps


def _is_held_out(sense: Sense, standing: Standing) -> bool:
    """*Chad said it might expel more envoys*: a hostile act that its author holds out as possible."""
    possible = standing.mood == "possible" and standing.own and not (standing.negated or standing.claim)
    return possible and (sense.future or FUTURE[sense.type]) == "THREATEN"


def _negated(sense: Sense, standing: Standing) -> Outcome | None:
    if sense.negated == "drop":
        return None
    if sense.negated:
        return Outcome(sense.negated, "happened", keeps_modes=False)
    if sense.type in _SAID and sense.type != "AGREE":
        return None  # what was not said is no act
    if standing.own and standing.mood == "future" and sense.type in _HARMFUL:
        return Outcome("CONCEDE", "planned", keeps_modes=False)
    if standing.mood != "fact":
        return Outcome("REJECT", "happened", keeps_modes=False) if sense.type in _REFUSABLE else None
    return Outcome(sense.type, "denied", keeps_modes=True)


def _to_come(sense: Sense, standing: Standing) -> Outcome | None:
    type_ = sense.future or FUTURE[sense.type]
    if type_ == "drop":
        return None
    status = "conditional" if standing.mood == "conditional" else "planned"
    return Outcome(type_, status, keeps_modes=type_ == sense.type)


def _status(type_: str, standing: Standing) -> str:
    if standing.claim:
        return "reported-claim"
    if type_ == "REQUEST":
        return "demanded"
    if standing.ongoing and type_ not in _SAID:
        return "ongoing"
    return "happened"
