"""What is only the content or the object of another act, and so no event of its own.

*agreed to withdraw* is one promise, not a withdrawal; *called for talks* one request; *met to discuss the
attack* one meeting.  What a relative clause or a phrase of time tells did happen, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.events.choose import BACKGROUND, Candidate
from dragoman.events.propose import is_proposed
from dragoman.events.voice import goes_on_saying, is_passive
from dragoman.ontology import FUTURE, SPEECH_ACTS
from dragoman.syntax import Token

_FREE = frozenset({"relcl", "nsubj", "nsubjpass", "parataxis", "appos"})
_SLOGANS = frozenset({"REQUEST", "ACCUSE"})
_OF_PEOPLE = frozenset({"COERCE", "SANCTION", "ACCUSE"})
"""Acts of authorities by which people are told apart: *a man convicted of murder*."""
_OCCASIONS = frozenset({"response", "reaction", "retaliation", "wake", "aftermath"})
"""What an act followed: *condemned the raid in **response** to protests*."""
_TOLLS = frozenset({"kill", "wound", "injure", "hurt", "maim", "die"})
_USING = frozenset({"use", "employ", "deploy", "fire"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_ANSWERS = frozenset({"ACCUSE", "PROTEST", "AID"})
_ALLEGING = frozenset(
    {
        "accuse", "charge", "indict", "suspect", "allege", "arraign", "try", "sue", "acquit", "implicate", "warrant",
        "trial", "indictment", "accusation", "allegation", "suspicion",
    }
)  # fmt: skip
"""Words of which it is open whether what they name took place: *charged with the murder of two monks*."""


def is_content(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether `candidate` stands inside what another fired predicate says or is about."""
    if _is_answered(candidate, fired):
        return False
    verbs = {id(other.token) for other in fired if other.sense.part != "noun"}
    beside = candidate.is_beside and not is_proposed(candidate) and not _is_told_by_its_verb(candidate, fired)
    if candidate.sense.part == "noun" and id(candidate.anchor) in verbs and not beside:
        return True  # the verb that carries the noun has a sense of its own
    if candidate.sense.part == "noun" and _below(candidate.token, candidate, fired):
        return True
    if (
        _tells_the_meeting(candidate, fired)
        or _identifies(candidate, fired)
        or _is_means(candidate, fired)
        or _is_toll(candidate, fired)
    ):
        return True
    if candidate.sense.type in _SLOGANS and _cried_in_protest(candidate, fired):
        return True
    return not beside and _is_swallowed(candidate, fired)


def _is_told_by_its_verb(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether the verb that a noun stands beside tells the same: *met at talks in Oslo*."""
    same = (other for other in fired if other.sense.part != "noun" and other.sense.type == candidate.sense.type)
    return any(other.token is candidate.carrier for other in same)


def _tells_the_meeting(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether the network's guess of a verb is the meeting beside it: ***spoke** after talks with Chad*."""
    beside = (other.sense for other in fired if other.sense.is_occasion and other.carrier is candidate.token)
    types = {type_ for sense in beside for type_ in (sense.type, sense.future or FUTURE[sense.type])}
    return is_proposed(candidate) and candidate.sense.type in types


def _is_answered(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether a noun names the deed that another act answers: *condemned the **raid** on a clinic*.

    What is deplored, protested against or helped took place; what somebody is charged with may not have.
    """
    if candidate.sense.part != "noun" or candidate.sense.type not in _DEEDS or candidate.carrier is not None:
        return False
    holders = {id(other.token): other for other in fired if other is not candidate}
    for above in candidate.token.ancestors():
        other = holders.get(id(above))
        if other is not None:
            return other.sense.type in _ANSWERS and above.lemma not in _ALLEGING
        if above.pos in ("VERB", "AUX") and not above.is_infinitive():
            return False
    return False


def _is_swallowed(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether another fired predicate above `candidate` takes it in: *agreed to withdraw*."""
    holders = {id(token): other for other in fired if other is not candidate for token in (other.token, other.anchor)}
    token = candidate.anchor
    while token.head is not token and not _reports(token):
        coordinated = token.dep == "conj"
        token = token.head
        other = holders.get(id(token))
        if other is not None and not coordinated and _swallows(other, candidate):
            return True
    return False


def _identifies(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether a verb only says who somebody is of whom another act tells: *freed a man **arrested** in May*.

    So do participles, passive relative clauses, and relative clauses of what had happened before.
    """
    verb = candidate.token
    if candidate.sense.part != "verb" or not (candidate.sense.type in _OF_PEOPLE or "abduct" in candidate.sense.modes):
        return False
    had = any(aux.dep == "aux" and aux.lower in ("had", "'d") for aux in verb.children)
    told_apart = (verb.dep == "acl" and verb.tag == "VBN") or (verb.dep == "relcl" and (had or is_passive(verb)))
    if not told_apart or verb.child("agent") is not None:
        return False
    anchors = {id(other.anchor) for other in fired if other is not candidate and other.sense.part != "noun"}
    return any(id(above) in anchors for above in _main_above(verb))


def _main_above(verb: Token) -> Iterator[Token]:
    """Yield the verbs above a clause that describes a noun, up to the first clause that is told for itself."""
    for above in verb.ancestors():
        yield above
        if above.pos in ("VERB", "AUX") and above.dep in ("relcl", "ROOT"):
            return


def _is_means(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether a verb says what the force of another was used for: *used batons to **disperse** marchers*."""
    verb = candidate.anchor
    if verb.dep not in ("xcomp", "advcl") or verb.head.lemma not in _USING or not verb.is_infinitive():
        return False
    return any(other.anchor is verb.head for other in fired)


def _is_toll(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether a verb only counts the victims of an attack that another tells.

    *Rebels shelled the town, **killing** nine*; *nine were **killed** when rebels shelled the town*.
    """
    verb = candidate.token
    if candidate.sense.part != "verb" or verb.lemma not in _TOLLS or candidate.sense.type != "ASSAULT":
        return False
    attacks = {id(other.anchor) for other in fired if other is not candidate and other.sense.type == "ASSAULT"}
    if verb.dep == "advcl" and verb.tag == "VBG":
        return id(verb.head) in attacks
    below = [child for child in verb.children if child.dep == "advcl" and id(child) in attacks]
    return any(word.lower in ("when", "as") for clause in below for word in clause.children)


def _cried_in_protest(candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """What protesters demand is part of the protest: *marched on Monday, demanding his release*."""
    protests = {id(other.anchor) for other in fired if other.sense.type == "PROTEST"}
    for token in (candidate.anchor, *candidate.anchor.ancestors()):
        if token.dep == "relcl":
            return False
        if id(token.head) in protests and token.dep in ("advcl", "xcomp", "conj", "prep", "pcomp"):
            return token.dep != "conj" or token.tag == "VBG"
    return False


def _below(noun: Token, candidate: Candidate, fired: Sequence[Candidate]) -> bool:
    """Tell whether a noun stands inside the phrase of another fired noun: *opened the door to talks*."""
    nouns = {id(other.token) for other in fired if other is not candidate and other.sense.part == "noun"}
    return any(id(above) in nouns for above in _phrase_above(noun))


def _phrase_above(noun: Token) -> Iterator[Token]:
    for token in noun.ancestors():
        if token.pos in ("VERB", "AUX") or (token.dep == "prep" and token.lower in BACKGROUND):
            return
        yield token


def _swallows(other: Candidate, candidate: Candidate) -> bool:
    if other.is_denial and candidate.sense.part == "verb":
        return False
    return other.sense.type in SPEECH_ACTS or (candidate.sense.part == "noun" and candidate.carrier is None)


def _is_ruled_out(clause: Token) -> bool:
    """Tell whether a participle is the object of a verb with a particle: *ruled out **reopening** the border*."""
    above = clause.head.child("prt")
    return clause.tag == "VBG" and above is not None and above.i == clause.i - 1


def _reports(token: Token) -> bool:
    """Tell whether what stands at `token` is reported for itself, whatever stands above."""
    if token.dep in _FREE or goes_on_saying(token):
        return True
    if token.dep == "advcl":
        return not (token.is_infinitive() or _is_ruled_out(token))
    if token.dep == "acl":
        return token.tag in ("VBN", "VBG")
    if token.dep == "pobj" and token.lemma in _OCCASIONS:
        return True
    return token.dep == "prep" and token.lower in BACKGROUND
