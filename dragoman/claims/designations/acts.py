"""Declaring, listing and banning: *X declares Y a terrorist group*, *Y was outlawed by X*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.claims.designations.labels import Label
from dragoman.claims.designations.lexicon import Frame, frames, words
from dragoman.claims.designations.parties import authorities, examples, named_between, whom
from dragoman.claims.designations.standing import status_of
from dragoman.claims.designations.telling import REACH, Told, Words, ends, is_bare
from dragoman.events.voice import is_passive, logical_object, logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_BRACKET = 8  # words from a bracket to a participle in it
_NAME = 4  # words from a name to the bracket behind it


class Acts(Words):
    """Reads verbs of declaring and banning."""

    def _label(self, frame: Frame, verb: Token) -> Told | None:
        label = self._label_of(verb)
        if label is None and not frame.bare:
            return None
        passive = self._is_passive(verb)
        heads = self._patients(verb) if passive else self._objects(verb, label)
        if label is not None and heads == [label.head] and self._is_reduced(verb, label):
            heads, passive = logical_subject(verb), True
        listed = self._declared(verb, heads, label, passive=passive)
        end = max(verb.i, label.head.i if label is not None else 0)
        illustrated = () if listed else examples(self._passage, end) or self._spelled_out(heads, end)
        size = self._counted(heads) if frame.bare and not (listed or illustrated) else None
        return self._acted(
            frame, verb, heads, listed or illustrated, label, passive=passive, exhaustive=not illustrated, size=size
        )

    def _declared(self, verb: Token, heads: list[Token], label: Label | None, *, passive: bool) -> tuple[Actor, ...]:
        """Return who is declared to be something: a state only a sponsor, an unknown name only a group."""
        if label is None:
            return whom(self._passage, heads)
        listed = whom(self._passage, heads, states=label.sponsor, group=label.head.lemma in words("groups"))
        if listed or passive:
            return listed
        return named_between(self._passage, self._tokens[verb.i + 1 : label.first])

    def _counted(self, heads: Sequence[Token]) -> int | None:
        """Return how many persons or companies are listed, of whom the record keeps no names."""
        if not any(token.lemma in words("sanctioning") for token in self._tokens):
            return None
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
        listed = whom(self._passage, heads, group=verb.lemma in words("certain"))
        illustrated = () if listed or not passive else examples(self._passage, verb.i)
        illustrated = illustrated or (() if listed else self._spelled_out(heads, verb.i))
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
        if _is_caused(verb):
            return [child for child in verb.children if child.dep == "nsubj"]
        return logical_object(verb)

    def _is_passive(self, verb: Token) -> bool:
        return is_passive(verb) or _is_caused(verb) or bool(self._before_bracket(verb))

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
        unsaid = frame.soft or not passive or (label is None and frame.bare and status != "demanded") or not listed
        if not listers and unsaid:
            return None
        span = [
            verb,
            *heads,
            *([label.head] if label else []),
            *subjects,
            *self._words_of(() if exhaustive else listed),
        ]
        return Told(
            frame, verb, listers, listed, _action(frame, verb, status, passive=passive), status, ends(span),
            exhaustive=exhaustive, sure=bool(listers), size=size,
        )  # fmt: skip

    def _label_of(self, verb: Token) -> Label | None:
        """Return what a verb declares somebody to be."""
        for label in self._labels:
            if verb.dep in ("acl", "amod", "relcl") and verb.head is label.head:
                return label
            if verb.i < label.head.i and label.first - verb.i <= REACH and self._is_claimed(verb, label):
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
            if (token.pos in ("NOUN", "PROPN", "PRON") or (token.tag == "VBZ" and token.lemma in words("groups")))
            and token.head.i not in inside
            and token.dep not in ("appos", "npadvmod")
        ]  # fmt: skip
        subject = label.head.head.child("nsubj") if label.head.dep == "attr" else None
        return [token for token in (subject, *tops) if token is not None] or logical_object(verb)

    def _words_of(self, listed: Iterable[Actor]) -> list[Token]:
        """Return the last words of those who are named in this sentence."""
        ends = {actor.end for actor in listed}
        return [token for token in self._tokens if token.end in ends]


def _action(frame: Frame, verb: Token, status: str, *, passive: bool) -> str:
    """Return whether a verb tells an act of listing or how things stand."""
    if frame.action != "list" or status != "happened":
        return "list" if frame.action == "state" and status in ("demanded", "planned") else frame.action
    if passive or is_bare(verb):
        past = any(child.dep == "auxpass" and child.tag in ("VBD", "VBN") for child in verb.children)
        return "list" if past else "state"
    return "state" if verb.tag in ("VBZ", "VBP", "VB") and not any(c.dep == "aux" for c in verb.children) else "list"


def _is_caused(verb: Token) -> bool:
    """*to have the party banned*, *wants the movement outlawed*: a participle behind the one it is about."""
    if verb.tag not in ("VBN", "VBD") or verb.dep != "ccomp" or verb.head.lemma not in words("causes"):
        return False
    about = verb.child("nsubj")
    return about is not None and about.i < verb.i and not any(c.dep in ("aux", "mark", "dobj") for c in verb.children)
