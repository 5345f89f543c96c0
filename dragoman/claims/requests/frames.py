"""The requests that one sentence tells, as far as its words go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.claims.passage import Passage, clause, is_named, span_of
from dragoman.claims.requests.lexicon import Frame, frames, lists
from dragoman.claims.requests.slots import Slots, carrier_in
from dragoman.events.phrases import phrase_span
from dragoman.events.slots import is_passive
from dragoman.events.status import Standing, assess, assess_noun
from dragoman.records import Actor
from dragoman.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_EFFORT = frozenset({"effort", "try", "attempt", "seek", "bid", "struggle", "hope", "aim", "campaign", "want", "fail"})
#: Rules by which one commands one's own.
_ORDERS = frozenset({"order.to", "tell.to", "warn.to"})
_PRIVATE = frozenset({"CVL"})
#: Words after a comma that open another matter.
_ASIDE = frozenset({"which", "who", "whose", "where", "amid", "as", "while", "after", "despite", "although", "when"})
_GENERIC = frozenset(
    {
        "do", "more", "be", "have", "take", "make", "give", "show", "provide", "help", "act", "contribute", "cooperate",
        "cooperation", "role", "step", "action", "measure", "vital", "strong", "strongly", "willingness", "immediately",
        "ensure", "continue", "stop", "end", "all", "full", "new", "use", "put", "support", "keep", "so", "not",
    }
)  # fmt: skip
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(slots=True)
class Ask:
    """One request as one sentence tells it."""

    frame: Frame
    predicate: Token
    askers: list[Actor]
    asked: list[Actor]
    act: Token | None
    """Head of what is asked for."""
    words: list[Token]
    """All words of what is asked for."""
    status: str
    refused: bool
    """True for an effort that failed."""
    start: int
    end: int
    topic: frozenset[str] = field(default=frozenset())


def asks(passage: Passage, exchange: Sequence[Actor] = ()) -> Iterator[Ask]:
    """Yield the requests of a sentence, one for each act asked for.

    `exchange` holds those of whom the sentences just before told.
    """
    known = frames()
    within: set[int] = set()
    for token in passage.sentence.tokens:
        part = {"VERB": "verb", "NOUN": "noun"}.get(token.pos)
        if part is None or token.i in within:
            continue
        for frame in known.get((part, token.lemma), ()):
            found = list(_fitting(passage, token, frame, exchange))
            if found:
                within.update(word.i for ask in found for word in ask.words)
                yield from found
                break


def _fitting(passage: Passage, token: Token, frame: Frame, exchange: Sequence[Actor]) -> Iterator[Ask]:
    if frame.particle is not None and not any(c.lower == frame.particle for c in token.children):
        return
    standing = _standing(token, frame)
    status = _status(token, standing, frame)
    if status is None:
        return
    slots = Slots(passage, token, frame, exchange)
    if not all(slots.meets(need) for need in frame.needs):
        return
    yield from _parties(token, frame, slots, (status, "not happened: fail" in standing.steps))


def _parties(token: Token, frame: Frame, slots: Slots, standing: tuple[str, bool]) -> Iterator[Ask]:
    subjects, askers = slots.actors(frame.asker)
    hearers, asked = slots.actors(frame.asked)
    if frame.part == "verb" and not askers and _is_somebody_else(token):
        return
    reflexive = bool(asked) and all(any(_same(actor, asker) for asker in askers) for actor in asked)
    if reflexive and (frame.part == "verb" or not all(token.pos == "PRON" for token in hearers)):
        return  # what one asks of oneself
    asked = [actor for actor in asked if not any(_same(actor, asker) for asker in askers)]
    head = slots.act(frame)
    acts = list(_joined(head)) if head is not None else []
    if acts and acts[0].lemma in lists()["answering"] | lists()["informing"]:
        return  # a question
    if not _is_told(frame, askers, asked) or not _in_order(token, frame, hearers, acts):
        return
    if not acts and not (frame.vague and askers and any(map(is_named, asked)) and standing[0] != "denied"):
        return
    if frame.part == "noun" and acts and acts[0].pos not in ("VERB", "AUX") and not _is_counted(token, slots):
        return
    heads: list[Token | None] = [*acts] or [None]
    for act in heads:
        words = _act_words(act, hearers) if act is not None else []
        spans = [span_of(words)] if words else []
        tokens = [token, *subjects, *hearers]
        start = min([token.start, *(phrase_span(t)[0] for t in (*subjects, *hearers))])
        end = max(t.end for t in tokens)
        yield Ask(
            frame, token, askers, asked, act, words, standing[0], standing[1],
            min([start, *(s for s, _ in spans)]) if frame.part == "verb" or not spans else start,
            max([end, *(e for _, e in spans)]), topic_of(words),
        )  # fmt: skip


def topic_of(words: list[Token]) -> frozenset[str]:
    """Return the lemmas that tell one matter from another."""
    return frozenset(w.lemma.lower() for w in words if w.pos in _CONTENT) - _GENERIC


def _standing(token: Token, frame: Frame) -> Standing:
    if frame.part == "verb":
        return assess(token)
    carrier = carrier_in(frame, token)
    return assess_noun(token, carrier) if carrier is not None else Standing()


def _status(token: Token, standing: Standing, frame: Frame) -> str | None:
    """Return the standing of the request, or None where the words make none."""
    tried = any(word in _EFFORT for step in standing.steps for word in step.split())
    if frame.attempt:
        return ("reported-claim" if standing.claim else "demanded") if tried else None
    purpose = bool(standing.steps) and all(step.startswith(("clause of purpose", "attrib")) for step in standing.steps)
    if standing.unreal and not (purpose or tried):
        return None
    if standing.mood == "obligation":
        return None
    if standing.negated:
        return "denied"
    if standing.mood in ("future", "conditional") and not (frame.force == "wish" or tried or _is_polite(token)):
        return "planned"
    return "reported-claim" if standing.claim else "demanded"


def _is_polite(verb: Token) -> bool:
    """*I would urge the government to act* urges it."""
    subject = verb.child("nsubj")
    return (
        subject is not None and subject.lower in ("i", "we") and any(c.lower in ("would", "'d") for c in verb.children)
    )


def _is_somebody_else(verb: Token) -> bool:
    """Tell whether a verb has a subject that is no actor: things and private people ask nothing here."""
    return not is_passive(verb) and any(c.dep in _SUBJECTS and c.pos in ("NOUN", "PROPN") for c in verb.children)


def _is_told(frame: Frame, askers: list[Actor], asked: list[Actor]) -> bool:
    """Tell whether the parties make a request: one of them known, and no order within one state."""
    if not any(is_named(actor) for actor in (*askers, *asked)):
        return False
    if frame.part == "verb" and not asked and not askers:
        return False
    if frame.force == "ask" and asked and all(a.country is None and _PRIVATE.issuperset(a.sectors) for a in asked):
        return False
    if frame.id in _ORDERS and asked and askers:
        homes = {actor.country for actor in askers if actor.country}
        return not any(actor.country is None or actor.country in homes for actor in asked)
    return not askers or any(actor.country or not _PRIVATE.issuperset(actor.sectors) for actor in askers)


def _is_counted(noun: Token, slots: Slots) -> bool:
    """Tell whether a noun is one request: *a demand for*, *demands for*, *made the demand*, but no *demand for oil*."""
    article = any(child.dep in ("det", "poss", "nummod") for child in noun.children)
    return article or noun.tag == "NNS" or bool(slots.at("light"))


def _in_order(verb: Token, frame: Frame, hearers: list[Token], acts: list[Token]) -> bool:
    """Tell whether the words stand as they do in English: verb, who is asked, what for.  Bad parses do not."""
    if frame.part == "noun":
        return True
    if acts and acts[0].i < verb.i:
        return acts[0].pos not in ("VERB", "AUX") and (is_passive(verb) or verb.dep == "relcl")
    between = acts[0].i if acts and acts[0].pos in ("VERB", "AUX") else None
    if is_passive(verb) or verb.dep == "relcl" or frame.asked[0].startswith("clause."):
        return True
    return not any(token.i < verb.i or (between is not None and token.i > between) for token in hearers)


def _same(one: Actor, other: Actor) -> bool:
    return one.name == other.name and one.country == other.country


def _joined(act: Token) -> Iterator[Token]:
    """Yield the act and the acts joined to it: *to free them and to leave*."""
    yield act
    if act.pos not in ("VERB", "AUX"):
        return
    for child in act.children:
        alike = child.dep == "conj" and child.tag == act.tag
        if alike and child.pos == "VERB" and child.child(*_SUBJECTS) is None:
            yield from _joined(child)


def _act_words(act: Token, hearers: list[Token]) -> list[Token]:
    """Return the words of an act: from its verb on where the one asked is its subject."""
    if act.pos not in ("VERB", "AUX"):
        return _noun_words(act, hearers)
    named = any(token.head is act for token in hearers) or act.is_infinitive() or act.child(*_SUBJECTS) is None
    subject = act.child(*_SUBJECTS)
    named = named or (subject is not None and subject.pos == "PRON")
    words = _without_aside(clause(act, subject=not named))
    return [
        w
        for w in words
        if not (w.head is act and w.i < act.i and (w.dep == "mark" or w.tag == "TO" or w.lower == "that"))
    ]


def _noun_words(act: Token, hearers: list[Token]) -> list[Token]:
    """Return the words of a thing asked for, without the phrase that names the one asked."""
    barred = {
        below
        for child in act.children
        if child.dep in ("relcl", "punct") or any(token.head is child for token in hearers)
        for below in child.subtree()
    }
    return _without_aside(sorted((token for token in act.subtree() if token not in barred), key=lambda token: token.i))


def _without_aside(words: list[Token]) -> list[Token]:
    """Return `words` up to a comma behind which another matter begins."""
    for place, (before, word) in enumerate(pairwise(words)):
        of_which = word.pos == "ADP" and any(child.lower in ("which", "whom") for child in word.children)
        apart = before.lower == "," or word.i - before.i > 1  # a comma that hangs on the verb is no word of the clause
        if apart and place and (word.lower in _ASIDE or word.tag == "VBG" or of_which):
            return words[:place] if before.lower == "," else words[: place + 1]
    return words
