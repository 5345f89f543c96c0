"""Who stands behind what is attributed: one source without a name, or others besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.claims.doubt.lexicon import words
from dragoman.claims.passage import Passage
from dragoman.claims.speech import Said
from dragoman.events.phrases import coordinated
from dragoman.events.status import operators
from dragoman.syntax import Token

_BACK = frozenset({"he", "she", "they", "who", "it"})


def sources_in(passage: Passage, attributions: Iterable[Said]) -> Iterator[tuple[Token, str | None]]:
    """Yield the sources of a sentence with these attributions: the head and, for one without a name, its noun.

    The noun is null for any other source.  A pronoun goes back to a source told before and is left out.
    """
    saying = operators()["say"]
    for token in passage.sentence.tokens:
        if token.dep == "nsubj" and token.pos == "PROPN" and token.head.lemma in saying:
            yield token, None  # also where it was not seen what was said
    for said in attributions:
        if said.follows is None:
            for head in said.sources:
                for token in coordinated(head):
                    if token.lower not in _BACK:
                        yield token, token.lemma if _is_unnamed(passage, token) else None


def _is_unnamed(passage: Passage, head: Token) -> bool:
    """Tell whether a source is called only by what it is: *a senior official*, *the source*, *sources*."""
    if head.pos != "NOUN" or head.lemma not in words("unnamed"):
        return False
    below = [token for token in head.subtree() if token.i <= head.i or token.dep == "appos"]
    if any(token.pos == "PROPN" and token.dep == "appos" for token in below):
        return False
    if any(actor.kind == "person" and actor.entry is not None for actor in passage.actors(head)):
        return False
    mentions = (passage.scene.participants.mention(token) for token in below)
    return not any(mention is not None and mention.form == "person" for mention in mentions)
