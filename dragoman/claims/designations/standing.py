"""Did the listing happen, is it to come, was it asked for or refused."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.designations.lexicon import words
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.syntax import Token

_CLIMBED = frozenset(
    {"xcomp", "ccomp", "pcomp", "prep", "acl", "conj", "advcl", "dobj", "pobj", "nsubj", "nsubjpass", "attr", "relcl"}
)
_HEIGHT = 5
_UNREAL = frozenset({"obligation", "unreal", "conditional", "possible"})


def status_of(predicate: Token, *, noun: bool, carrier: Token | None = None) -> str | None:
    """Return the status of what a verb or noun tells, or None when it is only thought of."""
    standing = assess_noun(predicate, carrier) if noun else assess(predicate)
    above = list(_above(predicate))
    asked = any(_is_demand(token) for token in above)
    if _is_undone(predicate, above):
        return "denied"
    if _is_wished(predicate) or (asked and predicate.is_infinitive() and not standing.negated):
        return "demanded"
    if standing.mood in _UNREAL:
        return _of_unreal(predicate, above, asked=asked)
    if standing.negated:
        return "denied"
    if standing.mood == "future":
        return "demanded" if asked and _is_nearer(above, "demand", "plan") else "planned"
    return "reported-claim" if standing.claim or _by_hearsay(standing) else "happened"


def _is_undone(predicate: Token, above: list[Token]) -> bool:
    """Tell whether it was refused, an untrue report, or said of none: *neither X nor Y is on the list*."""
    refused = any(token.lemma in words("refuse") and token.pos != "ADJ" for token in above)
    none = any(child.lower in ("neither", "nor") for child in predicate.children)
    return refused or none or _is_untrue(predicate)


def _is_wished(predicate: Token) -> bool:
    return _is_awaited(predicate) or _is_favoured(predicate)


def _is_untrue(predicate: Token) -> bool:
    """*Reports that they had banned X are untrue*."""
    claim = next((token for token in _above(predicate) if token.lemma in words("claims")), None)
    if claim is None or not claim.dep.startswith("nsubj"):
        return False
    return any(child.lower in words("untrue") for child in claim.head.children)


def _is_favoured(predicate: Token) -> bool:
    """*in favour of taking X off the list*: what somebody asks for."""
    of = predicate.head
    if predicate.dep != "pcomp" or of.lower != "of":
        return False
    beside = [of.head, *(low for child in of.head.children for low in (child, *child.children))]
    return any(token.i == of.i - 1 and token.lemma in words("demand") for token in beside)


def _is_awaited(predicate: Token) -> bool:
    """*not before X takes Y off its list*: what somebody waits for."""
    marks = [child for child in predicate.children if child.dep == "mark"]
    return any(mark.lower in ("unless", "until", "before") for mark in marks) and predicate.tag in ("VBZ", "VBP")


def _of_unreal(predicate: Token, above: list[Token], *, asked: bool) -> str | None:
    own = any(child.lower in words("demand") for child in predicate.children if child.dep == "aux")
    if asked or own:
        return "demanded"
    if predicate.dep in ("relcl", "acl") and predicate.head.lemma in words("acts") | words("plan"):
        return "planned"
    if any(token.lemma in words("resolve") and token.tag in ("VBD", "VBN") for token in above[:1]):
        return "happened"
    return "planned" if any(token.lemma in words("plan") for token in above) else None


def _is_demand(token: Token) -> bool:
    return token.lemma in words("demand") and token.pos in ("VERB", "NOUN")


def _is_nearer(above: list[Token], one: str, other: str) -> bool:
    found = next((name for token in above for name in (one, other) if token.lemma in words(name)), None)
    return found == one


def _above(token: Token) -> Iterator[Token]:
    """Yield the words that govern a verb or noun, nearest first."""
    for _ in range(_HEIGHT):
        if token.dep not in _CLIMBED or token.head is token:
            return
        if token.dep in ("nsubj", "relcl", "conj") and token.head.pos not in ("VERB", "AUX") and not _is_content(token):
            return
        if token.dep == "conj" and any(child.dep in ("nsubj", "nsubjpass") for child in token.children):
            return
        token = token.head
        yield token


def _is_content(clause: Token) -> bool:
    """Tell whether a clause is what a claim says: *a claim that the union had listed them*."""
    return clause.head.lemma in words("claims") and any(child.dep == "mark" for child in clause.children)


def _by_hearsay(standing: Standing) -> bool:
    """*according to a tabloid*: one paper's word."""
    return standing.verb == "according to" and any(token.lemma in words("hearsay") for token in standing.speaker)
