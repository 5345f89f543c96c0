"""Roles without a name: which of the persons whom the text named *the Russian top diplomat* is.

A person is kept with the words that tell his office beside his name; a role of the same state, later in the text,
is his when its words fit them and nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.claims.cue_lexicon import role_groups, word_lists
from dragoman.claims.passage import Passage
from dragoman.records import Actor
from dragoman.stages.base import Mention
from dragoman.syntax import Token

_REACH = 6  # sentences from a name to a role that means its bearer
_BEFORE = 8  # words before a name that may tell his office
_ANYBODY = "anybody"
_LEADER = "leader"


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A person named in the text."""

    actor: Actor
    sentence: int
    groups: frozenset[str]
    """The sorts of office that the words beside his name tell; none where they tell no office."""


class Roles:
    """The persons of one document as far as it was read."""

    def __init__(self) -> None:
        self._bearers: dict[str, _Bearer] = {}
        self._named: dict[int, list[Mention]] | None = None

    def read(self, passage: Passage) -> None:
        """Take in the persons that a sentence names; sentences come in order."""
        if self._named is None:
            self._named = {}
            for mention in passage.draft.mentions:
                if mention.form == "person":
                    self._named.setdefault(mention.sentence, []).append(mention)
        for mention in self._named.get(passage.sentence.index, ()):
            self._keep(passage, mention)

    def _keep(self, passage: Passage, mention: Mention) -> None:
        tokens = passage.sentence.tokens
        found = passage.scene.participants.alone(tokens[mention.last])
        if len(found) != 1 or found[0].kind != "person" or found[0].entry is None:
            return
        actor = found[0]
        known = self._bearers.get(actor.entry or "")
        groups = _groups(_titles(tokens, mention))
        if known is not None:
            groups |= known.groups
        self._bearers[actor.entry or ""] = _Bearer(actor, passage.sentence.index, groups)

    def bearer(self, passage: Passage, head: Token, actor: Actor) -> Actor:
        """Return the person that a role without a name means, at its words; `actor` itself where it is no such role."""
        if actor.kind == "person" or not _is_one_told_of(head):
            return actor
        groups = _role(passage, head)
        if not groups:
            return actor
        number = passage.sentence.index
        near = [one for one in self._bearers.values() if number - one.sentence <= _REACH and _is_of(one, actor)]
        fitting = [one for one in near if groups - {_ANYBODY} <= one.groups]
        if _ANYBODY in groups or groups == {_LEADER}:
            fitting = fitting or near if len(near) == 1 and not (near[0].groups and groups == {_LEADER}) else fitting
        if len(fitting) != 1:
            return actor
        return replace(
            fitting[0].actor, text=actor.text, start=actor.start, end=actor.end, basis="role of one named before"
        )


def _is_of(bearer: _Bearer, actor: Actor) -> bool:
    """Tell whether a person is of the state that a role is of; a role of no state may be anybody's."""
    return actor.country in (None, bearer.actor.country) and actor.kind not in ("igo", "organisation")


def _is_one_told_of(head: Token) -> bool:
    """Tell whether a noun is one person that the text may have named: *the top diplomat*, no *a senior diplomat*."""
    if head.tag in ("NNS", "NNPS") or head.child("conj", "appos") is not None:
        return False
    own = [child for child in head.children if child.i < head.i]
    if any(child.lemma.lower() in word_lists()["other_role"] for child in own):
        return False
    return any(child.lower in ("the", "this") or child.dep == "poss" for child in own)


def _role(passage: Passage, head: Token) -> frozenset[str]:
    """Return the sorts of office that a noun with the words before it tells; *the Norwegian* may be anybody."""
    mention = passage.scene.participants.mention(head)
    if mention is not None and mention.form in ("demonym", "adjective") and mention.last == head.i:
        return frozenset({_ANYBODY})
    if not _groups([head]):
        return frozenset()
    beside = [child for child in head.children if child.i < head.i and child.dep in ("amod", "compound", "nmod")]
    of = [low for child in head.children if child.lower == "of" for low in child.children if low.lower == "state"]
    return _groups([head, *beside, *of])


def _titles(tokens: Sequence[Token], mention: Mention) -> Iterator[Token]:
    """Yield the words before a name that may tell an office, and those behind its comma."""
    for token in reversed(tokens[max(0, mention.first - _BEFORE) : mention.first]):
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON") and token.text != "-":
            break
        yield token
    for child in tokens[mention.last].children:
        if child.dep == "appos":
            yield from (child, *(low for low in child.children if low.i < child.i))


def _groups(words: Iterable[Token]) -> frozenset[str]:
    """Return the sorts of office that words tell; a prime minister is no mere minister."""
    lemmas = {word.lemma.lower() for word in words}
    found = frozenset(name for name, offices in role_groups().items() if not offices.isdisjoint(lemmas))
    return found - {"minister"} if "premier" in found else found
