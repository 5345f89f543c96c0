"""Frames: what an amount counts, by the construction it stands in.

The noun after the number, the noun after *of*, what a hyphen joins it to, the sum or share it is; a number
without any of these is read by `bare`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.figures.amounts import Amount
from dragoman.claims.figures.bare import bare
from dragoman.claims.figures.nouns import (
    FAR,
    HYPHENS,
    IMPLIED,
    Counted,
    end_of,
    measure_of,
    noun_after,
    phrase,
    plural,
    unit_of,
)
from dragoman.claims.figures.words import Measure, lexicon
from dragoman.claims.passage import Passage
from dragoman.syntax import Token

_BREAKS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ"})
_PERSONAL = frozenset({"them", "whom", "us", "those", "these", "which"})


def counted(amount: Amount, passage: Passage, before: Counted | None) -> Counted | None:
    """Return what `amount` counts, or None; `before` is what the last amount of the text counted."""
    tokens = passage.sentence.tokens
    if amount.sign is not None:
        return _money(amount, tokens, amount.sign, tokens[amount.last])
    if amount.unit is not None:
        return _measured_inside(amount, tokens)
    if _is_glued(amount, tokens):
        return _joined(amount, tokens)
    return (
        _shared(amount, tokens)
        or _noun(amount, passage)
        or _of(amount, passage, before)
        or bare(amount, passage, before)
    )


def _money(amount: Amount, tokens: Sequence[Token], measure: Measure, anchor: Token) -> Counted:
    return Counted(measure, measure.unit or "", anchor, None, _purpose(anchor, amount, tokens))


def _purpose(anchor: Token, amount: Amount, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return what a sum is: *aid* of *$50 million in aid* and *a $50 million aid package*."""
    head = anchor.head
    if anchor.dep in ("nmod", "compound", "nummod", "amod", "quantmod") and head.pos == "NOUN" and head.i > amount.last:
        return tuple(tokens[amount.last + 1 : head.i + 1]) if head.i - amount.last <= FAR else (head,)
    for child in anchor.children:
        if child.dep == "prep" and child.lower in ("of", "in", "for") and child.i == amount.last + 1:
            return tuple(tokens[child.i + 1 : end_of(child, child.i) + 1])
    return ()


def _measured_inside(amount: Amount, tokens: Sequence[Token]) -> Counted | None:
    unit = tokens[amount.unit or 0]
    measure = lexicon().nouns[unit.lemma]
    host = _host(unit, amount, tokens)
    words = (host,) if host is not None else ()
    return Counted(measure, measure.unit or "", host or unit, host, words, attributive=host is not None)


def _host(unit: Token, amount: Amount, tokens: Sequence[Token]) -> Token | None:
    """Return the noun that has the measure: *meeting* of *an hour-and-a-half meeting*."""
    head = unit.head
    if unit.dep in ("compound", "nmod", "amod", "nummod", "poss", "npadvmod") and head.pos in ("NOUN", "PROPN"):
        return head if amount.last < head.i <= amount.last + FAR else None
    if unit.dep == "npadvmod" and head.pos == "ADJ" and head.head.pos in ("NOUN", "PROPN") and head.head.i > head.i:
        return head.head
    if amount.unit is None:
        return None
    following = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    return following if following is not None and following.pos == "NOUN" and unit.tag == "NN" else None


def _is_glued(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Tell whether a hyphen joins the number to a word: *30-year*, *three-pronged*."""
    at = amount.last + 1
    return at + 1 < len(tokens) and tokens[at].lower in HYPHENS and tokens[at].start == tokens[at - 1].end


def _joined(amount: Amount, tokens: Sequence[Token]) -> Counted | None:
    """*a 30-year war*, *a 15-member council*, *a 1,000-strong force*."""
    at = amount.last + 1
    unit = tokens[at + 1]
    if unit.lower == "strong":
        force = unit.head if unit.head.pos == "NOUN" else None
        return Counted(lexicon().measures["people"], "people", force or unit, force, (force,) if force else ())
    if amount.number and tokens[amount.number].text[0].isupper() and unit.text[0].isupper():
        return None  # a name: *the Five-Year Plan*
    measure = _joined_measure(at + 1, tokens)
    host = _host(unit, amount, tokens) or _noun_right_of(at + 2, tokens)
    if measure is None or host is None or _names_age(at + 2, tokens):
        return None
    name = measure.unit or plural(unit)
    words = tuple(token for token in tokens[at + 2 : host.i + 1] if token.lower not in HYPHENS)
    return Counted(measure, name, host, host, words, attributive=True)


def _joined_measure(at: int, tokens: Sequence[Token]) -> Measure | None:
    """Return the measure of the word at `at`, or of it and the one behind the next hyphen: *nautical-mile*."""
    unit = tokens[at]
    two = f"{unit.lemma} {tokens[at + 2].lemma}" if at + 2 < len(tokens) and tokens[at + 1].lower in HYPHENS else ""
    measure = lexicon().nouns.get(two) or lexicon().nouns.get(unit.lemma)
    if measure is None or unit.pos == "VERB":
        return None
    if measure.kind == "people":
        return lexicon().measures["members" if unit.lemma == "member" else "thing"]
    return measure


def _noun_right_of(start: int, tokens: Sequence[Token]) -> Token | None:
    found = None
    for token in tokens[start : start + 5]:
        if token.pos in ("NOUN", "PROPN"):
            found = token
        elif token.pos not in ("ADJ", "PUNCT") or token.text == ",":
            break
    return found


def _names_age(at: int, tokens: Sequence[Token]) -> bool:
    return any(token.lower in ("old", "olds") for token in tokens[at : at + 3])


def _shared(amount: Amount, tokens: Sequence[Token]) -> Counted | None:
    """Percent and shares."""
    at = amount.last
    if amount.share:
        measure, anchor = lexicon().measures["fraction"], tokens[at]
    else:
        sign = lexicon().symbols.get(tokens[at + 1].lower) if at + 1 < len(tokens) else None
        known = _named_share(tokens, at + 1)
        if known is None and (sign is None or sign.kind != "share"):
            return None
        measure, at = lexicon().measures["percent"], known or at + 1
        anchor = tokens[at]
    words: tuple[Token, ...] = ()
    noun = None
    told = at + 1 < len(tokens) and (amount.share or tokens[at + 1].lower in ("of", "the", "its", "their", "all"))
    if told:
        noun = _first_noun(at + 1, tokens)
        words = tuple(tokens[at + 1 : noun.i + 1]) if noun is not None else ()
        while words and (words[0].pos in ("DET", "ADP", "PRON")):
            words = words[1:]
    return Counted(measure, "percent", anchor, noun, words)


def _named_share(tokens: Sequence[Token], at: int) -> int | None:
    """Return the last token of *percent*, *per cent*, *percentage points* at `at`."""
    if at >= len(tokens):
        return None
    if tokens[at].lemma in ("percent", "pct"):
        return at
    two = f"{tokens[at].lower} {tokens[at + 1].lemma}" if at + 1 < len(tokens) else ""
    return at + 1 if two in ("per cent", "percentage point") else None


def _first_noun(start: int, tokens: Sequence[Token]) -> Token | None:
    found = None
    for token in tokens[start : start + FAR]:
        if token.pos in ("NOUN", "PROPN"):
            found = token
        elif found is not None or token.pos in _BREAKS or (token.pos == "ADP" and token.i > start):
            break
    return found


def _noun(amount: Amount, passage: Passage) -> Counted | None:
    """The noun that the number stands before."""
    tokens = passage.sentence.tokens
    start = amount.last + 1
    if start < len(tokens) and tokens[start].lower == "of" and amount.vague is not None:
        return None
    noun = noun_after(start, passage)
    if noun is None or noun.lower == "worth":
        return None
    money = lexicon().nouns.get(noun.lemma)
    if money is not None and money.kind == "money":
        return Counted(money, money.unit or "", noun, None, _purpose(noun, _until(amount, noun), tokens))
    return _counted_noun(amount, noun, noun, phrase(noun, start, passage), passage)


def _until(amount: Amount, noun: Token) -> Amount:
    """Return `amount` with its last word at the unit."""
    return Amount(amount.value, amount.upper, amount.comparator, amount.first, amount.number, noun.i)


def _counted_noun(
    amount: Amount, noun: Token, anchor: Token, words: tuple[Token, ...], passage: Passage
) -> Counted | None:
    measure = measure_of(noun, passage)
    if measure is None:
        if noun.lemma in lexicon().contexts["not_counted"] or noun.tag not in ("NNS", "NNPS"):
            return None
        if (
            noun.pos == "PROPN"
            or not noun.text.replace("-", "").isalpha()
            or (amount.vague is not None and amount.vague.loose)
        ):
            return None
        return Counted(lexicon().measures["thing"], plural(noun), anchor, noun, words, IMPLIED)
    if measure.kind in ("time", "length", "area", "weight"):
        host = _host(noun, amount, passage.sentence.tokens)
        return Counted(
            measure, unit_of(measure, noun), host or noun, host, (host,) if host else (), attributive=bool(host)
        )
    if noun.lemma == "member" and _is_had(noun):
        return Counted(lexicon().measures["members"], "members", anchor, noun, words)
    return Counted(measure, unit_of(measure, noun), anchor, noun, words)


def _is_had(noun: Token) -> bool:
    """Tell members that a body has from members who did something."""
    if any(child.dep == "prep" and child.lower == "of" for child in noun.children):
        return False
    return noun.dep == "dobj" and noun.head.lemma in ("have", "count", "include", "comprise", "number")


def _of(amount: Amount, passage: Passage, before: Counted | None) -> Counted | None:
    """*hundreds of Kurds*, *12 of the prisoners*, *three of them*."""
    tokens = passage.sentence.tokens
    at = amount.last + 1
    if at + 1 >= len(tokens) or tokens[at].lower != "of":
        return None
    anchor = tokens[amount.last]
    if tokens[at + 1].lower in _PERSONAL:
        return _of_them(tokens[at + 1], anchor, before)
    start = at + 1
    while start < len(tokens) and (tokens[start].pos == "DET" or tokens[start].tag in ("PRP$", "CD")):
        start += 1
    noun = noun_after(start, passage)
    if noun is None:
        return _of_adjective(tokens, start, anchor)
    money = lexicon().nouns.get(noun.lemma)
    if money is not None and money.kind == "money":
        return Counted(money, money.unit or "", anchor, None, _purpose(noun, _until(amount, noun), tokens))
    owner = noun.i + 2 < len(tokens) and tokens[noun.i + 1].tag == "POS" and tokens[noun.i + 2].tag == "NN"
    if owner:
        return None  # *millions of taxpayers' money*
    if noun.tag in ("NN", "NNP") and amount.vague is None and measure_of(noun, passage) is None:
        return None
    return _counted_noun(amount, noun, anchor, phrase(noun, start, passage), passage)


def _of_them(pronoun: Token, anchor: Token, before: Counted | None) -> Counted | None:
    """*three of them*: of those counted before, else people."""
    if before is not None and before.measure.kind in ("people", "thing"):
        return Counted(before.measure, before.unit, anchor, None, (), IMPLIED, like=before)
    if pronoun.lower == "which":
        return None
    return Counted(lexicon().measures["people"], "people", anchor, None, (), IMPLIED)


def _of_adjective(tokens: Sequence[Token], start: int, anchor: Token) -> Counted | None:
    """*35 of the injured*."""
    if start < len(tokens) and tokens[start].lower in lexicon().contexts["fate"]:
        return Counted(lexicon().measures["people"], "people", anchor, None, (tokens[start],), IMPLIED)
    return None
