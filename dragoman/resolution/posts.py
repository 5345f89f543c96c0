"""Posts by all the words of their name: *ambassador to Turkey*, *governor of Punjab*, *envoy for Yemen*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.dictionary import ORGANISED, Dictionary, Match
from dragoman.resolution.offices import Holding
from dragoman.resolution.words import Word, words_of

_SILENT = frozenset(
    (
        "the", "a", "of", "for", "in", "to", "on", "at", "and", "'s", "\u2019s", "'", "\u2019", "-", ",", "special",
        "personal", "acting", "interim", "caretaker",
    )
)  # fmt: skip
_SAME = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "head": "chair", "representative": "envoy",
    "emissary": "envoy", "mediator": "envoy", "vice": "deputy",
}  # fmt: skip
_ORGANS = {"org.european_commission": "org.eu"}
"""Organs whose posts go by the name of the whole: *the EU commissioner for trade*."""
_PLACES = frozenset(("state", "province", "region", "territory", "county", "governorate"))


class Posts:
    """Finds who held a post that several have, each with a charge of its own."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._served: dict[str, list[Holding]] = {}
        for entry in dictionary.entries.values():
            for tenure in entry.tenures:
                self._served.setdefault(tenure.country or "", []).append(Holding(entry, tenure))
        self._known: dict[str, dict[frozenset[str], list[Holding]]] = {}

    def holder(self, owner: str | None, words: Sequence[Word], matches: Iterable[Match], date: str) -> Holding | None:
        """Return the one who held the post that `words` name on `date`; None where several did or nobody is known.

        `owner` is the ISO code of the state served, or null for an organisation that the words name.
        """
        key = _key(words, matches)
        found = self._of(owner or "").get(key - {owner or ""}, ())
        fitting = {h.person.id: h for h in found if h.tenure.start is not None and h.tenure.covers(date)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _of(self, owner: str) -> dict[frozenset[str], list[Holding]]:
        """Return the posts of a state, or those of all organisations; read when they are first asked about."""
        known = self._known.get(owner)
        if known is None:
            known = self._known[owner] = {}
            for holding in self._served.get(owner, ()):
                for key in self._keys(holding, owner):
                    known.setdefault(key, []).append(holding)
        return known

    def _keys(self, holding: Holding, owner: str) -> Iterable[frozenset[str]]:
        """Yield what a post is called: that of an organisation with its name, or by what else its words name."""
        words = words_of(holding.tenure.office)
        key = _key(words, self._dictionary.match(words))
        if owner:
            yield key - {owner}
            return
        organisation = holding.tenure.organisation or ""
        organisation = _ORGANS.get(organisation, organisation)
        yield key | {organisation}
        if any(word.startswith("org.") or word.isupper() for word in key - {organisation}):
            yield key - {organisation}


def _key(words: Sequence[Word], matches: Iterable[Match]) -> frozenset[str]:
    """Return the words that tell posts apart, with states as ISO codes and organisations as ids."""
    key: set[str] = set()
    named: set[int] = set()
    for match in matches:
        told = match.entry.country if match.entry.kind == "state" else match.entry.id
        if told and match.form != "agent" and (match.entry.kind == "state" or match.entry.kind in ORGANISED):
            key.add(_ORGANS.get(told, told))
            named.update(range(match.first, match.last + 1))
    for i, word in enumerate(words):
        if i not in named and word.lower not in _SILENT and not (i and _is_kind_of_place(words, i)):
            key.add(_SAME.get(word.lower, word.lower))
    return frozenset(key)


def _is_kind_of_place(words: Sequence[Word], i: int) -> bool:
    """Tell whether a word only says that the name before is a place's: *Borno State*."""
    return words[i].lower in _PLACES and words[i - 1].text[0].isupper()
