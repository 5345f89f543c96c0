"""Offices and those who held them: what an office is called, and who held it on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.dictionary import ActorEntry, Dictionary, Match, Tenure
from dragoman.resolution.words import Word, words_of
from dragoman.resources import LEXICON, Entry, read_yaml, unique

_REQUIRED = frozenset(("id", "phrases", "countries", "several"))
_OPTIONAL = frozenset(("includes", "organisation", "usual", "note"))
#: Offices that are the head of an organisation, the surest first.
HEADS = ("secretary_general", "director_general", "president", "director", "leader", "foreign_policy_chief")
_QUALIFYING = frozenset(("of", "for", "in", "to", "on", "at"))
_OF_THE = _QUALIFYING | {"the"}
#: Words before an office that leave it what it is.
_ACTING = frozenset(
    ("acting", "interim", "transitional", "caretaker", "federal", "first", "executive", "the", "provisional")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One public office."""

    id: str
    countries: frozenset[str]
    """States where its phrases mean it; all when empty."""
    several: bool
    """True where more than one person may hold it at once."""
    includes: tuple[str, ...]
    """Offices that it may be in a state without an office of that name."""
    usual: str | None
    """Of several states the one meant where nothing else is told; null for none."""
    organisation: str | None
    """Id of the one organisation whose office it is, when its phrases say so; null for all others."""


class Named(NamedTuple):
    """An office found in words `first` to `last`, both inclusive."""

    offices: tuple[Office, ...]
    first: int
    last: int

    def of(self, country: str | None) -> Office | None:
        """Return the office the words mean in `country`."""
        anywhere = None
        for office in self.offices:
            if country in office.countries:
                return office
            if anywhere is None and not office.countries:
                anywhere = office
        return anywhere

    def home(self, told_of: AbstractSet[str]) -> str | None:
        """Return the state that alone has such an office; of several the one told of, else the usual one."""
        if not all(office.countries for office in self.offices):
            return None
        states = frozenset().union(*(office.countries for office in self.offices))
        told = states & told_of if len(states) > 1 else states
        usual = next((office.usual for office in self.offices if office.usual), None)
        return next(iter(told)) if len(told) == 1 else None if told else usual


class _Reading(NamedTuple):
    """What an office in words is: its names, and whose it is when the words say so."""

    named: Named | None
    owner: str | None


class Holding(NamedTuple):
    """A person and the term in which the office was held."""

    person: ActorEntry
    tenure: Tenure


class Offices:
    """The names of offices, and their holders as the dictionary has them."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._by_id: dict[str, Office] = {}
        self._phrases: dict[tuple[str, ...], tuple[Office, ...]] = {}
        self._firsts: dict[str, int] = {}
        for row in unique(read_yaml(LEXICON / "offices.yaml", required=_REQUIRED, optional=_OPTIONAL)):
            self._add(row)
        self._check()
        self._ranks = {name: rank for rank, name in enumerate(self._by_id)}
        self._read: dict[str, _Reading] = {}
        self._served: dict[str, list[Holding]] = {}
        for entry in dictionary.entries.values():
            for tenure in entry.tenures:
                self._served.setdefault(tenure.country or tenure.organisation or "", []).append(Holding(entry, tenure))
        self._owners: dict[str, Mapping[str, Mapping[str, list[Holding]]]] = {}
        self._known: dict[str, Mapping[str, list[Holding]]] = {}
        self._held: dict[tuple[str, str | None], Office | None] = {}

    def _add(self, row: Entry) -> None:
        values = row.values
        office = Office(
            id=values["id"], countries=frozenset(values["countries"]), several=bool(values["several"]),
            includes=tuple(values.get("includes", ())), organisation=values.get("organisation"),
            usual=values.get("usual"),
        )  # fmt: skip
        self._by_id[office.id] = office
        for phrase in values["phrases"]:
            if phrase != phrase.lower():
                raise row.error(f"phrase {phrase!r} must be in lower case")
            words = tuple(word.lower for word in words_of(phrase))
            self._phrases[words] = (*self._phrases.get(words, ()), office)
            self._firsts[words[0]] = max(self._firsts.get(words[0], 0), len(words))

    def _check(self) -> None:
        for office in self._by_id.values():
            unknown = [other for other in office.includes if other not in self._by_id]
            if unknown:
                raise ValueError(f"offices.yaml: {office.id} includes unknown offices: {', '.join(unknown)}")

    def find(self, words: Sequence[str]) -> Named | None:
        """Return the office that lower-case `words` name: the longest phrase, of two as long the first."""
        firsts = self._firsts
        if firsts.keys().isdisjoint(words):
            return None
        best: Named | None = None
        for i, word in enumerate(words):
            if word not in firsts:
                continue
            for length in range(min(firsts[word], len(words) - i), 0, -1):
                offices = self._phrases.get(tuple(words[i : i + length]))
                if offices is not None:
                    if best is None or length > best.last - best.first + 1:
                        best = Named(offices, i, i + length - 1)
                    break
        return best

    def _of(self, owner: str) -> Mapping[str, list[Holding]]:
        """Return who held each office of a state or organisation; read when it is first asked about."""
        known = self._known.get(owner)
        if known is None:
            entry = self._dictionary.entries.get(owner)
            home = entry.country if entry is not None else None
            known = {}
            for served in dict.fromkeys((owner, home or owner)):
                for office, holdings in self._owned(served).get(owner, {}).items():
                    known[office] = [*known.get(office, ()), *holdings]
            self._known[owner] = known
        return known

    def _owned(self, served: str) -> Mapping[str, Mapping[str, list[Holding]]]:
        """Return who held each office, by whose it is, of those who served a state or organisation.

        An office of a state may by its words be that of an organisation: *director of the CIA*.
        """
        known = self._owners.get(served)
        if known is not None:
            return known
        owned: dict[str, dict[str, list[Holding]]] = {}
        for holding in self._served.get(served, ()):
            tenure = holding.tenure
            office = self._office_of(tenure)
            if office is not None:
                owner = self._reading(tenure.office).owner or tenure.country or tenure.organisation or ""
                owned.setdefault(owner, {}).setdefault(office.id, []).append(holding)
        self._owners[served] = owned
        return owned

    def _reading(self, printed: str) -> _Reading:
        read = self._read.get(printed)
        if read is None:
            read = self._read[printed] = self._read_office(printed)
        return read

    def _read_office(self, printed: str) -> _Reading:
        """Read an office as the dictionary prints it; it names nothing where its words narrow it to another one."""
        spelt = words_of(printed)
        words = [word.lower for word in spelt]
        named = self.find(words)
        matches = self._dictionary.match(spelt) if named is not None else []
        if named is None or not _is_same_office(words[: named.first], matches):
            return _Reading(None, None)
        rest = [word for word in words[named.last + 1 :] if word not in _OF_THE]
        if not rest:
            return _Reading(named, None)
        owners = [m.entry for m in matches if m.form != "agent"]
        if words[named.last + 1] in _QUALIFYING and len(owners) == 1 and self._is_all(rest, owners[0]):
            return _Reading(named, owners[0].country if owners[0].kind == "state" else owners[0].id)
        return _Reading(None, None)

    def _is_all(self, rest: Sequence[str], entry: ActorEntry) -> bool:
        """Tell whether the words after an office name `entry` and nothing besides."""
        matches = self._dictionary.match([Word(word.upper()) for word in rest])
        return any(m.entry is entry and m.last - m.first + 1 == len(rest) for m in matches) or len(rest) == 1

    def holders(self, owner: str, office: Office, date: str | None) -> list[Holding]:
        """Return who held `office` of `owner` (ISO code of a state or id of an organisation) on `date`.

        All holders when the date is null.  A term without a beginning tells nothing and is left out.  When a
        day falls into two terms only because they are known to the month or year, both are returned.
        """
        return _last_of_each(self._holding(owner, (office.id,), date)) or self.included(owner, office, date)

    def included(self, owner: str, office: Office, date: str | None) -> list[Holding]:
        """Return who held an office that `office` includes: the *leader* of a state with a supreme leader."""
        return _last_of_each(self._holding(owner, office.includes, date))

    def head_of(self, organisation: str, date: str | None) -> list[Holding]:
        """Return who was at the head of an organisation on `date`, whatever the office is called."""
        entry = self._dictionary.entries.get(organisation)
        if entry is None or entry.kind != "igo":  # in a party or group a leader and a chairman may be two
            return _last_of_each(self._holding(organisation, HEADS, date))
        for office in HEADS:
            if found := self._holding(organisation, (office,), date):
                return _last_of_each(found)
        return []

    def _holding(self, owner: str, offices: Iterable[str], date: str | None) -> list[Holding]:
        return [
            holding
            for office in offices
            for holding in self._of(owner).get(office, ())
            if date is None or (holding.tenure.start is not None and holding.tenure.covers(date))
        ]

    def like(self, tenure: Tenure, country: str | None) -> Named | None:
        """Return the office in `country` that matches one held elsewhere: a foreign minister a secretary of state."""
        return self.wider(self._reading(tenure.office).named, country)

    def wider(self, named: Named | None, country: str | None) -> Named | None:
        """Return an office that `country` has: the one named, else one that includes it."""
        if named is None or named.of(country) is not None:
            return named
        held = {office.id for office in named.offices}
        wider = tuple(office for office in self._by_id.values() if not held.isdisjoint(office.includes))
        return Named(wider, named.first, named.last) if wider else None

    def rank(self, tenure: Tenure) -> int:
        """Return how high an office stands: a head of state before a minister, before one that has no name here."""
        office = self._office_of(tenure) if self._reading(tenure.office).owner is None else None
        return self._ranks.get(office.id, len(self._ranks)) if office is not None else len(self._ranks)

    def same(self, tenure: Tenure, office: Office) -> bool:
        """Return whether a term was in `office`, or in one that it includes."""
        held = self._office_of(tenure)
        return held is not None and (held is office or held.id in office.includes)

    def _office_of(self, tenure: Tenure) -> Office | None:
        """Return the office of a term, whoever's it is; read when it is first asked about."""
        key = tenure.office, tenure.country
        if key not in self._held:
            read = self._reading(tenure.office)
            self._held[key] = read.named.of(tenure.country) if read.named is not None else None
        return self._held[key]


def _is_same_office(before: Sequence[str], matches: Iterable[Match]) -> bool:
    """Tell whether words before an office leave it what it is: *acting*, *UN*, not *Senate* or *deputy*."""
    names = {i for m in matches if m.form != "agent" for i in range(m.first, m.last + 1)}
    return all(word in _ACTING or i in names for i, word in enumerate(before))


def _last_of_each(found: Iterable[Holding]) -> list[Holding]:
    """Keep one term of each person, the latest."""
    return list({holding.person.id: holding for holding in found}.values())
