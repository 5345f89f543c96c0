"""The events stage: predicate senses over the parse → events with evidence, status and participants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from dragoman.events.acts import Fate, Near, SentenceCoder
from dragoman.events.choose import Candidate
from dragoman.events.merge import Told, merge
from dragoman.events.parties import PartyFinder
from dragoman.events.scene import Setting
from dragoman.events.senses import SenseLexicon
from dragoman.stages.base import Draft, Stage
from dragoman.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of the words of one sentence."""

    sentence: Sentence
    silenced: bool
    """True when nothing in the sentence is coded, because of the page it stands on or the words around it."""
    fates: tuple[Fate, ...]
    near: tuple[Near, ...]


class Events(Stage):
    """Assign `events`: each act once, with all the sentences that tell it."""

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences", "mentions", "times", "readings"})
    assigns: ClassVar[frozenset[str]] = frozenset({"events"})

    def __init__(self, lexicon: SenseLexicon, setting: Setting) -> None:
        self._lexicon = lexicon
        self._setting = setting

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its events."""
        told = [
            Told(fate.event, coder.sentence.index, coder.sentence.zone, _refers_back(fate.candidate))
            for coder, silent in self._coders(draft)
            for fate in (() if silent else coder.fates())
            if fate.event is not None
        ]
        return replace(draft, events=tuple(merge(told)))

    def explain(self, draft: Draft) -> Iterator[Explanation]:
        """Yield for each sentence what fired, what nearly did, and what became of it."""
        for coder, silent in self._coders(draft):
            near = tuple(coder.nearly())
            yield Explanation(coder.sentence, silent, () if silent else tuple(coder.fates()), near)

    def _coders(self, draft: Draft) -> Iterator[tuple[SentenceCoder, bool]]:
        """Yield the coder of each sentence in order, and whether the sentence is to stay silent."""
        for scene in self._setting.scenes(draft):
            finder = PartyFinder(scene, self._lexicon)
            yield SentenceCoder(self._lexicon, draft, scene, finder), scene.silent


def _refers_back(candidate: Candidate) -> bool:
    """Tell whether a definite noun names an act as one already told: *the talks*, *this meeting*."""
    if candidate.sense.part != "noun":
        return False
    return any(
        child.dep == "det" and child.lower in ("the", "this", "these", "that") for child in candidate.token.children
    )
