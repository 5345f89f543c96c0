"""Who meets in a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.claims.passage import Passage
from dragoman.claims.series.lexicon import words
from dragoman.events.phrases import is_trait
from dragoman.events.voice import is_passive, logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token
from dragoman.text import fold

_KINDS = frozenset({"state", "igo", "armed_group", "office", "person", "body", "organisation", "agent", "open_group"})
_PUBLIC = frozenset({"GOV", "MIL", "IGO", "REB", "LEG", "OPP", "SPY", "COP"})
_BESIDE = 14  # words around a meeting that tell what sort it is
_WITH = frozenset({"between", "of", "with", "among", "by"})
_JOINING = frozenset({"with", "between", "among"})
_MEETING = frozenset(
    {"hold", "take", "have", "start", "begin", "attend", "convene", "meet", "open", "close", "conduct", "launch",
     "conclude", "finish", "resume", "end", "gather", "set", "confer"}
)  # fmt: skip


def parties_of(passage: Passage, head: Token, further: Sequence[Token], verb: Token | None) -> tuple[Actor, ...]:
    """Return who meets: before the noun, after *between*, *of* and *with*, and the subject of *hold*."""
    found: list[Actor] = []
    for noun in (head, *further):
        found.extend(_beside(passage, noun))
    if verb is not None and verb.lemma in _MEETING:
        found.extend(actor for token in _around(verb, head) for actor in passage.actors(token))
    parties = distinct(actor for actor in found if _is_party(actor))
    if len(parties) == 1 and _joins(head):
        parties = distinct((*(actor for actor in _other_side(passage, head) if _is_party(actor)), *parties))
    return parties


def _around(verb: Token, head: Token) -> Iterator[Token]:
    """Yield who stands around a verb of meeting: its subject, whom they met, with whom or between whom it was."""
    met = [child for child in verb.children if child.dep == "dobj"] if head is verb else []
    yield from (noun for noun in (*_subjects(verb), *met) if noun is not head)
    yield from (low for c in verb.children if c.dep == "prep" and c.lower in _JOINING for low in c.children)


def _subjects(verb: Token) -> list[Token]:
    """Return who meets by a verb: its own subject, else that of the clause it hangs on."""
    return [] if is_passive(verb) else logical_subject(verb)


def _joins(noun: Token) -> bool:
    return any(child.dep == "prep" and child.lower == "with" for child in noun.children)


def _other_side(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield who has a meeting with somebody: *his second meeting with X*, *Y left for a third meeting with X*."""
    pronouns = [child for child in noun.children if child.dep == "poss" and child.pos == "PRON"]
    for pronoun in pronouns:
        yield from passage.actors(pronoun)
    verb = next((above for above in noun.ancestors() if above.pos == "VERB"), None)
    if not pronouns and verb is not None:
        yield from (actor for subject in _subjects(verb) for actor in passage.actors(subject))


def _beside(passage: Passage, noun: Token) -> Iterator[Actor]:
    for child in noun.children:
        if child.dep == "prep" and child.lower in _WITH:
            for below in child.children:
                yield from passage.actors(below)
                yield from _inside(passage, below)
        elif child.dep == "conj" and child.pos == "PROPN" and noun.child("prep") is not None:
            yield from passage.scene.participants.alone(child)  # *the group of X and Y*, read as *the group and Y*
        elif child.i < noun.i and child.dep == "poss" and child.pos == "PRON":
            yield from _of_pronoun(passage, child)
        elif child.i < noun.i and child.dep in ("poss", "compound", "nmod", "amod") and not is_trait(child):
            yield from _owning(passage, child)


def _of_pronoun(passage: Passage, pronoun: Token) -> tuple[Actor, ...]:
    """*their third summit* is of those whom *they* are, when these are several or an organisation."""
    found = passage.actors(pronoun)
    return found if len({key(actor) for actor in found}) > 1 or any(a.kind == "igo" for a in found) else ()


def _owning(passage: Passage, child: Token) -> Iterator[Actor]:
    """Yield the parties named before a noun; a capital alone is where it was held: *the Moscow talks*."""
    tokens = [t for t in (child, *child.children) if t.pos in ("PROPN", "ADJ", "NOUN")]
    mentions = [passage.scene.participants.mention(token) for token in tokens]
    if child.dep != "poss" and sum(m is not None and m.kind != "place" for m in mentions) == 1:
        tokens = [t for t, m in zip(tokens, mentions, strict=True) if m is None or m.form != "capital"]
    for token in tokens:
        yield from passage.scene.participants.alone(token)


def _inside(passage: Passage, noun: Token) -> Iterator[Actor]:
    """Yield who is named inside *the governments of X and Y*, *the joint committee of X and Y*, *X-Y committee*."""
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "between", "from"):
            yield from (actor for below in child.children for actor in passage.actors(below))
        elif child.dep in ("compound", "nmod", "amod", "poss", "appos"):
            yield from passage.scene.participants.alone(child)
            for low in child.children:
                if low.dep in ("compound", "nmod", "amod", "punct") and low.pos in ("PROPN", "ADJ"):
                    yield from passage.scene.participants.alone(low)


def _is_party(actor: Actor) -> bool:
    if actor.kind not in _KINDS or _PUBLIC.isdisjoint(actor.sectors):
        return False
    named = actor.entry is not None and actor.kind in ("igo", "armed_group")
    return actor.country is not None or named or "OPP" in actor.sectors


def across_borders(
    passage: Passage, head: Token, heads: Sequence[Token], parties: Sequence[Actor], *, around: int
) -> bool:
    """Tell whether a meeting is one between states, of their organisation, or with an armed group.

    `around` is how many of these the sentence and those before it name, where the noun goes back to them.
    """
    if len({key(actor) for actor in parties}) > 1 or any(actor.kind == "igo" for actor in parties) or around > 1:
        return True
    beside = {t.lower for token in heads for t in token.subtree() if abs(t.i - head.i) < _BESIDE}
    subjects = [c for above in head.ancestors() for c in above.children if c.dep.startswith("nsubj")]
    subject = {t.lower for noun in subjects for t in (noun, *noun.children)}
    return not words("abroad").isdisjoint(beside | subject) or any(
        mention is not None and mention.kind == "igo"
        for token in passage.sentence.tokens[max(0, head.i - _BESIDE) : head.i + _BESIDE]
        for mention in (passage.scene.participants.mention(token),)
    )


def public(passage: Passage) -> frozenset[str]:
    """Return the states, unions and armed groups that a sentence names."""
    mentions = (passage.scene.participants.mention(token) for token in passage.sentence.tokens)
    return frozenset(
        m.country or m.name for m in mentions if m is not None and (m.country or m.kind in ("igo", "armed_group"))
    )


def key(actor: Actor) -> str:
    """Return what tells a party apart: the state for those who act for one, else the name."""
    return actor.country if actor.country and actor.kind != "armed_group" else fold(actor.name)


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return `actors`, each party once."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(key(actor), actor)
    return tuple(found.values())
