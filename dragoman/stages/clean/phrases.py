"""The rules of `lexicon/furniture.yaml`: which lines are never the article.

Lines are compared in folded form by look-up, prefix and suffix, so the time taken grows with the length
of the line only, whatever an article holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.resources import LEXICON, Entry, read_yaml, unique
from dragoman.stages.clean.paragraphs import CLOSERS, EDGES, SHORTEST_PROSE, fold, fold_inside

FILE = LEXICON / "furniture.yaml"
REQUIRED = frozenset({"id", "reason", "example", "counter"})
OPTIONAL = frozenset({"lines", "words", "any", "capitals", "longest", "sentences", "tail", "closes", "note"})
LONGEST_LINE = 600
LONGEST_WORD_LINE = 250
SHORT_LINE = 60
WORD_ROOM = 40
WILD = "..."

_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?[km]?\b|\d+")
_DIGIT = re.compile(r"\d")
_PUNCTUATION = str.maketrans(dict.fromkeys('.,;!?"*'))
_SPACES = re.compile(r" {2,}")
_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÇĞİÖŞÜ])")
_SEPARATORS = re.compile(r"[|•·]")
_SEGMENT = re.compile(r"\s+[|•·]\s+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: why a line is furniture, and what follows from it."""

    id: str
    reason: str
    longest: int = 160
    sentences: bool = False
    """It also marks a full sentence of prose."""
    tail: bool = False
    """It is also recognised as the last sentence of the page."""
    closes: str | None = None
    """`page` or `list`: what after it is not the article either."""
    capitals: bool = False
    words: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()


class Rulebook:
    """The rules, arranged for look-up by the first or last word of a line."""

    def __init__(self, path: Path = FILE) -> None:
        self._exact: dict[str, Rule] = {}
        self._starting: dict[str, list[tuple[list[str], Rule]]] = defaultdict(list)
        self._ending: dict[str, list[tuple[list[str], Rule]]] = defaultdict(list)
        self._of_words: list[Rule] = []
        self._known_words: frozenset[str] = frozenset()
        for entry in unique(read_yaml(path, required=REQUIRED, optional=OPTIONAL)):
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        rule = _rule(entry)
        lines = entry.values.get("lines", ())
        if bool(lines) == bool(rule.words):
            raise entry.error("one of `lines` and `words` is needed")
        if rule.words:
            self._of_words.append(rule)
            self._known_words |= rule.words
        for line in lines:
            self._add_line(entry, rule, line)

    def _add_line(self, entry: Entry, rule: Rule, line: object) -> None:
        if not isinstance(line, str):
            raise entry.error(f"line {line!r} must be text: put it in quotes")
        parts = _folded_parts(line)
        if len(parts) == 1:
            first = self._exact.setdefault(parts[0].strip(), rule)
            if first is not rule:
                raise entry.error(f"line {line!r} belongs to {first.id} already")
        elif parts[0].strip():
            self._starting[parts[0].split()[0]].append((parts, rule))
        else:
            self._ending[parts[-1].split()[-1]].append((parts, rule))

    def match(self, text: str) -> Rule | None:
        """Return the rule that marks the line `text`, or None."""
        if len(text) > LONGEST_LINE:
            return None
        return self._match_line(text) or self._match_segments(text)

    def _match_segments(self, text: str) -> Rule | None:
        """Match `a | b | c` where each part is furniture."""
        segments = _SEGMENT.split(text) if _SEPARATORS.search(text) else ()
        rules = [self._match_line(segment) for segment in segments]
        return rules[0] if rules and all(rules) else None

    def _match_line(self, text: str) -> Rule | None:
        return (self._match_phrase(text) if self._may_match(text) else None) or self._match_words(text)

    def _may_match(self, text: str) -> bool:
        """Tell most paragraphs of prose from their first and last words alone, which is much cheaper."""
        if len(text) <= SHORT_LINE:
            return True
        first = next(iter(_bare(fold_inside(text[:WORD_ROOM].lstrip(EDGES).split(" ", 1)[0])).split()), "")
        if first in self._starting:
            head = f" {_bare(fold(text[:SHORT_LINE]))}"
            return any(head.startswith(parts[0].rstrip()) for parts, _ in self._starting[first])
        return text[-WORD_ROOM:].rstrip(EDGES).rsplit(" ", 1)[-1].casefold() in self._ending

    def _match_phrase(self, text: str) -> Rule | None:
        line = _bare(fold(text))
        if rule := self._exact.get(line):
            return rule
        for parts, rule in self._candidates(line):
            if _fits(line, parts) and _may_be(text, rule):
                return rule
        return None

    def _candidates(self, line: str) -> Iterator[tuple[list[str], Rule]]:
        yield from self._starting.get(line.split(" ", 1)[0], ())
        yield from self._ending.get(line.rsplit(" ", 1)[-1], ())

    def _match_words(self, text: str) -> Rule | None:
        words: set[str] = set()
        for match in _WORD.finditer(text) if len(text) <= LONGEST_WORD_LINE else ():
            parts = [fold(part) for part in _GLUED.split(match.group())]
            if not self._known_words.issuperset(parts):
                return None
            words.update(parts)
        return next((rule for rule in self._of_words if words and _made_of(words, rule)), None)


def _bare(folded: str) -> str:
    """Return a folded line with `#` for each number and without the punctuation of sentences."""
    numbered = _NUMBER.sub("#", folded) if _DIGIT.search(folded) else folded
    return _SPACES.sub(" ", numbered.translate(_PUNCTUATION))


def _made_of(words: set[str], rule: Rule) -> bool:
    return rule.words.issuperset(words) and (not rule.any or not rule.any.isdisjoint(words))


def _may_be(text: str, rule: Rule) -> bool:
    """Tell whether the rule's limits on length, capitals and prose leave room for the line."""
    if len(text) > rule.longest or (rule.capitals and text.upper() != text):
        return False
    return rule.sentences or len(text) < SHORTEST_PROSE or not text.rstrip(CLOSERS).endswith(".")


def _fits(line: str, parts: list[str]) -> bool:
    """Tell whether the parts stand in the line in this order, the first at its start, the last at its end."""
    padded = f" {line} "
    if not (_begins(padded, parts[0]) and _begins(padded[::-1], parts[-1][::-1])):
        return False
    position = 0
    for part in parts:
        bare = part.strip()
        found = padded.find(bare, position)
        if found < 0:
            return False
        position = found + len(bare)
    return True


def _begins(padded: str, part: str) -> bool:
    """Tell whether the line begins with `part`; where that ends in a space, any end of a word will do."""
    bare = part.rstrip()
    return padded.startswith(bare) and (bare == part or not padded[len(bare) : len(bare) + 1].isalnum())


def _folded_parts(line: str) -> list[str]:
    """Return the stretches of a rule's line between its wildcards, folded, with a space at either end of the line."""
    parts = [_bare(fold_inside(part)) for part in line.split(WILD)]
    parts[0] = " " + parts[0].lstrip(EDGES.replace("#", ""))
    parts[-1] = parts[-1].rstrip(EDGES.replace("#", "")) + " "
    return parts


def _rule(entry: Entry) -> Rule:
    values = entry.values
    if values.get("closes") not in (None, "page", "list"):
        raise entry.error("closes must be page or list")
    return Rule(
        id=values["id"],
        reason=values["reason"],
        longest=values.get("longest", 160),
        sentences=values.get("sentences", False),
        tail=values.get("tail", False),
        closes=values.get("closes"),
        capitals=values.get("capitals", False),
        words=_word_set(entry, "words"),
        any=_word_set(entry, "any"),
    )


def _word_set(entry: Entry, field: str) -> frozenset[str]:
    words = entry.values.get(field, ())
    if not all(isinstance(word, str) for word in words):
        raise entry.error(f"{field} must be text: put words such as on, off and yes in quotes")
    return frozenset(fold(word) for word in words)


@cache
def rulebook() -> Rulebook:
    """Return the rules of the lexicon, read once a process."""
    return Rulebook()
