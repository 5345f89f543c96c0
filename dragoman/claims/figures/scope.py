"""Scope of figures: whether two claim the same quantity, and whether they are at odds.

650 people fighting in five countries and fewer than hundreds in one of them are not the same quantity: both can
stand.  Fields are compared one by one; numbers are compared only as what they say (*more than 290* agrees with 300),
a vague word by its bounds, and nothing is averaged or added.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

from dragoman.claims.figures.words import FOLDER, lexicon
from dragoman.records import EventDate, Figure, Place
from dragoman.resources import LEXICON, Entry, read_tsv, read_yaml, unique
from dragoman.text import fold

SAME, NARROWER, WIDER, OVERLAPPING, DIFFERENT, UNKNOWN = (
    "same", "narrower", "wider", "overlapping", "different", "unknown",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ARTICLES = frozenset({"the", "a", "an", "of", "from", "in", "and", "or", "other", "more", "some", "its", "their", "s"})
_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child", "policemen": "policeman",
              "policewomen": "policewoman", "gunmen": "gunman", "militiamen": "militiaman", "servicemen": "serviceman",
              "lives": "life", "bodies": "body"}  # fmt: skip
_TOLERANCE = 0.1
_LEAST_APART_KM = 30.0
#: Units of one dimension, in its smallest unit.
_SIZES: Mapping[str, tuple[str, float]] = {
    "minutes": ("time", 1), "hours": ("time", 60), "days": ("time", 1440), "weeks": ("time", 10080),
    "months": ("time", 43830), "years": ("time", 525960), "decades": ("time", 5259600),
    "metres": ("length", 1), "feet": ("length", 0.3048), "kilometres": ("length", 1000), "miles": ("length", 1609.344),
    "nautical miles": ("length", 1852), "square kilometres": ("area", 1), "square miles": ("area", 2.58999),
    "hectares": ("area", 0.01), "kilograms": ("weight", 1), "tonnes": ("weight", 1000),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scopes:
    """How the scope of one figure stands to that of another, field by field.

    Each field is `same`, `narrower`, `wider`, `overlapping`, `different` or `unknown`, said of the first.
    """

    population: str
    what: str
    place: str
    period: str
    """Period and day together."""
    unit: str
    values: str
    """`same`, `compatible` (both can be true of one quantity), `different`, or `unknown` for words without bounds."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The relations of the fields of the scope."""
        return self.population, self.what, self.place, self.period, self.unit

    @property
    def same_quantity(self) -> str:
        """`yes` when all fields are the same, `no` when one is known to differ, else `unclear`."""
        if any(relation not in (SAME, UNKNOWN) for relation in self.fields):
            return "no"
        return "yes" if all(relation == SAME for relation in self.fields) else "unclear"

    @property
    def conflict(self) -> str:
        """`yes` for one quantity with two values, `possible` where the text does not tell enough, else `no`."""
        if self.values != DIFFERENT or self.same_quantity == "no":
            return "no"
        return "yes" if self.same_quantity == "yes" else "possible"


def compare_scopes(a: Figure, b: Figure) -> Scopes:
    """Return how the scope of `a` stands to that of `b`, and whether their values agree."""
    unit = _units(a.unit, b.unit)
    return Scopes(
        population=_populations(a, b),
        what=_acts(a.what, b.what),
        place=_places(a, b),
        period=_periods(a, b),
        unit=unit,
        values=_values(a, b) if unit == SAME else UNKNOWN,
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """Words that are alike for the comparison."""

    id: str
    alike: str
    wider: bool
    apart: frozenset[str]


@cache
def _groups(folder: Path = FOLDER) -> Mapping[str, Mapping[str, _Group]]:
    """Return kind → word → group.  Raises LexiconError with file and line for a wrong entry."""
    required, optional = frozenset({"id", "kind", "words", "alike", "note"}), frozenset({"wider", "apart"})
    entries = unique(read_yaml(folder / "figures_scope.yaml", required=required, optional=optional))
    ids = {entry.values["id"] for entry in entries}
    found: dict[str, dict[str, _Group]] = {"population": {}, "act": {}}
    for entry in entries:
        kind, group = _group(entry, ids)
        for word in entry.values["words"]:
            found[kind].setdefault(str(word), group)
    return found


def _group(entry: Entry, ids: Iterable[str]) -> tuple[str, _Group]:
    values = entry.values
    apart = frozenset(values.get("apart", ()))
    if values["kind"] not in ("population", "act"):
        raise entry.error("kind must be population or act")
    if values["alike"] not in (SAME, UNKNOWN):
        raise entry.error("alike must be same or unknown")
    if unknown := sorted(apart - set(ids)):
        raise entry.error(f"apart names no entry: {', '.join(unknown)}")
    return values["kind"], _Group(values["id"], values["alike"], bool(values.get("wider", False)), apart)


def _units(a: str, b: str) -> str:
    if a == b:
        return SAME
    if {a, b} == {"people", "troops"}:
        return NARROWER if a == "troops" else WIDER
    one, two = _SIZES.get(a), _SIZES.get(b)
    if one is not None and two is not None:
        return SAME if one[0] == two[0] else DIFFERENT
    money = {measure.unit for measure in lexicon().measures.values() if measure.kind == "money"}
    return UNKNOWN if a in money and b in money else DIFFERENT


# Populations: by head noun and modifiers.


@dataclass(frozen=True, slots=True)
class _Population:
    head: str
    traits: frozenset[str]
    """Other words, states as ISO codes."""

    @property
    def states(self) -> frozenset[str]:
        return frozenset(trait for trait in self.traits if trait.isupper())


@cache
def _peoples() -> Mapping[str, str]:
    """Return adjectives, demonyms and names of states, folded → ISO code."""
    columns = (
        "id", "iso3", "name", "names", "adjectives", "demonyms", "capital", "capital_names", "metonyms", "lat", "lon",
        "centre_lat", "centre_lon", "cow", "gwno", "fips", "note",
    )  # fmt: skip
    found: dict[str, str] = {}
    for row in read_tsv(LEXICON / "countries.tsv", columns=columns):
        for column in ("name", "names", "adjectives", "demonyms"):
            for word in str(row.values[column]).split("|"):
                if word and not word.endswith("?") and not (len(word) <= 3 and word.isupper()):
                    found.setdefault(fold(word), str(row.values["iso3"]))
    return found


def _population(words: str | None) -> _Population | None:
    """Return head and traits of a population as printed."""
    if not words:
        return None
    before, _, after = fold(words).partition(" of ")
    main = [word for word in _WORD.findall(before) if word not in _ARTICLES]
    if not main:
        return None
    head = _singular(main[-1])
    rest = [*main[:-1], *(word for word in _WORD.findall(after) if word not in _ARTICLES)]
    traits = {_peoples().get(word) or _peoples().get(_singular(word)) or _singular(word) for word in rest}
    state = _peoples().get(main[-1]) or _peoples().get(head)
    if state is not None:
        return _Population("people", frozenset(traits | {state}))
    if head in ("citizen", "national", "member"):
        return _Population("people", frozenset(traits))
    return _Population(head, frozenset(traits))


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _populations(a: Figure, b: Figure) -> str:
    one, two = _population(a.population), _population(b.population)
    if one is None or two is None:
        return UNKNOWN
    heads = _heads(one.head, two.head)
    if one.states and two.states and one.states.isdisjoint(two.states):
        return DIFFERENT
    return _both(heads, _sets(two.traits, one.traits))  # the more traits, the fewer people


def _heads(one: str, two: str) -> str:
    if one == two:
        return SAME
    groups = _groups()["population"]
    a, b = groups.get(one), groups.get(two)
    wide_a, wide_b = a is not None and a.wider, b is not None and b.wider
    if wide_a or wide_b:
        return SAME if wide_a and wide_b else WIDER if wide_a else NARROWER
    if a is None or b is None:
        return DIFFERENT
    if a.id == b.id:
        return a.alike
    return DIFFERENT if b.id in a.apart or a.id in b.apart else OVERLAPPING


def _sets(one: frozenset[str], two: frozenset[str]) -> str:
    """Return the relation of `one` to `two` as sets."""
    if one == two:
        return SAME
    if one <= two:
        return NARROWER
    return WIDER if two <= one else OVERLAPPING


def _both(one: str, two: str) -> str:
    """Return the relation of what is in two relations at once."""
    if DIFFERENT in (one, two):
        return DIFFERENT
    if two in (one, SAME):
        return one
    if one == SAME:
        return two
    if UNKNOWN in (one, two):
        return UNKNOWN
    return OVERLAPPING


# Acts: by the first word of what happened.


def _acts(one: str | None, two: str | None) -> str:
    a, b = _WORD.findall(fold(one or "")), _WORD.findall(fold(two or ""))
    if not a or not b:
        return UNKNOWN
    groups = _groups()["act"]
    group, other = groups.get(a[0]), groups.get(b[0])
    if (group is not None and group.wider) or (other is not None and other.wider):
        return UNKNOWN
    if group is not None and other is not None:
        if group.id == other.id:
            return SAME if a[0] == b[0] else group.alike
        return DIFFERENT
    return SAME if a[0] == b[0] else DIFFERENT


# Places: by containment in a country.


def _places(a: Figure, b: Figure) -> str:
    if a.place is not None and b.place is not None:
        return _spots(a.place, b.place)
    one, two = _countries(a), _countries(b)
    if not one or not two:
        return UNKNOWN
    if one == two and (_is_city(a.place) or _is_city(b.place)):
        return NARROWER if _is_city(a.place) else WIDER
    relation = _sets(one, two)
    if relation == OVERLAPPING and one.isdisjoint(two):
        return DIFFERENT
    if relation == WIDER and _is_city(b.place):
        return WIDER
    return relation


def _is_city(place: Place | None) -> bool:
    return place is not None and place.precision != "country"


def _countries(figure: Figure) -> frozenset[str]:
    """Return the states in which a figure counts: that of its place, or those that its words name."""
    if figure.place is not None:
        return frozenset({figure.place.country}) if figure.place.country else frozenset()
    words = _WORD.findall(fold(figure.what or ""))
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return frozenset(code for word in (*words, *pairs) if (code := _peoples().get(word)) is not None)


def _spots(a: Place, b: Place) -> str:
    if a.name == b.name and a.country == b.country:
        return SAME
    if a.country is None or b.country is None:
        return UNKNOWN
    if a.country != b.country:
        return DIFFERENT
    if a.precision == "country" or b.precision == "country":
        return NARROWER if a.precision != "country" else WIDER
    if "region" in (a.precision, b.precision):
        return UNKNOWN
    return DIFFERENT if _km(a, b) > _LEAST_APART_KM else UNKNOWN


def _km(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    north, east = a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(north, east)


# Periods: by their first and last day.


def _periods(a: Figure, b: Figure) -> str:
    days = _as_of(a.as_of, b.as_of)
    if days == DIFFERENT:
        return DIFFERENT
    if a.period is None and b.period is None:
        return days
    one, two = _span(a.period), _span(b.period)
    if one is None or two is None:
        return UNKNOWN
    if one == two:
        return SAME
    if one[1] < two[0] or two[1] < one[0]:
        return DIFFERENT
    if two[0] <= one[0] and one[1] <= two[1]:
        return NARROWER
    return WIDER if one[0] <= two[0] and two[1] <= one[1] else OVERLAPPING


def _as_of(a: EventDate | None, b: EventDate | None) -> str:
    """Figures of different days are different quantities: a toll rises."""
    one, two = _span(a), _span(b)
    if one is None or two is None:
        return UNKNOWN
    if one == two:
        return SAME
    return DIFFERENT if one[1] < two[0] or two[1] < one[0] else UNKNOWN


def _span(when: EventDate | None) -> tuple[date, date] | None:
    """Return the first and last day of a date, None when it names none."""
    if when is None or when.start is None:
        return None
    first, last = _days(when.start), _days(when.end or when.start)
    return (first[0], last[1]) if first is not None and last is not None else None


def _days(iso: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, month or day; None for anything else."""
    try:
        parts = [int(part) for part in iso[:10].split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return date(parts[0], parts[1], 1), following - timedelta(days=1)
        day = date(parts[0], parts[1], parts[2])
    except (ValueError, OverflowError):
        return None
    return day, day


# Values: by the numbers that a figure leaves open.


def _values(a: Figure, b: Figure) -> str:
    if a.value is not None and (a.value, a.upper, a.comparator, a.unit) == (b.value, b.upper, b.comparator, b.unit):
        return SAME
    one, two = bounds(a), bounds(b)
    if one is None or two is None:
        return UNKNOWN
    one, two = _scaled(one, a.unit, b.unit), _scaled(two, b.unit, a.unit)
    slack = 0.0 if a.unit == b.unit else 1e-9 * max(one[0], two[0])
    return "compatible" if one[0] <= two[1] + slack and two[0] <= one[1] + slack else DIFFERENT


def _scaled(limits: tuple[float, float], unit: str, other: str) -> tuple[float, float]:
    if unit == other:
        return limits
    size = _SIZES.get(unit, ("", 1.0))[1]
    return limits[0] * size, limits[1] * size


def bounds(figure: Figure) -> tuple[float, float] | None:
    """Return the least and the greatest number that a figure allows, or None for a vague word without bounds.

    Bounds serve to see whether figures can agree; they are not values and are not to be printed as such.
    """
    if figure.value is None:
        return _vague_bounds(figure)
    value, comparator = figure.value, figure.comparator
    if figure.upper is not None:
        return value, figure.upper
    if comparator in ("more than", "at least"):
        return value, math.inf
    if comparator in ("less than", "at most"):
        return 0.0, value
    if comparator in ("about", "nearly"):
        return value * (1 - _TOLERANCE), value * (1 + _TOLERANCE) if comparator == "about" else value
    return value, value


def _vague_bounds(figure: Figure) -> tuple[float, float] | None:
    words = fold(figure.text).split()
    for start, word in enumerate(words):
        for run, vague in lexicon().vague.get(word, ()):
            if tuple(words[start : start + len(run)]) != run or vague.loose:
                continue
            if figure.comparator in ("less than", "at most"):
                return 0.0, vague.lower
            upper = math.inf if figure.comparator in ("more than", "at least") else math.nextafter(vague.upper, 0)
            return vague.lower, upper
    return None
