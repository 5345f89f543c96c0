"""One promise told several times, in headline, lead and body, is one record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.claims.acts import Act
from dragoman.claims.commitments.lexicon import STRENGTHS
from dragoman.claims.public import share
from dragoman.records import Commitment, Evidence

#: Verbs that promise more of something: *boost* and *deepen cooperation* are one act.
_MORE = frozenset(
    {
        "boost", "deepen", "strengthen", "develop", "enhance", "increase", "improve", "continue", "further", "promote",
        "expand", "intensify", "step", "make", "take", "have", "do", "be", "keep", "maintain", "give", "hold", "carry",
    }
)  # fmt: skip
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_STEM = 6  # letters by which words of one family are told: *terror*, *terrorism*, *terrorist*
_ALIKE = 0.6
_REACH = 200  # records back among which a promise is looked for that is told again
_ALIKE_IN_TITLE = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A commitment as one sentence tells it."""

    record: Commitment
    keys: frozenset[str]
    """Stems of the words that tell what will be done."""
    verb: str
    """Lemma of the verb or noun that says it."""
    title: bool
    """True when it stands in a headline."""


def keys_of(act: Act) -> frozenset[str]:
    """Return the stems of the words of an act by which it is told from others."""
    return frozenset(
        (token.lemma or token.lower).lower()[:_STEM]
        for token in act.words
        if token.pos in _CONTENT and token.lemma not in _MORE and len(token.lower) > 1
    )


def merged(told: Iterable[Told]) -> tuple[Commitment, ...]:
    """Return the records, those that tell the same put together, in the order of the text."""
    kept: list[Told] = []
    evidence: list[list[Evidence]] = []
    for one in told:
        near = range(max(0, len(kept) - _REACH), len(kept))
        place = next((i for i in near if _same(one, kept[i])), None)
        if place is None:
            kept.append(one)
            evidence.append([*one.record.evidence])
        else:
            kept[place] = _together(kept[place], one)
            evidence[place].extend(one.record.evidence)
    return tuple(replace(one.record, evidence=_apart(words)) for one, words in zip(kept, evidence, strict=True))


def _same(one: Told, other: Told) -> bool:
    if one.record.negative != other.record.negative or not share(one.record.debtors, other.record.debtors):
        return False
    if not one.keys or not other.keys:
        return one.record.act.lower() == other.record.act.lower()
    common = len(one.keys & other.keys)
    least = _ALIKE_IN_TITLE if one.title or other.title else _ALIKE
    smaller, larger = sorted((len(one.keys), len(other.keys)))
    if common == smaller == 1:
        return larger == 1 or one.verb == other.verb
    return common > 1 and common / smaller >= least and common / larger >= least / 2


def _together(first: Told, second: Told) -> Told:
    """Return both as one, in the wording of the body, and of two in the body in the fuller one."""
    better, other = first, second
    if (first.title and not second.title) or (first.title == second.title and len(second.keys) > len(first.keys)):
        better, other = second, first
    one, two = better.record, other.record
    strength = one.strength if other.title else max(one.strength, two.strength, key=STRENGTHS.index)
    record = replace(
        one,
        id=first.record.id,
        debtors=one.debtors if len(one.debtors) >= len(two.debtors) else two.debtors,
        creditors=one.creditors or two.creditors,
        strength=strength,
        condition=one.condition or two.condition,
        due=one.due or two.due,
        place=one.place or two.place,
        date=one.date or two.date,
        status=_status((one, two)),
        assessor=one.assessor or two.assessor,
        self_assessed=one.self_assessed or two.self_assessed,
        confidence=max(one.confidence, two.confidence),
    )
    return Told(record, first.keys | second.keys if better.title else better.keys, better.verb, better.title)


def _apart(stretches: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the stretches in order without those that lie within another."""
    kept: list[Evidence] = []
    for one in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _status(records: Sequence[Commitment]) -> str:
    return next((record.status for record in records if record.status != "open"), "open")
