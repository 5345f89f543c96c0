"""What became of a promise, and who says so: *has met all its obligations*, *its vow has been carried out*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.claims.acts import Act, acts, infinitives, phrase_act
from dragoman.claims.commitments.debtors import creditors_of_token, known_of
from dragoman.claims.commitments.lexicon import Standing, standings
from dragoman.claims.passage import Passage
from dragoman.claims.public import share
from dragoman.events.status import assess
from dragoman.events.things import counted
from dragoman.events.voice import is_passive, logical_object, logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_ALL = frozenset({"everything", "all", "what", "anything", "nothing", "whatever"})
_PROMISING = frozenset({"promise", "pledge", "agree", "commit", "undertake", "vow", "guarantee", "say"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A promise of which the text says how it stands."""

    rule: str
    word: Token
    words: tuple[Token, ...]
    """From who is bound to the verb."""
    act: Act
    debtors: tuple[Actor, ...]
    creditors: tuple[Actor, ...]
    status: str
    strength: str
    assessor: Actor | None
    self_assessed: bool


def findings(passage: Passage) -> Iterator[Finding]:
    """Yield what the sentence says of promises kept, broken, withdrawn or being kept."""
    table = standings()
    for token in passage.sentence.tokens:
        if token.pos in ("VERB", "AUX"):
            for standing in table.get(token.lemma, ()):
                finding = _finding(token, standing, passage)
                if finding is not None:
                    yield finding
                    break


def _finding(verb: Token, standing: Standing, passage: Passage) -> Finding | None:
    if standing.is_aside:
        return _aside(verb, standing, passage)
    promise = _subject(verb, standing) if standing.complement else _promise(verb, standing)
    if promise is None:
        return None
    status = _status(verb, standing)
    if status is None:
        return None
    holders = _holders(verb, promise)
    debtors = known_of(holders, passage)
    if not debtors:
        return None
    assessor = next(iter(passage.sources(verb)), None)
    return Finding(
        rule=standing.id,
        word=verb,
        words=(verb, *(t for t in holders if abs(t.i - verb.i) < 25)),
        act=_act(verb, promise),
        debtors=debtors,
        creditors=creditors_of_token(_owed(promise), debtors, passage),
        status=status,
        strength=standing.strength,
        assessor=assessor,
        self_assessed=assessor is not None and share((assessor,), debtors),
    )


def _aside(word: Token, standing: Standing, passage: Passage) -> Finding | None:
    """Return what the clause tells that has *as promised* beside it."""
    verb, opener = word.head, next((child for child in word.children if child.dep == "mark"), None)
    bare = word.tag in ("VBN", "VBD") and not any(child.dep in ("nsubj", "aux", "auxpass") for child in word.children)
    if opener is None or opener.lower != "as" or not bare or word.dep != "advcl" or verb.pos != "VERB":
        return None
    state = assess(verb)
    holders = [] if is_passive(verb) else logical_subject(verb)
    debtors = known_of(holders, passage)
    if state.mood != "fact" or state.negated or not debtors:
        return None
    return Finding(
        rule=standing.id,
        word=word,
        words=(word, *holders),
        act=next(acts(verb)),
        debtors=debtors,
        creditors=(),
        status=standing.status,
        strength="agree" if word.lemma == "agree" else standing.strength,
        assessor=None,
        self_assessed=False,
    )


def _subject(verb: Token, standing: Standing) -> Token | None:
    """Return the promise that is the subject of *came to nothing*, *remains unfulfilled*."""
    subject = verb.child("nsubj")
    if subject is None or standing.object is None or subject.lemma not in standing.object:
        return None
    behind = [low for child in verb.children if child.i > verb.i for low in (child, *child.children)]
    return subject if any(low.lower in standing.complement for low in behind) else None


def _promise(verb: Token, standing: Standing) -> Token | None:
    """Return the noun for what was promised that stands with the verb."""
    if standing.particle is not None and not any(child.lower == standing.particle for child in verb.children):
        return None
    prepositions = standing.prepositions
    for thing in _behind_prepositions(verb, prepositions) if prepositions else logical_object(verb):
        noun = counted(thing) or thing  # *all of Chad's expectations*
        if standing.object is None:
            if noun.lower in _ALL and any(c.dep == "relcl" and c.lemma in _PROMISING for c in noun.children):
                return noun
        elif noun.lemma in standing.object and _is_a_promise(noun, verb, standing):
            return noun
    return None


#: Nouns that mean a promise only as somebody's: *kept its word*, *fulfilled its part*.
_LOOSE = frozenset({"word", "part", "deal", "agreement", "bargain", "expectation", "requirement", "offer"})


def _is_a_promise(noun: Token, verb: Token, standing: Standing) -> bool:
    if standing.strength == "intend":  # a plan counts with its act
        return bool(infinitives(noun) or any(low.i > noun.i for low in infinitives(verb)))
    return noun.lemma not in _LOOSE or _is_own(noun)


def _is_own(noun: Token) -> bool:
    return any(child.dep == "poss" for child in noun.children)


def _behind_prepositions(verb: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        if child.dep not in ("prep", "prt", "advmod"):
            continue
        low = next((c for c in child.children if c.dep in ("prep", "pobj")), None)
        if child.lower in prepositions:
            yield from (c for c in child.children if c.dep == "pobj")
        elif low is not None and f"{child.lower} {low.lower}" in prepositions:
            yield from (c for c in low.children if c.dep == "pobj")
    pair = [child for child in verb.children if child.dep in ("prep", "prt", "advmod")]
    for one, two in pairwise(pair):
        if f"{one.lower} {two.lower}" in prepositions:
            yield from (c for c in two.children if c.dep == "pobj")


def _status(verb: Token, standing: Standing) -> str | None:
    found = assess(verb)
    if found.mood != "fact":
        return None
    if found.negated:
        return standing.negated
    running = found.ongoing or any(child.dep == "auxpass" and child.tag == "VBG" for child in verb.children)
    if standing.status == "fulfilled" and (running or verb.tag in ("VBZ", "VBP")):
        return "ongoing"
    return standing.status


def _holders(verb: Token, promise: Token) -> list[Token]:
    owners = [child for child in promise.children if child.dep == "poss"]
    if is_passive(verb) or promise.i < verb.i:
        by = [
            low for c in promise.children if c.lower in ("by", "of", "from") for low in c.children if low.dep == "pobj"
        ]
        return owners or by or [token for token in logical_subject(verb) if token is not promise]
    return logical_subject(verb) or owners


def _owed(promise: Token) -> list[Token]:
    """Return whose expectations were met, and towards whom a promise was kept."""
    found = [child for child in promise.children if child.dep == "poss"] if promise.lemma == "expectation" else []
    found += [
        low for child in promise.children if child.lower in ("to", "towards", "toward")
        for low in child.children if low.dep == "pobj"
    ]  # fmt: skip
    return found


def _act(verb: Token, promise: Token) -> Act:
    """Return what was promised, where it is told, else the words of its keeping."""
    for below in (*infinitives(promise), *infinitives(verb)):
        if below.i > promise.i:
            return next(acts(below))
    return (
        Act(verb, (verb, *(t for t in phrase_act(promise).words if t.i > verb.i)))
        if promise.i > verb.i
        else phrase_act(promise)
    )
