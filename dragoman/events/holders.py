"""Holders: the person an office stands for in a dated document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.dictionary import ORGANISED, ActorEntry
from dragoman.resolution.incumbents import Incumbents
from dragoman.stages.base import Mention, TimeMention
from dragoman.syntax import Token

#: Words before an office that is not, or not yet, or no longer held.
NOT_NOW = frozenset(
    (
        "former", "ex", "ousted", "deposed", "late", "then", "deputy", "vice", "assistant", "shadow", "next", "future",
        "new", "incoming", "acting", "onetime", "retired", "exiled",
    )
)  # fmt: skip
_INDEFINITE = frozenset(("a", "an", "any", "another", "some", "one"))


class Holders:
    """Finds the holder of an office at the date of a document; an undated one tells nobody."""

    def __init__(self, incumbents: Incumbents, date: str | None) -> None:
        self._incumbents = incumbents
        self._date = date

    def of(
        self, head: Token, words: Sequence[str], owner: Mention, times: Iterable[TimeMention]
    ) -> tuple[ActorEntry, str] | None:
        """Return who *the Turkish foreign minister* is, and how that is known.

        `words` are those of the office, in lower case.  A sentence that tells of another year tells nobody.
        """
        if self._date is None or head.tag not in ("NN", "NNP") or is_not_now(head) or self._is_elsewhen(times):
            return None
        if owner.form == "person":  # "Trump's short-lived adviser" may be one of several
            return None
        organisation = owner.entry if owner.kind in ORGANISED else None
        named = self._incumbents.find(words)
        holding = self._incumbents.inferred(named, owner.country, organisation, self._date)
        return (holding.person, f"held the office on {self._date}") if holding is not None else None

    def named(self, name: str, words: Sequence[str], owner: Mention) -> ActorEntry | None:
        """Return the holder of an office whose name `name` is: *Interior Minister Soylu*."""
        organisation = owner.entry if owner.kind in ORGANISED else None
        holdings = self._incumbents.holdings(self._incumbents.find(words), owner.country, organisation, None)
        return self._incumbents.bearer(name, holdings, self._date)

    def ever(self, words: Sequence[str], country: str) -> tuple[str | None, list[ActorEntry]]:
        """Return the id of the office that `words` name in a state, and all known to have held it.

        Nobody is returned where too little is known: no holder at the date of the document, or for an undated one
        fewer than three holders.
        """
        named = self._incumbents.find(words)
        office = named.of(country) if named is not None else None
        if office is None or (named is not None and named.first > 0):
            return None, []
        known = self._incumbents.holdings(named, country, None, None)
        current = self._incumbents.holdings(named, country, None, self._date) if self._date is not None else known[2:]
        return office.id, [holding.person for holding in known] if current else []

    def is_of(self, name: str, person: ActorEntry) -> bool:
        """Tell whether `name` may be that of `person`, in whatever spelling."""
        return self._incumbents.is_of(name, person)

    def _is_elsewhen(self, times: Iterable[TimeMention]) -> bool:
        year = (self._date or "")[:4]
        return any(time.start is not None and time.start[:4] != year for time in times)


def is_not_now(head: Token) -> bool:
    """Tell whether the words before an office say that it is not held now, or that one of several is meant."""
    return any(child.lower in NOT_NOW or child.lower in _INDEFINITE for child in head.children if child.i < head.i)
