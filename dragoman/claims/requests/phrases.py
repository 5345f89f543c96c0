"""Set phrases in a sentence: words in order, with gaps."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.requests.lexicon import GAP, Phrase
from dragoman.syntax import Token

_WIDEST = 5  # words that a gap in a phrase may span


def matched(tokens: Sequence[Token], place: int, phrase: Phrase) -> list[Token]:
    """Return the words that a phrase covers from `place` on; none where it does not stand there."""
    found: list[Token] = []
    widest = 0
    for step in phrase:
        if GAP in step:
            widest = _WIDEST
            continue
        last = min(place + widest + 1, len(tokens))
        hit = next((i for i in range(place, last) if not step.isdisjoint(_forms(tokens[i]))), None)
        if hit is None:
            return []
        found.append(tokens[hit])
        place, widest = hit + 1, 0
    return found


def _forms(token: Token) -> tuple[str, str]:
    return token.lower, token.lemma.lower()


def verb_of(token: Token) -> Token:
    """Return the verb of the clause in which a word stands, helping verbs left out."""
    verbs = (t for t in (token, *token.ancestors()) if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass"))
    return next(verbs, token)
