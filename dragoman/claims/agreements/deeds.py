"""What a sentence says is done with an agreement, wherever the agreement stands beside the verb or noun for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.claims.agreements.lexicon import Act, acts
from dragoman.events.slots import carrier_of
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.events.voice import is_passive
from dragoman.syntax import Token

Fits = Callable[[Act], bool]

_COUNTS = frozenset({"series", "number", "set", "pair", "round", "kind", "sort", "part", "draft", "text", "term"})
_RELATIVE = frozenset({"which", "that"})
_ABOUT = frozenset({"on", "over", "about", "for"})
_ENDING = frozenset({"end", "close", "conclude", "finish", "break", "adjourn", "part", "wrap", "leave", "collapse"})
#: Nouns for being bound: who suspends them leaves the agreement.
_PARTS = frozenset({"participation", "membership", "part", "commitment", "involvement", "adherence", "compliance",
                    "obligation", "role", "cooperation"})  # fmt: skip
#: Words for signing that the parser takes for adjectives and nouns in headings.
_HEADING = frozenset({"initial", "ink", "near", "eye", "mull", "sign", "seal", "clinch", "pen", "ratify"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done with an agreement: the word that tells it and how far it is real."""

    act: Act
    word: Token
    standing: Standing


def deeds(noun: Token) -> Iterator[Deed]:
    """Yield what is done with the instrument `noun`: above it in the sentence, and in clauses that describe it."""
    top = _top(noun)
    head = top.head
    if top.dep in ("dobj", "nsubjpass", "attr", "oprd") and head.pos in ("VERB", "AUX"):
        yield from _done(head, noun, _as_object(head, top))
        yield from _to_be_done(head, noun)
        if top.dep == "nsubjpass":
            yield from _joined(head, noun, _plain_object)
    elif top.dep == "nsubj" and head.pos in ("VERB", "AUX"):
        yield from _of_subject(top, noun)
    elif top.dep == "pobj":
        yield from _by_preposition(top)
    elif top.dep in ("ROOT", "appos"):
        yield from _in_heading(noun)
    for child in noun.children:
        yield from _describing(child, noun)


def _of_subject(top: Token, noun: Token) -> Iterator[Deed]:
    head = top.head
    above = _astray(top)
    if above is not None:
        yield from _done(above, noun, _plain_object)
        return
    if head.tag == "VBN" and not any(child.dep == "aux" for child in head.children) and head.child("dobj") is None:
        yield from _done(head, noun, _plain_object)  # *the deal, clinched in May, is …*
    else:
        yield from _done(head, noun, _itself)
        yield from _joined(head, noun, _itself)
    yield from _to_be_done(head, noun)


def _joined(head: Token, noun: Token, fits: Fits) -> Iterator[Deed]:
    """*was revealed and later confirmed*, *is holding and was prolonged*: verbs that share the noun as subject."""
    for child in head.children:
        if child.dep == "conj" and child.pos == "VERB" and child.child("nsubj", "nsubjpass", "expl") is None:
            passive = child.tag == "VBN" and child.child("dobj", "aux") is None
            yield from _done(child, noun, _plain_object if passive else fits)


def _astray(top: Token) -> Token | None:
    """*rejected the deal put forward by X, a spokesman said*: the parser makes the deal speak."""
    verb = top.head
    above = verb.head
    if verb.dep != "ccomp" or above.pos != "VERB" or above.i > top.i or above.lemma not in acts():
        return None
    first = min(word.i for word in top.subtree())
    return above if first == above.i + 1 and verb.lemma in ("say", "tell", "announce", "add") else None


def _to_be_done(head: Token, noun: Token) -> Iterator[Deed]:
    """*is due to be signed*, *is expected to be signed*, *has yet to be ratified*."""
    for holder in (head, *(child for child in head.children if child.dep in ("acomp", "attr"))):
        for child in holder.children:
            if child.dep == "xcomp" and child.pos == "VERB" and child.child("auxpass") is not None:
                yield from _done(child, noun, _plain_object)


def _in_heading(noun: Token) -> Iterator[Deed]:
    """*Peru, Chile initial border treaty*: the verb of a heading may be taken for a word before the noun."""
    for child in (below for below in noun.subtree() if below.head is noun or below.head.head is noun):
        if child.i < noun.i and child.lemma.lower() in _HEADING and child.dep in ("amod", "compound", "nmod"):
            yield from _done(child, noun, _plain_object)


def _describing(child: Token, noun: Token) -> Iterator[Deed]:
    """Yield what a participle or a relative clause says is done with the noun it describes."""
    if child.dep == "acl" and child.tag in ("VBN", "VBD"):
        yield from _done(child, noun, _as_object(child, noun))
    elif child.dep == "relcl" and child.pos == "VERB":
        prepositions = [c.lower for c in child.children if any(b.lower == "which" for b in c.children)]
        subject = child.child("nsubj")
        if prepositions:
            yield from _done(child, noun, lambda act: not act.by.isdisjoint(prepositions))
        elif subject is not None and subject.lower in _RELATIVE:
            yield from _done(child, noun, _itself)
        else:
            yield from _done(child, noun, _as_object(child, noun))


def _as_object(verb: Token, noun: Token) -> Fits:
    """Return the test of acts for a verb whose object the noun is: *rolled over*, *agreed on*, *signed*."""
    with_it = {
        child.lower
        for child in verb.children
        if child.dep in ("prep", "prt", "advmod")
        and (child.dep == "prt" or child.i < noun.i or child.child("pobj") is None)
    }
    return lambda act: (not act.by or not act.by.isdisjoint(with_it)) and not act.itself


def _plain_object(act: Act) -> bool:
    return not act.by and not act.itself


def _itself(act: Act) -> bool:
    return act.itself


def _by_preposition(noun: Token) -> Iterator[Deed]:
    prepositions = [noun.head.lower]
    above = noun.head.head
    while above.pos in ("ADP", "ADV") and len(prepositions) < 4 and above.head is not above:
        prepositions.append(above.lower)
        above = above.head
    if above.pos in ("VERB", "AUX"):
        yield from _by_verb(above, noun, prepositions)
    elif above.pos == "ADJ" and above.head.lemma == "be":
        yield from _by_adjective(above, noun, prepositions)
    elif above.pos in ("NOUN", "PROPN"):
        yield from _by_noun(above, noun, prepositions)


def _by_verb(above: Token, noun: Token, prepositions: list[str]) -> Iterator[Deed]:
    if prepositions == ["without"]:
        yield from _without(above)
        return
    if noun.head.dep == "agent" or (prepositions == ["by"] and is_passive(above)):
        yield from _done(above, noun, _itself)  # *is bound by the pact*
        return
    subject = above.child("nsubj", "nsubjpass")
    if noun.head.lower in _ABOUT and subject is not None:
        yield from _talked(above, subject)
    particles = [child.lower for child in above.children if child.dep in ("prt", "advmod")]
    yield from _done(above, noun, lambda act: not act.by.isdisjoint([*prepositions, *particles]) and not act.itself)


def _by_adjective(above: Token, noun: Token, prepositions: list[str]) -> Iterator[Deed]:
    """*are close to a deal*."""
    for act in acts().get(above.lemma.lower(), ()):
        if not act.by.isdisjoint(prepositions) and not act.itself:
            yield Deed(act, above.head, _standing(above.head, noun))
            return


def _without(verb: Token) -> Iterator[Deed]:
    """*ended without an agreement*: there is none."""
    standing = assess(verb)
    if verb.lemma in _ENDING and standing.mood == "fact" and not standing.negated:
        act = next(act for act in acts()["exist"] if not act.itself)
        yield Deed(act, verb, replace(standing, negated=True))


def _talked(verb: Token, subject: Token) -> Iterator[Deed]:
    """*talks are under way on a treaty*: what they talk on is still being made."""
    for act in acts().get(subject.lemma.lower(), ()):
        if subject.lemma.lower() in act.nouns and act.status == "planned":
            yield Deed(act, verb, assess(verb))
            return


def _by_noun(above: Token, noun: Token, prepositions: list[str]) -> Iterator[Deed]:
    """Yield what a noun before the instrument tells: *withdrawal from the pact*, *suspended its part in the pact*."""
    if above.lemma.lower() in _PARTS and above.dep in ("dobj", "nsubjpass") and above.head.pos == "VERB":
        yield from _done(above.head, noun, _plain_object)
        return
    for act in acts().get(above.lemma.lower(), ()):
        if above.lemma.lower() in act.nouns:
            yield Deed(act, above, assess_noun(above, carrier_of(above)))
            return
    if above.dep == "dobj" and above.head.pos == "VERB":  # *condemned the attack in a statement*
        yield from _done(above.head, noun, lambda act: "in" in act.by and "in" in prepositions)


def _done(verb: Token, noun: Token, fits: Fits) -> Iterator[Deed]:
    lemma = verb.lemma.lower()
    for act in acts().get(lemma, ()):
        if lemma in act.verbs and fits(act) and _is_said_to_be(verb, act) and not (act.itself and _has_more(verb, act)):
            yield Deed(act, verb, _standing(verb, noun))
            return


def _is_said_to_be(verb: Token, act: Act) -> bool:
    """Tell whether a verb of being has the complement that an act needs: *is dead*, *came into force*."""
    return not act.words or not act.words.isdisjoint(_complements(verb))


def _complements(verb: Token) -> Iterator[str]:
    for child in verb.children:
        if child.dep in ("acomp", "attr", "advmod", "dobj", "oprd", "xcomp", "prt"):
            yield child.lemma.lower()
        elif child.dep == "prep" and child.lower in ("in", "into", "on", "under", "within", "at", "out"):
            below = child.child("pobj")
            if below is not None:
                yield below.lemma.lower()


def _has_more(verb: Token, act: Act) -> bool:
    """*ended a revolt*, *failed to include*: what comes to an end is not the agreement itself."""
    return act.status == "ended" and not act.words and verb.child("dobj", "xcomp") is not None


def _standing(verb: Token, noun: Token) -> Standing:
    """Return the standing of a deed; *came to no agreement* denies it."""
    standing = assess(verb)
    if verb.is_infinitive() and verb.head is verb:  # *X and Y to sign a treaty*
        standing = replace(standing, mood="future")
    if verb.is_infinitive() and standing.mood == "fact" and verb.child("auxpass") is not None:
        standing = replace(standing, mood="future")  # *is due to be signed*
    if noun.dep == "pobj" and any(child.lower in ("no", "neither") for child in noun.children):
        return replace(standing, negated=not standing.negated)
    return standing


def _top(noun: Token) -> Token:
    """Climb out of joined nouns and counts: *accords* of *a series of accords*."""
    for _ in range(8):
        above = noun.head
        if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
            noun = above
        elif noun.dep == "pobj" and above.lower == "of" and above.head.lemma in _COUNTS:
            noun = above.head
        elif noun.dep == "appos" and _is_run(above, noun):
            noun = above
        else:
            break
    return noun


def _is_run(above: Token, noun: Token) -> bool:
    """Tell whether only names and dashes stand between a name and a noun: *United States-Mexico Agreement*."""
    return above.pos == "PROPN" and 1 < noun.i - above.i <= 6 and above.text[-1:].isalpha() and _dashed(above)


def _dashed(name: Token) -> bool:
    return any(child.text in ("-", "\u2013", "\u2014", "/") and child.i == name.i + 1 for child in name.children)
