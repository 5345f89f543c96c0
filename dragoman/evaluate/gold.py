"""Gold sentences: labelled by people, read from the forms they are exchanged in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import GoldError
from dragoman.evaluate.acled import SUB_EVENTS
from dragoman.evaluate.marked import NONE, MarkedAct, by_sentence, read_marked
from dragoman.ontology import TYPES

#: Names of the older PLOVER and CAMEO-like roots → the types of 2021 that count as right.
OLDER_NAMES = {
    "DEMAND": frozenset({"REQUEST"}),
    "DISAPPROVE": frozenset({"ACCUSE"}),
    "INVESTIGATE": frozenset({"ACCUSE"}),
    "FIGHT": frozenset({"ASSAULT"}),
    "YIELD": frozenset({"CONCEDE", "RETREAT"}),
}
_TEXT_FIELDS = ("text", "sentence", "event_text", "notes")
_TYPE_FIELDS = ("type", "event", "gold_root", "sub_event_type", "event_type")
_ID_FIELDS = ("id", "event_id_cnty")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence and its acts; for each act the types of which any is right."""

    id: str
    text: str
    acts: tuple[frozenset[str], ...]
    """Empty for a sentence that reports no act."""


def read_gold(path: Path) -> Iterator[GoldSentence]:
    """Read gold sentences from PLOVER JSON (a list), JSON lines, ACLED CSV, TSV or CSV with a header, or marked TSV.

    A row needs a text (`text`, `sentence`, `notes`) and either a type (`type`, `event`, `gold_root`, ACLED's
    `sub_event_type`; empty for no act) or `events`, a list of objects with a `type` and maybe `accept`, a list of
    all types that are right.  Marked TSV is described in `dragoman.evaluate.marked`.
    Raises GoldError, naming the row, for one that lacks them or has an unknown type.
    """
    try:
        raw = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    if path.suffix == ".tsv" and raw.split("\t")[0].partition("|")[0] in (NONE, *TYPES):
        yield from gold_of(read_marked(path))
        return
    for number, row in enumerate(_rows(path, raw), start=1):
        where = f"{path}: row {number}"
        text = next((str(row[name]) for name in _TEXT_FIELDS if row.get(name)), "")
        if not text:
            raise GoldError(f"{where} lacks a text or a type")
        name = next((str(row[field]) for field in _ID_FIELDS if row.get(field)), str(number))
        yield GoldSentence(name, text, _acts(row, where))


def gold_of(acts: Iterable[MarkedAct]) -> Iterator[GoldSentence]:
    """Yield the sentences of marked acts, each once, with what counts as right for each of its acts."""
    for text, told in by_sentence(acts).items():
        yield GoldSentence(str(told[0].line), text, tuple(act.accept for act in told if act.accept))


def _acts(row: dict[str, Any], where: str) -> tuple[frozenset[str], ...]:
    if isinstance(events := row.get("events"), list):
        rows = [event if isinstance(event, dict) else {"type": event} for event in events]
        return tuple(_types(event.get("accept") or event.get("type"), where) for event in rows)
    label = next((row[name] for name in _TYPE_FIELDS if name in row), None)
    if label is None:
        raise GoldError(f"{where} lacks a text or a type")
    types = _types(label, where)
    return (types,) if types else ()


def _rows(path: Path, raw: str) -> Iterator[dict[str, Any]]:
    if path.suffix in (".tsv", ".csv"):
        lines = raw.splitlines(keepends=True)
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
        raise GoldError(f"{path}: line {error.lineno}: not JSON: {error.msg}") from error
    yield from (row for row in rows if isinstance(row, dict))


def _types(label: Any, where: str) -> frozenset[str]:
    names = [str(name).strip() for name in (label if isinstance(label, list) else [label]) if name]
    found: set[str] = set()
    for name in names:
        root = name.partition(":")[0].upper()  # CONSULT:visit counts as CONSULT
        known = OLDER_NAMES.get(root) or SUB_EVENTS.get(name.lower())
        if known is None and root not in TYPES:
            raise GoldError(f"{where} has the unknown type {name}")
        found |= known or {root}
    return frozenset(found)
