"""Coding commitments: who binds himself to do what, to whom, by when, on what condition, and what became of it.

Reading order:

- `lexicon`: the words of promising and of keeping
- `binding`: the bond of somebody to an act
- `frames`: where such a word stands with acts, and with the words for who is bound
- `wordings`: instruments that bind, aims set, things ruled out, headlines
- `debtors`: who that is
- `standing`: what became of a promise, and who says so
- `merge`: one promise told several times
- `coder`: sentence by sentence
"""

from dragoman.claims.commitments.coder import CommitmentCoder

__all__ = ["CommitmentCoder"]
