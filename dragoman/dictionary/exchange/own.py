"""Reading dictionaries of our own form, entry by entry: one that is wrong does not hide the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from dragoman.dictionary.exchange.lines import Line
from dragoman.dictionary.exchange.offered import FILES, ORGANISATIONS, Conflict, Offered, Office, Refused
from dragoman.dictionary.load import AGENT_COLUMNS, OFFICIAL_COLUMNS, PLACE_COLUMNS, several

COLUMNS: Mapping[tuple[str, ...], str] = {
    OFFICIAL_COLUMNS: FILES["person"],
    PLACE_COLUMNS: FILES["place"],
    AGENT_COLUMNS: FILES["agent"],
}
"""File of our own form for each header of a table."""
_REQUIRED = frozenset(("id", "name", "kind", "country", "sectors"))
_OPTIONAL = frozenset(("names", "adjectives", "relations", "note"))
_LISTS = ("sectors", "names", "adjectives")
_START = re.compile(r"( *)- ")
_MAX_DEPTH, _MAX_ENTRY = 12, 200_000
_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def cells_of(text: str) -> tuple[str, ...]:
    """Return the cells of a row of a table."""
    return tuple(cell.strip() for cell in text.split("\t"))


def read_table(lines: Iterable[Line]) -> Iterator[Offered | Conflict]:
    """Read a table of officials, places or role nouns: which of them, its header says."""
    file = ""
    rows: list[tuple[int, dict[str, str]]] = []
    columns: tuple[str, ...] = ()
    for line in lines:
        if line.problem:
            yield Conflict(line.number, line.problem, left_out=not line.text)
        if line.text.startswith("#") or not line.text.strip():
            continue
        cells = cells_of(line.text)
        if not columns:
            columns, file = cells, COLUMNS[cells]
        elif len(cells) != len(columns):
            yield Conflict(line.number, f"{len(cells)} cells where {len(columns)} are needed", left_out=True)
        else:
            rows.append((line.number, dict(zip(columns, cells, strict=True))))
    reader = {FILES["person"]: _persons, FILES["place"]: _places, FILES["agent"]: _agents}
    yield from reader[file](rows) if file else ()


def _persons(rows: list[tuple[int, dict[str, str]]]) -> Iterator[Offered]:
    """Yield each person with the offices of all rows of that name."""
    people: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for number, row in rows:
        people.setdefault(row["name"], []).append((number, row))
    for name, held in people.items():
        names = dict.fromkeys(other for _, row in held for other in several(row["names"]))
        yield Offered(
            line=held[0][0], file=FILES["person"], kind="person", names=(name, *names),
            offices=tuple(_office(number, row) for number, row in held),
        )  # fmt: skip


def _office(number: int, row: dict[str, str]) -> Office:
    served = row["country"]
    body = served if served.startswith("org.") else None
    return Office(
        title=row["office"], sector=row["sector"], country=None if body else served, organisation=body,
        start=row["from"], end=row["to"], note=row["note"], line=number,
    )  # fmt: skip


def _places(rows: list[tuple[int, dict[str, str]]]) -> Iterator[Offered]:
    for number, row in rows:
        yield Offered(
            line=number, file=FILES["place"], kind="place", names=(row["name"], *several(row["names"])),
            country=row["country"] or None, note=row["note"],
            more={field: row[field] for field in ("lat", "lon", "precision")},
        )  # fmt: skip


def _agents(rows: list[tuple[int, dict[str, str]]]) -> Iterator[Offered]:
    for number, row in rows:
        yield Offered(
            line=number, file=FILES["agent"], kind=row["kind"], names=tuple(several(row["phrases"])),
            sectors=tuple(several(row["sectors"])), note=row["note"], more={"plural": several(row["plural"])},
        )  # fmt: skip


def read_list(lines: Iterable[Line]) -> Iterator[Offered | Conflict]:
    """Read a list of organisations, armed groups or peoples, each entry by itself."""
    held: list[str] = []
    begun, indent = 0, None
    for line in lines:
        if line.problem:
            yield Conflict(line.number, line.problem, left_out=not line.text)
        start = _START.match(line.text)
        if start and indent in (None, start[1]):
            if begun:
                yield _entry(begun, "\n".join(held))
            indent, begun, held = start[1], line.number, []
        if begun:
            held.append(line.text)
        elif line.text.strip() and not line.text.startswith(("#", "---")):
            yield Conflict(line.number, "no entry begins here: an entry begins with '- '", left_out=True)
    if begun:
        yield _entry(begun, "\n".join(held))


def _entry(line: int, text: str) -> Offered | Conflict:
    try:
        return _organisation(line, _values(text))
    except Refused as refused:
        return Conflict(line, str(refused), left_out=True)
    except yaml.MarkedYAMLError as error:
        at = line + (error.problem_mark.line if error.problem_mark else 0)
        return Conflict(at, f"not YAML: {error.problem}", left_out=True)
    except (yaml.YAMLError, RecursionError, ValueError):
        return Conflict(line, "not YAML", left_out=True)


def _values(text: str) -> dict[str, Any]:
    if len(text) > _MAX_ENTRY:
        raise Refused(f"the entry is longer than {_MAX_ENTRY:,} characters")
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _MAX_DEPTH:
            raise Refused("the entry holds an alias, or lists within lists")
    root = yaml.compose(text, Loader=_Loader)
    found = _plain(root.value[0]) if isinstance(root, yaml.SequenceNode) and len(root.value) == 1 else None
    if not isinstance(found, dict):
        raise Refused("an entry must be a mapping of fields")
    return found


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if str(key.value) in values:
            raise Refused(f"field given twice: {key.value}")
        values[str(key.value)] = _plain(value)
    return values


def _organisation(line: int, values: dict[str, Any]) -> Offered:
    if wrong := sorted(_REQUIRED - values.keys()) or sorted(values.keys() - _REQUIRED - _OPTIONAL):
        raise Refused(f"fields missing or unknown: {', '.join(wrong)}")
    lists = {name: values.get(name, []) for name in _LISTS}
    texts = [values[name] for name in ("id", "name", "kind", "country")] + [values.get("note", "")]
    if not all(isinstance(text, str) for text in texts):
        raise Refused("id, name, kind, country and note must be text")
    for name, listed in lists.items():
        if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
            raise Refused(f"{name} must be a list of texts")
    kind, country = values["kind"], values["country"]
    more = {name: values[name] for name in ("adjectives", "relations") if values.get(name)}
    return Offered(
        line=line, file=FILES[kind] if kind in ("armed_group", "open_group") else ORGANISATIONS, kind=kind,
        names=(values["name"], *lists["names"]), country=None if country in ("null", "~", "") else country,
        sectors=tuple(lists["sectors"]), id=values["id"], note=values.get("note", ""), more=more,
    )  # fmt: skip
