"""Who makes, guarantees, mediates, signs or does not sign an agreement, and how it stands, as one sentence tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.claims.agreements.mentions import Deed, Mention
from dragoman.claims.passage import Passage
from dragoman.events.slots import carrier_of, logical_subject
from dragoman.events.status import assess
from dragoman.records import Actor
from dragoman.syntax import Token

ROLES = ("parties", "guarantors", "mediators", "signatories", "non_signatories")
_ROLE_OF = {"party": "parties", "signatory": "signatories", "mediator": "mediators", "guarantor": "guarantors"}
_TITLES = {"guarantor": "guarantors", "guarantee": "guarantors", "mediator": "mediators", "mediation": "mediators",
           "auspex": "mediators", "auspices": "mediators", "signatory": "signatories"}  # fmt: skip
_AGREEING = frozenset({"agree", "pledge", "commit", "undertake", "vow", "promise"})
_PERSONS = frozenset({"guarantor", "mediator"})
_BACKING = {"broker": "mediators", "mediate": "mediators", "sponsor": "mediators", "guarantee": "guarantors"}
#: How an act of that standing leaves the agreement, by what it makes of it in fact.
_NOT = {"happened": "denied", "held": "held", "planned": "planned", "denied": "held", "ended": "held"}
_TO_COME = {"happened": "planned", "held": "held", "planned": "planned", "denied": "held", "ended": "held"}


@dataclass(slots=True)
class Roles:
    """The actors of an agreement by role."""

    parties: list[Actor] = field(default_factory=list)
    guarantors: list[Actor] = field(default_factory=list)
    mediators: list[Actor] = field(default_factory=list)
    signatories: list[Actor] = field(default_factory=list)
    non_signatories: list[Actor] = field(default_factory=list)

    def add(self, role: str, actors: Iterable[Actor]) -> None:
        """Add `actors` to a role."""
        getattr(self, role).extend(actors)

    def take_in(self, other: Roles) -> None:
        """Add the actors of another sentence."""
        for role in ROLES:
            self.add(role, getattr(other, role))

    def all(self) -> list[Actor]:
        """Return the actors of all roles."""
        return [actor for role in ROLES for actor in getattr(self, role)]


def status_of(deed: Deed) -> str | None:
    """Return what one deed makes of the agreement, or None when it is only thought of."""
    standing, status = deed.standing, deed.act.status
    if standing.mood == "possible" and standing.negated and status == "happened":
        return "denied"  # could not agree
    if standing.unreal or standing.mood == "obligation":
        wished = any(word in step for step in standing.steps for word in ("effort", "try", "attempt", "hope", "aim"))
        return "planned" if wished and status == "happened" else ("held" if status == "ended" else None)
    if standing.negated:
        return _NOT[status]
    if status == "happened" and _is_awaited(deed.word):
        return "planned"
    if standing.mood in ("future", "conditional"):
        return _TO_COME[status]
    return "reported-claim" if standing.claim and status == "happened" else status


def _is_awaited(word: Token) -> bool:
    """*will withdraw after a treaty is signed*: what a clause of time waits for is still to come."""
    if word.dep != "advcl" or not any(c.lower in ("after", "once", "until", "before", "when") for c in word.children):
        return False
    return word.head.pos in ("VERB", "AUX") and assess(word.head).mood != "fact"


def roles_of(passage: Passage, mention: Mention) -> Roles:
    """Return the actors that a sentence names with an agreement."""
    roles = Roles()
    roles.add("parties", mention.owners)
    _of_phrases(passage, mention.noun, roles, full=True)
    mention.owners = list(roles.parties)
    for deed in mention.deeds:
        _of_deed(passage, deed, mention, roles)
    for holder in (deed.word for deed in mention.deeds if deed.word.pos in ("VERB", "AUX")):
        _of_phrases(passage, holder, roles, full=_joins(mention, holder))
    _of_backing(passage, mention.noun, roles)
    return roles


def _joins(mention: Mention, verb: Token) -> bool:
    """Tell whether *with* after the verb names a party: after signing or reaching, not after praising."""
    return any(deed.word is verb and deed.act.makes for deed in mention.deeds)


def _of_deed(passage: Passage, deed: Deed, mention: Mention, roles: Roles) -> None:
    subject = deed.act.subject
    if subject == "none" or (status_of(deed) is None and not deed.act.makes):
        return
    if deed.standing.unreal and deed.act.status in ("ended", "denied", "held"):
        return
    doers = [token for token in _doers(deed.word) if token is not mention.noun]
    actors = [actor for token in doers for actor in passage.parties(token)]
    if subject == "signatory":
        _signed(deed, actors, roles)
    else:
        roles.add(_ROLE_OF[subject], actors)


def _doers(word: Token) -> list[Token]:
    """Return who does a deed: the subject of a verb, the owner of a noun or the subject of what carries it."""
    if word.pos in ("VERB", "AUX"):
        return logical_subject(word)
    owners = [child for child in word.children if child.dep in ("poss", "amod", "compound") and child.pos != "PRON"]
    agents = [
        below for child in word.children if child.lower == "by" for below in child.children if below.dep == "pobj"
    ]
    carrier = carrier_of(word)
    put = carrier is not None and carrier.lemma in ("put", "add", "announce", "give", "affix", "begin", "start", "hold")
    return owners + agents or (logical_subject(carrier) if carrier is not None and put else [])


def _signed(deed: Deed, actors: list[Actor], roles: Roles) -> None:
    standing = deed.standing
    if standing.negated and not standing.unreal:
        roles.add("non_signatories", actors)
        return
    roles.add("parties", actors)
    if standing.mood == "fact":
        roles.add("signatories", actors)


def _of_phrases(passage: Passage, holder: Token, roles: Roles, *, full: bool) -> None:
    """Add whom the phrases with *between*, *with*, *by*, *under* name."""
    for child in holder.children:
        if child.dep not in ("prep", "agent", "prt", "advmod"):
            continue
        for below in child.children:
            if below.dep != "pobj":
                continue
            title = _TITLES.get(below.lemma.lower()) if child.lower != "as" else None
            if title is not None:
                roles.add(title, _titled(passage, below))
            elif full and child.lower in ("between", "with", "among"):
                roles.add("parties", passage.parties(below))
                _as_title(passage, below, roles)


def _titled(passage: Passage, title: Token) -> Iterator[Actor]:
    """Yield who has a title: *under the guarantee of Russia*, *under United Nations auspices*."""
    for child in title.children:
        if child.dep in ("poss", "compound", "amod", "nmod") and child.pos != "PRON":
            yield from passage.actors(child)
        elif child.dep == "prep" and child.lower in ("of", "by", "from"):
            yield from (actor for below in child.children if below.dep == "pobj" for actor in passage.actors(below))


def _as_title(passage: Passage, named: Token, roles: Roles) -> None:
    """*with Saudi Arabia as its guarantor* names no party but a guarantor."""
    for child in named.children:
        for below in child.children if child.dep == "prep" and child.lower == "as" else ():
            title = _TITLES.get(below.lemma.lower())
            if title is not None:
                actors = passage.parties(named)
                roles.parties = [actor for actor in roles.parties if actor not in actors]
                roles.add(title, actors)


def _of_backing(passage: Passage, noun: Token, roles: Roles) -> None:
    """Add the backers before the noun: *a Qatar-mediated truce*."""
    for child in noun.children:
        role = _BACKING.get(child.lemma.lower()) if child.dep in ("amod", "compound") else None
        if role is not None:
            roles.add(role, [actor for below in child.children for actor in passage.actors(below)])


def titles(passage: Passage) -> Roles:
    """Return the guarantors and mediators that a sentence names as such, of an agreement told before."""
    roles = Roles()
    for token in passage.sentence.tokens:
        role = _TITLES.get(token.lemma.lower())
        if role is None or token.lemma.lower() not in _PERSONS or token.pos not in ("NOUN", "PROPN"):
            continue
        roles.add(role, _holders(passage, token))
    return roles


def _holders(passage: Passage, title: Token) -> list[Actor]:
    above = title.head
    if title.dep == "attr" and above.lemma == "be":
        return [actor for token in logical_subject(above) for actor in passage.parties(token)]
    if title.dep in ("compound", "amod") and above.i == title.i + 1:
        return list(passage.parties(above))
    if title.dep == "appos":
        return list(passage.parties(above))
    if title.dep == "pobj" and above.lower == "as":
        holder = above.head
        beside = [
            b for c in holder.children if c.lower == "with" and c.i < title.i for b in c.children if b.dep == "pobj"
        ]
        tokens = beside or (logical_subject(holder) if holder.pos in ("VERB", "AUX") else [holder])
        return [actor for token in tokens for actor in passage.parties(token)]
    return [actor for child in title.children if child.dep in ("appos", "compound") and child.pos == "PROPN"
            for actor in passage.actors(child)]  # fmt: skip


def agreeing(passage: Passage) -> tuple[list[Actor], list[Token]]:
    """Return several who agree to act together, and the acts: what a communiqué of the sentence beside holds."""
    for token in passage.sentence.tokens:
        if token.lemma not in _AGREEING or token.pos != "VERB":
            continue
        acts = [child for child in token.children if child.dep in ("xcomp", "ccomp") and child.is_infinitive()]
        actors = [actor for subject in logical_subject(token) for actor in passage.parties(subject)]
        if acts and len(actors) > 1 and assess(token).mood == "fact":
            return actors, acts
    return [], []


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
