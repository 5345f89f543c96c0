"""Bare numbers: those without a noun, which count by the fate told of them, by a verb or like the number before."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dragoman.claims.figures.amounts import Amount
from dragoman.claims.figures.nouns import IMPLIED, INHERITED, Counted, end_of, measure_of, unit_of, verb_of
from dragoman.claims.figures.words import Measure, lexicon
from dragoman.claims.passage import Passage
from dragoman.events.voice import is_passive
from dragoman.syntax import Token

#: Verbs whose bare object is people however it was parsed.
_CERTAIN = frozenset({"kill", "wound", "injure", "arrest", "detain", "kidnap", "abduct"})
_NOT_INHERITED = frozenset({"money", "share", "ordinal", "year", "time"})
_COUNTABLE = frozenset({"NOUN", "PROPN", "NUM", "SYM", "ADJ"})
_SUFFERED = frozenset({"die", "perish", "drown"})


def bare(amount: Amount, passage: Passage, before: Counted | None) -> Counted | None:
    """A number without a noun: *killed 20*, *130 dead*, *the toll rose to 45*, *captured 150*."""
    tokens = passage.sentence.tokens
    token = _top(amount, tokens)
    people = lexicon().measures["people"]
    following = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    if following is not None and _tells_fate(following, tokens):
        return Counted(people, "people", token, None, (), IMPLIED)
    if following is not None and following.lower == "of":
        return None  # it counts something, but nothing that is counted here
    told = _value_of(token, passage)
    if told is not None:
        return told
    if amount.vague is not None and amount.vague.loose:
        return None
    verb = verb_of(token)
    if verb is not None and _harms(verb, token):
        return Counted(people, "people", token, None, (), IMPLIED)
    if _ends_phrase(following) and harm_before(amount, tokens, _CERTAIN) is not None:
        return Counted(people, "people", token, None, (), IMPLIED)
    if amount.vague is not None:
        return _vague_people(token, people)
    return _inherited(amount, token, passage, before)


def _tells_fate(token: Token, tokens: Sequence[Token]) -> bool:
    """*130 dead*, *750 on board*, not *130 dead bodies*."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if token.lower == "on":
        return after is not None and after.lower == "board"
    return token.lower in lexicon().contexts["fate"] and (after is None or after.pos not in ("NOUN", "PROPN"))


def _top(amount: Amount, tokens: Sequence[Token]) -> Token:
    """Return the word of a number on which its others hang: mostly the last, but *two* of *two dozen*."""
    span = range(amount.number, amount.last + 1)
    last = tokens[amount.last]
    return next((tokens[i] for i in span if tokens[i].head.i not in span), last) if last.head.i in span else last


def harm_before(amount: Amount, tokens: Sequence[Token], words: Container[str]) -> Token | None:
    """Return the verb just before a number if it is one of `words`: *killed at least 34*."""
    left = tokens[amount.first - 1] if amount.first else None
    return left if left is not None and left.pos == "VERB" and left.lemma in words else None


def _ends_phrase(following: Token | None) -> bool:
    return following is None or following.lower == "more" or following.pos in ("PUNCT", "ADP", "CCONJ", "SCONJ")


def _harms(verb: Token, token: Token) -> bool:
    """Tell whether a verb says that people were killed, hurt, caught or freed, as many as `token` says."""
    if verb.lemma not in lexicon().contexts["harm"] or token.dep not in ("dobj", "nsubj", "nsubjpass", "conj"):
        return False
    return token.dep != "nsubj" or verb.lemma in _SUFFERED or is_passive(verb)


def _vague_people(token: Token, people: Measure) -> Counted | None:
    """*hundreds fled*, *in small numbers, not even in hundreds*."""
    if token.dep in ("nsubj", "nsubjpass", "dobj") and token.head.pos == "VERB":
        return Counted(people, "people", token, None, (), IMPLIED)
    if token.dep == "pobj" and token.head.lower in ("in", "into") and token.head.head.lemma in ("be", "run", "number"):
        return Counted(people, "people", token, None, (), INHERITED)
    return None


def _value_of(token: Token, passage: Passage) -> Counted | None:
    """The noun whose value a verb tells: *the number of hijackings had fallen to three*."""
    at = token
    while at.dep in ("conj", "prep", "pcomp") and at.head is not at and at.head.pos in ("NUM", "ADP"):
        at = at.head
    if at.dep == "pobj" and at.head.lower == "of" and at.head.head.lemma in lexicon().contexts["amount_noun"]:
        return _valued(at.head.head, token, passage)
    verb = _telling_verb(at)
    if verb is token or verb.lemma not in lexicon().contexts["reaching"]:
        return None
    if verb.lemma in ("number", "total") and token.dep in ("dobj", "attr"):
        return _numbered(verb, token, passage)
    told = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj") and c is not at]
    nouns = [noun for noun in told if noun.lemma in lexicon().contexts["amount_noun"]]
    return _valued(nouns[0], token, passage) if nouns else None


def _telling_verb(number: Token) -> Token:
    """Return the verb of which a number is the object, also after *to*, *at*, *from* and *by*."""
    if number.dep != "pobj" or number.head.lower not in ("to", "at", "from", "of", "by"):
        return number.head
    verb = number.head.head
    while verb.pos == "ADP" and verb.head is not verb:
        verb = verb.head
    return verb


def _numbered(verb: Token, token: Token, passage: Passage) -> Counted | None:
    """*the contingent numbers 120*."""
    subject = verb.child("nsubj")
    if subject is None:
        return None
    contexts, measures = lexicon().contexts, lexicon().measures
    if subject.lemma in contexts["force"]:
        return Counted(measures["troops"], "troops", token, subject, (subject,), IMPLIED)
    if subject.lemma in contexts["crowd"]:
        return Counted(measures["people"], "people", token, subject, (subject,), IMPLIED)
    measure = measure_of(subject, passage)
    if measure is None or subject.tag not in ("NNS", "NNPS"):
        return None
    return Counted(measure, unit_of(measure, subject), token, subject, (subject,), IMPLIED)


def _valued(noun: Token, token: Token, passage: Passage) -> Counted | None:
    """Return what a noun of amount counts: *the number of refugees*."""
    if noun.lemma in lexicon().contexts["people_noun"]:
        return Counted(lexicon().measures["people"], "people", token, noun, (noun,), IMPLIED)
    of = next((child for child in noun.children if child.dep == "prep" and child.lower == "of"), None)
    below = of.child("pobj") if of is not None else None
    if of is None or below is None:
        return None
    measure = measure_of(below, passage)
    if measure is None and below.tag in ("NNS", "NNPS"):
        measure = lexicon().measures["thing"]
    if measure is None:
        return None
    words = tuple(passage.sentence.tokens[of.i + 1 : end_of(of, of.i) + 1])
    return Counted(measure, unit_of(measure, below), token, below, words, IMPLIED)


def _told_people(token: Token, passage: Passage) -> Counted | None:
    """*16 are women*."""
    told = token.head.child("attr") if token.dep == "nsubj" and token.head.lemma == "be" else None
    measure = measure_of(told, passage) if told is not None and told.tag == "NNS" else None
    if told is None or measure is None or measure.kind != "people":
        return None
    return Counted(measure, "people", token, told, (told,), IMPLIED)


def _inherited(amount: Amount, token: Token, passage: Passage, before: Counted | None) -> Counted | None:
    """A bare number counts what the number before it counted: *signed by 40 states, and two dozen applied*."""
    told = _told_people(token, passage)
    if told is not None or before is None or before.measure.kind in _NOT_INHERITED:
        return told
    tokens = passage.sentence.tokens
    following = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    long = following is not None and following.lower in lexicon().contexts["dimension"]
    if following is not None and following.pos in _COUNTABLE and not long:
        return None
    fits = long if before.measure.kind == "length" else not before.attributive and _stands_alone(amount, token)
    return Counted(before.measure, before.unit, token, None, (), INHERITED, like=before) if fits else None


def _stands_alone(amount: Amount, token: Token) -> bool:
    """Tell a number that is itself subject or object: *24 applied*, *admits to 24*."""
    if token.dep == "pobj":
        return token.head.head.lemma in lexicon().contexts["telling_of"]
    if token.head.pos == "VERB" and token.head.i == amount.last + 1:
        return True
    return token.dep in ("dobj", "nsubj", "nsubjpass", "attr") and token.head.pos in ("VERB", "AUX")
