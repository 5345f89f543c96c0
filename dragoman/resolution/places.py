"""The resolver of places: a name and the text around it to one place on the map, or to none.

Candidates are the places of the dictionary and the towns of the gazetteer.  What decides among them: a country or
region named with the place, the countries the text tells of, the kind of place the words say, how large it is, and
how near the other places of the text are.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from dragoman.dictionary import Dictionary, Match, place_key
from dragoman.records import Place
from dragoman.resolution.gazetteer import Gazetteer
from dragoman.resolution.namesakes import Namesakes
from dragoman.resolution.results import Candidate, Located
from dragoman.resolution.words import LONGEST, words_of, words_of_text
from dragoman.syntax import Spelled

_KINDS: Mapping[str, str] = {
    "city": "city", "town": "city", "village": "city", "capital": "city", "port": "city", "suburb": "city",
    "municipality": "city", "neighbourhood": "city", "neighborhood": "city", "hamlet": "city", "township": "city",
    "province": "region", "region": "region", "state": "region", "governorate": "region", "county": "region",
    "oblast": "region", "territory": "region", "valley": "region", "area": "region", "peninsula": "region",
    "prefecture": "region", "department": "region", "division": "region", "republic": "region", "enclave": "region",
    "district": "", "camp": "point", "crossing": "point", "base": "point", "airport": "point", "dam": "point",
    "island": "", "islands": "region", "strait": "region", "sea": "region", "river": "region", "lake": "region",
    "desert": "region", "mountains": "region", "outskirts": "city", "countryside": "region", "airbase": "point",
    "border": "region", "checkpoint": "point", "refugee": "",
}  # fmt: skip
_DIRECTIONS: Mapping[str, str] = {
    f"{word}{ending}": word
    for word in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for ending in ("", "ern")
} | {"central": "central", "far": "", "middle": "central"}
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = frozenset(("'s", "'"))
#: Words of names for waters and parts of the world that stay whole where a text tells of one state beside them.
_UNDIVIDED = frozenset(
    (
        "sea", "ocean", "gulf", "strait", "straits", "bay", "channel", "passage", "bight", "shoal", "reef", "islands",
        "bank", "hormuz", "bab", "kattegat", "skagerrak", "atlantic", "pacific", "mediterranean", "adriatic", "aegean",
        "arctic", "antarctica", "africa", "asia", "europe", "eurasia", "america", "world", "hemisphere", "peninsula",
        "east", "west", "sahel", "sahara", "maghreb", "levant", "balkans", "balkan", "caucasus", "scandinavia", "horn",
        "states", "countries", "triangle", "line", "border", "corridor", "gap", "route",
    )
)  # fmt: skip
_OWN = 1.0
#: A place of the dictionary under another name: *Rangoon* for the capital of today is weaker than the town itself.
_OTHER_NAME = 0.75
_LESS = 0.08
_MUCH_LESS = 0.35
#: What is added for a state, and for a place that is no town of the gazetteer.
_STATE = 0.4
_SMALL = 0.3
_MOST_TOWNS = 12
#: Share of what a text names from which on an unknown place is taken to lie in that state.
_MOST = 0.6
_NEAR_KM = 60.0
#: How far from the middle of a river or range a place of the text may lie on its banks or slopes.
_STRETCH_KM = 500.0
#: What speaks for a capital whose name means something else too, the text apart.
_SMALL_CAPITAL = 0.5
_EARTH_KM = 6371.0
_FEW = 5
_LARGER = 3
_LOCATING = frozenset(("in", "at", "near", "outside", "from", "around", "to", "of"))
_SAME_KM = 75.0
_CONTEXT = 1.05
_QUALIFIED = 2.0
_NEARER = 0.5
_MEANT = 1.0
_KIND = 0.4
_NEARNESS = 0.3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text says about where its places are."""

    countries: Mapping[str, float] = field(default_factory=dict)
    """Share of each state in what the text names, adding up to 1."""
    spots: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude of places that the text names and that can be no others."""
    after: str = ""
    """The word after the name, when it tells what kind of place it is: *Niger state*."""
    meant: str | None = None
    """For a name that means several things, the state (ISO code) that the words around speak for."""
    centres: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude in the middle of each state that the text names."""

    @property
    def home(self) -> str | None:
        """The state that most of the text tells of, or null."""
        return next((country for country, share in self.countries.items() if share >= _MOST), None)


@dataclass(frozen=True, slots=True)
class _Choice:
    place: Place
    score: float
    reasons: tuple[str, ...]


class Named(Protocol):
    """A name found in a text, as far as it tells where the text is about."""

    @property
    def name(self) -> str:
        """Standard name."""

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-3."""

    @property
    def form(self) -> str:
        """One of `dictionary.FORMS`."""


class _Found(NamedTuple):
    name: str
    country: str | None
    form: str


def _named(match: Match) -> _Found:
    return _Found(match.entry.name, None if match.ambiguous else match.entry.country, match.form)


def surroundings(named: Iterable[Named], dictionary: Dictionary) -> Surroundings:
    """Return what the names in a text say about where its places are."""
    told: Counter[str] = Counter()
    spots: set[tuple[float, float]] = set()
    for each in named:
        if each.form == "agent" or not each.country:
            continue
        told[each.country] += 1 if each.form == "person" else 2
        if each.form in ("place", "capital"):
            capital = dictionary.countries[each.country].capital if each.form == "capital" else None
            held = dictionary.places(each.name) if capital is None else (capital,)
            if len(held) == 1 and (spot := _spot(held[0])) is not None:
                spots.add(spot)
    total = sum(told.values())
    centres = tuple(spot for country in told if (spot := _spot(dictionary.countries[country].place)) is not None)
    shares = {country: count / total for country, count in told.items()}
    return Surroundings(shares, tuple(sorted(spots)), centres=centres)


class PlaceResolver:
    """Resolves names of places.  Safe to share between threads."""

    def __init__(
        self, dictionary: Dictionary, gazetteer: Gazetteer | None = None, namesakes: Namesakes | None = None
    ) -> None:
        self._dictionary = dictionary
        self._namesakes = namesakes
        self._gazetteer = gazetteer or Gazetteer()
        self._capitals: dict[str, list[Place]] = {}
        """Capitals by the keys of their names, also of names that the dictionary leaves alone."""
        for country in dictionary.countries.values():
            if country.capital is not None:
                self._capitals.setdefault(place_key(country.capital.name.partition(" (")[0]), []).append(
                    country.capital
                )

    def context(self, text: str, but: str = "") -> Surroundings:
        """Return what `text` says about where its places are, leaving out the name `but` itself."""
        words = words_of_text(re.sub(rf"(?<!\w){re.escape(but)}(?!\w)", " ", text) if but else text)
        told = surroundings(map(_named, self._dictionary.match(words)), self._dictionary)
        after = re.search(rf"{re.escape(but)}\s+(\w+)", text) if but else None
        meant = self._namesakes.state(but, words) if self._namesakes is not None and but else None
        return replace(told, meant=meant, after=after[1] if after and after[1] in _KINDS else "")

    def countries_of(self, words: Sequence[Spelled]) -> frozenset[str]:
        """Return the states of towns that no dictionary has, told by a word of place before: *near Slovyansk*."""
        found = set()
        for before, word in itertools.pairwise(words):
            if before.lower in _LOCATING and word.text[0].isupper() and not self._dictionary.places(word.text):
                towns = sorted(self._gazetteer.towns(place_key(word.text)), key=lambda town: -town.population)
                if towns and (len(towns) == 1 or towns[0].population > _LARGER * towns[1].population):
                    found.add(towns[0].country)
        return frozenset(found)

    def resolve(self, name: str, around: Surroundings | None = None) -> Located:
        """Return the place meant by `name` (as printed, with or without article, kind and state)."""
        around = around or Surroundings()
        printed = [word.text for word in words_of(name)]
        while printed and printed[-1] == ",":
            printed.pop()
        words = [word for word in _behind_owner(printed) if word not in _POSSESSIVE]
        while words and words[0].lower() in _ARTICLES:
            words.pop(0)
        if not words:
            return Located(name=name.strip()[:LONGEST], reasons=("no words to read",))
        whole = [] if printed == words else self._choices(_with_possessives(printed), "", None, around)
        choices = sorted(whole, key=lambda choice: -choice.score) or self._ranked(words, around)
        return _in_its_state(_located(choices), around) if choices else self._described(words, around)

    def _described(self, words: Sequence[str], around: Surroundings) -> Located:
        """Return what the words say of a place that nothing knows: *the Kenyan capital*, *the Syrian town of Atma*."""
        matches = [m for m in self._dictionary.match(words_of(" ".join(words))) if m.entry.kind == "state"]
        state = self._dictionary.countries.get(matches[0].entry.country or "") if matches else None
        if state is None:
            return _unknown(" ".join(words), around)
        if words[-1].lower() == "capital" and state.capital is not None:
            return _located([_Choice(state.capital, _OWN, (f"capital of {state.name}",))])
        why = f"in no dictionary and no gazetteer; in {state.name}, as the words say"
        return Located(name=words[-1], country=state.iso3, score=0.5, reasons=(why,))

    def _ranked(self, words: Sequence[str], around: Surroundings) -> list[_Choice]:
        longer = [*words, around.after] if around.after else words
        for core, said, direction, qualifier in (*_readings(longer), *_readings(words)):
            kind = said or _KINDS.get(around.after, "")
            choices = self._choices(core, kind, self._qualified(qualifier), around)
            if direction:
                choices = [part for choice in choices if (part := self._part(choice, direction))]
            if choices:
                return sorted(choices, key=lambda choice: -choice.score)
        return []

    def _qualified(self, qualifier: Sequence[str]) -> Place | None:
        """Return the state or region that a place is said to lie in: *Paris, Texas*."""
        held = self._dictionary.places(" ".join(qualifier)) if qualifier else ()
        if held:
            return held[0]
        matches = self._dictionary.match(words_of(" ".join(qualifier))) if qualifier else []
        return next((m.entry.place for m in matches if m.entry.place is not None), None)

    def _choices(self, core: Sequence[str], kind: str, within: Place | None, around: Surroundings) -> list[_Choice]:
        name = " ".join(core).replace(" - ", "-")
        held = self._dictionary.places(name)
        towns = self._towns(name, any(place_key(place.name) == place_key(name) for place in held))
        own = [
            (place, self._prior(place, name, towns), f"{name!r} in the dictionary")
            for place in held
            if not (kind in ("region", "point") and place.precision == "country")
            and not _is_another_town(place, name, towns)
        ]
        known = [place for place, _, _ in own]
        if kind in ("region", "point"):  # "Lake Tana" is no town called Tana, but "Tabqa dam" is near Tabqa
            towns = [town for town in towns if town[0].country in around.countries]
        others = [
            town for town in (*towns, *self._left_out(name)) if not any(_is_same(town[0], place) for place in known)
        ]
        return [_weighed(place, prior, why, kind, within, around) for place, prior, why in (*own, *others)]

    def _left_out(self, name: str) -> Iterator[tuple[Place, float, str]]:
        """Yield capitals of which the dictionary leaves the name to others: *Victoria* of the Seychelles."""
        for capital in self._capitals.get(place_key(name), ()):
            yield capital, _SMALL_CAPITAL, f"capital of {self._dictionary.countries[capital.country or ''].name}"

    def _prior(self, place: Place, name: str, towns: Sequence[tuple[Place, float, str]]) -> float:
        """Return how likely a place of the dictionary is meant by a name, the text apart; a larger town is likelier."""
        own = _OWN if place_key(place.name) == place_key(name) else _OTHER_NAME
        if place.precision == "country":
            return own + _STATE
        small = _SMALL if place_key(place.name).startswith(place_key(name)) else 0.0
        return own + max((prior / 2 for town, prior, _ in towns if _is_same(town, place)), default=small)

    def _towns(self, name: str, known: bool) -> list[tuple[Place, float, str]]:
        """Return the towns of a name; one under another name counts less, most so where the dictionary has the name."""
        if not name[:1].isupper():
            return []
        printed = name.title() if name.isupper() else name
        found = []
        for town in sorted(self._gazetteer.towns(place_key(name)), key=lambda town: -town.population)[:_MOST_TOWNS]:
            place = Place(
                name=town.name if town.main else printed, country=town.country, lat=town.lat, lon=town.lon,
                precision="city",
            )  # fmt: skip
            prior = math.log10(max(town.population, 1000)) / 8 - (0 if town.main else _MUCH_LESS if known else _LESS)
            found.append((place, prior, f"town of {town.population:,} people in {town.country}"))
        return found

    def _part(self, choice: _Choice, direction: str) -> _Choice | None:
        """Return the part of a state or region: *northern Syria*."""
        place = choice.place
        spot = self._gazetteer.part(place.country or "", direction) if place.precision == "country" else None
        if spot is None and place.precision == "country":
            return None
        lat, lon = spot or (place.lat, place.lon)
        part = replace(place, name=f"{direction} {place.name}", lat=lat, lon=lon, precision="region")
        return replace(choice, place=part, reasons=(*choice.reasons, f"{direction} part, at the middle of its towns"))


def _readings(words: Sequence[str]) -> Iterator[tuple[Sequence[str], str, str, Sequence[str]]]:
    """Yield ways to read a name, the fullest first: the name proper, its kind, its direction, where it lies."""
    lower = [word.lower() for word in words]
    qualifier: Sequence[str] = ()
    yield words, "", "", ()
    if "," in words:
        cut = words.index(",")
        words, qualifier = words[:cut], [word for word in words[cut + 1 :] if word != ","]
        lower = lower[:cut]
        yield words, "", "", qualifier
    if "of" in lower[1:-1] and lower[lower.index("of") - 1] in (*_KINDS, *_DIRECTIONS):
        at = lower.index("of")
        yield (
            words[at + 1 :],
            _KINDS.get(lower[at - 1], ""),
            _DIRECTIONS.get(lower[at - 1], ""),
            qualifier or words[: at - 1],
        )
    if len(words) > 1 and lower[-1] in _KINDS:
        core = words[:-1]
        while len(core) > 1 and core[-1].lower() in _KINDS:
            core = core[:-1]
        yield core, _KINDS[lower[-1]], "", qualifier
        yield from _directed(core, qualifier)
    if len(words) > 1 and lower[0] in _KINDS:
        yield words[1:], _KINDS[lower[0]], "", qualifier
    yield from _directed(words, qualifier)


def _directed(
    words: Sequence[str], qualifier: Sequence[str]
) -> Iterator[tuple[Sequence[str], str, str, Sequence[str]]]:
    """Yield the reading of *northern Syria*, *south-eastern Turkey*, *the far north of Mali*."""
    at, direction = 0, ""
    while at < len(words) - 1 and (words[at] == "-" or words[at].lower() in _DIRECTIONS):
        direction += _DIRECTIONS.get(words[at].lower(), "")
        at += 1
    if direction:
        yield words[at:], "", direction, qualifier


def _with_possessives(words: Sequence[str]) -> list[str]:
    """Return words with possessive endings kept where they stand: *Cox's Bazar*."""
    joined: list[str] = []
    for word in words:
        if word in _POSSESSIVE and joined:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _behind_owner(words: Sequence[str]) -> Sequence[str]:
    """Return *Hatay, Turkey* for *Turkey's Hatay*."""
    at = next((i for i, word in enumerate(words) if word in _POSSESSIVE), 0)
    return [*words[at + 1 :], ",", *words[:at]] if 0 < at < len(words) - 1 and "," not in words else words


def _is_another_town(place: Place, name: str, towns: Sequence[tuple[Place, float, str]]) -> bool:
    """Tell whether a place goes by the name of another town of its state: a government by its second capital."""
    if place.precision != "city" or place_key(place.name.partition(" (")[0]) == place_key(name):
        return False
    named = [town for town, _, _ in towns if town.country == place.country and place_key(town.name) == place_key(name)]
    return bool(named) and not any(_is_same(town, place) for town in named)


def _is_same(town: Place, place: Place) -> bool:
    """Tell whether a town of the gazetteer is a place of the dictionary."""
    return town.country == place.country and place.precision != "country" and _distance(town, place) < _SAME_KM


def _weighed(place: Place, prior: float, why: str, kind: str, within: Place | None, around: Surroundings) -> _Choice:
    score, reasons = prior, [why]
    for worth, reason in (_worth_of_lying_in(place, within), _worth_of_text(place, around)):
        score += worth
        reasons.extend(reason)
    if kind and kind == place.precision:
        score += _KIND
        reasons.append(f"a {kind}, as the words say")
    return _Choice(place, score + _worth_of_nearness(place, around), tuple(reasons))


def _worth_of_lying_in(place: Place, within: Place | None) -> tuple[float, list[str]]:
    if within is None or (place.country != within.country and _distance(place, within) >= _NEAR_KM):
        return 0.0, []
    near = within.precision != "country" and _distance(place, within) < 4 * _NEAR_KM
    return _QUALIFIED + (_NEARER if near else 0.0), [f"in {within.name}, as the words say"]


def _worth_of_text(place: Place, around: Surroundings) -> tuple[float, list[str]]:
    worth, reasons = 0.0, []
    if around.meant is not None and place.country == around.meant:
        worth += _MEANT
        reasons.append(f"the words around speak for {place.country}")
    if share := around.countries.get(place.country or "", 0.0):
        worth += _CONTEXT * min(1.0, 0.4 + share)
        reasons.append(f"the text tells of {place.country}")
    return worth, reasons


def _worth_of_nearness(place: Place, around: Surroundings) -> float:
    """Return what it counts that a place is near others of the text, or near its states when it lies in none."""
    spot = _spot(place)
    if spot is None:
        return 0.0
    worth = 0.0
    if around.spots:
        worth += _NEARNESS * math.exp(-min(kilometres(spot, other) for other in around.spots) / 300)
    if around.centres and place.country is None:
        worth += _NEARNESS * math.exp(-min(kilometres(spot, other) for other in around.centres) / 1500)
    return worth


def _in_its_state(told: Located, around: Surroundings) -> Located:
    """Give a river or range the one state that the text tells of, by a place near it: that stretch is meant."""
    if told.country is not None or around.home is None or told.lat is None or told.lon is None:
        return told
    here = told.lat, told.lon
    if not _UNDIVIDED.isdisjoint(place_key(told.name).split()):
        return told
    if not any(kilometres(here, spot) <= _STRETCH_KM for spot in around.spots):
        return told
    reason = f"it lies in several states, and the text tells of {around.home}"
    return told._replace(country=around.home, reasons=(*told.reasons, reason))


def _unknown(name: str, around: Surroundings) -> Located:
    """Return a place that nothing knows, in the state that the text tells of when that is clear; not on the map."""
    reason = "in no dictionary and no gazetteer"
    if around.home is None or not name[:1].isupper():
        return Located(name=name, reasons=(reason,))
    return Located(name=name, country=around.home, score=0.3, reasons=(reason, f"the text tells of {around.home}"))


def _located(choices: Sequence[_Choice]) -> Located:
    best = choices[0]
    rival = choices[1].score if len(choices) > 1 else 0.0
    sure = min(0.98, 0.55 + 0.5 * (best.score - rival) if rival else 0.6 + 0.35 * min(1.0, best.score))
    place = best.place
    return Located(
        name=place.name.partition(" (")[0], country=place.country, lat=place.lat, lon=place.lon,
        precision=place.precision, score=round(sure, 2), reasons=best.reasons,
        candidates=tuple(
            Candidate(name=c.place.name, kind="place", country=c.place.country, id=None, reason=c.reasons[0],
                      score=round(max(0.05, sure - (best.score - c.score)), 2))
            for c in choices[1 : _FEW + 1]
        ),
    )  # fmt: skip


def _spot(place: Place) -> tuple[float, float] | None:
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _distance(one: Place, other: Place) -> float:
    """Return how many kilometres two places are apart; without end where one has no coordinates."""
    here, there = _spot(one), _spot(other)
    return kilometres(here, there) if here is not None and there is not None else math.inf


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the great-circle distance of two spots, each latitude and longitude in degrees."""
    a, b = math.radians(here[0]), math.radians(there[0])
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(there[1] - here[1]) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
