"""The claims stage: who says, counts, promises, asks, signs, lists and expects what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import ClassVar

from dragoman.claims.agreements import AgreementCoder
from dragoman.claims.commitments import CommitmentCoder
from dragoman.claims.designations import Designations
from dragoman.claims.doubt import Doubts
from dragoman.claims.expectations import ExpectationCoder
from dragoman.claims.figures import Figures
from dragoman.claims.passage import ClaimCoder, Passage
from dragoman.claims.requests import RequestCoder
from dragoman.claims.series import SeriesCoder
from dragoman.claims.speech import Speech
from dragoman.claims.statements import Statements
from dragoman.events.scene import Setting
from dragoman.records import Claims as Found
from dragoman.records import Event
from dragoman.stages.base import Draft, Stage
from dragoman.syntax import Sentence

#: The list of the coding that each coder fills.
CODERS: Mapping[str, Callable[[], ClaimCoder]] = MappingProxyType(
    {
        "statements": Statements,
        "figures": Figures,
        "commitments": CommitmentCoder,
        "expectations": ExpectationCoder,
        "requests": RequestCoder,
        "agreements": AgreementCoder,
        "designations": Designations,
        "series": SeriesCoder,
        "doubts": Doubts,
    }
)  # fmt: skip


class Claims(Stage):
    """Assign `claims`: what a document holds besides events."""

    name: ClassVar[str] = "claims"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences", "mentions", "times", "events"})
    assigns: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its claims."""
        coders = {name: make() for name, make in CODERS.items()}
        speech = Speech(draft.document, draft.sentences)
        for scene in self._setting.scenes(draft):
            passage = Passage(draft, scene, speech, _resting_on(scene.sentence, draft.events))
            for coder in coders.values():
                coder.read(passage)
        return replace(draft, claims=Found(**{name: coder.records() for name, coder in coders.items()}))


def _resting_on(sentence: Sentence, events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(
        event for event in events if any(e.start < sentence.end and e.end > sentence.start for e in event.evidence)
    )
