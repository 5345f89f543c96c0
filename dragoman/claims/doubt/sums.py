"""Figures that contradict each other within a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.doubt.lexicon import words
from dragoman.syntax import Token

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_APART = 8  # words between the parts of a sum


def wrong_sum(tokens: Sequence[Token]) -> tuple[Token, Token, str] | None:
    """Return first and last word and the fault of a wrong sum: *46 Turks and three Iraqis, 52 in all*."""
    closing = words("in_all")
    for i, token in enumerate(tokens[:-2]):
        if tokens[i + 2].lower not in closing or tokens[i + 1].lower != "in":
            continue
        total = _number(token)
        if total is None:
            continue
        if i < 1 or tokens[i - 1].text not in (",", "-", "\u2014", "\u2013", "("):
            continue
        parts = _parts(tokens, i - 1)
        if len(parts) > 1 and sum(number for _, number in parts) != total:
            told = " and ".join(str(number) for _, number in parts)
            return parts[0][0], tokens[i + 2], f"{told} make {sum(n for _, n in parts)}, not {total}"
    return None


def _parts(tokens: Sequence[Token], end: int) -> list[tuple[Token, int]]:
    """Return the counted parts before a total, as far as *and* and commas join them."""
    found: list[tuple[Token, int]] = []
    at = end
    for token in reversed(tokens[:end]):
        if at - token.i > _APART:
            break
        number = _number(token)
        if number is None:
            if token.pos == "VERB" and token.tag != "VBN":
                break
            continue
        counted = tokens[token.i + 1]
        if counted.pos not in ("NOUN", "PROPN", "ADJ") or token.head.i < token.i:
            return []
        found.append((token, number))
        at = token.i
    return found[::-1]


def _number(token: Token) -> int | None:
    plain = token.text.replace(",", "")
    if plain.isdecimal() and len(plain) < 7:
        return int(plain)
    return _SMALL.get(token.lower)


def wrong_share(tokens: Sequence[Token]) -> tuple[Token, Token, str] | None:
    """Return first and last word and the fault of a share of more than all: *120 percent of voters*."""
    for unit in tokens[1:]:
        if unit.lower not in ("percent", "%", "per"):
            continue
        token, behind = tokens[unit.i - 1], tokens[unit.i + 1 : unit.i + 5]
        share = _number(token)
        if share is None or share <= 100 or not any(t.lower == "of" for t in behind[:2]):
            continue
        whole = next((t for t in behind if t.lemma in words("voters")), None)
        if whole is not None:
            return token, whole, f"{share} percent of those who can be counted"
    return None
