"""Coding expectations: announced acts to come, with who, when and where.

Reading order:

- `lexicon`: the words that announce
- `frames`: where such a word stands with an act
- `coder`: which of them count, and told-again ones put together
"""

from dragoman.claims.expectations.coder import ExpectationCoder

__all__ = ["ExpectationCoder"]
