"""The event: one act coded from one document."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.base import Actor, Attribution, EventDate, Evidence, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act coded from one document, in the terms of the PLOVER ontology (2021 names)."""

    id: str
    """Content hash."""
    type: str
    """One of the 16 PLOVER event types."""
    modes: tuple[str, ...]
    """PLOVER modes of the type; may be empty."""
    contexts: tuple[str, ...]
    """PLOVER contexts; may be empty."""
    actors: tuple[Actor, ...]
    """Who acts.  A mutual act has all its parties here."""
    recipients: tuple[Actor, ...]
    """Whom it is done to."""
    date: EventDate | None
    """When; null when the text does not say.  Never the publication date by default."""
    place: Place | None
    """Where; null when the text does not say."""
    status: str
    """`happened`, `ongoing`, `planned`, `conditional`, `demanded`, `denied`, `reported-claim` or `hypothetical`."""
    attribution: Attribution | None
    """Who says so, when somebody other than the reporter does."""
    magnitude: str | None
    """Size of the act as printed, when stated."""
    evidence: tuple[Evidence, ...]
    """The sentences it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired, or `network.` and a type for what only the network saw."""
    confidence: float
    """0 to 1: a score of the kind of evidence (frame, named parties, inference), lowered to the network's probability
    where only it saw the act; not a measured frequency."""
    trace: tuple[str, ...] = ()
    """How the rule was chosen, step by step, with the alternatives that lost: what `explain` prints."""
