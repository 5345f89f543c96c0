"""Reading the dictionary files into one Dictionary."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dragoman.dictionary import kept
from dragoman.dictionary.build import Builder, place_key
from dragoman.dictionary.entries import SURNAME_FIRST, TIES, ActorEntry, Country, Match, Tenure, Tie
from dragoman.dictionary.names import plural, slug
from dragoman.errors import LexiconError
from dragoman.records import Place
from dragoman.resources import LEXICON, Entry, read_tsv, read_yaml
from dragoman.syntax import Spelled
from dragoman.text import fold

COUNTRY_COLUMNS = (
    "id", "iso3", "name", "names", "adjectives", "demonyms", "capital", "capital_names", "metonyms",
    "lat", "lon", "centre_lat", "centre_lon", "cow", "gwno", "fips", "note",
)  # fmt: skip
OFFICIAL_COLUMNS = ("name", "names", "country", "office", "sector", "from", "to", "note")
AGENT_COLUMNS = ("phrases", "plural", "sectors", "kind", "note")
PLACE_COLUMNS = ("name", "names", "country", "lat", "lon", "precision", "note")
_ORG_REQUIRED = frozenset(("id", "name", "kind", "country", "sectors"))
_ORG_OPTIONAL = frozenset(("names", "adjectives", "relations", "note"))
_TIE_FIELDS = frozenset(("kind", "to", "by", "denied", "from", "to_date"))
_PRECISIONS = ("city", "region", "point")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_PLURAL_RULES = ("s", "only", "none")


class Dictionary:
    """All entries, and the search for their names.  Safe to share between threads: nothing changes after loading."""

    def __init__(self, builder: Builder) -> None:
        self._index = builder.index
        self._places = {key: tuple(places) for key, places in builder.places.items()}
        self._surnames = {word: tuple(people) for word, people in builder.surnames.items()}
        self.entries: Mapping[str, ActorEntry] = builder.entries
        """Entries by id."""
        self.countries: Mapping[str, Country] = builder.countries
        """Countries by ISO 3166 alpha-3."""

    def match(self, tokens: Sequence[Spelled]) -> list[Match]:
        """Return the names in one sentence: longest match, left to right, not overlapping.

        Proper names need their capital letters ("turkey" is not Turkey, "us" is not US); role nouns do not,
        but must be tagged as nouns.  A word after "anti-", "pro-" or "non-" is not matched.
        """
        return self._index.search(tokens)

    def place(self, name: str) -> Place | None:
        """Return the likeliest place called `name` (city, region, capital or country), or None."""
        return next(iter(self.places(name)), None)

    def places(self, name: str) -> tuple[Place, ...]:
        """Return all places called `name`, likeliest first."""
        return self._places.get(place_key(name), ())

    def by_surname(self, word: str) -> tuple[ActorEntry, ...]:
        """Return the persons whose name ends in `word`, in the order of the file: candidates, not an identification."""
        return self._surnames.get(fold(word), ())


def load_dictionary(extra: Path | None = None) -> Dictionary:
    """Return the dictionary of the package, with the user's own files of the folder `extra` added.

    A file in `extra` has the name and form of a packaged one (`organisations.yaml`, `places.tsv` …); its
    entries replace those of the same id and win words that others claim.  Raises LexiconError, with file and
    line, for an entry that breaks the form, an unknown country, sector or kind, an id given twice, or words
    that two entries claim with equal right.
    """
    return _packaged() if extra is None else _load(extra)


@cache
def _packaged() -> Dictionary:
    return _load(None)


def _load(extra: Path | None) -> Dictionary:
    """Return the dictionary as it was kept, else as its files have it.

    The garbage collector waits meanwhile and passes over what was made from then on: all of it stays.
    """
    if extra is not None and not any(_files(extra, name) for name in READERS):
        raise LexiconError(str(extra), 1, f"the folder holds none of {', '.join(READERS)}")
    folders = [LEXICON] if extra is None else [extra, LEXICON]
    key = kept.key_of(path for folder in folders for name in READERS for path in _files(folder, name))
    waits = gc.isenabled()
    gc.disable()
    try:
        known = kept.recall(key)
        if isinstance(known, Dictionary):
            return known
        made = read_dictionary(extra)
        kept.keep(key, made)
        return made
    finally:
        gc.freeze()
        if waits:
            gc.enable()


def read_dictionary(extra: Path | None) -> Dictionary:
    """Return what `load_dictionary` does, read from the files whatever was kept, and keep nothing."""
    builder = Builder()
    for name, read in READERS.items():
        for folder in (extra, LEXICON) if extra is not None else (LEXICON,):
            builder.own = folder is extra
            for path in _files(folder, name):
                read(builder, path)
            read_persons(builder)
    builder.check_ties()
    return Dictionary(builder)


def _files(folder: Path, name: str) -> list[Path]:
    """Return the file `name` of `folder` and those of the folder with its stem: `places.tsv`, `places/*.tsv`."""
    whole = folder / name
    parts = sorted((folder / whole.stem).glob(f"*{whole.suffix}"))
    return [whole, *parts] if whole.is_file() else parts


def several(cell: str) -> list[str]:
    """Return the words of a cell that holds several, separated with |."""
    return [word for word in (part.strip() for part in cell.split("|")) if word]


def _number(row: Entry, field: str) -> float:
    try:
        return float(row.values[field])
    except ValueError:
        raise row.error(f"{field} must be a number, not {row.values[field]!r}") from None


def _code(row: Entry, field: str) -> int | None:
    cell = row.values[field]
    if cell and not cell.isdecimal():
        raise row.error(f"{field} must be a whole number, not {cell!r}")
    return int(cell) if cell else None


def _spot(row: Entry, name: str, country: str | None, precision: str, centre: str = "") -> Place:
    """Return the place at the coordinates of `row`, or of the country's centre when `centre` is `centre_`."""
    lat, lon = _number(row, f"{centre}lat"), _number(row, f"{centre}lon")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise row.error(f"lat and lon must be degrees on the globe, not {lat} and {lon}")
    return Place(name=name, country=country, lat=lat, lon=lon, precision=precision)


# Countries


def _countries(builder: Builder, path: Path) -> None:
    rows = list(read_tsv(path, columns=COUNTRY_COLUMNS))
    for row in sorted(rows, key=lambda row: not row.values["id"].startswith("state.")):
        _country(builder, row)


def _country(builder: Builder, row: Entry) -> None:
    cells = row.values
    centre = _spot(row, cells["name"], cells["iso3"], "country", "centre_")
    capital = _spot(row, cells["capital"], cells["iso3"], "city") if cells["capital"] else None
    current = cells["id"] == f"state.{cells['iso3']}"
    if current:
        _codes(builder, row, centre, capital)
    entry = ActorEntry(
        id=cells["id"], name=cells["name"], country=cells["iso3"], sectors=("GOV",), kind="state",
        place=centre, note=cells["note"],
    )  # fmt: skip
    if builder.add(row, entry):
        _claim_country(builder, row, entry, capital)


def _codes(builder: Builder, row: Entry, centre: Place, capital: Place | None) -> None:
    iso3 = row.values["iso3"]
    if not (len(iso3) == 3 and iso3.isascii() and iso3.isupper()):
        raise row.error(f"iso3 must be three capital letters, not {iso3!r}")
    country = Country(
        iso3=iso3, name=row.values["name"], place=centre, capital=capital,
        cow=_code(row, "cow"), gwno=_code(row, "gwno"), fips=row.values["fips"] or None,
    )  # fmt: skip
    builder.countries.setdefault(iso3, country)


def _claim_country(builder: Builder, row: Entry, entry: ActorEntry, capital: Place | None) -> None:
    cells = row.values
    names = [cells["name"], *several(cells["names"])]
    builder.claim(row, entry, "name", names)
    for form, field in (
        ("adjective", "adjectives"), ("demonym", "demonyms"), ("metonym", "metonyms"), ("capital", "capital_names"),
    ):  # fmt: skip
        builder.claim(row, entry, form, several(cells[field]))
    if capital is not None:
        builder.locate(capital, several(cells["capital_names"]))
    if entry.place is not None:
        builder.locate(entry.place, names)


# Organisations, armed groups, peoples


def _organisations(builder: Builder, path: Path) -> None:
    for row in read_yaml(path, required=_ORG_REQUIRED, optional=_ORG_OPTIONAL):
        entry = _organisation(row)
        if builder.add(row, entry):
            builder.tied.extend((row, tie.to) for tie in entry.ties)
            builder.claim(row, entry, "name", [entry.name, *_list(row, "names")])
            builder.claim(row, entry, "adjective", _list(row, "adjectives"))


def _organisation(row: Entry) -> ActorEntry:
    values = row.values
    return ActorEntry(
        id=_word(row, "id"), name=_word(row, "name"), kind=_word(row, "kind"),
        country=None if values["country"] is None else _word(row, "country"),
        sectors=tuple(_list(row, "sectors")), ties=tuple(_ties(row)), note=str(values.get("note", "")),
    )  # fmt: skip


def _ties(row: Entry) -> Iterator[Tie]:
    told: Any = row.values.get("relations", [])
    if not isinstance(told, list):
        raise row.error("relations must be a list of mappings")
    for each in told:
        if not isinstance(each, dict) or not {"kind", "to", "by"} <= each.keys() <= _TIE_FIELDS:
            raise row.error(f"a relation has the fields kind, to, by and perhaps denied, from, to_date, not {each!r}")
        if each["kind"] not in TIES:
            raise row.error(f"unknown relation {each['kind']!r}; known are {', '.join(sorted(TIES))}")
        yield Tie(
            kind=each["kind"], to=str(each["to"]), by=str(each["by"]), denied=str(each.get("denied", "")),
            start=str(each.get("from", "")), end=str(each.get("to_date", "")),
        )  # fmt: skip


def _word(row: Entry, field: str) -> str:
    value: Any = row.values[field]
    if not isinstance(value, str) or not value:
        raise row.error(f"{field} must be text, not {value!r}: quote a word that YAML takes for another value")
    return value


def _list(row: Entry, field: str) -> list[str]:
    value: Any = row.values.get(field, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise row.error(f"{field} must be a list of texts: quote a word that YAML takes for another value")
    return value


# Office-holders


def _officials(builder: Builder, path: Path) -> None:
    """Read the offices; those of one person may stand in several files, each with the rows of that person together."""
    for row in read_tsv(path, columns=OFFICIAL_COLUMNS):
        builder.people.setdefault(row.values["name"], []).append(row)


def read_persons(builder: Builder) -> None:
    """Add the persons whose rows have been read, from whatever files."""
    for name, rows in builder.people.items():
        _person(builder, name, rows)
    builder.people.clear()


def _person(builder: Builder, name: str, rows: list[Entry]) -> None:
    tenures = tuple([_tenure(builder, row) for row in rows])
    if len({row.file for row in rows}) > 1:
        tenures = tuple(sorted(tenures, key=lambda tenure: tenure.start or ""))
    entry = ActorEntry(
        id=f"person.{slug(name)}", name=name, kind="person", tenures=tenures,
        country=tenures[-1].country, organisation=tenures[-1].organisation,
        sectors=tuple(dict.fromkeys(tenure.sector for tenure in reversed(tenures))),
        note="; ".join(dict.fromkeys(row.values["note"] for row in rows if row.values["note"])),
    )  # fmt: skip
    if builder.add(rows[0], entry):
        builder.claim(rows[0], entry, "person", [name, *_other_names(rows)])
        builder.surnames.setdefault(fold(_surname(name.partition(" (")[0], entry.country)), []).append(entry)


def _surname(name: str, country: str | None) -> str:
    """Return the word of a full name that stands for it."""
    return name.partition(" ")[0] if country in SURNAME_FIRST else name.rpartition(" ")[2]


def _other_names(rows: Iterable[Entry]) -> list[str]:
    return list(dict.fromkeys(other for row in rows if row.values["names"] for other in several(row.values["names"])))


def _tenure(builder: Builder, row: Entry) -> Tenure:
    served = row.values["country"]
    country, organisation = (None, served) if served.startswith("org.") else (served, None)
    builder.check_country(row, country)
    if organisation is not None and organisation not in builder.entries:
        raise row.error(f"unknown organisation {organisation!r}; an id of organisations.yaml is needed")
    start, end = _day(row, "from"), _day(row, "to")
    if start and end and end < start[: len(end)]:
        raise row.error(f"the office ends ({end}) before it begins ({start})")
    return Tenure(
        office=row.values["office"], sector=row.values["sector"], country=country, organisation=organisation,
        start=start, end=end,
    )  # fmt: skip


def _day(row: Entry, field: str) -> str | None:
    cell: str = row.values[field]
    if cell and not is_day(cell):
        raise row.error(f"{field} must be YYYY, YYYY-MM or YYYY-MM-DD, not {cell!r}")
    return cell or None


@lru_cache(100_000)
def is_day(cell: str) -> bool:
    """Tell whether a cell is a day, month or year of the calendar."""
    if _DAY.fullmatch(cell) is None:
        return False
    try:
        date.fromisoformat((cell + "-01-01")[:10])
    except ValueError:
        return False
    return True


# Role nouns and places


def _agents(builder: Builder, path: Path) -> None:
    for row in read_tsv(path, columns=AGENT_COLUMNS):
        cells = row.values
        phrases = several(cells["phrases"])
        if not phrases:
            raise row.error("phrases are missing")
        entry = ActorEntry(
            id=f"agent.{slug(phrases[0])}", name=phrases[0], country=None, kind=cells["kind"],
            sectors=tuple(several(cells["sectors"])), note=cells["note"],
        )  # fmt: skip
        if builder.add(row, entry):
            _claim_roles(builder, row, entry, phrases)


def _claim_roles(builder: Builder, row: Entry, entry: ActorEntry, phrases: list[str]) -> None:
    rule = row.values["plural"]
    for phrase in phrases:
        builder.claim_role(row, entry, phrase, plural=rule == "only")
    for phrase in _plurals(rule, phrases):
        builder.claim_role(row, entry, phrase, plural=True)


def _plurals(rule: str, phrases: list[str]) -> list[str]:
    """Return the plurals that the cell `rule` asks for: `s` for the regular ones, and any it spells out."""
    forms = several(rule)
    regular = [plural(phrase) for phrase in phrases] if "s" in forms else []
    return regular + [form for form in forms if form not in _PLURAL_RULES]


def _places(builder: Builder, path: Path) -> None:
    for row in read_tsv(path, columns=PLACE_COLUMNS):
        cells = row.values
        if cells["precision"] not in _PRECISIONS:
            raise row.error(f"precision must be {' or '.join(_PRECISIONS)}, not {cells['precision']!r}")
        country = cells["country"] or None
        spot = _spot(row, cells["name"], country, cells["precision"])
        entry = ActorEntry(
            id=f"place.{slug(cells['name'])}", name=cells["name"], country=country, sectors=(), kind="place",
            place=spot, note=cells["note"],
        )  # fmt: skip
        if builder.add(row, entry):
            names = [cells["name"], *several(cells["names"])]
            builder.claim(row, entry, "place", names)
            builder.locate(spot, names)


READERS: Mapping[str, Callable[[Builder, Path], None]] = {
    "countries.tsv": _countries,
    "organisations.yaml": _organisations,
    "armed_groups.yaml": _organisations,
    "peoples.yaml": _organisations,
    "officials.tsv": _officials,
    "agents.tsv": _agents,
    "places.tsv": _places,
}
"""Reader of each dictionary file, in the order in which entries may refer to one another."""
