"""A document with its layers: the quotes of events and of each kind of claim marked in the text, the records below it.

Everything that comes from an article is made printable on its way: it must not steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from dragoman.formats.claims import claim_line, kind_name
from dragoman.formats.story import Marks, document_head, headline, overlap, safe
from dragoman.records import CLAIM_KINDS, Claim, Coding, Event, Evidence

EVENTS = "events"
LAYERS = (EVENTS, *CLAIM_KINDS)
"""What may be marked in a text, in the order of the contract."""
SHORT_ID = 8
"""Digits of an id beside a quote and in a table: as a rule enough for `show` and `explain`, which say so if not."""

#: Colours of the terminal (SGR codes) of the layers.
_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        EVENTS: "33", "statements": "36", "figures": "35", "commitments": "32", "requests": "34", "agreements": "92",
        "designations": "31", "series": "96", "expectations": "94", "doubts": "91",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that records rest on, or that is furniture."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    layer: str = ""
    """The layer of the records; empty for furniture."""
    label: str = ""
    """Kinds and short ids of the records."""


def layered_lines(coding: Coding, layers: Sequence[str], marks: Marks) -> Iterator[str]:
    """Yield a document: what is known of it, its text with the quotes of `layers` marked, and their records."""
    yield from document_head(coding.document)
    yield ""
    yield layered_text(coding, layers, marks).rstrip("\n")
    yield ""
    found = [(layer, records) for layer in layers if (records := records_of(coding, layer))]
    for place, (layer, records) in enumerate(found):
        yield from [""] * bool(place)
        yield layer
        yield from (f"{record.id}  {record_line(record)}" for record in records)
    if not found:
        yield "no records" if set(layers) == set(LAYERS) else f"no {', '.join(layers)}"


def records_of(coding: Coding, layer: str) -> tuple[Event, ...] | tuple[Claim, ...]:
    """Return the records of a layer, in the order of the text."""
    if layer == EVENTS:
        return coding.events
    held: tuple[Claim, ...] = getattr(coding.claims, layer)
    return held


def record_line(record: Event | Claim) -> str:
    """Return an event or a claim on one line."""
    return headline(record) if isinstance(record, Event) else claim_line(record)


def layered_text(coding: Coding, layers: Iterable[str], marks: Marks) -> str:
    """Return the text with each quote of `layers` marked with kind and short id, and the furniture beside them."""
    text = coding.document.text
    stretches = list(_stretches(coding, layers))
    furniture = (Stretch(span.start, span.end) for span in coding.document.furniture if span.start < span.end)
    held = [(one.start, one.end, None) for one in stretches]
    stretches += [one for one in furniture if not any(overlap((one.start, one.end), other) for other in held)]
    return "".join(_marked(text, stretches, marks))


def _stretches(coding: Coding, layers: Iterable[str]) -> Iterator[Stretch]:
    """Yield one stretch for all records that rest on the same characters."""
    quotes = [
        Stretch(start, end, layer, f"{kind_name(layer)} {record.id[:SHORT_ID]}")
        for layer in layers
        for record in records_of(coding, layer)
        for start, end in _quoted(record.evidence, coding.document.text)
    ]
    quotes.sort(key=_span)
    for _, same in groupby(quotes, key=_span):
        first, *others = same
        labels = dict.fromkeys([first.label, *(other.label for other in others)])
        yield Stretch(first.start, first.end, first.layer, ", ".join(labels))


def _quoted(evidence: Iterable[Evidence], text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a record's quotes; those with nothing but blanks between them are one."""
    spans = sorted((one.start, one.end) for one in evidence if 0 <= one.start < one.end <= len(text))
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held and (start <= held[1] or text[held[1] : start].isspace()):
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


_span = attrgetter("start", "end")


def _marked(text: str, stretches: Iterable[Stretch], marks: Marks) -> Iterator[str]:
    """Yield the text with marks that nest: where two stretches cross, the later one is closed and opened again."""
    begin: dict[int, list[Stretch]] = {}
    for one in stretches:
        begin.setdefault(one.start, []).append(one)
    ends = {one.end for beginning in begin.values() for one in beginning}
    stack: list[Stretch] = []
    position = 0
    for edge in sorted(ends | set(begin)):
        yield safe(text[position:edge])
        position = edge
        yield from _turn(stack, begin.get(edge, []), edge, marks)
    yield safe(text[position:])


def _turn(stack: list[Stretch], begin: Iterable[Stretch], edge: int, marks: Marks) -> Iterator[str]:
    """Close what ends at `edge`, with what stands within it, and open what goes on and what begins there."""
    lowest = next((place for place, one in enumerate(stack) if one.end <= edge), len(stack))
    closed = stack[lowest:]
    del stack[lowest:]
    for one in reversed(closed):
        yield _close(one, marks)
    if stack and closed:
        yield _resume(stack[-1], marks)
    again = [one for one in closed if one.end > edge]
    for one in sorted([*again, *begin], key=lambda one: -one.end):
        stack.append(one)
        yield _open(one, marks)


def _open(one: Stretch, marks: Marks) -> str:
    if not one.layer:
        return marks.furniture[0]
    if not marks.colour:
        return f"{marks.quote[0]}{one.label}: "
    colour = _COLOURS[one.layer]
    return f"\x1b[0;2;{colour}m{one.label}: \x1b[0;1;{colour}m"


def _close(one: Stretch, marks: Marks) -> str:
    return marks.quote[1] if one.layer else marks.furniture[1]


def _resume(one: Stretch, marks: Marks) -> str:
    return f"\x1b[0;1;{_COLOURS[one.layer]}m" if marks.colour and one.layer else ""
