"""Spellings of one name: a key under which transliterations fall together."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from dragoman.text import fold

# What differs between the ways to write Russian, Arabic, Persian, Turkish and Chinese names in Latin letters,
# longest first; each is brought to one spelling.
_SAME = (
    ("tsch", "c"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"),
    ("zh", "j"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
    ("ou", "u"), ("oo", "u"), ("ow", "u"), ("au", "u"), ("ee", "i"), ("ei", "e"), ("ey", "e"), ("ai", "e"), ("ay", "e"),
    ("iy", "i"), ("ii", "i"), ("yi", "i"), ("ij", "i"), ("y", "i"), ("j", "i"), ("q", "k"), ("c", "k"), ("w", "v"),
    ("x", "ks"), ("z", "s"), ("g", "k"), ("o", "u"), ("e", "i"),
)  # fmt: skip
# What is put for several letters stands in capitals until the rules for single ones have been applied.
_SEVERAL = {spelling: sounds.upper() for spelling, sounds in _SAME if len(spelling) > 1}
_SINGLE = str.maketrans(
    {spelling: sounds for spelling, sounds in _SAME if len(spelling) == 1}
    | {sounds: sounds.lower() for sounds in _SEVERAL.values()}
)
_RULES = re.compile("|".join(_SEVERAL))
_VOWELS = str.maketrans("", "", "aehiu")
_DOUBLED = re.compile(r"(.)\1+")
_PARTS = re.compile(r"\b(?:al|el|ul|ad|as|ash|an|ar|at|az|bin|ibn|ben)[-\s]|([a-z]+)")
#: Words of names of which the key is remembered: the same ones come again and again.
_REMEMBERED = 32_768
_ALIKE = 0.72


def sound(name: str) -> str:
    """Return the key of `name`: two spellings of it (*Shoygu*, *Shoigu*) have the same one.

    Articles and particles of Arabic names, hyphens, doubled letters, vowels and h after the first letter do not count.
    """
    return " ".join([_skeleton(part) for part in _PARTS.findall(fold(name).replace("'", "")) if part])


@lru_cache(_REMEMBERED)
def _skeleton(word: str) -> str:
    sounds = _RULES.sub(lambda hit: _SEVERAL[hit[0]], word).translate(_SINGLE)
    return _DOUBLED.sub(r"\1", sounds[0] + sounds[1:].translate(_VOWELS))


def alike(one: str, other: str) -> bool:
    """Tell whether two names of one sound are also written nearly alike."""
    return likeness(fold(one), fold(other)) >= _ALIKE


def likeness(one: str, other: str) -> float:
    """Return how alike two folded names or words are written, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
