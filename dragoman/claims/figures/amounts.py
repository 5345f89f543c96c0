"""Amounts: the numbers and vague words of a sentence, with what is said of how they are meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.figures.numerals import Numeral, and_a_half, numeral, part, starts_number
from dragoman.claims.figures.words import Measure, Vague, lexicon
from dragoman.syntax import Token

_DASHES = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}"})
_MOST_IN = 1000
_MARKS = frozenset({"/", "#", "+", ":"})
#: Words between a comparator and its number: *at least another 20*.
_BETWEEN = frozenset({"another", "a", "an", "additional", "further", "just", "only"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a vague word for one.  Numbers of tokens are inclusive."""

    value: float | None
    upper: float | None
    comparator: str | None
    first: int
    """First token, comparator and sign included."""
    number: int
    """First token of the number itself."""
    last: int
    vague: Vague | None = None
    sign: Measure | None = None
    """The money whose sign stands before the number."""
    share: bool = False
    """True for *half of*, *two thirds of*."""
    unit: int | None = None
    """The token of the unit, where it stands inside: *an hour and a half*."""


def amounts(tokens: Sequence[Token]) -> Iterator[Amount]:
    """Yield the amounts of a sentence in order; none overlaps another."""
    at = 0
    words = lexicon()
    starts = words.numerals.keys() | words.symbols.keys()
    while at < len(tokens):
        token = tokens[at]
        digit = token.text[0].isdigit()
        found = None
        if token.lower in words.vague:
            found = _vague(tokens, at)
        if found is None and (digit or token.lower in starts or _may_count(tokens, at)):
            found = _amount(tokens, at)
        if found is not None:
            yield found
            at = found.last + 1
        else:
            at = _past_broken(tokens, at) if digit else at + 1


def _may_count(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an article stands at `at` that can be a number: *a dozen*, *an hour and a half*."""
    if tokens[at].lower not in ("a", "an"):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].lower in lexicon().numerals:
        return True
    return any(token.lower == "half" for token in tokens[at + 2 : at + 8])


def _past_broken(tokens: Sequence[Token], at: int) -> int:
    """Return the next token to look at: the rest of a score or a telephone number is none."""
    end = at + 1
    while end + 1 < len(tokens) and tokens[end].lower in _DASHES and tokens[end + 1].text[0].isdigit():
        end += 2
    return end


def _vague(tokens: Sequence[Token], at: int) -> Amount | None:
    for run, word in lexicon().vague[tokens[at].lower]:
        end = at + len(run)
        if tuple(token.lower for token in tokens[at:end]) == run:
            last = end - 1
            if tokens[last].lower == "of":
                last -= 1
            comparator, first = _comparator_before(tokens, at, vague=True)
            return Amount(None, None, comparator, first, at, last, vague=word)
    return None


def _amount(tokens: Sequence[Token], at: int) -> Amount | None:
    sign = lexicon().symbols.get(tokens[at].lower)
    start = at
    if sign is not None:
        if sign.kind != "money" or at + 1 >= len(tokens) or not tokens[at + 1].text[0].isdigit():
            return None
        at += 1
    comparator, first = _comparator_before(tokens, at)
    share = part(tokens, at, compared=comparator is not None) if sign is None else None
    if share is not None and ((whole := numeral(tokens, at)) is None or whole.last < share.last):
        if _is_named_part(tokens, at):
            return None
        return Amount(share.value, None, comparator, first, at, share.last, share=True)
    rate = _one_in(tokens, at) if sign is None else None
    return rate or _with_unit_inside(tokens, at) or _number(tokens, start, at, sign)


def _one_in(tokens: Sequence[Token], at: int) -> Amount | None:
    """*one in three schools*: a share."""
    few = numeral(tokens, at)
    if few is None or few.last + 2 >= len(tokens) or tokens[few.last + 1].lower != "in":
        return None
    many = numeral(tokens, few.last + 2)
    if many is None or not 0 < few.value < many.value <= _MOST_IN or many.last + 1 >= len(tokens):
        return None
    counted = tokens[many.last + 1]
    measure = lexicon().nouns.get(counted.lemma)
    if counted.pos not in ("NOUN", "ADJ", "PROPN") or (measure is not None and measure.kind == "time"):
        return None
    comparator, first = _comparator_before(tokens, at)
    return Amount(round(100 * few.value / many.value, 1), None, comparator, first, at, many.last, share=True)


def _is_named_part(tokens: Sequence[Token], at: int) -> bool:
    """Tell *the second half of* and *the other half of the day* from a share."""
    before = tokens[at - 1].lower if at else ""
    return before in ("first", "second", "latter", "other", "last", "third", "final", "top", "bottom", "better")


def _with_unit_inside(tokens: Sequence[Token], at: int) -> Amount | None:
    """*an hour and a half*, *three miles and a half*; *half an hour*."""
    if tokens[at].lower == "half" and at + 2 < len(tokens) and tokens[at + 1].lower in ("a", "an"):
        measure = lexicon().nouns.get(tokens[at + 2].lemma)
        if measure is not None and measure.kind == "time":
            comparator, first = _comparator_before(tokens, at)
            return Amount(0.5, None, comparator, first, at, at + 2, unit=at + 2)
    whole = Numeral(1.0, at, at) if tokens[at].lower in ("a", "an") else numeral(tokens, at)
    if whole is None or whole.last + 1 >= len(tokens):
        return None
    measure = lexicon().nouns.get(tokens[whole.last + 1].lemma)
    if measure is None or measure.kind not in ("time", "length"):
        return None
    last = and_a_half(tokens, whole.last + 2)
    if last is None:
        return None
    comparator, first = _comparator_before(tokens, at)
    return Amount(whole.value + 0.5, None, comparator, first, at, last, unit=whole.last + 1)


def _number(tokens: Sequence[Token], start: int, at: int, sign: Measure | None) -> Amount | None:
    found = numeral(tokens, at)
    if found is None or _is_score(tokens, found, sign):
        return None
    value, upper, last = _scaled(tokens, found, sign), found.upper, found.last
    between = start > 0 and tokens[start - 1].lower == "between"
    other = _other_end(tokens, found, between=between)
    if other is not None:
        high = _scaled(tokens, other, sign)
        low = value * other.factor if found.factor == 1.0 and value <= high / other.factor else value
        if low < high:
            value, upper, last = low, high, other.last
    if upper is not None:
        comparator, first = "between", start - between
        return Amount(_rounded(value), _rounded(upper), comparator, first, at, last, sign=sign)
    before, first = _comparator_before(tokens, start)
    after, last = (None, last) if before else _comparator_after(tokens, last)
    return Amount(_rounded(value), None, before or after, first, at, last, sign=sign)


def _rounded(value: float) -> float:
    """Return a product without the dust of binary fractions: 512.3 bn is 512300000000."""
    return float(f"{value:.12g}")


def _scaled(tokens: Sequence[Token], found: Numeral, sign: Measure | None) -> float:
    """A bare `m` after money, or before a noun, is a million."""
    if not found.letter:
        return found.value
    following = tokens[found.last + 1] if found.last + 1 < len(tokens) else None
    counts = following is not None and following.pos in ("NOUN", "ADJ", "PROPN") and following.tag != "NN"
    return found.value * 1_000_000 if sign is not None or counts else found.value


def _is_score(tokens: Sequence[Token], found: Numeral, sign: Measure | None) -> bool:
    """Tell a number that is one end of a score or date, *3-2* and *9/11*, or of a name, *F-16*."""
    before = tokens[found.first - 1] if found.first and sign is None else None
    tight = before is not None and before.end == tokens[found.first].start
    if before is not None and tight and (before.lower in _DASHES or before.lower in _MARKS):
        return True
    if found.last + 2 >= len(tokens):
        return False
    mark, after = tokens[found.last + 1], tokens[found.last + 2]
    if mark.lower == "/":
        return True
    if mark.lower not in _DASHES or not after.text[0].isdigit():
        return False
    other = numeral(tokens, found.last + 2)
    return other is None or other.value <= found.value


def _other_end(tokens: Sequence[Token], found: Numeral, *, between: bool) -> Numeral | None:
    """Return the upper end of a range that begins with `found`, or None."""
    link = found.last + 1
    if link + 1 >= len(tokens) or found.upper is not None:
        return None
    word, start = tokens[link].lower, link + 1
    if lexicon().symbols.get(tokens[start].lower) is not None:
        start += 1
    if start >= len(tokens) or not starts_number(tokens[start]):
        return None
    linked = word in ("and", "to") if between else word in _DASHES or word in ("to", "or")
    if not linked or (word == "to" and _is_change(tokens, found)):
        return None
    other = numeral(tokens, start)
    if other is None or (word == "or" and other.value > 2 * max(found.value, found.value * other.factor)):
        return None
    return other


def _is_change(tokens: Sequence[Token], found: Numeral) -> bool:
    """Tell *rose from 200 to 300*, two figures, from *from 200 to 300 men*, a range."""
    start = found.first
    if start < 2 or tokens[start - 1].lower != "from":
        return False
    return any(token.lemma in lexicon().contexts["reaching"] for token in tokens[max(0, start - 6) : start - 1])


def _comparator_before(tokens: Sequence[Token], start: int, *, vague: bool = False) -> tuple[str | None, int]:
    """Return the comparator that ends just before `start`, and its first token (else `start`)."""
    end = start
    for _ in range(2):
        if end == 0:
            break
        for run, comparator in lexicon().before.get(tokens[end - 1].lower, ()):
            first = end - len(run)
            if first < 0 or tuple(token.lower for token in tokens[first:end]) != run:
                continue
            if (vague and comparator == "about" and run == ("some",)) or (
                run == ("over",) and tokens[first].dep == "prt"
            ):
                continue  # *some dozens*; *handed over two men*
            return comparator, first
        word = tokens[end - 1].lower
        if word not in _BETWEEN or (word in ("a", "an") and tokens[end].lower not in _BETWEEN):
            break
        end -= 1
    return None, start


def _comparator_after(tokens: Sequence[Token], last: int) -> tuple[str | None, int]:
    """Return the comparator that begins just after `last`, and its last token (else `last`)."""
    start = last + 1
    if start + 1 < len(tokens) and tokens[start].lower in _DASHES:
        start += 1
    if start >= len(tokens):
        return None, last
    if tokens[last].text.endswith("+"):
        return "at least", last
    for run, comparator in lexicon().after.get(tokens[start].lower, ()):
        end = start + len(run)
        if tuple(token.lower for token in tokens[start:end]) == run:
            return comparator, end - 1
    return None, last
