"""Which time expression of a sentence tells when an act took place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from dragoman.stages.base import TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.temporal.clause import chain, head_token, is_verb, owner
from dragoman.temporal.words import time_words

_NOT_POINTS = frozenset({"for", "frequency", "vague"})
# A clause opened by one of these is about the same moment as the clause it hangs on.
_SAME_TIME = frozenset({"as", "when", "while"})
# "Began on Monday to withdraw": the infinitive is dated by the verb that carries it.
_CARRYING = frozenset({"begin", "start", "continue", "manage", "force", "help", "be", "go", "get", "proceed"})
# What these verbs speak of need not have happened when they speak.
_SPEAKING = frozenset(
    {"say", "tell", "add", "announce", "report", "claim", "state", "note", "declare", "warn", "confirm", "deny"}
    | {"accuse", "blame", "condemn", "denounce", "criticise", "criticize", "discuss", "mention", "welcome", "praise"}
    | {"demand", "urge", "call", "ask", "request", "threaten", "promise", "vow", "pledge", "plan", "investigate"}
    | {
        "insist",
        "recall",
        "argue",
        "believe",
        "think",
        "stress",
        "write",
        "explain",
        "acknowledge",
        "admit",
        "predict",
        "speak",
    }
)
# A noun after one of these is another matter than the clause it stands in: `signed it after the talks`.
_APART = frozenset({"after", "before", "following", "since", "despite", "over", "about", "for", "ahead", "until"})
_ONLY = frozenset({"first", "second", "third", "last", "only"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "poss", "amod", "nmod"})

_MANY = 20  # expressions of one sentence; of more, only the nearest are weighed

#: How closely an expression is tied to an act, best first.
ON_PREDICATE, ON_NOUN_CLAUSE, ON_CLAUSE, ON_LINKED_CLAUSE, ALONE, NOT = range(6)


def governing_time(sentence: Sentence, predicate: Token, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the expression that dates `predicate`, or None when none does.

    An expression attached to the predicate comes first, then one of the same clause, then one of a clause
    that happens together with it (`met on Monday and signed`, `exploded on Friday, killing six`), then the only
    one of a sentence in which no verb claims it.  An expression of another clause, such as that of a verb of
    saying, dates nothing but its own clause.  Lengths of time and frequencies date nothing.  One that counts from
    an event (`after the meeting`) dates only what no other does.
    """
    points = [t for t in times if t.sentence == sentence.index and t.function not in _NOT_POINTS]
    if len(points) > _MANY:
        points = sorted(points, key=lambda mention: _distance(predicate, mention))[:_MANY]
    plain = [t for t in points if not t.event]
    return _closest(sentence, predicate, plain) or _closest(sentence, predicate, [t for t in points if t.event])


def _closest(sentence: Sentence, predicate: Token, points: Sequence[TimeMention]) -> TimeMention | None:
    ranked = [(_tie(sentence, predicate, mention, alone=len(points) == 1), mention) for mention in points]
    tied = [(rank, _distance(predicate, mention), mention) for rank, mention in ranked if rank != NOT]
    return min(tied, key=lambda item: item[:2])[2] if tied else None


def _distance(predicate: Token, mention: TimeMention) -> int:
    return min(abs(mention.first - predicate.i), abs(mention.last - predicate.i))


def _tie(sentence: Sentence, predicate: Token, mention: TimeMention, *, alone: bool) -> int:
    head = head_token(sentence, mention.first, mention.last)
    path = _path(head)
    if _is_elsewhere(head, path, predicate) or (mention.function == "since" and _is_record(path)):
        return NOT
    if predicate in path[:-1] or (predicate is path[-1] and not _is_inside_noun(path)):
        return ON_PREDICATE
    mine, theirs = owner(predicate), path[-1]
    if not is_verb(theirs):
        return ALONE if alone else NOT
    if theirs.dep in ("relcl", "acl") and theirs.head is predicate:
        return ON_NOUN_CLAUSE
    if _is_part_of_act(predicate, mine) and (mine is theirs or _happen_together(mine, theirs, head)):
        return ON_CLAUSE if mine is theirs else ON_LINKED_CLAUSE
    return NOT


def _is_part_of_act(predicate: Token, verb: Token) -> bool:
    """Say whether a noun shares the date of its verb: not as what is talked of, nor after `after` or `over`."""
    if predicate is verb:
        return True
    if verb.lower in _APART:  # "alerted the police following the attack"
        return False
    if verb.lemma in _SPEAKING and predicate.dep not in ("nsubj", "nsubjpass"):
        return False
    steps = itertools.takewhile(lambda step: step is not verb, chain(predicate))
    return not any(step.lower in _APART for step in steps)


def _path(token: Token) -> list[Token]:
    """Return `token` and its heads up to and with the verb of its clause, or the root."""
    path: list[Token] = []
    for step in chain(token):
        path.append(step)
        if is_verb(step):
            break
    return path


def _is_inside_noun(path: Sequence[Token]) -> bool:
    """Say whether a noun stands between the expression and the verb: `condemned the attack of Monday`."""
    return any(step.pos in ("NOUN", "PROPN") and step.dep != "npadvmod" for step in path[1:-1])


def _is_before_other_noun(head: Token, predicate: Token) -> bool:
    """Say whether the date is the noun's alone: `the 2015 deal`, `Friday's ruling`."""
    return head.dep in _BEFORE_NOUN and head.head.i > head.i and head.head is not predicate


def _is_record(path: Sequence[Token]) -> bool:
    """Say so of `the first raid since 2014`, `the first time they met since the war`: it says how rare the act is."""
    nouns = [step for step in (*path, path[-1].head) if step.pos == "NOUN"]
    return any(child.lower in _ONLY or child.tag == "JJS" for noun in nouns for child in noun.children)


def _is_elsewhere(head: Token, path: Sequence[Token], predicate: Token) -> bool:
    """Say whether the date is another noun's, before it or within the act's own: `a probe of the attacks in 2015`."""
    if _is_before_other_noun(head, predicate):
        return True
    if predicate not in path[:-1]:
        return False
    below = itertools.takewhile(lambda step: step is not predicate, path[1:])
    return any(step.pos == "NOUN" and step.lemma in time_words().event_nouns for step in below)


def time_of_noun(noun: Token, times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the expression that stands before `noun` as its own: `the 2015 deal`, `Friday's ruling`."""
    for mention in times:
        for child in noun.children:
            if mention.first <= child.i <= mention.last and child.dep in _BEFORE_NOUN and child.i < noun.i:
                return mention if mention.function not in _NOT_POINTS else None
    return None


def is_at_odds(time: TimeMention, status: str, written: str | None) -> bool:
    """Say whether an act that happened would lie after the day of writing (`written`), or a planned one before it."""
    if written is None or time.start is None or time.function != "on":
        return False
    if status == "happened":
        return time.start > written[: len(time.start)]
    last = time.end or time.start
    return status == "planned" and last < written[: len(last)]


def _happen_together(mine: Token, theirs: Token, head: Token) -> bool:
    """Say whether the clause of the act (`mine`) shares the date `head` that stands in another clause (`theirs`)."""
    return any(step is theirs or (theirs.head is step and _dates_main(theirs)) for step in _joined(mine, head))


def _joined(verb: Token, head: Token) -> Iterator[Token]:
    """Yield `verb` and the verbs above it whose date it shares, as long as each goes with the next."""
    yield verb
    while verb.head is not verb and _goes_with_main(verb, head):
        verb = owner(verb.head)
        yield verb


def _goes_with_main(verb: Token, head: Token) -> bool:
    main = verb.head
    if verb.dep == "acl":  # "since then, 20 have been wounded and scores of rebels killed"
        return verb.tag == "VBN" and head.i < main.i and _is_elliptic(main)
    if verb.dep == "conj":
        return not _has_subject(verb) or head.i < main.i
    if verb.dep == "xcomp":
        return main.lemma in _CARRYING
    if verb.dep == "relcl":  # "held talks in Moscow on Saturday, where they praised the accord"
        return any(child.lower == "where" for child in verb.children)
    if verb.dep != "advcl" or main.lemma in _SPEAKING:
        return False
    return _is_same_time(verb) or _is_purpose(verb)


def _is_elliptic(noun: Token) -> bool:
    """Say whether a noun stands beside a verb, as the subject of a clause whose auxiliary is left out."""
    for step in chain(noun):
        if step.dep == "conj":
            return is_verb(step.head)
        if step.dep not in ("pobj", "prep"):
            return False
    return False


def _dates_main(theirs: Token) -> bool:
    """Say so of a clause below the act's own: `met and signed on Monday`, `speaking on Monday, he accused`."""
    if theirs.dep == "conj":
        return not _has_subject(theirs) and theirs.tag == theirs.head.tag
    return theirs.dep == "advcl" and _is_same_time(theirs)


def _is_same_time(verb: Token) -> bool:
    """Say so of a participle without a subject (`killing six`) and of a clause with `as`, `when`, `while`."""
    openers = [child.lower for child in verb.children if child.dep in ("mark", "advmod") and child.i < verb.i]
    if "while" in openers and any(child.dep == "aux" and child.lemma == "have" for child in verb.children):
        return False  # "while X has resumed its campaign" sets two things side by side
    if any(word in _SAME_TIME for word in openers):
        return True
    return verb.tag == "VBG" and not openers and not _has_subject(verb)


def _is_purpose(verb: Token) -> bool:
    return any(child.tag == "TO" for child in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)
