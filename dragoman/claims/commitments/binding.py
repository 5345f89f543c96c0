"""What binds somebody to an act: the bond, and what all ways of telling one have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.claims.acts import Act, acts, clause_act
from dragoman.claims.commitments.lexicon import Rule
from dragoman.events.voice import is_passive
from dragoman.syntax import Token

_WILL = frozenset({"will", "shall", "'ll", "\u2019ll", "wo", "would", "'d", "\u2019d"})
NO = frozenset({"no", "neither", "nobody", "none", "nothing"})
SELF = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
_NEVER = frozenset({"not", "n't", "n\u2019t", "never", "no"})
_CARRYING = frozenset({"go", "keep", "carry"})
_GOING_ON = frozenset({"continue", "persist", "maintain", "keep"})
#: Acts that are none: *refrain from shelling*.
_FORBEARING = frozenset({"refrain", "abstain", "desist"})


@dataclass(frozen=True, slots=True)
class Bond:
    """One act to which a word binds somebody, before it is asked who that is."""

    rule: Rule
    word: Token
    anchor: Token
    """The verb whose mood and negation decide whether anybody is bound."""
    act: Act
    subjects: tuple[Token, ...]
    """Heads of who is bound."""
    creditors: tuple[Token, ...]
    negative: bool
    own: tuple[Token, ...] | None = None
    """Subjects of the clause that tells the act, where it has some of its own."""


def gerunds(word: Token, rule: Rule) -> Iterator[Token]:
    """Yield the gerunds that stand behind one of the prepositions of a rule."""
    for child in (*word.children, *(low for c in word.children if c.dep in ("prt", "dobj") for low in c.children)):
        if child.dep in ("prep", "prt") and child.lower in rule.prepositions:
            yield from (low for low in child.children if low.dep in ("pcomp", "pobj") and low.tag == "VBG")


def promises(verb: Token) -> bool:
    """Tell whether a verb stands with *will* or *would*."""
    return any(child.dep == "aux" and child.lower in _WILL for child in verb.children)


def own_subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb, those of the passive, too."""
    return [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]


def clause_bonds(
    word: Token, rule: Rule, anchor: Token, verb: Token, subjects: Iterable[Token], whom: tuple[Token, ...]
) -> Iterator[Bond]:
    """Yield the bonds of a clause with a subject of its own: *promised that **it** would leave*."""
    own = tuple(own_subjects(verb))
    if is_passive(verb) or not own:
        act = clause_act(verb)
        yield Bond(rule, word, anchor, act, tuple(subjects), whom, is_negative(verb), own=own)
        return
    yield from each(word, rule, anchor, verb, subjects, whom, own=own)


def each(
    word: Token,
    rule: Rule,
    anchor: Token,
    verb: Token,
    subjects: Iterable[Token],
    whom: tuple[Token, ...],
    own: tuple[Token, ...] | None = None,
    *,
    denied: bool = False,
) -> Iterator[Bond]:
    """Yield a bond for each act of `verb` that the rule takes; all are negative where the word above is `denied`."""
    first = is_negative(verb)
    for act in acts(verb):
        negative = denied or is_negative(act.verb) or (first and _is_alternative(act.first))
        if rule.negated is not None and negative != rule.negated:
            continue
        if rule.takes(kernel(act.verb).lemma) and not (rule.frame == "will" and not _is_after_will(act.verb)):
            yield Bond(rule, word, anchor, act, tuple(subjects), whom, negative, own=own)


def kernel(verb: Token) -> Token:
    """Return the verb that tells the act where another only carries it: *hunt* of *go on hunting*, *keep hunting*."""
    if verb.lemma not in _CARRYING:
        return verb
    below = [low for child in verb.children if child.lower == "on" for low in child.children if low.dep == "pcomp"]
    below += [child for child in verb.children if child.dep in ("xcomp", "advcl", "pcomp")]
    return next((low for low in below if low.tag == "VBG" and low.i > verb.i), verb)


def goes_on(verb: Token) -> bool:
    """Tell whether an act to be done is under way already: *continue to*, *go on hunting*, *keep troops there*."""
    return verb.lemma in _GOING_ON or kernel(verb) is not verb


def _is_after_will(verb: Token) -> bool:
    if verb.tag == "VBG":
        return any(child.dep == "aux" and child.lower == "be" for child in verb.children)
    return verb.tag in ("VB", "VBP")


def is_negative(verb: Token) -> bool:
    """Tell whether an act is told as one that will not be done."""
    if verb.lemma in _FORBEARING:
        return True
    if any(child.lower in _NEVER and child.dep in ("neg", "advmod", "preconj") for child in verb.children):
        return True
    return any(low.lower in NO for child in own_subjects(verb) for low in (child, *child.children) if low.dep != "prep")


def _below(phrase: Token) -> Iterator[Token]:
    """Yield the words of *under **no** circumstances* and *in **no** way*."""
    if phrase.dep == "prep":
        for low in phrase.children:
            yield from low.children


def _is_alternative(verb: Token) -> bool:
    """*will not allow or tolerate it*: what follows *or* and *nor* is negated, too."""
    head = verb.head
    return verb.dep == "conj" and any(c.lower in ("or", "nor") for c in head.children if c.dep == "cc")
