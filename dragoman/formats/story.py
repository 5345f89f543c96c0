"""Texts for reading: a timeline, a document with its quotes marked, an event explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.formats.rows import printable, shortened
from dragoman.records import Actor, Coding, Document, Event


@dataclass(frozen=True, slots=True)
class Marks:
    """What is printed around a quote."""

    before: str
    after: str
    faint: str = ""
    """Before furniture; empty to leave it as it is."""


PLAIN = Marks("«", "»")
COLOUR = Marks("\x1b[1;33m", "\x1b[0m", "\x1b[2m")


def parties(actors: Iterable[Actor]) -> str:
    """Return actors as `Turkey (TUR), Belgium (BEL)`."""
    return ", ".join(_party(actor) for actor in actors) or "—"


def _party(actor: Actor) -> str:
    name = printable(actor.name)
    return f"{name} ({actor.country})" if actor.country else name


def headline(event: Event) -> str:
    """Return an event on one line: date, type, who, to whom, status."""
    when = _when(event)
    what = event.type + (f":{'+'.join(event.modes)}" if event.modes else "")
    to = f" → {parties(event.recipients)}" if event.recipients else ""
    where = f" @ {event.place.name}" if event.place else ""
    return f"{when:<12}{what:<20} {parties(event.actors)}{to}{where}  [{event.status}]"


def _when(event: Event) -> str:
    if event.date is None:
        return "undated"
    if event.date.start:
        return event.date.start
    return "undated" if event.date.offset_days is None else f"D{event.date.offset_days:+d}"


def timeline_lines(event: Event, document: str, width: int) -> Iterator[str]:
    """Yield an event of a timeline: its headline, and its first quote with the document."""
    yield headline(event)
    source = f" — {printable(document)}, {event.id}"
    quote = shortened(printable(event.evidence[0].quote), max(width - len(source) - 16, 30))
    yield f"{'':12}“{quote}”{source}"


def marked_text(text: str, spans: Iterable[tuple[int, int]], marks: Marks) -> str:
    """Return `text` with marks around the spans (merged where they overlap), made safe for a terminal."""
    parts: list[str] = []
    position = 0
    for start, end in _merged(spans):
        parts += [_safe(text[position:start]), marks.before, _safe(text[start:end]), marks.after]
        position = end
    return "".join([*parts, _safe(text[position:])])


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _safe(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def document_lines(coding: Coding, marks: Marks) -> Iterator[str]:
    """Yield a document: what is known of it, its text with quotes marked, its events."""
    document = coding.document
    for name in ("id", "title", "subtitle", "publisher", "byline", "agency", "dateline", "url", "language"):
        if value := getattr(document, name):
            yield f"{name:<12}{printable(value)}"
    for name, stamp in (("published", document.published), ("updated", document.updated)):
        yield f"{name:<12}{f'{stamp.date} ({stamp.precision}; {stamp.basis})' if stamp else 'not stated'}"
    for note in document.notes:
        yield f"{'note':<12}{printable(note)}"
    yield f"{'furniture':<12}{len(document.furniture)} spans"
    yield ""
    yield marked_text(document.text, _quote_spans(coding.events), marks)
    yield ""
    for event in coding.events:
        yield f"{event.id}  {headline(event)}"


def _quote_spans(events: Sequence[Event]) -> list[tuple[int, int]]:
    return [(evidence.start, evidence.end) for event in events for evidence in event.evidence]


def event_lines(event: Event, document: Document, marks: Marks) -> Iterator[str]:
    """Yield an event: its cells, and each quote in the paragraph it stands in."""
    yield headline(event)
    yield from _cells(event)
    for evidence in event.evidence:
        start = document.text.rfind("\n", 0, evidence.start) + 1
        stop = document.text.find("\n", evidence.end)
        paragraph = document.text[start : stop if stop >= 0 else len(document.text)]
        yield ""
        yield marked_text(paragraph, [(evidence.start - start, evidence.end - start)], marks)
    yield ""
    yield f"document    {printable(document.id)}: {printable(document.title or 'untitled')}"


def _cells(event: Event) -> Iterator[str]:
    for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for actor in actors:
            how = f"; {actor.basis}" if actor.basis else ""
            sectors = ",".join(actor.sectors)
            yield f"{role:<12}{_party(actor)} {actor.kind} {sectors} “{printable(actor.text)}” {actor.start}–{actor.end}{how}"
    if event.date:
        yield f"{'date':<12}{_when(event)} ({event.date.precision}): “{printable(event.date.text)}”, {event.date.rule}"
    if event.place:
        yield f"{'place':<12}{event.place.name} ({event.place.country or '—'}, {event.place.precision})"
    if event.attribution:
        yield f"{'said by':<12}{printable(event.attribution.speaker)} ({event.attribution.verb})"
    if event.magnitude:
        yield f"{'magnitude':<12}{printable(event.magnitude)}"
    yield f"{'contexts':<12}{', '.join(event.contexts) or '—'}"
    yield f"{'rule':<12}{event.rule}, confidence {event.confidence}"


def explanation_lines(event: Event, document: Document) -> Iterator[str]:
    """Yield why an event was coded: sentence, rule, status steps, date rule, and the senses that lost."""
    yield headline(event)
    yield ""
    for evidence in event.evidence:
        yield f"sentence    {evidence.start}–{evidence.end}: {printable(evidence.quote)}"
    for i, step in enumerate(event.trace):
        yield f"{'rule' if i == 0 else 'step':<12}{printable(step)}"
    if event.date:
        yield f"{'date':<12}“{printable(event.date.text)}” → {event.date.start or 'no calendar date'}: {event.date.rule}"
    else:
        yield f"{'date':<12}none: no expression of time governs the act; the publication date is not taken instead"
    stamp = document.published
    yield f"{'anchor':<12}{f'{stamp.date} ({stamp.basis})' if stamp else 'none: the document states no date'}"
    for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for actor in actors:
            yield f"{role:<12}{_party(actor)}: {actor.basis or f'named by {printable(actor.text)!r}'}, entry {actor.entry or 'none'}"
