"""What becomes of a thing or an act that was asked for: it comes, is approved or blocked, or the asker receives it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.passage import clause
from dragoman.claims.requests.cases import Case
from dragoman.claims.requests.deeds import groups_of, outcome
from dragoman.claims.requests.lexicon import lists
from dragoman.events.slots import is_passive, logical_object, surface_subject
from dragoman.syntax import Token

_NEAR = 3  # sentences after a request in which the fate of what was asked for is looked for
_GIVING = frozenset({"send", "return"})
_THERE = frozenset({"in", "on", "under", "there", "at"})
_PLACES = frozenset({"place", "way", "board", "force", "hand", "effect"})


def handled(verb: Token, case: Case) -> str | None:
    """Return what those who were asked did with it: *approved the handover*, *blocked the release*."""
    if not any(_is_of(token, case) for token in logical_object(verb)):
        return None
    return _dealt_with(verb)


def befallen(verb: Token, case: Case, distance: int) -> str | None:
    """Return what becomes of it where nobody is told to do it: *the visas came a week later*."""
    if distance > _NEAR:
        return None
    subjects = surface_subject(verb)
    if not any(_is_of(token, case) or _is_patient(token, case) for token in subjects):
        return None
    words = [word for word in clause(verb) if word is not verb]
    if is_passive(verb):
        same = any(verb.lemma in group.words for group in groups_of(case))
        return outcome(verb, words) if same else _dealt_with(verb)
    if not any(_is_of(token, case) or _is_gift(token, case) for token in subjects):
        return None
    if verb.lemma in lists()["coming"] or (verb.lemma == "be" and _is_there(verb)):
        return outcome(verb, words)
    return None


def received(verb: Token, case: Case) -> str | None:
    """Return what the one who asked was given: *Malta got its loan*."""
    if verb.lemma not in lists()["receiving"] or not any(_is_of(token, case) for token in logical_object(verb)):
        return None
    return outcome(verb, [word for word in clause(verb) if word is not verb])


def _dealt_with(verb: Token) -> str | None:
    found = outcome(verb, [word for word in clause(verb) if word is not verb])
    if found not in ("granted", "partial", "refused"):
        return found
    if verb.lemma in lists()["giving"] | {"issue", "clear", "order", "agree", "back", "sign", "deliver"}:
        return found
    if verb.lemma in lists()["delaying"]:
        return "hedged"
    if verb.lemma in lists()["denying"]:
        return "refused" if found == "granted" else None
    return None


def _is_of(token: Token, case: Case) -> bool:
    """Tell whether a word names what was asked for, or the act by which it is granted."""
    lemma = token.lemma.lower()
    if case.thing and lemma in (case.head, *case.nouns):
        return True
    return any(lemma in group.nouns for group in groups_of(case))


def _is_patient(token: Token, case: Case) -> bool:
    return token.lemma.lower() in case.nouns


def _is_gift(token: Token, case: Case) -> bool:
    """Tell whether a word names what was to be given: the battery of *lend us a battery*."""
    return _is_patient(token, case) and any(group.id in _GIVING for group in groups_of(case))


def _is_there(verb: Token) -> bool:
    """*was in place*, *is on its way*."""
    below: Sequence[Token] = [b for c in verb.children if c.dep == "prep" and c.lower in _THERE for b in c.children]
    return any(token.lemma in _PLACES for token in below)
