"""The lexicon of speech: cues with their frames, and the word lists that say what can speak and on what occasion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_word_lists, read_yaml, unique
from dragoman.syntax import Token

_REQUIRED = frozenset({"id", "frames", "note", "example", "counter"})
_OPTIONAL = frozenset({"verb", "noun", "preposition", "particle", "words"})
#: What `frames` may name; `cues` tells where each looks for the content.
FRAMES = frozenset(
    {
        "clause", "document_clause", "quote", "order", "infinitive", "object_of_particle", "object_with_particle",
        "named", "gerund", "object", "cited", "aside", "that", "held", "silence", "withheld", "none_from",
        "colon", "continued",
    }
)  # fmt: skip
#: Endings of nouns for people: *officer, doctor, analyst, politician, assistant, student, refugee, spokesman*.
_DOERS = (
    "er", "or", "ist", "yst", "ian", "ant", "ent", "ee", "man", "woman", "men", "women", "person", "eer", "ic", "ive",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon of cues."""

    id: str
    frames: tuple[str, ...]
    particles: tuple[str, ...]
    words: frozenset[str]


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Return the lists of who and what can speak, of occasions and of measures, by name.  Raises LexiconError."""
    return read_word_lists(LEXICON / "claims" / "statements_words.yaml")


@cache
def role_groups() -> Mapping[str, frozenset[str]]:
    """Return the words that tell an office, by sort of office.  Raises LexiconError."""
    return read_word_lists(LEXICON / "claims" / "statements_roles.yaml")


def is_document(noun: Token) -> bool:
    """Tell whether a noun is a thing that can say something: *the report said*."""
    return noun.lemma in word_lists()["document"]


def can_speak(noun: Token) -> bool:
    """Tell whether a noun that names no actor may be a source: people, bodies and documents, not acts and things."""
    if noun.pos != "NOUN" or is_document(noun):
        return True
    lemma = noun.lemma.lower()
    return lemma in word_lists()["person"] or lemma in word_lists()["body"] or lemma.endswith(_DOERS)


@cache
def cues() -> Mapping[tuple[str, str], tuple[Cue, ...]]:
    """Return the cues by part of speech (`verb`, `noun`, `preposition`) and lemma.  Raises LexiconError."""
    index: dict[tuple[str, str], list[Cue]] = {}
    for entry in unique(read_yaml(LEXICON / "claims" / "statements.yaml", required=_REQUIRED, optional=_OPTIONAL)):
        cue = _cue(entry)
        for part in ("verb", "noun", "preposition"):
            for lemma in entry.values.get(part, ()):
                index.setdefault((part, lemma), []).append(cue)
    return MappingProxyType({key: tuple(found) for key, found in index.items()})


def _cue(entry: Entry) -> Cue:
    frames = entry.values["frames"]
    if unknown := [name for name in frames if name not in FRAMES]:
        raise entry.error(f"unknown frame: {', '.join(unknown)}")
    values = entry.values
    return Cue(values["id"], tuple(frames), _listed(values.get("particle", ())), frozenset(values.get("words", ())))


def _listed(words: str | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)
