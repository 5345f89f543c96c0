"""Labels and lists: *a terrorist organisation*, *a sponsor of terrorism*, *the list of banned groups*."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.designations.lexicon import words
from dragoman.syntax import Token

_BACK = 4
_WINDOW = 10  # words behind a list that tell what it is of
_MOST = 100_000
_QUOTES = frozenset({'"', "'", "“", "”", "-"})


@dataclass(frozen=True, slots=True)
class Label:
    """What somebody is declared to be: words `first` to `head`."""

    head: Token
    first: int
    sponsor: bool
    """True for what only a state can be."""


@dataclass(frozen=True, slots=True)
class Roll:
    """A list by its name: words `first` to `last` around its head."""

    head: Token
    first: int
    last: int
    marked: bool
    """True when its own words say that it is one of those listed as terrorist, banned or sanctioned."""
    states: bool
    """True for a list on which states may stand: of sponsors of terrorism, of sanctions."""
    size: int | None
    """How many its name says that it holds."""


def labels(tokens: Sequence[Token]) -> Iterator[Label]:
    """Yield the labels of a sentence."""
    for token in tokens:
        if token.lemma in words("sponsors"):
            if _is_of(token, words("terror")):
                yield Label(token, max(0, token.i - 1), sponsor=True)
        elif token.lemma in words("groups"):
            first = _labelled(tokens, token)
            if first is not None:
                yield Label(token, first, sponsor=False)
        elif _is_alone(token):
            yield Label(token, token.i, sponsor=False)


def _is_alone(token: Token) -> bool:
    """Tell whether a word labels without a noun for a group: *deemed terrorists*, *regarded as terrorist*."""
    if token.lower in words("persons") and token.dep not in ("amod", "compound", "nmod", "nsubj"):
        return True
    behind_as = token.head.lower == "as" and token.dep in ("amod", "acomp", "pobj", "pcomp")
    return behind_as and token.lower in words("traits")


def _labelled(tokens: Sequence[Token], head: Token) -> int | None:
    """Return the first word that labels a group, of those right before it."""
    first = None
    for token in reversed(tokens[max(0, head.i - _BACK) : head.i]):
        if token.lower in words("labels") or (first is not None and token.lower in words("labelled")):
            first = token.i
        elif token.pos not in ("ADJ", "NOUN", "CCONJ") and token.lower not in _QUOTES:
            break
    return first


def _is_of(head: Token, nouns: frozenset[str]) -> bool:
    return any(
        below.lemma in nouns
        for child in head.children
        if child.dep == "prep" and child.lower in ("of", "for")
        for below in child.children
    )


def rolls(tokens: Sequence[Token]) -> Iterator[Roll]:
    """Yield the lists of a sentence, those with nothing to mark them included."""
    for token in tokens:
        if token.lemma in words("lists") and token.pos in ("NOUN", "PROPN"):
            yield _roll(tokens, token)


def _roll(tokens: Sequence[Token], head: Token) -> Roll:
    before = [child for child in head.children if child.i < head.i and child.dep in ("amod", "compound", "nmod")]
    after = list(_held(head))
    own = [head, *before, *(low for child in before for low in child.children), *after]
    behind = list(itertools.takewhile(lambda t: t.pos != "PUNCT", tokens[head.i + 1 : head.i + 1 + _WINDOW]))
    sponsors = _tells(behind, words("sponsors"), words("terror"))
    marked = head.lemma == "blacklist" or any(not words("list_marks").isdisjoint((t.lower, t.lemma)) for t in own)
    numbers = (int(token.text) for token in after if token.dep == "nummod" and token.text.isdecimal())
    return Roll(
        head, min(token.i for token in own), max(token.i for token in own),
        marked=marked or sponsors or _tells(behind, words("deeming"), words("persons")),
        states=sponsors or head.lemma == "blacklist" or any(token.lemma in words("regimes") for token in own),
        size=next((n for n in numbers if n < _MOST), None),
    )  # fmt: skip


def _held(head: Token) -> Iterator[Token]:
    """Yield what a list is of, with the words before it and what that is of."""
    for child in head.children:
        if child.dep == "prep" and child.lower in ("of", "for"):
            for below in child.children:
                yield below
                yield from (deep for deep in below.children if deep.i < below.i)
                yield from _of(below)


def _tells(tokens: Iterable[Token], one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether words of both lists stand among `tokens`."""
    lemmas = {word for token in tokens for word in (token.lemma, token.lower)}
    return not (lemmas.isdisjoint(one) or lemmas.isdisjoint(other))


def _of(noun: Token) -> Iterator[Token]:
    """Yield what a noun is of: *terrorism* in *sponsors of terrorism*."""
    for child in noun.children:
        if child.dep == "prep" and child.lower == "of":
            yield from child.children
