"""Requests: who asks whom for what, how firmly, and what the answer was.

Reading order:

- `lexicon`: the words by which one asks and answers
- `slots`: where the parties and the thing asked for stand around such a word
- `frames`: the requests that a sentence tells
- `cases`: a request while the article goes on telling of it
- `answers`: the answers that a sentence tells
- `coder`: the requests of a document
"""

from dragoman.claims.requests.coder import RequestCoder

__all__ = ["RequestCoder"]
