"""Names of persons: spellings that sound the same, given names, and whose surname a word is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from dragoman.dictionary import SURNAME_FIRST, ActorEntry, Dictionary
from dragoman.resolution.sounds import alike, likeness, sound
from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.text import fold

_SHORT = 3
#: A word of a name that no more persons have is rare.
_RARE = 3
_ALIKE_WORD = 0.75
_SLIP = 0.94
_PARTICLES = frozenset(("al", "el", "ul", "ad", "as", "ash", "an", "ar", "at", "az", "bin", "ibn", "ben"))
#: States whose names are spelt in one way only, where a letter more makes another name.
_PINYIN = frozenset(("CHN", "TWN", "HKG"))
#: States whose names are brought into Latin letters in several ways.
_TRANSLITERATED = frozenset(
    (
        "ARE", "BHR", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN",
        "SYR", "TUN", "YEM", "IRN", "AFG", "PAK", "ISR", "RUS", "UKR", "BLR", "BGR", "GRC", "CYP", "GEO", "ARM", "AZE",
        "KAZ", "KGZ", "TJK", "TKM", "UZB", "MNG", "BGD", "NPL", "MMR", "THA", "KHM", "LAO", "KOR", "PRK", "ETH", "ERI",
        "SOM", "DJI", "MDV", "TCD", "MKD",
    )
)  # fmt: skip
#: Names of which the sound is remembered: those of the same office-holders are compared again and again.
_REMEMBERED = 32_768
_TITLE_FIELDS = frozenset(("id", "words", "sectors"))


@cache
def titles() -> Mapping[str, tuple[str, ...]]:
    """Return the titles before a name, folded and without a full stop, with the sectors they tell."""
    rows = unique(read_yaml(LEXICON / "titles.yaml", required=_TITLE_FIELDS, optional=frozenset(("note",))))
    return {word: tuple(row.values["sectors"]) for row in rows for word in row.values["words"]}


class PersonNames:
    """The names of the persons in a dictionary."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._persons = [e for e in dictionary.entries.values() if e.kind == "person" and " " in e.name]
        self.given = frozenset({fold(entry.name.partition(" ")[0]) for entry in self._persons} - titles().keys())
        """Folded given names."""
        self.second = frozenset(
            fold(e.name.split()[1].partition("-")[0]) for e in self._persons if e.country in SURNAME_FIRST
        )
        """Folded given names of those whose surname stands first, up to the hyphen."""

    @cached_property
    def _sounds(self) -> dict[str, list[ActorEntry]]:
        """Persons by the sound of their full name; made when first asked for, since most names are spelt as known."""
        sounds: dict[str, list[ActorEntry]] = {}
        for entry in self._persons:
            for key in _keys(entry.name):
                sounds.setdefault(key, []).append(entry)
        return sounds

    @cached_property
    def _often(self) -> Counter[str]:
        """How many persons have each folded word in their name."""
        return Counter(word for entry in self._persons for word in _folded_words(entry.name))

    def sounding(self, name: str, *, sure: bool) -> list[ActorEntry]:
        """Return the persons whose full name sounds like `name` and is written nearly alike.

        Unless something else makes one `sure`, it must be a spelling of their name, not that of a stranger: of names
        that come from other scripts each word nearly alike, of others the whole but for a slip; and with a rare word.
        """
        for key in _keys(name):
            near = (entry for entry in self._sounds.get(key, ()) if alike(name, entry.name))
            if found := [entry for entry in near if sure or self._is_spelling(name, entry)]:
                return found
        return []

    def _is_spelling(self, name: str, person: ActorEntry) -> bool:
        ours, known = _folded_words(name), _folded_words(person.name)
        shared = known if len(ours) == len(known) else [word for word in ours if word in known]
        if min((self._often[word] for word in shared), default=_RARE + 1) > _RARE or person.country in _PINYIN:
            return ours == known
        if len(ours) != len(known):
            return (ours[0], ours[-1]) == (known[0], known[-1])
        if person.country in _TRANSLITERATED:
            return all(likeness(one, other) >= _ALIKE_WORD for one, other in zip(ours, known, strict=True))
        return likeness(" ".join(ours), " ".join(known)) >= _SLIP

    def is_of(self, name: str, person: ActorEntry) -> bool:
        """Tell whether `name`, a surname or a full name, may be that of `person`."""
        one, known = _spelt(name), _spelt(person.name)
        if one.folded in known.parts or known.folded.endswith(f" {one.folded}"):
            return True
        if len(one.words) > 1:
            return (one.sound == known.sound and alike(name, person.name)) or (
                one.words[-1] == known.words[-1] and one.words[0][0] == person.name[0]
            )
        return any(one.sound == sound(part) and alike(name, part) for part in known.words[-2:] if len(part) > _SHORT)


def _folded_words(name: str) -> list[str]:
    """Return the folded words of a name without Arabic articles and particles; all where nothing else is left."""
    words = fold(name).replace("-", " ").split()
    return [word for word in words if word not in _PARTICLES] or words


class _Spelt(NamedTuple):
    """A name with what it is compared by."""

    folded: str
    words: list[str]
    parts: frozenset[str]
    """The folded name and its folded words."""
    sound: str


@lru_cache(_REMEMBERED)
def _spelt(name: str) -> _Spelt:
    folded = fold(name)
    return _Spelt(folded, name.split(), frozenset((folded, *folded.split())), sound(name))


def _keys(name: str) -> tuple[str, ...]:
    """Return the sound of a name, and that of its first and last word: middle names come and go."""
    words = name.split()
    spellings = (name, f"{words[0]} {words[-1]}") if words[1:-1] else (name,)
    return tuple(dict.fromkeys(map(sound, spellings)))
