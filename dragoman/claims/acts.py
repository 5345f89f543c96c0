"""Acts that a clause names without telling that they were done: *agreed to **share data** and to **train police***.

Each act is one verb with its words, from the verb on; what is joined by *and* is an act of its own, and what only
frames the act (conditions, reasons, the one who says so) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from dragoman.claims.passage import Passage
from dragoman.events.voice import is_passive, logical_object, surface_subject
from dragoman.records import EventDate
from dragoman.syntax import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_JOINTS = frozenset({"cc", "conj", "preconj"})
#: Words that open what frames an act rather than belongs to it.
_FRAMING = frozenset(
    {
        "if", "unless", "because", "although", "though", "while", "whereas", "despite", "amid", "according", "but",
        "saying", "adding", "citing", "as", "since", "provided", "whether", "warning", "calling",
    }
)  # fmt: skip
_RELATIVES = frozenset({"which", "who", "where", "whose"})
#: Words that open an aside when a comma stands before them.
_ASIDES = frozenset({"which", "who", "where", "whose", "after", "when", "following", "including", "a", "the", "even"})
_LONGEST_CHAIN = 4
_LENGTHS = frozenset({"years", "decades", "centuries"})
_BREAKS = frozenset({",", "”", '"', "—", "\u2013", "-", ";"})
_OPENERS = frozenset({"mark", "prep", "cc", "advcl", "advmod"})
_OPENING = frozenset({"“", "``", "«"})
_CLOSING = frozenset({"”", "''", "»"})
_NOT_OF_THE_ACT = frozenset({"also", "not", "never", "n't", "still", "soon", "now", "only", "just", "therefore"})
_CONDITIONS = frozenset({"if", "unless", "provided", "providing"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its verb, and its words in order.  Two verbs with one object (*monitor and uphold it*) are one act."""

    verb: Token
    words: tuple[Token, ...]

    @property
    def chain(self) -> tuple[Token, ...]:
        """The verb and those that carry it on: *begin* and *leave* of *begin to leave*."""
        found = [self.verb]
        while len(found) < _LONGEST_CHAIN and (below := found[-1].child("xcomp")) is not None:
            found.append(below)
        return tuple(found)

    @property
    def first(self) -> Token:
        """The word it begins with."""
        return self.words[0]


def subjects_of(verb: Token) -> list[Token]:
    """Return the grammatical subject of a verb, also where the parser gave it to the phrase before.

    *in Bamako, Mali and Niger agreed* and *at Canoas and Rica hopes* hide it among the places.
    """
    found = surface_subject(verb)
    if verb.tag not in _FINITE or any(child.dep in _SUBJECTS for child in verb.children) or is_passive(verb):
        return found
    before = [
        child.i for child in verb.children if child.dep in ("aux", "auxpass", "neg", "advmod") and child.i < verb.i
    ]
    left = min([verb.i, *before]) - 1
    noun = next((token for token in _above_and_below(verb) if token.i == left and token.dep == "conj"), None)
    if noun is None or noun.pos not in ("PROPN", "NOUN"):
        return found
    while noun.dep == "conj" and noun.head.dep == "conj" and noun.head.pos in ("PROPN", "NOUN"):
        noun = noun.head
    return [noun] if noun.dep == "conj" and noun.head.dep == "pobj" else found


def state_of(word: Token) -> tuple[Token, list[Token]]:
    """Return the copula of an adjective or participle, or itself, and the subject it stands with: *is due*."""
    if word.tag == "VBN" and any(child.dep == "auxpass" for child in word.children):
        return word, logical_object(word)
    copula = word
    while copula.dep in ("conj", "acomp", "oprd", "attr", "xcomp") and copula.head is not copula:
        copula = copula.head
        if copula.pos in ("AUX", "VERB") and copula.child("nsubj", "nsubjpass") is not None:
            break
    return copula, subjects_of(copula)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def _above_and_below(verb: Token) -> Iterator[Token]:
    yield from verb.subtree()
    if verb.head is not verb:
        yield from verb.head.subtree()


def headline_subject(particle: Token) -> list[Token]:
    """Return who acts in a headline that has no finite verb: *Oman* of *Oman **to** host the envoys*; maybe nobody."""
    verb = particle.head
    if particle.tag != "TO" or particle.dep != "aux" or verb.tag not in ("VB", "VBP") or verb.i - particle.i > 2:
        return []
    subjects = [child for child in verb.children if child.dep in _SUBJECTS]
    if not subjects and verb.dep in ("advcl", "acl", "relcl", "xcomp") and verb.head.pos in ("NOUN", "PROPN"):
        subjects = [verb.head]
    if not subjects or not _opens_headline(subjects[0], particle, verb):
        return []
    return subjects


def _opens_headline(subject: Token, particle: Token, verb: Token) -> bool:
    """Tell whether nothing but the subject stands before *to*, and no finite verb but *say* anywhere."""
    top = verb
    for above in islice(verb.ancestors(), 6):
        top = above
    words = sorted(top.subtree(), key=lambda token: token.i)
    finite = [token for token in words if token.tag in _TENSED and token.lemma != "say"]
    before = [token for token in words if token.i < particle.i]
    own = {token.i for token in subject.subtree()}
    full = words[-1].text in (".", "!", "?")
    return not (finite or full) and all(token.i in own for token in before)


_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


def infinitives(predicate: Token) -> list[Token]:
    """Return the verbs that a verb, noun or adjective has after *to*, those joined by *and* left out.

    The parser may hang a further member of a list on the predicate: *agreed to share data, train police*.
    """
    found = [child for child in predicate.children if _is_complement(predicate, child)]
    if any(child.dep != "advcl" for child in found):
        found = [child for child in found if child.dep != "advcl"]  # *agreed to work together to end it*: a purpose
    if not found or predicate.pos not in ("VERB", "AUX"):
        return found
    return [*found, *_stray(predicate, found[0].i)]


def _stray(predicate: Token, first: int) -> Iterator[Token]:
    """Yield the members of a list of acts that the parser hung on the predicate or a finite verb above it."""
    for above in (predicate, *islice(predicate.ancestors(), 3)):
        if above.tag in ("VB", "VBP") or any(child.tag == "MD" for child in above.children):
            return
        for child in above.children:
            if child.i > first and child.tag in ("VB", "VBP") and child.dep in ("conj", "advcl", "dep"):
                opened = any(low.dep in ("mark", "advmod") and low.i < child.i for low in child.children)
                listed = any(low.i == child.i - 1 and low.pos in ("PUNCT", "CCONJ") for low in above.subtree())
                if listed and not opened and not _own_clause(child) and not child.is_infinitive():
                    yield child


def _is_complement(predicate: Token, child: Token) -> bool:
    return (
        child.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl", "prep", "pobj", "dep")
        and child.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
        and child.i > predicate.i
        and child.is_infinitive()
        and not any(below.dep in _SUBJECTS for below in child.children)
    )


def _own_clause(verb: Token) -> bool:
    """Tell whether a verb has a subject or an auxiliary of its own other than *to*."""
    return any(
        child.dep in _SUBJECTS or (child.dep in ("aux", "auxpass") and child.lower != "to") for child in verb.children
    )


def acts(verb: Token) -> Iterator[Act]:
    """Yield the act of `verb` and of each verb joined to it without a clause of its own."""
    first = verb
    for _ in range(20):
        partner = _partner(verb)
        if partner is None:
            break
        verb = partner
    yield Act(verb, _words(first, verb))
    for child in _joined(first) if first is verb else (*_joined(first, beyond=verb), *_joined(verb)):
        yield from acts(child)


def clause_act(verb: Token) -> Act:
    """Return the act of a clause with its subject: *no prisoner will be tortured*."""
    subjects = [child for child in verb.children if child.dep in _SUBJECTS]
    first = min((token.i for child in subjects for token in child.subtree()), default=verb.i)
    before = {t.i: t for child in verb.children if child.i < verb.i for t in child.subtree() if t.i >= first}
    return Act(verb, (*(before[i] for i in sorted(before)), *_words(verb, verb)))


def phrase_act(noun: Token) -> Act:
    """Return the act that a noun phrase names: *ten million dollars for the camps*."""
    left = [token for child in noun.children if child.i < noun.i and child.dep != "poss" for token in child.subtree()]
    return Act(noun, (*sorted(left, key=lambda token: token.i), *_words(noun, noun)))


def _joined(verb: Token, beyond: Token | None = None) -> list[Token]:
    return [
        child
        for child in verb.children
        if child.dep == "conj" and child.i > verb.i and (beyond is None or child.i > beyond.i)
        and child.pos in ("VERB", "AUX") and child.tag in _ALIKE.get(verb.tag, (verb.tag,)) and not _own_clause(child)
    ]  # fmt: skip


_ALIKE = {"VB": ("VB", "VBP"), "VBP": ("VB", "VBP"), "NN": ("VB",), "NNP": ("VB",), "JJ": ("VB",)}


def _partner(verb: Token) -> Token | None:
    """Return the verb that shares its object with `verb`: *uphold* in *monitor and uphold the truce*."""
    if any(child.i > verb.i and child.dep not in (*_JOINTS, "punct") for child in verb.children):
        return None
    return next((child for child in _joined(verb) if child.i - verb.i <= 3 and _is_followed(child)), None)


def _is_followed(verb: Token) -> bool:
    return any(child.i > verb.i and child.dep in ("dobj", "prep", "prt", "xcomp", "conj") for child in verb.children)


def _words(first: Token, verb: Token) -> tuple[Token, ...]:
    """Return the words of an act from its first verb on, until something else begins."""
    held = {verb.i: verb, first.i: first}
    joints = _JOINTS if verb.pos in ("VERB", "AUX") else frozenset[str]()
    for child in verb.children:
        if child.i > verb.i and child.dep not in joints and not _frames(child):
            held.update((token.i, token) for token in child.subtree())
    if first is not verb:
        held.update((c.i, c) for c in first.children if c.dep in ("cc", "punct") and first.i < c.i < verb.i)
        held.update((c.i, c) for c in verb.children if first.i < c.i < verb.i)
    before = _adverbs(first)
    words = list(_unbroken(sorted(held.values(), key=lambda token: token.i), first))
    while len(words) > 1 and (words[-1].pos in ("PUNCT", "CCONJ", "SPACE") or words[-1].dep == "mark"):
        words.pop()
    return (*before, *words)


def _adverbs(verb: Token) -> list[Token]:
    """Return the adverbs right before a verb that say how it is done: *closely monitor*."""
    found = [
        child
        for child in verb.children
        if child.dep == "advmod" and child.i == verb.i - 1 and child.lower not in _NOT_OF_THE_ACT and child.tag == "RB"
    ]
    return found[:1]


def _frames(child: Token) -> bool:
    """Tell whether a dependent of the verb only frames the act."""
    if child.dep in ("parataxis", "neg", "mark"):
        return True
    if child.dep in ("ccomp", "advcl") and any(low.dep in _SUBJECTS for low in child.children):
        return any(low.lower in _FRAMING for low in child.children if low.i < child.i) or child.lemma == "say"
    return child.lower in _FRAMING


def _unbroken(words: list[Token], verb: Token) -> Iterator[Token]:
    """Yield `words` from `verb` on, up to the first gap, aside or end of a quotation."""
    yield verb
    opened = 0
    for before, token in pairwise([token for token in words if token.i >= verb.i]):
        opened += token.text in _OPENING
        opened -= token.text in _CLOSING
        if opened < 0 or token.i - before.i > 2 or _breaks_off(before, token):  # one mark may be missing in a list
            return
        yield token


def _breaks_off(before: Token, token: Token) -> bool:
    """Tell whether something else than the act begins with `token`."""
    if token.dep == "conj" and token.tag in ("VBD", "VBZ"):
        return True  # *would withdraw and accused them*
    if token.tag == "VBG" and token.dep == "advcl" and before.text == ",":
        return True  # *would withdraw, raising fears*
    if token.lower == "after" and any(low.tag == "VBG" for low in token.children):
        return True
    if before.text in _BREAKS:
        return token.lower in _RELATIVES or token.lower in _FRAMING or (before.text == "," and token.lower in _ASIDES)
    return token.lower in _FRAMING and token.dep in _OPENERS and (token.lower != "as" or token.dep == "mark")


def unquoted(text: str) -> str:
    """Return words without a quotation mark whose partner stands outside them."""
    if text.count('"') % 2:
        text = text.replace('"', "", 1)
    return text if text.count("“") == text.count("”") else text.replace("“", "").replace("”", "")


def stands_in(date: EventDate, words: Sequence[Token], passage: Passage) -> bool:
    """Tell whether the expression of a date stands among `words`."""
    numbers = {token.i for token in words}
    return any(time.text == date.text and time.first in numbers for time in passage.times)


def is_length(date: EventDate) -> bool:
    """Tell whether an expression counts years rather than names a time: *the first in over 20 years*."""
    return not _LENGTHS.isdisjoint(date.text.lower().split())


def is_to_come(date: EventDate, passage: Passage) -> bool:
    """Tell whether a date is not over on the day of writing, as far as both are known."""
    last, written = date.end or date.start, passage.document.date
    return last is None or written is None or last >= written[: len(last)]


def condition_of(*verbs: Token) -> list[Token]:
    """Return the words of the condition that one of `verbs` stands under: *if …*, *on condition that …*; maybe none."""
    for verb in verbs:
        for child in verb.children:
            openers = [low.lower for low in child.children if low.i < child.i]
            inverted = openers[:1] == ["should"]  # *Should they attack, we will answer*
            if child.dep == "advcl" and "even" not in openers and (inverted or not _CONDITIONS.isdisjoint(openers)):
                return _clause_words(child)
            if child.lower in ("long", "soon") and child.dep == "advmod" and child.child("advcl") is not None:
                return _clause_words(child)
            if child.dep == "prep" and child.lower == "on" and any(low.lemma == "condition" for low in child.children):
                return _clause_words(child)
    return []


def _clause_words(head: Token) -> list[Token]:
    words = sorted(head.subtree(), key=lambda token: token.i)
    while len(words) > 1 and words[-1].pos in ("PUNCT", "SPACE"):
        words.pop()
    return words
