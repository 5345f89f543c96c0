"""Cues: the words that give speech and thought to somebody, and where around them the content stands.

A frame names where: `clause` (*said that …*, *…, he said*), `document_clause` (the same of documents), `quote` (a
quotation beside the cue), `order` (*urged Chad to …*), `infinitive` (*threatened to …*), `object_of_particle` (*called
for …*), `object_with_particle` (*accused Chad of …*), `named` (*called it a …*), `gerund` and `object` (*denied …*),
`cited` (*citing officials*), `aside` (*according to*), `that` (*the claim that …*), `held` (*Chad's criticism of …*),
`silence`, `withheld`; `colon` and `continued` are found in the text (see `speech`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.claims.cue_lexicon import Cue, can_speak, cues, is_document, word_lists
from dragoman.events.voice import is_passive, logical_subject
from dragoman.syntax import Token

_WITHHOLDING = frozenset({"decline", "refuse"})
_NO = frozenset({"no", "not", "n't", "never", "without", "neither"})
_TOPICAL = frozenset({"on", "about", "to"})
_FROM = frozenset({"by", "of", "from", "among"})
_OWN = frozenset({"i", "we", "you"})
#: What hangs on a cue as its own: who says it to whom, when, where and how.
_OWN_PHRASES = frozenset(
    {
        "nsubj", "nsubjpass", "aux", "auxpass", "advmod", "prep", "dative", "npadvmod",
        "punct", "mark", "neg", "agent", "prt",
    }
)  # fmt: skip
_OBJECTS = ("dobj", "nsubjpass", "dative")
_HOLDING = frozenset(
    {"make", "issue", "repeat", "express", "voice", "renew", "give", "have", "offer", "release", "deliver"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a cue gives to whom: heads of its sources, the words of its content (none yet for a bare `quote`)."""

    cue: Token
    rule: str
    sources: tuple[Token, ...]
    content: tuple[Token, ...]
    silent: bool = False
    """True when the content is what was not spoken of."""


_PARTS = MappingProxyType({"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADP": "preposition", "SCONJ": "preposition"})


def told(token: Token) -> Told | None:
    """Return what `token` gives to somebody as his words or thoughts, if it is a cue that does."""
    part = "preposition" if token.lower == "according" else _PARTS.get(token.pos)
    if part is None or token.dep == "amod":
        return None
    lemma = token.lower if part == "preposition" else token.lemma
    waiting = None
    for cue in cues().get((part, lemma), ()):
        for frame in cue.frames:
            if frame == "quote":
                waiting = waiting or _waiting(token, cue)
            elif (found := _FRAMES[frame](token, cue)) is not None:
                return found
    return waiting


def _words(*tops: Token) -> tuple[Token, ...]:
    """Return the words of phrases and clauses in order."""
    words = {token.i: token for top in tops for token in top.subtree()}
    return tuple(words[i] for i in sorted(words))


def _waiting(verb: Token, cue: Cue) -> Told | None:
    """A verb of saying that somebody does, without content of its own in the parse."""
    sources = _speakers(verb)
    return Told(verb, cue.id, sources, ()) if sources and not verb.is_infinitive() else None


def _speakers(verb: Token) -> tuple[Token, ...]:
    """Return who does it, but for the writer and his reader; *has the honour to state* is its holder's."""
    found = logical_subject(verb)
    holder = verb.head
    if not found and verb.dep == "xcomp" and holder.dep == "acomp":  # is due to explain
        found = logical_subject(holder.head)
    if not found and verb.dep == "acl" and verb.is_infinitive() and holder.dep in ("dobj", "attr"):
        found = logical_subject(holder.head) if holder.head.pos in ("VERB", "AUX") else []
    return tuple(token for token in found if not _is_nobody(token))


def _is_nobody(token: Token) -> bool:
    """Tell whether a subject is the writer, his reader, or nobody at all: *no minister has refused*."""
    if token.pos == "PRON":
        return token.lower in _OWN
    return any(child.dep == "det" and child.lower in ("no", "neither") for child in token.children)


def _may_speak(verb: Token, sources: tuple[Token, ...]) -> bool:
    """Tell whether somebody else than the writer says it; a passive needs nobody."""
    return bool(sources) or is_passive(verb)


def _clause(verb: Token, cue: Cue) -> Told | None:
    sources = _speakers(verb)
    if not sources and (not is_passive(verb) or _is_impersonal(verb)):
        return None
    content = _complement(verb) or _around(verb)
    return Told(verb, cue.id, sources, content, _is_withheld(verb, content)) if content else None


def _document_clause(verb: Token, cue: Cue) -> Told | None:
    found = _clause(verb, cue)
    return found if found is not None and any(map(is_document, found.sources)) else None


def _is_impersonal(verb: Token) -> bool:
    """*It is believed that*, *he is said to*: nobody says it."""
    return not any(child.dep == "agent" for child in verb.children)


def _complement(verb: Token) -> tuple[Token, ...]:
    """Return the words of the clause that a verb of saying takes, without what only hangs on it in the parse."""
    found = []
    for child in verb.children:
        if child.dep == "ccomp" and _is_clause(child):
            verbs = [child, *(low for low in child.children if low.dep == "conj")]
            parts = [(below, verb) for verb in verbs for below in verb.children]
            beyond = [below for below, verb in parts if _is_stray(below, verb)]
            beyond += [below for below in child.subtree() if _is_reaction(below, child)]
            stray = {token.i for below in beyond for token in below.subtree()}
            found += [token for token in child.subtree() if token.i not in stray]
    found.sort(key=lambda token: token.i)
    while found and found[-1].pos == "CCONJ":  # before what was no part of it
        found.pop()
    return tuple(found)


def _is_stray(below: Token, clause: Token) -> bool:
    """Tell whether a part of a clause is the speaker's own doing: *said it was late, and left*."""
    if below.i < clause.i:
        return False
    parted = any(mark.text == "," and mark.i < below.i for mark in clause.children)
    speaks = ("verb", below.lemma) in cues()
    if below.dep == "advcl":
        beside = any(child.dep == "mark" and child.lower in ("while", "as") for child in below.children)
        return parted and speaks and (below.tag == "VBG" or (beside and below.child("nsubj") is not None))
    if below.dep != "conj" or below.tag != "VBD" or clause.tag != "VBD" or below.child("nsubj", "aux", "auxpass"):
        return False
    return parted or (_cannot_act(clause.child("nsubj")) and (speaks or clause.lemma == "be"))


def _is_reaction(below: Token, clause: Token) -> bool:
    """Tell whether a clause tells what followed the words: *said Chad will pay, which drew laughter*."""
    if below.dep != "relcl" or below.tag != "VBD" or below.lemma not in word_lists()["reaction"]:
        return False
    now = clause.tag in ("VBZ", "VBP") or any(child.tag == "MD" for child in clause.children)
    subject = below.child("nsubj")
    return now and subject is not None and subject.lower == "which"


def _cannot_act(subject: Token | None) -> bool:
    """Tell whether a subject does nothing by itself: *it was late and left*, *time was short and called on Chad*."""
    if subject is None or subject.dep == "expl":
        return subject is not None
    if subject.pos == "PRON":
        return subject.lower in ("it", "this", "that", "there", "what", "everything", "nothing")
    return subject.pos == "NOUN" and subject.tag == "NN" and not can_speak(subject)


def _is_clause(token: Token) -> bool:
    """Tell whether a complement has a verb of its own that is no infinitive."""
    if token.is_infinitive() or (token.tag == "VBG" and token.child("nsubj", "aux") is None):
        return False
    return token.pos in ("VERB", "AUX") or token.child("nsubj", "nsubjpass", "expl", "aux", "auxpass") is not None


def _around(verb: Token) -> tuple[Token, ...]:
    """Return the clause into which the cue is put: *the plan, he said, will fail*; *as he said, …*."""
    above = verb.head
    if above is verb or above.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return ()
    as_told = verb.dep == "advcl" and any(c.lower == "as" and c.dep in ("mark", "advmod") for c in verb.children)
    if verb.dep != "parataxis" and not as_told:
        return ()
    own = {verb.i, *(t.i for child in verb.children if child.dep in _OWN_PHRASES for t in child.subtree())}
    if as_told:
        own = {token.i for token in verb.subtree()}
    return tuple(token for token in _words(above) if token.i not in own)


def _is_withheld(verb: Token, content: tuple[Token, ...]) -> bool:
    """*would not say whether …* tells what was not said."""
    opens = content[0].lower if content else ""
    return is_negated(verb) and (opens in ("whether", "if") or content[0].tag in ("WRB", "WP", "WDT"))


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is denied, itself or by *decline*, *refuse* or *without* above it."""
    if any(child.dep == "neg" or (child.lower in _NO and child.dep in ("advmod", "det")) for child in verb.children):
        return True
    above = verb.head
    if verb.dep == "pcomp" and above.lower == "without":
        return True
    return verb.dep in ("xcomp", "ccomp") and above.lemma in _WITHHOLDING


def _infinitive(verb: Token) -> Token | None:
    """Return the infinitive that tells what somebody is to do: *urged Chad to leave*, *called on Chad to leave*."""
    near = [verb, *(c for c in verb.children if c.dep in (*_OBJECTS, "prep", "prt"))]
    near += [low for c in verb.children if c.dep == "prep" for low in c.children if low.dep == "pobj"]
    for holder in near:
        for child in holder.children:
            if child.dep in ("xcomp", "ccomp", "advcl", "acl") and child.is_infinitive() and child.i > verb.i:
                return child
    return None


def _order(verb: Token, cue: Cue) -> Told | None:
    clause = _infinitive(verb)
    if clause is None or not _is_addressed(verb, clause):
        return None
    words = (token for token in _words(clause) if token.dep != "nsubj" or token.head is not clause)
    sources = _speakers(verb)
    return Told(verb, cue.id, sources, tuple(words)) if sources else None


def _is_addressed(verb: Token, clause: Token) -> bool:
    """Tell whether somebody else is to act: an object, or the subject of the clause."""
    if verb.lemma == "call" and not any(child.lower in ("on", "upon") for child in verb.children):
        return False  # by telephone
    if is_passive(verb) or clause.child("nsubj") is not None:
        return True
    return any(
        child.dep in _OBJECTS or (child.dep == "prep" and child.lower in ("on", "upon", "to"))
        for child in verb.children
    )


def _with_particle(verb: Token, cue: Cue) -> Token | None:
    return next((c for c in verb.children if c.dep in ("prep", "prt", "advmod") and c.lower in cue.particles), None)


def _object_of_particle(verb: Token, cue: Cue) -> Told | None:
    particle, sources = _with_particle(verb, cue), _speakers(verb)
    if particle is None or not sources:
        return None
    words = _words(*(child for child in particle.children if child.dep in ("pobj", "pcomp")))
    return Told(verb, cue.id, sources, words) if words else None


def _object_with_particle(verb: Token, cue: Cue) -> Told | None:
    sources = _speakers(verb)
    held = [child for child in verb.children if child.dep in _OBJECTS]
    particle = _with_particle(verb, cue) or next(
        (p for o in held for p in o.children if p.lower in cue.particles and p.dep == "prep"), None
    )
    if particle is None or not held or not _may_speak(verb, sources):
        return None
    words = (token for token in _words(*held, particle) if token.i > verb.i or not is_passive(verb))
    return Told(verb, cue.id, sources, tuple(words))


def _named(verb: Token, cue: Cue) -> Told | None:
    sources = _speakers(verb)
    names = [
        c
        for c in verb.children
        if c.dep == "oprd" or (c.dep == "ccomp" and c.pos not in ("VERB", "AUX") and c.child("nsubj"))
    ]
    if not names or not sources:
        return None
    held = [child for child in verb.children if child.dep in ("dobj", "nsubj") and child.i > verb.i]
    return Told(verb, cue.id, sources, _words(*held, *names))


def _gerund(verb: Token, cue: Cue) -> Told | None:
    sources = _speakers(verb)
    clause = next((c for c in verb.children if c.dep in ("xcomp", "ccomp") and c.tag == "VBG"), None)
    if clause is None or not sources:
        return None
    return Told(verb, cue.id, sources, _words(clause))


def _object(verb: Token, cue: Cue) -> Told | None:
    sources, held = _speakers(verb), verb.child("dobj")
    if held is None or not sources or held.lower.endswith(("self", "selves")):
        return None
    return Told(verb, cue.id, sources, _words(held))


def _cited(verb: Token, cue: Cue) -> Told | None:
    """*X cited officials in a report that said …*; *…, X said, citing officials*: the officials speak."""
    cited = verb.child("dobj")
    if cited is None:
        return None
    content = _told_inside(verb, cited) or (_told_above(verb) if verb.dep == "advcl" else ())
    return Told(verb, cue.id, (cited,), content) if content else None


def _told_inside(verb: Token, cited: Token) -> tuple[Token, ...]:
    for token in verb.subtree():
        if token is not verb and ("verb", token.lemma) in cues() and (content := _complement(token)):
            return content
    if is_document(cited) or cited.pos == "PRON":
        return ()
    return _complement(verb)


def _told_above(verb: Token) -> tuple[Token, ...]:
    above = verb.head
    own = {token.i for token in verb.subtree()}
    content = _complement(above) or _around(above) if ("verb", above.lemma) in cues() else ()
    return tuple(token for token in content if token.i not in own)


def _aside(token: Token, cue: Cue) -> Told | None:
    to = next((child for child in token.children if child.lower == "to"), None)
    source = to.child("pobj", "pcomp") if to is not None else None
    if source is None or source.lemma in word_lists()["measure"]:
        return None
    above = token.head
    while above.pos not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    own = {below.i for below in token.subtree()}
    words = tuple(below for below in _words(above) if below.i not in own)
    return Told(token, cue.id, (source,), words) if words else None


def _that(noun: Token, cue: Cue) -> Told | None:
    for child in noun.children:
        if child.dep in ("acl", "ccomp", "relcl") and any(
            m.lower == "that" and m.dep == "mark" for m in child.children
        ):
            return Told(noun, cue.id, tuple(_holders(noun)), _words(child))
    return None


def _holders(noun: Token) -> Iterator[Token]:
    """Yield whose claim or view it is: before it, after *by*, *of* or *from*, or who makes or voices it."""
    found = [child for child in noun.children if child.dep == "poss"]
    phrases = [child for child in noun.children if child.dep in ("prep", "agent") and child.lower in _FROM]
    found += [low for phrase in phrases for low in phrase.children if low.dep == "pobj"]
    if not found and noun.dep in ("dobj", "attr") and noun.head.lemma in _HOLDING:
        found = list(_speakers(noun.head))
    yield from found


def _held(noun: Token, cue: Cue) -> Told | None:
    """*Mali's criticism of the mission*: a noun whose holder is named, and what it is about."""
    voiced = noun.dep == "dobj" and any("object" in above.frames for above in cues().get(("verb", noun.head.lemma), ()))
    if voiced:  # the verb tells it: *voiced concern about*
        return None
    about = next((c for c in noun.children if c.dep == "prep" and c.lower in cue.particles), None)
    holders = tuple(
        token
        for token in _holders(noun)
        if token.head is not about and (token.lower not in _OWN or token.pos != "PRON")
    )
    words = [token for child in about.children for token in child.subtree()] if about is not None else []
    if not holders or not words or any(token.lower in ("my", "our", "your") for token in holders):
        return None
    return Told(noun, cue.id, holders, tuple(sorted(words, key=lambda t: t.i)))


def _to_do(verb: Token, cue: Cue) -> Told | None:
    """*threatened to leave*: what the speaker himself is to do."""
    clause = next((c for c in verb.children if c.dep == "xcomp" and c.is_infinitive()), None)
    sources = _speakers(verb)
    if clause is None or not sources or is_passive(verb) or any(c.dep in _OBJECTS for c in verb.children):
        return None
    return Told(verb, cue.id, sources, _words(clause))


def _silence(verb: Token, cue: Cue) -> Told | None:
    nothing = next((child for child in verb.children if child.dep == "dobj" and child.lower == "nothing"), None)
    if nothing is None and not is_negated(verb):
        return None
    topics = _topics(nothing or verb)
    if verb.lemma == "say" and nothing is None and not any(map(_is_question, topics)):
        return None
    declined = verb.dep in ("xcomp", "ccomp") and verb.head.lemma in _WITHHOLDING
    sources = _speakers(verb.head if declined else verb)
    return Told(verb, cue.id, sources, _below(topics) or (verb,), silent=True) if sources else None


def _below(tops: list[Token]) -> tuple[Token, ...]:
    """Return the words of phrases in order, without the prepositions that open them."""
    words = {token.i: token for top in tops for token in top.subtree() if token is not top or top.dep != "prep"}
    return tuple(words[i] for i in sorted(words))


def _topics(holder: Token) -> list[Token]:
    """Return what was not spoken of: objects, clauses, and phrases with *on*, *about* or *to*."""
    return [
        child
        for child in holder.children
        if (child.dep in ("dobj", "ccomp", "xcomp") and child.lower != "nothing")
        or (child.dep == "prep" and child.lower in _TOPICAL)
    ]


def _none_from(noun: Token, cue: Cue) -> Told | None:
    """*There was no comment from the army on the arrests*."""
    if not any(child.dep == "det" and child.lower == "no" for child in noun.children):
        return None
    phrases = [child for child in noun.children if child.dep == "prep"]
    sources = [
        low for phrase in phrases if phrase.lower in ("from", "by") for low in phrase.children if low.dep == "pobj"
    ]
    tops = [
        phrase
        for phrase in (*phrases, *(p for s in sources for p in s.children))
        if phrase.lower in ("on", "about", "to")
    ]
    return Told(noun, cue.id, tuple(sources), _below(tops) or (noun,), silent=True) if sources else None


def _is_question(clause: Token) -> bool:
    first = min(clause.subtree(), key=lambda token: token.i)
    return clause.dep == "ccomp" and (first.lower in ("whether", "if") or first.tag in ("WRB", "WP", "WDT"))


def _withheld(verb: Token, cue: Cue) -> Told | None:
    thing = verb.child("dobj")
    if thing is None or thing.lemma not in cue.words:
        return None
    if not is_negated(verb) and not any(child.dep == "det" and child.lower == "no" for child in thing.children):
        return None
    sources = _speakers(verb.head if verb.head.lemma in _WITHHOLDING else verb)
    words = [t for t in thing.subtree() if t.dep != "det" or t.head is not thing]
    return Told(verb, cue.id, sources, tuple(sorted(words, key=lambda t: t.i)), silent=True) if sources else None


Frame = Callable[[Token, Cue], Told | None]

_FRAMES: Mapping[str, Frame] = MappingProxyType(
    {
        "clause": _clause, "document_clause": _document_clause, "order": _order,
        "object_of_particle": _object_of_particle, "object_with_particle": _object_with_particle, "named": _named,
        "gerund": _gerund, "object": _object, "cited": _cited, "aside": _aside, "that": _that, "silence": _silence,
        "withheld": _withheld, "none_from": _none_from, "held": _held, "infinitive": _to_do,
    }
)  # fmt: skip
