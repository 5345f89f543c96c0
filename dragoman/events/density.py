"""Density: how many acts of public life the text around a sentence tells, and how many of those who do them.

In a text that tells hardly any, a word that looks like an act is more often none, and needs more to be taken for one;
in one that tells many it needs less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from dragoman.learned.network import Reading
from dragoman.stages.base import Mention
from dragoman.syntax import Sentence

Density = Literal["quiet", "plain", "dense"]

ACT = 0.6
"""Probability from which the network takes a word for one that reports an act."""
FEW = 1.1
"""Points for each of the other sentences below which a sentence stands in a quiet text."""
MANY = 2.0
"""The same from which it stands in a dense text, if that is no short one."""
_SHORT = 5
"""Sentences below which a text is short."""
_OF_ACT, _OF_NAME = 2, 1
"""Points of a sentence that tells an act, and of one that names somebody of public life."""
_ASSUMED = (4, 2)
"""Points, and the sentences that have them, which a text is given before it is read: a short one is not judged."""
_PUBLIC = frozenset({"state", "body", "office", "igo", "armed_group"})


def densities(
    sentences: Sequence[Sentence], mentions: Iterable[Mention], readings: Mapping[int, Reading]
) -> dict[int, Density]:
    """Return by the index of each sentence how dense the text around it is."""
    naming = {mention.sentence for mention in mentions if _is_public(mention)}
    points = {s.index: _OF_NAME * (s.index in naming) + _OF_ACT * _tells(s, readings) for s in sentences}
    total, others = sum(points.values()) + _ASSUMED[0], len(sentences) - 1 + _ASSUMED[1]
    return {index: _density((total - own) / others, len(sentences)) for index, own in points.items()}


def _density(share: float, length: int) -> Density:
    if share < FEW:
        return "quiet"
    return "dense" if share >= MANY and length >= _SHORT else "plain"


def _tells(sentence: Sentence, readings: Mapping[int, Reading]) -> bool:
    reading = readings.get(sentence.index)
    return reading is not None and any(True for _ in reading.guesses(sentence, ACT))


def _is_public(mention: Mention) -> bool:
    """Tell whether somebody named belongs to public life: a person does who is known to be of some country."""
    return mention.kind in _PUBLIC or (mention.kind == "person" and mention.country is not None)
