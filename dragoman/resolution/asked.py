"""What is asked: one string with its words, its date, and what the dictionaries find in it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dragoman.dictionary import ORGANISED, ActorEntry, Dictionary, Match, Tenure
from dragoman.resolution.context import Context
from dragoman.resolution.incumbents import Incumbents
from dragoman.resolution.names import PersonNames
from dragoman.resolution.offices import Holding, Named
from dragoman.resolution.phrase import Part, without_article
from dragoman.resolution.posts import Posts
from dragoman.resolution.results import Candidate, Resolution
from dragoman.resolution.roles import Described
from dragoman.resolution.words import Word

_PAST = frozenset(("former", "ex", "ousted", "deposed", "late", "onetime", "retired", "exiled", "then", "toppled"))
_FEW = 5
#: An office that says little where nobody says whose: *Bosnian Serb leader X* may preside a state or a party.
_LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Means:
    """What a resolver looks things up in."""

    dictionary: Dictionary
    names: PersonNames
    incumbents: Incumbents
    posts: Posts


class Asked:
    """One string that is asked about, and what is found out about it as it is needed."""

    __slots__ = ("_looked", "_named", "around", "date", "lower", "means", "parts", "printed", "words")

    def __init__(
        self,
        means: Means, printed: str, words: list[Word], lower: list[str], parts: list[Part], date: str | None,
        around: Context,
    ) -> None:  # fmt: skip
        self.means = means
        self.printed = printed
        self.words = words
        self.lower = lower
        self.parts = parts
        self.date = date
        self.around = around
        self._named: Named | None = None
        self._looked = False

    @property
    def text(self) -> str:
        """The string without its article."""
        return without_article(self.printed)

    @property
    def told_of(self) -> AbstractSet[str]:
        """ISO codes of the states that the text around tells of."""
        return self.around.states.keys() | self.around.here.keys()

    @property
    def named(self) -> Named | None:
        """The office that the words name, looked for when first asked about."""
        if not self._looked:
            self._named = self.means.incumbents.find(self.lower)
            self._looked = True
        return self._named

    @property
    def former(self) -> bool:
        """Whether the string says that an office is no longer held."""
        return not _PAST.isdisjoint(self.lower)

    @property
    def office_words(self) -> str | None:
        """The words of the office named."""
        return " ".join(self.lower[self.named.first : self.named.last + 1]) if self.named is not None else None

    @property
    def names_an_office(self) -> bool:
        """Whether the string says which office is meant: a *leader* may be anybody's where none is named."""
        if self.named is None or self.named.offices[0].id != _LEADER:
            return self.named is not None
        return any(m.form != "agent" and m.entry.kind in ORGANISED for m in self.matches())

    def matches(self) -> list[Match]:
        """All that the dictionaries find."""
        return [match for part in self.parts for match in part.matches]

    def owners(self) -> set[str]:
        """The states (ISO codes) and organisations (ids) that the string names."""
        found = [m.entry for m in self.matches() if m.form not in ("agent", "person")]
        return {e.country for e in found if e.country} | {e.id for e in found if e.kind in ORGANISED}

    def is_office_of(self, tenure: Tenure) -> bool:
        """Tell whether a term was in the office that the string names."""
        office = self.named.of(tenure.country) if self.named is not None else None
        return office is not None and self.means.incumbents.offices.same(tenure, office)

    def holdings(self, about: Described, *, ever: bool = False) -> list[Holding]:
        """Return who held the office named on the date (none without a date); with `ever` at any time."""
        if self.date is None and not ever:
            return []
        owner = about.organisation.id if about.organisation is not None else None
        return self.means.incumbents.holdings(self.named, about.country, owner, None if ever else self.date)


def told_holder(
    asked: Asked, entry: ActorEntry, score: float, reasons: Iterable[str], others: Iterable[ActorEntry] = ()
) -> Resolution:
    """Return the resolution to a person of the dictionary, with the office that the string and the date point to."""
    tenure = tenure_of(asked, entry)
    why = [*reasons]
    office = country = term = None
    sectors = entry.sectors
    if tenure is None:
        country = entry.country
    else:
        office, country, term = tenure.office, tenure.country, (tenure.start, tenure.end)
        sectors = tuple(dict.fromkeys((tenure.sector, *entry.sectors)))
        why.append(_when(tenure, asked.date))
    return Resolution(
        name=entry.name, kind="person", country=country, sectors=sectors, office=office, term=term, id=entry.id,
        score=round(score, 2), reasons=tuple(why), candidates=candidates(others, score - 0.3, "bears the same name"),
    )  # fmt: skip


def tenure_of(asked: Asked, entry: ActorEntry) -> Tenure | None:
    """Return the term meant: of the office named, else of the date, else the last one begun by then."""
    named = [t for t in entry.tenures if asked.is_office_of(t)] if asked.names_an_office else []
    current = [t for t in entry.tenures if t.covers(asked.date)] if asked.date is not None else []
    for choice in ([t for t in named if t in current], named if asked.former else [], current, named):
        if choice:
            return choice[0] if len(choice) == 1 else min(reversed(choice), key=asked.means.incumbents.offices.rank)
    begun = [t for t in entry.tenures if asked.date is None or t.start is None or t.start[:4] <= asked.date[:4]]
    known = begun or list(entry.tenures)
    return known[-1] if known else None


def _when(tenure: Tenure, date: str | None) -> str:
    term = f"{tenure.office}, {tenure.start or '?'} to {tenure.end or 'now or not known'}"
    if date is None:
        return f"{term}; no date given"
    return f"{term}: {'held' if tenure.covers(date) else 'not held'} on {date}"


def candidates(entries: Iterable[ActorEntry], score: float, reason: str) -> tuple[Candidate, ...]:
    """Return entries as candidates of one score and reason."""
    found = list(entries)[:_FEW]
    if not found:
        return ()
    worth = round(max(0.05, score), 2)
    return tuple([Candidate(e.name, e.kind, e.country, e.id or None, worth, reason) for e in found])


def held(holdings: Iterable[Holding], reason: str) -> tuple[Candidate, ...]:
    """Return the persons of `holdings` as candidates."""
    return candidates((holding.person for holding in holdings), 0.4, reason)
