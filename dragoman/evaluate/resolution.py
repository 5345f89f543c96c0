"""Measuring the resolver of actors on strings in context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.dictionary import Dictionary
from dragoman.resolution.actors import ActorResolver
from dragoman.resolution.places import PlaceResolver, kilometres
from dragoman.resolution.results import Resolution
from dragoman.resolution.words import words_of
from dragoman.resources import Entry, read_tsv

COLUMNS = ("text", "actor", "date", "country", "sector", "identity", "kind", "note")
OPEN, CLOSE = "[[", "]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldActor:
    """One actor string in context with what a reader says it means."""

    text: str
    """The text it stands in, without marks."""
    actor: str
    date: str | None
    country: str | None
    sectors: frozenset[str]
    """Primary sectors that are right."""
    identity: str
    """Usual name of the office-holder, state, organisation or group; empty where nobody in particular is meant."""
    kind: str
    line: int


@dataclass(slots=True)
class Tally:
    """Counts over a set, and its misses for reading them."""

    rows: int = 0
    country: int = 0
    sector: int = 0
    holders: int = 0
    """Rows that mean a holder of an office."""
    holders_named: int = 0
    """Rows resolved to a person of the dictionary."""
    holders_right: int = 0
    named: int = 0
    """Rows that mean a state, organisation or group."""
    named_right: int = 0
    misses: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Return the figures: shares from 0 to 1, holders as recall and precision."""
        return {
            "country": self.country / self.rows,
            "sector": self.sector / self.rows,
            "holder_recall": self.holders_right / max(1, self.holders),
            "holder_precision": self.holders_right / max(1, self.holders_named),
            "identity": self.named_right / max(1, self.named),
        }


def read_actors(path: Path) -> Iterator[GoldActor]:
    """Yield the rows of a set of actor strings.  Raises LexiconError with file and line for a row it cannot use."""
    for row in read_tsv(path, columns=COLUMNS):
        cells = row.values
        yield GoldActor(
            text=_unmarked(row, "actor"), actor=cells["actor"], date=cells["date"] or None,
            country=cells["country"] or None, sectors=frozenset(cells["sector"].split("|")),
            identity=cells["identity"], kind=cells["kind"], line=row.line,
        )  # fmt: skip


def _unmarked(row: Entry, asked: str) -> str:
    """Return the text of a row without the brackets around the string asked about, which must stand there."""
    text: str = row.values["text"]
    if f"{OPEN}{row.values[asked]}{CLOSE}" not in text:
        raise row.error(f"the {asked} must stand in the text in double square brackets")
    return text.replace(OPEN, "").replace(CLOSE, "")


def score_actors(path: Path, resolver: ActorResolver) -> Tally:
    """Resolve every string of the set at `path` in its context and count what is right."""
    tally = Tally()
    for gold in read_actors(path):
        told = resolver.resolve(gold.actor, date=gold.date, context=resolver.context(gold.text))
        _count(tally, gold, told, resolver.dictionary)
    return tally


def _count(tally: Tally, gold: GoldActor, told: Resolution, dictionary: Dictionary) -> None:
    wrong = []
    tally.rows += 1
    tally.country += told.country == gold.country
    if told.country != gold.country:
        wrong.append(f"country {told.country} for {gold.country}")
    sector = told.sectors[:1] if told.kind != "place" else ()
    right_sector = bool(gold.sectors & set(sector)) or (not gold.sectors - {""} and not sector)
    tally.sector += right_sector
    if not right_sector:
        wrong.append(f"sector {'|'.join(sector)} for {'|'.join(sorted(gold.sectors))}")
    wrong.extend(_identity(tally, gold, told, dictionary))
    if wrong:
        tally.misses.append(f"{gold.line}\t{gold.actor}\t{gold.date}\t{'; '.join(wrong)}\t{gold.text}")


def _identity(tally: Tally, gold: GoldActor, told: Resolution, dictionary: Dictionary) -> Iterator[str]:
    meant = _entry_ids(gold.identity, dictionary)
    holder = bool(gold.identity) and gold.kind in ("person", "office", "agent")
    if holder:
        right = told.id in meant
        tally.holders += 1
        tally.holders_right += right
        if not right:
            yield f"holder {told.id} for {gold.identity}{'' if meant else ' (in no dictionary)'}"
    elif gold.identity:
        right = told.id in meant
        tally.named += 1
        tally.named_right += right
        if not right:
            yield f"identity {told.id} for {gold.identity}{'' if meant else ' (in no dictionary)'}"
    if told.kind == "person" and told.id:
        tally.holders_named += 1
        if not holder:
            yield f"holder {told.id} where nobody is known"


def _entry_ids(name: str, dictionary: Dictionary) -> frozenset[str]:
    """Return the ids of the entries that have `name` as one of their names."""
    words = words_of(name)
    found = dictionary.match(words) if words else []
    whole = [match for match in found if match.first == 0 and match.last == len(words) - 1]
    return frozenset(entry.id for match in whole for entry in (match.entry, *match.alternatives))


PLACE_COLUMNS = ("text", "toponym", "country", "lat", "lon", "precision", "class", "note")
#: A place is found when it lies no farther from where the readers have it, in kilometres.
NEAR_KM = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """One place name in context with where a reader says it lies."""

    text: str
    """The text it stands in, without marks."""
    toponym: str
    country: str | None
    spot: tuple[float, float]
    """Latitude and longitude in degrees, WGS 84."""
    line: int


@dataclass(slots=True)
class PlaceTally:
    """Counts over a set of place names, and its misses for reading them."""

    rows: int = 0
    country: int = 0
    near: int = 0
    misses: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Return the shares with the right country, and within NEAR_KM."""
        return {"country": self.country / self.rows, "near": self.near / self.rows}


def read_places(path: Path) -> Iterator[GoldPlace]:
    """Yield the rows of a set of place names.  Raises LexiconError with file and line for a row it cannot use."""
    for row in read_tsv(path, columns=PLACE_COLUMNS):
        cells = row.values
        yield GoldPlace(
            text=_unmarked(row, "toponym"), toponym=cells["toponym"],
            country=cells["country"] or None, spot=(float(cells["lat"]), float(cells["lon"])), line=row.line,
        )  # fmt: skip


def score_places(path: Path, resolver: PlaceResolver) -> PlaceTally:
    """Resolve every place name of the set at `path` in its context and count what is right."""
    tally = PlaceTally()
    for gold in read_places(path):
        told = resolver.resolve(gold.toponym, resolver.context(gold.text, gold.toponym))
        far = kilometres((told.lat, told.lon), gold.spot) if told.lat is not None and told.lon is not None else None
        tally.rows += 1
        tally.country += told.country == gold.country
        tally.near += far is not None and far <= NEAR_KM
        if told.country != gold.country or far is None or far > NEAR_KM:
            distance = "nowhere" if far is None else f"{far:.0f} km off"
            found = f"{told.name} {told.country} for {gold.country}, {distance}"
            tally.misses.append(f"{gold.line}\t{gold.toponym}\t{found}\t{gold.text}")
    return tally
