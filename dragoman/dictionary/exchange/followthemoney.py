"""Reading FollowTheMoney entities, one a line: flat ones linked by their ids, and OpenSanctions' nested ones."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.dictionary.exchange.lines import Line
from dragoman.dictionary.exchange.offered import FILES, ORGANISATIONS, PUBLIC, WEAK, Conflict, Offered, Office

EUROPE, _NOWHERE = "eu", ("zz", "xx", "int")
_BRACKET = re.compile(r"\([^()]*\)")
# Words of posts that are not public, though another word of them may be: a general director is no general.
_BUSINESS = frozenset(
    (
        "bank",
        "board",
        "ceo",
        "company",
        "corporation",
        "director",
        "founder",
        "group",
        "holding",
        "inc",
        "llc",
        "ltd",
        "owner",
        "shareholder",
    )
)
SectorOf = Callable[[str], str | None]
"""The PLOVER sector that the words of an office tell, or None."""
_GROUPS = frozenset(("Organization", "Company", "PublicBody", "LegalEntity"))
_LINKS = ("positionOccupancies", "occupancies")
# What a topic makes of an organisation: kind and sector.  The first that fits counts.
_TOPICS: tuple[tuple[str, str, str], ...] = (
    ("gov.igo", "igo", "IGO"), ("mil", "body", "MIL"), ("gov.security", "body", "MIL"), ("gov.judicial", "body", "JUD"),
    ("gov.legislative", "body", "LEG"), ("gov", "body", "GOV"), ("pol.party", "organisation", "PTY"),
    ("pol.union", "organisation", "LAB"), ("crime.terror", "armed_group", "REB"), ("crime", "organisation", "CRM"),
    ("rel", "organisation", "REL"), ("role.journo", "organisation", "JRN"), ("role.act", "organisation", "CVL"),
    ("corp", "organisation", "BUS"), ("fin", "organisation", "BUS"),
)  # fmt: skip
_OFFICE_TOPICS = {
    "gov.legislative": "LEG", "gov.judicial": "JUD", "gov.igo": "IGO", "gov.security": "MIL",
}  # fmt: skip


@dataclass(slots=True)
class _Held:
    """Entities that others refer to by id: persons wait until all positions and occupancies are read."""

    persons: list[tuple[int, Mapping[str, Any]]] = field(default_factory=list)
    positions: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    occupancies: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)
    """By the id of the holder."""


def read_entities(lines: Iterable[Line], sector_of: SectorOf) -> Iterator[Offered | Conflict]:
    """Read the entities; `sector_of` tells the sector of an office from its words."""
    held = _Held()
    for line in lines:
        if line.problem:
            yield Conflict(line.number, line.problem, left_out=not line.text)
        text = line.text.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        try:
            entity = json.loads(text)
        except (ValueError, RecursionError):
            yield Conflict(line.number, "not JSON", left_out=True)
            continue
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
            yield Conflict(line.number, "not an entity: an object with schema and properties is needed", left_out=True)
        else:
            yield from _sorted(line.number, entity, held)
    for number, person in held.persons:
        yield _person(number, person, held, sector_of)


def _sorted(number: int, entity: Mapping[str, Any], held: _Held) -> Iterator[Offered]:
    """Keep what others refer to; yield an organisation at once.  Addresses, listings and the like are no actors."""
    schema, key = entity.get("schema"), entity.get("id")
    if schema == "Person":
        held.persons.append((number, entity))
    elif schema == "Position" and isinstance(key, str):
        held.positions[key] = entity
    elif schema == "Occupancy":
        for holder in _linked(entity, "holder"):
            held.occupancies.setdefault(_id(holder), []).append(entity)
    elif schema in _GROUPS:
        yield _organisation(number, entity)


def _linked(entity: Mapping[str, Any], *names: str) -> list[Any]:
    values = entity.get("properties")
    found = [values.get(name) for name in names] if isinstance(values, dict) else []
    return [item for each in found for item in (each if isinstance(each, list) else [each]) if item is not None]


def _texts(entity: Mapping[str, Any], *names: str) -> list[str]:
    return list(dict.fromkeys(item for item in _linked(entity, *names) if isinstance(item, str) and item))


def _first(entity: Mapping[str, Any], *names: str) -> str:
    return next(iter(_texts(entity, *names)), "")


def _id(linked: object) -> str:
    """Return the id of an entity that is linked by its id or stands there itself."""
    return str(linked.get("id", "")) if isinstance(linked, dict) else str(linked)


def _names(entity: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the caption if it is one of the names, the other names, and the weak ones marked as such."""
    names = _texts(entity, "name", "alias")
    if not names and (parts := [_first(entity, "firstName"), _first(entity, "lastName")]):
        names = [" ".join(part for part in parts if part)]
    caption = entity.get("caption")
    printed = caption if isinstance(caption, str) and caption in names else _latin(names)
    weak = [f"{name.rstrip(WEAK)}{WEAK}" for name in _texts(entity, "weakAlias") if name not in names]
    plain = [name.rstrip(WEAK) for name in dict.fromkeys((printed, *names))]
    bare = [" ".join(_BRACKET.sub(" ", name).split()) for name in plain if "(" in name]
    return tuple(dict.fromkeys((*plain, *bare, *weak)))


def _latin(names: list[str]) -> str:
    """Return the first name in Latin letters, or the first."""
    return next((name for name in names if name.isascii()), next(iter(names), ""))


def _topics(entity: Mapping[str, Any]) -> list[str]:
    return _texts(entity, "topics")


def _country(entity: Mapping[str, Any], *names: str) -> str | None:
    """Return the country code, or None when there is none or several: then it belongs to no single state."""
    for name in names:
        if found := _texts(entity, name):
            return found[0] if len(found) == 1 and found[0].lower() not in _NOWHERE else None
    return None


def _organisation(number: int, entity: Mapping[str, Any]) -> Offered:
    kind, sector = "organisation", "UNK"
    if entity.get("schema") == "PublicBody":
        kind, sector = "body", "GOV"
    elif entity.get("schema") == "Company":
        sector = "BUS"
    topics = _topics(entity)
    country = _country(entity, "country", "jurisdiction", "mainCountry")
    for topic, known, told in _TOPICS:
        if any(each == topic or each.startswith(f"{topic}.") for each in topics):
            kind, sector = known, told
            break
    return Offered(
        line=number, file=FILES.get(kind, ORGANISATIONS), kind=kind, names=_names(entity), sectors=(sector,),
        country=None if country == EUROPE else country, key=_id(entity), note=_note(entity),
    )  # fmt: skip


def _note(entity: Mapping[str, Any]) -> str:
    return f"FollowTheMoney {_id(entity)}" if entity.get("id") else ""


def _person(number: int, entity: Mapping[str, Any], held: _Held, sector_of: SectorOf) -> Offered:
    terms = [*held.occupancies.get(_id(entity), ()), *_linked(entity, *_LINKS)]
    offices = [office for term in terms for office in _terms(term, entity, held, sector_of)]
    if not offices:
        offices = _told(entity, sector_of)
    unique = dict.fromkeys(sorted(offices, key=lambda office: office.start or office.end))
    return Offered(
        line=number, file=FILES["person"], kind="person", names=_names(entity), offices=tuple(unique),
        key=_id(entity), note=_note(entity),
    )  # fmt: skip


def _terms(term: object, person: Mapping[str, Any], held: _Held, sector_of: SectorOf) -> Iterator[Office]:
    """Yield the offices of one occupancy, which stands here itself or was read before."""
    if not isinstance(term, dict):
        return
    for post in _linked(term, "post"):
        position = post if isinstance(post, dict) else held.positions.get(_id(post), {})
        title = _first(position, "name") or str(position.get("caption") or "")
        if title:
            yield _office(
                title, _sector(title, _topics(position), sector_of),
                _country(position, "country") or _country(person, "country", "nationality", "citizenship"),
                _first(term, "startDate") or _first(term, "periodStart"),
                _first(term, "endDate") or _first(term, "periodEnd"),
            )  # fmt: skip


def _told(person: Mapping[str, Any], sector_of: SectorOf) -> list[Office]:
    """Return the offices that are only words about the person.

    Where the file has topics they say whether the office is public, elsewhere the words do.
    """
    topics = _topics(person)
    exposed = any(topic == "role.pep" or topic.startswith("gov") for topic in topics)
    country = _country(person, "country", "nationality", "citizenship")
    found: list[Office] = []
    for title in _texts(person, "position"):
        sector = sector_of(title)
        if exposed or (not topics and sector in PUBLIC and _BUSINESS.isdisjoint(title.lower().split())):
            found.append(_office(title, sector if sector in PUBLIC else "GOV", country, "", ""))
    return found


def _sector(title: str, topics: list[str], sector_of: SectorOf) -> str:
    told = sector_of(title)
    if told in PUBLIC:
        return told
    return next((sector for topic, sector in _OFFICE_TOPICS.items() if topic in topics), "GOV")


def _office(title: str, sector: str, country: str | None, start: str, end: str) -> Office:
    european = country is not None and country.lower() == EUROPE
    return Office(
        title=title, sector="IGO" if european else sector, country=None if european else country,
        organisation="org.eu" if european else None, start=start[:10], end=end[:10],
    )  # fmt: skip
