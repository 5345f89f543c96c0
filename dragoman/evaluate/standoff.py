"""Labels of our own that stand apart from the sentences of public sets they mark: the text stays with the sets.

`training/real/labels.tsv` names sentences by set, document and number, and marks their acts by offsets.  The sets are
read from one folder (training/README.md says where they come from): `uw/train.jsonl`, `wikievents/dev.jsonl` and
`test.jsonl`, `muc4/doc_train`, `ngec/stories.csv.zip`.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import GoldError
from dragoman.evaluate.marked import NONE, MarkedAct, MarkedParty
from dragoman.ontology import STATUSES, TYPES

_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
_SENTENCE_END = re.compile(r'(?<=[.?!"])\s+(?=[A-Z"])')
_TITLE_END = re.compile(r"\b(?:MR|DR|GEN|COL|LT|CAPT|PRES)\.$")
_STORY_SENTENCE_END = re.compile(r'(?<=[.?!"\u201d])\s+(?=[A-Z"\u201c])')
_SHORT_FORM = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Gov|Sen|Rep|Sgt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|U\.S|U\.N|U\.K|[A-Z])\.$"
)
COLUMNS = ("sentence", "type", "status", "predicate", "actors", "recipients")
"""Spans are `start:end`, in code points of the sentence, end exclusive; several stand apart by blanks, none is `-`."""
_SHORTEST, _LONGEST = 9, 45
"""Words of a sentence of the MUC-4 set that is taken."""


def read_real(labels: Path, sets: Path, own: Iterable[str]) -> Iterator[MarkedAct]:
    """Yield the labelled acts; a sentence without any gives one row of type NONE whose span is empty.

    `own` are further sentences from which the writing of words is learnt that the MUC-4 set has in capitals only.
    Raises GoldError: with file and line on a row that is not of the form or whose sentence is not in the sets, and
    when a set cannot be read.
    """
    texts = _sentences(sets, own)
    for number, line in enumerate(labels.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != len(COLUMNS):
            raise GoldError(f"{labels}:{number}: {len(columns)} columns instead of {', '.join(COLUMNS)}")
        key, type_, status, *spans = columns
        if key not in texts:
            raise GoldError(f"{labels}:{number}: the sets in {sets} have no sentence {key}")
        if type_ not in (NONE, *TYPES) or status not in ("-", *STATUSES):
            raise GoldError(f"{labels}:{number}: no event has type {type_} and status {status}")
        yield _act(texts[key], type_, status, [list(_spans(each)) for each in spans], number)


def _act(text: str, type_: str, status: str, spans: list[list[tuple[int, int]]], number: int) -> MarkedAct:
    predicate, *sides = spans
    (start, end) = predicate[0] if predicate else (0, 0)
    parties = (MarkedParty(side, *span, None) for side, found in zip("ar", sides, strict=True) for span in found)
    return MarkedAct(
        text=text, type=type_, accept=frozenset({type_}) - {NONE}, mode=None, status=None if status == "-" else status,
        start=start, end=end, parties=tuple(parties), line=number,
    )  # fmt: skip


def _spans(field: str) -> Iterator[tuple[int, int]]:
    for span in field.split(" "):
        if span != "-":
            start, end = span.split(":")
            yield int(start), int(end)


def _sentences(sets: Path, own: Iterable[str]) -> dict[str, str]:
    """Return the sentences of the sets by key."""
    texts = dict(_uw(sets / "uw" / "train.jsonl"))
    for part in ("dev", "test"):
        texts.update(_wikievents(sets / "wikievents" / f"{part}.jsonl", part))
    texts.update(_stories(sets / "ngec" / "stories.csv.zip"))
    written = _written([*texts.values(), *own])
    texts.update((key, _recased(text, written)) for key, text in _muc4(sets / "muc4" / "doc_train"))
    return texts


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: cannot be read as lines of JSON: {error}") from error


def _uw(path: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(path):
        yield f"uw/train/{row['file_idx']}/{row['idx']}", _joined(str(row["text"]))


def _joined(text: str) -> str:
    """Return a text whose words stand apart, marks of punctuation too, as it is printed."""
    text = text.replace("` `", '"').replace("' '", '"').replace("``", '"').replace("''", '"')
    for pattern, new in (
        (r" (['\u2019]s|n't|['\u2019]re|['\u2019]ve|['\u2019]ll|['\u2019]d|['\u2019]m)\b", r"\1"),
        (r" ([,.;:?!%)\]])", r"\1"),
        (r"([(\[$]) ", r"\1"),
        (r"(\w) - (\w)", r"\1-\2"),
        (r"(\w) ' (?=\w)", r"\1' "),
    ):
        text = re.sub(pattern, new, text)
    parts = text.split('"')
    quoted = [part if i % 2 == 0 else f'"{part.strip()}"' for i, part in enumerate(parts)]
    if len(parts) % 2 == 0:  # the last quotation goes on after the sentence
        quoted[-1] = f'"{parts[-1]}'
    return re.sub(r"\s+", " ", "".join(quoted)).strip()


def _wikievents(path: Path, part: str) -> Iterator[tuple[str, str]]:
    for row in _rows(path):
        for number, (_, text) in enumerate(row["sentences"]):
            yield f"wikievents/{part}/{row['doc_id']}/{number}", re.sub(r"\s+", " ", text).strip()


def _muc4(path: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(path):
        text = re.sub(r"\[[^\]]*\]", "", re.sub(r"\s+", " ", str(row["text"])))
        taken = (
            sentence
            for sentence in _SENTENCE_END.split(text)
            if _SHORTEST <= len(sentence.split()) <= _LONGEST and not _TITLE_END.search(sentence)
        )
        for number, sentence in enumerate(taken):
            yield f"muc4/{row['docid']}/{number}", re.sub(r"\s+", " ", sentence).strip()


def _stories(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a table of stories in an archive, and their headlines."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as table:
            rows = list(csv.DictReader(io.TextIOWrapper(table, "utf-8")))
    except (OSError, zipfile.BadZipFile, IndexError, UnicodeDecodeError, csv.Error) as error:
        raise GoldError(f"{path}: cannot be read as an archive with a table of stories: {error}") from error
    for number, row in enumerate(rows):
        yield f"ngec/{number}/title", row["prompt"].split("\n")[0].strip()
        for place, sentence in enumerate(_story_sentences(row["text"])):
            yield f"ngec/{number}/{place}", sentence


def _story_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a story, paragraph by paragraph; a short form with a full stop ends none."""
    for paragraph in re.split(r"\n+", text):
        parts: list[str] = []
        for piece in _STORY_SENTENCE_END.split(re.sub(r"\s+", " ", paragraph).strip()):
            if parts and _SHORT_FORM.search(parts[-1]):
                parts[-1] += f" {piece}"
            else:
                parts.append(piece)
        yield from parts


def _written(texts: Iterable[str]) -> Mapping[str, str]:
    """Return how each word is mostly written where it does not begin a sentence."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for match in re.finditer(rf"(?<=[a-z,] )(?:{_WORD.pattern})", text):
            counts.setdefault(match[0].lower(), Counter())[match[0]] += 1
    return {word: count.most_common(1)[0][0] for word, count in counts.items()}


def _recased(text: str, written: Mapping[str, str]) -> str:
    """Return a text in capitals as it would be written; a word that is not known is a name, most likely."""

    def recase(match: re.Match[str]) -> str:
        word = match[0].lower()
        return written.get(word) or (match[0] if len(word) <= len("FBI") else word.capitalize())

    text = _WORD.sub(recase, text)
    return text[:1].upper() + text[1:]
