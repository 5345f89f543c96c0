"""Names on their way into a lexicon: made fit for a cell, and held against the names that are there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.dictionary.entries import ActorEntry
from dragoman.dictionary.exchange.offered import WEAK
from dragoman.dictionary.load import Dictionary
from dragoman.dictionary.names import case_of, cut, spellings
from dragoman.text import fold

MAX_NAME = 400
_BAD = frozenset(("Cc", "Cs"))
# Marks that turn the direction of the text, and characters without width that join nothing.
_STEERING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_WORD = re.compile(r"[^\W_]")
_Key = tuple[bool, str, tuple[int, ...]]


class Word(NamedTuple):
    """A word of a name, as the search in a sentence sees it."""

    text: str
    lower: str
    pos: str = ""


class Owner(NamedTuple):
    """Who claims words firmly, and where that stands."""

    id: str
    place: str


def cleaned(text: str) -> tuple[str, bool]:
    """Return `text` on one line, fit for a cell, and whether control characters had to go."""
    plain = " ".join(text.replace("|", " ").split()).lstrip("# ")
    if plain.isprintable():
        return plain, False
    kept = "".join(letter for letter in _STEERING.sub("", plain) if _fits(letter))
    return " ".join(kept.split()), kept != plain


def _fits(letter: str) -> bool:
    return unicodedata.category(letter) not in _BAD and ord(letter) & 0xFFFE != 0xFFFE


def problem_of(name: str) -> str:
    """Return why `name` cannot be a name, or nothing."""
    if not _WORD.search(name):
        return "empty name" if not name else f"the name {name!r} has no letters"
    if len(name) > MAX_NAME:
        return f"the name {name[:40] + '…'!r} is longer than {MAX_NAME} characters"
    return ""


def packaged_owner(dictionary: Dictionary, name: str) -> ActorEntry | None:
    """Return the packaged entry that all the words of `name` mean, or None."""
    words = [Word(word, word.lower()) for word in cut(name)]
    found = dictionary.match(words)
    return found[0].entry if len(found) == 1 and (found[0].first, found[0].last) == (0, len(words) - 1) else None


class Register:
    """The words that the user's own entries claim firmly: no two entries may claim the same."""

    def __init__(self) -> None:
        self._firm: dict[_Key, Owner] = {}

    def rival(self, name: str, owner: str, *, role: bool = False) -> Owner | None:
        """Return who else than `owner` claims `name` firmly."""
        held = (self._firm.get(key) for key in _keys(name, role=role))
        return next((other for other in held if other is not None and other.id != owner), None)

    def claim(self, names: Iterable[str], owner: Owner, *, role: bool = False) -> None:
        """Let `owner` claim those of `names` that are not weak."""
        for name in names:
            for key in _keys(name, role=role):
                self._firm.setdefault(key, owner)


def _keys(name: str, *, role: bool) -> Iterator[_Key]:
    """Yield what the index knows `name` by; a weak name and one with a bracket claim nothing firmly."""
    if not role and (name.endswith(WEAK) or "(" in name):
        return
    for words in spellings(name):
        cases = () if role else tuple([case_of(word) for word in words])
        yield role, fold(" ".join(words)), cases
