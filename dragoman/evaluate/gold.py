"""Gold sentences: labelled by people, read from the forms they are exchanged in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import MalformedInputError
from dragoman.ontology import TYPES

#: Names of the older PLOVER and CAMEO-like roots → the types of 2021 that count as right.
OLDER_NAMES = {
    "DEMAND": frozenset({"REQUEST"}),
    "DISAPPROVE": frozenset({"ACCUSE"}),
    "INVESTIGATE": frozenset({"ACCUSE"}),
    "FIGHT": frozenset({"ASSAULT"}),
    "YIELD": frozenset({"CONCEDE", "RETREAT"}),
}
_TEXT_FIELDS = ("text", "sentence", "event_text")
_TYPE_FIELDS = ("type", "event", "gold_root", "event_type")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence and the event types of which any is right; none for a sentence without an event."""

    id: str
    text: str
    types: frozenset[str]


def read_gold(path: Path) -> Iterator[GoldSentence]:
    """Read gold sentences from PLOVER JSON (a list), JSON lines, TSV or CSV with a header.

    A row needs a text (`text` or `sentence`) and a type (`type`, `event` or `gold_root`; empty for no event).
    Raises MalformedInputError, naming the row, for one that lacks them or has an unknown type.
    """
    for number, row in enumerate(_rows(path), start=1):
        text = next((str(row[name]) for name in _TEXT_FIELDS if row.get(name)), "")
        label = next((row[name] for name in _TYPE_FIELDS if name in row), None)
        if not text or label is None:
            raise MalformedInputError(f"{path}: row {number} lacks a text or a type")
        yield GoldSentence(str(row.get("id", number)), text, _types(label, path, number))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    raw = path.read_text(encoding="utf-8-sig")
    if path.suffix in (".tsv", ".csv"):
        lines = raw.splitlines()
        if path.suffix == ".tsv":  # quotation marks are part of a sentence there
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        else:
            yield from csv.DictReader(lines)
        return
    try:
        rows = (
            json.loads(raw) if raw.lstrip().startswith("[") else [json.loads(line) for line in raw.splitlines() if line]
        )
    except json.JSONDecodeError as error:
        raise MalformedInputError(f"{path}: line {error.lineno}: not JSON: {error.msg}") from error
    yield from (row for row in rows if isinstance(row, dict))


def _types(label: Any, path: Path, number: int) -> frozenset[str]:
    names = [str(name).strip().upper() for name in (label if isinstance(label, list) else [label]) if name]
    found: set[str] = set()
    for name in names:
        if name not in TYPES and name not in OLDER_NAMES:
            raise MalformedInputError(f"{path}: row {number} has the unknown type {name}")
        found |= OLDER_NAMES.get(name, frozenset({name}))
    return frozenset(found)
