"""Whom an act concerns that its recipients leave without a country: the states that its own phrases name.

*The forum agreed to set up a centre in Tokyo* names nobody to whom it agrees, but what it agreed to is done in Japan;
the *refugees from the war in Liberia* are of Liberia.  Only phrases that hang on the predicate count, the nearest
first; who acts, when, and what other clauses tell is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.events.choose import Candidate
from dragoman.events.known import NAMING, is_settled
from dragoman.events.phrases import MEETINGS, is_spot
from dragoman.events.scene import Scene
from dragoman.records import Actor
from dragoman.stages.base import Mention
from dragoman.syntax import Token

BASIS = "named in what the act concerns"
_REACH = 7
"""Steps down the parse from the predicate at which a name still counts."""
_PATHS = frozenset(
    {"dobj", "nsubjpass", "prep", "pobj", "pcomp", "xcomp", "ccomp", "poss", "compound", "amod", "nmod", "acl", "relcl",
     "conj", "prt", "dative", "attr", "acomp", "appos", "oprd", "agent"}
)  # fmt: skip
_OWN = frozenset({"poss", "compound", "amod", "nmod"})
"""Words before a noun of action that name who acts: *the Turkish attack*."""
_ASIDE = frozenset({"after", "before", "during", "since", "until", "while", "by", "because", "despite", "amid", "like",
                    "unlike", "following", "according", "without", "as", "alongside", "with"})  # fmt: skip
"""Prepositions of what an act is told beside, not of what it concerns."""
_OF_ORIGIN = frozenset({"flee", "escape", "leave", "come", "live", "reside", "base", "displace", "operate", "return"})
_HELD = frozenset(
    {
        "accord", "agreement", "conference", "convene", "deal", "hold", "meet", "meeting", "negotiation", "pact",
        "sign", "speak", "speech", "summit", "talk", "treaty",
    }
)  # fmt: skip
"""What is signed or held somewhere."""
_FORMS = NAMING - {"person"}


class Concerned:
    """Finds whom the acts of one sentence concern."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[int, list[Actor]] = {}

    def by(self, candidate: Candidate) -> list[Actor]:
        """Return the states or groups that the nearest phrase of an act names, in order; nobody if none does."""
        tops = (candidate.token, candidate.anchor)
        nouns = [top for top in tops if top.pos not in ("VERB", "AUX")]
        own = {low.i for top in nouns for child in top.children if child.dep in _OWN for low in child.subtree()}
        return self._first(token for token in _below(*tops) if token.i not in own)

    def in_phrase(self, head: Token) -> list[Actor]:
        """Return whom the phrase of a noun names, itself or nearest to it."""
        return self._named(head) or self._first(_below(head))

    def housed(self, recipient: Actor) -> Actor:
        """Give one who is known by the role only the country that the phrase names, if it names one."""
        head = next((token for token in self._scene.sentence.tokens if token.end == recipient.end), None)
        if is_settled(recipient) or head is None:
            return recipient
        told = {low.i for child in head.children if _tells(child) for low in child.subtree()}
        countries = {actor.country for actor in self._first(token for token in _below(head) if token.i not in told)}
        return replace(recipient, country=countries.pop(), basis=BASIS) if len(countries) == 1 else recipient

    def _first(self, tokens: Iterator[Token]) -> list[Actor]:
        return next((found for token in tokens if (found := self._named(token))), [])

    def _named(self, token: Token) -> list[Actor]:
        """Return whom a word names; each is asked about once, since the acts of a sentence share most words below."""
        if token.i not in self._known:
            self._known[token.i] = self._ask(token)
        return self._known[token.i]

    def _ask(self, token: Token) -> list[Actor]:
        participants = self._scene.participants
        if participants.is_time(token) or _is_where_held(token):
            return []
        mention = participants.mention(token)
        if mention is None:
            venue = self._scene.venues.named(token, self._scene.sentence) if token.pos == "PROPN" else None
            country = venue.place.country if venue is not None else None
            found = [participants.state(token, country)] if country is not None else []
        elif mention.form in _FORMS and not _is_of_a_name(token, mention):
            lies = mention.form in ("place", "capital")
            found = participants.state_of(token) if lies else participants.actors(token)
        else:
            found = []
        return [replace(actor, basis=BASIS) for actor in found if actor.country is not None]


def _is_where_held(token: Token) -> bool:
    """Tell whether a phrase says where something was signed or held, not whom it concerns: *signed in Washington*."""
    where = token.head
    return token.dep == "pobj" and where.lower in ("in", "at") and where.head.lemma in _HELD


def _is_of_a_name(token: Token, mention: Mention) -> bool:
    """Tell whether a town only gives something its name: *the Lisbon Treaty*, *the Minsk deal*."""
    return (token.head.pos == "PROPN" or token.head.lemma in MEETINGS) and is_spot(token, mention)


def _below(*tops: Token) -> Iterator[Token]:
    """Yield the words below a predicate that tell what it concerns, the nearest first."""
    seen = {top.i for top in tops}
    level = list(tops)
    for _ in range(_REACH):
        level = [child for token in level for child in token.children if _counts(child, tops) and child.i not in seen]
        seen.update(token.i for token in level)
        yield from level


def _counts(child: Token, tops: Sequence[Token]) -> bool:
    if child.dep not in _PATHS or (child.dep == "conj" and child.pos in ("VERB", "AUX")):
        return False
    if child.dep == "pcomp":
        return child.head.lower != "from"  # *stop them from reaching Spain*
    if child.dep not in ("prep", "agent"):
        return True
    return child.lower not in _ASIDE and not (child.head in tops and _is_occasion(child))


def _tells(clause: Token) -> bool:
    """Tell whether a clause tells what was done to somebody or by him, not whence he is: *a group outlawed in Chad*."""
    return clause.dep == "relcl" or (clause.dep == "acl" and clause.lemma not in _OF_ORIGIN)


def _is_occasion(preposition: Token) -> bool:
    """Tell whether a phrase tells in what something was done, *in an Israeli raid*, not where: *in Gaza*."""
    return preposition.lower == "in" and any(child.pos in ("NOUN", "VERB") for child in preposition.children)
