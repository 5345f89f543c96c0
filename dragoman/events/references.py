"""References: what pronouns and descriptions stand for: *he*, *its*, *we*, *the country*, *the group*.

The sentence itself is asked first (the subject of a clause above, then who was named before the word), then the
discourse. Words in a quotation are its speaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import islice
from typing import Protocol

from dragoman.events.descriptions import states_described
from dragoman.events.discourse import Discourse, Heard, is_many, is_one_body, is_person
from dragoman.events.genders import HE, SHE, may_stand_for
from dragoman.events.phrases import (
    coordinated,
    definite,
    is_expletive,
    is_listed,
    is_plural,
    phrases_around,
    rank_of,
    within,
)
from dragoman.events.quotations import Quotations
from dragoman.events.status import operators
from dragoman.events.voice import logical_object, surface_subject
from dragoman.records import Actor, Document
from dragoman.stages.base import Mention
from dragoman.syntax import Sentence, Token

_HE = HE | SHE
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "both", "themselves"})
_SOME = frozenset({"some", "many", "most"})
WE = frozenset({"we", "us", "our", "i", "my", "me"})
"""Pronouns of who speaks or issues the text."""
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
#: Descriptions of organisations and the kinds of actor they stand for.
DESCRIBED = {
    "group": frozenset({"armed_group", "organisation"}),
    "movement": frozenset({"armed_group", "organisation"}),
    "militia": frozenset({"armed_group"}),
    "faction": frozenset({"armed_group"}),
    "organisation": frozenset({"igo", "organisation", "armed_group"}),
    "organization": frozenset({"igo", "organisation", "armed_group"}),
    "bloc": frozenset({"igo"}),
    "alliance": frozenset({"igo"}),
}
#: Words for several who were named together.
_NUMBERED = {"pair": 2, "duo": 2, "two": 2, "trio": 3, "three": 3, "quartet": 4, "four": 4}
#: Nouns that take up a body by a word of its name: *the authority* after *the National Counter-Terrorism Authority*.
_BODIES = frozenset(
    {"authority", "agency", "commission", "council", "committee", "department", "bureau", "court", "union", "league"}
)
#: What is said of, or done to, the country of others: *visited the country*, not *led the country*.
_TO_OTHERS = frozenset(
    {
        "accuse", "ask", "attack", "blame", "bomb", "castigate", "condemn", "criticise", "criticize", "denounce",
        "implore", "insult", "invade", "lambast", "liken", "mock", "praise", "pressure", "punish", "recognise",
        "recognize", "sanction", "slam", "sue", "thank", "threaten", "tour", "urge", "visit", "warn",
    }
)  # fmt: skip
#: Those who tell what others did: *Residents said they had arrested six men*.
_TELLERS = frozenset({"resident", "witness", "eyewitness", "villager", "neighbour", "neighbor", "local", "source"})
_HEADS = 20  # above a pronoun that are looked at
_WORDS = 150  # before a pronoun in its own sentence that are looked at
_ISSUERS = ("ministry", "government", "embassy", "presidency", "foreign affairs", "president", "prime minister")


class Reader(Protocol):
    """Who knows what the phrases of a sentence name."""

    sentence: int
    tokens: list[Token]

    def actors(self, token: Token, *, nested: bool = False) -> list[Actor]:
        """Return the actors a head token names, coordination included."""

    def alone(self, token: Token) -> list[Actor]:
        """Return the actors a head token names without those joined to it."""

    def mention(self, token: Token) -> Mention | None:
        """Return the dictionary mention that covers a token."""

    def owners(self, head: Token) -> list[Mention]:
        """Return the named mentions that modify a noun from the left."""

    def role_words(self, head: Token) -> tuple[str, ...]:
        """Return the words of the office that a phrase gives."""

    def is_time(self, token: Token) -> bool:
        """Tell whether a word belongs to a time expression."""

    def looking_at(self, sentence: Sentence) -> AbstractContextManager[None]:
        """Ask about the tokens of another sentence for a while."""


class References:
    """Resolver of pronouns and descriptions in one document."""

    def __init__(
        self, reader: Reader, document: Document, names: Mapping[str, str], sentences: Sequence[Sentence]
    ) -> None:
        self.discourse = Discourse()
        self._reader = reader
        self._document = document
        self._names = names
        self._sentences = {sentence.index: sentence for sentence in sentences}
        self._quotations = Quotations(document.text, sentences)
        self._issuers: list[Actor] = []
        self._speakers: dict[int, list[Actor]] = {}

    def remember(self) -> None:
        """Tell the discourse who and what was named in the sentence."""
        for heard in list(self._heard(self._reader.tokens)):
            self.discourse.hear(heard)

    def pronoun(self, head: Token) -> list[Actor]:
        """Return whom a pronoun stands for; nobody where that is open."""
        word = head.lower
        if word in WE:
            return self._speaker(head)
        if word in _SOME:
            return self._some_of_them(head)
        if word not in _HE | _IT | _THEY or is_expletive(head):
            return []
        found = self._object_above(head) or self._subject_above(head)
        if found is None:
            found = self._before(head)
        speaker = self.speakers_around(head) if found else []
        return [actor for actor in found if not any(actor.name == other.name for other in speaker)]

    def _some_of_them(self, head: Token) -> list[Actor]:
        """*Hundreds of Belgians left, with **some** returning*: some of those whom the clause above tells of."""
        counted = any(child.lower == "of" for child in head.children)
        return [] if counted or head.dep != "nsubj" else self._subject_above(head) or []

    def described(self, head: Token) -> list[Actor]:
        """A description of what was named before: *the country*, *the group*, *the two*."""
        if head.lower in _NUMBERED:
            known = definite(head) or any(child.lower == "all" for child in head.children)
            return self.discourse.both(self.here(head), self._reader.sentence, _NUMBERED[head.lower]) if known else []
        if head.lower == "others":
            return self._others(head)
        if not definite(head) or head.tag == "NNS" or self._reader.owners(head):
            return []
        states = states_described(head)
        if states is not None:
            return self._state_described(head, states)
        kinds = DESCRIBED.get(head.lemma)
        bare = not any(child.dep in ("prep", "appos", "relcl") for child in head.children)
        if kinds and bare:
            return self.discourse.body(self.here(head), self._reader.sentence, kinds)
        return self.discourse.called(head.lemma) if head.lemma in _BODIES and bare else []

    def _state_described(self, head: Token, among: frozenset[str]) -> list[Actor]:
        """Return the state that *the country* or *its country* means, of those `among` if any."""
        holder = head.child("poss")
        if holder is not None:
            return self.pronoun(holder)
        told = self._other_state(head, among) or self.discourse.state(
            self._here_or_last(head), self._reader.sentence, among
        )
        return [replace(a, name=self._names.get(a.country or "", a.name), sectors=("GOV",), kind="state") for a in told]

    def _other_state(self, head: Token, among: frozenset[str]) -> list[Actor]:
        """Return another state than his own who did to *the country* what is done to others: *he accused the country*.

        Nobody where no other was told of, or where it may well be his own.
        """
        verb = head.head.head if head.dep == "pobj" else head.head
        if head.dep not in ("dobj", "pobj") or verb.lemma not in _TO_OTHERS:
            return []
        own = {actor.country for token in surface_subject(verb) for actor in self._reader.actors(token)} - {None}
        told = self.discourse.states(self._here_or_last(head), self._reader.sentence, among) if len(own) == 1 else []
        return next(([state] for state in told if state.country not in own), [])

    def _here_or_last(self, head: Token) -> list[Heard]:
        """Return who was named before a word; before *that country* only who was named last."""
        here = self.here(head)
        pointing = any(child.dep == "det" and child.lower == "that" for child in head.children)
        return [heard for heard in here if heard.actors and heard.actors[0].country][-1:] or here if pointing else here

    def _others(self, head: Token) -> list[Actor]:
        """*killed three Turkish soldiers and wounded two **others***: more of those whom the verb before names."""
        verb = head.head
        if verb.dep != "conj" or head.dep not in ("dobj", "nsubjpass"):
            return []
        found = [actor for token in logical_object(verb.head) for actor in self._reader.actors(token)]
        return [replace(actor, basis="others of the same") for actor in found]

    def _before(self, pronoun: Token) -> list[Actor]:
        """Return whom a pronoun stands for among those named before it."""
        word, here = pronoun.lower, self.here(pronoun)
        if word == "both":
            return self.discourse.both(here, self._reader.sentence, 2)
        if word in _HE:
            return self.discourse.he(here, self._reader.sentence, word)
        if word in _THEY:
            if pronoun.head.dep == "ccomp":
                here = [heard for heard in here if heard.noun not in _TELLERS]
            return self.discourse.they(here, self._reader.sentence)
        return self.discourse.it(here, self._reader.sentence)

    def _object_above(self, pronoun: Token) -> list[Actor]:
        """The object of a participle is that of the verb it hangs on: *condemned Chad, accusing **it** of spying*."""
        clause = pronoun.head
        if pronoun.dep != "dobj" or clause.dep != "advcl" or clause.tag != "VBG":
            return []
        above = clause.head.child("dobj")
        found = self._reader.actors(above) if above is not None and above.pos != "PRON" else []
        person = pronoun.lower in _HE
        return [replace(a, basis="pronoun") for a in found if (a.kind in ("person", "office")) == person]

    def _subject_above(self, pronoun: Token) -> list[Actor] | None:
        """Return the subject of a clause above: *Japan said **it** had halted aid*; none when it is unknown."""
        fits = is_person if pronoun.lower in _HE else is_many if pronoun.lower in _THEY | _SOME else is_one_body
        for subject in self._subjects_above(pronoun):
            heard = self._heard_as(subject)
            if heard is not None and not all(may_stand_for(pronoun.lower, actor) for actor in heard.actors):
                continue
            if heard is not None and (fits(heard) or _speaks_of_its_own(heard, subject, pronoun)):
                return [replace(actor, basis=actor.basis or "pronoun") for actor in heard.actors]
            if heard is not None and _hides(heard, pronoun):
                return []
        return None

    def _subjects_above(self, pronoun: Token) -> Iterator[Token]:
        """Yield the subjects of the clauses that hold a pronoun, nearest first, but not what it stands in itself."""
        above = islice(pronoun.ancestors(), _HEADS)
        verbs = [token for token in above if token.pos in ("VERB", "AUX")]
        for verb in verbs if pronoun.lower in _POSSESSIVE else verbs[1:]:
            for subject in surface_subject(verb):
                inside = within(pronoun, subject) and subject is not verb.head
                tells = pronoun.head.dep == "ccomp" and subject.lemma in _TELLERS
                if not (inside or tells or subject.pos == "PRON" or self._is_outside_quotation(pronoun, subject)):
                    yield subject

    def _is_outside_quotation(self, pronoun: Token, subject: Token) -> bool:
        """Tell whether a pronoun is quoted and the subject is not: speakers do not call themselves *he*."""
        return self._quotations.around(pronoun) is not self._quotations.around(subject)

    def is_quoted_from_elsewhere(self, token: Token) -> bool:
        """Tell whether a word is quoted, and its speaker is named in another sentence."""
        quotation = self._quotations.around(token)
        return quotation is not None and quotation.speaker is not None and quotation.sentence != self._reader.sentence

    def speakers_around(self, token: Token) -> list[Actor]:
        """Return who speaks the words that `token` stands in."""
        quotation = self._quotations.around(token)
        if quotation is None or quotation.speaker is None:
            return []
        if quotation.start not in self._speakers:
            self._speakers[quotation.start] = []  # a speaker who is named by a pronoun in the quotation
            with self._reader.looking_at(self._sentences[quotation.sentence]):
                self._speakers[quotation.start] = self._reader.alone(quotation.speaker)
        return self._speakers[quotation.start]

    def _speaker(self, we: Token) -> list[Actor]:
        """Who *we* and *our* stand for: the speaker of the quotation, or the issuer of a declaration."""
        if self._quotations.around(we) is not None:
            known = [actor for actor in self.speakers_around(we) if actor.basis != "unknown name"]
            return [replace(actor, basis="speaker of the quotation") for actor in known]
        named = we.child("appos")
        if named is not None:
            self._issuers = self._reader.actors(named)
        return [replace(actor, basis="issuer") for actor in self._issuers or self._publisher()]

    def _publisher(self) -> list[Actor]:
        """Return the state whose authority published the document."""
        publisher = (self._document.publisher or "").lower()
        if not any(word in publisher for word in _ISSUERS):
            return []
        return [
            Actor(name=name, country=code, sectors=("GOV",), kind="state", text="", start=0, end=0)
            for code, name in self._names.items()
            if name.lower() in publisher
        ][:1]

    def here(self, token: Token) -> list[Heard]:
        """Return who was named in the sentence before `token`, whatever holds it or stands beside it left out."""
        clause = next((t for t in token.ancestors() if t.pos in ("VERB", "AUX")), None)
        beside = token.dep in ("dobj", "pobj", "dative")
        around = {step.i for step in phrases_around(token)}
        return [
            heard
            for left in self._reader.tokens[max(0, token.i - _WORDS) : token.i]
            if left.i not in around and not (beside and left.head is clause)
            for heard in self._heard([left], before=token.i)
        ]

    def _heard(self, tokens: Iterable[Token], before: int | None = None) -> Iterator[Heard]:
        """Yield the noun phrases of `tokens`; those joined by *and* once together, too."""
        for token in tokens:
            if self._reader.is_time(token) or token.pos not in ("NOUN", "PROPN", "PRON") or rank_of(token) is None:
                continue
            if token.dep == "appos" and not is_listed(token) and self._reader.alone(token.head):
                continue  # *Ghani, the former director*: heard as Ghani
            group = list(coordinated(token)) if token.dep != "conj" else [token]
            if len(group) > 1 and (before is None or group[-1].i < before):
                together = self._heard_as(token)
                if together is not None and len(together.actors) > 1:
                    yield together
            alone = self._heard_as(token, alone=True)
            if alone is not None:
                yield alone

    def _heard_as(self, token: Token, *, alone: bool = False) -> Heard | None:
        """Return a noun phrase as the discourse remembers it, `alone` or with what *and* joins to it."""
        actors = self._reader.alone(token) if alone else self._reader.actors(token)
        if token.pos == "PRON" and not actors:
            return None
        several = not alone and any(child.dep == "conj" for child in token.children)
        named = len(actors) == 1 and actors[0].country is not None and actors[0].basis is None
        role = self._reader.role_words(token) if named else ()
        mention = self._reader.mention(token)
        plural = several or is_plural(token, mention)
        return Heard(
            tuple(actors),
            self._reader.sentence,
            rank_of(token) or 0,
            plural,
            token.lemma,
            role,
            _sort(token, mention, actors),
        )


def _sort(head: Token, mention: Mention | None, actors: Sequence[Actor]) -> str | None:
    """Return the entry of a role noun of which the phrase itself says whose it is: *rebels* of *Houthi rebels*."""
    if mention is None or len(actors) != 1 or actors[0].basis is not None:
        return None
    if mention.form != "agent":
        return f"agent.{head.lemma}" if mention.kind == "armed_group" and head.tag == "NNS" else None
    owned = actors[0].country is not None or (actors[0].entry or mention.entry) != mention.entry
    return mention.entry if owned else None


def _speaks_of_its_own(heard: Heard, subject: Token, pronoun: Token) -> bool:
    """Tell whether a state or body says what *its* own did, in the plural: *Syria claims **their** missiles hit*."""
    return pronoun.lower in _THEY and is_one_body(heard) and subject.head.lemma in operators()["say"]


def _hides(subject: Heard, pronoun: Token) -> bool:
    """Tell whether a pronoun most likely stands for a subject of which nothing is known."""
    thing = not subject.actors and not subject.plural and pronoun.lower in _IT
    return thing or any(actor.basis == "unknown name" for actor in subject.actors)
