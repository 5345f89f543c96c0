"""Prospects: acts to come that the words of a sentence announce, before it is asked who acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dragoman.claims.acts import Act, acts, clause_act, headline_subject, infinitives, phrase_act, state_of, subjects_of
from dragoman.claims.expectations import named
from dragoman.claims.expectations.lexicon import Rule, classes, rules
from dragoman.claims.expectations.prospect import Prospect, is_past
from dragoman.events.voice import is_passive
from dragoman.syntax import Token

_BE = frozenset({"be", "'s", "'re"})
_PRESENT = frozenset({"VBZ", "VBP"})
_NOT = frozenset({"not", "n't", "n\u2019t", "never"})
_MARKS = frozenset({"if", "unless", "whether", "until", "in case"})
_DONE = ("concrete", "motion", "meeting", "holding", "timed")
_SILENT = frozenset({"PUNCT", "DET", "ADP", "NUM", "CCONJ", "SYM", "SPACE"})
_DATING = frozenset({"for", "on", "in", "at", "to", "from", "next", "this", "tomorrow", "later", "before"})


def prospects(token: Token) -> Iterator[Prospect]:
    """Yield the acts to come that `token` announces."""
    word = token.lower.replace("\u2019", "'")
    word = token.lower.replace("\u2019", "'")
    if token.pos in _SILENT or _cues().isdisjoint((word, token.lemma)):
        return
    known = rules()
    for frame, find in _FRAMES.items():
        rule = known[frame].get(word) or known[frame].get(token.lemma) or known[frame].get("")
        if rule is not None:
            yield from find(token, rule)


@cache
def _cues() -> frozenset[str]:
    """Return the words at which a prospect can stand at all."""
    words = {word for by_word in rules().values() for word in by_word}
    return frozenset({"give", "make"} | words.union(*(classes()[name] for name in (*_DONE, "events", "deeds"))))


def _modal(token: Token, rule: Rule) -> Iterator[Prospect]:
    verb = token.head
    if token.tag != "MD" or token.dep != "aux" or verb.pos not in ("VERB", "AUX"):
        return
    if any(child.dep == "aux" and child.lemma == "have" for child in verb.children):
        return
    asked = any(child.dep in ("nsubj", "nsubjpass") and child.i > token.i for child in verb.children)
    if asked or (verb.tag == "VBG" and verb.lemma == "go"):
        return  # *May I thank you*
    yield from _each(token, rule, verb, verb, subjects_of(verb))


def _state(token: Token, rule: Rule) -> Iterator[Prospect]:
    if token.dep == "aux" or not _is_state(token):
        return
    copula, subjects = state_of(token)
    if _is_beside(token):
        copula, subjects = token, [token.head]
    if is_past(token, copula):
        return
    for verb in infinitives(token) or [verb for verb in infinitives(copula) if verb.i > token.i]:
        yield from _each(token, rule, copula, verb, subjects or subjects_of(token))


def _is_state(token: Token) -> bool:
    if token.pos == "ADJ":
        return True
    if _is_beside(token) or (token.lower == "poised" and token.child("nsubj") is not None):
        return True
    if token.lower == "going":
        return any(child.lemma in _BE for child in token.children if child.dep == "aux")
    return token.tag == "VBN" and any(child.dep == "auxpass" for child in token.children)


def _is_beside(token: Token) -> bool:
    """Tell whether a participle or adjective stands behind its noun: *the envoy, due to visit Oslo,*."""
    behind = token.dep in ("acl", "amod", "appos") and token.i > token.head.i and token.head.pos in ("NOUN", "PROPN")
    return behind and (token.pos == "ADJ" or token.tag == "VBN")


def _headline(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*Envoys to visit Oslo on Friday*: a headline without a finite verb."""
    subjects = headline_subject(token)
    if subjects:
        yield from _each(token, rule, token.head, token.head, subjects)


def _be_to(token: Token, rule: Rule) -> Iterator[Prospect]:
    if token.lemma not in _BE or token.dep in ("aux", "auxpass") or token.child("acomp", "attr") is not None:
        return
    if token.child("nsubj") is None and not subjects_of(token):
        return
    for verb in infinitives(token):
        if verb.i - token.i <= 4 and not any(child.lemma == "have" for child in verb.children if child.dep == "aux"):
            yield from _each(token, rule, token, verb, subjects_of(token))


def _plan(token: Token, rule: Rule) -> Iterator[Prospect]:
    if token.pos != "VERB" or is_passive(token) or token.tag not in (*_PRESENT, "VBG", "VBD", "VBN"):
        return
    if token.child("dobj") is not None or (is_past(token) and token.tag != "VBG"):
        return  # *prepares an offensive to take it*: a purpose
    for verb in infinitives(token):
        yield from _each(token, rule, token, verb, subjects_of(token))


def _agreed(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*have agreed to meet in Oslo next week*: settled between them."""
    if token.pos == "VERB" and token.tag in ("VBD", "VBN") and not is_passive(token):
        for verb in infinitives(token):
            yield from _each(token, rule, token, verb, subjects_of(token))


def _present(token: Token, rule: Rule) -> Iterator[Prospect]:
    known = classes()
    if token.pos != "VERB" or not (any(token.lemma in known[name] for name in _DONE) or named.is_speech(token)):
        return
    progressive = token.tag == "VBG" and any(
        child.dep == "aux" and child.lower in ("is", "are", "'s", "'re", "am", "\u2019s") for child in token.children
    )
    simple = token.tag in _PRESENT and not any(child.dep in ("aux", "auxpass") for child in token.children)
    if progressive or simple:
        yield from _each(token, rule, token, token, subjects_of(token))


def _each(token: Token, rule: Rule, anchor: Token, verb: Token, subjects: Iterable[Token]) -> Iterator[Prospect]:
    subjects = list(subjects)
    event = next((subject for subject in subjects if subject.lemma in classes()["events"]), None)
    event = event or named.event_above(verb)
    if event is not None:
        if verb.lemma in classes()["holding"] and not _is_negative(verb):
            yield Prospect(rule, token, anchor, clause_act(verb), (event,), event=event)
        return
    for act in acts(verb):
        if (anchor is not act.verb and _is_perfect(act.verb)) or _is_negative(act.verb) or _is_conditioned(act.verb):
            continue
        yield Prospect(rule, token, anchor, act, tuple(subjects))


def _is_perfect(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lemma == "have" for child in verb.children)


def _is_negative(verb: Token) -> bool:
    return any(child.lower in _NOT and child.dep in ("neg", "advmod") for child in verb.children)


def _is_conditioned(verb: Token) -> bool:
    """Tell whether an act stands in a clause of condition: *if he visits*."""
    return any(child.dep == "mark" and child.lower in _MARKS for child in verb.children)


def _set(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*a summit planned for June*, *talks are scheduled for Monday*, *elections due in May*."""
    if infinitives(token) or not any(child.lower in _DATING for child in token.children):
        return
    held = classes()["events"] | classes()["deeds"]
    event = token.head if token.dep in ("acl", "amod", "relcl", "appos") and token.i > token.head.i else None
    if event is None and _is_state(token):
        copula, subjects = state_of(token)
        event = next((subject for subject in subjects if subject.lemma in held), None)
        if is_past(token, copula):
            return
    if event is None or event.lemma not in held:
        return
    act = clause_act(token) if token.i > event.i else phrase_act(event)
    if act.first.i > event.i:  # *elections, which are slated for May*
        act = Act(token, (phrase_act(event).first, *act.words))
    yield Prospect(rule, token, token, act, (event,), event=event)


def _there(token: Token, rule: Rule) -> Iterator[Prospect]:
    be = token.head if token.tag == "MD" and token.dep == "aux" else None
    if be is None and token.lower == "going":
        be = next((verb for verb in infinitives(token) if verb.lemma == "be"), None)
    if be is None or be.lemma != "be":
        return
    if not any(child.dep == "expl" for verb in (be, token) for child in verb.children):
        return
    event = be.child("attr", "dobj")
    if event is not None and event.lemma in classes()["events"] and not (_is_negative(be) or _is_negative(token)):
        yield Prospect(rule, token, be, phrase_act(event), (event,), event=event)


def _noun(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*ahead of the planned summit*: the adjective stands before the noun."""
    event = token.head
    if token.dep == "amod" and token.i < event.i and event.lemma in classes()["events"]:
        yield Prospect(rule, token, event, phrase_act(event), (event,), event=event)


def _ahead(token: Token, rule: Rule) -> Iterator[Prospect]:
    """*ahead of next week's summit*: an event that is only named as what is still to come."""
    above = token.head
    if token.dep != "pobj" or not (token.lemma in classes()["events"] or token.lemma in classes()["deeds"]):
        return
    if above.lower == "before" or (above.lower == "of" and above.head.lower == "ahead"):
        yield Prospect(rule, token, token, phrase_act(token), (token,), event=token)


_Frame = Callable[[Token, Rule], Iterator[Prospect]]
_FRAMES: Mapping[str, _Frame] = MappingProxyType(
    {
        "modal": _modal, "state": _state, "be_to": _be_to, "plan": _plan, "agreed": _agreed, "present": _present,
        "set": _set, "there": _there, "noun": _noun, "ahead": _ahead, "coming": named.coming,
        "object": named.object_of, "place": named.due_in, "until": named.until, "headline": _headline,
    }
)  # fmt: skip
