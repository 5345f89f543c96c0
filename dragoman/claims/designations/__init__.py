"""Designations: who lists, bans or delists whom, and how long a list is.

Reading order:

- `lexicon`: the frames and words
- `labels`: *a terrorist organisation*, *the list of banned groups*
- `parties`: who lists, and who is listed
- `standing`: did it happen, is it to come, was it asked for or refused
- `telling`: what a sentence tells of a listing
- `acts`, `lists`, `nouns`: verbs of listing and banning, lists, nouns and adjectives
- `frames`: which of them a word opens
- `coder`: the records of a document
"""

from dragoman.claims.designations.coder import Designations

__all__ = ["Designations"]
