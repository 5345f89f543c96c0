"""Known: how much is told of who an actor is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.records import Actor

UNNAMED = "unnamed"
"""Name of an actor that the dictionary does not know and whose role the text does not state."""

AT_HOME = "country of the other side"
"""Basis of a side that nobody is told to be of, in an act within one state."""

OPPOSITE = "other state of the passage"
"""Basis of a side that is not told, in an act between two states."""

NAMING = frozenset({"name", "metonym", "capital", "person", "demonym", "adjective", "place"})
"""Forms of a mention that names somebody or something, rather than telling a role."""


def is_known(actor: Actor) -> bool:
    """Tell whether an actor is told apart from others: it has a country or a dictionary entry of its own."""
    return actor.country is not None or (actor.entry is not None and actor.kind != "agent")


def is_settled(actor: Actor) -> bool:
    """Tell whether it is known whose an actor is: people told by their role alone are not."""
    return actor.country is not None or (is_known(actor) and not str(actor.entry).startswith("agent."))


def told(actors: Iterable[Actor]) -> list[Actor]:
    """Return actors as the text tells them, without what was only taken to be so."""
    return [
        replace(actor, country=None) if actor.basis == AT_HOME else actor for actor in actors if not _is_supplied(actor)
    ]


def _is_supplied(actor: Actor) -> bool:
    """Tell whether a party is told by no words of its own."""
    if actor.basis == AT_HOME:
        return actor.kind == "state" or (actor.name == UNNAMED and actor.kind == "open_group")
    return actor.basis == OPPOSITE


def untold(country: str, name: str, basis: str, beside: Actor) -> Actor:
    """Return a state that no words name as a side of an act, at the words of the side `beside` it."""
    return replace(beside, name=name, country=country, kind="state", sectors=("GOV",), entry=None, basis=basis)


def once(actors: Iterable[Actor]) -> list[Actor]:
    """Return actors of one name and country once, where the first stood, as the last was told."""
    return list({(actor.name, actor.country): actor for actor in actors}.values())


def besides(actors: Iterable[Actor], others: Iterable[Actor]) -> list[Actor]:
    """Return those of `actors` who share name and country with none of `others`."""
    taken = {(other.name, other.country) for other in others}
    return [actor for actor in actors if (actor.name, actor.country) not in taken]
