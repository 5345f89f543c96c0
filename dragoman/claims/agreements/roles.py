"""Who makes, guarantees, mediates, signs or does not sign an agreement, and how it stands, as one sentence tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.claims.acts import subjects_of
from dragoman.claims.agreements.deeds import Deed
from dragoman.claims.agreements.mentions import Mention
from dragoman.claims.passage import Passage, is_named
from dragoman.events.slots import carrier_of
from dragoman.events.status import assess
from dragoman.events.voice import is_passive, logical_object, logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token

ROLES = ("parties", "guarantors", "mediators", "signatories", "non_signatories")
_ROLE_OF = {
    "party": "parties",
    "object": "parties",
    "signatory": "signatories",
    "mediator": "mediators",
    "guarantor": "guarantors",
}
TITLES = {"guarantor": "guarantors", "guarantee": "guarantors", "mediator": "mediators", "mediation": "mediators",
          "auspex": "mediators", "auspices": "mediators", "signatory": "signatories"}  # fmt: skip
#: Acts beside those that make an agreement behind which *with* names the other party: *suspended the truce with them*.
_SHARING = frozenset({"have", "quit", "reject", "break", "seek"})
_BINDING = frozenset({"bind", "link", "unite", "commit", "join"})
_SETTLING = frozenset({"end", "stop", "halt", "settle", "conclude", "resolve", "close"})
_WARS = frozenset(
    {"war", "conflict", "fighting", "hostility", "dispute", "bloodshed", "feud", "row", "clash", "violence"}
)
_BACKING = {"broker": "mediators", "mediate": "mediators", "sponsor": "mediators", "guarantee": "guarantors"}
#: How an act of that standing leaves the agreement, by what it makes of it in fact.
_NOT = {"happened": "denied", "held": "held", "planned": "planned", "denied": "held", "ended": "held"}
_TO_COME = {"happened": "planned", "held": "held", "planned": "planned", "denied": "held", "ended": "held"}

#: What stands in the steps of an act that somebody is at work on.
_WISHES = ("effort", "try", "attempt", "hope", "aim", "work", "seek", "push", "plan", "campaign", "drive")


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
        return _wished(deed)
    if _is_no_longer(deed.word):
        return "ended"
    if standing.negated:
        return "denied" if deed.act.id == "have" else _NOT[status]
    if standing.mood in ("future", "conditional"):
        return _TO_COME[status]
    if status == "happened":
        awaited = "reported-claim" if standing.claim else status
        return "planned" if _is_awaited(deed.word) else awaited
    return status


def _is_no_longer(word: Token) -> bool:
    longer = next((child for child in word.children if child.lower == "longer"), None)
    return longer is not None and any(child.lower == "no" for child in (*word.children, *longer.children))


def _wished(deed: Deed) -> str | None:
    """Return what is made of an agreement that somebody only works at, or None when he only thinks of it."""
    if deed.act.status == "ended":
        return "held"
    wished = any(word in step for step in deed.standing.steps for word in _WISHES)
    return "planned" if wished and deed.act.status == "happened" else None


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
    if mention.instrument.kind in ("joint statement", "communique"):
        roles.add("parties", _titled(passage, mention.noun))
    _of_phrases(passage, mention.noun, roles, full=True)
    roles.add("parties", _acting_under(passage, mention.noun))
    roles.add("parties", _members(passage, mention.noun))
    roles.add("parties", _bound(passage, mention.noun))
    roles.add("parties", _at_war(passage, mention.noun))
    mention.owners = list(roles.parties)
    for deed in mention.deeds:
        _of_deed(passage, deed, mention, roles)
    for deed in mention.deeds:
        _of_holder(passage, mention, deed, roles)
    roles.add("parties", () if mention.definite else _unnamed(passage, mention, roles))
    _of_backing(passage, mention.noun, roles)
    return roles


def _unnamed(passage: Passage, mention: Mention, roles: Roles) -> list[Actor]:
    """Return who acts under an agreement that a sentence brings up, or is at work on it."""
    under = list(_bound_by(passage, mention.noun))
    if roles.parties or len({actor.country or actor.name for actor in under}) > 1:
        return under
    return [] if mention.deeds else _at_work(passage, mention)


def _of_holder(passage: Passage, mention: Mention, deed: Deed, roles: Roles) -> None:
    """Add whom the phrases of the word name that tells what is done with an agreement."""
    holder = deed.word
    _of_phrases(passage, holder, roles, full=_joins(mention, holder))
    if holder.pos not in ("VERB", "AUX") or roles.parties:
        return
    for talks in logical_subject(holder):  # *talks between X and Y ended without a deal*
        _of_phrases(passage, talks, roles, full=True)
        if talks.pos == "NOUN" and any(other.act.id == "exist" for other in mention.deeds):
            roles.add("parties", _titled(passage, talks))  # *a meeting of X ended without a communique*


def _joins(mention: Mention, verb: Token) -> bool:
    """Tell whether *with* after the verb names a party: after signing or reaching, not after praising."""
    return any(deed.word is verb and (deed.act.makes or deed.act.id in _SHARING) for deed in mention.deeds)


def _of_deed(passage: Passage, deed: Deed, mention: Mention, roles: Roles) -> None:
    subject = deed.act.subject
    if subject == "none" or _is_only_thought_of(deed):
        return
    doers = logical_object(deed.word) if subject == "object" else _doers(deed.word)
    actors = [actor for token in doers if token is not mention.noun for actor in passage.parties(token)]
    if subject == "signatory":
        _signed(deed, actors, roles)
    elif subject == "legislature":
        roles.add("parties", [actor for actor in actors if actor.country and "LEG" in actor.sectors])
    elif subject == "proposer":
        roles.add("mediators" if _is_between_others(passage, mention, deed) else "parties", actors)
    else:
        roles.add(_ROLE_OF[subject], actors)
    if deed.act.across:
        roles.add("parties", _across(passage, deed.word))


def _is_only_thought_of(deed: Deed) -> bool:
    if deed.standing.unreal and deed.act.status in ("ended", "denied", "held"):
        return True
    return status_of(deed) is None and not deed.act.makes


def _across(passage: Passage, verb: Token) -> Iterator[Actor]:
    """Yield the other side of a trade: *bought jets from Sweden*."""
    thing = verb.child("dobj")
    for child in (*verb.children, *(thing.children if thing is not None else ())):
        if child.dep in ("prep", "dative") and child.lower in ("from", "to"):
            for below in child.children:
                if below.dep == "pobj":
                    yield from passage.parties(below)


def _is_between_others(passage: Passage, mention: Mention, deed: Deed) -> bool:
    """Tell whether those who laid an agreement before the parties are none of them."""
    if is_passive(deed.word) and deed.word.dep in ("acl", "relcl"):
        return True
    return bool(mention.owners) or any(True for _ in _acting_under(passage, mention.noun))


def _members(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield the members told in a relative clause: *a pact of which X and Y are members*."""
    for child in noun.children:
        if child.dep == "relcl" and child.lemma == "be":
            title = child.child("attr")
            if title is not None and title.lemma in ("member", "party", "signatory", "participant"):
                yield from (actor for token in logical_subject(child) for actor in passage.parties(token))


def _bound_by(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield the other side of a deal under which it acts: *under a deal with the army, the rebels left*."""
    if noun.dep == "pobj" and noun.head.lower == "under" and noun.head.head.pos == "VERB":
        for token in subjects_of(noun.head.head):
            yield from (a for a in passage.parties(token) if is_named(a) or a.kind in ("open_group", "armed_group"))


def _bound(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield whom a participle says it binds: *a pact binding X and Y*."""
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBG" and child.lemma in _BINDING:
            yield from (actor for token in logical_object(child) for actor in passage.parties(token))


def _at_war(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield between whom it ends a war: *the accord ended ten years of war between X and Y*."""
    verbs = [noun.head, *(child for child in noun.children if child.dep in ("acl", "relcl"))]
    for verb in verbs:
        if verb.pos != "VERB" or verb.lemma not in _SETTLING or verb.child("dobj") is None:
            continue
        for word in (below for ended in logical_object(verb) for below in ended.subtree()):
            if word.lower == "between" and word.head.lemma in _WARS:
                yield from (actor for below in word.children for actor in passage.parties(below))


def _at_work(passage: Passage, mention: Mention) -> list[Actor]:
    """Return several who do with an agreement what has no entry: *X and Y swapped copies of a deal*."""
    verb = next((step for step in mention.noun.ancestors() if step.pos in ("VERB", "AUX")), None)
    if verb is None or mention.noun.dep not in ("dobj", "pobj") or assess(verb).mood != "fact":
        return []
    actors = [actor for token in logical_subject(verb) for actor in passage.parties(token)]
    return actors if len({actor.country or actor.name for actor in actors}) > 1 else []


def _acting_under(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield who acts under an agreement: *a truce under which X and Y would hold their fire*."""
    for child in noun.children:
        if child.dep != "relcl":
            continue
        under = any(
            c.lower in ("under", "by") and any(b.lower == "which" for b in c.children) for c in child.children
        ) or any(c.lower == "whereby" for c in child.children)
        if under:
            yield from (actor for token in logical_subject(child) for actor in passage.parties(token))


def _doers(word: Token) -> list[Token]:
    """Return who does a deed: the subject of a verb, the owner of a noun or the subject of what carries it."""
    if word.pos in ("VERB", "AUX"):
        subjects = logical_subject(word) or _due(word)
        return [*_listed(word, subjects), *subjects]
    owners = [child for child in word.children if child.dep in ("poss", "amod", "compound") and child.pos != "PRON"]
    agents = [
        below for child in word.children if child.lower == "by" for below in child.children if below.dep == "pobj"
    ]
    if word.dep == "pobj" and word.head.lower == "in" and word.head.head.lemma == "be":
        return owners or logical_subject(word.head.head)  # *is in breach of the pact*
    carrier = carrier_of(word)
    put = carrier is not None and carrier.lemma in ("put", "add", "announce", "give", "affix", "begin", "start", "hold")
    return owners + agents or (logical_subject(carrier) if carrier is not None and put else [])


def _due(verb: Token) -> list[Token]:
    """Return who is due, ready or set to do it: *are due to sign*."""
    ready = verb.head
    return logical_subject(ready.head) if verb.dep == "xcomp" and ready.dep == "acomp" else []


def _listed(verb: Token, subjects: list[Token]) -> Iterator[Token]:
    """Yield the name before a comma that the parser leaves apart in a heading: *Kenya, Uganda sign pact*."""
    for child in verb.children:
        apart = child.dep in ("dep", "npadvmod", "nmod") and child.pos == "PROPN"
        if apart and any(token.head is verb and token.i == child.i + 2 for token in subjects):
            yield child


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
            title = TITLES.get(below.lemma.lower()) if child.lower != "as" else None
            if title is not None:
                roles.add(title, _titled(passage, below))
            elif full and child.lower in ("between", "with", "among"):
                roles.add("parties", passage.parties(below) or _apposed(passage, below))
                _as_title(passage, below, roles)


def _apposed(passage: Passage, noun: Token) -> list[Actor]:
    """*with its neighbour India*."""
    named = (child for child in noun.children if child.dep == "appos" and child.pos == "PROPN")
    return [actor for token in named for actor in passage.parties(token)]


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
        for below in child.subtree() if child.dep == "prep" and child.lower in ("as", "in") else ():
            title = TITLES.get(below.lemma.lower())
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
