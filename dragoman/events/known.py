"""Known: how much is told of who an actor is."""

from __future__ import annotations

from dragoman.records import Actor

UNNAMED = "unnamed"
"""Name of an actor that the dictionary does not know and whose role the text does not state."""

NAMING = frozenset({"name", "metonym", "capital", "person", "demonym", "adjective", "place"})
"""Forms of a mention that names somebody or something, rather than telling a role."""


def is_known(actor: Actor) -> bool:
    """Tell whether an actor is told apart from others: it has a country or a dictionary entry of its own."""
    return actor.country is not None or (actor.entry is not None and actor.kind != "agent")


def is_settled(actor: Actor) -> bool:
    """Tell whether it is known whose an actor is: people told by their role alone are not."""
    return actor.country is not None or (is_known(actor) and not str(actor.entry).startswith("agent."))
