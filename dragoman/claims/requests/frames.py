"""The requests that one sentence tells, as far as its words go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.claims.passage import Passage, is_named, span_of
from dragoman.claims.requests.around import is_against
from dragoman.claims.requests.lexicon import Frame, frames, lists
from dragoman.claims.requests.slots import Slots
from dragoman.claims.requests.standing import standing_of, status_of
from dragoman.claims.requests.wording import act_words, after_colon, joined, topic_of
from dragoman.events.phrases import phrase_span
from dragoman.events.slots import carrier_of
from dragoman.events.status import assess
from dragoman.events.voice import is_passive
from dragoman.records import Actor
from dragoman.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
#: Rules by which one commands or advises one's own.
_ORDERS = frozenset({"order.to", "tell.to", "warn.to", "suggest.that", "expect.to", "say.should"})
_CONSENT = frozenset({"accept", "agree", "consent"})
_PRIVATE = frozenset({"CVL"})


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
    answer: str
    """The answer that the words of asking imply: an effort that failed is refused."""
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
        part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun"}.get(token.pos)
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
    standing = standing_of(token, frame)
    status = status_of(token, standing, frame)
    if status is None:
        return
    slots = Slots(passage, token, frame, exchange)
    if not all(slots.meets(need) for need in frame.needs):
        return
    yield from _parties(token, frame, slots, (status, "not happened: fail" in standing.steps))


@dataclass(slots=True)
class _Sides:
    """Who asks and who is asked, with the words that name them."""

    subjects: list[Token]
    askers: list[Actor]
    hearers: list[Token]
    asked: list[Actor]


def _parties(token: Token, frame: Frame, slots: Slots, standing: tuple[str, bool]) -> Iterator[Ask]:
    sides = _sides(token, frame, slots)
    if sides is None:
        return
    head = slots.act(frame)
    acts = list(joined(head)) if head is not None else []
    if not _is_done_by(acts, sides, frame) or not _is_asked_for(token, frame, acts, slots):
        return
    if not _is_told(frame, sides.askers, sides.asked) or not _in_order(
        token, frame, _placed(sides.hearers, slots), acts
    ):
        return
    if not acts and (standing[0] == "denied" or not _may_be_unsaid(frame, sides, slots)):
        return
    quoted = after_colon(acts[0]) if acts and acts[0].lemma in lists()["request_nouns"] else None
    heads: list[Token | None] = [*acts] or [None]
    for act in heads if quoted is None else [quoted]:
        yield _ask(token, frame, sides, act, standing)


def _placed(hearers: list[Token], slots: Slots) -> list[Token]:
    """Return the hearers whose place in the sentence tells something: not those of the clause or phrase before."""
    before = (*slots.at("beside"), *slots.at("setting"))
    return [token for token in hearers if token not in before]


def _sides(token: Token, frame: Frame, slots: Slots) -> _Sides | None:
    subjects, askers = slots.actors(frame.asker)
    hearers, asked = slots.actors(frame.asked)
    if frame.part == "verb" and not askers and _is_somebody_else(token):
        return None
    reflexive = bool(asked) and all(any(_same(actor, asker) for asker in askers) for actor in asked)
    if reflexive and (frame.part == "verb" or not all(token.pos == "PRON" for token in hearers)):
        return None  # what one asks of oneself
    asked = [actor for actor in asked if not any(_same(actor, asker) for asker in askers)]
    return _Sides(subjects, askers, hearers, asked)


def _is_done_by(acts: list[Token], sides: _Sides, frame: Frame) -> bool:
    """Tell whether those found as asked can be: not the ones to whom a passive act is done."""
    named = [child for act in acts[:1] for child in act.children if child.dep == "nsubj" and child.pos == "PROPN"]
    if frame.id == "tell.must" and named:
        return False  # *told them that Kenya must act*
    patients = [child for act in acts[:1] for child in act.children if child.dep == "nsubjpass"]
    if not any(token in patients for token in sides.hearers):
        return True
    sides.asked = []
    sides.hearers = []
    return frame.force != "wish" and bool(sides.askers)


def _is_asked_for(token: Token, frame: Frame, acts: list[Token], slots: Slots) -> bool:
    """Tell whether the act is one that is asked for: no question, no demand of a market."""
    if not acts:
        return True
    if acts[0].lemma in lists()["answering"] | lists()["informing"]:
        return False
    return frame.part == "verb" or acts[0].pos in ("VERB", "AUX") or _is_counted(token, slots)


def _may_be_unsaid(frame: Frame, sides: _Sides, slots: Slots) -> bool:
    """Tell whether the parties make a request without a word of what is asked for: *rejected Ankara's request*."""
    vague = frame.vague or (frame.part == "noun" and bool(slots.at("replier") or slots.at("despite_subj")))
    return vague and bool(sides.askers) and any(map(is_named, sides.asked))


def _ask(token: Token, frame: Frame, sides: _Sides, act: Token | None, standing: tuple[str, bool]) -> Ask:
    words = act_words(act, sides.hearers) if act is not None else []
    if frame.act[0] in ("at_verb", "as_verb") and act is not None:
        words = [word for word in words if word.i >= act.i and token not in (word, *word.ancestors())]
    parties = (*sides.subjects, *sides.hearers)
    start = min([token.start, *(phrase_span(t)[0] for t in parties)])
    end = max(t.end for t in (token, *parties))
    if words:
        first, last = span_of(words)
        start, end = min(start, first) if frame.part == "verb" else start, max(end, last)
    return Ask(
        frame, token, sides.askers, sides.asked, act, words, standing[0],
        _implied(token, frame, sides.hearers, failed=standing[1]), start, end, topic_of(words),
    )  # fmt: skip


def _implied(token: Token, frame: Frame, hearers: list[Token], *, failed: bool) -> str:
    """Return the answer that lies in the words of asking themselves."""
    if failed or any(child.lower in ("unsuccessfully", "vainly") or _is_vain(child) for child in token.children):
        return "refused"
    if any(child.lower == "successfully" for child in token.children):
        return "granted"
    if token.dep == "pobj" and is_against(token.head) and hearers and token not in hearers[0].ancestors():
        return "refused"
    if frame.act[0] == "as_verb":
        above = token.head.head
        done = assess(above if token.head.dep == "xcomp" and above.lemma in _CONSENT else token.head)
        return "none" if done.unreal else "refused" if done.negated else "granted"
    return _withheld(token) if frame.act[0] == "gap" else frame.answer


def _is_vain(phrase: Token) -> bool:
    """*in vain*."""
    return phrase.lower == "in" and any(child.lower == "vain" for child in phrase.children)


def _withheld(token: Token) -> str:
    """*will not give the maps which the court has asked for* refuses them."""
    holder = carrier_of(token.head)
    if holder is None or holder.lemma not in lists()["giving"]:
        return "none"
    standing = assess(holder)
    if standing.unreal:
        return "none"
    return "refused" if standing.negated else "granted"


def _is_somebody_else(verb: Token) -> bool:
    """Tell whether a verb has a subject that is no actor: things and private people ask nothing here."""
    return not is_passive(verb) and any(c.dep in _SUBJECTS and c.pos in ("NOUN", "PROPN") for c in verb.children)


def _is_told(frame: Frame, askers: list[Actor], asked: list[Actor]) -> bool:
    """Tell whether the parties make a request: one of them known, and no order within one state."""
    if not any(is_named(actor) for actor in (*askers, *asked)):
        return False
    if asked and all("MED" in actor.sectors for actor in asked):
        return False
    if frame.force == "ask" and asked and all(a.country is None and _PRIVATE.issuperset(a.sectors) for a in asked):
        return False
    if frame.id in _ORDERS and asked and askers:
        return _is_order_to_others(askers, asked)
    return not askers or any(map(_may_ask, askers))


def _is_order_to_others(askers: list[Actor], asked: list[Actor]) -> bool:
    homes = {actor.country for actor in askers if actor.country}
    return not any(actor.country is None or actor.country in homes for actor in asked)


def _may_ask(actor: Actor) -> bool:
    """Tell whether somebody is no private person."""
    return bool(actor.country) or not actor.sectors or is_named(actor) or not _PRIVATE.issuperset(actor.sectors)


def _is_counted(noun: Token, slots: Slots) -> bool:
    """Tell whether a noun is one request: *a demand for*, *demands for*, *made the demand*, but no *demand for oil*."""
    article = any(child.dep in ("det", "poss", "nummod") for child in noun.children)
    return article or noun.tag == "NNS" or bool(slots.at("light"))


def _in_order(verb: Token, frame: Frame, hearers: list[Token], acts: list[Token]) -> bool:
    """Tell whether the words stand as they do in English: verb, who is asked, what for.  Bad parses do not."""
    if frame.part == "noun" or frame.act[0].startswith(("fronted", "gap", "as_verb")):
        return True
    if acts and acts[0].i < verb.i:
        return acts[0].pos not in ("VERB", "AUX") and (is_passive(verb) or verb.dep == "relcl")
    between = acts[0].i if acts and acts[0].pos in ("VERB", "AUX") else None
    if is_passive(verb) or verb.dep == "relcl" or frame.asked[0].startswith("clause."):
        return True
    return not any(token.i < verb.i or (between is not None and token.i > between) for token in hearers)


def _same(one: Actor, other: Actor) -> bool:
    return one.name == other.name and one.country == other.country
