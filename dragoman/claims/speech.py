"""Speech: which stretches of a document are whose words, before it is asked who that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.events.participants import Participants
from dragoman.events.slots import logical_subject
from dragoman.records import Actor, Document
from dragoman.syntax import Sentence, Token


@dataclass(eq=False, slots=True)
class Said:
    """One attribution: a cue, who is its source, and the stretches of text that are its content."""

    cue: Token
    sentence: int
    """Number of the sentence of the cue."""
    sources: list[Token]
    """Heads of who speaks."""
    source: str
    """The words that name the source; empty when nobody is named."""
    content: list[tuple[int, int]]
    """Start and end of each stretch, in code points of the document's text, quotation marks left out."""
    direct: bool
    rule: str
    actors: tuple[Actor, ...] | None = field(default=None, repr=False)
    """Who that is, once it was asked."""


class Speech:
    """The attributions of one document."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self._sentences = {sentence.index: sentence for sentence in sentences}
        self.all: list[Said] = [said for sentence in sentences for said in _of(document, sentence)]

    def around(self, token: Token) -> tuple[Said, ...]:
        """Return the attributions in whose content `token` stands, nearest first."""
        holding = [
            (end - start, said)
            for said in self.all
            for start, end in said.content
            if start <= token.start < end
        ]  # fmt: skip
        return tuple(said for _, said in sorted(holding, key=lambda pair: pair[0]))

    def speakers(self, said: Said, participants: Participants) -> tuple[Actor, ...]:
        """Return who speaks, as the words before `said` tell."""
        if said.actors is None:
            said.actors = ()  # a speaker who is named by his own words
            with participants.looking_at(self._sentences[said.sentence]):
                said.actors = tuple(actor for head in said.sources for actor in participants.actors(head))
        return said.actors


def _of(document: Document, sentence: Sentence) -> list[Said]:
    found = []
    for token in sentence.tokens:
        clause = token.child("ccomp")
        if token.lemma in ("say", "tell", "add") and clause is not None:
            words = [word for word in clause.subtree() if word.pos != "PUNCT"]
            sources = logical_subject(token)
            name = document.text[min(w.start for w in sources[0].subtree()) : sources[0].end] if sources else ""
            span = (min(w.start for w in words), max(w.end for w in words))
            found.append(Said(token, sentence.index, sources, name, [span], direct=False, rule="say"))
    return found
