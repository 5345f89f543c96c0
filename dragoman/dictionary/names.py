"""Names as the parser cuts them, with the spellings and the capital letters they may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.text import fold

ANY, INITIAL, CAPITALS = 0, 1, 2
"""What a word of a name asks of the text: nothing, a capital first letter, or all letters capital."""

# The parser cuts at a hyphen or slash between letters, at commas and before a possessive ending.
_HYPHEN = re.compile(r"(?<=[^\W\d_])([-/])(?=[^\W\d_])")
_COMMA = re.compile(r",(?=\s|$)")
_POSSESSIVE = re.compile(r"(?<=\w)('s?)(?=\s|$)")
# Articles and particles that open or join a name are written with either letter.
_PARTICLES = frozenset(("the", "al", "el", "ad", "ar", "as", "ash", "and", "of", "de", "del", "da", "do", "la", "le", "les"))


def cut(name: str) -> tuple[str, ...]:
    """Return the tokens of `name`, as the parser cuts running text."""
    spaced = _COMMA.sub(" ,", name.replace("’", "'"))
    return tuple(_POSSESSIVE.sub(r" \1", _HYPHEN.sub(r" \1 ", spaced)).split())


def spellings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield `words` and the spellings that mean the same: without hyphens, without inner apostrophes."""
    yield words
    open_words = tuple(word for word in words if word != "-")
    if open_words != words:
        yield open_words
    plain = tuple(word.replace("'", "") if word[0] != "'" else word for word in words)
    if plain != words:
        yield plain


def fold_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return `words`, each folded: the key under which a name is found."""
    return tuple(fold(word) for word in words)


def case_of(word: str) -> int:
    """Return what `word` of a proper name asks of the text: ANY, INITIAL or CAPITALS.

    A word in capitals (`US`, `IS`) must stand in capitals, a capitalised one with a capital letter.
    """
    letters = [letter for letter in word if letter.isalpha()]
    if not letters or not letters[0].isupper() or word.lower() in _PARTICLES:
        return ANY
    return CAPITALS if len(letters) > 1 and all(letter.isupper() for letter in letters) else INITIAL


def plural(phrase: str) -> str:
    """Return the regular plural of an English noun phrase that ends in its noun."""
    if phrase.endswith("man"):
        return phrase[:-2] + "en"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    if phrase.endswith(("s", "x", "ch", "sh")):
        return phrase + "es"
    return phrase + "s"


def slug(name: str) -> str:
    """Return `name` as the last part of an id: folded words joined by underscores."""
    return "_".join(re.findall(r"[a-z0-9]+", fold(name).replace("'", "")))
