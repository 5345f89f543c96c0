"""The words of promising: which word, with the act in which frame, binds somebody how strongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_word_lists, read_yaml, unique

FOLDER = LEXICON / "claims"
PARTS = ("verb", "noun", "adj", "modal")
FRAMES = frozenset(
    {
        "to", "that", "gerund", "object", "noun", "under", "bind", "terms", "will", "out", "oblige", "obliged", "goal",
        "headline", "be_to", "going", "self", "word",
    }
)  # fmt: skip
SPOKEN = frozenset({"will", "be_to", "going"})
"""Frames that bind only in the words of one who speaks for the debtor."""
STRENGTHS = ("intend", "declare", "agree", "pledge", "sign")
"""Weakest first."""
STATES = frozenset({"fulfilled", "broken", "withdrawn", "ongoing"})
_REQUIRED = frozenset({"id", "frame", "strength", "note", "example", "counter"})
_OPTIONAL = frozenset({*PARTS, "prepositions", "particle", "carriers", "only", "but", "negated"})
_STANDING_REQUIRED = frozenset({"id", "verb", "object", "status", "note", "example", "counter"})
_STANDING_OPTIONAL = frozenset({"negated", "particle", "prepositions", "strength", "complement"})
_ALL_PROMISED = "all_promised"
_MAIN_CLAUSE = "main_clause"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to bind oneself."""

    id: str
    part: str
    """`verb`, `noun`, `adj` or `modal`."""
    words: frozenset[str]
    frame: str
    """How the act stands with the word: `to`, `that`, `gerund`, `object` … (see `frames`)."""
    strength: str
    prepositions: frozenset[str]
    particle: str | None
    carriers: frozenset[str]
    """Of a noun: lemmas of the verbs that must have it as object or subject; empty for no condition."""
    only: frozenset[str]
    """Lemmas of which the act's verb must be one; empty for any."""
    but: frozenset[str]
    """Lemmas of which it must be none."""
    negated: bool | None
    """Whether the act must be negated; None for either."""

    @property
    def spoken(self) -> bool:
        """Whether only one who speaks for the debtor binds him by these words."""
        return self.frame in SPOKEN

    def takes(self, lemma: str) -> bool:
        """Tell whether a verb with `lemma` can be the act."""
        return lemma not in self.but and (not self.only or lemma in self.only)


@dataclass(frozen=True, slots=True)
class Standing:
    """One way to say what became of a promise."""

    id: str
    verbs: frozenset[str]
    object: frozenset[str] | None
    """Lemmas of which the object must be one; None for everything that was promised."""
    status: str
    negated: str | None
    """The status when the verb is negated; None where that tells nothing."""
    particle: str | None
    prepositions: frozenset[str]
    strength: str
    """Of the promise that is spoken of."""
    complement: frozenset[str]
    """Words one of which must stand behind the verb, whose subject the promise then is: *came to nothing*."""
    is_aside: bool
    """True for what only refers to a promise beside the clause of its keeping: *as promised*."""


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of words, by id.  Raises LexiconError."""
    return read_word_lists(FOLDER / "commitments_classes.yaml")


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """Return the ways to bind oneself by word: lemma of a verb or noun, form of an adjective or modal.

    Raises LexiconError.
    """
    found: dict[str, list[Rule]] = {}
    for entry in unique(read_yaml(FOLDER / "commitments.yaml", required=_REQUIRED, optional=_OPTIONAL)):
        for rule in _rules_of(entry):
            for word in sorted(rule.words):
                found.setdefault(word, []).append(rule)
    return MappingProxyType({word: tuple(of_word) for word, of_word in found.items()})


def _rules_of(entry: Entry) -> Iterator[Rule]:
    values = entry.values
    if values["frame"] not in FRAMES:
        raise entry.error(f"frame {values['frame']!r} is none of {', '.join(sorted(FRAMES))}")
    if values["strength"] not in STRENGTHS:
        raise entry.error(f"strength {values['strength']!r} is none of {', '.join(STRENGTHS)}")
    parts = [part for part in PARTS if part in values]
    if not parts:
        raise entry.error(f"one of {', '.join(PARTS)} is needed")
    for part in parts:
        yield Rule(
            id=values["id"],
            part=part,
            words=frozenset(values[part]),
            frame=values["frame"],
            strength=values["strength"],
            prepositions=frozenset(values.get("prepositions", ())),
            particle=values.get("particle"),
            carriers=frozenset(values.get("carriers", ())),
            only=_class(entry, "only"),
            but=_class(entry, "but"),
            negated=values.get("negated"),
        )


def _class(entry: Entry, field: str) -> frozenset[str]:
    given = entry.values.get(field, [])
    names = [given] if isinstance(given, str) else given
    for name in names:
        if name not in classes():
            raise entry.error(f"{field}: no class {name!r} in commitments_classes.yaml")
    return frozenset(word for name in names for word in classes()[name])


@cache
def standings() -> Mapping[str, tuple[Standing, ...]]:
    """Return the ways to say what became of a promise, by the lemma of the verb.  Raises LexiconError."""
    path = FOLDER / "commitments_standing.yaml"
    found: dict[str, list[Standing]] = {}
    for entry in unique(read_yaml(path, required=_STANDING_REQUIRED, optional=_STANDING_OPTIONAL)):
        standing = _standing(entry)
        for word in sorted(standing.verbs):
            found.setdefault(word, []).append(standing)
    return MappingProxyType({word: tuple(of_word) for word, of_word in found.items()})


def _standing(entry: Entry) -> Standing:
    values = entry.values
    if values.get("strength", "pledge") not in STRENGTHS:
        raise entry.error(f"strength {values['strength']!r} is none of {', '.join(STRENGTHS)}")
    for status in (values["status"], values.get("negated", values["status"])):
        if status not in STATES:
            raise entry.error(f"status {status!r} is none of {', '.join(sorted(STATES))}")
    return Standing(
        id=values["id"],
        verbs=frozenset(values["verb"]),
        object=None if values["object"] in (_ALL_PROMISED, _MAIN_CLAUSE) else _class(entry, "object"),
        status=values["status"],
        negated=values.get("negated"),
        particle=values.get("particle"),
        prepositions=frozenset(values.get("prepositions", ())),
        strength=values.get("strength", "pledge"),
        complement=frozenset(values.get("complement", ())),
        is_aside=values["object"] == _MAIN_CLAUSE,
    )
