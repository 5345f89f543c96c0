"""Where the parties and the thing asked for stand around a word of asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.claims.passage import Passage
from dragoman.claims.requests.around import around_noun, around_verb
from dragoman.claims.requests.lexicon import Frame, Need, lists
from dragoman.events.known import UNNAMED
from dragoman.events.phrases import phrase_span
from dragoman.events.slots import carrier_of, slots_of
from dragoman.records import Actor
from dragoman.syntax import Token

EXCHANGE = "exchange"
"""The slot of the other party that the sentences before tell of."""

Found = dict[str, list[Token]]

_QUESTION = frozenset({"if", "whether", "because", "as", "since", "when", "while", "before", "after", "until", "once"})
#: Helping verbs of clauses that tell what is, not what is to be.
_TOLD = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would", "could", "can", "did", "does"})
_SUBJECTS = ("nsubj", "nsubjpass")
_BARE = frozenset({"must", "should", "shall", "ought"})
#: Verbs of which a request itself is the object: *the demand that Turkey made*.
_OF_REQUESTS = frozenset({"make", "issue", "receive", "send", "reject", "refuse", "submit", "file", "grant"})
_PAPERS = frozenset(
    {"resolution", "statement", "letter", "communique", "communiqué", "declaration", "report", "motion"}
)


class Slots:
    """The filled slots around one word of asking; paths such as `for.from` go on from a slot."""

    def __init__(self, passage: Passage, predicate: Token, frame: Frame, exchange: Sequence[Actor] = ()) -> None:
        self._passage = passage
        self._exchange = exchange
        self._found: Found = dict(slots_of(predicate, frame.part, carried=_carried(predicate, frame)))
        holder = predicate if frame.part == "verb" else carrier_of(predicate)
        if holder is not None:
            self._found["purpose"] = [c for c in holder.children if c.dep in ("advcl", "xcomp") and c.is_infinitive()]
            if frame.part == "noun" and not self._found.get("clause"):
                self._found["clause"] = list(_content_of(predicate, holder))
            self._found["modal_would"] = [c for c in holder.children if c.lower in ("would", "'d")]
        if frame.part == "noun":
            self._found["clause"] = [c for c in self._found.get("clause", ()) if _is_content(c)]
        self._found |= around_noun(predicate) if frame.part == "noun" else around_verb(predicate)
        if issuers := self._found.get("issuer"):  # *sent a note demanding that*
            self._found["subj"] = [*self._found.get("subj", ()), *issuers]

    def at(self, path: str) -> list[Token]:
        """Return the words at `path`."""
        first, *further = path.split(".")
        tokens = self._found.get(first, [])
        for step in further:
            tokens = [below for token in tokens for below in _step(token, step)]
        return tokens

    def first(self, paths: Iterable[str]) -> list[Token]:
        """Return the words of the first of `paths` that has any."""
        return next((tokens for path in paths if (tokens := self.at(path))), [])

    def actors(self, paths: Iterable[str]) -> tuple[list[Token], list[Actor]]:
        """Return the first of `paths` that names actors: its words and the actors."""
        for path in paths:
            if path == EXCHANGE:
                return [], list(self._others())
            named = [(token, actors) for token in self.at(path) if (actors := who(self._passage, token))]
            if named:
                return [token for token, _ in named], [actor for _, actors in named for actor in actors]
        return [], []

    def _others(self) -> tuple[Actor, ...]:
        """Return the other party of the exchange, when there is but one."""
        own = {actor.country for token in self.at("subj") for actor in who(self._passage, token)} - {None}
        if not any(actor.country in own for actor in self._exchange):
            return ()
        others = {a.country: a for a in self._exchange if a.country is not None and a.country not in own}
        return tuple(others.values()) if len(others) == 1 else ()

    def meets(self, need: Need) -> bool:
        """Tell whether one of the slots of `need` holds what it asks."""
        if need.paths == (EXCHANGE,):
            return bool(self._others())
        if need.shape == "none":
            return not any(self.at(path) for path in need.paths)
        return any(self._holds(need, self.at(path)) for path in need.paths)

    def act(self, frame: Frame) -> Token | None:
        """Return the head of what is asked for: of several clauses the one that has the shape that is needed."""
        tokens = self.first(frame.act)
        shapes = {need.shape for need in frame.needs} & {"infinitive", "finite", "subjunctive"}
        shaped = (token for token in tokens if any(_is_clause(token, shape) for shape in shapes))
        chosen = next(shaped, None) or next(iter(tokens), None)
        timed = chosen is not None and self._passage.scene.participants.is_time(chosen)
        return None if timed else chosen

    def _holds(self, need: Need, tokens: list[Token]) -> bool:
        if need.shape == "any":
            return bool(tokens)
        if need.shape == "actor":
            return any(who(self._passage, token) for token in tokens)
        if need.shape == "listed":
            if need.barred:
                return bool(tokens) and not any(token.lemma in need.words for token in tokens)
            return any(token.lemma in need.words for token in tokens)
        return any(_is_clause(token, need.shape) for token in tokens)


def who(passage: Passage, token: Token) -> list[Actor]:
    """Return whom a word names; a paper speaks for those who issued it."""
    if token.lemma in _PAPERS:
        return list(passage.actors(token, nested=True))
    return [actor for actor in passage.parties(token) if actor.name != UNNAMED] or _described(passage, token)


def _described(passage: Passage, token: Token) -> list[Actor]:
    """Return one who is told by office or kind alone: *the bloc*, *a Western envoy*, *the Quint*."""
    named = token.tag == "NNP" and any(child.lower == "the" for child in token.children)
    if token.lemma in lists()["kin"]:
        return [actor for child in token.children if child.dep == "poss" for actor in passage.parties(child)]
    if token.pos not in ("NOUN", "PROPN") or (token.lemma.lower() not in lists()["described"] and not named):
        return []
    start, end = phrase_span(token)
    words = passage.document.text[start:end]
    return [
        Actor(
            name=" ".join(words.split()), country=None, sectors=("UNK",), kind="open_group",
            text=words, start=start, end=end,
        )
    ]  # fmt: skip


def carrier_in(frame: Frame, noun: Token) -> Token | None:
    """Return the verb that makes the request a noun names, as its object: not *spoke of the request*."""
    carrier = carrier_of(noun)
    if carrier is None or noun.dep == "pobj" or carrier.lemma not in frame.carriers:
        return None
    return carrier


def _carried(predicate: Token, frame: Frame) -> bool:
    return frame.part == "noun" and carrier_in(frame, predicate) is not None


def _is_content(clause: Token) -> bool:
    """*the demand that it close*, *the request to close it*, but not *the demand that grew*."""
    if clause.is_infinitive():
        return True
    opened = any(child.lower == "that" and child.dep not in _SUBJECTS for child in clause.children)
    return opened and clause.child(*_SUBJECTS) is not None and clause.lemma not in _OF_REQUESTS


def _content_of(noun: Token, carrier: Token) -> Iterator[Token]:
    """Yield the clause with *that* right behind a noun, where the parser hangs it on the verb."""
    last = max(word.i for word in noun.subtree())
    for child in carrier.children:
        if child.dep in ("advcl", "ccomp") and any(c.lower == "that" and c.i == last + 1 for c in child.children):
            yield child


def _step(token: Token, step: str) -> list[Token]:
    if step == "owner":
        return [child for child in token.children if child.dep in ("poss", "amod", "compound", "nmod")]
    if step == "patient":
        return [child for child in token.children if child.dep in _SUBJECTS]
    if token.pos in ("VERB", "AUX"):
        return slots_of(token, "verb").get(step, [])
    return list(_behind(token, step))


def _behind(noun: Token, step: str) -> Iterator[Token]:
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower == step:
            yield from (below for below in child.children if below.dep in ("pobj", "pcomp"))
        elif step == "clause" and child.dep in ("acl", "relcl") and child.is_infinitive():
            yield child


def _is_clause(token: Token, shape: str) -> bool:
    if token.pos not in ("VERB", "AUX"):
        return False
    if any(c.tag in ("WRB", "WP", "WDT") or (c.dep == "mark" and c.lower in _QUESTION) for c in token.children):
        return False
    if shape == "infinitive":
        return token.is_infinitive()
    if token.is_infinitive() or token.dep == "pcomp" or token.tag == "VBG":
        return False
    if min(token.subtree(), key=lambda word: word.i).tag in ("WDT", "WP", "WRB"):
        return False  # *asked what measures it would take*
    if shape == "subjunctive":
        return _is_bare(token)
    return not any(child.dep in ("aux", "auxpass") and child.lower in _TOLD for child in token.children)


def _is_bare(verb: Token) -> bool:
    """Tell whether a clause says what is to be: *that it withdraw*, *that it must withdraw*, *that they be freed*."""
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if any(child.lower in _BARE for child in helpers):
        return True
    if any(child.tag == "MD" for child in helpers):
        return False
    if any(child.lower == "be" for child in helpers):
        return True
    return not helpers and (verb.tag in ("VB", "VBP") or verb.lemma == verb.lower) and _is_singular(verb)


def _is_singular(verb: Token) -> bool:
    """*that Iran free them*: the plain form after one who would take an -s; after a plural, the tag must decide."""
    subject = verb.child("nsubj", "nsubjpass")
    if verb.tag == "VB" or subject is None:
        return verb.tag == "VB"
    return subject.tag in ("NN", "NNP") or subject.lower in ("he", "she", "it")
