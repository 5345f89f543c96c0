"""Sentences with marked acts: the form in which people label sentences for training and for measuring.

One row is one act, in tab-separated columns: type, mode, status, the sentence with marks, and maybe a remark.
`{signed}` is the head word of the predicate, `[a|Turkey]` an actor, `[r|Iran]` a recipient; `[a:TUR|Ankara]` gives
the party's country.  A type may be followed by others that are right too: `AGREE|SUPPORT`.  A sentence with several
acts has several rows.  Type `NONE` marks a word that tempts a coder and is no act; mode and status are `-` where
there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import GoldError
from dragoman.ontology import MODES, STATUSES

NONE = "NONE"
_MARK = re.compile(r"\{(?P<head>[^{}\[\]|]+)\}|\[(?P<side>[ar])(?::(?P<country>[A-Z]{3}))?\|(?P<party>[^{}\[\]|]+)\]")


@dataclass(frozen=True, slots=True)
class MarkedParty:
    """A party of a marked act: its span in the plain sentence and, if given, its country."""

    side: str
    """`a` for an actor, `r` for a recipient."""
    start: int
    end: int
    country: str | None


@dataclass(frozen=True, slots=True)
class MarkedAct:
    """One row: an act, or a word that is none.  Offsets are code points of `text`, end exclusive."""

    text: str
    type: str
    accept: frozenset[str]
    """All types that are right, `type` among them; empty for a word that is no act."""
    mode: str | None
    status: str | None
    start: int
    end: int
    parties: tuple[MarkedParty, ...]
    line: int


def read_marked(path: Path) -> list[MarkedAct]:
    """Return the rows of a file of marked sentences, in order.

    Raises GoldError with file and line on a row that is not of the form above.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    return [_row(path.name, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def by_sentence(acts: Iterable[MarkedAct]) -> dict[str, list[MarkedAct]]:
    """Return the rows by plain sentence, in order of first appearance."""
    table: dict[str, list[MarkedAct]] = {}
    for act in acts:
        table.setdefault(act.text, []).append(act)
    return table


def _row(file: str, number: int, line: str) -> MarkedAct:
    columns = line.split("\t")
    if len(columns) not in (4, 5):
        raise _fault(file, number, f"{len(columns)} columns instead of type, mode, status, sentence and maybe a remark")
    types, mode, status, marked = columns[:4]
    names = types.split("|")
    _check_labels(file, number, names, mode, status)
    text, heads, parties = _unmark(marked)
    if len(heads) != 1 or re.search(r"[{}\[\]|]", text):
        raise _fault(file, number, "give one {predicate} and parties as [a|name] or [r|name]")
    (start, end) = heads[0]
    return MarkedAct(
        text=text, type=names[0], accept=frozenset(names) - {NONE}, mode=None if mode == "-" else mode,
        status=None if status == "-" else status, start=start, end=end, parties=tuple(parties), line=number,
    )  # fmt: skip


def _fault(file: str, number: int, reason: str) -> GoldError:
    return GoldError(f"{file}:{number}: {reason}")


def _check_labels(file: str, number: int, types: list[str], mode: str, status: str) -> None:
    for type_ in types:
        if type_ not in MODES and types != [NONE]:
            raise _fault(file, number, f"no event type is named {type_}")
    if mode != "-" and not any(mode in MODES.get(type_, ()) for type_ in types):
        raise _fault(file, number, f"{types[0]} has no mode {mode}")
    if (status == "-") != (types == [NONE]) or (status != "-" and status not in STATUSES):
        raise _fault(file, number, f"{status!r} is no status of {types[0]}; known: {', '.join(STATUSES)}")


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]], list[MarkedParty]]:
    """Return the plain sentence, the spans of predicate heads, and the parties."""
    text, heads, parties, last = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        inner = match["head"] or match["party"]
        span = (len(text), len(text) + len(inner))
        if match["head"]:
            heads.append(span)
        else:
            parties.append(MarkedParty(match["side"], *span, match["country"]))
        text, last = text + inner, match.end()
    return text + marked[last:], heads, parties
