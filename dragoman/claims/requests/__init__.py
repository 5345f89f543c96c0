"""Requests: who asks whom for what, how firmly, and what the answer was.

Reading order:

- `lexicon`: the words by which one asks and answers
- `around`: slots farther around such a word
- `slots`: where the parties and the thing asked for stand around such a word
- `standing`: whether the words ask at all
- `wording`: the words of what is asked for
- `frames`: the requests that a sentence tells
- `cases`: a request while the article goes on telling of it
- `phrases`: set phrases, word by word
- `deeds`: the answers that an act of those asked gives
- `fates`: the answers that lie in what becomes of the thing or act asked for
- `answers`: the answers that a sentence tells
- `coder`: the requests of a document
"""

from dragoman.claims.requests.coder import RequestCoder

__all__ = ["RequestCoder"]
