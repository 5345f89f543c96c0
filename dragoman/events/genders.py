"""Genders: for whom *she* cannot stand, and for whom *he* cannot, by the given name, the title or the role noun."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from dragoman.records import Actor
from dragoman.resources import LEXICON, read_word_lists
from dragoman.text import fold

SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
_REMEMBERED = 4096


@cache
def _told_by() -> Mapping[str, frozenset[str]]:
    """Return the words of the lexicon by what they are.  Raises LexiconError."""
    return read_word_lists(LEXICON / "given_names.yaml")


def may_stand_for(pronoun: str, actor: Actor) -> bool:
    """Tell whether a pronoun in lower case may stand for a person; any other than *he* and *she* may."""
    woman, man = _told(actor.name, actor.text)
    if woman == man:
        return True
    return pronoun not in (HE if woman else SHE)


@lru_cache(_REMEMBERED)
def _told(name: str, text: str) -> tuple[bool, bool]:
    """Return whether the words for a person tell a woman, and whether a man."""
    told_by = _told_by()
    given = {*fold(name).split()[:-1], *fold(text).split()[:-1]}
    called = {word.rstrip(".") for word in fold(text).split()}
    woman = not (told_by["women_named"].isdisjoint(given) and told_by["women_called"].isdisjoint(called))
    man = not (told_by["men_named"].isdisjoint(given) and told_by["men_called"].isdisjoint(called))
    return woman, man
