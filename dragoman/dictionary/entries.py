"""What the dictionaries hold: actors, the times a person held an office, countries, and matches in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dragoman.records import Place

#: PLOVER sectors.
SECTORS = frozenset(
    (
        "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB", "OPP", "PTY", "IGO", "NGO",
        "CVL", "MED", "EDU", "BUS", "JRN", "CRM", "LAB", "REF", "REL", "UNK",
    )
)  # fmt: skip

#: Sectors of a state's own: *the army* is somebody's, *the insurgents* are nobody's.
OFFICIAL = frozenset(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"))

#: Kinds of actor, as in `records.Actor`, and `place`, which is no actor.
KINDS = frozenset(
    ("state", "body", "office", "person", "organisation", "armed_group", "igo", "open_group", "agent", "place")
)

#: Kinds of entries that have people and a head of their own.
ORGANISED = frozenset(("igo", "organisation", "body", "armed_group"))

#: What sort of name was found; the order decides when one entry claims the same words twice.
FORMS = ("name", "adjective", "demonym", "person", "metonym", "capital", "place", "agent")


class Tenure(NamedTuple):
    """One office held by one person."""

    office: str
    """The office in words, such as `foreign minister`."""
    sector: str
    """PLOVER sector of the office."""
    country: str | None
    """ISO 3166 alpha-3 of the state served; null for an organisation."""
    organisation: str | None
    """Id of the organisation served, or null."""
    start: str | None
    """First day, as precise as known (`1985`, `1985-03`, `1985-03-11`); null when not known."""
    end: str | None
    """Last day, in the same form; null when not known or still in office."""

    def covers(self, date: str) -> bool:
        """Return whether the office was held on `date` (ISO 8601, any precision).

        What is not known does not exclude; a year or month counts as a whole.
        """
        return not certainly_before(date, self.start) and not certainly_before(self.end, date)


def certainly_before(early: str | None, late: str | None) -> bool:
    """Return whether `early` is certainly before `late`: at the coarser precision of the two."""
    if early is None or late is None:
        return False
    return early < late and not late.startswith(early)


#: States where the surname stands first.
SURNAME_FIRST = frozenset(("CHN", "TWN", "HKG", "KOR", "PRK", "KHM", "VNM"))

#: What one group may be to another.
TIES = frozenset(
    ("armed_wing", "political_wing", "part", "affiliate", "ally", "split", "successor", "merged", "proxy")
)  # fmt: skip


class Tie(NamedTuple):
    """What somebody says one group is to another: a claim, so that the two are never taken for one."""

    kind: str
    """One of TIES: it is the armed or political wing of the other, part of it, affiliated or allied with it, split
    from it, its successor, merged into it, or its proxy."""
    to: str
    """Id of the other entry."""
    by: str
    """Who says so."""
    denied: str
    """Who denies it; empty when nobody is known to."""
    start: str
    """Year it began, or empty."""
    end: str
    """Year it ended, or empty."""


class ActorEntry(NamedTuple):
    """One actor, role noun or place of the dictionaries."""

    id: str
    """Stable id, such as `state.TUR`, `org.nato`, `person.kofi_annan`, `agent.police`, `place.geneva`."""
    name: str
    """Standard name, as printed in a coding.  Of a role noun only a label: print the words of the text instead."""
    country: str | None
    """ISO 3166 alpha-3; null for none.  Of a person: the state last served."""
    sectors: tuple[str, ...]
    """PLOVER sectors, most specific first; empty for a place."""
    kind: str
    """One of KINDS."""
    organisation: str | None = None
    """Id of the organisation that a person last served, or null."""
    tenures: tuple[Tenure, ...] = ()
    """Offices of a person, in the order of the file."""
    place: Place | None = None
    """Where it is, for a place and for a state (its centre)."""
    ties: tuple[Tie, ...] = ()
    """What it is said to be to other groups."""
    note: str = ""
    """What a reader should know."""

    def offices(self, date: str | None = None) -> tuple[Tenure, ...]:
        """Return the offices held on `date` (ISO 8601, any precision); all of them when it is null."""
        return self.tenures if date is None else tuple(t for t in self.tenures if t.covers(date))


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One state or territory with its codes in other systems."""

    iso3: str
    """ISO 3166 alpha-3; `XKX` for Kosovo."""
    name: str
    """Standard name."""
    place: Place
    """Its centre."""
    capital: Place | None
    """Its capital; null where there is none."""
    cow: int | None
    """Correlates of War number."""
    gwno: int | None
    """Gleditsch-Ward number."""
    fips: str | None
    """FIPS 10-4 code."""


class Match(NamedTuple):
    """A name found in a sentence: tokens `first` to `last`, both inclusive."""

    first: int
    last: int
    entry: ActorEntry
    form: str
    """One of FORMS.  A word that is adjective and person alike (`Israeli`) is an `adjective`."""
    plural: bool = False
    """True for a role noun in the plural."""
    ambiguous: bool = False
    """True when the words are claimed weakly: they often mean something else."""
    alternatives: tuple[ActorEntry, ...] = ()
    """Other entries that claim the same words, likeliest first."""
