"""The search for names: folded words to claims, longest match from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.dictionary.entries import FORMS, ActorEntry, Match
from dragoman.dictionary.names import ANY, CAPITALS
from dragoman.syntax import Spelled
from dragoman.text import fold

_RANK = {form: rank for rank, form in enumerate(FORMS)}
# Parts of speech a role noun may have; a token that was not tagged has none.
_NOUNS = frozenset(("NOUN", "PROPN", ""))
# In "anti-government protesters" and "pro-Russian rebels" the word after the hyphen is not who acts.
_PREFIXES = frozenset(("anti", "pro", "non"))
# Acronyms that read as common words where everything is in capitals.
_WORDS = frozenset(("us", "is", "who", "car", "ice", "pace", "mend", "fact", "arena"))


class Claim(NamedTuple):
    """An entry's claim to a sequence of words."""

    entry: ActorEntry
    form: str
    cases: tuple[int, ...]
    """What each word asks of the text's capital letters; empty for a role noun."""
    weak: bool = False
    plural: bool = False
    own: bool = False
    """True when it comes from the user's own files, which win."""

    @property
    def rank(self) -> tuple[bool, bool, bool, int, int]:
        """Sort key: the user's own first, role nouns last, weak after firm, fewer capital letters after more."""
        return (not self.own, self.form == "agent", self.weak, -sum(self.cases), _RANK[self.form])


class Index:
    """Claims by their folded words, and for each beginning of a name how many words it may have.

    A beginning is the first word of a name, with the second if there is one: a name of several words is looked for
    only where both stand.
    """

    def __init__(self) -> None:
        self._claims: dict[str, list[Claim]] = {}
        self._firsts: dict[str, bool] = {}
        """First words of names, each with whether names of several words begin with it."""
        self._lengths: dict[str, tuple[int, ...]] = {}

    def insert(self, key: str, length: int, claim: Claim) -> Claim | None:
        """Add `claim` to the folded words `key`, of which there are `length`, keeping the likeliest first.

        Returns the claim of another entry that is as firm, if there is one: then nothing was added.
        """
        held = self._claims.get(key)
        if held is not None:
            return _share(held, claim)
        self._claims[key] = [claim]
        words = key.split(" ", 2)
        self._firsts[words[0]] = length > 1 or self._firsts.get(words[0], False)
        if length > 1:
            beginning = " ".join(words[:2])
            known = self._lengths.get(beginning, ())
            if length not in known:
                self._lengths[beginning] = tuple(sorted((*known, length), reverse=True))
        return None

    def search(self, tokens: Sequence[Spelled]) -> list[Match]:
        """Return the longest matches in `tokens` from left to right, not overlapping."""
        words = [token.lower if token.lower.isascii() else fold(token.lower) for token in tokens]
        firsts = self._firsts
        found = []
        free = 0
        for i, word in enumerate(words):
            if word in firsts and i >= free:
                match = self._at(tokens, words, i)
                if match is not None:
                    free = match.last + 1
                    found.append(match)
        return found

    def _at(self, tokens: Sequence[Spelled], words: list[str], first: int) -> Match | None:
        """Return the longest match at `first`, unless its last words begin one that runs on.

        *The Gulf* gives way to the Gulf Cooperation Council, *US attorney* to the US attorney general.
        """
        match = self._longest(tokens, words, first)
        if match is None or match.last == first:
            return match
        if words[first] == "the":
            return None if self._runs_on(tokens, words, first + 1, match.last) else match
        if match.form in ("agent", "place") and self._runs_on(tokens, words, match.last, match.last):
            return self._longest(tokens, words[: match.last], first) or match
        return match

    def _runs_on(self, tokens: Sequence[Spelled], words: list[str], first: int, last: int) -> bool:
        """Tell whether a match at `first` ends after `last`."""
        match = self._longest(tokens, words, first)
        return match is not None and match.last > last

    def _longest(self, tokens: Sequence[Spelled], words: list[str], first: int) -> Match | None:
        room = len(words) - first
        if room > 1 and self._firsts.get(words[first]):
            for length in self._lengths.get(f"{words[first]} {words[first + 1]}", ()):
                if length <= room:
                    claims = self._claims.get(" ".join(words[first : first + length]))
                    match = _settle(claims, tokens, first, first + length - 1) if claims else None
                    if match is not None:
                        return match
        claims = self._claims.get(words[first])
        return _settle(claims, tokens, first, first) if claims else None


def _share(held: list[Claim], claim: Claim) -> Claim | None:
    for other in held:
        if other.entry is claim.entry and other.cases == claim.cases:
            return None
        if other.entry is not claim.entry and _clash(other, claim):
            return other
    held.append(claim)
    held.sort(key=lambda each: each.rank)
    return None


def _clash(one: Claim, other: Claim) -> bool:
    same_realm = (one.form == "agent") == (other.form == "agent") and one.own == other.own
    return same_realm and one.cases == other.cases and not one.weak and not other.weak


def _settle(claims: list[Claim], tokens: Sequence[Spelled], first: int, last: int) -> Match | None:
    """Return the match of the likeliest claim that the text's capital letters allow."""
    if first > 1 and _prefixed(tokens, first):
        return None
    for rank, claim in enumerate(claims, 1):
        if _holds(claim, tokens, first, last):
            others = _others(claims[rank:], claim, tokens, first, last) if rank < len(claims) else ()
            return Match(first, last, claim.entry, claim.form, claim.plural, claim.weak, others)
    return None


def _others(
    weaker: list[Claim], top: Claim, tokens: Sequence[Spelled], first: int, last: int
) -> tuple[ActorEntry, ...]:
    """Return the other entries that may be meant by the words of the claim `top`."""
    held = [claim.entry for claim in weaker if _holds(claim, tokens, first, last)]
    return tuple({entry.id: entry for entry in held if entry is not top.entry}.values())


def _holds(claim: Claim, tokens: Sequence[Spelled], first: int, last: int) -> bool:
    if claim.form == "agent":
        return tokens[last].pos in _NOUNS
    for at, case in enumerate(claim.cases, first):
        if case != ANY and not _allowed(case, tokens[at].text):
            return False
    return claim.cases != (CAPITALS,) or tokens[first].lower not in _WORDS or not _shouting(tokens)


def _allowed(case: int, word: str) -> bool:
    return word.isupper() if case == CAPITALS else not word[0].islower()


def _shouting(tokens: Sequence[Spelled]) -> bool:
    """Return whether a sentence of several words is all in capitals."""
    return len(tokens) > 1 and not any(token.text != token.text.upper() for token in tokens)


def _prefixed(tokens: Sequence[Spelled], first: int) -> bool:
    return tokens[first - 1].text == "-" and tokens[first - 2].lower in _PREFIXES
