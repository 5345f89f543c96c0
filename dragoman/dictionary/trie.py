"""The search for names: a trie of folded words, longest match from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.dictionary.entries import FORMS, ActorEntry, Match
from dragoman.dictionary.names import ANY, CAPITALS, case_of
from dragoman.syntax import Token
from dragoman.text import fold

_RANK = {form: rank for rank, form in enumerate(FORMS)}
# Parts of speech a role noun may have; a token that was not tagged has none.
_NOUNS = frozenset(("NOUN", "PROPN", ""))
# In "anti-government protesters" and "pro-Russian rebels" the word after the hyphen is not who acts.
_PREFIXES = frozenset(("anti", "pro", "non"))
# Acronyms that read as common words where everything is in capitals.
_WORDS = frozenset(("us", "is", "who", "car", "aid", "act", "add", "pis", "map"))


@dataclass(frozen=True, slots=True)
class Claim:
    """An entry's claim to a sequence of words."""

    entry: ActorEntry
    form: str
    cases: tuple[int, ...]
    weak: bool = False
    plural: bool = False
    own: bool = False
    """True when it comes from the user's own files, which win."""

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """Sort key: the user's own first, role nouns last, weak claims after firm ones."""
        return (not self.own, self.form == "agent", self.weak, _RANK[self.form])


class Node:
    """One step of the trie: the claims that end here and the words that may follow."""

    __slots__ = ("claims", "next")

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.next: dict[str, Node] = {}


def proper_cases(words: Sequence[str]) -> tuple[int, ...]:
    """Return what each word of a proper name asks of the text's capital letters."""
    return tuple(case_of(word) for word in words)


def insert(root: Node, key: Sequence[str], claim: Claim) -> Claim | None:
    """Add `claim` under the folded words `key`, keeping the likeliest first.

    Returns the claim of another entry that is as firm, if there is one: then nothing was added.
    """
    node = root
    for word in key:
        node = node.next.setdefault(word, Node())
    for other in node.claims:
        if other.entry is claim.entry:
            return None
        if _clash(other, claim):
            return other
    node.claims.append(claim)
    node.claims.sort(key=lambda each: each.rank)
    return None


def _clash(one: Claim, other: Claim) -> bool:
    same_realm = (one.form == "agent") == (other.form == "agent") and one.own == other.own
    return same_realm and not one.weak and not other.weak


def search(root: Node, tokens: Sequence[Token]) -> Iterator[Match]:
    """Yield the longest matches in `tokens` from left to right, not overlapping."""
    first = root.next
    free = 0
    for i, token in enumerate(tokens):
        word = token.lower
        node = first.get(word if word.isascii() else fold(word))
        if node is not None and i >= free:
            match = _longest(node, tokens, i)
            if match is not None:
                free = match.last + 1
                yield match


def _longest(node: Node | None, tokens: Sequence[Token], first: int) -> Match | None:
    best: Match | None = None
    last = first
    while node is not None:
        if node.claims:
            best = _settle(node.claims, tokens, first, last) or best
        last += 1
        if last == len(tokens) or not node.next:
            break
        word = tokens[last].lower
        node = node.next.get(word if word.isascii() else fold(word))
    return best


def _settle(claims: list[Claim], tokens: Sequence[Token], first: int, last: int) -> Match | None:
    """Return the match of the likeliest claim that the text's capital letters allow."""
    held = [claim for claim in claims if _holds(claim, tokens, first, last)]
    if not held or _prefixed(tokens, first):
        return None
    top = held[0]
    others = tuple(claim.entry for claim in held[1:])
    return Match(first, last, top.entry, top.form, top.plural, top.weak, others)


def _holds(claim: Claim, tokens: Sequence[Token], first: int, last: int) -> bool:
    if claim.form == "agent":
        return tokens[last].pos in _NOUNS
    return all(_allowed(case, tokens[first + k]) for k, case in enumerate(claim.cases)) and not (
        first == last and claim.cases[0] == CAPITALS and tokens[first].lower in _WORDS and _shouting(tokens)
    )


def _allowed(case: int, token: Token) -> bool:
    if case == ANY:
        return True
    return token.text.isupper() if case == CAPITALS else not token.text[0].islower()


def _shouting(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and not any(token.text != token.text.upper() for token in tokens)


def _prefixed(tokens: Sequence[Token], first: int) -> bool:
    return first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower in _PREFIXES
