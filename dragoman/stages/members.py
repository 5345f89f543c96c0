"""The members stage: meetings told only as members of a series become events."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from dragoman.claims.series.told import by_place, with_events
from dragoman.stages.base import Draft, Stage


class Members(Stage):
    """Add to `events` the past meetings of a series that no clause of their own reports, and name them in `claims`."""

    name: ClassVar[str] = "members"
    requires: ClassVar[frozenset[str]] = frozenset({"events", "claims"})
    assigns: ClassVar[frozenset[str]] = frozenset({"events", "claims"})

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with these events."""
        series, told = with_events(draft.document, draft.claims.series)
        if not told:
            return draft
        events = tuple(by_place((*draft.events, *told)))
        return replace(draft, events=events, claims=replace(draft.claims, series=series))
