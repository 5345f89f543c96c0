"""Texts for reading: a timeline, what is known of a document, an event shown and explained.

Everything that comes from an article is made printable on its way: it must not steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.formats.rows import printable, shortened
from dragoman.records import Actor, DateStamp, Document, Event, EventDate, Evidence, WrittenBounds

LABEL = 12
"""Width of the labels on the left."""
MIN_QUOTE = 30


@dataclass(frozen=True, slots=True)
class Marks:
    """What is printed around a stretch of text."""

    quote: tuple[str, str]
    """Before and after a quote."""
    furniture: tuple[str, str] = ("", "")
    """Before and after what is not the article."""
    colour: bool = False
    """Whether the layers of a text have colours of their own."""


PLAIN = Marks(("«", "»"))
COLOUR = Marks(("\x1b[1;33m", "\x1b[0m"), ("\x1b[2m", "\x1b[0m"), colour=True)


def parties(actors: Iterable[Actor]) -> str:
    """Return actors as `Turkey (TUR), Belgium (BEL)`; a dash for none."""
    return ", ".join(_party(actor) for actor in actors) or "—"


def _party(actor: Actor) -> str:
    return f"{printable(actor.name)} ({actor.country})" if actor.country else printable(actor.name)


def headline(event: Event) -> str:
    """Return an event on one line: date, type, who, to whom, where, status."""
    return f"{when(event.date):<{LABEL}}{told(event)}"


def told(event: Event) -> str:
    """Return an event on one line without its date."""
    to = f" → {parties(event.recipients)}" if event.recipients else ""
    where = f" @ {printable(event.place.name)}" if event.place else ""
    return f"{act_name(event):<20} {parties(event.actors)}{to}{where}  [{event.status}]"


def act_name(event: Event) -> str:
    """Return type and modes as `CONSULT:visit`."""
    return event.type + (f":{'+'.join(event.modes)}" if event.modes else "")


def when(date: EventDate | None) -> str:
    """Return the first day of `date`, `D-2` for days before an unknown day of writing, or `undated`."""
    if date is None:
        return "undated"
    if date.start:
        return date.start
    return "undated" if date.offset_days is None else f"D{date.offset_days:+d}"


def timeline_lines(event: Event, document: str, width: int) -> Iterator[str]:
    """Yield an event of a timeline: its headline, and its first quote with the document and the event's id."""
    yield headline(event)
    source = f" {event.id} {printable(document)}"
    room = max(width - LABEL - len(source) - 2, MIN_QUOTE)
    yield f"{'':{LABEL}}“{shortened(printable(event.evidence[0].quote), room)}”{source}"


def document_head(document: Document) -> Iterator[str]:
    """Yield what is known of a document, a line each."""
    for name in ("id", "title", "subtitle", "publisher", "byline", "agency", "dateline", "url", "language"):
        if value := getattr(document, name):
            yield labelled(name, printable(value))
    yield labelled("published", _stamp(document.published))
    if document.updated:
        yield labelled("updated", _stamp(document.updated))
    if document.written:
        yield labelled("written", _written(document.written))
    for note in document.notes:
        yield labelled("note", printable(note))
    if reasons := dict.fromkeys(span.reason for span in document.furniture):
        yield labelled("furniture", f"{len(document.furniture)}: {', '.join(reasons)}")


def _stamp(stamp: DateStamp | None) -> str:
    if stamp is None:
        return "not stated"
    return printable(f"{stamp.date}{f' {stamp.time}' if stamp.time else ''} ({stamp.basis})")


def _written(bounds: WrittenBounds) -> str:
    span = f"{bounds.earliest or '?'} to {bounds.latest or '?'}"
    return printable(f"{span}, inferred: {'; '.join(bounds.basis)}")


def labelled(label: str, value: str, width: int = LABEL) -> str:
    """Return `value` behind its label, which takes `width` characters; lines without one stand below it."""
    return f"{label:<{width}}{value}"


def marked_text(
    text: str, quotes: Iterable[tuple[int, int]], marks: Marks, furniture: Iterable[tuple[int, int]] = ()
) -> str:
    """Return `text` with its quotes (merged where they overlap) and the furniture beside them marked."""
    marked = [(start, end, marks.quote) for start, end in _merged(quotes)]
    marked += [(*span, marks.furniture) for span in furniture if not any(overlap(span, quote) for quote in marked)]
    parts, position = [], 0
    for start, end, (before, after) in sorted(marked):
        parts += [safe(text[position:start]), before, safe(text[start:end]), after]
        position = end
    return "".join([*parts, safe(text[position:])])


def overlap(one: tuple[int, int], other: tuple[int, int, object]) -> bool:
    """Return whether two stretches of text have characters in common."""
    return one[0] < other[1] and other[0] < one[1]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def safe(text: str) -> str:
    """Return `text` with its lines kept and nothing else in it that could steer a terminal."""
    return "\n".join(printable(line) for line in text.split("\n"))


def event_lines(event: Event, document: Document, marks: Marks) -> Iterator[str]:
    """Yield an event: its cells, and each quote in the paragraph it stands in."""
    yield headline(event)
    yield labelled("id", event.id)
    yield from _cells(event)
    for evidence in event.evidence:
        yield ""
        yield in_paragraph(evidence, document.text, marks)
    yield ""
    yield from source_lines(document)


def source_lines(document: Document, width: int = LABEL) -> Iterator[str]:
    """Yield which document something was coded from, and when that was published."""
    yield labelled("document", f"{printable(document.id)}: {printable(document.title or 'untitled')}", width)
    yield labelled("published", _stamp(document.published), width)


def in_paragraph(evidence: Evidence, text: str, marks: Marks) -> str:
    """Return the paragraph that `evidence` stands in, with the quote marked."""
    start = text.rfind("\n", 0, evidence.start) + 1
    stop = text.find("\n", evidence.end)
    paragraph = text[start : stop if stop >= 0 else len(text)]
    return marked_text(paragraph, [(evidence.start - start, evidence.end - start)], marks)


def _cells(event: Event) -> Iterator[str]:
    for role, actor in _participants(event):
        yield labelled(role, actor_shown(actor))
    if event.date:
        yield labelled("date", f"{when(event.date)} ({event.date.precision}): {_date_rule(event.date)}")
    if place := event.place:
        yield labelled("place", f"{printable(place.name)} ({place.country or '—'}, {place.precision})")
    if said := event.attribution:
        yield labelled("said by", f"{printable(said.speaker)} ({printable(said.verb)})")
    if event.magnitude:
        yield labelled("magnitude", printable(event.magnitude))
    if event.contexts:
        yield labelled("contexts", ", ".join(event.contexts))
    yield labelled("rule", f"{event.rule}, confidence {event.confidence}")


def _participants(event: Event) -> Iterator[tuple[str, Actor]]:
    yield from (("actor", actor) for actor in event.actors)
    yield from (("recipient", actor) for actor in event.recipients)


def actor_shown(actor: Actor) -> str:
    """Return an actor with kind, sectors, words, offset and basis."""
    kind = f"{actor.kind}, {' '.join(actor.sectors)}" if actor.sectors else actor.kind
    how = f", by {actor.basis}" if actor.basis else ""
    return f"{_party(actor)}: {kind}; “{printable(actor.text)}” at {actor.start}{how}"


def _date_rule(date: EventDate) -> str:
    return f"“{printable(date.text)}”, {printable(date.rule)}"


def explanation_lines(event: Event, document: Document) -> Iterator[str]:
    """Yield why an event was coded: sentence, rule, status steps, date rule, actors, and the senses that lost."""
    yield headline(event)
    yield ""
    for evidence in event.evidence:
        yield labelled("sentence", f"“{printable(evidence.quote)}” at {evidence.start} in {printable(document.id)}")
    for number, step in enumerate(event.trace):
        yield labelled("step" if number else "rule", printable(step))
    yield from _date_reasons(event.date, document.published)
    for role, actor in _participants(event):
        yield labelled(role, actor_basis(actor))


def actor_basis(actor: Actor) -> str:
    """Return by which words, and how, an actor was resolved."""
    how = f"by {actor.basis}, from" if actor.basis else "named by"
    return f"{_party(actor)}: {how} “{printable(actor.text)}”, entry {actor.entry or 'none'}"


def _date_reasons(date: EventDate | None, published: DateStamp | None) -> Iterator[str]:
    if date:
        rule = printable(date.rule)
        yield labelled("date", f"“{printable(date.text)}” → {date.start or 'no calendar date'}: {rule}")
    else:
        yield labelled("date", "none: no expression of time governs the act, and the publication date is not the act's")
    yield labelled("anchor", _stamp(published))
