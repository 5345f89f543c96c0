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

_SEASONS = {"SP": "03", "SU": "06", "FA": "09", "AU": "09", "WI": "12"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated expression: characters `start` to `end` of the text, TIMEX3 type and value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(slots=True)
class Tally:
    """Counts over a collection, and lists of what was missed, wrong and spurious for reading them."""

    dates: int = 0
    found: int = 0
    durations: int = 0
    durations_found: int = 0
    coded: int = 0
    coded_right: int = 0
    valued: int = 0
    value_right: int = 0
    differences: list[str] = field(default_factory=list)


def score_timeml(folder: Path) -> dict[str, float | int | list[str]]:
    """Score the times stage on the `.tml` files of `folder`, each resolved against its creation time.

    Spans count as found when they overlap (relaxed).  `precision` is over all coded expressions and any
    annotated one; `recall` over annotated DATEs; `value_accuracy` over the DATEs found whose value is a
    calendar date.  `differences` lists, by file, what was missed, spurious or given another value.
    Raises EmptyInputError for a folder without `.tml` files, MalformedInputError for one that is not TimeML.
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
    coded = [(_span(draft, mention), mention) for mention in draft.times]
    _count_coded(path.stem, coded, gold, text, tally)
    for timex in gold:
        _count_gold(path.stem, timex, [m for span, m in coded if _overlap(span, timex)], text, tally)


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
        right = any(_overlap(span, timex) for timex in gold)
        tally.coded += 1
        tally.coded_right += right
        if not right:
            tally.differences.append(f"{name} spurious: {mention.text!r} in {_around(text, *span)}")


def _count_gold(name: str, timex: Timex, hits: list[TimeMention], text: str, tally: Tally) -> None:
    if timex.kind in ("DURATION", "SET"):
        tally.durations += 1
        tally.durations_found += bool(hits)
    if timex.kind != "DATE":
        return
    tally.dates += 1
    tally.found += bool(hits)
    where = _around(text, timex.start, timex.end)
    if not hits:
        tally.differences.append(f"{name} missed: {text[timex.start : timex.end]!r} {timex.value} in {where}")
    elif timex.value[:1].isdigit():
        tally.valued += 1
        right = any(same_value(timex.value, mention) for mention in hits)
        tally.value_right += right
        if not right:
            given = f"{hits[0].start}..{hits[0].end} ({hits[0].rule})"
            tally.differences.append(f"{name} value: {hits[0].text!r} {timex.value} but {given} in {where}")


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 60) : end + 40].split())


def same_value(value: str, mention: TimeMention) -> bool:
    """Say whether a TIMEX3 value names the day, week, month, season, decade or year of `mention`."""
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


def _same_week(wanted: str, start: str) -> bool:
    year, _, week = wanted.partition("-W")
    if len(start) != 10:
        return False
    counted = date.fromisoformat(start).isocalendar()
    return (str(counted.year), f"{counted.week:02}") == (year, week.zfill(2))


def _figures(documents: int, tally: Tally) -> dict[str, float | int | list[str]]:
    precision, recall = _ratio(tally.coded_right, tally.coded), _ratio(tally.found, tally.dates)
    return {
        "documents": documents,
        "dates": tally.dates,
        "coded": tally.coded,
        "precision": precision,
        "recall": recall,
        "f1": _ratio(2 * precision * recall, precision + recall),
        "valued": tally.valued,
        "value_accuracy": _ratio(tally.value_right, tally.valued),
        "durations": tally.durations,
        "duration_recall": _ratio(tally.durations_found, tally.durations),
        "differences": tally.differences,
    }


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0
