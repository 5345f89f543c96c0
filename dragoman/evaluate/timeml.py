"""Measuring the times stage on documents annotated in TimeML (TIMEX3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from dragoman.errors import EmptyInputError, MalformedInputError
from dragoman.records import DateStamp, Document
from dragoman.stages.base import Block, Draft, TimeMention
from dragoman.stages.parse import Parse
from dragoman.stages.times import Times

KINDS = ("DATE", "DURATION")
_SEASONS = {"SP": "03", "SU": "06", "FA": "09", "AU": "09", "WI": "12"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated expression: characters `start` to `end` of the text, TIMEX3 type and value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(slots=True)
class Counts:
    """Expressions of one kind: annotated, found and given the right value; and coded."""

    gold: int = 0
    found: int = 0
    right: int = 0
    coded: int = 0


@dataclass(slots=True)
class Tally:
    """Counts over a collection, and lists of what was missed, wrong and spurious for reading them."""

    kinds: dict[str, Counts] = field(default_factory=lambda: {kind: Counts() for kind in KINDS})
    coded: int = 0
    coded_right: int = 0
    valued: int = 0
    value_right: int = 0
    differences: list[str] = field(default_factory=list)


def score_timeml(folder: Path) -> dict[str, float | int | list[str]]:
    """Score the times stage on the `.tml` files of `folder`, each resolved against its creation time.

    Spans count as found when they overlap (relaxed).  For DATE, for DURATION and for both, `span_f1` weighs what was
    found and `value_f1` what was found with the right TIMEX3 value against all annotated and all coded; what is coded
    over a TIME or SET is left out.  `precision` is over all coded expressions and any annotated one, `recall` over the
    annotated DATEs, `value_accuracy` over the DATEs found whose value is a calendar date.  Expressions that only name
    an event (`since the coup`) are no TIMEX3 and not counted.  `differences` lists, by file, what was missed,
    spurious or given another value.  Raises EmptyInputError for a folder without `.tml` files, MalformedInputError for
    one that is not TimeML.
    """
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise EmptyInputError(f"{folder}: no .tml files")
    tally = Tally()
    for path in paths:
        _count(path, tally)
    return _figures(len(paths), tally)


def _count(path: Path, tally: Tally) -> None:
    created, text, gold = read_timeml(path)
    draft = Draft(
        Document(id=path.name, text=text, published=DateStamp(date=created, precision="day", basis="creation time")),
        blocks=tuple(_blocks(text)),
    )
    draft = Times()(Parse()(draft))
    coded = [(_span(draft, mention), mention) for mention in draft.times if not names_event(mention)]
    _count_coded(path.stem, coded, gold, text, tally)
    for timex in gold:
        _count_gold(path.stem, timex, [m for span, m in coded if _overlap(span, timex)], text, tally)


def names_event(mention: TimeMention) -> bool:
    """Say whether an expression has no word of time besides the event it names."""
    return bool(mention.event) and mention.value is None


def read_timeml(path: Path) -> tuple[str, str, list[Timex]]:
    """Return the creation day (ISO 8601), the text and the annotated expressions of a TimeML file."""
    try:
        root = ET.fromstring(_without_entities(path))  # noqa: S314 - files that declare entities are refused
    except ET.ParseError as error:
        raise MalformedInputError(f"{path}: not XML: {error}") from error
    stamp, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    if stamp is None or body is None:
        raise MalformedInputError(f"{path}: no DCT or no TEXT element")
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(body, pieces, gold)
    return stamp.get("value", "")[:10], "".join(pieces), gold


def _without_entities(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if "<!ENTITY" in text:
        raise MalformedInputError(f"{path}: declares XML entities")
    return text


def _walk(element: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        gold.append(Timex(start, end, element.get("type", ""), element.get("value", "")))


def _blocks(text: str) -> Iterator[Block]:
    position = 0
    for number, paragraph in enumerate(text.split("\n\n")):
        if paragraph.strip():
            yield Block(position, position + len(paragraph), "body", number)
        position += len(paragraph) + 2


def _span(draft: Draft, mention: TimeMention) -> tuple[int, int]:
    tokens = draft.sentences[mention.sentence].tokens
    return tokens[mention.first].start, tokens[mention.last].end


def _overlap(span: tuple[int, int], timex: Timex) -> bool:
    return span[0] < timex.end and timex.start < span[1]


def _count_coded(
    name: str, coded: list[tuple[tuple[int, int], TimeMention]], gold: list[Timex], text: str, tally: Tally
) -> None:
    for span, mention in coded:
        kinds = [timex.kind for timex in gold if _overlap(span, timex)]
        kind = _kind(mention, kinds)
        if kind in tally.kinds:
            tally.kinds[kind].coded += 1
        tally.coded += 1
        tally.coded_right += bool(kinds)
        if not kinds:
            tally.differences.append(f"{name} spurious: {mention.text!r} in {_around(text, *span)}")


def _kind(mention: TimeMention, annotated: list[str]) -> str:
    """Return the kind a coded expression is counted as: that of the annotation it overlaps, else its own."""
    if annotated:
        return next((kind for kind in annotated if kind in KINDS), annotated[0])
    return {"for": "DURATION", "frequency": "SET"}.get(mention.function, "DATE")


def _count_gold(name: str, timex: Timex, hits: list[TimeMention], text: str, tally: Tally) -> None:
    if timex.kind not in tally.kinds:
        return
    counts = tally.kinds[timex.kind]
    right = any(same_value(timex.value, mention) for mention in hits)
    counts.gold += 1
    counts.found += bool(hits)
    counts.right += right
    if timex.kind == "DATE" and hits and timex.value[:1].isdigit():
        tally.valued += 1
        tally.value_right += right
    where = _around(text, timex.start, timex.end)
    if not hits:
        tally.differences.append(f"{name} missed: {text[timex.start : timex.end]!r} {timex.value} in {where}")
    elif not right:
        given = f"{hits[0].start}..{hits[0].end} {hits[0].value} ({hits[0].rule})"
        tally.differences.append(f"{name} value: {hits[0].text!r} {timex.value} but {given} in {where}")


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 60) : end + 40].split())


def same_value(value: str, mention: TimeMention) -> bool:
    """Say whether a TIMEX3 value names the day, week, month, season, decade, year or length of `mention`."""
    if value.endswith("_REF"):
        return mention.value == value
    if value.startswith("P"):
        return mention.value is not None and _length(value) == _length(mention.value)
    wanted = value.split("T", maxsplit=1)[0].replace("-XX", "")
    start = mention.start or (mention.end if mention.function == "until" else None)
    if start is None:
        return False
    if "-W" in wanted:
        return _same_week(wanted, start)
    if wanted[-2:] in _SEASONS:
        return start == f"{wanted[:4]}-{_SEASONS[wanted[-2:]]}"
    if "-Q" in wanted:
        return wanted[-1].isdigit() and start == f"{wanted[:4]}-{int(wanted[-1]) * 3 - 2:02}"
    if wanted.endswith("X"):
        return start[:3] == wanted[:3]
    return start == wanted or (mention.precision == "range" and start.startswith(wanted))


def _length(value: str) -> str:
    """Return a length in one notation: a decade and a century as years."""
    count = value[1:-2]
    if value.endswith(("DE", "CE")) and count.isdigit():
        return f"P{int(count) * (10 if value.endswith('DE') else 100)}Y"
    return value


def _same_week(wanted: str, start: str) -> bool:
    year, _, week = wanted.removesuffix("-WE").partition("-W")
    if len(start) != 10:
        return False
    counted = date.fromisoformat(start).isocalendar()
    return (str(counted.year), f"{counted.week:02}") == (year, week.zfill(2))


def _figures(documents: int, tally: Tally) -> dict[str, float | int | list[str]]:
    dates, lengths = (tally.kinds[kind] for kind in KINDS)
    precision, recall = _ratio(tally.coded_right, tally.coded), _ratio(dates.found, dates.gold)
    return {
        "documents": documents,
        "dates": dates.gold,
        "durations": lengths.gold,
        "coded": tally.coded,
        **_shares("", dates, lengths),
        **_shares("date_", dates),
        **_shares("duration_", lengths),
        "precision": precision,
        "recall": recall,
        "f1": _ratio(2 * precision * recall, precision + recall),
        "valued": tally.valued,
        "value_accuracy": _ratio(tally.value_right, tally.valued),
        "duration_recall": _ratio(lengths.found, lengths.gold),
        "differences": tally.differences,
    }


def _shares(prefix: str, *kinds: Counts) -> dict[str, float]:
    """Return the F1 of spans and of values: twice what is right over what is annotated and what is coded."""
    every = sum(counts.gold + counts.coded for counts in kinds)
    return {
        f"{prefix}span_f1": _ratio(2 * sum(counts.found for counts in kinds), every),
        f"{prefix}value_f1": _ratio(2 * sum(counts.right for counts in kinds), every),
    }


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0
