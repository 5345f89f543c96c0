"""What becomes of a thing or an act that was asked for: it comes, is approved or blocked, or the asker receives it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.passage import Passage, clause, is_named
from dragoman.claims.public import share
from dragoman.claims.requests.cases import Case
from dragoman.claims.requests.deeds import groups_of, is_share, outcome
from dragoman.claims.requests.lexicon import deeds, lists
from dragoman.claims.requests.phrases import matched, verb_of
from dragoman.claims.requests.slots import who
from dragoman.events.voice import is_passive, logical_object, surface_subject
from dragoman.syntax import Token

_NEAR = 3  # sentences after a request in which the fate of what was asked for is looked for
_GIVING = frozenset({"send", "return"})
_THERE = frozenset({"in", "on", "under", "there", "at"})
_TURNED = {"granted": "refused", "refused": "granted"}
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
    ended = _goes_on(verb, subjects, case) or _moves(verb, subjects, case)
    if ended is not None:
        return ended
    named = any(_is_of(token, case) for token in subjects)
    if is_passive(verb):
        return _done_to(verb, case) if named or any(_is_patient(token, case) for token in subjects) else None
    if named or any(_is_gift(token, case) for token in subjects):
        return _came(verb)
    return None


def _done_to(verb: Token, case: Case) -> str | None:
    same = any(verb.lemma in group.words for group in groups_of(case))
    return outcome(verb, _others(verb)) if same else _dealt_with(verb)


def _came(verb: Token) -> str | None:
    arrives = verb.lemma in lists()["coming"] or (verb.lemma == "be" and _is_there(verb))
    return outcome(verb, _others(verb)) if arrives else None


def _others(verb: Token) -> list[Token]:
    """Return the words of a clause besides its verb."""
    return [word for word in clause(verb) if word is not verb]


def _goes_on(verb: Token, subjects: Sequence[Token], case: Case) -> str | None:
    """*the bombing continued* and *the bombing has stopped*, after a call to stop it."""
    ends = any(group.id == "stop" for group in groups_of(case))
    if not ends or is_passive(verb) or logical_object(verb) or not any(_is_topic(token, case) for token in subjects):
        return None
    found = outcome(verb, [])
    groups = {group.id for group in deeds().get(verb.lemma, ())}
    if found not in ("granted", "refused") or groups.isdisjoint({"stop", "continue"}):
        return None
    return found if "stop" in groups else _TURNED[found]


def _moves(verb: Token, subjects: Sequence[Token], case: Case) -> str | None:
    """*the ship left* and *the ship stayed*, after a call to withdraw it."""
    if is_passive(verb) or logical_object(verb) or not any(_is_patient(token, case) for token in subjects):
        return None
    asked = groups_of(case)
    told = deeds().get(verb.lemma, ())
    if not any(group.bare for group in told):
        return None
    found = outcome(verb, [])
    if any(group in asked for group in told):
        return found
    opposed = any(other.id in group.against for group in asked for other in told)
    return _TURNED.get(found or "") if opposed else None


def _is_topic(token: Token, case: Case) -> bool:
    """Tell whether a noun names what is to end, by its verb too: the *bombing* of *stop bombing markets*."""
    return token.lower in case.topic or token.lemma in case.topic or token.lower.removesuffix("ing") in case.topic


def sign_of(passage: Passage, case: Case) -> tuple[str, Token] | None:
    """Return what a phrase tells of the act asked for, and its verb: *walked free*, *are still behind bars*."""
    signs = [sign for group in groups_of(case) for sign in group.signs]
    tokens = passage.sentence.tokens
    for token in tokens if signs else ():
        for phrase, answer in signs:
            if phrase[0].isdisjoint((token.lower, token.lemma)) or not matched(tokens, token.i - tokens[0].i, phrase):
                continue
            verb = verb_of(token)
            found = _as_told(verb, answer)
            if found is not None and not _is_of_a_third(passage, verb, case):
                return found, verb
    return None


def _as_told(verb: Token, answer: str) -> str | None:
    told = outcome(verb, [])
    if told is None or (told != "granted" and answer != "granted"):
        return None
    limited = any(word.lower in lists()["limits"] for word in clause(verb))
    if answer == "granted" and (limited or any(map(is_share, surface_subject(verb)))):
        return "partial"  # *one of them was let go*
    return answer if told in ("granted", "partial") else told


def _is_of_a_third(passage: Passage, verb: Token, case: Case) -> bool:
    """Tell whether a verb is said of somebody who neither asked nor was asked."""
    actors = [actor for token in surface_subject(verb) for actor in who(passage, token) if is_named(actor)]
    return bool(actors) and not share(actors, (*case.asked, *case.askers))


def received(verb: Token, case: Case) -> str | None:
    """Return what the one who asked was given: *Malta got its loan*."""
    if verb.lemma not in lists()["receiving"] or not any(_is_of(token, case) for token in logical_object(verb)):
        return None
    return outcome(verb, _others(verb))


def _dealt_with(verb: Token) -> str | None:
    found = outcome(verb, _others(verb))
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
    return any(lemma in group.nouns for group in groups_of(case) if group.id != "send")


def _is_patient(token: Token, case: Case) -> bool:
    return token.lemma.lower() in case.nouns


def _is_gift(token: Token, case: Case) -> bool:
    """Tell whether a word names what was to be given: the battery of *lend us a battery*."""
    return _is_patient(token, case) and any(group.id in _GIVING for group in groups_of(case))


def _is_there(verb: Token) -> bool:
    """*was in place*, *is on its way*."""
    below: Sequence[Token] = [b for c in verb.children if c.dep == "prep" and c.lower in _THERE for b in c.children]
    return any(token.lemma in _PLACES for token in below)
