"""Answers in deed: what those who were asked did, will do or left undone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.claims.passage import clause
from dragoman.claims.requests.around import is_conditional
from dragoman.claims.requests.cases import Case
from dragoman.claims.requests.lexicon import Deed, deeds, deeds_by_noun, lists
from dragoman.claims.requests.wording import topic_of
from dragoman.events.status import Standing, assess
from dragoman.events.voice import logical_object
from dragoman.syntax import Token

_NEAR = 2  # sentences after a request in which a helping verb may take up its act
_MODALS = frozenset({"will", "would", "do", "have", "can", "could", "wo"})
_FILLED = frozenset({"dobj", "xcomp", "ccomp", "attr", "acomp", "expl", "dative", "oprd"})
_AFFIRMED = frozenset({"do", "have"})
_WILL = frozenset({"will", "would", "'ll"})
_AGAIN = frozenset({"it", "them", "so", "that", "this", "they"})
_FORWARD = frozenset({"ahead", "on", "regardless", "anyway", "nonetheless", "nevertheless", "undeterred"})
_HELP = frozenset({"help", "send"})
_REVERSED = {"granted": "refused", "refused": "granted", "partial": "hedged", "hedged": "hedged"}


def in_deed(verb: Token, case: Case, distance: int) -> str | None:
    """Return the answer that an act of those asked gives to a request, or None where it is no answer.

    `verb` must have those who were asked as its subject; it stands `distance` sentences after the request.
    """
    return _again(verb, case, distance) or _gone_on(verb, case) or _given(verb, case, distance)


def left_out(verb: Token, distance: int) -> str | None:
    """Return the answer where the act is taken up by a helping verb: *Kenya would not*, *Kenya will do so if*."""
    if distance > _NEAR or verb.lemma not in _MODALS or verb.tag in ("VBG", "VBN"):
        return None
    denied = any(child.dep == "neg" for child in verb.children)
    if verb.dep == "aux":  # a helping verb with a subject of its own
        return "refused" if denied and verb.child("nsubj") else None
    so = any(child.lower == "so" for child in verb.children)
    if verb.child(*_FILLED) is not None or not (so or denied or _stands_alone(verb)):
        return None
    if is_conditional(verb) or (verb.dep == "ccomp" and is_conditional(verb.head)):
        return "hedged"
    return "refused" if denied else "granted"


def _stands_alone(verb: Token) -> bool:
    """*Kenya did*, *he said he would*."""
    if verb.tag == "MD" and verb.lower in _WILL:
        return verb.child("nsubj") is not None
    return verb.tag == "VBD" and verb.lemma in _AFFIRMED and _ends(verb)


def _ends(verb: Token) -> bool:
    """Tell whether nothing but a subject, a stop or a time stands with a verb."""
    return all(child.dep in ("nsubj", "punct", "advmod", "npadvmod", "cc", "conj") for child in verb.children)


def groups_of(case: Case) -> tuple[Deed, ...]:
    """Return the groups of acts that grant a request."""
    return deeds_by_noun().get(case.head, ()) if case.thing else deeds().get(case.head, ())


def _again(verb: Token, case: Case, distance: int) -> str | None:
    """The act asked for, or its opposite, in the same or other words."""
    asked = groups_of(case)
    same = [group for group in asked if verb.lemma in group.words]
    opposed = not same and verb.lemma != case.head
    if opposed and not any(_is_opposite(verb, group) for group in asked):
        return None
    words = [word for word in clause(verb) if word is not verb]
    sure = distance <= 1 and any(group.sure for group in same)
    found = outcome(verb, words) if sure or _is_of_it(verb, words, case) else None
    if found is None or (opposed and found in ("partial", "hedged")):
        return None
    return _REVERSED[found] if opposed != _is_negative(case) else found


def _is_opposite(verb: Token, group: Deed) -> bool:
    return any(other.id in group.against for other in deeds().get(verb.lemma, ()))


def _is_of_it(verb: Token, words: Sequence[Token], case: Case) -> bool:
    """Tell whether an act is of the matter of a request: by a word of it, a pronoun, or nothing but the verb."""
    if topic_of([word for word in words if word.dep != "nsubj"]) & (case.topic - {case.head}):
        return True
    objects = logical_object(verb)
    if objects:
        return all(token.lower in _AGAIN or _is_part(token) for token in objects)
    bare = any(group.bare for group in deeds().get(verb.lemma, ()))
    return bare and not any(child.dep in ("xcomp", "ccomp") for child in verb.children)


def _is_part(token: Token) -> bool:
    """*one of them*."""
    below = [deeper for child in token.children if child.lower == "of" for deeper in child.children]
    return any(word.lower in _AGAIN for word in below)


def _is_negative(case: Case) -> bool:
    return case.act.lower().startswith(("not ", "refrain", "avoid", "never "))


def outcome(verb: Token, words: Sequence[Token]) -> str | None:
    """Return what an act means for the request, had it been the very act asked for."""
    standing = assess(verb)
    if standing.unreal or standing.mood == "obligation":
        return None
    if standing.negated:
        return "refused"
    if is_conditional(verb) or standing.mood == "conditional":
        return "hedged"
    return _extent(verb, words, standing)


def _extent(verb: Token, words: Sequence[Token], standing: Standing) -> str | None:
    if standing.mood == "fact" and verb.tag not in ("VBD", "VBN", "VBP", "VBZ", "VBG", "VB"):
        return None
    some = any(map(is_share, logical_object(verb))) or _is_but_not(verb)
    return "partial" if some or any(word.lower in lists()["limits"] for word in words) else "granted"


def is_share(token: Token) -> bool:
    """Tell whether a word names a part of what was asked for: *released one*, *the younger of the two*."""
    if token.pos == "NUM":
        return True
    compared = token.tag in ("JJR", "JJS") or token.lower in ("some", "many", "most", "few", "several")
    return compared and any(child.dep == "prep" and child.lower == "of" for child in token.children)


def _is_but_not(verb: Token) -> bool:
    """*sent blankets but no tents*."""
    words = sorted(verb.subtree(), key=lambda token: token.i)
    return any(one.lower == "but" and other.lower in ("no", "not") for one, other in pairwise(words))


def _gone_on(verb: Token, case: Case) -> str | None:
    """*went ahead regardless* after a call to stop."""
    onward = any(child.lower in _FORWARD for child in verb.children if child.dep in ("advmod", "prt", "acomp"))
    if not onward or verb.lemma not in ("go", "press", "push", "carry", "forge", "plough", "plow", "move"):
        return None
    stop = any(group.id == "stop" for group in groups_of(case)) or _is_negative(case)
    standing = assess(verb)
    return "refused" if stop and standing.mood in ("fact", "future") and not standing.negated else None


def _given(verb: Token, case: Case, distance: int) -> str | None:
    """A thing that was asked for is sent, granted or promised."""
    if not case.thing or verb.lemma not in lists()["giving"]:
        return None
    words = [word for word in clause(verb) if word is not verb]
    if distance <= 1 and logical_object(verb) and any(group.id in _HELP for group in groups_of(case)):
        return outcome(verb, words)
    if case.nouns & {word.lemma.lower() for word in words if word.pos in ("NOUN", "PROPN")}:
        return outcome(verb, words)
    if distance > 1:
        return None
    if any(token.pos == "NUM" for token in logical_object(verb)):
        return "partial" if outcome(verb, words) in ("granted", "partial") else None  # *promised four*
    return outcome(verb, words) if verb.lemma == "grant" else None
