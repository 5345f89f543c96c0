"""The gazetteer: towns of the world by name, searched in a sorted file where it lies.

The file is mapped into memory and searched by halving, so that nothing is loaded before a name is asked for.
It is built by `tools/gazetteer.py` from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "gazetteer"


class Town(NamedTuple):
    """A town of the gazetteer under one of its names."""

    name: str
    """Its main name."""
    country: str
    """ISO 3166 alpha-3."""
    lat: float
    lon: float
    population: int
    main: bool
    """Whether it was found by its main name."""


class Gazetteer:
    """Towns of at least 5,000 people, and the parts of countries."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    @cached_property
    def _lines(self) -> mmap.mmap:
        with (self._folder / "towns.tsv").open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def towns(self, key: str) -> list[Town]:
        """Return the towns named `key` (folded, without hyphens and apostrophes), in no promised order."""
        return [_town(line) for line in self._found(key.encode() + b"\t")]

    def _found(self, start: bytes) -> Iterator[bytes]:
        lines = self._lines
        at = self._first(start)
        while at < len(lines):
            end = lines.find(b"\n", at)
            line = lines[at:end]
            if not line.startswith(start):
                return
            yield line
            at = end + 1

    def _first(self, start: bytes) -> int:
        """Return where the first line begins that does not sort before `start`."""
        lines = self._lines
        low, high = 0, len(lines)
        while low < high:
            begin = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.find(b"\n", begin)
            if lines[begin:end] < start:
                low = end + 1
            else:
                high = begin
        return low

    @cached_property
    def _areas(self) -> dict[tuple[str, str], tuple[float, float]]:
        rows = (line.split("\t") for line in (self._folder / "areas.tsv").read_text(encoding="utf-8").splitlines())
        return {(country, part): (float(lat), float(lon)) for country, part, lat, lon in rows}

    def part(self, country: str, direction: str) -> tuple[float, float] | None:
        """Return latitude and longitude in the middle of a part (`north`, `southeast`, `central`) of a country."""
        return self._areas.get((country, direction))


def _town(line: bytes) -> Town:
    _, name, country, lat, lon, population, main = line.decode().split("\t")
    return Town(name, country, float(lat), float(lon), int(population), main == "1")
