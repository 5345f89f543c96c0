"""What a sentence says of an agreement that it need not name: who vouches for it, joins or accepts it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.agreements.deeds import Deed, deeds
from dragoman.claims.agreements.lexicon import instruments
from dragoman.claims.agreements.roles import Roles
from dragoman.claims.passage import Passage
from dragoman.events.status import assess
from dragoman.events.voice import logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_AGREEING = frozenset({"agree", "pledge", "commit", "undertake", "vow", "promise"})
_PERSONS = {
    "guarantor": "guarantors", "mediator": "mediators", "broker": "mediators", "party": "parties",
    "participant": "parties", "member": "parties", "signatory": "signatories", "adherent": "parties",
}  # fmt: skip
#: Titles that much else bears: those of an agreement stand with *to it*, *of the pact*, *its*.
_OF_MUCH = frozenset({"party", "participant", "member", "broker", "signatory", "adherent"})
_ACCEPTING = frozenset({"accept", "endorse", "back", "approve", "agree"})
_OFFERS = frozenset({"proposal", "offer", "plan", "term", "proposals", "terms"})


def titles(passage: Passage) -> Roles:
    """Return whom a sentence names as guarantor, mediator, party or signatory of an agreement told before."""
    roles = Roles()
    for token in passage.sentence.tokens:
        lemma = token.lemma.lower()
        role = _PERSONS.get(lemma)
        if role is None or token.pos not in ("NOUN", "PROPN") or (lemma in _OF_MUCH and not _is_of_it(token)):
            continue
        holders = _holders(passage, token)
        if role == "signatories" and _is_denied(token):
            roles.add("non_signatories", holders)
        elif not _is_denied(token):
            roles.add(role, holders)
            roles.add("parties", holders if role == "signatories" else ())
    return roles


def _is_of_it(title: Token) -> bool:
    """Tell whether a title is one in an agreement: *parties to it*, *its other participants*."""
    for child in title.children:
        if child.dep == "poss" and child.lower == "its":
            return True
        if child.dep == "prep" and child.lower in ("to", "of", "in"):
            below = child.child("pobj")
            if below is not None and (below.lower == "it" or below.lemma.lower() in instruments()):
                return True
    return False


def _is_denied(title: Token) -> bool:
    above = title.head.head if title.dep == "pobj" else title.head
    return title.dep in ("attr", "pobj") and any(child.dep == "neg" for child in above.children)


def _holders(passage: Passage, title: Token) -> list[Actor]:
    above = title.head
    if title.dep == "pobj" and above.lower == "as":
        return _as_title(passage, title, above)
    return [actor for token in _borne_by(title, above) for actor in passage.parties(token)] or [
        actor
        for child in title.children
        if child.dep in ("appos", "compound") and child.pos == "PROPN"
        for actor in passage.actors(child)
    ]


def _borne_by(title: Token, above: Token) -> list[Token]:
    """Return whose title it is: *X is a party*, *X was among the signatories*, *X, its guarantor*, *mediator X*."""
    if title.dep == "attr" and above.lemma == "be":
        return logical_subject(above)
    if title.dep == "pobj" and above.lower in ("among", "amongst") and above.head.lemma == "be":
        return logical_subject(above.head)
    beside = title.dep in ("compound", "amod") and above.i == title.i + 1
    return [above] if beside or title.dep == "appos" else []


def _as_title(passage: Passage, title: Token, above: Token) -> list[Actor]:
    holder = above.head
    beside = [b for c in holder.children if c.lower == "with" and c.i < title.i for b in c.children if b.dep == "pobj"]
    tokens = beside or (logical_subject(holder) if holder.pos in ("VERB", "AUX") else [holder])
    return [actor for token in tokens for actor in passage.parties(token)]


def agreeing(passage: Passage) -> tuple[list[Actor], list[Token], Token | None]:
    """Return several who agree to act together, the acts, and the verb: what a text of the sentence beside holds."""
    for token in passage.sentence.tokens:
        if token.lemma not in _AGREEING or token.pos != "VERB":
            continue
        acts = [child for child in token.children if child.dep in ("xcomp", "ccomp") and child.is_infinitive()]
        actors = [actor for subject in logical_subject(token) for actor in passage.parties(subject)]
        if acts and len(actors) > 1 and assess(token).mood == "fact":
            return actors, acts, token
    return [], [], None


def accepting(passage: Passage) -> tuple[list[Actor], list[Token]]:
    """Return who accepts a proposal, and the verbs: *both sides accepted the envoy's proposal*."""
    actors: list[Actor] = []
    verbs: list[Token] = []
    for token in passage.sentence.tokens:
        if token.lemma not in _ACCEPTING or token.pos != "VERB":
            continue
        offer = token.child("dobj") or next((c.child("pobj") for c in token.children if c.lower == "to"), None)
        standing = assess(token)
        if offer is None or offer.lemma not in _OFFERS or standing.mood != "fact" or standing.negated:
            continue
        actors.extend(actor for subject in logical_subject(token) for actor in passage.parties(subject))
        verbs.append(token)
    return actors, verbs


def taken_up_by(passage: Passage) -> Iterator[tuple[Token, list[Deed]]]:
    """Yield each *it* of a sentence with what is done with it that is only done with agreements: *signed it*."""
    for token in passage.sentence.tokens:
        if token.lower != "it" or token.dep not in ("dobj", "pobj", "nsubjpass"):
            continue
        found = [deed for deed in deeds(token) if deed.act.sure]
        if found:
            yield token, found


def unsigning(passage: Passage) -> list[Actor]:
    """Return those of whom it is only said that they *did not*, in a sentence that tells of signing."""
    if not any(token.lemma in ("sign", "join", "initial") for token in passage.sentence.tokens):
        return []
    found: list[Actor] = []
    for token in passage.sentence.tokens:
        if token.lemma not in ("do", "have") or token.dep in ("aux", "auxpass"):
            continue
        if token.child("neg") is not None and token.child("dobj", "ccomp", "xcomp", "attr") is None:
            found.extend(actor for subject in logical_subject(token) for actor in _apposed(passage, subject))
    return found


def _apposed(passage: Passage, subject: Token) -> list[Actor]:
    """*NATO ally Turkey*: the name behind is meant, where the parser takes it for an apposition."""
    named = [child for child in subject.children if child.dep == "appos" and child.pos == "PROPN"]
    return [actor for token in named or [subject] for actor in passage.parties(token)]
