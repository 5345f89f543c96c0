"""What the network adds to the senses and takes from them.

A sense that fits is kept unless the network is sure that its word reports no act, or an act of another type.  A word
that no sense fits is proposed when the network is sure that it reports one, of a type that the lexicon knows of that
word in another frame: of words it knows nothing of, the network must be surer.  The parties of a
proposal are those that the network finds, as the parse delimits them.  Where the network agrees with a sense, its view
of the status counts, and its view of the recipients where the sense finds none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dragoman.events.choose import Candidate, describes, rules_out
from dragoman.events.density import Density
from dragoman.events.outcome import Outcome
from dragoman.events.phrases import coordinated, is_listed
from dragoman.events.senses import PARTS_OF_SPEECH, Sense, SenseLexicon, Slots
from dragoman.events.slots import Filled, carrier_of, slots_of
from dragoman.events.status import operators
from dragoman.events.voice import ranked
from dragoman.learned.network import Guess, Reading
from dragoman.ontology import TYPES
from dragoman.syntax import Sentence, Token

PROPOSE: Mapping[Density, float] = MappingProxyType({"quiet": 0.92, "plain": 0.6, "dense": 0.5})
"""Probability from which a word that no sense fits is taken for a predicate, by the density of the text."""
UNLISTED: Mapping[Density, float] = MappingProxyType({"quiet": 0.92, "plain": 0.75, "dense": 0.6})
"""The same for a word that the lexicon does not know to report such an act in any frame."""
VETO = 0.9
"""Probability of no act from which a sense that fits is dropped, if no other word may report such an act either."""
ELSEWHERE = 0.2
"""Probability from which another word may report it: *clashes* in *killed in clashes*."""
RETYPE = 0.9
"""Probability of another type from which a sense that fits is dropped, and that type proposed; not of compounds."""
PARTY = 0.5
"""Probability from which a word belongs to a party."""
_WARNING = frozenset({"warn", "caution"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
_HELPING = frozenset({"help", "aid", "assist", "support", "back"})
_SOURCE = "predicate network"


def _sense(type_: str, part: str) -> Sense:
    """The sense of a proposed predicate: it has no conditions, and the slots that the network fills."""
    return Sense(
        id=f"network.{type_.lower()}", part=part, lemmas=(), type=type_, modes=(), particle=None, when=(),
        actor=Slots(("actor", "subj")), recipient=Slots(("recipient",)), mutual=False, light=None, bare=True,
        negated=None, future=None, example="", counter="", note="", source=_SOURCE,
    )  # fmt: skip


_SENSES = MappingProxyType({(t, part): _sense(t, part) for t in TYPES for part in ("verb", "noun", "adj")})


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates of a sentence once the network was asked."""

    kept: list[Candidate]
    dropped: list[tuple[Candidate, str]]
    """Candidates of the senses that the network speaks against, each with the reason."""


def weighed(
    found: Sequence[Candidate],
    outcomes: Sequence[Outcome | None],
    sentence: Sentence,
    reading: Reading,
    lexicon: SenseLexicon,
    *,
    density: Density = "plain",
) -> Weighed:
    """Weigh the candidates `found` by the senses, with what each would be coded as, and add the network's own.

    How sure the network must be hangs on the `density` of the text.
    """
    result = Weighed([], [])
    for candidate, coded in zip(found, outcomes, strict=True):
        guess = _guess(candidate, reading)
        against = _against(candidate, guess, coded, reading) if coded is not None else None
        if against is not None:
            result.dropped.append((candidate, against))
        elif coded is None and guess.type is not None and guess.score >= PROPOSE["plain"]:
            result.dropped.append((candidate, f"the network sees {guess.type}, {guess.status}"))
        elif coded is not None and guess.type == coded.type:
            result.kept.append(
                replace(candidate, guess=guess, filled={**candidate.filled, **_seen(guess, sentence, reading)})
            )
        else:
            result.kept.append(candidate)
    result.kept.extend(_proposals(result.kept, sentence, reading, lexicon, density=density))
    return result


def is_proposed(candidate: Candidate) -> bool:
    """Tell whether a candidate is the network's own, not that of a sense."""
    return candidate.sense.source == _SOURCE


def _guess(candidate: Candidate, reading: Reading) -> Guess:
    """Return the network's view: of the word, of the verb that carries it, or of what it says shall be done."""
    if candidate.is_beside or candidate.is_denial:
        return reading.guess(candidate.token)
    words = (candidate.token, candidate.anchor, *candidate.filled.get("clause", ()))
    return min((reading.guess(word) for word in words), key=lambda guess: guess.type is None)


def _against(candidate: Candidate, guess: Guess, coded: Outcome, reading: Reading) -> str | None:
    """Return why the network speaks against a candidate, or None.

    What the main clause of a sentence says it takes for background too easily (*The man was arrested*).
    """
    doubtful = guess.type is None and guess.score > VETO and reading.most(coded.type) < ELSEWHERE
    if doubtful and not _is_main(candidate):
        return f"the network sees no act ({guess.score:.2f})"
    if guess.type not in (None, coded.type) and guess.score >= RETYPE and not _is_compound(candidate):
        return f"the network sees {guess.type} ({guess.score:.2f})"
    return None


def _is_compound(candidate: Candidate) -> bool:
    """Tell whether a sense is that of a noun with the word before it, which tells the type: *a **cyber** attack*."""
    return candidate.sense.part == "noun" and candidate.token.lemma not in candidate.sense.lemmas


def _is_main(candidate: Candidate) -> bool:
    """Tell whether an act is what the main clause says: its verb, or what its verb carries.

    *Officers staged a coup* has it as the object, *There were clashes* as what there was.
    """
    carrier = candidate.carrier
    if carrier is not None:
        places = ("dobj", "nsubjpass") if carrier.child("expl") is None else ("attr",)
        return candidate.token.dep in places and _is_main_verb(carrier)
    return _is_main_verb(candidate.token)


def _is_main_verb(token: Token) -> bool:
    """Tell whether a verb is that of the main clause: *continued to send arms*, *It sent arms, he said*, too."""
    while (noun := ranked(token)) or (_is_led(token) and token.head.lemma in operators()["transparent"]):
        token = noun.head if noun is not None else token.head
    quoted = token.dep == "ccomp" and token.head.lemma in operators()["say"] and token.i < token.head.i
    return token.dep == "ROOT" or (quoted and token.head.dep == "ROOT")


def _is_led(token: Token) -> bool:
    return token.dep == "xcomp" or (token.dep == "acomp" and token.lemma in operators()["transparent"])


def is_credible(guess: Guess, lexicon: SenseLexicon, *, density: Density) -> bool:
    """Tell whether the lexicon knows the word to report such an act in another frame, or the network is very sure."""
    bar = PROPOSE if lexicon.lists(guess.token.lemma, str(guess.type)) else UNLISTED
    return guess.score >= bar[density]


def _seen(guess: Guess, sentence: Sentence, reading: Reading) -> Filled:
    """Return the slots that the network fills: `actor` and `recipient`."""
    actors, recipients = reading.parties(guess.token)
    return {"actor": list(_heads(sentence, actors)), "recipient": list(_heads(sentence, recipients))}


def _proposals(
    kept: Sequence[Candidate], sentence: Sentence, reading: Reading, lexicon: SenseLexicon, *, density: Density
) -> Iterator[Candidate]:
    taken = {token.i for candidate in kept for token in (candidate.token, candidate.anchor)}
    told = {candidate.token.i: candidate.sense.type for candidate in kept if candidate.sense.part == "verb"}
    for guess in reading.guesses(sentence, PROPOSE[density]):
        part = PARTS_OF_SPEECH.get(guess.token.pos)
        if part is None or guess.token.i in taken or describes(guess.token, part):
            continue
        if _introduces(guess) or not is_credible(guess, lexicon, density=density):
            continue
        proposal = _proposal(guess, part, sentence, reading, told)
        if not any(
            s.type == guess.type and rules_out(s, proposal.filled) for s in lexicon.find(part, guess.token.lemma)
        ):
            yield proposal


def _introduces(guess: Guess) -> bool:
    """Tell whether a word only introduces what is said, which decides whether it is an act: the senses know that.

    Support is the exception: it is often no more than something said.
    """
    token = guess.token
    if guess.type == "SUPPORT" or not (token.lemma in operators()["say"] or token.lemma in _WARNING):
        return False
    return token.pos == "VERB" and (token.child("ccomp") is not None or token.child("dobj") is None)


def _proposal(guess: Guess, part: str, sentence: Sentence, reading: Reading, told: Mapping[int, str]) -> Candidate:
    """Return what the network proposes, with the verb that carries it unless that is `told` to report another act."""
    carrier = carrier_of(guess.token) if part == "noun" else None
    if carrier is not None and (_is_another(guess, carrier, told) or _is_aside(guess.token, carrier)):
        carrier = None
    filled = {**slots_of(guess.token, part, carried=carrier is not None), **_seen(guess, sentence, reading)}
    return Candidate(guess.token, _SENSES[str(guess.type), part], filled, carrier, (), guess)


def _is_another(guess: Guess, verb: Token, told: Mapping[int, str]) -> bool:
    """Tell whether a verb reports an act of its own beside the deed that is its object or its occasion."""
    return guess.type in _DEEDS and guess.token.dep != "nsubj" and told.get(verb.i, guess.type) != guess.type


def _is_aside(noun: Token, verb: Token) -> bool:
    """Tell whether a noun is the deed of who is helped, not of who does the verb: *helped the Kurds in their fight*."""
    return noun.dep == "pobj" and noun.head.head is verb and verb.lemma in _HELPING


def _heads(sentence: Sentence, shares: Sequence[float]) -> Iterator[Token]:
    """Yield the head of each stretch of words that the network takes for a party: of a list, its first member."""
    inside = [share > PARTY for share in shares]
    listed: set[int] = set()
    for token in sentence.tokens:
        topmost = token.head is token or not inside[token.head.i]
        if inside[token.i] and topmost and token.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
            first = _first_of_list(token)
            if first.i not in listed and sum(inside[member.i] for member in coordinated(first)) > 1:
                listed.add(first.i)
                yield first
            elif first.i not in listed:
                yield token


def _first_of_list(token: Token) -> Token:
    """Return the first of the names that stand in a list with `token`: *Chad* for *Mali* of *Chad, Niger and Mali*."""
    while (token.dep == "conj" or is_listed(token)) and token.head.pos in ("NOUN", "PROPN"):
        token = token.head
    return token
