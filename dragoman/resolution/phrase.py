"""A noun phrase as a string: its head, what stands before and after it, read without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.dictionary import Match
from dragoman.resolution.words import Word
from dragoman.syntax import Spelled

PREPOSITIONS = frozenset(("of", "from", "in", "for", "at", "to", "near", "inside", "within", "on", "against", "under"))
_ENDS = frozenset(
    ("who", "which", "that", "whose", "where", "when", "while", "said", "says", "was", "were", "is", "has", "had")
)
_BREAKS = _ENDS | {","}
_JOINING = frozenset(("and", "or", "&"))
_LINKING = _JOINING | {"-"}
#: Words after a name that make it a trait of what follows: *US-backed*, *Saudi-led*.
TRAITS = frozenset(
    (
        "backed", "led", "occupied", "born", "made", "based", "held", "controlled", "sponsored", "brokered", "funded",
        "style", "run", "trained", "armed", "supported", "allied", "aligned", "linked", "affiliated", "inspired",
        "mediated", "supervised", "friendly", "speaking", "educated", "owned", "administered", "dominated",
        "majority", "origin", "era", "bound", "flagged", "installed", "appointed", "designated", "listed", "wide",
    )
)  # fmt: skip
#: Traits only with a hyphen before: *Iran-armed rebels*, but *the Kenyan armed forces*.
_HYPHENED = frozenset(("armed", "majority", "origin", "era", "wide", "run", "held", "listed", "style", "born", "made"))
_OPEN_TRAITS = TRAITS - _HYPHENED
#: Traits that tell where somebody or something is at home.
_HOMES = frozenset(("based", "owned", "flagged", "registered", "administered"))
ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "some"))
_NUMBERS = frozenset(
    (
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands",
        "several", "many", "some", "most", "few", "other", "various", "both",
    )
)  # fmt: skip
POSSESSIVE = frozenset(("'s", "'", "\u2019s", "\u2019", "s'"))
_NAME_PARTICLES = frozenset(
    (
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "abu",
        "de",
        "da",
        "dos",
        "del",
        "van",
        "von",
        "der",
        "la",
        "le",
        "ul",
        "ud",
        "-",
    )
)


@dataclass(slots=True)
class Part:
    """One stretch of a phrase between commas."""

    words: Sequence[Word]
    first: int
    last: int
    before: Sequence[Match] = ()
    """What the dictionaries find before the head."""
    head: Match | None = None
    """What the phrase is about; null when its last words are in no dictionary."""
    name: Sequence[Word] = ()
    """A capitalised name in no dictionary at the end of the phrase."""
    noun: str = ""
    """A last common noun in no dictionary."""
    after: Sequence[Match] = ()
    """What is found after a preposition: *of Iraq*, *from the PKK*."""
    joined: Sequence[Match] = ()
    """Names joined by *and*, or as in *Franco-German*."""
    homes: Sequence[Match] = ()
    """Names in traits of home: *Beijing-based*, *Qatari-owned*."""

    @property
    def matches(self) -> list[Match]:
        """All that was found, in order."""
        head = [] if self.head is None else [self.head]
        return [*self.before, *head, *self.after]


def parts_of(words: Sequence[Word], lower: Sequence[str], matches: Sequence[Match]) -> list[Part]:
    """Return the stretches of a phrase between commas, up to its first clause; `lower` are its words in lower case."""
    if not words:
        return []
    if _BREAKS.isdisjoint(lower):
        return [_part(words, lower, matches, 0, len(words) - 1)]
    inside = _inside(matches)
    parts: list[Part] = []
    first = 0
    for i, word in enumerate(words):
        if i in inside:
            continue
        if word.text in _ENDS and i > first:
            return [*parts, _part(words, lower, matches, first, i - 1)]
        if word.text == ",":
            if i > first:
                parts.append(_part(words, lower, matches, first, i - 1))
            first = i + 1
    if first < len(words):
        parts.append(_part(words, lower, matches, first, len(words) - 1))
    return parts


def _inside(matches: Sequence[Match]) -> set[int]:
    """Return which words stand in names."""
    return {i for match in matches for i in range(match.first, match.last + 1)}


def _part(words: Sequence[Word], lower: Sequence[str], matches: Sequence[Match], first: int, last: int) -> Part:
    stop = last + 1 if PREPOSITIONS.isdisjoint(lower) else _first_preposition(lower, matches, first + 1, last + 1)
    core: list[Match] = []
    after: list[Match] = []
    homes: list[Match] = []
    for match in matches:
        if not (first <= match.first and match.last <= last):
            continue
        if (trait := trait_of(match, words)) is None:
            (core if match.last < stop else after).append(match)
        elif trait in _HOMES:
            homes.append(match)
    part = Part(words, first, last, after=after, homes=homes)
    _read_head(part, lower, core, stop - 1)
    return part


def _first_preposition(lower: Sequence[str], matches: Sequence[Match], first: int, end: int) -> int:
    """Return where the first preposition stands outside of names, from `first` on; `end` when there is none."""
    inside = _inside(matches)
    return next((i for i in range(first, end) if lower[i] in PREPOSITIONS and i not in inside), end)


def trait_of(match: Match, words: Sequence[Spelled]) -> str | None:
    """Return the word after a name that makes it a mere trait: *backed* in *US-backed*, *led* in *Saudi-led*."""
    if match.form == "agent":
        return None
    own, after = words[match.last].lower, match.last + 1
    if "-" in own and (trait := own.rpartition("-")[2]) in TRAITS:
        return trait
    if after == len(words):
        return None
    follows = words[after].lower
    if follows == "-":
        follows = words[after + 1].lower if after + 1 < len(words) else ""
        return follows if follows in TRAITS else None
    return follows if follows in _OPEN_TRAITS else None


def _read_head(part: Part, lower: Sequence[str], core: list[Match], end: int) -> None:
    while end > part.first and lower[end] in POSSESSIVE:
        end -= 1
    if len(core) > 1 and not _LINKING.isdisjoint(lower):
        part.joined = [m for m in core if _is_joined(m, core, lower)]
    if core and core[-1].last >= end:
        part.before, part.head = core[:-1], core[-1]
        return
    tail_from = core[-1].last + 1 if core else part.first
    tail = [word for word in part.words[tail_from : end + 1] if word.lower not in POSSESSIVE]
    while not core and tail and tail[0].lower in ARTICLES:
        tail.pop(0)
    if not tail:
        part.before, part.head = core[:-1], core[-1] if core else None
    elif _is_name(tail):
        part.before, part.name = core, tail
    else:
        part.before, part.noun = core, tail[-1].lower


def _is_joined(match: Match, core: Sequence[Match], lower: Sequence[str]) -> bool:
    """Tell whether a name stands beside another with *and* between them, or as in *Franco-German*."""
    return any(
        (m.last + 1 == match.first and lower[m.last] == "-")
        or (m.last + 2 == match.first and lower[m.last + 1] in _JOINING)
        for m in core
    )


def _is_name(tail: Sequence[Word]) -> bool:
    capitals = [word.text[0].isupper() for word in tail if word.lower not in _NAME_PARTICLES]
    return bool(capitals) and all(capitals)


def is_indefinite(words: Sequence[Word]) -> bool:
    """Tell whether a phrase means one of several: *a Turkish minister*, *two ministers*."""
    return bool(words) and (
        words[0].lower in ("a", "an", "one", "some", "any", "another", "several") or words[0].text.isdigit()
    )


def is_counted(words: Sequence[Word]) -> bool:
    """Tell whether a phrase opens with a number or a vague one: *two aid groups*, *several parties*."""
    return bool(words) and (words[0].lower in _NUMBERS or words[0].text.isdigit())


def without_article(text: str) -> str:
    """Return a phrase without its article and without a possessive ending."""
    plain = text.strip()
    first, _, rest = plain.partition(" ")
    plain = rest if first.lower() in ARTICLES and rest else plain
    for ending in ("'s", "\u2019s"):
        plain = plain.removesuffix(ending)
    return plain
