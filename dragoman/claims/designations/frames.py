"""Frames: what the words around a verb, noun or adjective of listing tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.claims.designations.labels import Label, Roll, labels, rolls
from dragoman.claims.designations.lexicon import Frame, frames, words
from dragoman.claims.designations.parties import authorities, examples, named_between, whom
from dragoman.claims.designations.standing import status_of
from dragoman.claims.passage import Passage
from dragoman.events.phrases import coordinated
from dragoman.events.slots import carrier_of, is_passive, logical_object, logical_subject, surface_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_REACH = 14  # words from a verb to its label or list
_BRACKET = 8  # words from a bracket to a participle in it
_NAME = 4  # words from a name to the bracket behind it
_AGENTS = frozenset({"by"})
_WITHIN = frozenset({"in", "under", "according"})


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


class Reader:
    """Reads the designations of one sentence."""

    def __init__(self, passage: Passage, owners: tuple[Actor, ...]) -> None:
        self._passage = passage
        self._tokens: Sequence[Token] = passage.sentence.tokens
        self._labels = list(labels(self._tokens))
        self._rolls = list(rolls(self._tokens))
        self._owners = owners
        """Whose list was told of before: *that list*."""

    def told(self) -> Iterator[Told]:
        """Yield what the sentence tells, in order; of the frames of one word the first that fits."""
        table = frames()
        for token in self._tokens:
            for frame in (
                *table.get(token.lemma, ()),
                *(table.get(token.lower, ()) if token.lower != token.lemma else ()),
            ):
                found = self._read(frame, token)
                if found is not None:
                    yield found
                    break

    def _read(self, frame: Frame, token: Token) -> Told | None:
        if frame.use == "noun":
            return self._noun(frame, token) if token.pos in ("NOUN", "PROPN") else None
        if frame.use == "adjective":
            return self._adjective(frame, token) if token.dep == "amod" else None
        if token.pos not in ("VERB", "AUX"):
            return None
        return {
            "label": self._label, "ban": self._ban, "enter": self._enter, "stand": self._stand, "hold": self._hold,
            "hold_of": self._hold_of,
        }[frame.use](frame, token)  # fmt: skip

    # --- declaring and banning

    def _label(self, frame: Frame, verb: Token) -> Told | None:
        label = self._label_of(verb)
        if label is None and not frame.bare:
            return None
        states = label is not None and label.sponsor
        passive = self._is_passive(verb)
        heads = self._patients(verb) if passive else self._objects(verb, label)
        if label is not None and heads == [label.head] and self._is_reduced(verb, label):
            heads = logical_subject(verb)
            passive = True
        group = label is not None and label.head.lemma in words("groups")
        listed = whom(self._passage, heads, states=states, group=group)
        if not listed and label is not None and not passive:
            listed = named_between(self._passage, self._tokens[verb.i + 1 : label.first])
        illustrated = () if listed else examples(self._passage, self._last_word(verb, label))
        size = self._counted(heads) if frame.bare and not (listed or illustrated) else None
        return self._acted(
            frame, verb, heads, listed or illustrated, label, passive=passive, exhaustive=not illustrated, size=size
        )

    def _counted(self, heads: Sequence[Token]) -> int | None:
        """Return how many persons or companies are listed, of whom the record keeps no names."""
        return self._entries([head for head in heads if head.lemma in words("counted")], states=False)[1]

    def _is_reduced(self, verb: Token, label: Label) -> bool:
        """Tell whether the parser took a participle for a verb: *X, a group deemed a terrorist organisation by Y*."""
        return verb.tag in ("VBD", "VBN") and any(t.lower == "by" for t in self._tokens[label.head.i + 1 :][:3])

    def _ban(self, frame: Frame, verb: Token) -> Told | None:
        if any(child.dep == "prep" and child.lower == "from" for child in verb.children):
            return None  # kept out of something
        if verb.dep == "amod":
            return None
        passive = self._is_passive(verb)
        heads = self._patients(verb) if passive else logical_object(verb)
        listed = whom(self._passage, heads)
        illustrated = () if listed or not passive else examples(self._passage, verb.i)
        size = self._counted(heads) if frame.id == "blacklist.v" and not listed else None
        return self._acted(
            frame, verb, heads, listed or illustrated, self._label_of(verb), passive=passive,
            exhaustive=not illustrated, size=size,
        )  # fmt: skip

    def _patients(self, verb: Token) -> list[Token]:
        """Return whom a passive verb is about; a participle after a name and a comma or bracket is about the name."""
        bracketed = self._before_bracket(verb)
        if bracketed:
            return bracketed
        if verb.dep in ("advcl", "acl") and verb.i >= 2 and self._tokens[verb.i - 1].text == ",":
            name = self._tokens[verb.i - 2]
            if name.pos == "PROPN":
                return [name]
        return logical_object(verb)

    def _is_passive(self, verb: Token) -> bool:
        return is_passive(verb) or bool(self._before_bracket(verb))

    def _before_bracket(self, verb: Token) -> list[Token]:
        """Return the name before the bracket in which a participle stands: *X (a terrorist group, outlawed in Y)*."""
        inside = self._tokens[max(0, verb.i - _BRACKET) : verb.i]
        opened = next((token.i for token in reversed(inside) if token.text in ("(", "[")), None)
        if opened is None or any(token.text in (")", "]") for token in inside if token.i > opened):
            return []
        if verb.tag != "VBN" or any(token.pos == "PROPN" for token in self._tokens[opened : verb.i]):
            return []
        for token in reversed(self._tokens[max(0, opened - _NAME) : opened]):
            actors = whom(self._passage, [token])
            if actors and token.pos != "PUNCT":
                several = any(t.lower == "both" or t.tag == "NNS" for t in self._tokens[opened : verb.i])
                return [token.head] if several and token.dep == "conj" else [token]
        return []

    def _acted(
        self, frame: Frame, verb: Token, heads: list[Token], listed: tuple[Actor, ...], label: Label | None, *,
        passive: bool, exhaustive: bool, size: int | None = None,
    ) -> Told | None:  # fmt: skip
        """Return what an authority did, or holds, with a verb of listing."""
        status = status_of(verb, noun=False)
        if not (listed or size) or status is None:
            return None
        subjects = self._doers(verb, label) if passive else self._subjects(verb)
        listers = authorities(self._passage, subjects, soft=frame.soft)
        if not listers and (frame.soft or not passive or (label is None and frame.bare) or not listed):
            return None
        span = [
            verb,
            *heads,
            *([label.head] if label else []),
            *subjects,
            *self._words_of(() if exhaustive else listed),
        ]
        return Told(
            frame, verb, listers, listed, _action(frame, verb, status, passive=passive), status, _ends(span),
            exhaustive=exhaustive, sure=bool(listers), size=size,
        )  # fmt: skip

    def _label_of(self, verb: Token) -> Label | None:
        """Return what a verb declares somebody to be."""
        for label in self._labels:
            if verb.dep in ("acl", "amod", "relcl") and verb.head is label.head:
                return label
            if verb.i < label.head.i and label.first - verb.i <= _REACH and self._is_claimed(verb, label):
                return label
        return None

    def _is_claimed(self, verb: Token, label: Label) -> bool:
        """Tell whether no other verb of listing stands nearer to a label, and the label hangs on the verb."""
        table = frames()
        between = self._tokens[verb.i + 1 : label.first]
        if any(t.pos == "VERB" and any(f.use in ("label", "ban") for f in table.get(t.lemma, ())) for t in between):
            return False
        return verb in label.head.ancestors()

    def _objects(self, verb: Token, label: Label | None) -> list[Token]:
        """Return whom an active verb has as object: *X* in *declared X a terrorist group*, *declared X to be one*."""
        if label is None or label.first <= verb.i:
            return logical_object(verb)
        between = self._tokens[verb.i + 1 : label.first]
        inside = {token.i for token in between}
        tops = [
            token
            for token in between
            if token.pos in ("NOUN", "PROPN", "PRON")
            and token.head.i not in inside
            and token.dep not in ("appos", "npadvmod")
        ]  # fmt: skip
        subject = label.head.head.child("nsubj") if label.head.dep == "attr" else None
        return [token for token in (subject, *tops) if token is not None] or logical_object(verb)

    def _doers(self, verb: Token, label: Label | None) -> list[Token]:
        """Return who does it in the passive: after *by*, else where it holds: *in Russia*, *under Canadian law*."""
        below = [verb, *([label.head] if label is not None else [])]
        found: list[Token] = []
        for token in self._tokens[verb.i + 1 :]:
            if token.lower in _AGENTS and token.pos == "ADP" and any(t in below for t in token.ancestors()):
                found = [child for child in token.children if child.dep == "pobj"]
                break
        return found or [
            self._state_in(child)
            for head in below
            for child in head.children
            if child.dep == "prep" and child.lower in _WITHIN
            for child in child.children
            if child.dep == "pobj" and self._is_state(self._state_in(child))
        ]

    def _words_of(self, listed: Iterable[Actor]) -> list[Token]:
        """Return the last words of those who are named in this sentence."""
        ends = {actor.end for actor in listed}
        return [token for token in self._tokens if token.end in ends]

    def _subjects(self, verb: Token) -> list[Token]:
        """Return who does it in the active, after *called on X to* X."""
        above = verb.head
        if verb.dep in ("xcomp", "advcl", "ccomp") and above.lemma in words("demand") and verb.is_infinitive():
            for child in above.children:
                if child.dep == "prep" and child.lower in ("on", "upon"):
                    return [below for below in child.children if below.dep == "pobj"]
        return logical_subject(verb)

    def _state_in(self, noun: Token) -> Token:
        """Return the state of *Canadian law*, or the noun itself."""
        if noun.lemma in ("law", "rule", "legislation"):
            return next((child for child in noun.children if self._is_state(child)), noun)
        return noun

    def _is_state(self, token: Token) -> bool:
        mention = self._passage.scene.participants.mention(token)
        return mention is not None and mention.kind in ("state", "igo")

    # --- lists

    def _enter(self, frame: Frame, verb: Token) -> Told | None:
        off = frame.action == "delist"
        roll, preposition = self._roll_after(verb, words("off") if off else words("onto"))
        under = self._regime(verb) if roll is None and frame.action == "list" else None
        if under is not None:
            preposition = under
        if preposition is None:
            return None
        status = status_of(verb, noun=False)
        passive = is_passive(verb)
        heads = logical_object(verb) if passive else self._before(verb, preposition)
        listed, size = self._entries(heads, states=roll is not None and roll.states)
        listed = listed or self._beside(heads, preposition if not passive else verb)
        if status is None or not self._fits(roll, listed, size):
            return None
        subjects = self._doers(verb, None) if passive else self._subjects(verb)
        listers = (self._keepers(roll) if roll is not None else ()) or authorities(self._passage, subjects)
        if not listers and not passive:
            return None
        named, more = listed, examples(self._passage, roll.last if roll is not None else preposition.i)
        end = roll.head if roll is not None else preposition
        action = frame.action if frame.action != "state" or status == "happened" else "list"
        return Told(
            frame, verb, listers, named or more, action, status, _ends([verb, end, *heads]), roll=roll,
            exhaustive=not more and bool(named), sure=bool(listers),
        )  # fmt: skip

    def _beside(self, heads: Sequence[Token], end: Token) -> tuple[Actor, ...]:
        """Return the groups named between *three groups* and the word that tells of them."""
        first = min((head.i for head in heads if head.lemma in words("groups")), default=end.i)
        return named_between(self._passage, self._tokens[first + 1 : end.i])

    def _stand(self, frame: Frame, verb: Token) -> Told | None:
        roll, preposition = self._roll_after(verb, words("onto") if frame.action == "state" else words("off"))
        if roll is None or preposition is None:
            return None
        subjects = [child for child in verb.children if child.dep in ("nsubj", "attr")] or surface_subject(verb)
        listed, size = self._entries(subjects, states=roll.states)
        status = status_of(verb, noun=False)
        listers = self._keepers(roll)
        if status is None or not listers or not self._fits(roll, listed, size):
            return None
        return Told(
            frame,
            verb,
            listers,
            listed,
            frame.action,
            status,
            _ends([verb, roll.head, *subjects]),
            roll=roll,
            size=size,
        )

    def _hold(self, frame: Frame, verb: Token) -> Told | None:
        roll = next((r for r in self._rolls if r.head in logical_object(verb) and r.marked), None)
        status = status_of(verb, noun=False)
        if roll is None or status is None:
            return None
        listers = self._keepers(roll) or authorities(self._passage, logical_subject(verb))
        listed = self._latest(roll) or examples(self._passage, roll.last)
        if not listers or (roll.size is None and not listed):
            return None
        end = next(t for t in reversed(self._tokens) if t.pos != "PUNCT") if listed else self._tokens[roll.last]
        return Told(
            frame, verb, listers, listed, frame.action, status, _ends([*logical_subject(verb), verb, end]), roll=roll,
            size=roll.size, exhaustive=False,
        )  # fmt: skip

    def _hold_of(self, frame: Frame, verb: Token) -> Told | None:
        subjects = logical_subject(verb)
        roll = next((r for r in self._rolls if r.marked and any(r.first <= s.i <= r.last for s in subjects)), None)
        if roll is None:
            return None
        listed, size = self._entries(logical_object(verb), states=roll.states)
        listers, status = self._keepers(roll), status_of(verb, noun=False)
        if not listers or status is None or (not listed and size is None):
            return None
        return Told(
            frame, verb, listers, listed, "state", status, _ends([roll.head, verb, *logical_object(verb)]), roll=roll,
            size=size, exhaustive=False,
        )  # fmt: skip

    def _latest(self, roll: Roll) -> tuple[Actor, ...]:
        """Return the newest entry of a list: *the latest of which, X, was added*."""
        for token in self._tokens[roll.last + 1 :]:
            if token.lower in words("latest"):
                behind = [t for t in self._tokens[token.i + 1 : token.i + 8] if t.pos == "PROPN"]
                return named_between(self._passage, behind) or whom(self._passage, behind[:1])
        return ()

    def _roll_after(self, verb: Token, prepositions: frozenset[str]) -> tuple[Roll | None, Token | None]:
        """Return the list that a verb enters somebody on, and the preposition before it."""
        for roll in self._rolls:
            if not 0 < roll.head.i - verb.i <= _REACH:
                continue
            above = roll.head.head
            if above is verb and self._tokens[roll.first - 1].lower not in prepositions:
                above = next((child for child in verb.children if child.dep == "prt"), above)
            while above.pos == "ADP" and above.head.pos == "ADP":
                above = above.head
            if above.lower in prepositions and verb in above.ancestors():
                return roll, above
        return None, None

    def _regime(self, verb: Token) -> Token | None:
        """Return *under* in *placed X under sanctions*."""
        for token in verb.children:
            if token.lower == "under" and any(low.lemma in words("regimes") for low in token.children):
                return token
        return None

    def _before(self, verb: Token, preposition: Token) -> list[Token]:
        """Return the objects of a verb that stand before a preposition."""
        between = self._tokens[verb.i + 1 : preposition.i]
        inside = {token.i for token in between}
        found = [
            t for t in between if t.pos in ("NOUN", "PROPN", "PRON") and t.head.i not in inside and t.dep != "npadvmod"
        ]
        return found or logical_object(verb)

    def _entries(self, heads: Sequence[Token], *, states: bool) -> tuple[tuple[Actor, ...], int | None]:
        """Return who is listed and how many."""
        numbers = (_number(child) for head in heads for child in head.children if child.dep == "nummod")
        return whom(self._passage, heads, states=states), next((n for n in numbers if n is not None), None)

    def _fits(self, roll: Roll | None, listed: tuple[Actor, ...], size: int | None) -> bool:
        """Tell whether a list is one of the listed: by its name, by who is on it, or since it was told of before."""
        if roll is None:
            return bool(listed)
        if roll.marked:
            return bool(listed) or size is not None
        armed = any(actor.kind == "armed_group" for actor in listed)
        return armed or (self._is_told_of(roll) and (bool(listed) or size is not None))

    def _is_told_of(self, roll: Roll) -> bool:
        return bool(self._owners) and any(child.lower in ("that", "this") for child in roll.head.children)

    def _keepers(self, roll: Roll) -> tuple[Actor, ...]:
        """Return whose list it is: *the EU list*, *its register*, *the list of the Security Council*, *that list*."""
        before = [child for child in roll.head.children if child.dep in ("poss", "compound", "nmod", "amod")]
        after = [
            below
            for child in roll.head.children
            if child.dep == "prep" and child.lower in ("of", "by")
            for below in child.children
            if below.dep == "pobj" and (below.pos == "PROPN" or below.lemma in ("state", "union", "council"))
        ]
        found = authorities(self._passage, [token for token in (*before, *after) if self._may_keep(token)])
        return found or (self._owners if self._is_told_of(roll) else ())

    def _may_keep(self, token: Token) -> bool:
        return token.pos in ("PROPN", "PRON", "ADJ") or token.dep == "poss"

    # --- nouns and adjectives

    def _noun(self, frame: Frame, noun: Token) -> Told | None:
        """*the designation of X as a terrorist group by Y*, *Y's removal from the list*."""
        behind = self._tokens[noun.i + 1 : noun.i + 1 + _REACH]
        holders = [child for child in noun.children if child.dep == "poss"]
        of = [below for c in noun.children if c.lower in ("of", "on") for below in c.children if below.dep == "pobj"]
        label = next((found for found in self._labels if found.head in behind), None)
        roll = next((found for found in self._rolls if found.head in behind and found.marked), None)
        listed = whom(
            self._passage,
            of or holders,
            states=(label is not None and label.sponsor) or (roll is not None and roll.states),
        )
        by = [child for token in behind if token.lower == "by" for child in token.children if child.dep == "pobj"]
        listers = authorities(self._passage, by or (holders if of else [])) or (self._keepers(roll) if roll else ())
        if not listed or not listers or (noun.lemma in words("plain") and label is None and roll is None):
            return None
        end = label.head if label is not None else roll.head if roll is not None else noun
        return self._named(frame, noun, listers, listed, roll, _ends([*holders, noun, end, *of, *by]))

    def _named(
        self, frame: Frame, noun: Token, listers: tuple[Actor, ...], listed: tuple[Actor, ...], roll: Roll | None,
        ends: tuple[Token, ...],
    ) -> Told | None:  # fmt: skip
        carrier = carrier_of(noun)
        undone = carrier is not None and carrier.lemma in words("undo") and frame.action == "list"
        status = status_of(noun, noun=True, carrier=carrier if undone else None)
        if status is None:
            return None
        return Told(
            frame, noun, listers, listed, "delist" if undone else frame.action, status,
            ends, roll=roll,
        )  # fmt: skip

    def _adjective(self, frame: Frame, word: Token) -> Told | None:
        """*the outlawed PKK*, *EU-listed groups such as X*."""
        head = word.head
        before = self._tokens[word.i - 2] if word.i >= 2 and self._tokens[word.i - 1].text == "-" else None
        listers = authorities(self._passage, [before]) if before is not None else ()
        if any(roll.first <= word.i <= roll.last for roll in self._rolls):
            return None
        if (before is not None and not listers) or (frame.id == "listed.adj") != bool(listers):
            return None
        listed = whom(self._passage, [head])
        shown = () if listed else examples(self._passage, head.i)
        if not (listed or shown) or any(actor.kind == "person" for actor in listed):
            return None
        return Told(
            frame, word, listers, listed or shown, "state", "happened", _ends([before or word, word, head]),
            exhaustive=not shown, sure=bool(listers),
        )  # fmt: skip

    @staticmethod
    def _last_word(verb: Token, label: Label | None) -> int:
        return max(verb.i, label.head.i if label is not None else 0)


def _action(frame: Frame, verb: Token, status: str, *, passive: bool) -> str:
    """Return whether a verb tells an act of listing or how things stand."""
    if frame.action != "list" or status != "happened":
        return "list" if frame.action == "state" and status in ("demanded", "planned") else frame.action
    if passive:
        past = any(child.dep == "auxpass" and child.tag in ("VBD", "VBN") for child in verb.children)
        return "list" if past else "state"
    return "state" if verb.tag in ("VBZ", "VBP", "VB") and not any(c.dep == "aux" for c in verb.children) else "list"


def _all(heads: Iterable[Token]) -> Iterator[Token]:
    """Yield heads and the words joined to them."""
    for head in heads:
        yield from coordinated(head)


def _number(token: Token) -> int | None:
    if token.text.isdecimal() and len(token.text) < 6:
        return int(token.text)
    return _SMALL.get(token.lower)


_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip


def _ends(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return the first and the last of some words, the names and articles that belong to the first included."""
    ordered = sorted(tokens, key=lambda token: token.i)
    before = [
        c for c in ordered[0].children if c.i < ordered[0].i and c.dep in ("compound", "det", "poss", "amod", "nummod")
    ]
    return (min([ordered[0], *before], key=lambda token: token.i), ordered[-1])
