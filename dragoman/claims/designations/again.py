"""Listings told of again: *it had been put there in 1993*, *in March the union deleted them*, *ban it outright*."""

from __future__ import annotations

from dataclasses import replace

from dragoman.claims.designations.lexicon import Frame, words
from dragoman.claims.designations.parties import authorities, key
from dragoman.claims.designations.standing import status_of
from dragoman.claims.designations.telling import Told, Words, ends
from dragoman.events.voice import is_passive, logical_object, logical_subject
from dragoman.syntax import Token

_THEY = frozenset({"it", "they", "them"})
_THERE = frozenset({"there", "back", "off", "again", "altogether"})


class Again(Words):
    """Reads verbs of entry and removal whose list and group were told of just before."""

    def _told_again(self, frame: Frame, verb: Token) -> Told | None:
        last = next((told for told in reversed(self._earlier) if told.roll is not None), None)
        if last is None or frame.use not in ("enter", "stand") or not last.listed:
            return None
        heads = logical_object(verb) if frame.use == "enter" else logical_subject(verb)
        if not heads or not all(head.lower in _THEY for head in heads) or not self._goes_back(frame, verb):
            return None
        status = status_of(verb, noun=False)
        if status is None:
            return None
        doers = self._doers(verb, None) if is_passive(verb) else self._subjects(verb)
        named = authorities(self._passage, doers) if frame.use == "enter" else ()
        if named and {key(actor) for actor in named}.isdisjoint(key(actor) for actor in last.listers):
            return None
        return replace(
            last, frame=frame, anchor=verb, listers=last.listers, action=frame.action, status=status,
            words=ends([*heads, verb]), roll=None, size=None, sure=False,
        )  # fmt: skip

    def _goes_back(self, frame: Frame, verb: Token) -> bool:
        """Tell whether a verb says on or off what: *put there*, and what is removed is removed from a list."""
        if any(child.lower in _THERE for child in verb.children):
            return True
        if any(roll.head.i > verb.i and self._is_told_of(roll) for roll in self._rolls):
            return True
        away = frame.use == "enter" and frame.action == "delist" and verb.lemma in words("undo") | words("leaving")
        return away and not any(child.dep == "prep" and child.lower in words("off") for child in verb.children)
