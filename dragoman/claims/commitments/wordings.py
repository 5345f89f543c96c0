"""Ways to bind somebody beyond plain promising: instruments that oblige, aims set, things ruled out, headlines."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.acts import headline_subject, infinitives, phrase_act, state_of, subjects_of
from dragoman.claims.commitments.binding import (
    SELF,
    Bond,
    clause_bonds,
    each,
    gerunds,
    is_negative,
    own_subjects,
    promises,
)
from dragoman.claims.commitments.lexicon import Rule, classes, rules
from dragoman.events.voice import is_passive
from dragoman.syntax import Token

_TERMS = frozenset({"term", "provision", "part", "framework", "condition", "article", "clause", "point"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_BE = frozenset({"is", "are", "am", "'s", "'re", "\u2019s", "\u2019re"})
_NOT = frozenset({"not", "n't", "n\u2019t", "never"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl"})


def terms(word: Token, rule: Rule) -> Iterator[Bond]:
    """*under the terms of an agreement, both will share data*; *Under the deal, Iran is to ship out its uranium*."""
    opening = _opening(word)
    if opening is None:
        return
    verb = opening.head
    if verb.pos in ("VERB", "AUX") and not is_passive(verb) and promises(verb):
        yield from each(word, rule, verb, verb, subjects_of(verb), ())
    elif verb.lemma == "be" and verb.pos in ("VERB", "AUX"):
        for below in infinitives(verb):
            yield from each(word, rule, verb, below, subjects_of(verb), ())


def _opening(word: Token) -> Token | None:
    """Return the *under* that an instrument stands behind, maybe with *the terms of* between; of a part also *as*."""
    above = word.head
    if word.dep != "pobj":
        return None
    if above.lower == "of" and above.head.lemma in _TERMS and above.head.dep == "pobj":
        as_part = above.head.lower == "part" and above.head.head.lower == "as"
        above = above.head.head
        return above if as_part or above.lower in ("under", "by") else None
    return above if above.lower == "under" else None


def ruled_out(word: Token, rule: Rule) -> Iterator[Bond]:
    """*ruled out sending troops*, *ruled out any talks*: what is not done is the act."""
    subjects = tuple(subjects_of(word))
    found = [child for child in word.children if child.dep in ("xcomp", "pcomp", "dobj", "advcl", "ccomp")]
    found += [low for child in word.children if child.dep in ("prt", "prep") for low in child.children]
    for thing in found:
        if thing.i < word.i:
            continue
        if thing.tag == "VBG" and not own_subjects(thing):
            yield from each(word, rule, word, thing, subjects, (), denied=True)
        elif thing.lemma in classes()["refused"] and not _is_anothers(thing):
            yield Bond(rule, word, word, phrase_act(thing), subjects, (), negative=True)


def _is_anothers(noun: Token) -> bool:
    return any(child.dep == "poss" and child.lower not in _OWN for child in noun.children)


def obliging(word: Token, rule: Rule) -> Iterator[Bond]:
    """*The treaty commits Poland to raise its budget*: an instrument binds its parties."""
    if not any(subject.lemma in classes()["instruments"] for subject in subjects_of(word)):
        return
    bound = word.child("dobj")
    for child in word.children:
        if child.dep in _CLAUSES and child.i > word.i and child.is_infinitive():
            subjects = own_subjects(child) or ([bound] if bound is not None else [])
            yield from each(word, rule, word, child, subjects, ())
    for verb in gerunds(word, rule):
        yield from each(word, rule, word, verb, [bound] if bound is not None else [], ())


def obliged(word: Token, rule: Rule) -> Iterator[Bond]:
    """*is bound by treaty to hand over the file*: only where the instrument is told."""
    copula, subjects = state_of(word)
    instruments = [
        low for holder in {word.i: word, copula.i: copula}.values() for child in holder.children
        if child.lower in ("by", "under") for low in child.children
        if low.dep == "pobj" and low.lemma in classes()["instruments"]
    ]  # fmt: skip
    if not instruments:
        return
    below = [
        child for noun in instruments for child in noun.children if child.dep in _CLAUSES and child.is_infinitive()
    ]
    for verb in [*infinitives(word), *below]:
        yield from each(word, rule, copula, verb, subjects, ())


def goal(word: Token, rule: Rule) -> Iterator[Bond]:
    """*set itself the target of halving its emissions*."""
    setting = word.head
    if word.dep != "dobj" or setting.lemma != "set" or not any(child.lower in SELF for child in setting.children):
        return
    verbs = [*gerunds(word, rule), *infinitives(word)]
    for verb in verbs:
        yield from each(word, rule, setting, verb, subjects_of(setting), ())


def agreed_that(word: Token, rule: Rule) -> Iterator[Bond]:
    """*It was agreed between Kenya and Uganda that the bridge would be reopened*."""
    if not any(child.dep in ("nsubjpass", "nsubj") and child.lower == "it" for child in word.children):
        return
    holders = tuple(
        low for child in word.children if child.lower in ("between", "by", "among")
        for low in child.children if low.dep == "pobj"
    )  # fmt: skip
    for verb in word.children:
        if verb.dep == "ccomp" and verb.i > word.i and promises(verb):
            yield from clause_bonds(word, rule, word, verb, holders, ())
    for verb in infinitives(word) if holders else ():
        yield from each(word, rule, word, verb, holders, ())


def headline(word: Token, rule: Rule) -> Iterator[Bond]:
    """*Oman to host the envoys*: a headline without a finite verb."""
    subjects = headline_subject(word)
    if subjects:
        verb = word.head
        yield from each(word, rule, verb, verb, subjects, ())


def to_be(word: Token, rule: Rule) -> Iterator[Bond]:
    """*is to step down*, in the words of one who speaks for the debtor."""
    if word.dep in ("aux", "auxpass") or word.lower not in _BE or _is_told_of(word):
        return
    for verb in infinitives(word):
        if verb.i - word.i <= 4 and not is_passive(verb):
            yield from each(word, rule, word, verb, subjects_of(word), (), denied=_is_denied(word))


def going(word: Token, rule: Rule) -> Iterator[Bond]:
    """*are (not) going to close the camp*, in the words of one who speaks for the debtor."""
    if word.tag != "VBG" or not any(child.dep == "aux" and child.lower in _BE for child in word.children):
        return
    for verb in infinitives(word) if not _is_told_of(word) else ():
        yield from each(word, rule, word, verb, subjects_of(word), (), denied=_is_denied(word))


def _is_denied(word: Token) -> bool:
    return any(child.lower in _NOT for child in word.children) or is_negative(word)


def _is_told_of(verb: Token) -> bool:
    """Tell whether a clause only describes something, or asks."""
    return verb.dep == "relcl" or any(
        low.tag in ("WDT", "WP", "WRB")
        for child in verb.children
        if child.i < verb.i
        for low in (child, *child.children)
    )


def is_declared(verb: Token) -> bool:
    """Tell whether a clause with *will* is what a verb of promising behind it says: *will train them, it announced*."""
    head = verb.head
    if verb.dep != "ccomp" or head.i < verb.i or head.pos != "VERB":
        return False
    return any(rule.part == "verb" and rule.frame == "that" for rule in rules().get(head.lemma, ()))
