"""The dictionary files of the package: sound, sorted, wide enough and found by the parser's own words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import spacy

from dragoman.dictionary import KINDS, SECTORS, load_dictionary
from dragoman.dictionary.load import AGENT_COLUMNS, COUNTRY_COLUMNS, OFFICIAL_COLUMNS, PLACE_COLUMNS, READERS
from dragoman.dictionary.names import cut
from dragoman.resources import LEXICON, Entry, read_tsv, read_yaml
from dragoman.text import fold

DICTIONARY = load_dictionary()
ORGANISATION_FIELDS = frozenset(("id", "name", "kind", "country", "sectors"))
ORGANISATION_EXTRAS = frozenset(("names", "adjectives", "relations", "note"))
NAME_CELLS = ("name", "names", "adjectives", "demonyms", "capital_names", "metonyms", "phrases")


def rows(file: str) -> list[Entry]:
    """Return the entries of a dictionary file, or of the files of its folder."""
    return [row for path in paths(file) for row in rows_of(path, file)]


def paths(file: str) -> list[Path]:
    """Return the files that make up a dictionary file."""
    whole = LEXICON / file
    return [whole] if whole.is_file() else sorted((LEXICON / whole.stem).glob(f"*{whole.suffix}"))


def rows_of(path: Path, file: str) -> list[Entry]:
    """Return the entries of one file of the form of `file`."""
    columns = {
        "countries.tsv": COUNTRY_COLUMNS,
        "officials.tsv": OFFICIAL_COLUMNS,
        "agents.tsv": AGENT_COLUMNS,
        "places.tsv": PLACE_COLUMNS,
    }
    if file in columns:
        return list(read_tsv(path, columns=columns[file]))
    return read_yaml(path, required=ORGANISATION_FIELDS, optional=ORGANISATION_EXTRAS)


def in_order(name: str) -> str:
    """Return what names are sorted by: folded, without hyphens and apostrophes."""
    return fold(name).replace("-", " ").replace("'", "")


def names_of(row: Entry) -> list[str]:
    """Return all words that an entry claims, without the mark of a weak claim."""
    found: list[str] = []
    for field in NAME_CELLS:
        cell = row.values.get(field, [])
        found += cell.split("|") if isinstance(cell, str) else cell
    return [name.removesuffix("?") for name in found if name and "(" not in name]


FILES = tuple(READERS)


@pytest.mark.parametrize(
    ("file", "least"),
    [("countries.tsv", 260), ("organisations.yaml", 4000), ("armed_groups.yaml", 1500), ("peoples.yaml", 60),
     ("officials.tsv", 20000), ("agents.tsv", 180), ("places.tsv", 4500)],
)  # fmt: skip
def test_every_file_loads_and_is_wide_enough(file: str, least: int) -> None:
    assert len(rows(file)) >= least


def test_every_country_of_the_standard_and_kosovo_is_there_once() -> None:
    states = [row.values["iso3"] for row in rows("countries.tsv") if row.values["id"].startswith("state.")]
    assert len(states) == len(set(states)) == 250
    assert {"TUR", "TWN", "PSE", "ESH", "XKX", "SSD", "TLS", "ALA"} <= set(states)


def test_every_state_that_others_count_has_its_codes() -> None:
    uncounted = [
        country.name
        for country in DICTIONARY.countries.values()
        if (country.cow is None) != (country.gwno is None) and country.cow is None
    ]
    assert uncounted == []
    counted = [country for country in DICTIONARY.countries.values() if country.cow is not None]
    assert len(counted) >= 190
    assert all(country.fips and country.capital for country in counted)


def test_no_two_states_share_a_code() -> None:
    for field in ("cow", "gwno", "fips"):
        codes = Counter(getattr(country, field) for country in DICTIONARY.countries.values())
        del codes[None]
        assert [code for code, times in codes.items() if times > 1] == []


def test_a_state_that_is_gone_is_coded_to_one_that_stands() -> None:
    former = [entry for entry in DICTIONARY.entries.values() if entry.id.startswith("former.")]
    assert len(former) >= 10
    assert all(entry.country in DICTIONARY.countries and entry.note for entry in former)


def test_every_entry_has_known_country_sectors_and_kind() -> None:
    for entry in DICTIONARY.entries.values():
        assert entry.country is None or entry.country in DICTIONARY.countries
        assert set(entry.sectors) <= SECTORS
        assert entry.kind in KINDS
        assert bool(entry.sectors) != (entry.kind == "place")


@pytest.mark.parametrize("file", ["countries.tsv", "officials.tsv", "places.tsv"])
def test_rows_are_sorted(file: str) -> None:
    field = "id" if file == "countries.tsv" else "name"
    for path in paths(file):
        keys = [in_order(row.values[field]) for row in rows_of(path, file)]
        assert keys == sorted(keys), path.name


@pytest.mark.parametrize("file", FILES)
def test_no_entry_gives_a_name_twice(file: str) -> None:
    for row in rows(file):
        fields = [field for field in ("names", "phrases") if field in row.values]
        for field in fields:
            cell = row.values[field]
            names = [name for name in (cell.split("|") if isinstance(cell, str) else cell) if name]
            assert len(names) == len(set(names)), f"{row.file}:{row.line}"


@pytest.mark.parametrize("file", FILES)
def test_names_are_cut_as_the_parser_cuts_them(file: str) -> None:
    tokenizer = spacy.blank("en").tokenizer
    for row in rows(file):
        for name in names_of(row):
            # role nouns stand in lower case here, but "U.N. envoy" does not in a text
            printed = name.replace("u.n.", "U.N.").replace("u.s.", "U.S.")
            # a word after the name keeps its full stop from ending the sentence
            text = tuple(token.text.replace("\u2019", "'") for token in tokenizer(f"{printed} said"))[:-1]
            assert cut(printed) == text, f"{row.file}:{row.line}"


def test_an_organisation_of_states_belongs_to_none() -> None:
    assert [entry.id for entry in DICTIONARY.entries.values() if entry.kind == "igo" and entry.country] == []


def test_persons_hold_an_office_and_the_note_of_the_file_is_kept() -> None:
    people = [entry for entry in DICTIONARY.entries.values() if entry.kind == "person"]
    assert len(people) >= 1000
    assert all(person.tenures and person.tenures[0].office for person in people)


def test_places_lie_near_the_middle_of_their_country() -> None:
    """A swapped sign or a wrong namesake shows as a place far from everything else of its country."""
    wide = {"USA", "RUS", "FRA", "PRT", "ESP", "NOR", "CHL", "AUS", "CAN", "BRA", "CHN", "IND", "IDN", "KAZ", "MEX"}
    wide |= {"ARG", "GRL"}
    far = []
    for entry in DICTIONARY.entries.values():
        if entry.kind == "place" and entry.country and entry.country not in wide:
            centre, spot = DICTIONARY.countries[entry.country].place, entry.place
            assert spot is not None
            if abs((spot.lat or 0) - (centre.lat or 0)) > 12 or abs((spot.lon or 0) - (centre.lon or 0)) > 16:
                far.append(entry.id)
    assert far == []


def test_ties_are_claims_between_groups_that_stay_apart() -> None:
    groups = {name: DICTIONARY.entries[f"armed.{name}"] for name in ("pkk", "pyd", "ypg", "sdf")}
    assert len({entry.name for entry in groups.values()}) == len(groups)
    told = {(tie.kind, tie.to, tie.by) for tie in groups["ypg"].ties}
    assert ("part", "armed.pkk", "Turkey") in told
    assert all(tie.by for entry in DICTIONARY.entries.values() for tie in entry.ties)
    assert sum(bool(entry.ties) for entry in DICTIONARY.entries.values() if entry.kind == "armed_group") >= 800


def test_office_holders_have_dates() -> None:
    tenures = [tenure for entry in DICTIONARY.entries.values() for tenure in entry.tenures]
    assert len(tenures) >= 20000
    assert sum(tenure.start is None for tenure in tenures) < len(tenures) / 100


def test_seventy_states_have_heads_and_ministers_of_this_century() -> None:
    kept: dict[str, set[str]] = {}
    for entry in DICTIONARY.entries.values():
        for tenure in entry.tenures:
            if tenure.country and (tenure.end is None or tenure.end >= "2000"):
                kept.setdefault(tenure.country, set()).add(tenure.office)
    wanted = {"foreign minister", "foreign secretary", "secretary of state"}
    assert sum(bool(offices & wanted) for offices in kept.values()) >= 140
    defence = {"defence minister", "defence secretary", "secretary of defense"}
    assert sum(bool(offices & defence) for offices in kept.values()) >= 70
