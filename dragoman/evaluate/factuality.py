"""Scoring the standing of predicates: whether what a word tells of happened, according to the sentence.

Reads sentences with factuality judgments in JSON lines: `text` (words parted by blanks) and `targets`, each with
`span1` (first word and the one after the last) and `label` from -3 (certainly did not happen) to 3 (certainly did).
A target counts as happened when its label is above 1.  The judges took what was announced for certain (*will sell*)
as factual, so a plain future counts as happened here.  To beat: a coder that always says *happened*.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import GoldError
from dragoman.events.slots import carrier_of
from dragoman.events.status import assess, assess_noun
from dragoman.records import Document
from dragoman.stages.base import Block, Draft
from dragoman.stages.parse import Parse
from dragoman.syntax import Token

HAPPENED = 1.0


@dataclass(slots=True)
class FactualityScore:
    """Counts over targets."""

    targets: int = 0
    right: int = 0
    happened: int = 0
    """Targets that did happen: what is right when one always says so."""

    @property
    def accuracy(self) -> float:
        """Share of the targets judged rightly."""
        return self.right / self.targets if self.targets else 0.0

    @property
    def always_happened(self) -> float:
        """Share that is right when every target is said to have happened."""
        return self.happened / self.targets if self.targets else 0.0


def score_factuality(path: Path) -> FactualityScore:
    """Score the standing that the parse gives each target.  Raises GoldError, naming the line."""
    total = FactualityScore()
    parse = Parse()
    for text, targets in _rows(path):
        draft = parse(Draft(Document(id="", text=text), blocks=(Block(0, len(text), "body", 0),)))
        tokens = [token for sentence in draft.sentences for token in sentence.tokens]
        for start, label in targets:
            token = next((token for token in tokens if token.start <= start < token.end), None)
            if token is None:
                continue
            total.targets += 1
            total.happened += label > HAPPENED
            total.right += _has_happened(token) == (label > HAPPENED)
    return total


def _has_happened(token: Token) -> bool:
    standing = assess_noun(token, carrier_of(token)) if token.pos in ("NOUN", "PROPN") else assess(token)
    return standing.mood in ("fact", "future") and not standing.negated


def _rows(path: Path) -> Iterator[tuple[str, list[tuple[int, float]]]]:
    """Yield each text with the code point at which each target starts, and its label."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            words = row["text"].split(" ")
            starts = [sum(len(word) + 1 for word in words[: target["span1"][0]]) for target in row["targets"]]
            yield row["text"], list(zip(starts, (float(target["label"]) for target in row["targets"]), strict=True))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}:{number}: not a sentence with factuality targets: {error}") from error
