"""Figures: numbers and vague words for them, with what they count, where, when and by whose word.

Reading order:

- `words`: the lexicon
- `numerals`: a run of words read as a number
- `amounts`: numbers and vague words of a sentence, with comparators and ranges
- `nouns`: the noun phrases that numbers count, their measures and units
- `bare`: numbers without a noun
- `frames`: what an amount counts, by the construction it stands in
- `screens`: the numbers that are no figures
- `circumstances`: what happened to them, place, period, claimants, status
- `told`: figures told again are one
- `coder`: the coder of the list
- `scope`: whether two figures claim the same quantity, and whether they are at odds
"""

from dragoman.claims.figures.coder import Figures

__all__ = ["Figures"]
