"""Who counts in public life: states, bodies, organisations, armed groups and those who speak for them."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.claims.passage import Passage
from dragoman.events.home import is_official
from dragoman.events.known import is_known
from dragoman.events.phrases import coordinated, phrase_span
from dragoman.records import Actor
from dragoman.syntax import Token

#: Sectors of those whose word counts in public life; others speak for themselves or their firm.
_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "IGO", "PTY", "OPP", "NGO", "REL"})
#: Sectors of groups of people who act for somebody: *Turkish officials*, not *Turkish protesters*.
_OF_THE_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB"})
_STATES = frozenset({"state", "country", "nation", "ally", "power", "government", "neighbour", "neighbor", "member"})
_OPEN = frozenset({"other", "several", "some", "many", "most", "dozen"})


def is_public(actor: Actor) -> bool:
    """Tell whether an actor is a known one of public life."""
    nameless = actor.country is None and (actor.entry or "").startswith("agent.")  # *the ministry*, of no state told
    if not is_known(actor) or nameless or (actor.kind == "open_group" and actor.country is None):
        return False
    if actor.kind == "open_group":
        return not _OF_THE_STATE.isdisjoint(actor.sectors[:1])
    return actor.kind == "state" or not _PUBLIC.isdisjoint(actor.sectors[:2])


def open_groups(head: Token, passage: Passage) -> list[Actor]:
    """Return the groups of states in a list that are not told by name: *Egypt and **other Gulf states***."""
    found = []
    for noun in coordinated(head):
        if noun.tag == "NNS" and noun.lemma in _STATES and any(child.lower in _OPEN for child in noun.children):
            start, end = phrase_span(noun)
            words = passage.document.text[start:end]
            found.append(
                Actor(name=words, country=None, sectors=("GOV",), kind="open_group", text=words, start=start, end=end)
            )
    return found


def on_one_side(one: Actor, other: Actor) -> bool:
    """Tell whether two actors are of one state, or the same."""
    if one.country is not None and other.country is not None:
        return one.country == other.country
    if one.entry is not None and other.entry is not None:
        return one.entry == other.entry
    return one.name == other.name


def share(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Tell whether one of `some` is on the side of one of `others`."""
    known = list(others)
    return any(on_one_side(one, other) for one in some for other in known)


def key_of(actor: Actor) -> str:
    """Return what an actor is told apart by: the country of a state and its officials, the name of others."""
    of_a_state = actor.kind in ("state", "body", "office", "person") or is_official(actor)
    return actor.country if actor.country is not None and of_a_state else actor.name.lower()


def keys_of(actors: Iterable[Actor]) -> set[str]:
    """Return what `actors` are told apart by."""
    return {key_of(actor) for actor in actors}
