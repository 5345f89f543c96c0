"""Nouns for instruments and what is done with them: `lexicon/claims/agreements*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_yaml, unique

KINDS = frozenset({"treaty", "communique", "joint statement", "ceasefire", "memorandum", "process", "deal"})
_SUBJECTS = frozenset({"party", "signatory", "mediator", "guarantor", "object", "proposer", "legislature", "none"})
_STATUS = frozenset({"happened", "planned", "denied", "ended", "held"})
_FOLDER = LEXICON / "claims"
_NOUN = frozenset({"before", "after", "strict", "signed", "proper", "alone", "example", "counter"})
_ACT = frozenset({"noun", "by", "self", "makes", "words", "sure", "across"})


@dataclass(frozen=True, slots=True)
class Instrument:
    """A noun for an agreement."""

    id: str
    nouns: frozenset[str]
    kind: str
    before: frozenset[str]
    after: frozenset[str]
    """Prepositions of which one may follow in place of a word of `before`."""
    strict: bool
    """True when it counts only where it is made, or where two parties are named with it."""
    signed: bool
    """True when only a signature makes it an agreement."""
    proper: bool
    """True when the noun is a name by itself."""
    alone: bool
    """True when one party is enough."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with an agreement."""

    id: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    by: frozenset[str]
    """Prepositions by which the agreement hangs on the verb; none when it is the object."""
    itself: bool
    """True when the agreement is the subject."""
    subject: str
    """Role of who does it."""
    status: str
    makes: bool
    words: frozenset[str]
    """What the agreement is said to be, for verbs of being; none for other verbs."""
    sure: bool
    """True when *it* as what is done may stand for an agreement told before."""
    across: bool
    """True when *from* and *to* name the other side."""


@cache
def instruments() -> Mapping[str, tuple[Instrument, ...]]:
    """Return the nouns for agreements by lemma; the more narrow meaning first.  Raises LexiconError."""
    found: dict[str, list[Instrument]] = {}
    required = frozenset({"id", "noun", "kind", "note"})
    for entry in unique(read_yaml(_FOLDER / "agreements.yaml", required=required, optional=_NOUN)):
        instrument = _instrument(entry)
        for noun in instrument.nouns:
            found.setdefault(noun, []).append(instrument)
    return MappingProxyType(
        {noun: tuple(sorted(v, key=lambda i: (not i.alone, not i.before))) for noun, v in found.items()}
    )


@cache
def acts() -> Mapping[str, tuple[Act, ...]]:
    """Return what is done with agreements by the lemma of the verb or noun for it.  Raises LexiconError."""
    found: dict[str, list[Act]] = {}
    required = frozenset({"id", "verb", "subject", "status", "note"})
    for entry in unique(read_yaml(_FOLDER / "agreements_acts.yaml", required=required, optional=_ACT)):
        act = _act(entry)
        for verb in act.verbs | act.nouns:
            found.setdefault(verb, []).append(act)
    return MappingProxyType({verb: tuple(sorted(v, key=_breadth)) for verb, v in found.items()})


def _breadth(act: Act) -> int:
    """Order acts by what they need, the narrowest first."""
    return -bool(act.words) - bool(act.by)


def _instrument(entry: Entry) -> Instrument:
    values = entry.values
    if values["kind"] not in KINDS:
        raise entry.error(f"kind must be one of {', '.join(sorted(KINDS))}")
    return Instrument(
        values["id"], _words(entry, "noun"), values["kind"], _words(entry, "before"), _words(entry, "after"),
        bool(values.get("strict")), bool(values.get("signed")), bool(values.get("proper")), bool(values.get("alone")),
    )  # fmt: skip


def _act(entry: Entry) -> Act:
    values = entry.values
    if values["subject"] not in _SUBJECTS:
        raise entry.error(f"subject must be one of {', '.join(sorted(_SUBJECTS))}")
    if values["status"] not in _STATUS:
        raise entry.error(f"status must be one of {', '.join(sorted(_STATUS))}")
    return Act(
        values["id"], _words(entry, "verb"), _words(entry, "noun"), _words(entry, "by"),
        bool(values.get("self")), values["subject"], values["status"], bool(values.get("makes")),
        _words(entry, "words"), bool(values.get("sure")), bool(values.get("across")),
    )  # fmt: skip


def _words(entry: Entry, field: str) -> frozenset[str]:
    value = entry.values.get(field, [])
    if not isinstance(value, list):
        raise entry.error(f"{field} must be a list of words")
    return frozenset(map(str, value))
