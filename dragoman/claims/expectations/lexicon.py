"""The words that announce an act to come, and the acts that count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.resources import LEXICON, Entry, read_yaml, unique

FOLDER = LEXICON / "claims"
FRAMES = frozenset(
    {
        "modal", "state", "be_to", "plan", "agreed", "present", "set", "there", "noun", "ahead", "coming", "object",
        "place", "until", "headline",
    }
)  # fmt: skip
NEEDS = frozenset({"any", "window"})
CLASSES = frozenset(
    {"concrete", "motion", "meeting", "holding", "general", "events", "public", "crews", "voting", "not_met"}
    | {"deeds", "speeches", "timed", "awaiting", "giving"}
)
_REQUIRED = frozenset({"id", "frame", "note", "example", "counter"})
_OPTIONAL = frozenset({"words", "hedged", "needs"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to announce an act."""

    id: str
    frame: str
    """How the act stands with the word (see `frames`)."""
    hedged: bool
    """Whether the words leave open that the act comes."""
    needs_window: bool
    """Whether the time of the act must be told."""


@cache
def rules() -> Mapping[str, Mapping[str, Rule]]:
    """Return frame → word → rule; the rule of a frame without words stands under the empty word.

    Raises LexiconError.
    """
    found: dict[str, dict[str, Rule]] = {frame: {} for frame in FRAMES}
    for entry in unique(read_yaml(FOLDER / "expectations.yaml", required=_REQUIRED, optional=_OPTIONAL)):
        rule = _rule(entry)
        for word in entry.values.get("words", [""]):
            if word in found[rule.frame]:
                raise entry.error(f"{word!r} stands already in {found[rule.frame][word].id}")
            found[rule.frame][word] = rule
    return MappingProxyType({frame: MappingProxyType(words) for frame, words in found.items()})


def _rule(entry: Entry) -> Rule:
    values = entry.values
    if values["frame"] not in FRAMES:
        raise entry.error(f"frame {values['frame']!r} is none of {', '.join(sorted(FRAMES))}")
    needs = values.get("needs", "any")
    if needs not in NEEDS:
        raise entry.error(f"needs {needs!r} is none of {', '.join(sorted(NEEDS))}")
    return Rule(values["id"], values["frame"], bool(values.get("hedged", False)), needs == "window")


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of acts, by id.  Raises LexiconError."""
    path = FOLDER / "expectations_acts.yaml"
    entries = unique(read_yaml(path, required=frozenset({"id", "words", "note"}), optional=frozenset()))
    found = {entry.values["id"]: frozenset(entry.values["words"]) for entry in entries}
    if unknown := sorted(found.keys() ^ CLASSES):
        raise entries[0].error(f"the classes must be {', '.join(sorted(CLASSES))}; not so: {', '.join(unknown)}")
    return MappingProxyType(found)
