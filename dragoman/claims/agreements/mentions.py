"""One instrument as one sentence tells of it: its noun, its words, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.claims.agreements.lexicon import Act, Instrument, acts, instruments
from dragoman.claims.passage import Passage
from dragoman.events.phrases import definite, is_trait, premodifiers
from dragoman.events.slots import carrier_of
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.records import Actor
from dragoman.syntax import Token

_COUNTS = frozenset({"series", "number", "set", "pair", "round", "kind", "sort", "part", "draft", "text", "term"})
#: Words that tell no agreement from another.
_PLAIN = frozenset(
    {
        "new", "final", "historic", "major", "landmark", "initial", "joint", "bilateral", "comprehensive", "possible",
        "recent", "current", "fragile", "tentative", "so", "call", "international", "late", "last", "big", "good",
        "bad", "key", "important", "formal", "official", "separate", "own", "such", "say", "old", "first", "second",
        "future", "draft", "temporary", "provisional", "more", "other", "broad", "wide", "full", "written", "partial",
        "shaky", "similar", "previous", "existing", "exist", "early", "multilateral", "trilateral", "deal", "agreement",
        "two", "three", "several", "various", "potential", "proposed", "propose", "binding", "ongoing", "real",
    }
)  # fmt: skip
_ANY = frozenset({"all", "any", "no", "such", "existing", "every", "future", "many", "its", "their", "our", "more"})
_NO_ONE = frozenset({"whatever", "whichever", "what", "any", "every", "such"})
_TO_COME = frozenset({"proposed", "planned", "possible", "potential", "future", "draft", "prospective", "eventual"})
_OTHERS = frozenset({"first", "second", "third", "another", "other", "separate", "new", "similar"})
_ABOUT = frozenset({"on", "for", "of", "over", "about", "in"})
_PARTY_KINDS = frozenset({"state", "igo", "organisation", "armed_group", "open_group", "body"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done with an agreement: the word that tells it and how far it is real."""

    act: Act
    word: Token
    standing: Standing


@dataclass(slots=True)
class Mention:
    """One instrument in one sentence."""

    noun: Token
    instrument: Instrument
    words: frozenset[str]
    """Lemmas that tell it from others."""
    named: bool
    definite: bool
    owners: list[Actor]
    """Parties that the phrase itself names, before the noun or after *between* and *with*."""
    deeds: list[Deed] = field(default_factory=list)

    def is_real(self) -> bool:
        """Tell whether the words around it speak of it as a thing that is, not as one wished for."""
        if self.definite:
            return True
        if any(not deed.standing.unreal and deed.standing.mood != "conditional" for deed in self.deeds):
            return True
        standing = assess_noun(self.noun, carrier_of(self.noun))
        denied = standing.mood == "possible" and standing.negated and bool(self.deeds)
        return denied or (not standing.unreal and not standing.negated and standing.mood == "fact")

    def is_proposed(self) -> bool:
        """Tell whether a word before it says that it is still to come."""
        return any(child.lower in _TO_COME for child in self.noun.children)


def mentions(passage: Passage) -> Iterator[Mention]:
    """Yield the instruments of a sentence in its order."""
    known = instruments()
    for token in passage.sentence.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod", "amod"):
            continue
        for instrument in known.get(token.lemma.lower(), ()):
            if _fits(token, instrument, passage):
                yield _mention(passage, token, instrument)
                break


def _fits(noun: Token, instrument: Instrument, passage: Passage) -> bool:
    if noun.tag in ("NNS", "NNPS") and any(child.lower in _ANY for child in noun.children):
        return False
    if any(child.lower in _NO_ONE for child in noun.children) or _is_before_another(noun):
        return False
    if not instrument.before:
        return not any(child.dep == "amod" and child.lower in ("great", "good") for child in noun.children)
    before = [child for child in premodifiers(noun) if child.head is noun]
    if any(child.lemma.lower() in instrument.before for child in before):
        return True
    return "name" in instrument.before and any(_is_name(passage, child) for child in before)


def _is_before_another(noun: Token) -> bool:
    """*a ceasefire deal* is one instrument, even where the parser takes it for two."""
    return any(child.i == noun.i + 1 and child.lemma.lower() in instruments() for child in noun.children)


def _is_name(passage: Passage, word: Token) -> bool:
    """Tell whether a word before the noun names it: *Astana*, but not the countries that it joins."""
    mention = passage.scene.participants.mention(word)
    if mention is not None and mention.kind in _PARTY_KINDS and mention.form not in ("capital", "place", "metonym"):
        return False
    return word.pos == "PROPN" and word.dep in ("compound", "nmod", "amod") and word.text[:1].isupper()


def _mention(passage: Passage, noun: Token, instrument: Instrument) -> Mention:
    before = list(premodifiers(noun))
    owners = _owners(passage, noun, before)
    named = any(_is_name(passage, word) for word in before)
    taken = {actor.start for actor in owners}
    words = {w.lemma.lower() for w in before if w.start not in taken and w.pos != "PRON" and w.dep != "poss"}
    words |= {word.lemma.lower() for word in _matter(passage, noun)}
    lemma = noun.lemma.lower()
    fresh = any(child.lemma.lower() in _OTHERS for child in noun.children)
    sure = (definite(noun) and not fresh) or noun.pos == "PROPN" or (named and not _has_article(noun))
    found = Mention(noun, instrument, frozenset(words - _PLAIN - {lemma}), named, sure, owners)
    found.deeds = list(_deeds(noun))
    return found


def _matter(passage: Passage, noun: Token) -> Iterator[Token]:
    """Yield the nouns that say what an instrument is about: *an agreement on their sea border*."""
    for child in noun.children:
        if child.dep != "prep" or child.lower not in _ABOUT:
            continue
        for below in child.children:
            if below.dep in ("pobj", "pcomp") and not passage.scene.participants.is_time(below):
                yield from (t for t in (below, *below.children) if t.pos in ("NOUN", "PROPN", "ADJ", "VERB"))


def _has_article(noun: Token) -> bool:
    return any(child.lower in ("a", "an") for child in noun.children)


def _owners(passage: Passage, noun: Token, before: list[Token]) -> list[Actor]:
    """Return the parties before the noun: *Greece's treaty*, *the US-Taliban deal*."""
    owners = [actor for child in noun.children if child.dep == "poss" for actor in passage.actors(child)]
    listed: list[Actor] = []
    for word in before:
        mention = passage.scene.participants.mention(word)
        if mention is None or is_trait(word) or word.dep == "poss" or mention.kind not in _PARTY_KINDS:
            continue
        if mention.form in ("name", "adjective", "demonym") and not _is_backer(word):
            listed.extend(passage.scene.participants.alone(word))
    countries = {(actor.name, actor.country) for actor in listed}
    return owners + (listed if len(countries) > 1 or not _is_of_a_place(noun) else [])


def _is_backer(word: Token) -> bool:
    return word.head.tag in ("VBN", "VBD") and word.head.dep in ("amod", "compound")


def _is_of_a_place(noun: Token) -> bool:
    """Tell whether a country before the noun is where it holds rather than a party: *the Syria ceasefire*."""
    words = {noun.lemma.lower(), *(child.lemma.lower() for child in noun.children)}
    return not words.isdisjoint({"ceasefire", "truce", "process", "peace", "fire", "cease", "armistice", "cessation"})


def _deeds(noun: Token) -> Iterator[Deed]:
    top = _top(noun)
    head = top.head
    if top.dep in ("dobj", "nsubjpass", "attr", "oprd") and head.pos in ("VERB", "AUX"):
        before = {child.lower for child in head.children if child.dep in ("prep", "prt") and child.i < top.i}
        yield from _done(head, noun, lambda act: (not act.by or not act.by.isdisjoint(before)) and not act.itself)
    elif top.dep == "nsubj" and head.pos in ("VERB", "AUX"):
        yield from _done(head, noun, _itself)
    elif top.dep == "pobj":
        yield from _by_preposition(top)
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBN":
            yield from _done(child, noun, _plain_object)
        elif child.dep == "relcl" and child.pos == "VERB":
            subject = child.child("nsubj")
            own = subject is not None and subject.lower in ("which", "that")
            yield from _done(child, noun, _itself if own else _plain_object)


def _plain_object(act: Act) -> bool:
    return not act.by and not act.itself


def _itself(act: Act) -> bool:
    return act.itself


def _by_preposition(noun: Token) -> Iterator[Deed]:
    prepositions = [noun.head.lower]
    above = noun.head.head
    while above.pos == "ADP" and len(prepositions) < 4 and above.head is not above:
        prepositions.append(above.lower)
        above = above.head
    if above.pos in ("VERB", "AUX"):
        particles = [child.lower for child in above.children if child.dep in ("prt", "advmod")]
        yield from _done(above, noun, lambda act: not act.by.isdisjoint([*prepositions, *particles]) and not act.itself)
    elif above.pos in ("NOUN", "PROPN"):
        for act in acts().get(above.lemma.lower(), ()):
            if above.lemma.lower() in act.nouns:
                yield Deed(act, above, assess_noun(above, carrier_of(above)))
                return
        if above.dep == "dobj" and above.head.pos == "VERB":  # *condemned the attack in a statement*
            yield from _done(above.head, noun, lambda act: "in" in act.by and "in" in prepositions)


def _done(verb: Token, noun: Token, fits: Callable[[Act], bool]) -> Iterator[Deed]:
    for act in acts().get(verb.lemma, ()):
        if verb.lemma in act.verbs and fits(act) and not (act.itself and _has_more(verb, act)):
            yield Deed(act, verb, _standing(verb, noun))
            return


def _has_more(verb: Token, act: Act) -> bool:
    """*ended a revolt*, *failed to include*: what comes to an end is not the agreement itself."""
    return act.status == "ended" and verb.child("dobj", "xcomp") is not None


def _standing(verb: Token, noun: Token) -> Standing:
    """Return the standing of a deed; *came to no agreement* denies it."""
    standing = assess(verb)
    if verb.is_infinitive() and verb.head is verb:  # *X and Y to sign a treaty*
        standing = replace(standing, mood="future")
    if noun.dep == "pobj" and any(child.lower in ("no", "neither") for child in noun.children):
        return replace(standing, negated=not standing.negated)
    return standing


def _top(noun: Token) -> Token:
    """Climb out of joined nouns and counts: *accords* of *a series of accords*."""
    for _ in range(8):
        above = noun.head
        if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
            noun = above
        elif noun.dep == "pobj" and above.lower == "of" and above.head.lemma in _COUNTS:
            noun = above.head
        else:
            break
    return noun
