"""Nouns that are counted: the phrase after a number, its head, its measure and its unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.claims.figures.words import Measure, lexicon
from dragoman.claims.passage import Passage
from dragoman.syntax import Token

HYPHENS = frozenset({"-", "\N{EN DASH}", "\N{HYPHEN}"})
EXPLICIT, IMPLIED, INHERITED = 0.9, 0.75, 0.6
_PEOPLE = ("agent", "open_group", "office", "person")
_WITHIN = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
FAR = 8
_DOERS = ("er", "or", "eer", "ist")
_TRANSPARENT = frozenset({"'s", '"', "\N{LEFT DOUBLE QUOTATION MARK}"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What an amount counts."""

    measure: Measure
    unit: str
    anchor: Token
    """The word that stands for the phrase in the sentence: what hangs on it tells what happened."""
    noun: Token | None
    """Head of what is counted; None where only the fate is told."""
    words: tuple[Token, ...] = ()
    """The words of the population."""
    confidence: float = EXPLICIT
    attributive: bool = False
    """True for *a 30-year war*: the noun has the measure, it is not counted."""
    like: Counted | None = None
    """What the number before counted, when it is taken to count the same."""


def plural(noun: Token) -> str:
    """Return the plural of a noun as a unit: small, in one spelling."""
    text = noun.lower if noun.tag in ("NNS", "NNPS") else _pluralised(noun.lower)
    return text.replace("organiz", "organis")


def _pluralised(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") else f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def unit_of(measure: Measure, noun: Token) -> str:
    """Return the unit of a measure when it counts `noun`."""
    return measure.unit or plural(noun)


def pair(noun: Token, tokens: Sequence[Token]) -> str:
    """Return a noun with the word before it, as lemmas: *phone call*."""
    return f"{tokens[noun.i - 1].lemma} {noun.lemma}" if noun.i else noun.lemma


def measure_of(noun: Token, passage: Passage) -> Measure | None:
    """Return the measure of a noun, by the lexicon, else by what the dictionary knows of it; None for others."""
    words = lexicon()
    known = words.nouns.get(pair(noun, passage.sentence.tokens)) or words.nouns.get(noun.lemma)
    if known is None and noun.pos == "PROPN":
        known = words.nouns.get(noun.lower.removesuffix("s"))
    if known is not None:
        return known
    mention = passage.scene.participants.mention(noun)
    if mention is not None and noun.tag in ("NNS", "NNPS", "NN", "JJ", "NNP"):
        if mention.form == "demonym" or (mention.form == "adjective" and noun.tag in ("NNPS", "NNS")):
            return words.measures["people"]
        if mention.form == "agent" and mention.kind in _PEOPLE:
            return words.measures["people"]
    if noun.tag in ("NNS", "NNPS") and _names_doers(noun):
        return words.measures["people"]
    return None


def _names_doers(noun: Token) -> bool:
    """Tell by the ending: *owners*, *loyalists*, *mutineers*."""
    lemma = noun.lemma.lower()
    doers = lemma.endswith(_DOERS) and len(lemma) > 4 and lemma not in lexicon().contexts["no_person"]
    return doers or noun.lower.endswith(("ists", "men", "women"))


def _stop(token: Token, passage: Passage) -> bool:
    return passage.scene.participants.is_time(token)


def noun_after(start: int, passage: Passage) -> Token | None:
    """Return the head of the noun phrase that begins at `start`, by the parse where it is sound, else by the words."""
    tokens = passage.sentence.tokens
    last: Token | None = None
    at = start
    while at < min(start + FAR, len(tokens)):
        token = tokens[at]
        at += 1
        if _stop(token, passage) and token.i > start:
            break
        if token.pos in ("NOUN", "PROPN") and not _opens_idiom(token, tokens):
            if last is not None and not _goes_on(last, token):
                break
            last = token
        elif _opens_idiom(token, tokens):
            at += 2
        elif token.text in _TRANSPARENT or token.lower in HYPHENS:
            continue
        elif (last is not None and token.pos == "ADJ" and token.dep != "amod") or not _fits(token, tokens):
            break
    return last


def _goes_on(noun: Token, following: Token) -> bool:
    """Tell whether `following` still belongs to the phrase of `noun`: not the subject of a clause that describes it."""
    if following.dep in ("nsubj", "nsubjpass") and noun.dep != "compound":
        return noun.head is following or following.head is noun
    modifier = noun.dep in ("compound", "nmod", "poss", "amod") or noun.head is following
    return modifier or noun.tag not in ("NNS", "NNPS")


def _opens_idiom(token: Token, tokens: Sequence[Token]) -> bool:
    """*face to face*, *one on one* before a noun."""
    after = tokens[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[1].lower == token.lower and after[0].lower in ("to", "on")


def _fits(token: Token, tokens: Sequence[Token]) -> bool:
    return token.pos in _WITHIN or _modifies(token) or _joins_adjectives(token, tokens)


def _modifies(token: Token) -> bool:
    """Tell participles before a noun: *displaced families*, *serving officers*."""
    return token.pos == "VERB" and token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound", "nmod")


def _joins_adjectives(token: Token, tokens: Sequence[Token]) -> bool:
    if token.pos != "CCONJ" and token.text != ",":
        return False
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return token.i > 0 and tokens[token.i - 1].pos == "ADJ" and following is not None and following.pos == "ADJ"


def phrase(noun: Token, start: int, passage: Passage) -> tuple[Token, ...]:
    """Return the words from `start` to `noun`, with the *of* phrase after it: *members of the security forces*."""
    tokens = passage.sentence.tokens
    end = noun.i
    for child in noun.children:
        if child.dep == "prep" and child.i == noun.i + 1 and child.lower in ("of", "from"):
            end = end_of(child, end)
    words = tokens[start : end + 1]
    while words and (words[0].pos in ("DET", "PUNCT") or words[0].lower in ("of", "more", "new", "another")):
        words = words[1:]
    return tuple(words)


def end_of(preposition: Token, end: int) -> int:
    """Return the last word of a phrase, without the clauses and numbers in it."""
    far = end
    stack = [preposition]
    for _ in range(4 * FAR):
        if not stack:
            break
        token = stack.pop()
        far = max(far, token.i)
        stack += [c for c in token.children if c.dep in ("pobj", "compound", "amod", "det", "poss", "case", "nmod")]
    return far if far - end <= FAR else end


def verb_of(token: Token) -> Token | None:
    """Return the verb of which a word is subject or object."""
    while token.dep in ("conj", "appos") and token.head.pos in ("NOUN", "PROPN", "NUM"):
        token = token.head
    if token.dep in ("nsubj", "nsubjpass", "dobj", "attr", "oprd") and token.head.pos in ("VERB", "AUX"):
        return token.head
    return None
