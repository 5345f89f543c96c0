"""What an agreement says, under which condition, what was done under it, and how it stands to others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.claims.passage import Passage, clause
from dragoman.events.status import assess
from dragoman.syntax import Token

_PROVIDING = frozenset(
    {
        "provide", "call", "allow", "require", "oblige", "commit", "stipulate", "include", "bind", "envisage",
        "foresee", "cover", "establish", "set", "give", "let", "permit", "ban", "limit", "bar", "create", "aim", "put",
        "cap", "stop", "end", "force", "enable", "grant", "guarantee", "prohibit",
        "prescribe", "demand", "say", "state",
    }
)  # fmt: skip
_UNDER = frozenset({"under", "per"})
_RELATIONS = {
    "implement": "implements", "complement": "complements", "supplement": "complements", "build": "complements",
    "replace": "replaces", "supersede": "replaces", "succeed": "replaces", "supplant": "replaces",
    "extend": "extends", "amend": "extends", "violate": "violates", "breach": "violates",
}  # fmt: skip
_SPELLING = frozenset({"spell", "lay", "set", "work", "flesh"})


def terms_of(passage: Passage, noun: Token) -> Iterator[str]:
    """Yield what the words around an instrument say it holds."""
    for child in noun.children:
        if child.dep == "acl" and child.is_infinitive():
            yield passage.text(word for word in clause(child) if not (word.head is child and word.tag == "TO"))
        elif child.dep == "relcl" and child.lemma in _PROVIDING and _is_subject(child, ("which", "that")):
            yield passage.text(_from(child))
        elif child.dep == "prep" and child.lower in ("on", "for") and child.child("pobj") is not None:
            subject = child.child("pobj")
            if subject is not None and subject.pos != "PROPN" and not passage.scene.participants.is_time(subject):
                yield passage.text(subject.subtree())
    head = noun.head
    if noun.dep == "nsubj" and head.lemma in _PROVIDING and not assess(head).negated:
        yield from provided(passage, head)


def provided(passage: Passage, verb: Token) -> Iterator[str]:
    """Yield what a verb of providing says, one text for each of those joined to it."""
    yield passage.text(_from(verb))
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB" and child.child("nsubj", "nsubjpass") is None:
            yield passage.text(_from(child))


def _from(verb: Token) -> list[Token]:
    """Return the words of a clause from its verb on."""
    return [word for word in clause(verb, subject=False) if word.i >= verb.i]


def taken_up(passage: Passage) -> Token | None:
    """Return the verb of which *it*, for an agreement told before, is the subject: *it obliges both to withdraw*."""
    for token in passage.sentence.tokens[:3]:
        if token.lower in ("it", "this") and token.dep == "nsubj" and token.head.lemma in _PROVIDING - {"say", "state"}:
            return token.head
    return None


def done_under(passage: Passage, noun: Token) -> tuple[str, bool] | None:
    """Return what is done under an instrument, and whether it was done already: else it is a term."""
    above = noun.head
    if noun.dep != "pobj" or not _is_under(noun):
        return None
    verb = next((step for step in above.ancestors() if step.pos in ("VERB", "AUX", "NOUN", "PROPN")), None)
    if verb is not None and verb.lemma in ("say", "tell", "announce"):
        verb = verb.child("ccomp")
    if verb is None or verb.pos not in ("VERB", "AUX") or verb.lemma == "be" or verb.dep == "relcl":
        return None
    phrase = set(_root_of(above, verb).subtree())
    words = [word for word in clause(verb) if word not in phrase]
    standing = assess(verb)
    if not words or standing.unreal or standing.negated:
        return None
    return passage.text(words), standing.mood == "fact" and verb.tag in ("VBD", "VBN") and not standing.unreal


def _is_under(noun: Token) -> bool:
    """*under the deal*, *as part of the deal*, *in line with the deal*."""
    above = noun.head
    if above.lower in _UNDER:
        return True
    grand = above.head
    return (above.lower, grand.lower) in {
        ("of", "part"),
        ("of", "terms"),
        ("with", "line"),
        ("with", "accordance"),
        ("to", "pursuant"),
    }


def _root_of(preposition: Token, verb: Token) -> Token:
    token = preposition
    for _ in range(8):
        if token.head is verb or token.head is token:
            break
        token = token.head
    return token


def condition_of(passage: Passage) -> str | None:
    """Return what follows *on the condition that*, *provided that*."""
    for token in passage.sentence.tokens:
        if token.lemma == "condition" and token.dep == "pobj" and token.head.lower in ("on", "under"):
            below = token.child("acl", "relcl", "ccomp")
            if below is not None:
                return passage.text(w for w in clause(below) if not (w.head is below and w.dep == "mark"))
        if token.lower == "provided" and token.dep in ("advcl", "prep", "mark"):
            below = token.child("ccomp", "pcomp")
            if below is not None:
                return passage.text(w for w in clause(below) if not (w.head is below and w.dep == "mark"))
    return None


def relations_of(nouns: list[Token]) -> Iterator[tuple[str, Token, Token | None, Token]]:
    """Yield how instruments of a sentence stand to others: kind, the one, the other where it is one, its words."""
    for one in nouns:
        verb = one.head
        if verb.lemma == "be":
            found = _complement(verb)
            if found is not None:
                yield found[0], one, None, found[1]
    for one, other in pairwise(nouns):
        kind = _between(one, other)
        if kind is not None:
            yield kind, one, other, other


def _between(one: Token, other: Token) -> str | None:
    """Return how the verb between two instruments relates them: *the pact replaces the accord*."""
    for verb in (other.head, *other.ancestors()):
        kind = _RELATIONS.get(verb.lemma) if one.i < verb.i < other.i else None
        if kind is not None and other.head is verb and _acts(one, verb):
            return kind
        if verb.lemma in _SPELLING and one.i < verb.i < other.i and verb.child("prt") is not None:
            return "implements"
    return None


def _acts(one: Token, verb: Token) -> bool:
    """Tell whether an instrument is the subject of a verb, itself or through *which* and *and*."""
    if one.head is verb or verb.head is one:
        return True
    return verb.dep == "conj" and any(step is verb.head for step in one.ancestors())


def _complement(copula: Token) -> tuple[str, Token] | None:
    """*is complementary to the talks*, *is no alternative but a complementary initiative to the talks*."""
    for word in copula.subtree():
        if word.lemma not in ("complementary", "complement"):
            continue
        for holder in (word, word.head):
            for child in holder.children:
                below = child.child("pobj") if child.dep == "prep" and child.lower in ("to", "of") else None
                if below is not None:
                    return "complements", below
    return None


def _is_subject(verb: Token, words: tuple[str, ...]) -> bool:
    return any(child.dep == "nsubj" and child.lower in words for child in verb.children)
