"""Roles with their owners: *two American aid groups*, *members of the Turkish parliament*, *PKK militants*."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from dragoman.dictionary import OFFICIAL, ORGANISED, ActorEntry, Match
from dragoman.resolution.phrase import Part

#: Role nouns that say little by themselves: what they belong to gives the sector.
_GENERIC = frozenset(
    (
        "agent.leader", "agent.official", "agent.spokesperson", "agent.commander", "agent.group", "agent.forces",
        "agent.delegation", "agent.delegate", "agent.negotiator", "agent.person", "agent.people", "agent.voter",
        "agent.aide", "agent.troop", "agent.general", "agent.director", "agent.member", "agent.head", "agent.chief",
        "agent.crew", "agent.fighter", "agent.activist", "agent.officer", "agent.headquarters", "agent.ally",
    )
)  # fmt: skip
#: Words for the holder of a high place, which the role nouns leave out because they mean other things too.
_HEADS = frozenset(
    ("head", "chief", "director", "boss", "chairman", "chairwoman", "chair", "chairperson", "coordinator", "speaker")
)
_MEMBERS = frozenset(
    (
        "member",
        "members",
        "supporter",
        "supporters",
        "faction",
        "cell",
        "cells",
        "cadre",
        "cadres",
        "operative",
        "operatives",
        "sympathisers",
        "sympathizers",
        "affiliate",
    )
)
_PLACES = frozenset(
    ("state", "city", "town", "province", "region", "island", "district", "village", "county", "governorate")
)
_FIGHTING = frozenset(("agent.forces", "agent.troop", "agent.fighter", "agent.commander"))
_OWNING = frozenset(("name", "adjective", "demonym", "metonym", "capital", "place", "person"))


class Described(NamedTuple):
    """Whom a role and the names around it describe."""

    countries: tuple[str, ...]
    """ISO codes of the states it belongs to; several for *Turkish and Greek ministers*."""
    organisation: ActorEntry | None
    """The organisation, body or armed group it belongs to."""
    people: ActorEntry | None
    """The people or community named: *Kurdish fighters*."""
    sectors: tuple[str, ...]
    basis: str
    """The words that gave the country, or nothing."""

    @property
    def country(self) -> str | None:
        """The one state it belongs to, or null."""
        return self.countries[0] if len(self.countries) == 1 else None


def describe(part: Part, role: Match | None) -> Described:
    """Return who the role noun `role` of `part` belongs to; `role` is null for a noun in no dictionary."""
    around = [match for match in part.matches if match is not role and match.form in _OWNING]
    if not around and not part.homes:
        return Described((), None, None, _sectors(part, role, None), "")
    near = [match for match in around if match not in part.after] or around
    owning = [m for m in around if not _is_sent_to(part, m)] if _has_state(near) else around
    organisation = next((m.entry for m in reversed(owning) if m.entry.kind in ORGANISED), None)
    people = next((m.entry for m in near if m.entry.kind == "open_group" and m.form != "agent"), None)
    countries = _countries(part, near, around, organisation)
    basis = _basis(around, countries) if countries else ""
    sectors = _sectors(part, role, organisation)
    if role is not None and role.entry.id in _FIGHTING and people is not None and not _has_state(near):
        sectors = _joined(("REB",), sectors)
    return Described(countries, organisation, people, sectors, basis)


def _basis(around: Iterable[Match], countries: Collection[str]) -> str:
    """Return the name that gave one of `countries`."""
    return next((m.entry.name for m in around if m.entry.country in countries), "")


def _is_sent_to(part: Part, match: Match) -> bool:
    """Tell whether a name says where somebody is sent: *Turkey's envoy to the UN*."""
    before = [word.lower for word in part.words[max(part.first, match.first - 2) : match.first]]
    return before[-1:] == ["to"] or before == ["to", "the"]


def _has_state(matches: Iterable[Match]) -> bool:
    return any(match.entry.kind == "state" for match in matches)


def _countries(
    part: Part, near: Sequence[Match], around: Sequence[Match], organisation: ActorEntry | None
) -> tuple[str, ...]:
    states = [m for m in near if m.entry.country and m.entry.kind in ("state", "place", "open_group")]
    if states:
        last = states[-1]
        joined = [m for m in states if m in part.joined]
        if joined:
            return tuple(dict.fromkeys(m.entry.country for m in states if m.entry.country))
        return (states[0 if last.entry.kind == "place" else -1].entry.country or "",)
    if organisation is not None:
        return (organisation.country,) if organisation.country else ()
    return tuple(dict.fromkeys(m.entry.country for m in (*around, *part.homes) if m.entry.country))[:1]


def _sectors(part: Part, role: Match | None, organisation: ActorEntry | None) -> tuple[str, ...]:
    """Return the sectors: a role's own, before them those of what it belongs to when it says little by itself."""
    own = role.entry.sectors if role is not None else ()
    roles = [m.entry for m in part.matches if m.form == "agent" and m is not role]
    qualifier = next((entry for entry in roles if _qualifies(entry)), None)
    generic = role is None or role.entry.id in _GENERIC or role.entry.kind == "agent"
    if organisation is not None and (generic or organisation.kind == "igo" or organisation.sectors[:1] == ("REB",)):
        return _joined(organisation.sectors, own)
    if qualifier is not None and generic:
        return _joined(qualifier.sectors, own)
    if organisation is not None and role is not None and role.entry.kind == "office":
        return _joined(organisation.sectors, own)
    return own


def _qualifies(entry: ActorEntry) -> bool:
    return bool(entry.sectors) and entry.sectors != ("UNK",) and entry.id not in _GENERIC


def _joined(first: Iterable[str], then: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *then)))


def is_head(noun: str) -> bool:
    """Tell whether a noun means who is at the head of what is named: *the NACTA chief*."""
    return noun in _HEADS


def is_member(noun: str) -> bool:
    """Tell whether a noun means people of what is named: *PKK members*."""
    return noun in _MEMBERS


def is_kind_of_place(noun: str) -> bool:
    """Tell whether a noun says that a name is a place's: *the state of Georgia*."""
    return noun in _PLACES


def is_official(sectors: Iterable[str]) -> bool:
    """Tell whether sectors are those of a state's own bodies."""
    return not OFFICIAL.isdisjoint(sectors)
