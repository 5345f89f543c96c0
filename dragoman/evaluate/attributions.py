"""Measuring statements on documents annotated for attribution in brat's stand-off form (Source, Cue, Content).

A folder holds the texts in `text/NAME.txt` and the annotations in `attributions/NAME.ann` (there `NAME` may end in an
underscore and further letters); each `E` line joins a Content with its Cue and Source.  Such annotation does not nest
(in PolNeAR's training part 139 of 22,458 contents lie within another), so that a coded statement within another's
content counts only when it fits an annotated one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.coder import Coder
from dragoman.errors import EmptyInputError, MalformedInputError
from dragoman.evaluate.rates import Rates
from dragoman.events.quotations import quoted_stretches
from dragoman.records import Coding, Document, Statement

Spans = tuple[tuple[int, int], ...]
_MOSTLY = 0.75  # of a content in quotation marks make it direct


@dataclass(frozen=True, slots=True)
class Attributed:
    """One annotated attribution."""

    content: Spans
    source: Spans
    cue: str
    direct: bool


@dataclass(slots=True)
class AttributionScore(Rates):
    """Counts over attributions of one sort: a content is found when it overlaps a coded one of its own."""

    sourced: int = 0
    """Found ones whose source is annotated."""
    source_right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def source(self) -> float:
        """Share of those found whose source is among the words of the coded one."""
        return self.source_right / self.sourced if self.sourced else 1.0


def is_annotated(folder: Path) -> bool:
    """Tell whether a folder holds texts and annotations of attribution."""
    return (folder / "text").is_dir() and (folder / "attributions").is_dir()


def score_attributions(folder: Path, coder: Coder) -> dict[str, AttributionScore]:
    """Code the texts of `folder` and score `direct` and `indirect` attributions; spans match when they overlap.

    A content is direct when most of it stands in quotation marks.  Raises EmptyInputError for a folder without
    annotated texts, MalformedInputError for annotations that are not brat's.
    """
    documents = list(read_attributions(folder))
    if not documents:
        raise EmptyInputError(f"{folder}: no text/NAME.txt with attributions/NAME.ann")
    scores = {"direct": AttributionScore(), "indirect": AttributionScore()}
    codings = coder.stream(Document(id=name, text=text, language="en") for name, text, _ in documents)
    for (name, text, gold), coding in zip(documents, codings, strict=True):
        coded = coding.claims.statements if isinstance(coding, Coding) else ()
        _score(scores, name, text, gold, coded)
    return scores


def read_attributions(folder: Path) -> Iterator[tuple[str, str, list[Attributed]]]:
    """Yield name, text and attributions of each document whose annotations fit its text."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        for name in (path.stem, path.stem.rpartition("_")[0]):
            file = folder / "text" / f"{name}.txt"
            if name and file.is_file():
                with file.open(encoding="utf-8", newline="") as opened:
                    text = opened.read()
                gold = _annotated(path, text)
                if gold is not None:
                    yield path.stem, text, gold
                break


def _annotated(path: Path, text: str) -> list[Attributed] | None:
    """Return the attributions of a file; None when it belongs to another text."""
    spans: dict[str, Spans] = {}
    joined: list[dict[str, str]] = []
    fitting = 0
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("T") and len(cells) > 2:
                spans[cells[0]] = tuple(_span(part) for part in cells[1].split(" ", 1)[1].split(";"))
                start, end = spans[cells[0]][0]
                fitting += " ".join(text[start:end].split()).startswith(" ".join(cells[2].split())[:20])
            elif line.startswith("E") and len(cells) > 1:
                joined.append(dict(part.split(":", 1) for part in cells[1].split()))
    except (ValueError, IndexError) as error:
        raise MalformedInputError(f"{path}: no stand-off annotation: {error}") from error
    if fitting < len(spans) / 2:
        return None
    quoted = list(quoted_stretches(text))
    return [_joined(parts, spans, text, quoted) for parts in joined if parts.get("Content") in spans]


def _joined(
    parts: Mapping[str, str], spans: Mapping[str, Spans], text: str, quoted: Sequence[tuple[int, int]]
) -> Attributed:
    content = spans[parts["Content"]]
    cue = _words(text, spans.get(parts.get("Cue", ""), ()))
    return Attributed(content, spans.get(parts.get("Source", ""), ()), cue, _is_direct(content, quoted))


def _span(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)


def _words(text: str, spans: Spans) -> str:
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)


def _is_direct(content: Spans, quoted: Sequence[tuple[int, int]]) -> bool:
    length = sum(end - start for start, end in content)
    return sum(_common(content, (stretch,)) for stretch in quoted) >= _MOSTLY * length


def _common(one: Spans, other: Spans) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _score(
    scores: dict[str, AttributionScore], name: str, text: str, gold: Sequence[Attributed], coded: Sequence[Statement]
) -> None:
    contents = [tuple((e.start, e.end) for e in statement.content) for statement in coded]
    gold_of = _aligned(gold, contents)
    coded_of = {g: c for c, g in gold_of.items()}
    for g, want in enumerate(gold):
        total = scores["direct" if want.direct else "indirect"]
        total.gold += 1
        if g not in coded_of:
            total.missed.append(f"{name}: missed [{want.cue}] {_words(text, want.content)}")
            continue
        total.found += 1
        if want.source:
            total.sourced += 1
            words = tuple((e.start, e.end) for e in coded[coded_of[g]].evidence)
            total.source_right += bool(_common(want.source, words))
    for c, statement in enumerate(coded):
        total = scores["direct" if statement.direct else "indirect"]
        if c not in gold_of and _is_nested(statement, contents):
            continue
        total.coded += 1
        total.right += c in gold_of
        if c not in gold_of:
            total.false.append(f"{name}: false [{statement.verb}] {_words(text, contents[c])}")


def _aligned(gold: Sequence[Attributed], contents: Sequence[Spans]) -> dict[int, int]:
    """Return coded number → annotated number, one to one, the largest overlap first."""
    every = ((_common(w.content, spans), g, c) for g, w in enumerate(gold) for c, spans in enumerate(contents))
    gold_of: dict[int, int] = {}
    for _, g, c in sorted((pair for pair in every if pair[0]), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if c not in gold_of and g not in gold_of.values():
            gold_of[c] = g
    return gold_of


def _is_nested(statement: Statement, contents: Sequence[Spans]) -> bool:
    """Tell whether the words of a statement stand within another's content."""
    own = tuple((e.start, e.end) for e in statement.content)
    length = sum(end - start for start, end in own)
    return any(spans != own and _common(own, spans) >= length for spans in contents)
