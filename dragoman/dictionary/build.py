"""Building a dictionary: entries, their claims to words, and the checks that keep both sound."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.dictionary.entries import KINDS, SECTORS, ActorEntry, Country
from dragoman.dictionary.index import Claim, Index
from dragoman.dictionary.names import case_of, spellings
from dragoman.records import Place
from dragoman.resources import Entry
from dragoman.text import fold

WEAK = "?"
"""Ends a word that an entry claims weakly, because it often means something else."""


class Builder:
    """Collects entries and claims from lexicon files; raises LexiconError at the first that is wrong.

    While `own` is true, what is added comes from the user's own files: it replaces entries of the same id
    and wins words that other entries claim.
    """

    def __init__(self) -> None:
        self.index = Index()
        self.entries: dict[str, ActorEntry] = {}
        self.countries: dict[str, Country] = {}
        self.places: dict[str, list[Place]] = {}
        self.surnames: dict[str, list[ActorEntry]] = {}
        self.people: dict[str, list[Entry]] = {}
        """Rows of offices by person, until all files are read."""
        self.tied: list[tuple[Entry, str]] = []
        """Entries and the ids they say they are tied to, checked when all are known."""
        self.own = False
        self._own_ids: set[str] = set()

    def add(self, row: Entry, entry: ActorEntry) -> bool:
        """Add `entry`, which stands at `row`.  Returns false when the user's own entry replaces it."""
        if entry.id in self._own_ids and not self.own:
            return False
        if entry.id in self.entries:
            raise row.error(f"id {entry.id!r} is given twice")
        self._check(row, entry)
        self.entries[entry.id] = entry
        if self.own:
            self._own_ids.add(entry.id)
        return True

    def _check(self, row: Entry, entry: ActorEntry) -> None:
        self.check_country(row, entry.country)
        if entry.kind not in KINDS:
            raise row.error(f"unknown kind {entry.kind!r}; known are {_list(KINDS)}")
        for sector in entry.sectors:
            if sector not in SECTORS:
                raise row.error(f"unknown sector {sector!r}; known are {_list(SECTORS)}")

    def check_country(self, row: Entry, country: str | None) -> None:
        """Raise LexiconError unless `country` is null or the ISO 3166 alpha-3 code of a country."""
        if country is not None and country not in self.countries:
            raise row.error(f"unknown country {country!r}; an ISO 3166 alpha-3 code of countries.tsv is needed")

    def check_ties(self) -> None:
        """Raise LexiconError for a tie to an entry that does not exist."""
        for row, other in self.tied:
            if other not in self.entries:
                raise row.error(f"relation to unknown id {other!r}")

    def claim(self, row: Entry, entry: ActorEntry, form: str, names: Iterable[str]) -> None:
        """Let `entry` claim proper `names`; a trailing `?` marks a weak claim, a bracket a name for print only."""
        for name in names:
            if "(" in name:
                continue
            plain = name.removesuffix(WEAK)
            if not plain:
                raise row.error(f"empty name in {entry.id!r}")
            for spelling in spellings(plain):
                cases = tuple(map(case_of, spelling))
                self._insert(row, spelling, Claim(entry, form, cases, plain is not name, False, self.own))

    def claim_role(self, row: Entry, entry: ActorEntry, phrase: str, *, plural: bool) -> None:
        """Let `entry` claim the lower-case role noun `phrase`; capital letters do not matter."""
        if phrase != phrase.lower():
            raise row.error(f"role noun {phrase!r} must be in lower case")
        for spelling in spellings(phrase):
            self._insert(row, spelling, Claim(entry, "agent", (), False, plural, self.own))

    def _insert(self, row: Entry, words: tuple[str, ...], claim: Claim) -> None:
        name = " ".join(words)
        rival = self.index.insert(fold(name), len(words), claim)
        if rival is not None:
            raise row.error(f"{name!r} is claimed by {rival.entry.id!r} already; mark the weaker claim with {WEAK!r}")

    def locate(self, place: Place, names: Iterable[str]) -> None:
        """Let `names` be looked up as `place`, after the places that have the name already."""
        for name in names:
            held = self.places.setdefault(place_key(name.removesuffix(WEAK)), [])
            if place not in held:
                held.append(place)


def place_key(name: str) -> str:
    """Return the key under which a place is looked up by `name`."""
    return fold(name).replace("-", " ").replace("'", "")


def _list(known: Collection[str]) -> str:
    return ", ".join(sorted(known))
