"""Names of persons: spellings that sound the same, given names, and whose surname a word is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from dragoman.dictionary import SURNAME_FIRST, ActorEntry, Dictionary
from dragoman.resolution.sounds import alike, sound
from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.text import fold

_SHORT = 3
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

    def sounding(self, name: str) -> list[ActorEntry]:
        """Return the persons whose full name sounds like `name` and is written nearly alike."""
        for key in _keys(name):
            if found := [entry for entry in self._sounds.get(key, ()) if alike(name, entry.name)]:
                return found
        return []

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
