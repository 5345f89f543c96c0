"""Acts to come that are told by a noun: *next week's summit*, *awaits a visit*, *is due in Oslo on Friday*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.claims.acts import Act, acts, infinitives, phrase_act, state_of, subjects_of
from dragoman.claims.expectations.lexicon import Rule, classes
from dragoman.claims.expectations.prospect import Prospect, is_past
from dragoman.events.voice import is_passive
from dragoman.syntax import Token

_TIMING = frozenset({"on", "in", "at"})
_AT = frozenset({"in", "at", "to"})
_REACH = 5  # words above a relative clause among which the event stands that begins


def _is_event(noun: Token) -> bool:
    return noun.pos in ("NOUN", "PROPN") and (noun.lemma in classes()["events"] or noun.lemma in classes()["deeds"])


def coming(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*Tomorrow's vote in parliament*, *the visit of the envoy next week*: the time stands with the noun."""
    if _is_event(token) and any(_may_tell_time(child) for child in token.children):
        yield Prospect(rule, token, token, phrase_act(token), (token,), event=token)


def _may_tell_time(child: Token) -> bool:
    if child.dep in ("poss", "npadvmod", "nmod", "tmod"):
        return True
    return child.dep == "prep" and child.lower in _TIMING


def object_of(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*awaits a visit by the envoy on Friday*, *has called elections for June*, *is preparing for a summit in May*."""
    if (
        token.pos != "VERB"
        or is_passive(token)
        or (token.lemma in classes()["giving"] and (token.tag == "VBD" or is_past(token)))
    ):
        return
    things = [child for child in token.children if child.dep == "dobj" and child.i > token.i]
    things += [
        low for child in token.children if child.dep == "prep" and child.lower == "for"
        for low in child.children if low.dep == "pobj"
    ]  # fmt: skip
    event = next((thing for thing in things if _is_event(thing)), None)
    if event is not None:
        yield Prospect(rule, token, token, phrase_act(event), tuple(subjects_of(token)), event=event)


def due_in(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*is due in Oslo on Friday*: who is looked for, where."""
    if token.pos not in ("ADJ", "VERB") or infinitives(token):
        return
    stands = _stands_with(token)
    if stands is None or is_past(token, stands[0]) or any(_is_event(subject) for subject in stands[1]):
        return
    copula, subjects = stands
    phrases = _phrases_behind(token, copula)
    if any(child.lower in _AT for child in phrases):
        words = {token.i: token} | {low.i: low for child in phrases for low in child.subtree()}
        yield Prospect(rule, token, copula, Act(token, tuple(words[i] for i in sorted(words))), tuple(subjects))


def _stands_with(token: Token) -> tuple[Token, list[Token]] | None:
    """Return the copula and subject of *is due*, the noun of *the envoy, due in Oslo*; None for any other use."""
    if token.dep in ("amod", "acl", "appos") and token.i > token.head.i:
        return token, [token.head]
    copula, subjects = state_of(token)
    return None if copula is token and not is_passive(token) else (copula, subjects)


def _phrases_behind(token: Token, copula: Token) -> list[Token]:
    behind = [child for child in dict.fromkeys((*token.children, *copula.children)) if child.i > token.i]
    return [child for child in behind if child.dep in ("prep", "npadvmod", "pobj")]


def until(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*has until Friday to rule on it*."""
    if not any(child.dep == "prep" and child.lower in ("until", "till") for child in token.children):
        return
    carried = token.dep == "aux" and token.head.is_infinitive()  # so the parser reads *has until Friday to rule*
    for verb in [token.head] if carried else infinitives(token):
        subjects = tuple(subjects_of(verb if carried else token))
        for act in acts(verb):
            yield Prospect(rule, token, token, act, subjects)


def is_speech(verb: Token) -> bool:
    """Tell whether a light verb stands for speaking in public: *gives a press conference*."""
    thing = verb.child("dobj") if verb.lemma in ("give", "deliver", "make") else None
    return thing is not None and thing.lemma in classes()["speeches"]


def event_above(verb: Token) -> Token | None:
    """Return what begins in *the visit of the envoy, which begins on Friday*, where the parser takes the envoy."""
    if verb.dep != "relcl" or verb.lemma not in classes()["holding"] or verb.child("dobj") is not None:
        return None
    if not any(child.lower in ("which", "that") for child in verb.children):
        return None
    return next((above for above in islice(verb.ancestors(), _REACH) if _is_event(above)), None)
