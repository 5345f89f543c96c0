"""Quiet: sentences of a text that tells of hardly any act of public life and names hardly anybody who does them.

There a word that looks like an act is more often none, and needs more to be taken for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.learned.network import Reading
from dragoman.stages.base import Mention
from dragoman.syntax import Sentence

ACT = 0.6
"""Probability from which the network takes a word for one that reports an act."""
FEW = 1.1
"""Points for each of the other sentences below which a sentence stands in a quiet text."""
_OF_ACT, _OF_NAME = 2, 1
"""Points of a sentence that tells an act, and of one that names somebody of public life."""
_ASSUMED = (4, 2)
"""Points, and the sentences that have them, which a text is given before it is read: a short one is not judged."""
_PUBLIC = frozenset({"state", "body", "office", "igo", "armed_group"})


def quiet(
    sentences: Sequence[Sentence], mentions: Iterable[Mention], readings: Mapping[int, Reading]
) -> frozenset[int]:
    """Return the indices of the sentences that stand in a quiet text."""
    naming = {mention.sentence for mention in mentions if _is_public(mention)}
    points = {s.index: _OF_NAME * (s.index in naming) + _OF_ACT * _tells(s, readings) for s in sentences}
    total, others = sum(points.values()) + _ASSUMED[0], len(sentences) - 1 + _ASSUMED[1]
    return frozenset(index for index, own in points.items() if total - own < FEW * others)


def _tells(sentence: Sentence, readings: Mapping[int, Reading]) -> bool:
    reading = readings.get(sentence.index)
    return reading is not None and any(True for _ in reading.guesses(sentence, ACT))


def _is_public(mention: Mention) -> bool:
    """Tell whether somebody named belongs to public life: a person does who is known to be of some country."""
    return mention.kind in _PUBLIC or (mention.kind == "person" and mention.country is not None)
