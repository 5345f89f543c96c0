"""Names as the parser cuts them, with the spellings and the capital letters they may have."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.text import fold

ANY, INITIAL, CAPITALS = 0, 1, 2
"""What a word of a name asks of the text: nothing, a capital first letter, or all letters capital."""

# Articles and particles that open or join a name are written with either letter.
_PARTICLES = frozenset(("The", "Al", "El", "Ad", "Ar", "As", "Ash", "And", "Of"))
# The parser cuts at a hyphen or slash between letters, at commas, at a plus and before a possessive ending.
_MARKS = re.compile(r"[-/,+'\u2019]")
_CUTS = re.compile(r"(?<=[^\W\d_])[-/](?=[^\W\d_])|(?<=\w)[+](?=\w)|,(?=\s|$)|(?<=\w)'s?(?=\s|$)")


def cut(name: str) -> tuple[str, ...]:
    """Return the tokens of `name`, as the parser cuts running text."""
    return tuple(_CUTS.sub(r" \g<0> ", name.replace("\u2019", "'")).split())


def spellings(name: str) -> list[tuple[str, ...]]:
    """Return the tokens of `name`, also as spelt without hyphens and without inner apostrophes.

    A name that ends in a hyphen is the first part of a longer word: *Franco-*.
    """
    if _MARKS.search(name) is None:
        return [tuple(name.split())]
    if name.endswith("-"):
        return [(name[:-1], "-")]
    words = cut(name)
    found = [words]
    if "-" in words:
        found.append(tuple(word for word in words if word != "-"))
    if any("'" in word[1:] for word in words):
        found.append(tuple(word if word[0] == "'" else word.replace("'", "") for word in words))
    return found


@lru_cache(100_000)
def case_of(word: str) -> int:
    """Return what `word` of a proper name asks of the text: ANY, INITIAL or CAPITALS.

    A word in capitals (`US`, `IS`) must stand in capitals, a capitalised one with a capital letter.
    """
    if word[0].islower() or word in _PARTICLES:
        return ANY
    return CAPITALS if len(word) > 1 and word.isupper() else INITIAL


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
    if name.isascii() and name.replace(" ", "").isalpha():
        return name.lower().replace(" ", "_")
    return "_".join(re.findall(r"[a-z0-9]+", fold(name).replace("'", "")))
