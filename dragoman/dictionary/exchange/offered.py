"""What a dictionary file offers: entries as they stand in it, before anything is checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

#: Sectors of public offices: who holds none of these holds no public office.
PUBLIC = ("GOV", "MIL", "COP", "SPY", "JUD", "LEG", "IGO")
WEAK = "?"
"""Ends a name that is claimed weakly."""

FILES: Mapping[str, str] = {
    "person": "officials.tsv",
    "place": "places.tsv",
    "agent": "agents.tsv",
    "armed_group": "armed_groups.yaml",
    "open_group": "peoples.yaml",
}
"""File of our own form for each kind; the other kinds stand in ORGANISATIONS."""
ORGANISATIONS = "organisations.yaml"


class Office(NamedTuple):
    """One office that a file gives to a person."""

    title: str
    """The office in words."""
    sector: str
    """PLOVER sector."""
    country: str | None
    """Code of the state served, as the file writes it; null for an organisation or when it is not said."""
    organisation: str | None = None
    """Id of the organisation served."""
    start: str = ""
    """First day as the file gives it; empty when it gives none."""
    end: str = ""
    """Last day, likewise."""
    note: str = ""
    """What a reader should know."""
    line: int = 0
    """Where the office stands; 0 for the line of the entry."""


class Offered(NamedTuple):
    """One entry that a file offers."""

    line: int
    """Where the entry begins, 1-based."""
    file: str
    """File of our own form that it belongs to, such as `officials.tsv`."""
    kind: str
    """One of the dictionary's kinds."""
    names: tuple[str, ...]
    """The printed name first; a trailing `?` marks a weak claim."""
    country: str | None = None
    """Code of a country, as the file writes it."""
    sectors: tuple[str, ...] = ()
    """PLOVER sectors, most specific first."""
    offices: tuple[Office, ...] = ()
    """Offices of a person."""
    id: str = ""
    """Id that the file gives in our own form; empty where one is to be made."""
    key: str = ""
    """What tells two entries of one name apart in the file's own terms; empty where nothing does."""
    joins: bool = False
    """Whether entries of this name and country are one actor, as in files that say nothing else about it."""
    note: str = ""
    """What a reader should know."""
    more: Mapping[str, Any] = MappingProxyType({})
    """Cells that only our own form has, such as `adjectives` or `lat`."""


class Conflict(NamedTuple):
    """Something in a file that needs the user's eye."""

    line: int
    """Where it stands, 1-based."""
    reason: str
    """What is wrong, naming the thing."""
    left_out: bool = False
    """True when the whole line or entry was left out for it."""


class Refused(Exception):  # noqa: N818 - not an error of the program: the entry is left out, with this reason
    """An entry cannot be taken; the message is the reason."""
