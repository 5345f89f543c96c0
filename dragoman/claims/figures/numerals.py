"""Numerals: a run of words read as one number, in digits, in words or in both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.claims.figures.words import lexicon
from dragoman.syntax import Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,9})?([a-z]{1,3})?\+?$")
_PAIR = re.compile(r"(\d{1,9}(?:,\d{3})?(?:\.\d{1,3})?)[-\N{EN DASH}\N{EM DASH}](\d{1,9}(?:,\d{3})?(?:\.\d{1,3})?)$")
_MULTIPLIERS = frozenset({"hundred", "big", "suffix", "dozen"})
_LONGEST = 14
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "all", "our"})
_HYPHENS = frozenset({"-", "\N{EN DASH}", "\N{HYPHEN}"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the words that say it: tokens `first` to `last`, both included."""

    value: float
    first: int
    last: int
    factor: float = 1.0
    """What digits before it are multiplied with: a million of *3.4 million*."""
    upper: float | None = None
    """The upper end, when one token holds both ends: *10-15*."""
    letter: bool = False
    """True when it ends in a bare `m`, which is a million or a metre."""


def starts_number(token: Token) -> bool:
    """Tell whether a number may begin with this word."""
    return token.text[0].isdigit() or token.lower in lexicon().numerals or token.lower in ("a", "an")


def numeral(tokens: Sequence[Token], first: int) -> Numeral | None:
    """Return the number that begins at `first`, or None."""
    if first >= len(tokens):
        return None
    if tokens[first].text[0].isdigit():
        return _in_digits(tokens, first)
    if tokens[first].lower in ("half", "a", "an"):
        return _halved(tokens, first) or _in_words(tokens, first)
    return _in_words(tokens, first)


def _in_digits(tokens: Sequence[Token], first: int) -> Numeral | None:
    text = tokens[first].lower
    if pair := _PAIR.match(text):
        lower, upper = (float(end.replace(",", "")) for end in pair.groups())
        factor, last = _multiplied(tokens, first)
        return Numeral(lower * factor, first, last, factor, upper * factor) if lower < upper else None
    found = _DIGITS.match(text)
    if found is None or (text[0] == "0" and text[1:2].isdigit()):
        return None
    whole, decimals, suffix = found.groups()
    value = float(whole.replace(",", "") + (decimals or ""))
    if suffix is not None and suffix != "m" and lexicon().numerals.get(suffix, ("",))[0] != "suffix":
        return None
    factor, last = _multiplied(tokens, first)
    if suffix == "m":
        return Numeral(value, first, last, letter=True)
    if suffix:
        factor *= lexicon().numerals[suffix][1]
    half, end = _and_a_half(tokens, last + 1)
    if half and factor == 1.0:
        factor, last = _multiplied(tokens, end)
        value += half
    letter = tokens[min(last + 1, len(tokens) - 1)]
    tight = letter.lower in ("m", "m.") and letter.start == tokens[last].end and letter.i == last + 1
    return Numeral(value * factor, first, last + tight, factor, letter=tight)


def _multiplied(tokens: Sequence[Token], last: int) -> tuple[float, int]:
    """Return by what the words after `last` multiply, and the last of them: *3.4 million*, *20 bn*, *2 dozen*."""
    factor = 1.0
    for step in range(last + 1, min(last + 4, len(tokens))):
        kind, value = lexicon().numerals.get(tokens[step].lower, ("", 0.0))
        glued = tokens[step].start == tokens[step - 1].end
        if kind not in _MULTIPLIERS or (kind == "suffix" and tokens[step].lower == "k" and not glued):
            break
        factor *= value
        last = step
    return factor, last


def _and_a_half(tokens: Sequence[Token], start: int) -> tuple[float, int]:
    """Return 0.5 and the last word when *and a half* stands at `start`, else 0."""
    words = [token.lower for token in tokens[start : start + 6]]
    plain = [(i, word) for i, word in enumerate(words) if word not in _HYPHENS]
    if [word for _, word in plain[:3]] == ["and", "a", "half"]:
        return 0.5, start + plain[2][0]
    return 0.0, start - 1


def and_a_half(tokens: Sequence[Token], start: int) -> int | None:
    """Return the last word of *and a half*, with or without hyphens, when it stands at `start`."""
    half, last = _and_a_half(tokens, start)
    return last if half else None


def _halved(tokens: Sequence[Token], first: int) -> Numeral | None:
    """*half a million*, *half a dozen*, *a half-dozen*, *a quarter of a million*."""
    at = [i for i in range(first, min(first + 6, len(tokens))) if tokens[i].lower not in _HYPHENS]
    words = [tokens[i].lower for i in at]
    share, size = 2, 2
    if words[:3] == ["a", "quarter", "of"]:
        share, size = 4, 5
    elif words[:2] in (["half", "a"], ["half", "an"], ["a", "half"]):
        size = 3
    if len(words) < size or (share == 2 and "half" not in words[:size]):
        return None
    kind, value = lexicon().numerals.get(words[size - 1], ("", 0.0))
    return Numeral(value / share, first, at[size - 1], value) if kind in ("big", "dozen") else None


@dataclass(slots=True)
class _Sum:
    """A number in words, as far as it was read."""

    total: float = 0.0
    current: float | None = None
    kind: str = ""
    """Kind of the last word."""

    def add(self, kind: str, value: float) -> bool:
        """Take in one word; False when it does not belong to the same number."""
        current = self.current
        if kind in ("small", "tens"):
            fits = current is None or current % 100 == 0 or (kind == "small" and self.kind == "tens" and value < 10)
            if not fits or (current is None and self.kind == "small"):
                return False
            self.current = (current or 0.0) + value
        elif kind in ("hundred", "dozen"):
            if current is not None and current >= 100:
                return False
            self.current = (current or 1.0) * value
        elif kind == "big":
            self.total += (1.0 if current is None else current) * value
            self.current = None
        else:
            return False
        self.kind = kind
        return True


def _in_words(tokens: Sequence[Token], first: int) -> Numeral | None:
    table = lexicon().numerals
    number = _Sum()
    at = first
    if tokens[first].lower in ("a", "an"):
        following = table.get(tokens[first + 1].lower, ("",))[0] if first + 1 < len(tokens) else ""
        if following not in _MULTIPLIERS or following == "suffix":
            return None
        at += 1
    last = None
    factor = 1.0
    while at < min(first + _LONGEST, len(tokens)):
        kind, value = table.get(tokens[at].lower, ("", 0.0))
        if not number.add(kind, value):
            break
        factor = value if kind in ("big", "hundred", "dozen") else 1.0
        last = at
        at = _next_word(tokens, at, number.kind)
    if last is None:
        return None
    return _finished(tokens, Numeral(number.total + (number.current or 0.0), first, last, factor))


def _next_word(tokens: Sequence[Token], at: int, kind: str) -> int:
    """Return where the next word of a number would stand: after a hyphen of *twenty-one*, or *and* after *hundred*."""
    table = lexicon().numerals
    if at + 2 < len(tokens):
        between, following = tokens[at + 1], table.get(tokens[at + 2].lower, ("",))[0]
        if between.lower in _HYPHENS and (
            (kind == "tens" and following == "small") or following in ("hundred", "big", "dozen")
        ):
            return at + 2
        if between.lower == "and" and kind in ("hundred", "big") and following in ("small", "tens"):
            return at + 2
    return at + 1


def _finished(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """Add *and a half* and what it multiplies: *two and a half million*."""
    half, last = _and_a_half(tokens, found.last + 1)
    if not half or found.factor != 1.0:
        return found
    factor, last = _multiplied(tokens, last)
    return Numeral((found.value + half) * factor, found.first, last, factor)


def part(tokens: Sequence[Token], first: int, *, compared: bool = False) -> Numeral | None:
    """Return a share such as *two thirds of*, *a quarter of*, *half the*, in hundredths, or None.

    One that is `compared` (*not even a tenth*) needs no *of*.
    """
    kind, value = lexicon().numerals.get(tokens[first].lower, ("", 0.0))
    counts = tokens[first].lower in ("a", "an") or (kind == "small" and value < 10)
    at, count = first, value if kind == "small" else 1.0
    if counts:
        at += 2 if first + 1 < len(tokens) and tokens[first + 1].lower in _HYPHENS else 1
    if at >= len(tokens) or (at == first and tokens[at].lower != "half"):
        return None
    kind, whole = lexicon().numerals.get(tokens[at].lemma, ("", 0.0))
    if kind != "part" or count >= whole or not _is_of_something(tokens, at, compared=compared):
        return None
    return Numeral(round(100 * count / whole, 1), first, at)


def _is_of_something(tokens: Sequence[Token], at: int, *, compared: bool) -> bool:
    """Tell whether the word of a share at `at` says of what it is one."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.pos in ("AUX", "VERB", "PUNCT", "CCONJ"):
        return compared
    return following.lower == "of" or (tokens[at].lower == "half" and following.lower in _DETERMINERS)
