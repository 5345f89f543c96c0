"""Standing of an act: did it happen, is it to come, was it denied, and who says so.

The walk starts at the predicate and climbs the parse; each verb, adjective or noun above it may change the
standing (`lexicon/operators.yaml`).  Relative clauses and clauses of time stop the climb: they report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from dragoman.events.voice import is_passive, logical_subject, ranked
from dragoman.resources import LEXICON, read_word_lists
from dragoman.syntax import Token

_MODALS = MappingProxyType(
    {
        "will": "future", "shall": "future", "'ll": "future", "wo": "future", "would": "conditional",
        "'d": "conditional", "could": "possible", "can": "possible", "ca": "possible", "may": "possible",
        "might": "possible", "must": "obligation", "should": "obligation", "ought": "obligation",
    }
)  # fmt: skip
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})
_CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "lest", "once", "until"})
_NO = frozenset({"no", "neither", "nobody", "none", "never", "without"})
_WISHING = frozenset({"want", "hope", "hop", "wish", "like", "prefer", "need", "love"})
#: What is done by saying that one would like to: *we want to thank Oman*, *Chad would like to express its sympathy*.
_UTTERED = frozenset(
    {
        "thank", "express", "extend", "congratulate", "condemn", "apologise", "apologize", "commend", "praise",
        "reiterate", "reaffirm", "convey", "pay", "welcome", "salute",
    }
)  # fmt: skip
#: Words between two acts of the same doer.
_WHEN = frozenset({"before", "after", "by", "while", "when", "upon"})
_MOTION = frozenset({"return", "go", "rush", "cross"})
_SPEAKERS = frozenset({"i", "we", "it", "they", "he", "she"})
_UNREAL_MOODS = frozenset({"unreal", "possible"})
#: Strongest last: the mood of an act is the strongest met on the way up.
_ORDER = ("fact", "future", "conditional", "obligation", "possible", "unreal")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sentence says of an act's reality."""

    mood: str = "fact"
    """`fact`, `future`, `conditional`, `obligation`, `possible` or `unreal`."""
    negated: bool = False
    ongoing: bool = False
    claim: bool = False
    """Only a party or third source says so."""
    speaker: tuple[Token, ...] = ()
    verb: str | None = None
    """Lemma of the verb of saying."""
    own: bool = False
    """The speaker says it of himself: *Chad said **it** might attack*."""
    steps: tuple[str, ...] = field(default=())
    """What was met on the way up, for `explain`."""

    @property
    def unreal(self) -> bool:
        """True when no act is reported at all."""
        return self.mood in _UNREAL_MOODS


@cache
def operators() -> Mapping[str, frozenset[str]]:
    """Return the effect → words table.  Raises LexiconError."""
    return read_word_lists(LEXICON / "operators.yaml")


def assess(predicate: Token) -> Standing:
    """Return the standing of the act that `predicate` (a verb, or the verb that carries a noun) reports."""
    standing = _own(predicate, Standing())
    token = predicate
    for _ in range(12):  # deeper nesting says nothing reliable
        step = _climb(token, standing)
        if step is None:
            break
        token, standing = step
    standing = _with_source(token, predicate, standing)
    return replace(standing, own=standing.verb is not None and _is_of_the_speaker(predicate))


def _is_of_the_speaker(predicate: Token) -> bool:
    """A pronoun that acts below a verb of saying stands, most often, for the one who speaks."""
    return any(child.dep == "nsubj" and child.lower in _SPEAKERS for child in predicate.children)


def assess_noun(noun: Token, carrier: Token | None) -> Standing:
    """Return the standing of the act that a noun reports, through its carrying verb or by itself."""
    if carrier is not None:
        standing = assess(carrier)
        if any(child.dep == "det" and child.lower in _NO for child in noun.children) and not _no_participant(carrier):
            standing = replace(standing, negated=not standing.negated)
        return _stronger(standing, "future", f"to come: {carrier.lemma}") if is_arranged(carrier) else standing
    standing = Standing()
    if (cue := _put_off(noun)) is not None:
        standing = _stronger(standing, "future", f"to come: {cue.lower}")
    if any(child.dep == "det" and child.lower in _NO for child in noun.children):
        standing = replace(standing, negated=True, steps=("negated by no",))
    above = noun.head
    if noun.dep == "pobj" and above.lower in ("for", "of", "against", "to", "on", "about", "over", "from"):
        above = above.head
    elif noun.dep not in ("dobj", "nsubjpass", "attr"):
        return standing
    if above.lemma in operators()["say"] | operators()["judge"]:
        return standing
    return _effect(above, standing, "fact")


def is_arranged(verb: Token) -> bool:
    """Tell whether a verb says of its subject that it is to come: *talks **were scheduled** for May*."""
    return verb.lemma in operators()["arrange"] and is_passive(verb)


def _put_off(noun: Token) -> Token | None:
    """Return the word by which a noun tells of what is to come: *his upcoming visit*, *talks **planned** for May*."""
    phrases = [noun, *(low for child in noun.children if child.dep == "prep" for low in child.children)]
    for word in (below for phrase in phrases for below in phrase.children):
        if word.dep == "amod" and word.head is noun and word.lower in operators()["upcoming"]:
            return word
        if word.dep == "acl" and word.i > noun.i and is_arranged(word) and word.child("prep", "npadvmod") is not None:
            return word
    return None


def _stronger(standing: Standing, mood: str, why: str) -> Standing:
    chosen = max(standing.mood, mood, key=_ORDER.index)
    return replace(standing, mood=chosen, steps=(*standing.steps, why))


def _own(verb: Token, standing: Standing) -> Standing:
    """Apply what stands at the verb itself: modals, negation, aspect, hearsay adverbs, `if`."""
    for child in verb.children:
        standing = _beside(verb, child, standing)
    if _no_participant(verb):
        standing = _negate(standing, "no")
    if verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in verb.children):
        standing = replace(standing, ongoing=True)
    return standing


def _beside(verb: Token, child: Token, standing: Standing) -> Standing:
    """Apply one word that hangs on the verb."""
    word = child.lower
    if child.dep == "aux" and word in _MODALS:
        unreal = word in ("would", "'d", "could", "might") and any(
            c.dep == "aux" and c.lemma == "have" for c in verb.children
        )
        return _stronger(standing, "unreal" if unreal else _MODALS[word], f"modal {word}")
    if child.dep == "neg" or (child.dep in ("det", "advmod", "preconj") and word in _NO):
        return _negate(standing, word)
    if child.dep == "advmod" and word in _HEARSAY:
        return replace(standing, claim=True, steps=(*standing.steps, word))
    return _conditioned(verb, child, standing)


def _conditioned(verb: Token, child: Token, standing: Standing) -> Standing:
    """Apply a condition: *if X attacks* is unreal, *attacks if Y* conditional."""
    if child.dep == "mark" and (
        child.lower == "whether" or (child.lower in _CONDITIONAL_MARKS and verb.dep == "advcl")
    ):
        return _stronger(standing, "unreal", f"clause with {child.lower}")
    marks = {mark.lower for mark in child.children if mark.dep == "mark"} if child.dep == "advcl" else set()
    for mark in ("if", "unless"):
        if mark in marks:
            return _stronger(standing, "conditional", f"{mark} clause")
    return standing


def _negate(standing: Standing, word: str) -> Standing:
    return replace(standing, negated=not standing.negated, steps=(*standing.steps, f"negated by {word}"))


def _no_participant(verb: Token) -> bool:
    """*took no questions*, *no agreement was signed*, *neither side attended*."""
    return any(
        child.dep in ("dobj", "nsubjpass", "nsubj")
        and (
            child.lower in ("nobody", "none", "nothing")
            or any(d.dep in ("det", "amod") and d.lower in ("no", "neither", "little") for d in child.children)
        )
        for child in verb.children
    )


def _climb(token: Token, standing: Standing) -> tuple[Token, Standing] | None:
    """Return the next token above with the standing it leaves, or None where the climb ends."""
    head = token.head
    if head is token:
        return None
    if (noun := ranked(token)) is not None:  # *was the first country to leave* has left
        return (noun.head, _own(noun.head, standing)) if noun.dep == "attr" else None
    if token.dep in ("xcomp", "ccomp", "oprd", "acomp", "csubj", "csubjpass", "attr"):
        return _above(token, head, standing)
    if token.dep == "conj" and head.pos in ("VERB", "AUX"):
        return _coordinated(token, head, standing)
    if token.dep == "pcomp":
        return _prepositional(head, standing)
    if token.dep in ("acl", "relcl") and token.is_infinitive():
        return head, _effect(head, standing, "unreal")
    if token.dep == "acl" and token.child("mark") is not None and _leaves_open(head):
        return head, _effect(head, standing, "unreal")
    if token.dep == "advcl":
        return _adverbial(token, head, standing)
    return None


def _leaves_open(noun: Token) -> bool:
    """Tell whether what a noun says may not be so: *the possibility that they agreed*, not *no doubt that they did*."""
    return noun.lemma in operators()["unreal"] and not any(child.lower in _NO for child in noun.children)


def _coordinated(token: Token, head: Token, standing: Standing) -> tuple[Token, Standing] | None:
    own = any(child.dep in ("aux", "nsubj", "nsubjpass") for child in token.children)
    if own and any(child.dep in ("nsubj", "nsubjpass") for child in token.children) and head.dep == "ROOT":
        return None
    for child in head.children if not own else ():
        if child.dep == "aux" and child.lower in _MODALS and token.tag in ("VB", "VBP", "VBN"):
            standing = _stronger(standing, _MODALS[child.lower], f"modal {child.lower}")
    return head, standing


def _prepositional(preposition: Token, standing: Standing) -> tuple[Token, Standing] | None:
    if preposition.lower in ("without", "instead"):
        return preposition, replace(standing, negated=not standing.negated, steps=(*standing.steps, preposition.lower))
    above = preposition.head
    if preposition.lower in _WHEN:
        return _together(above, standing, preposition.lower)
    if preposition.lower in (
        "of",
        "from",
        "to",
        "for",
        "in",
        "on",
        "about",
        "at",
        "against",
        "as",
        "into",
        "toward",
        "towards",
    ):
        return above, _effect(above, standing, "fact" if preposition.lower in ("for", "in") else "unreal")
    return None


def _together(above: Token, standing: Standing, link: str = "") -> tuple[Token, Standing] | None:
    """What is done with another act is as far off as that: *will fly to Oslo before **signing** the treaty*."""
    if above.pos not in ("VERB", "AUX"):
        return None
    mood = _own(above, Standing()).mood
    if mood == "fact" or (link == "after" and mood not in ("future", "conditional")):
        return None  # *may attack after accusing Chad* has accused
    return above, _stronger(standing, mood, f"with {above.lower}")


def _adverbial(token: Token, head: Token, standing: Standing) -> tuple[Token, Standing] | None:
    if token.tag == "VBG" and (link := _link(token)) is not None:
        return _together(head, standing, link)
    if any(child.dep == "mark" and child.lower in ("before", "until") for child in token.children):
        return _before(token, head, standing)
    if any(child.dep == "mark" for child in token.children) or any(
        c.dep == "advmod" and c.tag == "WRB" for c in token.children
    ):
        return None
    if not token.is_infinitive():
        return None
    if head.lemma in _MOTION:
        return head, standing
    return head, _stronger(standing, "unreal", "clause of purpose")


def _link(gerund: Token) -> str | None:
    """Return the word that ties a clause to the verb before it, empty for a comma; None for a clause that leads."""
    marks = [child.lower for child in gerund.children if child.dep == "mark" or child.tag == "WRB"]
    if not marks:
        return "" if gerund.i > gerund.head.i else None
    return marks[0] if marks[0] in _WHEN else None


def _before(token: Token, head: Token, standing: Standing) -> tuple[Token, Standing] | None:
    """*before the allies meet* is still to come; *before the allies met* happened."""
    if token.tag in ("VBZ", "VBP"):
        return head, _stronger(standing, "future", "clause with before")
    return None


def _above(token: Token, head: Token, standing: Standing) -> tuple[Token, Standing]:
    """Apply the effect of the word that governs the clause, then what stands at that word."""
    if head.lemma == "be" and head.pos in ("AUX", "VERB"):
        return head, _own(head, _under_copula(token, head, standing))
    if _utters(token, head):
        return head, standing
    if head.lemma in _WISHING and any(child.dep == "nsubj" for child in token.children):
        return head, _stronger(standing, "unreal", f"wish for another to act: {head.lemma}")
    if token.is_infinitive() and (mood := _periphrastic(head)) is not None:
        return head, _own(head, _stronger(standing, mood, f"{head.lower} to"))
    if any(child.tag == "WRB" for child in token.children):
        return head, _stronger(standing, "unreal", "indirect question")
    after = _effect(head, standing, "unreal" if token.is_infinitive() else "fact")
    return head, _own(head, after) if after.verb is None or standing.verb is not None else after


def _utters(token: Token, wish: Token) -> bool:
    """Tell whether a wish to say something says it: *would like to thank*, *wish to congratulate*, not *wanted to*."""
    if wish.lemma not in ("like", "want", "wish") or token.lemma not in _UTTERED or not token.is_infinitive():
        return False
    own = [child for child in (*token.children, *wish.children) if child.dep in ("nsubj", "neg")]
    return wish.tag != "VBD" and all(child.head is wish and child.dep == "nsubj" for child in own)


def _periphrastic(verb: Token) -> str | None:
    """The mood that *have to*, *need to* and *going to* give."""
    if verb.lemma in ("have", "need"):
        return "obligation"
    return "future" if verb.lemma == "go" and verb.tag == "VBG" else None


def _under_copula(token: Token, copula: Token, standing: Standing) -> Standing:
    """*is to visit* is to come; *it is crucial to stop them* is an opinion; *it is clear that X attacked* a fact."""
    judged = copula.child("acomp", "attr")
    if judged is not None and judged is not token:
        return _effect(judged, standing, "unreal" if token.is_infinitive() else "fact")
    return _stronger(standing, "future", "is to") if token.is_infinitive() and token.dep == "xcomp" else standing


def _effect(word: Token, standing: Standing, otherwise: str) -> Standing:
    """Apply the effect of one governing word; `otherwise` is the mood under a word of no known effect."""
    known = operators()
    lemma = word.lemma
    if lemma in known["say"] and word.pos == "VERB":
        return _attributed(word, standing, claim=False)
    if lemma in known["claim"]:
        return _attributed(word, standing, claim=True)
    if lemma in known["believe"]:
        if is_passive(word):
            return replace(standing, claim=True, steps=(*standing.steps, f"is {word.lower} to"))
        return _stronger(standing, "unreal", f"opinion: {lemma}")
    if lemma in known["fail"]:
        return replace(standing, negated=not standing.negated, steps=(*standing.steps, f"not happened: {lemma}"))
    if lemma in known["transparent"]:
        return replace(standing, ongoing=standing.ongoing or lemma in ("continue", "keep"))
    if lemma in known["intend"]:
        return _stronger(standing, "future", f"to come: {lemma}")
    if lemma in known["unreal"]:
        return _stronger(standing, "unreal", f"not an act: {lemma}")
    return _stronger(standing, otherwise, f"below {lemma}") if otherwise != "fact" else standing


def _attributed(verb: Token, standing: Standing, *, claim: bool) -> Standing:
    if standing.verb is not None:  # the nearest source is the one that counts
        return replace(standing, claim=standing.claim or claim)
    mood = "future" if standing.mood == "conditional" and verb.tag in ("VBD", "VBN") else standing.mood
    return replace(
        standing, mood=mood, claim=standing.claim or claim, speaker=tuple(logical_subject(verb)), verb=verb.lemma,
        steps=(*standing.steps, f"attributed by {verb.lemma}"),
    )  # fmt: skip


def _with_source(top: Token, predicate: Token, standing: Standing) -> Standing:
    """Add a source that stands beside the clause: *according to X*, *…, X said*."""
    if standing.verb is not None:
        return standing
    known = operators()
    for verb in {id(t): t for t in (predicate, top)}.values():
        for child in verb.children:
            if child.dep == "prep" and child.lower == "according":
                source = [low for to in child.children for low in to.children if low.dep == "pobj"]
                return replace(
                    standing, speaker=tuple(source), verb="according to", steps=(*standing.steps, "according to")
                )
            if child.dep in ("parataxis", "ccomp") and child.lemma in known["say"] and child.i > verb.i:
                subject = [c for c in child.children if c.dep == "nsubj"]
                if subject and not any(c.dep in ("ccomp", "mark") for c in child.children):
                    return replace(
                        standing,
                        speaker=tuple(subject),
                        verb=child.lemma,
                        steps=(*standing.steps, f"attributed by {child.lemma}"),
                    )
    return standing
