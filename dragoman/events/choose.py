"""Which predicate sense fits a word in its sentence, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.dictionary import OFFICIAL
from dragoman.events.participants import Participants
from dragoman.events.phrases import is_ground
from dragoman.events.senses import PARTS_OF_SPEECH, Sense, SenseLexicon, Test
from dragoman.events.slots import Filled, carrier_of, slots_of, spoken_slots
from dragoman.events.status import is_arranged, operators
from dragoman.events.things import counted, paid_in
from dragoman.learned.network import Guess
from dragoman.ontology import FUTURE
from dragoman.records import Actor
from dragoman.syntax import Sentence, Token

_STATE_KINDS = frozenset({"state", "body", "office", "igo", "person", "open_group"})
_PRIVATE_SECTORS = frozenset(
    {"CVL", "BUS", "EDU", "MED", "JRN", "REF", "LAB", "REL", "CRM", "REB", "NGO", "UNK", "OPP"}
)
_DISSENTING_SECTORS = frozenset({"REB", "OPP"})
#: Slots of which one must name somebody where a noun reports an act by itself.
_NAMING = ("subj", "between", "with", "on", "against", "of", "in", "from")
#: Slots of the place of an act, which stands for the people there.
_WHERE = frozenset({"in", "at", "near", "outside", "across", "around", "throughout", "to"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i"})
_SELF = frozenset({"we", "i"})
#: What is done by a sentence of which somebody else is the subject.
_SAID_OF_OTHERS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
#: Prepositions of time and occasion: what stands after them is told beside what the verb tells.
BACKGROUND = frozenset({"after", "following", "before", "during", "amid", "since", "despite", "when", "by"})
_OCCASION = frozenset({"in", "at", "on"})
_ARMED_SECTORS = frozenset({"MIL", "REB", "COP", "SPY", "CRM"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word with the sense that fits it."""

    token: Token
    sense: Sense
    filled: Filled
    carrier: Token | None
    """For a noun: the verb that carries the act; None when the noun reports it by itself."""
    lost: tuple[str, ...]
    """Senses of the same word that did not fit, each with the reason."""
    guess: Guess | None = None
    """What the network takes the word for, when it proposed it or agrees with the sense on the type."""
    spoken: bool = False
    """Whether the sense is one of saying, and the word the main verb of a quoted sentence that is not told who says."""

    @property
    def anchor(self) -> Token:
        """The word whose clause reports the act."""
        return self.carrier if self.carrier is not None and not self.sense.is_occasion else self.token

    @property
    def is_denial(self) -> bool:
        """Whether it denies a deed, which stays one of its own, denied: *denied reports that it shelled the town*."""
        return self.token.lemma == "deny"

    @property
    def is_beside(self) -> bool:
        """Whether a noun tells when its verb was done: *left after talks with Chad*, *At talks with Chad, he left*."""
        before, verb = self.token.head, self.carrier
        if verb is not None and self.sense.is_occasion:
            return True
        if verb is None or self.token.dep != "pobj":
            return False
        return before.lower in BACKGROUND or (before.lower in _OCCASION and before.head is verb and before.i < verb.i)


def candidates(sentence: Sentence, lexicon: SenseLexicon, participants: Participants) -> Iterator[Candidate]:
    """Yield, in order of the text, each word of the sentence that a sense fits."""
    for _, chosen in judged(sentence, lexicon, participants):
        if isinstance(chosen, Candidate):
            yield chosen


def judged(
    sentence: Sentence, lexicon: SenseLexicon, participants: Participants
) -> Iterator[tuple[Token, Candidate | list[str]]]:
    """Yield each word that has senses, with the one that fits or with why none does."""
    for token in sentence.tokens:
        if (said := _spoken(token, sentence, lexicon, participants)) is not None:
            yield token, said
            continue
        part = PARTS_OF_SPEECH.get(token.pos)
        senses = _senses(token, part, lexicon) if part is not None else []
        if part is None or not senses:
            continue
        if _inside_name(token, participants):
            yield token, ["part of a name"]
        elif describes(token, part):
            yield token, ["describes a noun, or commands"]
        else:
            yield token, _choose(token, senses, sentence, participants)


def _spoken(token: Token, sentence: Sentence, lexicon: SenseLexicon, participants: Participants) -> Candidate | None:
    """Return what a sentence that goes on with a quotation says of others: *"...", he said.  "**Chad must go**."*."""
    if token.dep != "ROOT" or token.pos not in ("VERB", "AUX") or not participants.is_quoted_from_elsewhere(token):
        return None
    subject = token.child("nsubj", "nsubjpass")
    if subject is None or subject.lower in _SELF or any(word.text == "?" for word in sentence.tokens[-2:]):
        return None
    filled = spoken_slots(token)
    for sense in lexicon.find("verb", "say"):
        said = Candidate(token, sense, filled, None, (), spoken=True)
        if sense.type in _SAID_OF_OTHERS and _misfit(said, sentence, participants) is None:
            return said
    return None


def _senses(token: Token, part: str, lexicon: SenseLexicon) -> list[Sense]:
    if part == "noun" and token.lemma in lexicon.long_ends:
        for child in token.children:
            if child.dep in ("compound", "amod", "nmod"):
                longer = lexicon.find(part, f"{child.lemma} {token.lemma}")
                if longer:
                    return [*longer, *lexicon.find(part, token.lemma)]
    if token.tag == "VBN":  # *is opposed to*, *was prepared for*: a participle may stand for an adjective
        return [*lexicon.find(part, token.lemma), *lexicon.find("adj", token.lower)]
    return lexicon.find(part, token.lemma)


def describes(token: Token, part: str) -> bool:
    """A participle before its noun reports no act (*convicted criminals*), nor does a command (*Sign up*)."""
    if part != "verb":
        return False
    if token.dep == "amod":
        return token.tag in ("VBG", "VBN")
    return token.tag == "VB" and token.dep == "ROOT" and not any(c.dep in ("aux", "nsubj") for c in token.children)


def _inside_name(token: Token, participants: Participants) -> bool:
    """A word that belongs to a name reports no act: *Strike* in a unit's name, *Arms Control Agency*."""
    mention = participants.mention(token)
    return mention is not None and mention.form != "agent"


def _choose(token: Token, senses: list[Sense], sentence: Sentence, participants: Participants) -> Candidate | list[str]:
    """Return the first sense that fits, as a candidate, or why none of them does."""
    lost: list[str] = []
    known: dict[tuple[str, bool], Filled] = {}
    for sense in senses:
        carrier = carrier_of(token) if sense.part == "noun" else None
        if carrier is not None and not _carries(carrier, token, sense):
            carrier = None
        key = (sense.part, carrier is not None)
        filled = known.get(key) or known.setdefault(key, slots_of(token, sense.part, carried=carrier is not None))
        candidate = Candidate(token, sense, filled, carrier, ())
        reason = _misfit(candidate, sentence, participants)
        if reason is None:
            return replace(candidate, lost=tuple(lost))
        lost.append(f"{sense.id}: {reason}")
    return lost


def _misfit(candidate: Candidate, sentence: Sentence, participants: Participants) -> str | None:
    """Return why a sense does not fit, or None when it does."""
    token, sense, filled = candidate.token, candidate.sense, candidate.filled
    if sense.particle is not None and not any(_is_particle(child, sense.particle) for child in token.children):
        return f"particle {sense.particle!r} missing"
    if sense.part == "noun" and not _reports(candidate, sentence, participants):
        return "no verb carries it"
    for slots, tests in sense.when:
        if not _holds(slots, tests, filled, participants):
            return f"condition on {'|'.join(slots)} not met"
    return None


def _is_particle(child: Token, particle: str) -> bool:
    """A preposition with an object of its own is no particle: *taken in the town*."""
    if child.lower != particle or child.dep not in ("prt", "advmod", "prep", "npadvmod", "acomp", "intj"):
        return False
    return child.dep != "prep" or child.child("pobj") is None


def _carries(carrier: Token, noun: Token, sense: Sense) -> bool:
    """Tell whether the verb a noun stands with carries the act: *held talks*, not *cancelled talks*."""
    if sense.is_occasion or (is_arranged(carrier) and FUTURE[sense.type] == "AGREE"):
        return True
    if noun.dep == "nsubj":
        return carrier.lemma in operators()["occur"]
    return carrier.lemma in (sense.light or operators()["carry"])


def _reports(candidate: Candidate, sentence: Sentence, participants: Participants) -> bool:
    """Tell whether a noun reports an act, through the verb that carries it or by itself."""
    token = candidate.token
    if token.dep in ("compound", "nmod", "npadvmod") or (token.pos == "PROPN" and sentence.zone == "body"):
        return False
    if candidate.carrier is not None:
        return True
    if candidate.sense.bare or sentence.zone in ("title", "subtitle"):
        named = ((slot, t) for slot in _NAMING for t in candidate.filled.get(slot, ()))
        return any(there(slot, t, participants) for slot, t in named)
    return False


def _holds(slots: tuple[str, ...], tests: tuple[Test, ...], filled: Filled, participants: Participants) -> bool:
    tokens = _of(slots, filled)
    if any(_passes(test, slots, tokens, filled, participants) for test in tests if test.negated):
        return False
    positive = [test for test in tests if not test.negated]
    return not positive or any(_passes(test, slots, tokens, filled, participants) for test in positive)


def rules_out(sense: Sense, filled: Filled) -> bool:
    """Tell whether a sense says of a word in the slots that with it there is no such act: *declined to comment*."""
    excluded = [
        token
        for slots, tests in sense.when
        for test in tests
        for token in _of(slots, filled)
        if test.negated and test.words and _is_word(token, test.words)
    ]
    return bool(excluded) and all(_is_told(tests, _of(slots, filled)) for slots, tests in sense.when)


def _is_told(tests: tuple[Test, ...], tokens: list[Token]) -> bool:
    """Tell whether the words of the slots meet what a condition asks for; who somebody is is not asked."""
    positive = [test for test in tests if not test.negated]
    return not positive or any(
        not tokens
        if test.kind == "none"
        else bool(tokens) and (not test.words or any(_is_word(t, test.words) for t in tokens))
        for test in positive
    )


def _of(slots: tuple[str, ...], filled: Filled) -> list[Token]:
    return [token for slot in slots for token in filled.get(slot, ())]


def _passes(
    test: Test, slots: tuple[str, ...], tokens: list[Token], filled: Filled, participants: Participants
) -> bool:
    if test.kind == "none":
        return not tokens
    if test.kind == "any":
        return bool(tokens)
    if test.kind in ("word", "class"):
        return any(_is_word(token, test.words) for token in tokens)
    if test.kind == "actor" and any(token.lower in _PERSONAL for token in tokens):
        return True  # somebody speaks or acts; who it is may be told elsewhere
    nested = test.kind == "abroad"
    actors = [actor for token in tokens for actor in there(slots[0], token, participants, nested=nested)]
    if test.kind in ("foreign", "abroad", "other"):
        subjects = [actor for token in filled.get("subj", ()) for actor in participants.actors(token)]
        return any(_is_another(actor, subjects, test.kind) for actor in actors)
    return _are_kind(actors, test.kind)


def _are_kind(actors: Sequence[Actor], kind: str) -> bool:
    if kind == "several":
        return len({actor.country for actor in actors if actor.country}) > 1
    return any(is_kind(actor, kind) for actor in actors)


def there(slot: str, token: Token, participants: Participants, *, nested: bool = False) -> list[Actor]:
    """Return whom a slot names, or its phrase if `nested`; of a place, whose it is: *in six **Iranian** cities*."""
    return participants.actors(token, nested=nested or (slot in _WHERE and is_ground(token)))


def _is_another(actor: Actor, subjects: Sequence[Actor], kind: str) -> bool:
    """Tell whether an actor is `foreign` to the subjects, or their `other` side at home or abroad."""
    abroad = bool(actor.country) and all(_is_abroad(actor, subject) for subject in subjects)
    if kind in ("foreign", "abroad"):
        return abroad and is_kind(actor, "state")
    opposed = all(_side(actor) != _side(subject) for subject in subjects)
    return (abroad or opposed) and (is_kind(actor, "state") or _side(actor) == "dissent")


def _is_abroad(actor: Actor, subject: Actor) -> bool:
    """A minister of no known country may well be of this one."""
    return actor.country != subject.country and (bool(subject.country) or _side(subject) != "authority")


def _side(actor: Actor) -> str:
    """Return on which side of a country's politics somebody stands: `authority`, `dissent` or `neither`."""
    sectors = frozenset(actor.sectors[:1])
    if actor.kind == "armed_group" or sectors & _DISSENTING_SECTORS:
        return "dissent"
    return "authority" if sectors & OFFICIAL else "neither"


def _is_word(token: Token, words: frozenset[str]) -> bool:
    """Tell whether a noun, what it counts, or one joined to it is among `words`, alone or with the word before it."""
    waiting = [token]
    while waiting:
        noun = waiting.pop()
        if noun.lemma in words or noun.lower in words or _is_pair(noun, words):
            return True
        waiting += [child for child in noun.children if child.dep == "conj"]
        waiting += [things for things in (counted(noun), paid_in(noun)) if things is not None]
    return False


def _is_pair(noun: Token, words: frozenset[str]) -> bool:
    return any(
        f"{child.lemma} {noun.lemma}" in words or f"{child.lower} {noun.lower}" in words
        for child in noun.children
        if child.dep in ("compound", "amod", "nmod")
    ) or any(f"{noun.lemma} {child.lower}" in words for child in noun.children if child.dep in ("prt", "advmod"))


def is_kind(actor: Actor, kind: str) -> bool:
    """Tell whether an actor is of a kind that conditions name: `actor`, `state`, `igo`, `armed` or `person`."""
    if kind == "person":
        return actor.kind == "person"
    if kind == "armed":
        return actor.kind == "armed_group" or not _ARMED_SECTORS.isdisjoint(actor.sectors)
    if kind == "igo":
        return actor.kind == "igo"
    if kind == "state":
        return actor.kind in _STATE_KINDS and not _PRIVATE_SECTORS.intersection(actor.sectors[:1])
    return True
