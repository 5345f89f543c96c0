"""The dictionaries of actors and places: typed entries, and the search for their names in a sentence."""

from dragoman.dictionary.build import place_key
from dragoman.dictionary.entries import (
    FORMS,
    KINDS,
    OFFICIAL,
    ORGANISED,
    SECTORS,
    SURNAME_FIRST,
    TIES,
    ActorEntry,
    Country,
    Match,
    Tenure,
    Tie,
)
from dragoman.dictionary.load import Dictionary, load_dictionary

__all__ = [
    "FORMS",
    "KINDS",
    "OFFICIAL",
    "ORGANISED",
    "SECTORS",
    "SURNAME_FIRST",
    "TIES",
    "ActorEntry",
    "Country",
    "Dictionary",
    "Match",
    "Tenure",
    "Tie",
    "load_dictionary",
    "place_key",
]
