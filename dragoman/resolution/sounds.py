"""Spellings of one name: a key under which transliterations fall together."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

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
_RULES = re.compile("|".join(re.escape(spelling) for spelling, _ in _SAME))
_TO = dict(_SAME)
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|as|ash|an|ar|at|az|bin|ibn|ben)[-\s]")
_LETTERS = re.compile(r"[^a-z]+")
_VOWELS = re.compile(r"(?<=.)[aehiu]")
_ALIKE = 0.72


def sound(name: str) -> str:
    """Return the key of `name`: two spellings of it (*Shoygu*, *Shoigu*) have the same one.

    Articles and particles of Arabic names, hyphens, doubled letters, vowels and h after the first letter do not count.
    """
    plain = _ARTICLE.sub("", fold(name).replace("'", ""))
    return " ".join([_skeleton(part) for part in _LETTERS.split(plain) if part])


def _skeleton(word: str) -> str:
    consonants = _VOWELS.sub("", _RULES.sub(lambda hit: _TO[hit[0]], word))
    return _DOUBLED.sub(r"\1", consonants)


def alike(one: str, other: str) -> bool:
    """Tell whether two names of one sound are also written nearly alike."""
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio() >= _ALIKE
