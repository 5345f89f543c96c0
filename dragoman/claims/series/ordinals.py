"""Numbers in a row: *third*, *twenty-sixth*, *38th*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.claims.series.lexicon import words
from dragoman.syntax import Token

_FIGURES = re.compile(r"([1-9]\d{0,2})(?:st|nd|rd|th)$")
_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    f"{tens[:-1]}ieth": number * 10 for number, tens in enumerate(_TENS, 2)
}
_CARDINALS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"), 1,
    )
}  # fmt: skip
_ROMAN = re.compile(r"(X{0,3})(?:(IX)|(IV)|(V?)(I{0,3}))")
_BESIDE = 12  # words from a noun to its number beside it
_BACK = 7  # words from a noun back to its number
_ENDS = frozenset({"ADP", "DET", "PRON", "AUX", "SCONJ"})
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_BARE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "ROOT", "appos", "dep", "npadvmod"})


def ordinal(tokens: Sequence[Token], i: int) -> int | None:
    """Return the number in a row that the word at `i` ends: 26 for *sixth* of *twenty-sixth*."""
    word = tokens[i].lower
    tens, _, unit = word.partition("-")
    if unit and tens in _TENS and unit in _WORDS:
        return 10 * (_TENS.index(tens) + 2) + _WORDS[unit]
    hit = _FIGURES.match(word)
    number = int(hit[1]) if hit else _WORDS.get(word)
    if number is not None and number < 10 and i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].lower in _TENS:
        return 10 * (_TENS.index(tokens[i - 2].lower) + 2) + number
    return number


def before(tokens: Sequence[Token], noun: Token) -> list[int]:
    """Return the numbers in a row that stand before a noun as its own: *the second and third rounds* has two."""
    found: list[int] = []
    for token in reversed(tokens[max(0, noun.i - _BACK) : noun.i]):
        number = ordinal(tokens, token.i)
        if number is not None:
            if _counts_else(tokens, token, noun):
                break
            found.append(number)
        elif token.pos in _ENDS or token.tag == "POS" or token.text in (",", ";") or token.tag in _FINITE:
            break
    return found[::-1]


def behind(tokens: Sequence[Token], noun: Token) -> list[int]:
    """Return the numbers right behind a noun that count it: *round six*, *rounds four and five*, *Summit III*."""
    found: list[int] = []
    for token in tokens[noun.i + 1 : noun.i + 4]:
        number = _cardinal(token, plain=noun.lemma in words("numbered_behind"))
        if number is not None:
            found.append(number)
        elif not found or token.lower not in ("and", "&"):
            break
    return found


def _cardinal(token: Token, *, plain: bool) -> int | None:
    """Return the number of a Roman numeral, and with `plain` that of a small number in words or figures."""
    roman = _ROMAN.fullmatch(token.text)
    if roman and len(token.text) > 1:
        tens, nine, four, five, units = roman.groups()
        return 10 * len(tens) + 9 * bool(nine) + 4 * bool(four) + 5 * bool(five) + len(units or "")
    if not plain:
        return None
    if token.text.isdecimal() and len(token.text) < 3:
        return int(token.text)
    return _CARDINALS.get(token.lower)


def beside(tokens: Sequence[Token], noun: Token) -> list[int]:
    """Return the number beside a noun after a comma: *the meeting, their fifth*, *the talks, the third in May*."""
    for i in range(noun.i + 1, min(noun.i + _BESIDE, len(tokens) - 2)):
        if tokens[i].pos in ("VERB", "AUX") or tokens[i].text in (";", "("):
            break
        if tokens[i].text == "," and tokens[i + 1].lower in ("the", "their", "its", "a"):
            number, after = ordinal(tokens, i + 2), tokens[min(i + 3, len(tokens) - 1)]
            if number is not None and after.pos not in ("NOUN", "PROPN", "NUM") and after.lower != "of":
                return [number]
    return []


def above(tokens: Sequence[Token], noun: Token) -> list[int]:
    """Return the number that a noun of several hangs on: *the second of three meetings*."""
    for _ in range(2):
        preposition = noun.head
        if noun.tag not in ("NNS", "NN") or noun.dep != "pobj" or preposition.lower not in ("of", "in"):
            return []
        noun = preposition.head
        number = ordinal(tokens, noun.i)
        if number is not None:
            return [number]
        if noun.lemma not in words("sequences"):
            return []
    return []


def _counts_else(tokens: Sequence[Token], number: Token, noun: Token) -> bool:
    """Tell whether a number counts what stands before the noun: *the Third World conference*, *second-largest*."""
    behind = tokens[number.i + 1 : noun.i]
    if any(token.pos == "NUM" for token in behind):  # the first three meetings
        return True
    return any(token.lower in words("numbering_stop") for token in behind[:3]) or (
        bool(behind) and behind[0].text == "-"
    )


def bare(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Yield the numbers in a row that stand for a noun told before: *the fifteenth took place*, *than the first*."""
    for token in tokens:
        number = ordinal(tokens, token.i)
        if number is None or token.i == 0 or token.dep not in _BARE:
            continue
        start = token.i - 2 if tokens[token.i - 1].text == "-" else token.i
        opener = tokens[start - 1]
        behind = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        if opener.lower not in ("the", "a", "its", "their", "an") or (start >= 2 and tokens[start - 2].lower == "for"):
            continue
        if behind is not None and (
            behind.pos in ("NOUN", "PROPN", "ADJ", "NUM") or behind.lower in ("of", "-", "time")
        ):
            continue
        yield token, number
