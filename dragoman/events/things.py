"""Things in a clause: what is counted, whose it is, what it carries: *a **Turkish** ship with **flour***."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.syntax import Token

#: Nouns of quantity that stand before *of*: *thousands of Kurds* are Kurds, *members of the army* the army.
QUANTITIES = frozenset(
    {
        "thousand", "hundred", "dozen", "score", "million", "number", "group", "member", "some", "most", "many", "one",
        "majority", "half", "third", "quarter", "part", "couple", "handful", "batch", "team", "contingent", "wave",
        "column", "unit", "range", "representative", "all", "several", "two", "three", "four", "five", "patch",
        "series", "crowd", "mob", "rest", "deployment", "first", "host", "convoy", "band", "other", "each", "any",
        "none", "day", "week", "month", "hour", "round", "bout", "string", "spate", "percent", "portion", "bulk",
        "ton", "tonne", "kilo", "kilogram", "litre", "liter", "gallon", "shipment", "consignment", "truckload",
        "planeload", "shipload", "boatload", "lorryload", "crate", "sack", "pallet", "parcel", "worth",
        "dose", "fleet", "trove", "kg", "box", "bag", "barrel", "container",
    }
)  # fmt: skip
#: Sums and shares that stand before *of* and *in*: *two million euros in aid* are aid.
_SUMS = frozenset(
    {
        "$", "£", "€", "dollar", "euro", "pound", "yen", "franc", "million", "billion", "worth", "part", "half", "rest",
        "share", "portion", "bulk", "tranche", "package", "instalment", "installment", "percent", "%", "number", "lot",
    }
)  # fmt: skip
_BEFORE = ("poss", "compound", "amod", "nmod")
_ORIGINS = frozenset({"from", "of", "by"})
_LOADING = frozenset(
    {"carry", "bear", "bring", "transport", "haul", "load", "lade", "pack", "fill", "contain", "deliver"}
)


def counted(noun: Token) -> Token | None:
    """Return what a noun of quantity or a number counts (*Kurds* of *thousands of Kurds*), or None for other words."""
    if noun.lemma in QUANTITIES or noun.pos == "NUM":
        for child in noun.children:
            if child.dep == "prep" and child.lower == "of":
                return child.child("pobj")
    return None


def paid_in(sum_: Token) -> Token | None:
    """Return what a sum or share stands for: *aid* of *90 million dollars in aid*, *part of the aid*."""
    if sum_.lemma in _SUMS:
        for word in (*sum_.children, *sum_.head.children):  # the parser may hang *in aid* on the verb
            if word.dep == "prep" and word.lower in ("of", "in") and word.i == sum_.i + 1:
                return word.child("pobj")
    return None


def owners(things: Iterable[Token]) -> Iterator[Token]:
    """Yield the words that may tell whose a thing is: *Turkish* and *Ankara* of *Turkish aid from Ankara*."""
    for thing in things:
        yield from (child for child in thing.children if child.dep in _BEFORE and child.i < thing.i)
        yield from _behind(thing, _ORIGINS)


def loads(things: Iterable[Token]) -> Iterator[Token]:
    """Yield what vehicles carry: *trucks **of flour***, *a ship **carrying** food*, *planes **laden with** tents*."""
    for thing in things:
        for vehicle in (thing, *_behind(thing, frozenset({"of"}))):  # *a convoy of trucks with flour*
            yield from _behind(vehicle, frozenset({"of", "with"}))
            yield from _carried(vehicle)


def suffered(things: Iterable[Token]) -> Iterator[Token]:
    """Yield what was done to a thing, as participles tell it: *a driver **held** by rebels*, *a **hijacked** ship*."""
    for thing in things:
        yield from (child for child in thing.children if child.dep in ("acl", "amod") and child.tag == "VBN")


def _carried(vehicle: Token) -> Iterator[Token]:
    for clause in vehicle.children:
        if clause.dep in ("acl", "relcl") and clause.lemma in _LOADING:
            yield from (child for child in clause.children if child.dep == "dobj")
            yield from _behind(clause, frozenset({"with"}))


def _behind(word: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for child in word.children:
        if child.dep == "prep" and child.lower in prepositions:
            yield from (below for below in child.children if below.dep == "pobj")
