"""Bonds: where a word of promising stands with an act, and which words name who is bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from dragoman.claims.acts import clause_act, infinitives, phrase_act, state_of, subjects_of
from dragoman.claims.commitments import wordings
from dragoman.claims.commitments.binding import (
    NO,
    SELF,
    Bond,
    clause_bonds,
    each,
    gerunds,
    is_negative,
    own_subjects,
    promises,
)
from dragoman.claims.commitments.lexicon import Rule, classes
from dragoman.events.slots import carrier_of
from dragoman.events.voice import is_passive, logical_subject
from dragoman.syntax import Token

#: Verbs that make a promise of a noun: *made a pledge to*.
_MAKING = frozenset(
    {
        "make", "give", "issue", "renew", "repeat", "reiterate", "reaffirm", "affirm", "confirm", "offer", "extend",
        "announce", "have", "express", "provide", "declare", "voice", "undertake", "deliver", "restate", "stress",
        "underline", "emphasize", "emphasise", "underscore", "sign",
    }
)  # fmt: skip
_TO_WHOM = frozenset({"promise", "assure", "guarantee", "offer", "pledge", "reassure", "swear", "give"})
_BINDING = frozenset({"bind", "commit", "oblige", "obligate", "require"})
_SETTLING = frozenset({"agree", "decide", "settle", "understanding", "agreement"})
#: Verbs above a promise that tell that there is none yet, or that nobody knows.
_WANTING = frozenset(
    {
        "seek", "demand", "want", "ask", "request", "await", "need", "require", "doubt", "question", "lack", "insist",
        "urge", "call", "press", "wait", "refuse", "look", "push", "beg", "plead", "hope",
    }
)  # fmt: skip
_PRESENT = frozenset({"VBZ", "VBP"})
_STANDING = frozenset({"be", "'s", "'re", "remain", "stand"})


def bonds(word: Token, rule: Rule) -> Iterator[Bond]:
    """Yield the acts to which `word`, read by `rule`, binds somebody."""
    if _is_used_as(word, rule):
        yield from _FRAMES[(rule.part, rule.frame)](word, rule)


def _is_used_as(word: Token, rule: Rule) -> bool:
    if rule.part == "verb":
        return word.pos == "VERB" and not _is_state(word) and _has_particle(word, rule.particle)
    if rule.part == "noun":
        return word.pos in ("NOUN", "PROPN")
    if rule.part == "adj":
        return _is_state(word)
    return rule.frame != "will" or (word.tag == "MD" and word.dep == "aux")


def _is_state(word: Token) -> bool:
    """Tell whether a word says how somebody is: *ready*, *is committed to*."""
    if word.pos == "ADJ":
        return word.dep in ("acomp", "oprd", "attr", "conj", "ROOT", "ccomp", "advcl", "relcl")
    if word.tag != "VBN":
        return False
    return word.dep in ("acomp", "oprd") or any(
        c.dep == "auxpass" and c.lemma in ("be", "remain") for c in word.children
    )


def _has_particle(word: Token, particle: str | None) -> bool:
    return particle is None or any(child.lower == particle for child in word.children)


# --- verbs -----------------------------------------------------------------------------------------------------


def _verb_to(word: Token, rule: Rule) -> Iterator[Bond]:
    if word.tag == "VBG" and word.dep in ("advcl", "acl") and rule.strength == "intend":
        return  # *set up posts, aiming to watch it*
    if rule.strength == "intend" and any(child.lower == "had" for child in word.children if child.dep == "aux"):
        return  # *had planned to speak*: it came to nothing
    whom = _told(word)
    thing = word.child("dobj")
    for verb in infinitives(word):
        if thing is not None and thing.lower not in SELF and (not whom or verb.dep == "advcl"):
            continue  # *pledged a million to rebuild it* is the money's purpose
        yield from each(word, rule, word, verb, subjects_of(word), whom)


def _verb_self(word: Token, rule: Rule) -> Iterator[Bond]:
    """*bound itself to return them*: only with *itself*."""
    thing = word.child("dobj")
    if thing is not None and thing.lower in SELF:
        yield from _verb_to(word, rule)


def _told(word: Token) -> tuple[Token, ...]:
    """Return to whom a promise is made: *promised **Togo** to*, *pledged to **Togo** that*."""
    if word.lemma not in _TO_WHOM:
        return ()
    found = [child for child in word.children if child.dep in ("dative", "dobj", "iobj") and child.pos != "ADP"]
    found += [
        low for child in word.children if child.lower == "to" and child.pos == "ADP"
        for low in child.children if low.dep == "pobj"
    ]  # fmt: skip
    return tuple(found)


def _verb_that(word: Token, rule: Rule) -> Iterator[Bond]:
    for verb in _promising_clauses(word):
        yield from clause_bonds(word, rule, word, verb, subjects_of(word), _told(word))


def _promising_clauses(word: Token) -> list[Token]:
    """Return the verbs of the clauses with *will* or *would* below a word."""
    holders = (word, *(low for child in word.children if child.dep == "prep" for low in child.children))  # *in writing*
    found = [c for holder in holders for c in holder.children if c.dep in ("ccomp", "acl", "relcl", "xcomp", "advcl")]
    found += [low for child in word.children if child.dep == "prep" for low in child.children if low.dep == "pcomp"]
    return [
        verb
        for verb in found
        if (verb.i > word.i or verb.dep == "ccomp") and verb.pos in ("VERB", "AUX") and own_subjects(verb)
        and (promises(verb) or (verb.tag == "VB" and word.lemma in _SETTLING and _is_set_up(verb)))
        and not any(child.dep == "mark" and child.lower != "that" for child in verb.children)
    ]  # fmt: skip


def _verb_gerund(word: Token, rule: Rule) -> Iterator[Bond]:
    for verb in gerunds(word, rule):
        yield from each(word, rule, word, verb, subjects_of(word), ())


def _is_set_up(verb: Token) -> bool:
    """Tell whether a clause stands in the subjunctive: *agreed that a fund **be set up***, *that he leave*."""
    return not any(child.dep == "aux" for child in verb.children)


def _verb_object(word: Token, rule: Rule) -> Iterator[Bond]:
    thing = word.child("dobj")
    if thing is None or not _is_promised(thing):
        return
    whom = tuple(token for token in _told(word) if token is not thing)
    whom += tuple(low for c in thing.children if c.lower in ("to", "for") for low in c.children if low.dep == "pobj")
    yield Bond(rule, word, word, phrase_act(thing), tuple(subjects_of(word)), whom, negative=False)


def _is_promised(thing: Token) -> bool:
    if any(child.dep == "det" and child.lower in NO for child in thing.children):
        return False
    if thing.lemma in classes()["promised"]:
        return True
    return thing.text in ("$", "€", "£", "¥") or any(child.pos == "SYM" for child in thing.children)


def _verb_noun(word: Token, rule: Rule) -> Iterator[Bond]:
    for noun in _nouns(word, rule):
        yield Bond(rule, word, word, phrase_act(noun), tuple(subjects_of(word)), (), negative=False)


def _nouns(word: Token, rule: Rule) -> Iterator[Token]:
    for child in word.children:
        if child.dep in ("prep", "dative") and child.lower in rule.prepositions:
            for low in child.children:
                if low.dep == "pobj" and low.lemma in classes()["actions"]:
                    yield low


# --- nouns -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Held:
    """A noun of promising with its carrier and holders."""

    anchor: Token | None
    holders: tuple[Token, ...]


def _held(noun: Token, rule: Rule) -> _Held | None:
    """Return who holds a promise and the verb that tells of it, or None when nobody does."""
    if _is_wanted(noun):
        return None
    carrier = _relative(noun) or carrier_of(noun)
    carries = carrier is not None and carrier.lemma in (rule.carriers or _MAKING)
    if rule.carriers and not carries:
        return None
    holders = _holders(noun)
    subject = _carried_by(noun, carrier) if carrier is not None and carries else []
    if subject and (not holders or rule.carriers):
        holders = subject
    return _Held(carrier if carries else None, tuple(holders)) if holders else None


def _is_wanted(noun: Token) -> bool:
    """Tell whether a promise is none, or only asked for: *no pledge*, *sought assurances from Oman*."""
    if any(child.lower in NO for child in noun.children if child.dep == "det"):
        return True
    return any(above.lemma in _WANTING for above in islice(noun.ancestors(), 2))


def _relative(noun: Token) -> Token | None:
    """Return the verb of *the promise **made** by Togo* and *the promise Togo **made***."""
    return next((c for c in noun.children if c.dep == "relcl" and c.lemma in _MAKING and c.i - noun.i < 6), None)


def _holders(noun: Token) -> list[Token]:
    """Return whose promise it is: *Oman's pledge*, *a pledge by Oman*."""
    owners = [child for child in noun.children if child.dep == "poss"]
    phrases = [child for child in noun.children if child.lower in ("of", "by", "between", "from")]
    return [*owners, *(low for phrase in phrases for low in phrase.children if low.dep == "pobj")]


def _carried_by(noun: Token, carrier: Token) -> list[Token]:
    return [token for token in logical_subject(carrier) if token is not noun]


def _noun_to(word: Token, rule: Rule) -> Iterator[Bond]:
    held = _held(word, rule)
    if held is None:
        return
    verbs = infinitives(word)
    if not verbs and held.anchor is not None:
        verbs = [verb for verb in infinitives(held.anchor) if verb.i > word.i]
    for verb in verbs:
        yield from each(word, rule, held.anchor or word, verb, held.holders, ())


def _noun_that(word: Token, rule: Rule) -> Iterator[Bond]:
    held = _held(word, rule)
    carrier = carrier_of(word)
    clauses = _promising_clauses(word) or ([c for c in _promising_clauses(carrier) if c.i > word.i] if carrier else [])
    for verb in clauses:
        holders = held.holders if held is not None else ()
        if held is not None or (carrier is not None and carrier.lemma in rule.carriers):
            yield from clause_bonds(word, rule, carrier or word, verb, holders, ())


def _noun_word(word: Token, rule: Rule) -> Iterator[Bond]:
    """*gave its word that the camp stays open*: what is so now will be."""
    held = _held(word, rule)
    if held is None or held.anchor is None:
        return
    for verb in (child for holder in (word, held.anchor) for child in holder.children):
        marked = any(child.dep == "mark" and child.lower == "that" for child in verb.children)
        if marked and verb.i > word.i and (verb.tag in _PRESENT or promises(verb)):
            yield Bond(
                rule, word, held.anchor, clause_act(verb), held.holders, (), is_negative(verb),
                own=tuple(own_subjects(verb)),
            )  # fmt: skip


def _noun_gerund(word: Token, rule: Rule) -> Iterator[Bond]:
    held = _held(word, rule)
    for verb in gerunds(word, rule) if held is not None else ():
        if held is not None:
            yield from each(word, rule, held.anchor or word, verb, held.holders, ())


def _noun_noun(word: Token, rule: Rule) -> Iterator[Bond]:
    held = _held(word, rule)
    if held is None:
        return
    for noun in _nouns(word, rule):
        yield Bond(rule, word, held.anchor or word, phrase_act(noun), held.holders, (), negative=False)


def _noun_under(word: Token, rule: Rule) -> Iterator[Bond]:
    """*signed a declaration by which Lima will close the mine*."""
    held = _held(word, rule)
    for verb in (child for child in word.children if child.dep in ("relcl", "acl") and promises(child)):
        which = any(
            child.lower in ("by", "under", "through") and any(low.lower == "which" for low in child.children)
            for child in verb.children
        )
        if which and held is not None:
            yield from clause_bonds(word, rule, held.anchor or word, verb, held.holders, ())


def _noun_bind(word: Token, rule: Rule) -> Iterator[Bond]:
    """*signed a treaty that binds them to patrol the trench*."""
    held = _held(word, rule)
    for binding in (child for child in word.children if child.dep in ("relcl", "acl") and child.lemma in _BINDING):
        for verb in infinitives(binding) if held is not None else ():
            if held is not None:
                yield from each(word, rule, held.anchor or word, verb, held.holders, ())


# --- adjectives and modals -----------------------------------------------------------------------------------------


def _is_stated(word: Token, copula: Token) -> bool:
    """Tell whether a state is told as such: *is ready*, not *seems ready*; in headlines *Oman ready to host*."""
    if any(child.lower in ("less", "hardly", "barely") for child in word.children):
        return False
    return copula is word or copula.pos == "ADJ" or copula.lemma in _STANDING


def _adj_to(word: Token, rule: Rule) -> Iterator[Bond]:
    copula, subjects = state_of(word)
    if not _is_stated(word, copula):
        return
    verbs = infinitives(word) or [verb for verb in infinitives(copula) if verb.i > word.i]
    for verb in verbs:
        yield from each(word, rule, copula, verb, subjects, ())


def _adj_gerund(word: Token, rule: Rule) -> Iterator[Bond]:
    copula, subjects = state_of(word)
    for verb in gerunds(word, rule) if _is_stated(word, copula) else ():
        yield from each(word, rule, copula, verb, subjects, ())


def _adj_noun(word: Token, rule: Rule) -> Iterator[Bond]:
    copula, subjects = state_of(word)
    for noun in _nouns(word, rule) if _is_stated(word, copula) else ():
        yield Bond(rule, word, copula, phrase_act(noun), tuple(subjects), (), negative=False)


def _modal_will(word: Token, rule: Rule) -> Iterator[Bond]:
    verb = word.head
    perfect = any(child.lemma == "have" for child in verb.children if child.dep == "aux")
    if verb.pos not in ("VERB", "AUX") or perfect or _is_asked(verb) or wordings.is_declared(verb):
        return
    if is_passive(verb):
        if rule.negated and _is_nobody(verb) and rule.takes(verb.lemma):
            yield Bond(rule, word, verb, clause_act(verb), tuple(own_subjects(verb)), (), negative=True)
    else:
        yield from each(word, rule, verb, verb, subjects_of(verb), ())


def _is_nobody(verb: Token) -> bool:
    """Tell whether the subject says that it is done to none: ***no refugee** will be deported*."""
    return any(low.lower in NO for child in own_subjects(verb) for low in (child, *child.children))


def _is_asked(verb: Token) -> bool:
    """Tell whether a clause only describes or asks: *the steps we will take*, *what we will do*."""
    before = [child for child in verb.children if child.i < verb.i]
    asking = any(low.tag in ("WDT", "WP", "WRB") for child in before for low in (child, *child.children))
    return verb.dep == "relcl" or asking


_Frame = Callable[[Token, Rule], Iterator[Bond]]
_FRAMES: Mapping[tuple[str, str], _Frame] = MappingProxyType(
    {
        ("verb", "to"): _verb_to, ("verb", "that"): _verb_that, ("verb", "gerund"): _verb_gerund,
        ("verb", "object"): _verb_object, ("verb", "noun"): _verb_noun,
        ("noun", "to"): _noun_to, ("noun", "that"): _noun_that, ("noun", "gerund"): _noun_gerund,
        ("noun", "noun"): _noun_noun, ("noun", "under"): _noun_under, ("noun", "bind"): _noun_bind,
        ("noun", "terms"): wordings.terms, ("noun", "goal"): wordings.goal, ("noun", "word"): _noun_word,
        ("verb", "out"): wordings.ruled_out, ("verb", "oblige"): wordings.obliging, ("verb", "self"): _verb_self,
        ("adj", "obliged"): wordings.obliged, ("adj", "that"): wordings.agreed_that,
        ("modal", "headline"): wordings.headline, ("modal", "be_to"): wordings.to_be,
        ("modal", "going"): wordings.going,
        ("adj", "to"): _adj_to, ("adj", "gerund"): _adj_gerund, ("adj", "noun"): _adj_noun,
        ("modal", "will"): _modal_will,
    }
)  # fmt: skip
