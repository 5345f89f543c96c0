"""Noun phrases: the words of one, its modifiers and its parallel members."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from dragoman.events.discourse import ASIDE, MAIN, OBJECT, SUBJECT
from dragoman.stages.base import Mention
from dragoman.syntax import Sentence, Token
from dragoman.text import fold

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her"})
#: Prepositions whose noun is not what the text goes on about.
_ASIDES = frozenset({"by", "with", "of", "in", "at", "near", "from"})
_SINGLE = frozenset({"state", "igo", "organisation", "body"})
#: Bodies that the grammar takes for many.
_MANY = frozenset({"police", "forces", "authorities", "troops"})
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
#: What *it is* says of a clause that follows.
_OF_CLAUSES = frozenset(
    {
        "clear", "unclear", "likely", "unlikely", "possible", "impossible", "important", "necessary", "difficult",
        "hard", "easy", "time", "early", "late", "crucial", "vital", "essential", "good", "better", "true", "unusual",
    }
)  # fmt: skip
_TRAIT = frozenset(
    {
        "backed", "led", "occupied", "born", "made", "based", "held", "controlled", "sponsored", "brokered", "funded",
        "style", "run",
    }
)  # fmt: skip

#: Nouns that end the name of no actor.
_INSTRUMENTS = frozenset(
    {
        "accord", "accords", "agreement", "agreements", "conference", "convention", "declaration", "memorandum", "pact",
        "protocol", "protocols", "talks", "treaty",
    }
)  # fmt: skip
_ENVOYS = frozenset({"ambassador", "envoy", "consul", "attache", "attaché", "representative", "emissary"})
_TITLES = _ENVOYS | frozenset(
    {
        "minister", "president", "chancellor", "premier", "king", "prince", "secretary", "counterpart", "chief",
        "general", "governor", "senator", "leader", "spokesman", "spokeswoman", "emir", "sultan", "commander",
    }
)  # fmt: skip
_PLACES = frozenset({"town", "city", "village", "district", "province", "region", "port", "island", "area", "county"})
_LOCATING = frozenset({"in", "near", "outside", "around"})
#: Words for a place that is told by a name after *of* or by its country: *the Syrian town of Atma*.
PLACE_WORDS = frozenset(
    {
        "capital", "city", "town", "village", "port", "province", "region", "district", "state", "governorate",
        "county", "suburb", "island", "area", "valley", "territory", "north", "south", "east", "west",
    }
)  # fmt: skip
_SITES = PLACE_WORDS | frozenset(
    {
        "northeast", "northwest", "southeast", "southwest", "neighbourhood", "neighborhood", "quarter", "slum",
        "street", "square", "campus", "university", "station", "airport", "peninsula", "highland", "enclave", "zone",
        "camp", "prison", "jail",
    }
)  # fmt: skip

#: What is held or made somewhere that it may have little to do with: *talks in Geneva*, *the Minsk deal*.
MEETINGS = frozenset(
    {
        "accord", "agreement", "conference", "deal", "meeting", "negotiation", "pact", "process", "protocol", "summit",
        "talk", "treaty",
    }
)  # fmt: skip
#: Words for a state as a party.
STATES = frozenset({"country", "nation", "state", "government", "side"})


def coordinated(token: Token) -> Iterator[Token]:
    """Yield a noun and those joined to it, however many, each before those joined to it in turn."""
    waiting = [token]
    while waiting:
        noun = waiting.pop()
        yield noun
        waiting.extend(child for child in reversed(noun.children) if _is_joined(child))


def _is_joined(child: Token) -> bool:
    if child.pos not in ("NOUN", "PROPN", "ADJ", "PRON"):
        return False
    return child.dep == "conj" or is_listed(child) or _is_member(child)


def _is_before_title(name: Token) -> bool:
    """The parser takes the first of two names for part of the second's title: *Kerry and Foreign Minister Lavrov*."""
    if name.pos != "PROPN" or name.dep not in ("nmod", "compound") or name.child("cc") is None:
        return False
    titled = name.child("conj")
    return titled is not None and titled.lower in _TITLES and name.i < titled.i < name.head.i


def _is_slashed(name: Token) -> bool:
    """Tell whether a name stands before another with a stroke between: *PKK/PYD*, *Astana/Sochi*."""
    if name.pos != "PROPN" or name.dep not in ("nmod", "compound") or name.head.i != name.i + 2:
        return False
    return any(child.text == "/" and child.i == name.i + 1 for child in (*name.head.children, *name.children))


def is_listed(token: Token) -> bool:
    """The parser takes the second name of a long list for an apposition: *Chad, Niger, Mali and Togo*."""
    return token.dep == "appos" and any(child.dep == "conj" for child in token.children)


def _is_member(name: Token) -> bool:
    """Tell whether a name before another is no part of it."""
    return _is_slashed(name) or _is_before_title(name)


def premodifiers(head: Token) -> Iterator[Token]:
    """Yield the words that modify a noun from the left, nested and coordinated ones included."""
    for child in head.children:
        if child.dep in _MODIFIERS and child.pos not in ("VERB", "NUM") and child.i < head.i and not _is_member(child):
            for token in coordinated(child):
                yield token
                yield from premodifiers(token)


def is_trait(token: Token) -> bool:
    """Tell whether a name only describes: *US* in *US-backed*."""
    head = token.head
    if head.lower in _TRAIT:
        return True
    return any(t.lower in _TRAIT and t.i - token.i in (1, 2) and t.i < head.i for t in head.children)


def definite(head: Token) -> bool:
    """Tell whether a noun has a definite article, a demonstrative or a possessive."""
    return any(child.dep in ("det", "poss") and child.lower in _DEFINITE for child in head.children)


def phrase_span(head: Token) -> tuple[int, int]:
    """Return where the phrase of a noun begins and where the noun ends; of *the PKK/PYD* each name by itself."""
    if any(_is_slashed(child) for child in head.children):
        return head.start, head.end
    left = list(premodifiers(head)) + [c for c in head.children if c.dep in ("det", "nummod") and c.i < head.i]
    return min([head.start, *(t.start for t in left)]), head.end


def hyphenated(head: Token, name: Sequence[Token], text: str) -> dict[str, Any]:
    """Return words, start and end of a name whose head is followed by a hyphen (*Jaish-e-Mohammed*), else nothing."""
    if head not in name or head is name[-1] or name[name.index(head) + 1].start != head.end or name[-1].lower == "'s":
        return {}
    start, end = name[0].start, name[-1].end
    return {"text": text[start:end], "start": start, "end": end}


def phrase(head: Token) -> str:
    """Return a noun with its modifiers from the left, an age left out."""
    words = sorted({head, *(word for word in premodifiers(head) if not _is_age(word))}, key=lambda token: token.i)
    return " ".join(word.text for word in words)


def _is_age(word: Token) -> bool:
    return word.lower == "old" and word.child("npadvmod") is not None


def proper_name(head: Token, taken: Container[int]) -> str:
    """Return the name without title and country: *Ihsan Ghani*."""
    words = [c for c in head.children if c.dep in ("compound", "flat") and c.pos == "PROPN" and c.i not in taken]
    return " ".join(t.text for t in sorted([*words, head], key=lambda token: token.i))


def phrases_around(token: Token) -> Iterator[Token]:
    """Yield a word and the heads of the phrases in which it stands, as far as it is not merely joined to them."""
    for step in (token, *token.ancestors()):
        yield step
        if step.dep == "conj":
            return


def within(token: Token, above: Token) -> bool:
    """Tell whether a word stands in the phrase of a noun `above`, not merely joined to it by *and*."""
    return any(step is above for step in phrases_around(token))


def rank_of(noun: Token) -> int | None:
    """Return how likely a noun is to be taken up again, from where it stands; None where it never is."""
    while noun.dep in ("conj", "appos") and noun.head.pos in ("NOUN", "PROPN", "PRON"):
        noun = noun.head
    if noun.dep in ("nsubj", "nsubjpass"):
        return MAIN if _is_main(noun.head) else SUBJECT
    if noun.dep == "pobj":
        if noun.head.lower == "from" and noun.head.head.lower == "reporting":
            return None  # where a reporter stands
        return ASIDE if noun.head.lower in _ASIDES and noun.head.dep != "agent" else OBJECT
    if noun.dep == "poss":
        return ASIDE if rank_of(noun.head) == ASIDE else OBJECT
    return OBJECT if noun.dep in ("dobj", "dative") else None


def _is_main(verb: Token) -> bool:
    while verb.dep == "conj" and verb.head.pos in ("VERB", "AUX"):
        verb = verb.head
    return verb.head is verb


def is_plural(noun: Token, mention: Mention | None) -> bool:
    """Tell whether *they* rather than *it* would stand for a noun: *the Kurds*, *police*, not *the Maldives*."""
    if mention is not None and mention.form in ("adjective", "demonym"):
        return noun.tag not in ("NN", "NNP")
    if noun.lower in _MANY:
        return True
    if mention is not None and (mention.form == "person" or mention.kind in _SINGLE):
        return noun.tag == "NNPS" and noun.lower not in mention.name.lower().split()
    return noun.tag in ("NNS", "NNPS") or (mention is not None and mention.kind == "open_group")


def number_of(noun: Token) -> int | None:
    """Return the number that stands before a noun, when it is small: *both sides* are two."""
    return next((_NUMBERS[child.lower] for child in noun.children if child.lower in _NUMBERS), None)


def is_expletive(pronoun: Token) -> bool:
    """Tell whether *it* stands for nothing: *it is clear that*, *it was the third visit*."""
    if pronoun.lower != "it":
        return False
    verb = pronoun.head
    if pronoun.dep == "expl" or verb.child("attr") is not None:
        return True
    state = verb.child("acomp")
    return (state is not None and state.lemma in _OF_CLAUSES) or verb.child("csubj") is not None


def are_others(plural: Token) -> bool:
    """Tell whether what follows says whose they are: *the parties to the deal*, not *the leaders of both states*."""
    belonging = [child for child in plural.children if child.dep == "prep" and child.lower in ("of", "to", "from")]
    return any(below.lemma not in STATES for child in belonging for below in child.children)


def is_spot(token: Token, mention: Mention | None) -> bool:
    """Tell whether a word before a noun names a town or region: *the Paris attacks*, *a Helmand operation*."""
    return token.dep == "compound" and mention is not None and mention.form in ("capital", "place")


def names_instrument(head: Token) -> bool:
    """Tell whether a name is that of an agreement or a meeting: *the Lisbon Treaty*."""
    return head.pos == "PROPN" and head.lower in _INSTRUMENTS


def posted(name: Token) -> Token | None:
    """Return the office of an envoy whose post stands before the name: *the Russian **ambassador** to Syria Oleg X*."""
    to = name.head
    of_post = name.dep == "pobj" and to.lower in ("to", "in") and name.child("compound") is not None
    return to.head if of_post and to.head.lemma.lower() in _ENVOYS else None


def is_place(head: Token) -> bool:
    """Tell whether the words around an unknown name say that it is a place: *the town of Mocho*, *near Mocho*."""
    above = head.head
    if head.dep == "pobj" and (above.lower in _LOCATING or (above.lower == "of" and above.head.lemma in _PLACES)):
        return True
    return any(child.lemma in _PLACES for child in head.children)


def is_ground(noun: Token) -> bool:
    """Tell whether a common noun is a place that its country or name tells: *six Iranian cities*."""
    return noun.pos == "NOUN" and noun.lemma in _SITES


def place_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the names that stand somewhere after *in* or *near* and nowhere act."""
    names = [token for sentence in sentences for token in sentence.tokens if token.pos == "PROPN"]
    acting = {fold(token.text) for token in names if token.dep in ("nsubj", "nsubjpass", "poss")}
    return frozenset(
        fold(token.text) for token in names if token.dep == "pobj" and token.head.lower in _LOCATING
    ) - frozenset(acting)
