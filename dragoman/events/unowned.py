"""Unowned: whose the roles and bodies are that are named without an owner: *the minister*, *the rebels*, *the army*.

First comes the person who was given that office, or is known to have held it and is named in the text; then those of
the same sort that alone were told of with a name or country; then the state told of last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from dragoman.dictionary import OFFICIAL
from dragoman.events.bearers import Bearers
from dragoman.events.home import may_be_of_anywhere
from dragoman.events.phrases import definite, premodifiers
from dragoman.events.references import DESCRIBED, Reader, References
from dragoman.records import Actor
from dragoman.stages.base import Mention
from dragoman.syntax import Token

BASIS = "definite description"
#: Sectors of those of whom an article about one state has but one: *rebels*, no *refugees*.
_SIDES = OFFICIAL | {"REB", "OPP"}
#: Those who are not of the country of whom they belong to: *his Omani counterpart*, *its rivals*.
OTHERS = frozenset(
    {
        "counterpart", "number", "host", "guest", "rival", "enemy", "foe", "ally", "neighbour", "neighbor",
        "adversary", "partner", "colleague", "opponent", "critic", "captor", "attacker", "kidnapper",
    }
)  # fmt: skip
#: Nouns that are no body or office of a state told of.
_NO_OFFICE = OTHERS | frozenset(DESCRIBED) | {"country", "nation", "state", "power", "coalition"}
_BELONGING = frozenset({"of", "from", "in", "at", "for"})
_SOME = frozenset({"other", "more", "some", "many", "several", "another", "fellow", "local", "foreign"})


class Namer(Reader, Protocol):
    """Who reads phrases and makes actors of them."""

    def countries(self) -> list[str]:
        """Return the countries that the sentence names, each once."""

    def named(
        self, head: Token, name: str, country: str | None, sectors: tuple[str, ...], kind: str, entry: str | None
    ) -> Actor:
        """Return the actor that the phrase of `head` stands for."""


class Unowned:
    """Finds whom a role or body stands for that is nobody's by its own phrase."""

    def __init__(self, namer: Namer, references: References, names: Mapping[str, str], bearers: Bearers | None) -> None:
        self._namer = namer
        self._references = references
        self._names = names
        self._bearers = bearers

    def meant(self, head: Token, mention: Mention) -> Actor | None:
        """Return whom *the minister*, *the army* or *rebels* means; None where that is open."""
        if self._is_narrowed(head, mention):
            return None
        if self._is_of_a_state_told(head, mention):
            return self._holder(head, mention) or self._same(head, mention) or self._of_the_state(head, mention)
        return self._same(head, mention)

    def bearer(self, head: Token, mention: Mention, country: str | None) -> Actor | None:
        """Return the person named in the text who holds the office that a phrase tells, of a state or of any."""
        if self._bearers is None or mention.kind != "office" or head.tag not in ("NN", "NNP"):
            return None
        entry = self._bearers.holder(self._words(mention), country, self._namer.sentence)
        if entry is None:
            return None
        found = self._namer.named(head, entry.name, entry.country, mention.sectors, "person", entry.id)
        return replace(found, basis=BASIS)

    def _holder(self, head: Token, mention: Mention) -> Actor | None:
        """Return who was given that office, else who is known to hold it."""
        if head.tag not in ("NN", "NNP"):
            return None
        return self._references.discourse.holder(self._words(mention)) or self.bearer(head, mention, None)

    def _same(self, head: Token, mention: Mention) -> Actor | None:
        """Return the only ones of that sort told of so far: *the rebels* after *Houthi rebels*."""
        told = self._references.discourse.same(mention.entry)
        if told is None or head.lemma in _NO_OFFICE or not self._takes_up(head, mention, told):
            return None
        found = self._namer.named(head, told.name, told.country, told.sectors, told.kind, told.entry)
        return replace(found, basis=BASIS)

    def _takes_up(self, head: Token, mention: Mention, told: Actor) -> bool:
        """Tell whether a phrase takes up those told of: with an article, or bare where no other state is named."""
        if "BUS" in mention.sectors or any(
            child.dep == "compound" and child.i < mention.first for child in head.children
        ):
            return False  # *the government delegation* is not the Russian one
        if any(child.dep == "poss" for child in head.children):
            return False
        return definite(head) or self._is_one_side(head, mention, told)

    def _is_one_side(self, head: Token, mention: Mention, told: Actor) -> bool:
        """Tell whether a bare *police* or *rebels* are those of the only state told of, in a sentence on no other."""
        bare = head.tag in ("NNS", "NNPS") or mention.kind == "body"
        if not bare or _SIDES.isdisjoint(mention.sectors) or told.kind in ("armed_group", "organisation", "igo"):
            return False
        if any(child.dep in ("det", "nummod") or child.lower in _SOME for child in head.children):
            return False
        return not set(self._namer.countries()) - {told.country} and not may_be_of_anywhere(mention.entry)

    def _of_the_state(self, head: Token, mention: Mention) -> Actor | None:
        """Return that office or body of the state told of last."""
        words = self._words(mention)
        for state in self._references.discourse.state(self._references.here(head), self._namer.sentence):
            country = state.country or ""
            if mention.kind == "office":
                if self._bearers is not None and not self._bearers.may_be_of(words, country):
                    country = self._bearers.home(words) or ""
                elif not self._references.discourse.is_foremost(state):
                    return None  # of whose offices the text tells, it would have said
            own = self._references.speakers_around(head) if head.lemma == "regime" else []
            if not country or any(country == speaker.country for speaker in own):
                return None
            name = self._names.get(country, state.name)
            return replace(self._namer.named(head, name, country, mention.sectors, mention.kind, None), basis=BASIS)
        return None

    def _is_of_a_state_told(self, head: Token, mention: Mention) -> bool:
        """Tell whether *the army*, or *police* in a sentence that names no country, is that of a state told of."""
        if OFFICIAL.isdisjoint(mention.sectors) or head.lemma in _NO_OFFICE:
            return False
        bare_body = mention.kind == "body" and not any(c.dep == "det" for c in head.children)
        return definite(head) or (bare_body and not self._namer.countries())

    def _is_narrowed(self, head: Token, mention: Mention) -> bool:
        """Tell whether the words around a role say whose it is, though not by a known name."""
        if any(self._is_of_no_state(token) for token in premodifiers(head)):
            return True
        return any(
            below.pos == "PROPN" and below.i > mention.last
            for child in head.children
            if child.dep == "prep" and child.lower in _BELONGING
            for below in child.children
        )

    def _is_of_no_state(self, modifier: Token) -> bool:
        """Tell whether a word before a role noun makes it somebody else's: *the opposition delegates*."""
        mention = self._namer.mention(modifier)
        if mention is None:
            return modifier.pos == "PROPN" and modifier.dep == "compound"
        return mention.form == "agent" and bool(mention.sectors) and OFFICIAL.isdisjoint(mention.sectors)

    def _words(self, mention: Mention) -> tuple[str, ...]:
        return tuple(token.lemma.lower() for token in self._namer.tokens[mention.first : mention.last + 1])
