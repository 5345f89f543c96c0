"""Doubt: signals about a document that a reader should know of; they change no record and no score.

Reading order:

- `lexicon`: the checks, phrases and words
- `prose`: praise and blame in the outlet's own words
- `sources`: all rests on one source without a name
- `offices`: an office that nobody of that name held
- `sums`: figures that contradict each other
- `coder`: the doubts of a document
"""

from dragoman.claims.doubt.coder import Doubts

__all__ = ["Doubts"]
