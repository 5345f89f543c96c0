"""What a sentence tells of a listing, and what all its frames ask of the words around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.designations.labels import Label, Roll, labels, rolls
from dragoman.claims.designations.lexicon import Frame, words
from dragoman.claims.designations.parties import authorities, whom
from dragoman.claims.passage import Passage
from dragoman.events.voice import logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token

REACH = 14
"""Words from a verb to its label or list."""
_AGENTS = frozenset({"by"})
_WITHIN = frozenset({"in", "under", "according"})
_MEANING = frozenset({"it", "which"})
_COLONS = frozenset({":", "\u2014", "\u2013"})
_BUT = frozenset({"but", "though", "although", "while", "not"})
_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One designation as its sentence tells it; several listers share it."""

    frame: Frame
    anchor: Token
    listers: tuple[Actor, ...]
    listed: tuple[Actor, ...]
    action: str
    status: str
    words: tuple[Token, ...]
    """First and last word, and others in between."""
    roll: Roll | None = None
    size: int | None = None
    exhaustive: bool = True
    sure: bool = True
    """False where something was inferred."""


class Words:
    """The words of one sentence, with its labels and lists."""

    def __init__(self, passage: Passage, owners: tuple[Actor, ...], before: Sequence[Told] = ()) -> None:
        self._passage = passage
        self._tokens: Sequence[Token] = passage.sentence.tokens
        self._labels = list(labels(self._tokens))
        self._rolls = list(rolls(self._tokens))
        self._owners = owners
        """Whose list was told of before: *that list*."""
        self._earlier = list(before)
        """What this sentence and the one before it told so far."""

    def _doers(self, verb: Token, label: Label | None) -> list[Token]:
        """Return who does it in the passive: after *by*, else where it holds: *in Russia*, *under Canadian law*."""
        below = [verb, *([label.head] if label is not None else [])]
        found: list[Token] = []
        for token in self._tokens[verb.i + 1 :]:
            if token.lower in _AGENTS and token.pos == "ADP" and self._hangs_on(token, below):
                found = [child for child in token.children if child.dep == "pobj"]
                break
        turned = next((token.i for token in self._tokens[verb.i + 1 :] if token.lower in _BUT), len(self._tokens))
        return found or [
            self._state_in(child)
            for head in below
            for child in head.children
            if child.dep == "prep" and child.lower in _WITHIN and child.i < turned
            for child in child.children
            if child.dep == "pobj" and self._is_state(self._state_in(child))
        ]

    def _hangs_on(self, preposition: Token, words_: Sequence[Token]) -> bool:
        """Tell whether a preposition hangs on one of some words, not on a verb joined to it."""
        for token in preposition.ancestors():
            if token in words_:
                return True
            if token.pos == "VERB" and token.dep == "conj":
                return False
        return False

    def _subjects(self, verb: Token) -> list[Token]:
        """Return who does it in the active, after *called on X to* X."""
        above = verb.head
        if verb.dep in ("xcomp", "advcl", "ccomp") and above.lemma in words("demand") and verb.is_infinitive():
            for child in above.children:
                if child.dep == "prep" and child.lower in ("on", "upon"):
                    return [below for below in child.children if below.dep == "pobj"]
        own = [child for child in verb.children if child.dep == "nsubj"] if verb.pos == "NOUN" else []
        return own or self._planners(verb) or logical_subject(verb)

    def _planners(self, verb: Token) -> list[Token]:
        """Return whose plan it is: *approved a plan to ban X*, *the order of the ministry to ban X*."""
        noun = verb.head
        if verb.dep not in ("acl", "relcl") or not verb.is_infinitive() or noun.pos != "NOUN":
            return []
        before = ("poss", "amod", "nmod", "compound")
        held = [child for child in noun.children if child.dep in before and child.pos != "NOUN"]
        of = [low for c in noun.children if c.lower in ("of", "by") for low in c.children if low.dep == "pobj"]
        return held or of or (logical_subject(noun.head) if noun.dep == "dobj" else [])

    def _state_in(self, noun: Token) -> Token:
        """Return the state of *Canadian law*, or the noun itself."""
        if noun.lemma in ("law", "rule", "legislation"):
            return next((child for child in noun.children if self._is_state(child)), noun)
        return noun

    def _is_state(self, token: Token) -> bool:
        mention = self._passage.scene.participants.mention(token)
        return mention is not None and mention.kind in ("state", "igo")

    def _spelled_out(self, heads: Sequence[Token], after: int) -> tuple[Actor, ...]:
        """Return the groups named after a colon, or before *among them*: *banned three groups: X, Y and Z*."""
        if not any(head.lemma in words("groups") | words("counted") for head in heads):
            return ()
        names: list[Token] = []
        for token in self._tokens[max(after, *(head.i for head in heads)) + 1 :]:
            if token.text in _COLONS:
                names = []
            elif token.pos == "VERB" or token.text == ";":
                break
            elif token.lower == "among":
                return whom(self._passage, names, group=True)
            elif token.pos == "PROPN" and token.dep not in ("compound", "nmod", "poss") and not _is_of_name(token):
                names.append(token)
        spelled = any(token.text in _COLONS for token in self._tokens[after + 1 :])
        return whom(self._passage, names, group=True) if spelled else ()

    def _entries(self, heads: Sequence[Token], *, states: bool) -> tuple[tuple[Actor, ...], int | None]:
        """Return who is listed and how many."""
        numbers = (_number(word) for head in heads for word in (head, *head.children) if self._counts(word))
        return whom(self._passage, heads, states=states), next((n for n in numbers if n is not None), None)

    def _number_of(self, token: Token) -> int | None:
        """Return the number that a word gives, if it stands for itself."""
        return _number(token) if token.pos == "NUM" and self._counts(token) else None

    def _counts(self, token: Token) -> bool:
        """Tell whether a number stands for itself, not as the end of *forty-four*."""
        alone = token.dep == "nummod" or (token.pos == "NUM" and token.dep in ("dobj", "pobj", "attr"))
        return alone and (token.i == 0 or self._tokens[token.i - 1].text != "-")

    def _keepers(self, roll: Roll) -> tuple[Actor, ...]:
        """Return whose list it is: *the EU list*, *its register*, *the list of the Security Council*, *that list*."""
        before = [child for child in roll.head.children if child.dep in ("poss", "compound", "nmod", "amod")]
        after = list(_behind(roll.head))
        found = authorities(self._passage, [token for token in (*before, *after) if self._may_keep(token)])
        if roll.head.pos == "PRON" and (meant := self._roll_before(roll.head)) is not None:
            return self._keepers(meant)
        return found or (self._owners if self._is_told_of(roll) else ())

    def _roll_before(self, pronoun: Token) -> Roll | None:
        """Return the list that *it* or *which* may mean: the last one in the sentence before the word."""
        return next((r for r in reversed(self._rolls) if r.head.i < pronoun.i and r.marked), None)

    def _roll_meant(self, preposition: Token) -> Roll | None:
        """Return the list meant in *is on it*, *were added to it*, *on which 21 groups stand*."""
        word = next((c for c in preposition.children if c.dep == "pobj" and c.lower in _MEANING), None)
        if word is None:
            return None
        before = self._roll_before(word)
        if before is None and (word.lower == "which" or not self._owners):
            return None
        return Roll(word, word.i, word.i, marked=True, states=before is None or before.states, size=None)

    def _may_keep(self, token: Token) -> bool:
        return token.pos in ("PROPN", "PRON", "ADJ") or token.dep == "poss"

    def _is_told_of(self, roll: Roll) -> bool:
        pointed = any(child.lower in ("that", "this") for child in roll.head.children)
        return bool(self._owners) and (pointed or roll.head.pos == "PRON")


def _behind(roll: Token) -> Iterator[Token]:
    """Yield those behind a list who may keep it: *of the Union*, *of banned groups in Kenya*, *kept by Canada*."""
    held = [low for c in roll.children if c.lower in ("of", "for") for low in c.children if low.dep == "pobj"]
    for head in (roll, *held):
        for child in head.children:
            kept = child.dep == "acl" and child.tag == "VBN"
            prepositions = [c for c in child.children if c.lower == "by"] if kept else [child]
            allowed = ("of", "by", "in", "at") if head is roll else ("in",)
            yield from (
                below
                for preposition in prepositions
                if preposition.pos == "ADP" and preposition.lower in allowed
                for below in preposition.children
                if below.dep == "pobj"
                and (below.pos == "PROPN" or below.lemma in ("state", "union", "council", "ministry", "department"))
            )


def _is_of_name(token: Token) -> bool:
    """Tell whether a name is the end of another: *Committees* in *Union of Work Committees*."""
    return token.head.lower in ("of", "for") and token.head.head.pos == "PROPN"


def _number(token: Token) -> int | None:
    if token.text.isdecimal() and len(token.text) < 6:
        return int(token.text)
    return _SMALL.get(token.lower)


def is_bare(verb: Token) -> bool:
    """Tell whether a participle stands without subject, object and auxiliary: *a group outlawed in Chad*."""
    own = ("nsubj", "nsubjpass", "aux", "auxpass", "dobj")
    return verb.tag in ("VBN", "VBD") and not any(child.dep in own for child in verb.children)


def ends(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return the first and the last of some words, the names and articles that belong to the first included."""
    ordered = sorted(tokens, key=lambda token: token.i)
    before = [
        c for c in ordered[0].children if c.i < ordered[0].i and c.dep in ("compound", "det", "poss", "amod", "nummod")
    ]
    return (min([ordered[0], *before], key=lambda token: token.i), ordered[-1])
