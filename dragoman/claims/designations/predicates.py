"""Predicates: *Y is illegal in X*, *Y is a banned organisation under the law of X*, *Y is the newest name on it*."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.designations.labels import Label, Roll
from dragoman.claims.designations.lexicon import Frame, words
from dragoman.claims.designations.parties import authorities, key, named_between, whom
from dragoman.claims.designations.standing import status_of
from dragoman.claims.designations.telling import Told, Words, ends
from dragoman.records import Actor
from dragoman.syntax import Token

_HOLDING = frozenset({"in", "under", "within", "throughout", "across"})
_VIEWING = frozenset({"for", "to", "under", "according"})
_PHRASE = 12  # words behind a predicate in which it says where it holds
_NAME = 8  # words behind a list in which its newest name stands


class Predicates(Words):
    """Reads what a group is said to be, and where."""

    def _predicate(self, frame: Frame, word: Token) -> Told | None:
        """*Y is illegal in Germany and in Indonesia*."""
        verb = word.head
        if word.dep not in ("acomp", "attr", "oprd") or verb.lemma not in words("copulas"):
            return None
        return self._stated(frame, verb, word, list(self._holding(word.i, _HOLDING)))

    def _copula(self, frame: Frame, verb: Token) -> Told | None:
        """*Y will be a prohibited organisation in Hungary*, *Y is a terrorist group in the eyes of the Union*."""
        label = next((found for found in self._labels if found.head.head is verb and found.head.dep == "attr"), None)
        if label is None:
            return None
        held = _HOLDING if self._is_of_law(label) else _VIEWING
        heads = [*self._holding(label.head.i, held), *self._seers(label)]
        return self._stated(frame, verb, label.head, heads, sponsor=label.sponsor)

    def _stated(
        self, frame: Frame, verb: Token, word: Token, heads: list[Token], *, sponsor: bool = False
    ) -> Told | None:
        subjects = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
        subjects = [s.head.head if s.lower in ("which", "that", "who") and verb.dep == "relcl" else s for s in subjects]
        listed = whom(self._passage, subjects, states=sponsor)
        taken = {key(actor) for actor in listed}
        seen = authorities(self._passage, heads, soft=True) or self._confirming(verb)
        listers = tuple(actor for actor in seen if key(actor) not in taken)
        status = status_of(verb, noun=False)
        if not listed or not listers or status is None:
            return None
        action = frame.action if status not in ("planned", "demanded") else "list"
        return Told(
            frame, verb, listers, listed, action, status, ends([*subjects, verb, word, *heads]), sure=True,
        )  # fmt: skip

    def _confirming(self, verb: Token) -> tuple[Actor, ...]:
        """Return the states that confirm a label of law as their own: *Chad confirmed that Y is a banned group*."""
        if verb.dep != "ccomp" or verb.head.lemma not in words("confirming"):
            return ()
        found = authorities(self._passage, self._subjects(verb.head), soft=True)
        return tuple(actor for actor in found if actor.kind == "state")

    def _is_of_law(self, label: Label) -> bool:
        """Tell whether a label is one of law, that holds in a state: *a proscribed organisation*."""
        return any(token.lower in words("lawful") for token in self._tokens[label.first : label.head.i])

    def _holding(self, start: int, prepositions: frozenset[str]) -> Iterator[Token]:
        """Yield the states behind a predicate in which, or for which, it holds."""
        for token in self._tokens[start + 1 : start + 1 + _PHRASE]:
            if token.pos == "VERB" or token.text in (";", "("):
                return
            if token.pos in ("ADP", "SCONJ") and token.lower in prepositions:
                states = (self._state_in(child) for child in token.children if child.dep == "pobj")
                yield from (state for state in states if self._is_state(state))

    def _seers(self, label: Label) -> Iterator[Token]:
        """Yield in whose eyes a label holds."""
        before = [low for child in label.head.head.children if child.i < label.first for low in child.children]
        for token in (*before, *self._tokens[label.head.i + 1 : label.head.i + 1 + _PHRASE]):
            if token.lemma in words("eyes"):
                yield from (child for child in token.children if child.dep == "poss")
                of = (child for child in token.children if child.lower == "of")
                yield from (low for child in of for low in child.children if low.dep == "pobj")

    def _newest(self, frame: Frame, noun: Token) -> Told | None:
        """*the newest name on the list of X: Y*, *Y is the latest addition to it*."""
        if not any(child.lower in words("latest") for child in noun.children):
            return None
        roll = next((r for r in self._rolls if r.marked and 0 < r.head.i - noun.i <= _NAME), None)
        if roll is None or noun not in roll.head.ancestors():
            return None
        listed, listers = self._new_name(noun, roll), self._keepers(roll)
        status = "happened" if noun.head is noun else status_of(noun, noun=True)
        if not listed or not listers or status is None:
            return None
        return Told(frame, noun, listers, listed, "list", status, ends([noun, roll.head]), roll=roll, sure=True)

    def _new_name(self, noun: Token, roll: Roll) -> tuple[Actor, ...]:
        behind = self._tokens[roll.last + 1 : roll.last + 1 + _NAME]
        if any(token.tag in (":", ",") or token.lemma == "be" for token in behind[:4]):
            found = named_between(self._passage, behind)
            if found:
                return found
        subjects = [c for c in noun.head.children if c.dep in ("nsubj", "nsubjpass")] if noun.dep == "attr" else []
        return whom(self._passage, [noun.head] if noun.dep == "appos" else subjects)
