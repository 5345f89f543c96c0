"""Headlines In Title Case, which the parser takes for one long name.

A capitalised word of such a headline is written small when the article itself writes it small: names stay as
they are, verbs and nouns become readable.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][a-z]+")
TITLE_CASE = 0.7  # share of the longer words that are capitalised
LONG = 4  # letters: shorter words are small in Title Case too


def lowered(headline: str, body: str) -> str:
    """Return `headline`, of the same length, with those words small that stand small in `body`."""
    longer = [word for word in _WORD.findall(headline) if len(word) >= LONG]
    if len(longer) < 3 or sum(word[0].isupper() for word in longer) < TITLE_CASE * len(longer):
        return headline
    known = {word for word in _WORD.findall(body) if word[0].islower()}
    first = _WORD.search(headline)
    start = first.start() if first else -1

    def small(match: re.Match[str]) -> str:
        word = match.group().lower()
        return word if match.start() != start and (word in known or _stem(word) in known) else match.group()

    return _WORD.sub(small, headline)


def _stem(word: str) -> str:
    """Strip the ending of the present: the body may use another form of the verb."""
    return word.removesuffix("s")
