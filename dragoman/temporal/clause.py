"""The clause a word stands in, and whether that clause looks back or ahead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.syntax import Sentence, Token

PAST, PRESENT, FUTURE, NONE = "past", "present", "future", "none"

_MODALS = frozenset({"will", "wo", "'ll", "shall", "would", "should", "may", "might", "can", "ca", "could", "must"})
_AFTERWARDS = frozenset({"after", "since", "following"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "having"})
_NEGATIONS = frozenset({"not", "n't", "never", "neither", "nobody", "none", "no"})
# Words that announce what they go with: "due on Monday", "a meeting scheduled for Monday", "planned a rally on Friday".
_ANNOUNCING = frozenset(
    {"due", "schedule", "scheduled", "plan", "planned", "slate", "slated", "upcoming", "forthcoming", "ahead"}
    | {"expect", "expected", "deadline", "payable", "poised", "pencil", "timetable", "book"}
)
# Verbs that set a day: "called elections for 9 June".
_SETTING = frozenset({"call", "schedule", "set", "fix", "convene", "plan", "announce", "summon", "invite", "pencil"})
# What is set beforehand, so that "Friday's vote" may lie ahead where "Friday's ruling" lies back.
_SCHEDULED = frozenset(
    {"meeting", "vote", "summit", "talk", "talks", "election", "hearing", "referendum", "session", "deadline", "date"}
    | {"ceremony", "conference", "trial", "poll", "rally", "visit", "inauguration", "runoff", "debate", "round"}
)
# "Postponed until Friday" looks ahead, "lasted until Friday" back.
_PUTTING_OFF = frozenset(
    {"postpone", "extend", "delay", "give", "adjourn", "suspend", "defer", "push", "put", "prolong", "grant", "order"}
)
# In the present tense with a date these tell what is to come: "the council meets on Monday".
_TIMETABLED = frozenset(
    {"meet", "begin", "start", "open", "expire", "end", "convene", "reconvene", "resume", "vote", "arrive", "leave"}
    | {"depart", "travel", "fly", "go", "come", "return", "hold", "close", "take", "visit"}
    | {"host", "gather", "publish", "decide", "choose", "elect", "sail", "await", "face", "reopen", "rule", "testify"}
)
# Verbs whose infinitive is as real, and as past, as they are: "managed to leave on Monday".
_IMPLICATIVE = frozenset(
    {"manage", "begin", "start", "continue", "fail", "refuse", "seem", "appear", "cease", "happen", "tend", "use"}
    | {"force", "help", "be", "decline", "stop", "claim", "say", "report", "believe", "know", "allow", "get"}
)
HIGHEST = 40  # heads above a word; no sentence that people write has more


def is_verb(token: Token) -> bool:
    """Say whether `token` heads a clause: a verb, or an auxiliary that stands for one."""
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound")


def owner(token: Token) -> Token:
    """Return the verb of the clause `token` stands in: itself, or the nearest verb above; else the root."""
    top = token
    for top in chain(token):
        if is_verb(top):
            return top
    return top


def chain(token: Token) -> Iterator[Token]:
    """Yield `token` and then its heads, nearest first, no more than HIGHEST of them."""
    yield token
    yield from islice(token.ancestors(), HIGHEST)


def head_token(sentence: Sentence, first: int, last: int) -> Token:
    """Return that of the tokens `first` to `last` (inclusive) which hangs on a token outside them."""
    for token in sentence.tokens[first : last + 1]:
        if token.head is token or not first <= token.head.i <= last:
            return token
    return sentence.tokens[last]


def tense(token: Token) -> str:
    """Return `past`, `present`, `future` or `none` (no verb) for the clause in which a time `token` stands.

    Words on the way up that announce (`due`, `scheduled`, `ahead of`) make it future; a time before a noun
    (`Friday's ruling`) is past, unless the noun is something set beforehand: then only a future verb tells.
    """
    if not _is_before_noun(token):
        return _tense_above(token)
    if token.head.lemma not in _SCHEDULED:
        return PAST
    return FUTURE if _tense_above(token) == FUTURE else NONE


def _tense_above(token: Token) -> str:
    until, sets = False, token.head.lower == "for"
    for candidate in token.ancestors():
        until = until or candidate.lower in ("until", "till")
        if _announces(candidate) or (until and candidate.lemma in _PUTTING_OFF):
            return FUTURE
        if sets and candidate.lemma in _SETTING:
            return FUTURE
        if is_verb(candidate):
            found = verb_tense(candidate)
            if found == PRESENT and any(_announces(child) for child in candidate.children if child.dep == "acomp"):
                return FUTURE
            return FUTURE if found == PRESENT and candidate.lemma in _TIMETABLED else found
    return NONE


def _is_before_noun(token: Token) -> bool:
    return token.head.i > token.i and token.head.pos in ("NOUN", "PROPN")


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep in ("aux", "auxpass")]


def _announces(token: Token) -> bool:
    if token.lemma == "set":
        return token.tag == "VBN" and any(child.lower == "for" for child in token.children)
    return token.lemma in _ANNOUNCING and not _is_perfect_passive(token)


def _is_perfect_passive(verb: Token) -> bool:
    words = {child.lower for child in _auxiliaries(verb)}
    return bool(words & _PERFECT) and "been" in words


def verb_tense(verb: Token) -> str:
    """Return the tense of the verb's clause; forms without a tense take that of the verb above them."""
    auxiliaries = _auxiliaries(verb)
    words = {child.lower for child in auxiliaries}
    tags = {child.tag for child in auxiliaries} | {verb.tag}
    if words & _PERFECT or (words & {"could"} and _is_negated(verb)):
        return PAST
    if words & _MODALS:
        return FUTURE
    if "TO" in tags:
        return _infinitive_tense(verb)
    if "VBD" in tags:
        return PAST
    if tags & {"VBZ", "VBP"}:
        return PRESENT
    return _untensed(verb)


def _is_negated(verb: Token) -> bool:
    return any(word.lower in _NEGATIONS for child in verb.children for word in (child, *child.children))


def _infinitive_tense(verb: Token) -> str:
    head = verb.head
    if head is verb or verb.dep in ("acl", "relcl", "ROOT") or not is_verb(head):
        return FUTURE
    if verb.dep in ("conj", "advcl") or head.lemma in _IMPLICATIVE:
        return verb_tense(head)
    return FUTURE


def _untensed(verb: Token) -> str:
    """Take a participle such as `seized` as past, a bare `remain` as demanded; others go with the verb above."""
    if verb.tag == "VBN" or verb.head.lower in _AFTERWARDS:
        return PAST
    if verb.tag == "VB":
        return FUTURE
    for candidate in verb.ancestors():
        if is_verb(candidate):
            return verb_tense(candidate)
    return PRESENT
