"""The words of what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.claims.passage import clause
from dragoman.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
#: Words after a comma that open another matter.
_ASIDE = frozenset({"which", "who", "whose", "where", "amid", "as", "while", "after", "despite", "although", "when"})
_GENERIC = frozenset(
    {
        "do", "more", "be", "have", "take", "make", "give", "show", "provide", "help", "act", "contribute", "cooperate",
        "cooperation", "role", "step", "action", "measure", "vital", "strong", "strongly", "willingness", "immediately",
        "ensure", "continue", "stop", "end", "all", "full", "new", "use", "put", "support", "keep", "so", "not",
    }
)  # fmt: skip
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def joined(act: Token) -> Iterator[Token]:
    """Yield the act and the acts joined to it: *to free them and to leave*."""
    yield act
    if act.pos not in ("VERB", "AUX"):
        return
    for child in act.children:
        alike = child.dep == "conj" and child.tag == act.tag
        if alike and child.pos == "VERB" and child.child(*_SUBJECTS) is None:
            yield from joined(child)


def act_words(act: Token, hearers: list[Token]) -> list[Token]:
    """Return the words of an act: from its verb on where the one asked is its subject."""
    if act.pos not in ("VERB", "AUX"):
        return _noun_words(act, hearers)
    named = any(token.head is act for token in hearers) or act.is_infinitive() or act.child(*_SUBJECTS) is None
    subject = act.child(*_SUBJECTS)
    named = named or (subject is not None and subject.pos == "PRON")
    words = _without_aside(clause(act, subject=not named))
    return [
        w
        for w in words
        if not (w.head is act and w.i < act.i and (w.dep == "mark" or w.tag == "TO" or w.lower == "that"))
    ]


def _noun_words(act: Token, hearers: list[Token]) -> list[Token]:
    """Return the words of a thing asked for, without the phrase that names the one asked."""
    barred = {
        below
        for child in act.children
        if child.dep in ("relcl", "punct") or any(token.head is child for token in hearers)
        for below in child.subtree()
    }
    return _without_aside(sorted((token for token in act.subtree() if token not in barred), key=lambda token: token.i))


def _without_aside(words: list[Token]) -> list[Token]:
    """Return `words` up to a comma behind which another matter begins."""
    for place, (before, word) in enumerate(pairwise(words)):
        of_which = word.pos == "ADP" and any(child.lower in ("which", "whom") for child in word.children)
        apart = before.lower == "," or word.i - before.i > 1  # a comma that hangs on the verb is no word of the clause
        if apart and place and (word.lower in _ASIDE or word.tag == "VBG" or of_which):
            return words[:place] if before.lower == "," else words[: place + 1]
    return words


def topic_of(words: list[Token]) -> frozenset[str]:
    """Return the lemmas that tell one matter from another."""
    return frozenset(w.lemma.lower() for w in words if w.pos in _CONTENT) - _GENERIC


def after_colon(noun: Token) -> Token | None:
    """Return the order that stands behind a request noun: *with a plea: lend us a battery*."""
    verb = next((token for token in noun.ancestors() if token.pos == "VERB"), None)
    if verb is None:
        return None
    colon = next((child.i for child in verb.children if child.lower == ":" and child.i > noun.i), None)
    orders = (c for c in verb.children if colon is not None and c.i > colon and c.tag == "VB")
    return next((c for c in orders if c.child(*_SUBJECTS) is None), None)
