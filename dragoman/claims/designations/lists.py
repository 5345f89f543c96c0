"""Lists: *X puts Y on its list*, *Y is on the list of X*, *X has a list of 64 groups*."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.designations.labels import Roll
from dragoman.claims.designations.lexicon import Frame, words
from dragoman.claims.designations.parties import authorities, distinct, examples, named_between, whom
from dragoman.claims.designations.standing import status_of
from dragoman.claims.designations.telling import REACH, Told, Words, ends
from dragoman.events.voice import is_passive, logical_object, logical_subject, surface_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_REGIMES = frozenset({"under", "with"})
_UPON = frozenset({"on"})
_WITH = frozenset({"besides", "with", "alongside", "since", "like", "both"})


class Lists(Words):
    """Reads verbs that put somebody on a list, take somebody off, or tell what stands on one."""

    def _enter(self, frame: Frame, verb: Token) -> Told | None:
        roll, preposition = self._entered(frame, verb)
        status = status_of(verb, noun=False)
        if preposition is None or status is None:
            return None
        passive = is_passive(verb)
        heads = logical_object(verb) if passive else self._before(verb, preposition)
        listed, size = self._entries(heads, states=roll is not None and self._takes_states(roll))
        listed = listed or self._beside(heads, verb if passive else preposition)
        listers = self._authors(verb, roll, passive=passive)
        if not self._fits(roll, listed, size) or not (listers or passive):
            return None
        end = roll.head if roll is not None else preposition
        more = self._shown(heads, end.i if roll is None else roll.last, inside=not (listed or passive))
        return Told(
            frame, verb, listers, listed or more, _entry_of(frame, status), status, ends([verb, end, *heads]),
            roll=roll, exhaustive=not more and bool(listed), sure=bool(listers),
        )  # fmt: skip

    def _shown(self, heads: Sequence[Token], end: int, *, inside: bool) -> tuple[Actor, ...]:
        """Return the examples behind a list, or `inside`: *put 12 groups, among them X, on its list*."""
        behind = examples(self._passage, end)
        return behind or (examples(self._passage, max(head.i for head in heads)) if inside and heads else ())

    def _entered(self, frame: Frame, verb: Token) -> tuple[Roll | None, Token | None]:
        """Return the list, if it is one, and the preposition of what somebody is put on, under or taken off."""
        if frame.action == "delist":
            return self._roll_after(verb, words("off"))
        roll, preposition = self._roll_after(verb, words("onto"))
        if roll is None and frame.action == "list":
            return None, self._regime(verb)
        return roll, preposition

    def _authors(self, verb: Token, roll: Roll | None, *, passive: bool) -> tuple[Actor, ...]:
        """Return whose list it is, else who does it."""
        keepers = self._keepers(roll) if roll is not None else ()
        return keepers or authorities(self._passage, self._doers(verb, None) if passive else self._subjects(verb))

    def _beside(self, heads: Sequence[Token], end: Token) -> tuple[Actor, ...]:
        """Return the groups named between *three groups* and the word that tells of them."""
        first = min((head.i for head in heads if head.lemma in words("groups")), default=end.i)
        return named_between(self._passage, self._tokens[first + 1 : end.i])

    def _stand(self, frame: Frame, verb: Token) -> Told | None:
        roll, preposition = self._roll_after(verb, words("onto") if frame.action == "state" else words("off"))
        if roll is None or preposition is None:
            return None
        subjects = [child for child in verb.children if child.dep in ("nsubj", "attr")] or surface_subject(verb)
        listed, size = self._entries(subjects, states=self._takes_states(roll))
        listed = self._joined_before(subjects, listed) if roll.states else listed
        status = status_of(verb, noun=False)
        listers = self._keepers(roll)
        if status is None or not listers or not self._fits(roll, listed, size):
            return None
        return Told(
            frame,
            verb,
            listers,
            listed,
            frame.action,
            status,
            ends([verb, roll.head, *subjects]),
            roll=roll,
            size=size,
        )

    def _takes_states(self, roll: Roll) -> bool:
        own = self._tokens[roll.first : roll.last + 1]
        return roll.states or self._is_told_of(roll) or any(token.lower in words("terror") for token in own)

    def _joined_before(self, subjects: Sequence[Token], listed: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the listed with the states joined to them before: *besides X, only Y and, since May, Z are*."""
        if not subjects or not listed:
            return listed
        timed = {i for time in self._passage.times for i in range(time.first, time.last + 1)}
        found: list[Token] = []
        for token in reversed(self._tokens[: subjects[0].i]):
            if token.pos == "PROPN" and token.i not in timed:
                found.append(token)
            elif token.i not in timed and token.pos not in ("PUNCT", "CCONJ", "ADV") and token.lower not in _WITH:
                break
        return distinct((*whom(self._passage, found[::-1], states=True), *listed))

    def _hold(self, frame: Frame, verb: Token) -> Told | None:
        roll = next((r for r in self._rolls if r.head in logical_object(verb) and r.marked), None)
        status = status_of(verb, noun=False)
        if roll is None or status is None:
            return None
        listers = self._keepers(roll) or authorities(self._passage, logical_subject(verb))
        listed = self._latest(roll) or examples(self._passage, roll.last)
        if not listers or (roll.size is None and not listed):
            return None
        end = next(t for t in reversed(self._tokens) if t.pos != "PUNCT") if listed else self._tokens[roll.last]
        return Told(
            frame, verb, listers, listed, frame.action, status, ends([*logical_subject(verb), verb, end]), roll=roll,
            size=roll.size, exhaustive=False,
        )  # fmt: skip

    def _tally(self, frame: Frame, verb: Token) -> Told | None:
        """*That makes 28 on its terror list*, *the ministry counts 79 names on its register of banned groups*."""
        roll, preposition = self._roll_after(verb, _UPON)
        if roll is None or preposition is None or not (roll.marked or self._owners):
            return None
        between = self._tokens[verb.i + 1 : preposition.i]
        plain = all(t.pos in ("NUM", "ADJ", "ADV", "DET", "ADP") or t.lemma in words("tallied") for t in between)
        size = next((size for t in between if (size := self._number_of(t)) is not None), None)
        listers = self._keepers(roll) or authorities(self._passage, logical_subject(verb)) or self._owners
        status = status_of(verb, noun=False)
        if not plain or size is None or not listers or status != "happened":
            return None
        return Told(frame, verb, listers, (), "state", status, ends([verb, roll.head]), roll=roll, size=size)

    def _hold_of(self, frame: Frame, verb: Token) -> Told | None:
        roll = self._roll_among(logical_subject(verb))
        if roll is None:
            return None
        heads = logical_object(verb) or [low for c in verb.children if c.lower == "to" for low in c.children]
        listed, size = self._entries(heads, states=roll.states)
        if roll.head.pos == "PRON" and (size is None or listed):
            return None
        listers, status = self._keepers(roll), status_of(verb, noun=False)
        if not listers or status is None or (not listed and size is None):
            return None
        return Told(
            frame, verb, listers, listed, "state", status, ends([roll.head, verb, *logical_object(verb)]), roll=roll,
            size=size, exhaustive=False,
        )  # fmt: skip

    def _roll_among(self, subjects: Sequence[Token]) -> Roll | None:
        """Return the list that a subject names, or *it* for one told of before."""
        for subject in subjects:
            for roll in self._rolls:
                if roll.marked and roll.first <= subject.i <= roll.last:
                    return roll
            if subject.lower == "it" and self._owners:
                return Roll(subject, subject.i, subject.i, marked=True, states=True, size=None)
        return None

    def _latest(self, roll: Roll) -> tuple[Actor, ...]:
        """Return the newest entry of a list: *the latest of which, X, was added*."""
        for token in self._tokens[roll.last + 1 :]:
            if token.lower in words("latest"):
                behind = [t for t in self._tokens[token.i + 1 : token.i + 8] if t.pos == "PROPN"]
                return named_between(self._passage, behind) or whom(self._passage, behind[:1])
        return ()

    def _roll_after(self, verb: Token, prepositions: frozenset[str]) -> tuple[Roll | None, Token | None]:
        """Return the list that a verb enters somebody on, and the preposition before it."""
        for roll in self._rolls:
            if not 0 < roll.head.i - verb.i <= REACH:
                continue
            above = roll.head.head
            if above is verb and self._tokens[roll.first - 1].lower not in prepositions:
                above = next((child for child in verb.children if child.dep == "prt"), above)
            while above.pos == "ADP" and above.head.pos == "ADP":
                above = above.head
            if above.lower in prepositions and verb in above.ancestors():
                return roll, above
        complement = verb.child("attr")
        for above in (*verb.children, *(complement.children if complement is not None else ())):
            if above.dep == "prep" and above.lower in prepositions and (meant := self._roll_meant(above)) is not None:
                return meant, above
        return None, None

    def _regime(self, verb: Token) -> Token | None:
        """Return the preposition in *placed X under sanctions*, *hit X with sanctions*."""
        for token in verb.children:
            if token.lower in _REGIMES and any(low.lemma in words("regimes") for low in token.children):
                return token
        return None

    def _before(self, verb: Token, preposition: Token) -> list[Token]:
        """Return the objects of a verb that stand before a preposition."""
        between = self._tokens[verb.i + 1 : preposition.i]
        inside = {token.i for token in between}
        found = [
            t for t in between if t.pos in ("NOUN", "PROPN", "PRON") and t.head.i not in inside and t.dep != "npadvmod"
        ]
        return found or logical_object(verb)

    def _fits(self, roll: Roll | None, listed: tuple[Actor, ...], size: int | None) -> bool:
        """Tell whether a list is one of the listed: by its name, by who is on it, or since it was told of before."""
        if roll is None:
            return bool(listed)
        if roll.marked:
            return bool(listed) or size is not None
        armed = any(actor.kind == "armed_group" for actor in listed)
        return armed or (self._is_told_of(roll) and (bool(listed) or size is not None))


def _entry_of(frame: Frame, status: str) -> str:
    """Return the action: to be kept on a list is asked for or refused as a listing."""
    return "list" if frame.action == "state" and status != "happened" else frame.action
