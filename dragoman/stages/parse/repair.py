"""Mending two slips of the small parser.

A finite verb taken for a modifier of its own object: in *Kenya signs trade deal* and *Switzerland froze accounts of
the ousted president* the verb is tagged right but hung on the object as if it described it.  The verb takes the
object's place in the tree, the object becomes its direct object, and a name on its left its subject.

A bare infinitive joined to a finite verb: in *they were there, where Mali agreed to share data, train police and send
aid*, *train* and *send* go with *share*, not with *were*.
"""

from __future__ import annotations

from dragoman.syntax import Token

_FINITE = frozenset({"VBZ", "VBD", "VBP"})
#: Places in the tree where a verb belongs: a noun there lacks its verb.
_CLAUSAL = frozenset({"ROOT", "ccomp", "parataxis"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})


def repair(tokens: list[Token]) -> None:
    """Mend the dependencies of one sentence in place; a sound sentence stays as it is."""
    for verb in tokens:
        if _is_stray(verb):
            _rejoin(verb, tokens)
        noun = verb.head
        hung = verb.pos == "VERB" and verb.tag in _FINITE and verb.dep in _MODIFIERS and noun.i > verb.i
        if hung and noun.dep in _CLAUSAL:
            subject = _left_name(verb, noun)
            if subject is not None:
                _promote(verb, noun, subject)


def _is_stray(verb: Token) -> bool:
    """Tell whether a bare infinitive is joined to a finite verb that takes none."""
    above = verb.head
    if verb.tag != "VB" or verb.dep != "conj" or above.tag not in _FINITE:
        return False
    return not any(child.dep in ("aux", "nsubj", "nsubjpass") for child in verb.children)


def _rejoin(verb: Token, tokens: list[Token]) -> None:
    """Join a stray infinitive to the last one between it and the verb it was hung on."""
    above = verb.head
    for other in reversed(tokens):
        if above.i < other.i < verb.i and other.tag == "VB" and other.pos == "VERB":
            if verb in other.ancestors():
                return
            above.children.remove(verb)
            verb.head = other
            other.children.append(verb)
            return


def _left_name(verb: Token, noun: Token) -> Token | None:
    """Return what stands left of the verb and could be its subject."""
    own = verb.child("nsubj")
    if own is not None:
        return own
    left = [c for c in noun.children if c.i < verb.i and c.pos in ("PROPN", "NOUN", "PRON") and c.dep != "poss"]
    return left[-1] if left else None


def _promote(verb: Token, noun: Token, subject: Token) -> None:
    above, dep = noun.head, noun.dep
    noun.children.remove(verb)
    if above is noun:
        verb.head = verb
    else:
        above.children[above.children.index(noun)] = verb
        verb.head = above
    verb.dep = dep
    moved = [c for c in noun.children if c.i < verb.i]
    noun.children = [c for c in noun.children if c.i > verb.i]
    for child in (*moved, noun):
        child.head = verb
        verb.children.append(child)
    noun.dep = "dobj"
    subject.dep = "nsubj"
    verb.children.sort(key=lambda token: token.i)
