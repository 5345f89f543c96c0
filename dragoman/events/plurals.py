"""Plurals: words for several sides who were named together: *the ministers*, *both sides*, *the joint statement*."""

from __future__ import annotations

from dragoman.events.phrases import STATES, are_others, definite, number_of
from dragoman.syntax import Token

_SEVERAL = frozenset(
    {
        "ally", "army", "capital", "counterpart", "country", "delegation", "envoy", "government", "head", "leader",
        "man", "minister", "monarch", "nation", "navy", "negotiator", "neighbor", "neighbour", "official", "party",
        "power", "premier", "president", "side", "state",
    }
)  # fmt: skip
_JOINT_TEXTS = frozenset({"communique", "communiqué"})
_TEXTS = frozenset({"declaration", "statement"})
_BELONGING = frozenset({"of", "from", "in", "at", "for"})


def stands_for_several(head: Token) -> bool:
    """Tell whether a noun may stand for all sides told of: *the Ministers*, *three governments*."""
    return _singular(head) in _SEVERAL


def _singular(noun: Token) -> str | None:
    """Return the singular of a plural noun; of one that is spelled as a name, which the parser leaves as it is."""
    if noun.tag != "NNPS":
        return noun.lemma if noun.tag == "NNS" else None
    return f"{noun.lower[:-3]}y" if noun.lower.endswith("ies") else noun.lower.removesuffix("s")


def is_joint_text(head: Token) -> bool:
    """Tell whether a noun is what several said together: *the communiqué*, *a joint statement*."""
    if head.lemma in _JOINT_TEXTS:
        return definite(head)
    return head.lemma in _TEXTS and any(child.lower == "joint" for child in head.children)


def whose(plural: Token) -> Token | None:
    """Return the noun whose article and number tell which sides are meant; None where they are others or open.

    It is the plural itself, or the states whose people they are: *both **countries*** of *officials from both
    countries*.
    """
    if are_others(plural):
        return None
    belonging = (child for child in plural.children if child.dep == "prep" and child.lower in _BELONGING)
    states = (low for child in belonging for low in child.children if low.tag == "NNS" and low.lemma in STATES)
    described = plural if number_of(plural) is not None else next(states, plural)
    return described if definite(described) or number_of(described) is not None else None
