"""Names of persons: spellings that sound the same, given names, and whose surname a word is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from dragoman.dictionary import SURNAME_FIRST, ActorEntry, Dictionary
from dragoman.resolution.sounds import alike, sound
from dragoman.resources import LEXICON, read_yaml, unique
from dragoman.text import fold

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
            for key in {sound(entry.name), _ends(entry.name)}:
                sounds.setdefault(key, []).append(entry)
        return sounds

    def sounding(self, name: str) -> list[ActorEntry]:
        """Return the persons whose full name sounds like `name` and is written nearly alike."""
        for key in (sound(name), _ends(name)):
            if found := [entry for entry in self._sounds.get(key, ()) if alike(name, entry.name)]:
                return found
        return []

    def is_of(self, name: str, person: ActorEntry) -> bool:
        """Tell whether `name`, a surname or a full name, may be that of `person`."""
        folded, known = fold(name), fold(person.name)
        if folded == known or known.endswith(" " + folded) or folded in known.split():
            return True
        words = name.split()
        if len(words) > 1:
            return (sound(name) == sound(person.name) and alike(name, person.name)) or (
                words[-1:] == person.name.split()[-1:] and words[0][0] == person.name[0]
            )
        return any(
            sound(name) == sound(part) and alike(name, part) for part in person.name.split()[-2:] if len(part) > 3
        )


def _ends(name: str) -> str:
    """Return the sound of the first and the last word of a name: middle names come and go."""
    words = name.split()
    return sound(f"{words[0]} {words[-1]}")
