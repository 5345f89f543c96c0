"""What the text around a name says about it: persons named in full, acronyms spelt out, words that decide."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.dictionary import SURNAME_FIRST, ActorEntry, Match
from dragoman.resolution.names import PersonNames
from dragoman.resolution.phrase import trait_of
from dragoman.syntax import Spelled
from dragoman.text import fold

_SHORT = 3
#: How an apposition begins.
_SAID_OF = r"an?|the|who|of|from|\w+'s"
_LOCATING = frozenset(("in", "at", "near", "outside", "from", "around", "to"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a text says about the names in it.  The empty one says nothing."""

    surnames: Mapping[str, ActorEntry] = field(default_factory=dict)
    """Folded surnames of the persons that the text names in full."""
    acronyms: Mapping[str, ActorEntry] = field(default_factory=dict)
    """Acronyms that the text gives in brackets after a known name."""
    surnames_of_strangers: frozenset[str] = frozenset()
    """Folded names that follow a given name and are no known person's."""
    folded: str = ""
    """The text's words, folded and joined by blanks, with a blank at each end."""

    states: Mapping[str, int] = field(default_factory=dict)
    """How often the text names each state (ISO code) by itself, its people or its offices."""
    here: Mapping[str, int] = field(default_factory=dict)
    """How many places it names in each state."""
    text: str = ""
    """The text itself."""

    @classmethod
    def of(cls, sentences: Iterable[tuple[Sequence[Spelled], Sequence[Match]]], names: PersonNames) -> Context:
        """Return what sentences say, each given with the names found in it."""
        surnames: dict[str, ActorEntry | None] = {}
        acronyms: dict[str, ActorEntry] = {}
        strangers: set[str] = set()
        folded: list[str] = []
        states: Counter[str] = Counter()
        here: Counter[str] = Counter()
        for tokens, matches in sentences:
            folded.extend(token.lower if token.text.isascii() else fold(token.text) for token in tokens)
            strangers.update(_strangers(tokens, matches, names))
            for match in matches:
                if match.entry.country and not match.ambiguous and trait_of(match, tokens) is None:
                    (here if _is_here(tokens, match) else states)[match.entry.country] += 1
                if match.form == "person" and match.last > match.first:
                    for word in _surnames(tokens, match):
                        if surnames.setdefault(word, match.entry) is not match.entry:
                            surnames[word] = None
                elif match.form != "person":
                    _note_acronym(tokens, match, acronyms)
        around = f" {' '.join(folded)} "
        known = {word: entry for word, entry in surnames.items() if entry is not None and word not in strangers}
        return cls(known, acronyms, frozenset(strangers), around, states, here)

    def country(self) -> str | None:
        """Return the state that the text tells of: the only one, else where most of its places lie; or None."""
        if not self.states and not self.here:
            return None
        told = self.states.keys() | self.here.keys()
        if len(told) == 1:
            return next(iter(told))
        return _foremost(self.here) or _foremost(Counter(self.here) + Counter(self.states))

    def apposition(self, name: str) -> str:
        """Return what the text says of `name` right after it: *X, a Chinese teacher, dug*; *X, 34, who writes*."""
        if not name or not self.text:
            return ""
        match = re.search(
            rf"(?<!\w){re.escape(name)},\s+(?:[0-9]{{1,3}},\s+)?({_SAID_OF})\s([^,.;:]{{3,80}})", self.text
        )
        return f"{match[1]} {match[2]}" if match else ""

    def count(self, cues: Iterable[str]) -> int:
        """Return how many of the folded `cues` stand in the text."""
        return sum(f" {cue} " in self.folded for cue in cues) if self.folded else 0

    def known(self, words: Sequence[Spelled], matches: Sequence[Match]) -> list[Match]:
        """Return `matches` with the surnames and acronyms that the text explains added."""
        if not self.surnames and not self.acronyms:
            return list(matches)
        sure = [match for match in matches if not (_is_weak(match) or self._is_surname(words, match))]
        taken = {i for match in sure for i in range(match.first, match.last + 1)}
        found = list(sure)
        weak = [match for match in matches if _is_weak(match)]
        for i, word in enumerate(words):
            if i in taken or not word.text[0].isupper():
                continue
            entry = self.acronyms.get(word.text) or self.surnames.get(fold(word.text))
            if entry is not None:
                found.append(Match(i, i, entry, "person" if entry.kind == "person" else "name"))
                taken.add(i)
        found.extend(match for match in weak if match.first not in taken)
        return sorted(found, key=lambda match: match.first)

    def _is_surname(self, words: Sequence[Spelled], match: Match) -> bool:
        """Tell whether a role noun is the surname of a person named in full: *Bishop*, but *Bishop Tutu*."""
        if match.form != "agent" or match.first != match.last or not words[match.first].text.istitle():
            return False
        after = words[match.first + 1].text if match.first + 1 < len(words) else ""
        before = words[match.first - 1].lower if match.first else ""
        return (
            not (after[:1].isupper() or before in ("the", "a", "an")) and fold(words[match.first].text) in self.surnames
        )


def _foremost(told: Mapping[str, int]) -> str | None:
    """Return the one state told of most often, or None when several are."""
    most = max(told.values(), default=0)
    first = [state for state, times in told.items() if times == most]
    return first[0] if len(first) == 1 else None


def _is_here(tokens: Sequence[Spelled], match: Match) -> bool:
    """Tell whether a name says where something is: a town, or a capital after a word of place."""
    if match.form == "capital":
        return match.first > 0 and tokens[match.first - 1].lower in _LOCATING
    return match.form == "place"


def _surnames(tokens: Sequence[Spelled], match: Match) -> Iterator[str]:
    """Yield the words of a full name that may stand for it later: the last first, then others but the given name."""
    words = [fold(token.text) for token in tokens[match.first : match.last + 1] if len(token.text) > 1]
    yield words[-1]
    if match.entry.country in SURNAME_FIRST:
        yield words[0]
    yield from (word for word in words[1:-1] if len(word) > _SHORT)


def _is_weak(match: Match) -> bool:
    return match.ambiguous and match.first == match.last


def _note_acronym(tokens: Sequence[Spelled], match: Match, acronyms: dict[str, ActorEntry]) -> None:
    """*National Salvation Front (NSF)*: the acronym stands for the name before it."""
    after = tokens[match.last + 1 : match.last + 4]
    if len(after) == 3 and after[0].text == "(" and after[2].text == ")":
        word = after[1].text
        if word.isupper() and len(word) > 1 and match.entry.kind not in ("state", "place", "agent"):
            acronyms.setdefault(word, match.entry)


def _strangers(tokens: Sequence[Spelled], matches: Sequence[Match], names: PersonNames) -> Iterator[str]:
    """Yield folded names that stand beside another person's given name: *Michael Jordan*, *Kim Jong-nam*."""
    persons = {i for m in matches if m.form == "person" and m.last > m.first for i in range(m.first, m.last + 1)}
    for i, (token, after) in enumerate(itertools.pairwise(tokens)):
        if i in persons or i + 1 in persons or not (token.text[0].isupper() and after.text[0].isupper()):
            continue
        if fold(token.text) in names.given:
            yield fold(after.text)
        if fold(after.text) in names.second:
            yield fold(token.text)
