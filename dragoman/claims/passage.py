"""What the coder of one kind of claim sees: a sentence with its persons, places, times, events and speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

from dragoman.claims.speech import Said, Speech
from dragoman.events.home import is_official, is_resident
from dragoman.events.phrases import coordinated, phrase, phrase_span
from dragoman.events.scene import Scene, dated
from dragoman.events.things import counted
from dragoman.records import Actor, Attribution, Document, Event, EventDate, Evidence, Place
from dragoman.stages.base import Draft, TimeMention
from dragoman.syntax import Sentence, Token

_FIRST = frozenset({"we", "us", "i", "me", "ourselves"})
#: Nouns for those who act together, named or not.
_GROUPS = frozenset(
    {
        "side", "party", "neighbour", "neighbor", "donor", "country", "government", "ally", "member", "leader",
        "faction", "authority", "community", "state", "nation", "group", "power", "partner", "militia", "rebel",
        "elder",
    }
)  # fmt: skip


class ClaimCoder(Protocol):
    """The coder of one kind of claim, made anew for each document."""

    def read(self, passage: Passage) -> None:
        """Take in one sentence; sentences come in order."""

    def records(self) -> tuple[Any, ...]:
        """Return the records of the document, in the order of the text, when all sentences have been read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document, as the coders of claims see it."""

    draft: Draft
    scene: Scene
    speech: Speech
    events: tuple[Event, ...]
    """The events that rest on this sentence."""

    @property
    def document(self) -> Document:
        """The document."""
        return self.draft.document

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.scene.sentence

    @property
    def times(self) -> list[TimeMention]:
        """Its time expressions."""
        return self.scene.times

    @property
    def silent(self) -> bool:
        """True on pages and in sentences of sport, culture and business, where only speech is coded."""
        return self.scene.silent

    def actors(self, token: Token, *, nested: bool = False) -> tuple[Actor, ...]:
        """Return whom a head word names, those joined to it included, see `Participants.actors`.

        Officials named without a country are those of the country that the article is about.
        """
        found = self.scene.participants.actors(token, nested=nested)
        return tuple(self._at_home(actor, [other for other in found if other is not actor]) for actor in found)

    def _at_home(self, actor: Actor, others: list[Actor]) -> Actor:
        if actor.country is not None or not is_official(actor) or is_resident(actor):
            return actor
        home = self.scene.homes.of(actor, others)
        return replace(actor, country=home.country, basis=home.basis) if home is not None else actor

    def parties(self, token: Token) -> tuple[Actor, ...]:
        """Return whom a head word names as a party: for *we* the speaker, for *world powers* an open group."""
        if token.lower in _FIRST:
            return self.sources(token)[:1] or self.actors(token)
        if token.pos in ("VERB", "AUX", "NUM"):
            return ()
        things = counted(token)
        if things is not None and things is not token:
            return self.actors(token) or self.parties(things)
        groups = [self._group(noun) for noun in coordinated(token) if noun.tag == "NNS" and noun.lemma in _GROUPS]
        found = self.actors(token)
        if found and not any(noun is not token for noun in coordinated(token)):
            return found
        return (*found, *(group for group in groups if not any(_overlap(group, actor) for actor in found)))

    def _group(self, token: Token) -> Actor:
        start, end = phrase_span(token)
        return Actor(
            name=phrase(token), country=None, sectors=("UNK",), kind="open_group",
            text=self.document.text[start:end], start=start, end=end,
        )  # fmt: skip

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the stretch `start` to `end` of the document."""
        return Evidence(start=start, end=end, quote=self.document.text[start:end])

    def span(self, tokens: Iterable[Token]) -> Evidence:
        """Return the stretch from the first to the last of `tokens`, without blanks, commas and stops at its ends."""
        start, end = span_of(tokens)
        return self.evidence(start, end)

    def text(self, tokens: Iterable[Token]) -> str:
        """Return the words from the first to the last of `tokens` on one line, as printed otherwise."""
        return " ".join(self.span(tokens).quote.split())

    def date(self, predicate: Token) -> EventDate | None:
        """Return when what `predicate` (a verb or noun) tells took or takes place, as far as the sentence says."""
        time = self.scene.time_of(predicate, predicate)
        return dated(time) if time is not None else None

    def time_in(self, tokens: Iterable[Token]) -> TimeMention | None:
        """Return the first time expression among `tokens`."""
        numbers = {token.i for token in tokens}
        return next((time for time in self.times if time.first in numbers and time.last in numbers), None)

    def place(self, predicate: Token) -> Place | None:
        """Return the place of a phrase that hangs on `predicate`."""
        venue = self.scene.venues.at(predicate, self.sentence)
        return venue.place if venue is not None else None

    def place_named(self, token: Token) -> Place | None:
        """Return the place that a word names, wherever it stands: *Lima hosted the talks*."""
        venue = self.scene.venues.named(token, self.sentence)
        return venue.place if venue is not None else None

    def said(self, token: Token) -> tuple[Said, ...]:
        """Return the attributions in whose content `token` stands, nearest first."""
        return self.speech.around(token)

    def sources(self, token: Token) -> tuple[Actor, ...]:
        """Return who says the words in which `token` stands, nearest first; empty for the outlet itself."""
        return tuple(actor for said in self.said(token) for actor in self.speakers(said))

    def speakers(self, said: Said) -> tuple[Actor, ...]:
        """Return who speaks in an attribution, of whatever sentence."""
        return self.speech.speakers(said, self.scene.participants)

    def attribution(self, token: Token) -> Attribution | None:
        """Return the nearest source of the words in which `token` stands, as printed."""
        return next((Attribution(speaker=s.source, verb=s.cue.lemma) for s in self.said(token) if s.source), None)


def _overlap(one: Actor, other: Actor) -> bool:
    return one.start < other.end and other.start < one.end


def is_named(actor: Actor) -> bool:
    """Tell whether an actor is told apart from others: not merely *the company* or *the parliament*."""
    return actor.country is not None or (actor.entry is not None and not actor.entry.startswith("agent."))


def span_of(tokens: Iterable[Token]) -> tuple[int, int]:
    """Return start and end of a stretch of words, without commas, stops and conjunctions at its ends."""
    words = sorted(tokens, key=lambda token: token.i)
    while len(words) > 1 and words[-1].pos in ("PUNCT", "CCONJ", "SPACE"):
        words.pop()
    while len(words) > 1 and words[0].pos in ("PUNCT", "CCONJ", "SPACE"):
        words.pop(0)
    return words[0].start, words[-1].end


def clause(verb: Token, *, subject: bool = True) -> list[Token]:
    """Return the words of the clause of `verb` without those joined to it by *and*; maybe without its subject."""
    return sorted(_clause(verb, subject=subject), key=lambda token: token.i)


def _clause(verb: Token, *, subject: bool) -> Iterator[Token]:
    yield verb
    for child in verb.children:
        if child.dep in ("conj", "cc") or (child.dep == "punct" and child.i > verb.i):
            continue
        if not subject and child.dep in ("nsubj", "nsubjpass", "csubj", "expl"):
            continue
        yield from child.subtree()
