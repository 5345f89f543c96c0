"""What a resolution is: who or what a string means, how sure that is, why, and what else it might mean."""

from __future__ import annotations

from typing import Any, NamedTuple

from dragoman.records import Place


class Candidate(NamedTuple):
    """Another reading of the same words."""

    name: str
    """Standard name."""
    kind: str
    """As in Resolution."""
    country: str | None
    """ISO 3166 alpha-3, or null."""
    id: str | None
    """Id of the dictionary entry, or null where the dictionary has none."""
    score: float
    """From 0 to 1, comparable with the score of the resolution."""
    reason: str
    """Why it is a candidate."""


class Resolution(NamedTuple):
    """Who is meant by a string."""

    name: str
    """Standard name when the one meant is known, otherwise the words of the string without its article."""
    kind: str
    """Kind of actor as in `records.Actor`; `place`, `thing` (no actor) or `unknown` besides."""
    country: str | None = None
    """ISO 3166 alpha-3 of the state it belongs to; null for none or not known."""
    sectors: tuple[str, ...] = ()
    """PLOVER sectors, the primary one first."""
    office: str | None = None
    """Office held or described, in words, or null."""
    term: tuple[str | None, str | None] | None = None
    """First and last day in that office, as precise as known; null where no single term is meant."""
    id: str | None = None
    """Id of the dictionary entry, or null."""
    score: float = 0.0
    """How good the evidence is, from 0 (nothing) to 1 (a full proper name): a rank, no measured frequency."""
    reasons: tuple[str, ...] = ()
    """How it was reached, step by step."""
    candidates: tuple[Candidate, ...] = ()
    """Runners-up, likeliest first."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, in the order of the fields."""
        return _plain(self._asdict())


class Located(NamedTuple):
    """Which place is meant by a name."""

    name: str
    """Standard name; the words of the string when the place is not known."""
    country: str | None = None
    """ISO 3166 alpha-3; null where it lies in several states, in none, or is not known."""
    lat: float | None = None
    """Degrees, WGS 84; null when not known."""
    lon: float | None = None
    precision: str | None = None
    """`point`, `city`, `region` or `country`; null when not known."""
    score: float = 0.0
    """How far it stands out from other places of the name, from 0 to 1: a rank, no measured frequency."""
    reasons: tuple[str, ...] = ()
    """How it was reached, step by step."""
    candidates: tuple[Candidate, ...] = ()
    """Runners-up, likeliest first."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, in the order of the fields."""
        return _plain(self._asdict())

    def place(self) -> Place | None:
        """Return it as a place of the record; null when it is not on the map."""
        if self.lat is None or self.lon is None or self.precision is None:
            return None
        return Place(
            name=self.name, country=self.country, lat=self.lat, lon=self.lon, precision=self.precision,
            basis="; ".join(self.reasons[1:]) or None,
        )  # fmt: skip


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an answer with its candidates as dictionaries too."""
    values["candidates"] = [each._asdict() for each in values["candidates"]]
    return values
