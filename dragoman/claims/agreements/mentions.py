"""One instrument as one sentence tells of it: its noun, its words, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from dragoman.claims.agreements.deeds import Deed, deeds
from dragoman.claims.agreements.lexicon import Instrument, instruments
from dragoman.claims.passage import Passage
from dragoman.events.phrases import definite, is_trait, premodifiers
from dragoman.events.slots import carrier_of
from dragoman.events.status import assess_noun
from dragoman.records import Actor
from dragoman.syntax import Token

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
_NO_ONE = frozenset({"whatever", "whichever", "what", "every"})
_TO_COME = frozenset({"proposed", "planned", "possible", "potential", "future", "draft", "prospective", "eventual"})
_OTHERS = frozenset({"first", "second", "third", "another", "other", "separate", "new", "similar"})
_ABOUT = frozenset({"on", "for", "of", "over", "about", "in"})
#: Deals at court, at work, in trade and on the stage.
_PRIVATE = frozenset(
    {
        "plea", "book", "record", "film", "movie", "tv", "sponsorship", "transfer", "labour", "labor", "pay", "wage",
        "merger", "takeover", "buyout", "licensing", "shirt", "broadcast", "endorsement", "rental", "employment",
        "prenuptial", "confidentiality", "tenancy", "recording", "streaming", "advertising", "rights", "mortgage",
        "republican", "democratic", "constitutional",
    }
)  # fmt: skip
_GENERAL = frozenset({"free", "trade", "peace", "nuclear", "security", "economic", "ceasefire", "joint", "final"})
_PRAISE = frozenset({"great", "good"})
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_LONGEST_RUN = 6
#: Nouns that bear names of much else: contracts of towns, plans of ministers.
_NO_NAMES = frozenset(
    {
        "contract", "plan", "package", "text", "document", "draft", "framework", "arrangement", "compromise",
        "partnership", "alliance", "coalition", "settlement", "understanding", "area", "zone", "union", "initiative",
        "mechanism", "corridor", "front", "bloc", "format",
    }
)  # fmt: skip
_PARTY_KINDS = frozenset({"state", "igo", "organisation", "armed_group", "open_group", "body"})


@dataclass(slots=True)
class Mention:
    """One instrument in one sentence."""

    noun: Token
    instrument: Instrument
    words: frozenset[str]
    """Lemmas that tell it from others."""
    named: bool
    proper: bool
    """True when the phrase is a name that tells it from all others: *the Treaty of Trianon*."""
    definite: bool
    owners: list[Actor]
    """Parties that the phrase itself names, before the noun or after *between* and *with*."""
    deeds: list[Deed] = field(default_factory=list)

    def is_real(self) -> bool:
        """Tell whether the words around it speak of it as a thing that is, not as one wished for."""
        if any(child.lower == "any" for child in self.noun.children):
            return self._is_denied_by_what_governs()
        if self.definite:
            return True
        if self.instrument.alone and any(deed.act.subject == "party" for deed in self.deeds):
            return True
        if any(not deed.standing.unreal and deed.standing.mood != "conditional" for deed in self.deeds):
            return True
        standing = assess_noun(self.noun, carrier_of(self.noun))
        denied = standing.mood == "possible" and standing.negated and bool(self.deeds)
        return denied or (not standing.unreal and not standing.negated and standing.mood == "fact")

    def _is_denied_by_what_governs(self) -> bool:
        above = [deed.standing for deed in self.deeds if deed.word in self.noun.ancestors()]
        return any(standing.negated and not standing.unreal for standing in above)

    def is_proposed(self) -> bool:
        """Tell whether a word before it says that it is still to come."""
        return any(child.lower in _TO_COME for child in self.noun.children)


def mentions(passage: Passage) -> Iterator[Mention]:
    """Yield the instruments of a sentence in its order."""
    known = instruments()
    for token, following in zip_longest(passage.sentence.tokens, passage.sentence.tokens[1:]):
        if following is not None and following.pos == "NOUN" and following.lemma.lower() in known:
            continue  # *a ceasefire deal* is one instrument
        if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod", "amod"):
            continue
        for instrument in known.get(token.lemma.lower(), ()):
            if _fits(token, instrument, passage):
                yield _mention(passage, token, instrument)
                break


def _fits(noun: Token, instrument: Instrument, passage: Passage) -> bool:
    if _is_at_large(noun) or _is_before_another(noun):
        return False
    if instrument.proper:
        return noun.text[:1].isupper() and not _is_alias(noun)
    if any(child.dep == "prep" and child.lower in instrument.after for child in noun.children):
        return True
    if not instrument.before:
        return not instrument.after and _PRAISE.isdisjoint(child.lower for child in noun.children)
    return _has_before(noun, instrument, passage)


def _has_before(noun: Token, instrument: Instrument, passage: Passage) -> bool:
    before = [child for child in premodifiers(noun) if child.head is noun]
    if any(child.lemma.lower() in instrument.before for child in before):
        return True
    return "name" in instrument.before and any(_is_name(passage, child) for child in before)


def _is_alias(noun: Token) -> bool:
    """*a partnership named X*, *the pact known as X*: one agreement with its name, not two."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "as" else noun.head
    return noun.dep in ("oprd", "pobj", "appos", "attr") and above.lemma in ("name", "call", "dub", "know", "christen")


def _is_at_large(noun: Token) -> bool:
    """*all trade agreements*, *whatever deal*: no agreement is meant."""
    words = {child.lower for child in noun.children}
    if not words.isdisjoint(_PRIVATE) or ("such" in words and "no" not in words):
        return True
    return not words.isdisjoint(_NO_ONE) or (noun.tag in ("NNS", "NNPS") and not words.isdisjoint(_ANY))


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
    before = [*premodifiers(noun), *_run(passage, noun)]
    owners = _owners(passage, noun, before) + _in_heading(passage, noun)
    of_place = _is_of_a_name(noun)
    named = instrument.proper or of_place or any(_is_name(passage, word) for word in before)
    taken = {actor.start for actor in owners}
    words = {w.lemma.lower() for w in before if w.start not in taken and w.pos != "PRON" and w.dep != "poss"}
    words |= {word.lemma.lower() for word in _matter(passage, noun)}
    if instrument.proper:
        words.add(noun.lower)
    lemma = noun.lemma.lower()
    fresh = any(child.lemma.lower() in _OTHERS for child in noun.children)
    sure = (definite(noun) and not fresh) or noun.pos == "PROPN" or (named and not _has_article(noun))
    told = frozenset(words - _PLAIN) if instrument.proper else frozenset(words - _PLAIN - {lemma})
    found = Mention(noun, instrument, told, named, _is_proper(passage, noun, before, instrument), sure, owners)
    found.deeds = list(deeds(noun))
    return found


def _run(passage: Passage, noun: Token) -> list[Token]:
    """Return the names right before a noun that the parser hung elsewhere: *pulls out of Iran deal*, *A-B-C Pact*."""
    tokens = passage.sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token is noun), 0) - 1
    found: list[Token] = []
    while at >= 0 and len(found) < _LONGEST_RUN and (tokens[at].pos == "PROPN" or tokens[at].text in _DASHES):
        if tokens[at].pos == "PROPN":
            found.append(tokens[at])
        at -= 1
    return [] if all(word.head is noun for word in found) else [word for word in found if word.head is not noun]


def _in_heading(passage: Passage, noun: Token) -> list[Actor]:
    """Return who acts in a heading whose verb was taken for a word before the noun: *Peru, Chile initial treaty*."""
    verb = next((deed.word for deed in deeds(noun) if deed.word.i < noun.i), None)
    if noun.dep not in ("ROOT", "appos") or verb is None:
        return []
    names = [word for word in passage.sentence.tokens if word.pos == "PROPN" and word.i < verb.i]
    return [actor for word in names for actor in passage.scene.participants.alone(word)]


def _is_of_a_name(noun: Token) -> bool:
    """*the Treaty of Trianon*, not *a treaty of friendship*."""
    if not noun.text[:1].isupper():
        return False
    return any(
        below.dep == "pobj" and below.pos == "PROPN"
        for child in noun.children
        if child.dep == "prep" and child.lower == "of"
        for below in child.children
    )


def _is_proper(passage: Passage, noun: Token, before: list[Token], instrument: Instrument) -> bool:
    """Tell whether a phrase is a proper name: capitalised as one, or called after a place."""
    if _has_article(noun) or noun.lower in _NO_NAMES:
        return False
    if instrument.proper or _is_of_a_name(noun):
        return True
    names = [word for word in before if _is_name(passage, word) and word.lower not in _GENERAL]
    if not names:
        return False
    return instrument.id == "treaty" or noun.text[:1].isupper() or any(_is_place(passage, word) for word in names)


def _is_place(passage: Passage, word: Token) -> bool:
    mention = passage.scene.participants.mention(word)
    return (mention is not None and mention.form in ("capital", "place")) or passage.place_named(word) is not None


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
