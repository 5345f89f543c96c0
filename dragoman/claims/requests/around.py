"""Slots farther around a word of asking: who replies, who acts at a request, what stands in front."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.requests.lexicon import replies_by_verb
from dragoman.claims.requests.wording import after_colon
from dragoman.events.slots import carrier_of
from dragoman.events.voice import logical_object, logical_subject, surface_subject
from dragoman.syntax import Token

Found = dict[str, list[Token]]

_AT = frozenset({"at", "upon", "on"})
_MUST = frozenset({"must", "should", "shall", "ought"})
_MET = frozenset({"face", "confront", "get", "receive"})
_AGAINST = frozenset({"despite", "notwithstanding"})
_CONDITIONS = frozenset({"if", "unless", "once", "provided", "providing", "until"})
_DEALING = frozenset(
    {"summon", "meet", "call", "phone", "telephone", "write", "visit", "receive", "complain", "talk", "speak", "tell"}
)
_MEETINGS = frozenset(
    {"call", "letter", "meeting", "talk", "conversation", "visit", "note", "message", "speech", "telegram", "cable"}
)
_JOURNEYS = frozenset({"fly", "travel", "go", "come", "be", "arrive", "visit", "meet", "head", "rush", "write"})
_FATES = frozenset({"fall", "meet", "go", "find", "win", "draw", "get", "receive", "be", "land"})
_PAPERS = frozenset(
    {
        "letter",
        "note",
        "statement",
        "message",
        "resolution",
        "motion",
        "petition",
        "communique",
        "protest",
        "complaint",
        "cable",
        "appeal",
    }
)
_TERMS = frozenset({"day", "hour", "week", "month", "deadline", "ultimatum", "year"})


def around_noun(noun: Token) -> Found:
    """Return the further slots of a noun of asking.

    `replier` is who grants, refuses or faces the request; `at_verb` what is done at it; `under_subj` who is
    under it, `despite_subj` who acts against it, `undone` what is not done despite it; `with_subj` who comes with
    it to `with_to`; `fate_in` with whom it falls on deaf ears; `next_…` what the parser hangs on the verb although
    it follows the noun.
    """
    found: Found = {}
    carrier = carrier_of(noun)
    if carrier is not None and _is_met(noun, carrier):
        found["replier"] = [token for token in logical_subject(carrier) if token is not noun]
    if noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma in _FATES:
        found["fate_in"] = list(_within(noun.head))
    if noun.dep == "pobj":
        _add_governing(found, noun)
    if carrier is not None:
        _add_following(found, noun, carrier)
    if (order := after_colon(noun)) is not None:
        found["colon"] = [order]
    return found


def _is_met(noun: Token, carrier: Token) -> bool:
    """Tell whether a verb says that a request is answered or faced."""
    if carrier.lemma not in replies_by_verb() and carrier.lemma not in _MET:
        return False
    return noun.head.dep == "prep" or any(token is noun for token in logical_object(carrier))


def _within(verb: Token) -> Iterator[Token]:
    """Yield those with whom a request meets its fate: *fell on deaf ears in London*."""
    for child in verb.children:
        phrases = [child, *(deeper for below in child.children for deeper in below.children)]
        for phrase in phrases:
            if phrase.i > verb.i and phrase.dep == "prep" and phrase.lower in ("in", "from"):
                yield from (below for below in phrase.children if below.dep == "pobj")


def is_against(preposition: Token) -> bool:
    """Tell whether a preposition says that something is done against what follows: *despite*, *in defiance of*."""
    if preposition.lower in _AGAINST:
        return True
    return preposition.lower == "of" and preposition.head.lemma in ("spite", "defiance", "disregard")


def _acting(preposition: Token) -> Token:
    """Return the verb of the clause in which a phrase stands."""
    return next((token for token in preposition.ancestors() if token.pos in ("VERB", "AUX")), preposition)


def _add_governing(found: Found, noun: Token) -> None:
    preposition = noun.head
    if is_against(preposition):
        verb = _acting(preposition)
        found["despite_subj"] = surface_subject(verb)
        found["undone"] = [verb] if verb.child("neg") is not None else []
        return
    verb = preposition.head
    if preposition is verb:  # the parser may hang the clause on a phrase that stands in front of it
        verb = next((child for child in preposition.children if child.dep == "conj"), verb)
    if verb.pos not in ("VERB", "AUX"):
        if preposition.lower == "under" and verb.pos == "PROPN":  # *Sweden under pressure*
            found["under_subj"] = [verb]
        return
    if preposition.lower in _AT:
        found["at_verb"] = [verb]
        found["at_subj"] = logical_subject(verb)
    elif preposition.lower == "under":
        found["under_subj"] = surface_subject(verb)
    elif preposition.lower == "with":
        found["with_subj"] = logical_subject(verb)
        found["with_to"] = [b for c in verb.children if c.dep == "prep" and c.lower == "to" for b in c.children]


def _add_following(found: Found, noun: Token, carrier: Token) -> None:
    last = max(token.i for token in noun.subtree())
    for child in sorted(carrier.children, key=lambda token: token.i):
        first = min(token.i for token in child.subtree())
        if first != last + 1:
            continue
        if child.dep == "prep" and child.lower in ("from", "by", "to", "for"):
            found.setdefault(f"next_{child.lower}", []).extend(b for b in child.children if b.dep == "pobj")
        elif child.is_infinitive() and child.dep in ("advcl", "xcomp"):
            found["next_clause"] = [child]
        else:
            break
        last = max(token.i for token in child.subtree())


def around_verb(verb: Token) -> Found:
    """Return the further slots of a verb of asking.

    `fronted` is an order in front of it (*Send us oxygen, he begged*), `fronted_must` what must be done;
    `clause_must` a clause with *must* or *should*; `beside` those with whom the verb that it is joined to deals;
    `setting` to whom the letter, call or journey goes in which one asks;
    `gap` the noun of *the missiles that Kyiv has asked for*, `above` who does something with that noun; `issuer`
    who sends the paper that asks; `deadline` the time that is given.
    """
    found: Found = {
        "fronted": [child for child in _fronted(verb) if _is_order(child)],
        "fronted_must": [child for child in _fronted(verb) if any(map(_is_must, child.children))],
        "clause_must": [c for c in verb.children if c.dep in ("ccomp", "xcomp") and any(map(_is_must, c.children))],
        "beside": list(_dealt_with(verb)),
        "setting": [*_written_to(verb), *_visited(verb)],
        "deadline": list(_terms(verb)),
    }
    if verb.dep in ("relcl", "acl") and verb.head.pos in ("NOUN", "PROPN"):
        _add_holders(found, verb)
    if _is_as_asked(verb):
        found["as_verb"], found["as_subj"] = [verb.head], logical_subject(verb.head)
    if _is_cleft(verb):
        found["cleft"] = [child for child in verb.head.children if child.dep == "attr"]
    if verb.dep == "ccomp" and verb.head.i > verb.i:
        found["told"] = [child for child in verb.head.children if child.dep in ("dobj", "dative")]
    return {name: tokens for name, tokens in found.items() if tokens}


def _dealt_with(verb: Token) -> Iterator[Token]:
    """Yield with whom the verb before deals: *summoned the envoy and demanded*, *complained to Madrid and asked*."""
    if verb.dep != "conj" or verb.head.lemma not in _DEALING:
        return
    for child in verb.head.children:
        if child.dep in ("dobj", "dative"):
            yield child
        elif child.dep == "prep" and child.lower in ("to", "with"):
            yield from (below for below in child.children if below.dep == "pobj")


def _fronted(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.i < verb.i and child.dep in ("ccomp", "advcl", "parataxis")]


def _written_to(verb: Token) -> Iterator[Token]:
    """Yield whom one writes to or meets who asks: *in a letter to Rome*."""
    phrases = (c for c in verb.children if c.dep == "prep" and c.lower in ("in", "during", "at", "after"))
    meetings = (noun for phrase in phrases for noun in phrase.children if noun.lemma in _MEETINGS)
    for noun in meetings:
        yield from (b for c in noun.children if c.lower in ("to", "with") for b in c.children)


def _visited(verb: Token) -> Iterator[Token]:
    """Yield where one goes to ask: *flew to Rome to ask*."""
    journey = verb.head
    if verb.dep not in ("advcl", "xcomp") or not verb.is_infinitive() or journey.lemma not in _JOURNEYS:
        return
    for child in journey.children:
        if child.dep == "dobj" and journey.lemma in ("visit", "meet"):
            yield child
        elif child.dep == "prep" and child.lower in ("to", "in", "with"):
            yield from (below for below in child.children if below.dep == "pobj")


def _is_as_asked(verb: Token) -> bool:
    """*as Spain had requested*, with nothing else beside the verb."""
    marked = any(child.dep in ("mark", "advmod") and child.lower == "as" for child in verb.children)
    alone = all(child.dep in ("mark", "advmod", "nsubj", "aux", "punct", "npadvmod") for child in verb.children)
    return verb.dep == "advcl" and marked and alone and verb.head.pos == "VERB"


def _is_cleft(verb: Token) -> bool:
    """*what Palau seeks is a boat*."""
    return verb.dep == "csubj" and verb.head.lemma == "be" and any(c.lower == "what" for c in verb.children)


def _add_holders(found: Found, verb: Token) -> None:
    """Add who does something with the noun that a clause of asking describes."""
    holder = carrier_of(verb.head)
    subjects = logical_subject(holder) if holder is not None and holder is not verb else []
    if verb.dep == "relcl":
        found["gap"] = list(_gap(verb))
        found["above"] = subjects if found["gap"] else []
    elif verb.head.lemma in _PAPERS:
        found["issuer"] = subjects


def _is_must(word: Token) -> bool:
    return word.dep == "aux" and word.lower in _MUST


def _is_order(clause: Token) -> bool:
    """*Send us oxygen*: a bare verb at the head of its clause."""
    if clause.tag not in ("VB", "VBP") or clause.lower != clause.lemma:
        return False
    if clause.lemma == "let" and any(word.lower in ("'s", "\u2019s") for word in clause.subtree()):
        return False  # *Let's hope so*
    return not any(child.dep in ("nsubj", "nsubjpass", "aux", "mark", "expl", "advmod") for child in clause.children)


def _gap(verb: Token) -> Iterator[Token]:
    """Yield the noun that a relative clause asks for: *which the court has asked for*."""
    for child in verb.children:
        below = child.child("pobj", "pcomp")
        if (
            child.dep == "prep"
            and child.lower == "for"
            and (below is None or below.lower in ("which", "whom") or below.lemma in ("time", "month", "year", "week"))
        ):
            yield verb.head


def _terms(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep in ("dobj", "npadvmod") and child.lemma in _TERMS:
            yield child
        elif child.dep == "prep" and child.lower in ("until", "till"):
            yield from (below for below in child.children if below.dep == "pobj")


def is_conditional(verb: Token) -> bool:
    """Tell whether an act depends on something: *if*, *once*, *only after*."""
    return any(
        child.dep in ("advcl", "prep", "mark") and any(w.lower in _CONDITIONS for w in (child, *child.children))
        for child in verb.children
    )
