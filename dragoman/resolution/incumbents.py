"""Who is meant by an office: its holder on a day, or the holder of a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.dictionary import ActorEntry
from dragoman.resolution.names import PersonNames
from dragoman.resolution.offices import Holding, Named, Offices

#: Offices whose words may mean the head of any organisation.
_GENERIC = frozenset(("director", "leader", "secretary_general", "director_general", "president"))


class Incumbents:
    """Finds the person an office stands for."""

    def __init__(self, offices: Offices, names: PersonNames) -> None:
        self.offices = offices
        self._names = names

    def holdings(
        self, named: Named | None, country: str | None, organisation: str | None, date: str | None
    ) -> list[Holding]:
        """Return who held the office `named`, of a state or an organisation, on `date`; all holders when it is null."""
        if named is None:
            return []
        for office in named.offices:
            if (owner := office.organisation) is not None:
                return self.offices.holders(owner, office, date) or self.offices.head_of(owner, date)
        if organisation is not None and (found := self._of_organisation(named, organisation, date)):
            return found
        country = country or _only_state(named)
        meant = named.of(country)
        return [] if meant is None or country is None else self.offices.holders(country, meant, date)

    def _of_organisation(self, named: Named, organisation: str, date: str | None) -> list[Holding]:
        office = named.of(None)
        if office is None:
            return []
        found = self.offices.holders(organisation, office, date)
        return found or (self.offices.head_of(organisation, date) if office.id in _GENERIC else [])

    def inferred(self, named: Named | None, country: str | None, organisation: str | None, date: str) -> Holding | None:
        """Return the one person who held the office on `date`, or None where several may have or nobody is known."""
        if named is None:
            return None
        office = named.of(country)
        if office is not None and office.several and not (organisation is not None and office.id in _GENERIC):
            found = self.offices.included(country, office, date) if country is not None else []
        else:
            found = self.holdings(named, country, organisation, date)
        return found[0] if len({holding.person.id for holding in found}) == 1 else None

    def bearer(self, name: str, holdings: Iterable[Holding], date: str | None) -> ActorEntry | None:
        """Return the one of `holdings` whose name `name` is, in office on `date` if that is given."""
        fitting = [held for held in holdings if self._names.is_of(name, held.person)]
        people = {h.person.id: h.person for h in fitting if date is None or h.tenure.covers(date)}
        return next(iter(people.values())) if len(people) == 1 else None

    def is_of(self, name: str, person: ActorEntry) -> bool:
        """Tell whether `name` may be that of `person`, in whatever spelling."""
        return self._names.is_of(name, person)

    def find(self, words: Sequence[str]) -> Named | None:
        """Return the office that lower-case `words` name."""
        return self.offices.find(words)


def _only_state(named: Named) -> str | None:
    """Return the one state that has an office of that name: *the pope*, *the CIA director*."""
    states = {state for office in named.offices for state in office.countries}
    return states.pop() if len(states) == 1 and all(office.countries for office in named.offices) else None
