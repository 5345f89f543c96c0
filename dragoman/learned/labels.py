"""What the network was trained for: its labels, and the digest that tells one network from another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import LexiconError
from dragoman.ontology import STATUSES, TYPES

FOLDER = Path(__file__).parent / "predicates"


@dataclass(frozen=True, slots=True)
class Labels:
    """The contents of `labels.json`."""

    max_tokens: int
    """Pieces of a sentence that the network reads; what stands behind them is not seen."""
    digest: str
    """First digits of the SHA-256 of the network."""


def load_labels(folder: Path = FOLDER) -> Labels:
    """Return the labels of the network in `folder`.

    Raises LexiconError when they cannot be read or are not the types and statuses of this version.
    """
    path = folder / "labels.json"
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        known = values["types"] == ["NONE", *TYPES] and values["statuses"] == list(STATUSES)
        labels = Labels(int(values["max_tokens"]), str(values["digest"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexiconError(str(path), 1, f"the network's labels cannot be read: {error}") from error
    if not known:
        raise LexiconError(str(path), 1, "the network was trained for other types or statuses: train it again")
    return labels
