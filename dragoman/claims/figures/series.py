"""Ordinals of meetings and years of founding: figures that count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.claims.figures.amounts import Amount
from dragoman.claims.figures.nouns import Counted
from dragoman.claims.figures.words import lexicon
from dragoman.claims.passage import Passage
from dragoman.syntax import Token
from dragoman.temporal.words import time_words

_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_YEAR = re.compile(r"(?:1\d|20)\d\d$")
_NO_ORDINALS = frozenset({"last", "final"})
_TALKS = frozenset(
    {"talk", "negotiation", "consultation", "meeting", "dialogue", "discussion", "conference", "exercise"}
)
_MEETING = frozenset({"meet", "gather", "convene", "hold", "assemble", "sit"})
_FIRSTS = frozenset({"meeting", "summit", "round", "conference", "dialogue", "forum"})
_FAR = 5
_KINDS = frozenset({"organisation", "igo", "armed_group", "body", "state"})


def ordinals(passage: Passage) -> Iterator[tuple[Amount, Counted]]:
    """Yield which one in its series a meeting was: *the third meeting of the ministers*."""
    tokens = passage.sentence.tokens
    known = time_words().ordinals
    for token in tokens:
        if token.lower not in known and not token.text[0].isdigit():
            continue
        value = _ordinal(token)
        if value is None or passage.scene.participants.is_time(token):
            continue
        noun = _meeting(token, tokens)
        if noun is None or (value == 1 and _is_rarity(noun, tokens)):
            continue
        measure = lexicon().measures["ordinal"]
        words = tuple(tokens[token.i + 1 : noun.i + 1])
        amount = Amount(float(value), None, None, token.i, token.i, token.i)
        yield amount, Counted(measure, "ordinal", noun, noun, words)


def _ordinal(token: Token) -> int | None:
    if token.pos not in ("ADJ", "NOUN", "ADV", "PROPN", "NUM"):
        return None
    found = _NUMBERED.match(token.lower)
    if found is not None:
        return int(found[1])
    return time_words().ordinals.get(token.lower) if token.lower not in _NO_ORDINALS else None


def _meeting(ordinal: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the noun of a meeting that an ordinal stands before."""
    noun = None
    for token in tokens[ordinal.i + 1 : ordinal.i + 1 + _FAR]:
        if token.pos in ("NOUN", "PROPN"):
            noun = token
        elif token.pos not in ("ADJ", "PUNCT", "PART", "ADV") or token.text in (",", "."):
            break
    if noun is None or noun.lemma.lower() not in lexicon().contexts["ordinal"]:
        return None
    if noun.lemma == "time":
        return noun if _is_time_met(ordinal, noun) else None
    after = [token for token in tokens[noun.i + 1 : noun.i + 5] if token.pos in ("NOUN", "PROPN")]
    if noun.lemma == "round" and not any(token.lemma in _TALKS for token in after):
        return noun if noun.i and tokens[noun.i - 1].lemma in _TALKS else None
    return noun


def _is_time_met(ordinal: Token, noun: Token) -> bool:
    """*met for the ninth time*."""
    return ordinal.i + 1 == noun.i and noun.head.lower == "for" and noun.head.head.lemma in _MEETING


def _is_rarity(noun: Token, tokens: Sequence[Token]) -> bool:
    """*the first meeting since the war*, *the first summit in ten years*: how rare it is, not which."""
    if noun.lemma not in _FIRSTS or noun.tag != "NN":
        return True
    return any(token.lower in ("since", "in", "for") for token in tokens[noun.i + 1 : noun.i + 8])


def founded(passage: Passage) -> Iterator[tuple[Amount, Counted]]:
    """Yield the years in which bodies were founded: *was established in 2013*."""
    tokens = passage.sentence.tokens
    words = lexicon().contexts["founded"]
    for verb in tokens:
        if verb.lemma not in words and not (verb.lemma == "set" and verb.child("prt") is not None):
            continue
        year = next((found for child in verb.children if (found := _year(child)) is not None), None)
        body = _body(verb, passage) if year is not None else None
        if year is None or body is None:
            continue
        amount = Amount(float(year.text), None, None, year.i, year.i, year.i)
        yield amount, Counted(lexicon().measures["founded"], "year", verb, body, (body,))


def _year(preposition: Token) -> Token | None:
    if preposition.dep != "prep" or preposition.lower not in ("in", "since"):
        return None
    return next((c for c in preposition.children if c.dep == "pobj" and _YEAR.match(c.text) and not c.children), None)


def _body(verb: Token, passage: Passage) -> Token | None:
    """Return the body that was founded, when it is one."""
    if verb.pos == "NOUN":
        heads = [child for child in verb.children if child.dep == "poss"]
        heads += [b for c in verb.children if c.lower == "of" for b in c.children if b.dep == "pobj"]
    elif verb.dep in ("acl", "amod") and verb.tag == "VBN":
        heads = [verb.head]
    else:
        heads = [child for child in verb.children if child.dep in ("nsubjpass", "dobj")]
        if not heads and verb.dep == "conj":
            heads = [child for child in verb.head.children if child.dep == "nsubjpass"]
    return next((head for head in heads if _is_body(head, passage)), None)


def _is_body(noun: Token, passage: Passage) -> bool:
    mention = passage.scene.participants.mention(noun)
    if mention is not None and mention.kind in _KINDS:
        return True
    return (
        noun.lemma.lower() in lexicon().contexts["body"]
        or (noun.pos == "PROPN" and noun.text.isupper())
        or noun.lower == "it"
    )
