"""Circumstances of a figure: what happened, where, when, by whose word, and whether it is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.claims.figures.amounts import Amount
from dragoman.claims.figures.bare import harm_before
from dragoman.claims.figures.nouns import Counted, verb_of
from dragoman.claims.figures.words import lexicon
from dragoman.claims.passage import Passage
from dragoman.events.scene import dated
from dragoman.events.status import Standing, assess
from dragoman.events.voice import is_passive, logical_subject
from dragoman.records import Actor, Document, EventDate, Place
from dragoman.stages.base import TimeMention
from dragoman.syntax import Token
from dragoman.temporal.govern import governing_time, time_of_noun

_LONGEST = 14
_ENDS = frozenset({"advcl", "ccomp", "mark", "cc", "punct", "parataxis", "nsubj", "nsubjpass", "csubj", "expl"})
_DENIALS = ("negated by no", "negated by n't", "negated by n\N{RIGHT SINGLE QUOTATION MARK}t", "not happened")
_CITING = frozenset({"cite", "quote"})
_ACCUSING = ("accuse", "blame", "suspect", "charge", "allege", "accused")
_HAVE = frozenset({"have", "has", "'ve"})
_ADVERBS = frozenset({"back", "home", "out", "away", "abroad"})
_PARTS = frozenset({"prt", "acomp", "dobj", "attr", "prep", "xcomp", "oprd", "dative", "neg", "agent"})


@dataclass(frozen=True, slots=True)
class Times:
    """When a figure holds."""

    period: EventDate | None
    as_of: EventDate | None
    cumulative: bool | None


def predicate_of(amount: Amount, found: Counted, passage: Passage) -> Token | None:
    """Return the word that tells what happened to what is counted: *deported* of *7,500 individuals deported*."""
    verb = verb_of(found.anchor)
    if verb is not None and found.words and found.words[0].i <= verb.i <= found.words[-1].i:
        verb = None  # a word of the phrase itself, taken for a verb
    if found.attributive or found.measure.kind == "length":
        return verb if found.attributive else None
    harm = lexicon().contexts["harm"]
    left = harm_before(amount, passage.sentence.tokens, harm) if found.noun is None else None
    if left is not None:
        return left
    if verb is not None and verb.lemma not in lexicon().contexts["holding"]:
        return verb
    return _clause_of(found) or verb or _above_preposition(found.anchor)


def _clause_of(found: Counted) -> Token | None:
    """Return the clause that describes what is counted, or those joined to it: *46 men and a boy, kidnapped*."""
    nouns = [noun for noun in (found.anchor, found.noun) if noun is not None]
    nouns += [child for noun in nouns for child in noun.children if child.dep == "conj"]
    for noun in nouns:
        for child in noun.children:
            if child.dep in ("acl", "relcl") and child.pos in ("VERB", "AUX") and child.i > found.anchor.i:
                return child
    return None


def _above_preposition(anchor: Token) -> Token | None:
    token = anchor
    while token.dep == "conj" and token.head is not token:
        token = token.head
    if token.dep != "pobj":
        return None
    above = token.head.head
    while above.pos == "ADP" and above.head is not above:
        above = above.head
    contexts = lexicon().contexts
    if above.pos == "NOUN" and above.lemma not in contexts["act_noun"]:
        return verb_of(above) if above.lemma in contexts["amount_noun"] or above.lemma in contexts["crowd"] else None
    return above if above.pos in ("VERB", "NOUN") else None


def what(amount: Amount, found: Counted, predicate: Token | None, passage: Passage) -> str | None:
    """Return what happened to what is counted, as printed."""
    tokens = passage.sentence.tokens
    last = max([found.anchor.i, *(token.i for token in found.words)])
    if last + 1 < len(tokens):
        following = tokens[last + 1]
        if following.lower in lexicon().contexts["fate"]:
            return following.text
    if predicate is None or predicate.pos == "AUX" or predicate.lemma in ("be", "have"):
        return _state(predicate, found, passage)
    if predicate.pos == "NOUN":
        return predicate.text if predicate.lemma in lexicon().contexts["act_noun"] else None
    if _is_subject(found) and (neg := predicate.child("neg")) is not None and neg.i < predicate.i:
        negated = [c for c in predicate.children if c.dep in ("aux", "auxpass", "neg") and c.i < predicate.i]
        return passage.text([*negated, predicate])
    acted = is_passive(predicate) or found.anchor.dep in ("dobj", "conj") or predicate.tag == "VBN"
    return passage.text(_verbs(predicate, amount) if acted else _act(predicate, amount, passage))


def _is_subject(found: Counted) -> bool:
    return found.anchor.dep in ("nsubj", "nsubjpass")


def _state(copula: Token | None, found: Counted, passage: Passage) -> str | None:
    """*22 were missing*, *16 are women*."""
    told = copula.child("acomp", "attr") if copula is not None else None
    if copula is None or told is None or told.i < copula.i or told.pos == "NUM" or told is found.anchor:
        return None
    words = [told, *(c for c in told.children if c.dep in ("amod", "compound", "det") and c.i < told.i)]
    return passage.text(words)


def _verbs(verb: Token, amount: Amount) -> list[Token]:
    """Return a verb with its particle and the verbs joined to it: *deported or sent back*."""
    words = [
        verb,
        *(c for c in verb.children if c.i == verb.i + 1 != amount.first and (c.dep == "prt" or c.lower in _ADVERBS)),
    ]
    for child in verb.children:
        if (
            child.dep == "conj"
            and child.tag == verb.tag
            and child.i - verb.i <= 3
            and not child.child("nsubj", "nsubjpass")
        ):
            words += [
                child,
                *(c for c in child.children if c.i == child.i + 1 and (c.dep == "prt" or c.lower in _ADVERBS)),
            ]
    return words


def _act(verb: Token, amount: Amount, passage: Passage) -> list[Token]:
    """Return a verb with what follows it in its clause, without the time: *fighting in Syria and Iraq*."""
    words = [verb]
    is_time = passage.scene.participants.is_time
    for child in verb.children:
        if child.i < verb.i or child.dep in _ENDS or child.dep not in _PARTS:
            continue
        below = list(child.subtree())
        if any(is_time(token) for token in below) or child.lower == "according":
            continue
        words += below
    stop = amount.first if amount.first > verb.i else verb.i + _LONGEST
    words = [token for token in words if token.i < min(stop, verb.i + _LONGEST)]
    return _unbroken(sorted(words, key=lambda token: token.i))


def _unbroken(words: Sequence[Token]) -> list[Token]:
    """Return the words up to the first gap."""
    kept = list(words[:1])
    for token in words[1:]:
        if token.i != kept[-1].i + 1:
            break
        kept.append(token)
    return kept


def place(found: Counted, predicate: Token | None, passage: Passage) -> Place | None:
    """Return where, when one place is named; of several none is chosen."""
    for head in _placing(found, predicate):
        venue = passage.scene.venues.at(head, passage.sentence)
        if venue is not None:
            joined = any(child.dep in ("conj", "appos") and child.pos == "PROPN" for child in venue.token.children)
            return None if joined else venue.place
    return None


def _placing(found: Counted, predicate: Token | None) -> Iterator[Token]:
    """Yield the words on which a phrase of place may hang."""
    seen: set[int] = set()
    for head in (found.noun, found.anchor, predicate):
        if head is None or head.i in seen:
            continue
        seen.add(head.i)
        yield head
        for child in head.children[:_LONGEST]:
            if child.dep == "prep" and child.lower in ("in", "during", "of", "across"):
                yield from (below for below in child.children if below.dep == "pobj")


def times(amount: Amount, found: Counted, predicate: Token | None, passage: Passage) -> Times:
    """Return period, day and whether the figure adds up."""
    own = _time(amount, found, predicate, passage)
    words = _words(passage.sentence.tokens)
    so_far, since = _told_by(words, "so_far"), own is not None and own.function == "since" and _is_past(predicate)
    cumulative = since or so_far is not None or _adds_up(amount, found, passage)
    if own is not None and _is_as_of(own, predicate, passage):
        return Times(None, dated(own), cumulative or None)
    present = _told_by(words, "at_present") if _is_state(predicate) else None
    until_now = so_far or ("have" if since and _is_perfect(predicate) else None) or present
    as_of = _day_of_writing(passage.document, until_now) if until_now else None
    period = dated(own) if own is not None else None
    if cumulative:
        return Times(period, as_of, cumulative=True)
    return Times(period, as_of, cumulative=False if present or _is_present_state(predicate) else None)


def _is_present_state(predicate: Token | None) -> bool:
    return predicate is not None and _is_state(predicate) and predicate.tag in ("VBZ", "VBP")


def _told_by(words: str, context: str) -> str | None:
    """Return the first (by spelling) of the words of a context that stands in a sentence."""
    return min((word for word in lexicon().contexts[context] if f" {word} " in words), default=None)


def _is_perfect(predicate: Token | None) -> bool:
    return predicate is not None and any(c.dep == "aux" and c.lower in _HAVE for c in predicate.children)


def _is_past(predicate: Token | None) -> bool:
    return predicate is not None and (predicate.tag in ("VBD", "VBN") or _is_perfect(predicate))


def _adds_up(amount: Amount, found: Counted, passage: Passage) -> bool:
    """Tell sums by the words next to them: *a total of 40*, *the toll rose to 40*."""
    near = passage.sentence.tokens[max(0, amount.first - 3) : amount.first]
    words = [*near, found.noun] if found.noun is not None else list(near)
    return any(token.lemma in lexicon().contexts["adding_up"] for token in words)


def _words(tokens: Sequence[Token]) -> str:
    return f" {' '.join(token.lower for token in tokens)} "


def _is_state(predicate: Token | None) -> bool:
    return predicate is not None and predicate.lemma in lexicon().contexts["stative"]


def _time(amount: Amount, found: Counted, predicate: Token | None, passage: Passage) -> TimeMention | None:
    held = [t for t in passage.times if t.last < amount.first or t.first > max(amount.last, found.anchor.i)]
    for head in (found.anchor, predicate):
        if head is None:
            continue
        time = time_of_noun(head, held) or governing_time(passage.sentence, head, held)
        if time is not None and (
            time.start is not None or time.end is not None or time.offset_days is not None or time.event
        ):
            return time
    return None


def _is_as_of(time: TimeMention, predicate: Token | None, passage: Passage) -> bool:
    """Tell *as of Monday*, *by Monday*, and the day of a state, from the time that something took."""
    before = [token.lower for token in passage.sentence.tokens[max(0, time.first - 2) : time.first]]
    if time.start is None or time.event:
        return False
    if before[-1:] == ["by"] or before == ["as", "of"] or time.function == "until":
        return True
    return time.precision == "day" and time.function == "on" and _is_state(predicate)


def _day_of_writing(document: Document, text: str) -> EventDate:
    known = document.date
    precision = {10: "day", 7: "month", 4: "year"}.get(len(known or ""), "unknown")
    return EventDate(
        start=known, end=None, precision=precision, text=text, rule="up to the day of writing",
        offset_days=None if known else 0,
    )  # fmt: skip


def claimants(amount: Amount, predicate: Token | None, passage: Passage) -> tuple[Actor, ...]:
    """Return who gives the figure, nearest first: who counted it, then who says the words it stands in."""
    number = passage.sentence.tokens[amount.last]
    found: list[Actor] = []
    teller = _teller(number, predicate)
    if teller is not None:
        found += [actor for head in logical_subject(teller) for actor in passage.actors(head)]
    for said in passage.said(number):
        here = said.sentence == passage.sentence.index
        found += _cited(said.cue, passage) if here else ()
        found += passage.speakers(said)
        if here and said.cue.lemma in _CITING:
            found += [actor for head in logical_subject(said.cue) for actor in passage.actors(head)]
    names: dict[tuple[str, str | None], Actor] = {}
    for actor in found:
        names.setdefault((actor.name, actor.country), actor)
    return tuple(names.values())


def _cited(cue: Token, passage: Passage) -> Iterator[Actor]:
    """Yield whom a speaker cites: *citing officials, the paper said*."""
    for child in cue.children:
        if child.dep == "advcl" and child.lower in ("citing", "quoting"):
            yield from (actor for head in child.children if head.dep == "dobj" for actor in passage.actors(head))


def _teller(number: Token, predicate: Token | None) -> Token | None:
    """Return the verb of counting whose subject gives the figure: *Kyiv counted 90*, *Kyiv speaks of 90*."""
    contexts = lexicon().contexts
    if predicate is not None and predicate.pos == "VERB" and not is_passive(predicate):
        objects = {child.i for child in predicate.children if child.dep == "dobj"}
        below = any(step.i in objects for step in (number, *number.ancestors()))
        if below and predicate.lemma in contexts["measuring"]:
            return predicate
    for step in number.ancestors():
        if step.dep in ("pobj", "dobj", "ccomp", "relcl", "acl") or step.pos == "ADP":
            if step.pos == "ADP" and step.lower in ("of", "to", "at") and step.head.lemma in contexts["telling_of"]:
                return step.head if step.head.pos == "VERB" else None
            continue
        break
    return None


def status(predicate: Token | None, found: Counted, *, told: bool) -> str:
    """Return the status of the act that the figure measures.

    When somebody has `told` it, *would* is to come.
    """
    if predicate is None or predicate.pos not in ("VERB", "AUX"):
        return "happened"
    standing = assess(predicate)
    if _is_subject(found) and predicate.child("neg") is not None:
        standing = replace(standing, negated=False)  # *179 did not return*: so many there are
    return _named(predicate, standing, told=told)


def _is_open(predicate: Token, standing: Standing) -> bool:
    """Tell what nobody says to be so: an infinitive, a condition, what a modal verb tells."""
    return predicate.is_infinitive() or any(
        step.startswith(("modal", "clause", "if ", "indirect")) for step in standing.steps
    )


def _named(predicate: Token, standing: Standing, *, told: bool) -> str:
    if standing.mood == "conditional" and told:
        return "planned"
    if standing.mood in ("possible", "conditional") or (standing.mood == "unreal" and _is_open(predicate, standing)):
        return "hypothetical"
    if standing.mood == "unreal":
        return "reported-claim" if any(step.endswith(_ACCUSING) for step in standing.steps) else "happened"
    if standing.negated and any(step.startswith(_DENIALS) for step in standing.steps):
        return "denied"
    if standing.mood == "obligation":
        return "demanded"
    if standing.mood == "future":
        return "planned"
    return "reported-claim" if standing.claim else "happened"
