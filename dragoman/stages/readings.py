"""The readings stage: what the network makes of the sentences that name somebody."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from dragoman.events.senses import SenseLexicon
from dragoman.learned.network import Network
from dragoman.stages.base import Draft, Stage


class Readings(Stage):
    """Assign `readings`, one for each sentence in which an actor is named."""

    name: ClassVar[str] = "readings"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences", "mentions"})
    assigns: ClassVar[frozenset[str]] = frozenset({"readings"})

    def __init__(self, network: Network | None, senses: SenseLexicon) -> None:
        """Take the network, and the senses that tell it what each word may report."""
        self._network = network
        self._senses = senses

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with the readings of its sentences; without a network there are none."""
        if self._network is None:
            return draft
        named = {mention.sentence for mention in draft.mentions}
        sentences = [sentence for sentence in draft.sentences if sentence.index in named]
        return replace(draft, readings=self._network.read(sentences, draft.document.text, self._senses.listed))
