"""The answers to requests that a sentence tells: reply verbs, set phrases and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.claims.passage import Passage, clause
from dragoman.claims.requests.around import is_conditional
from dragoman.claims.requests.cases import Case, answers_to
from dragoman.claims.requests.deeds import is_share
from dragoman.claims.requests.lexicon import Phrase, Reply, lists, replies_by_phrase, replies_by_verb
from dragoman.claims.requests.phrases import matched, verb_of
from dragoman.claims.requests.slots import who
from dragoman.claims.speech import Said
from dragoman.events.slots import slots_of
from dragoman.events.status import Standing, assess
from dragoman.events.things import counted
from dragoman.events.voice import is_passive, logical_object, logical_subject, surface_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_CAUSES = frozenset({"because", "since", "as"})
_GIVING = frozenset({"cite", "say", "argue", "claim", "insist", "explain", "note", "state", "warn"})
#: Prepositions that make a bare verb of answering one of another matter: *agreed with Russia*.
_BOUND = frozenset({"to", "with", "for", "from", "of", "on", "against", "about"})
_ALL = frozenset({"it", "that", "this", "them", "all", "both"})
_NONE = frozenset({"neither", "none", "nothing"})
_TURNED = {"granted": "refused", "refused": "none", "hedged": "refused", "partial": "refused"}


@dataclass(slots=True)
class Answer:
    """One reply as one sentence tells it."""

    reply: Reply
    verb: Token
    by: list[Actor]
    noun: Token | None
    """The request noun that is answered."""
    act: Token | None
    """The act that is refused."""
    answer: str
    reason: str | None
    to: list[Actor] = field(default_factory=list)
    """Those whose request it is, as far as the phrase of the noun says."""
    words: Sequence[Token] = ()
    """The heads by which those who reply are named, whether or not anybody is known by them."""


def answers(passage: Passage, *, phrases: bool = True) -> Iterator[Answer]:
    """Yield the replies of a sentence in its order; those by set phrases only where a request waits for one."""
    by_verb, by_phrase = replies_by_verb(), replies_by_phrase()
    for token in passage.sentence.tokens:
        known = by_phrase.get(token.lemma.lower(), ()) + by_phrase.get(token.lower, ()) if phrases else ()
        found = _by_phrase(passage, token, known) if known else None
        if found is None and token.pos in ("VERB", "AUX") and token.lemma in by_verb:
            found = next((a for r in by_verb[token.lemma] if (a := _by_verb(passage, token, r)) is not None), None)
        if found is not None:
            yield found


def _by_verb(passage: Passage, verb: Token, reply: Reply) -> Answer | None:
    if reply.particles and not any(child.lower in reply.particles for child in verb.children):
        return None
    noun = _request_noun(verb, reply) if reply.what == "noun" else None
    act = _act(verb) if reply.what == "act" else None
    if noun is None and act is None and not _takes_up(passage, verb, reply):
        return None
    answer = _answer(verb, reply, noun, act)
    if answer is None:
        return None
    if answer == "granted" and _is_open(verb, act):
        answer = "hedged"
    if act is not None and act.lemma in lists()["pondering"] | {"do"}:
        act = None  # *promised to look into it*, *which it refused to do*
    words = logical_subject(verb)
    by = [actor for token in words for actor in who(passage, token)]
    return Answer(reply, verb, by, noun, act, answer, reason_of(passage, verb), _owners(passage, noun), words)


def _is_open(verb: Token, act: Token | None) -> bool:
    """Tell whether a consent depends on something, or only promises to think about it."""
    if act is not None and (is_conditional(act) or act.lemma in lists()["pondering"]):
        return True
    return is_conditional(verb)


def _is_of_none(verb: Token) -> bool:
    """*complied with neither*."""
    return any(below.lower in _NONE for child in verb.children if child.dep == "prep" for below in child.children)


def _answer(verb: Token, reply: Reply, noun: Token | None, act: Token | None) -> str | None:
    answer = _standing(verb, reply)
    if answer != "granted":
        return answer
    if _is_of_none(verb):
        return "refused"
    if verb.lemma == "meet" and any(child.lower in ("nothing", "no") for child in verb.children):
        return None  # *nothing has met the request*
    words = {word.lower for word in clause(verb)}
    if words & lists()["reserves"]:
        return "hedged"
    if act is not None and any(map(is_share, logical_object(act))):
        return "partial"  # *agreed to take ninety of them*
    some = noun is not None and noun.head.lower == "of" and noun.head.head.lemma in lists()["shares"]
    return "partial" if some or words & {"partly", "partially"} else answer


def _act(verb: Token) -> Token | None:
    """Return the act that is refused or promised: *refused to go*, *ruled out going*."""
    clauses = slots_of(verb, "verb").get("clause", ())
    return next((c for c in clauses if (c.is_infinitive() or c.tag == "VBG") and c.head is verb), None)


def _takes_up(passage: Passage, verb: Token, reply: Reply) -> bool:
    """Tell whether a verb answers without a word for the request: *refused*, *turned it down*."""
    if reply.what == "none":
        return _is_bare(passage, verb)
    objects = logical_object(verb) if reply.what == "noun" and not reply.after else []
    return verb.lemma in lists()["taking_up"] and bool(objects) and all(token.lower in _ALL for token in objects)


def _is_bare(passage: Passage, verb: Token) -> bool:
    filled = slots_of(verb, "verb")
    return not (filled.get("clause") or filled.get("obj") or _is_bound(passage, verb))


def _is_bound(passage: Passage, verb: Token) -> bool:
    """Tell whether a verb of answering is said of another matter: *agreed with Russia*, not *agreed on Monday*."""
    for child in verb.children:
        if child.dep == "dative":
            return True
        if child.dep != "prep" or child.lower not in _BOUND:
            continue
        below = child.child("pobj", "pcomp")
        if below is None or not (
            below.lower in _ALL | _NONE
            or below.lemma in lists()["request_nouns"]
            or passage.scene.participants.is_time(below)
        ):
            return True
    return False


def _request_noun(verb: Token, reply: Reply) -> Token | None:
    nouns = lists()["request_nouns"]
    if reply.after:
        after = [c for c in verb.children if c.dep == "prep" and c.lower in reply.after]
        heads = [b for c in after for b in c.children]
        if after and not heads and is_passive(verb):  # *was consented to*
            heads = logical_object(verb)
    else:
        heads = logical_object(verb)
    heads = heads or [child for child in verb.children if child.dep == "appos"]  # *Rejected: a call*
    heads = [things if (things := counted(head)) is not None else head for head in heads]
    return next((head for head in heads if head.lemma in nouns and not _is_for_words(head)), None)


def _owners(passage: Passage, noun: Token | None) -> list[Actor]:
    """Return whose request a noun tells of: *a proposal by Chad*, *Chad's request*, *the Chadian demand*."""
    if noun is None:
        return []
    before = [child for child in noun.children if child.dep in ("poss", "amod", "compound")]
    by = [b for child in noun.children if child.lower in ("by", "from") for b in child.children if b.dep == "pobj"]
    return [actor for token in (*before, *by) for actor in who(passage, token)]


def _is_for_words(noun: Token) -> bool:
    """Tell whether only words are asked for: *requests for comment*."""
    return any(
        below.lemma in lists()["informing"]
        for child in noun.children
        if child.dep == "prep" and child.lower == "for"
        for below in child.children
    )


def _standing(verb: Token, reply: Reply) -> str | None:
    """Return the answer as the words around the verb leave it, or None where it is none."""
    standing = assess(verb)
    if standing.unreal:
        return None
    if standing.negated and _is_denied(verb, standing):
        return None if reply.silent else _TURNED[reply.answer]
    answer = reply.answer
    return "hedged" if standing.mood == "conditional" and answer == "granted" else answer


def _is_denied(verb: Token, standing: Standing) -> bool:
    """Tell whether the reply itself is negated: no word of another clause that the parser joins to it."""
    near = (verb, verb.head) if verb.dep in ("xcomp", "conj") else (verb,)
    own = any(child.dep == "neg" or child.lower in ("never", "no") for step in near for child in step.children)
    return own or any(step.startswith("not happened") for step in standing.steps)


def _by_phrase(passage: Passage, token: Token, phrases: tuple[tuple[Phrase, Reply], ...]) -> Answer | None:
    tokens = passage.sentence.tokens
    place = token.i - tokens[0].i
    for phrase, reply in phrases:
        words = matched(tokens, place, phrase)
        if not words:
            continue
        verb = verb_of(token)
        named = _named(words, verb)
        by = [actor for word in named for actor in who(passage, word)]
        if reply.spoken:
            by = [*by, *passage.sources(token)[:1], *_speakers(passage, verb)]
            if not (by or named):
                continue
        subject = next((t for t in surface_subject(verb) if t.lemma in lists()["request_nouns"]), None)
        by = [] if subject is not None else by
        noun = subject if subject is not None else _towards(verb, words)
        answer = _turned(verb, reply)
        if answer is None:
            continue
        return Answer(reply, verb, by, noun, None, answer, reason_of(passage, verb), words=named)
    return None


def _towards(verb: Token, words: Sequence[Token]) -> Token | None:
    """Return the request that a phrase turns to: *gave the green light to the request*."""
    prepositions = (
        c for word in (verb, *words) for c in word.children if c.dep in ("prep", "dative") and c.lower == "to"
    )
    objects = (below for preposition in prepositions for below in preposition.children)
    return next((token for token in objects if token.lemma in lists()["request_nouns"]), None)


def _turned(verb: Token, reply: Reply) -> str | None:
    """Return the answer of a phrase: a consent that is negated or depends on an *if* is none."""
    if reply.answer not in ("granted", "partial"):
        return reply.answer
    return _standing(verb, reply)


def _speakers(passage: Passage, verb: Token) -> list[Actor]:
    """Return the subject of the nearest clause above that has one: who says what holds the reply."""
    above = (token for token in verb.ancestors() if token.pos in ("VERB", "AUX"))
    found = ([a for subject in logical_subject(token) for a in who(passage, subject)] for token in above)
    return next((actors for actors in found if actors), [])


def _named(words: list[Token], verb: Token) -> list[Token]:
    """Return the heads of those who reply: whose answer it is, or the subject."""
    owners = [child for word in words for child in word.children if child.dep == "poss"]
    return owners or surface_subject(verb)


def reason_of(passage: Passage, verb: Token) -> str | None:
    """Return the reason given beside a reply: *citing the hostages*, *because the road was mined*, *due to the war*."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep == "advcl" and child.tag == "VBG" and child.lemma in _GIVING:
            content = child.child("ccomp", "dobj")
            if content is not None:
                return passage.text(_reported(content))
        if child.dep == "advcl" and any(c.dep == "mark" and c.lower in _CAUSES for c in child.children):
            return passage.text(w for w in child.subtree() if not (w.head is child and w.dep == "mark"))
        if child.dep in ("prep", "acomp", "amod") and (words := _cause(child)):
            return passage.text(words)
    return None


def _reported(content: Token) -> list[Token]:
    return [word for word in content.subtree() if not (word.head is content and word.dep == "mark")]


def _cause(child: Token) -> list[Token]:
    """Return what follows *because of*, *due to*, *on the grounds of*."""
    below = child.child("pobj", "pcomp")
    inner = child.child("prep")
    if child.lower == "because" and below is not None:
        return list(below.subtree())
    if child.lower == "due":
        inner = inner if inner is not None else child.child("pcomp")
        cause = (inner.child("pobj") if inner is not None else None) or below
        return list(cause.subtree()) if cause is not None else []
    if child.lower == "on" and below is not None and below.lemma == "ground":
        return [word for deeper in below.children if deeper.dep != "det" for word in deeper.subtree()]
    return []


def argues(passage: Passage, said: Said, case: Case) -> bool:
    """Tell whether those who were asked say something that can only be an argument against it."""
    if said.cue.lemma not in lists()["arguing"] or said.cue.tag == "VBG" or not said.content or not case.askers:
        return False
    if not answers_to(case, list(passage.speakers(said)), said.sources):
        return False
    first, last = said.content[0][0], said.content[-1][1]
    words = {token.lower for token in passage.sentence.tokens if first <= token.start < last}
    return words.isdisjoint(lists()["consenting"])
