"""Cutting a string into words as the parser cuts running text, without the parser."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.dictionary.names import cut
from dragoman.text import fold

#: Longest string read, in code points: no name is longer, and hostile input may be.
LONGEST = 400

_BRACKETS = str.maketrans({"(": " ( ", ")": " ) "})
_NO_BRACKETS = str.maketrans("()", "  ")
_SPACED = str.maketrans(dict.fromkeys('[]{}"\u201c\u201d\u201e\u00ab\u00bb<>|*_', " ") | {";": ", ", ":": ", "})
_DASHES = re.compile(r"\s+[-\u2013\u2014]+\s+|\u2014")
# Marks without width that change the direction of writing or join letters.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f]")
_PUNCTUATION = re.compile(r"[^\w\s.,'\u2019&/+-]|\s[-\u2013]|_")
# Letters, digits, blanks and full stops: nothing to cut or leave out; an underscore is taken for a letter here.
_SIMPLE = re.compile(r"[\w .]*")
_CUT = re.compile(r"[-/+,'\u2019]")
_STOPS = ".!?"
_APOSTROPHES = "'\u2019"
#: Words of which the forms are remembered: the same ones come again and again.
_REMEMBERED = 32_768


class Word:
    """One word of a string, which may stand in several; it has what the dictionaries ask of a token."""

    __slots__ = ("bare", "folded", "lower", "pos", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.folded = fold(text)
        self.bare = self.folded.rstrip(".")
        """Folded and without full stops at its end."""
        self.pos = ""

    def __repr__(self) -> str:
        return f"Word({self.text!r})"


def words_of(text: str, *, brackets: bool = False) -> list[Word]:
    """Return the words of `text`, of which no more than the first LONGEST characters are read.

    Round brackets are words of their own with `brackets`, otherwise they are left out.
    """
    plain = text[:LONGEST]
    if "_" not in plain and _SIMPLE.fullmatch(plain) is not None:
        words = plain.split()
    else:
        words = _cut(plain, brackets=brackets)
    if words and words[-1][-1] in _STOPS:
        _strip_stop(words)
    return [_word(word) for word in words]


_word = lru_cache(_REMEMBERED)(Word)


def _cut(plain: str, *, brackets: bool) -> list[str]:
    if not (plain.isascii() and plain.isprintable()):
        plain = _INVISIBLE.sub(" " if plain.isascii() else "", plain)
    if _PUNCTUATION.search(plain) is not None:
        plain = _DASHES.sub(" , ", plain.translate(_SPACED)).translate(_BRACKETS if brackets else _NO_BRACKETS)
    words = cut(plain) if _CUT.search(plain) is not None else plain.split()
    return [word[1:] if word[0] in _APOSTROPHES and word[1:2].isupper() else word for word in words]


def _strip_stop(words: list[str]) -> None:
    last = words.pop()
    bare = last if _is_abbreviation(last) else last.rstrip(_STOPS)
    if bare:
        words.append(bare)


def _is_abbreviation(word: str) -> bool:
    return "." in word[:-1] and word[-1] == "."


def words_of_text(text: str) -> list[Word]:
    """Return the words of a whole text, line by line, with its brackets."""
    pieces = (line[at : at + LONGEST] for line in text.splitlines() for at in range(0, len(line), LONGEST))
    return [word for piece in pieces for word in words_of(piece, brackets=True)]
