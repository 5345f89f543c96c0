"""What is only the content or the object of another act, and so no event of its own.

*agreed to withdraw* is one promise, not a withdrawal; *called for talks* one request; *met to discuss the
attack* one meeting.  What a relative clause or a phrase of time tells did happen, and stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.choose import Candidate
from dragoman.ontology import SPEECH_ACTS
from dragoman.syntax import Token

_FREE = frozenset({"relcl", "nsubj", "nsubjpass", "parataxis", "appos"})
_BACKGROUND = frozenset({"after", "following", "before", "during", "amid", "since", "despite", "when", "by"})


def is_content(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether `candidate` stands inside what another fired predicate says or is about."""
    holders = {id(token): other for other in fired if other is not candidate for token in (other.token, other.anchor)}
    token = candidate.anchor
    if id(token) in holders and candidate.sense.part == "noun":
        return True  # the verb that carries the noun has a sense of its own
    while token.head is not token and not _reports(token):
        coordinated = token.dep == "conj"
        token = token.head
        other = holders.get(id(token))
        if other is not None and not coordinated and _swallows(other, candidate):
            return True
    return False


def _swallows(other: Candidate, candidate: Candidate) -> bool:
    return other.sense.type in SPEECH_ACTS or (candidate.sense.part == "noun" and candidate.carrier is None)


def _reports(token: Token) -> bool:
    """Tell whether what stands at `token` is reported for itself, whatever stands above."""
    if token.dep in _FREE:
        return True
    if token.dep == "advcl":
        return not any(child.dep == "aux" and child.lower == "to" for child in token.children)
    if token.dep == "acl":
        return token.tag in ("VBN", "VBG")
    return token.dep == "prep" and token.lower in _BACKGROUND
