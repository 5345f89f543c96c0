"""Nouns and adjectives: *the designation of Y by X*, *the outlawed Y*, *X-listed groups*."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.claims.designations.labels import Label, Roll
from dragoman.claims.designations.lexicon import Frame, words
from dragoman.claims.designations.parties import authorities, examples, whom
from dragoman.claims.designations.standing import status_of
from dragoman.claims.designations.telling import REACH, Told, Words, ends
from dragoman.events.slots import carrier_of
from dragoman.events.voice import logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token


class Nouns(Words):
    """Reads nouns and adjectives of listing."""

    def _noun(self, frame: Frame, noun: Token) -> Told | None:
        """*the designation of X as a terrorist group by Y*, *Y's removal from the list*."""
        behind = self._tokens[noun.i + 1 : noun.i + 1 + REACH]
        label = next((found for found in self._labels if found.head in behind), None)
        roll = next((found for found in self._rolls if self._is_roll_of(found, noun)), None)
        if noun.head.lower in ("under", "to") and noun.lemma == "sanction":
            return self._under(frame, noun)
        of = self._targets(noun)
        spelled = self._spelled_out(of, noun.i)
        if not (noun.lemma not in words("plain") or any((label, roll, spelled)) or self._is_ban(noun)):
            return None
        holders = [child for child in noun.children if child.dep == "poss"]
        by = _objects(behind, ("by",))
        listed = whom(self._passage, of or holders, states=_may_be_states(label, roll)) or spelled
        listers = self._named_by_noun(noun, by or (holders if of else []), roll)
        heads = [found.head for found in (label, roll) if found is not None]
        told = self._named(frame, noun, listers, listed, roll, ends([*holders, noun, *heads, *of, *by]))
        return told if all((listed, listers)) else None

    def _named_by_noun(self, noun: Token, heads: list[Token], roll: Roll | None) -> tuple[Actor, ...]:
        return authorities(self._passage, heads) or self._of_roll(roll) or self._of(noun)

    def _is_roll_of(self, roll: Roll, noun: Token) -> bool:
        """Tell whether a list is the one of an entry or removal: a marked one, or that of somebody known."""
        if not 0 < roll.head.i - noun.i <= REACH:
            return False
        return roll.marked or (noun in roll.head.ancestors() and bool(self._keepers(roll)) and self._is_ban(noun))

    def _under(self, frame: Frame, noun: Token) -> Told | None:
        """*X, a group under American sanctions*, *X is under sanctions of the Union*."""
        above = noun.head.head
        if noun.head.lower == "to" and above.lower != "subject":
            return None
        while above.pos in ("ADP", "ADJ") and above.head is not above:
            above = above.head
        heads = [above] if above.pos in ("NOUN", "PROPN") else [c for c in above.children if c.dep == "nsubj"]
        if above.pos not in ("NOUN", "PROPN") and above.lemma not in words("copulas"):
            return None
        owners = [c for c in noun.children if c.i < noun.i and c.dep in ("poss", "amod", "nmod", "compound")]
        listers = authorities(self._passage, [*owners, *_objects(noun.children, ("of", "by"))])
        listed = whom(self._passage, heads)
        status = "happened" if above.pos in ("NOUN", "PROPN") else status_of(above, noun=False)
        if not listers or not listed or status is None:
            return None
        return Told(frame, noun, listers, listed, "state", status, ends([*heads, noun]))

    def _targets(self, noun: Token) -> list[Token]:
        """Return whom a noun is about: *the ban on X*, *imposed sanctions on Friday on X*."""
        carrier = carrier_of(noun)
        beside = [c for c in carrier.children if c.i > noun.i] if carrier is not None else []
        found = _objects((*noun.children, *beside), ("of", "on", "against"))
        return [head for head in found if not self._passage.scene.participants.is_time(head)]

    def _of(self, noun: Token) -> tuple[Actor, ...]:
        """Return who does what a noun tells by its verb: *imposed a ban*, *revoked the designation*."""
        carrier = carrier_of(noun)
        return authorities(self._passage, logical_subject(carrier)) if carrier is not None else ()

    def _is_ban(self, noun: Token) -> bool:
        """Tell whether a ban is one of a group that is known: *its ban on X*, no travel ban."""
        compound = any(c.dep == "compound" and c.pos == "NOUN" for c in noun.children)
        if compound or noun.lemma not in words("bans") | words("entries"):
            return False
        heads = self._targets(noun)
        mentions = [self._passage.scene.participants.mention(head) for head in heads]
        known = any(m is not None and m.kind in ("armed_group", "organisation") for m in mentions)
        return known or (carrier_of(noun) is not None and bool(whom(self._passage, heads)))

    def _of_roll(self, roll: Roll | None) -> tuple[Actor, ...]:
        return self._keepers(roll) if roll is not None else ()

    def _named(
        self, frame: Frame, noun: Token, listers: tuple[Actor, ...], listed: tuple[Actor, ...], roll: Roll | None,
        words_: tuple[Token, ...],
    ) -> Told | None:  # fmt: skip
        carrier = carrier_of(noun)
        undone = carrier is not None and carrier.lemma in words("undo") and frame.action == "list"
        status = status_of(noun, noun=True, carrier=carrier if undone else None)
        if status is None:
            return None
        return Told(
            frame, noun, listers, listed, "delist" if undone else frame.action, status,
            words_, roll=roll,
        )  # fmt: skip

    def _adjective(self, frame: Frame, word: Token) -> Told | None:
        """*the outlawed PKK*, *EU-listed groups such as X*."""
        head = word.head
        hyphen = word.i >= 2 and self._tokens[word.i - 1].text == "-"
        before = [self._tokens[word.i - 2]] if hyphen else []
        listers = authorities(self._passage, before)
        if bool(before) != bool(listers) or (frame.id == "listed.adj") != bool(listers) or self._is_in_roll(word):
            return None
        listed = whom(self._passage, [head])
        shown = () if listed else examples(self._passage, head.i)
        if not (listed or shown) or any(actor.kind == "person" for actor in listed):
            return None
        return Told(
            frame, word, listers, listed or shown, "state", "happened", ends([*before, word, head]),
            exhaustive=not shown, sure=bool(listers),
        )  # fmt: skip

    def _is_in_roll(self, word: Token) -> bool:
        return any(roll.first <= word.i <= roll.last for roll in self._rolls)


def _may_be_states(label: Label | None, roll: Roll | None) -> bool:
    return (label is not None and label.sponsor) or (roll is not None and roll.states)


def _objects(tokens: Iterable[Token], prepositions: tuple[str, ...]) -> list[Token]:
    """Return the objects of prepositions among `tokens`."""
    found = (token for token in tokens if token.lower in prepositions)
    return [child for token in found for child in token.children if child.dep == "pobj"]
