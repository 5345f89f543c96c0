"""Lexicon files: reading them with file and line in every complaint.

Two shapes are read: YAML (a list of entries) and TSV (a header, then one entry a row).  Lines that start
with `#` are comments in both.  A repeated id, an unknown field or a missing one is an error that names
file and line, because a lexicon that loads wrongly codes wrongly without a sound.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from dragoman.errors import LexiconError

LEXICON = Path(__file__).parent / "lexicon"

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a lexicon file and where it stands (`line` is 1-based)."""

    values: Mapping[str, Any]
    file: str
    line: int

    def error(self, problem: str) -> LexiconError:
        """Return the error that says `problem` about this entry."""
        return LexiconError(self.file, self.line, problem)


def read_yaml(path: Path, *, required: frozenset[str], optional: frozenset[str]) -> list[Entry]:
    """Read a YAML list of mappings whose keys are `required` and any of `optional`.

    Raises LexiconError with file and line for bad YAML, another shape, or a wrong, doubled or missing key.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(str(path), line, f"not YAML: {error.problem}") from error
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError(str(path), 1, "the file must hold a list of entries")
    return [_entry(node, path, required, optional) for node in root.value]


def _entry(node: yaml.Node, path: Path, required: frozenset[str], optional: frozenset[str]) -> Entry:
    values = _plain(node, path)
    line = node.start_mark.line + 1
    if not isinstance(values, dict):
        raise LexiconError(str(path), line, "an entry must be a mapping of fields")
    entry = Entry(values, str(path), line)
    _check_fields(entry, required, optional)
    return entry


def _check_fields(entry: Entry, required: frozenset[str], optional: frozenset[str]) -> None:
    missing = sorted(required - entry.values.keys())
    unknown = sorted(entry.values.keys() - required - optional)
    if missing:
        raise entry.error(f"field missing: {', '.join(missing)}")
    if unknown:
        raise entry.error(f"unknown field: {', '.join(unknown)}")


def _scalar(node: yaml.ScalarNode) -> Any:
    """Return a number, true, false, null or text; `on`, `no` and the like are words here, not truth values."""
    word = str(node.value)
    if node.tag == "tag:yaml.org,2002:int":
        return int(word)
    if node.tag == "tag:yaml.org,2002:float":
        return float(word)
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:bool" and word.lower() in ("true", "false"):
        return word.lower() == "true"
    return word


def _plain(node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in values:
            raise LexiconError(str(path), key.start_mark.line + 1, f"field given twice: {key.value}")
        values[key.value] = _plain(value, path)
    return values


def read_tsv(path: Path, *, columns: tuple[str, ...]) -> Iterator[Entry]:
    """Read a tab-separated file whose header is exactly `columns`; values are stripped strings.

    Raises LexiconError with file and line for another header or a row of another width.
    """
    header: tuple[str, ...] | None = None
    file = str(path)
    with path.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines, start=1):
            if raw.startswith("#") or not raw.strip():
                continue
            cells = [cell.strip() for cell in raw.rstrip("\n").split("\t")]
            if header is None:
                header = tuple(cells)
                if header != columns:
                    raise LexiconError(str(path), number, f"the header must be: {' '.join(columns)}")
            elif len(cells) != len(columns):
                raise LexiconError(str(path), number, f"{len(cells)} cells where {len(columns)} are needed")
            else:
                yield Entry(dict(zip(columns, cells, strict=True)), file, number)


def unique(entries: list[Entry], field: str = "id") -> list[Entry]:
    """Return `entries`, or raise LexiconError at the second entry with the same `field`."""
    seen: dict[Any, Entry] = {}
    for entry in entries:
        first = seen.setdefault(entry.values[field], entry)
        if first is not entry:
            raise entry.error(f"{field} {entry.values[field]!r} stands already at {first.file}:{first.line}")
    return entries


def read_word_lists(*paths: Path) -> Mapping[str, frozenset[str]]:
    """Return the lists of words of YAML files by id: entries of `id`, `words` and `note`.  Raises LexiconError."""
    required = frozenset({"id", "words", "note"})
    entries = unique([entry for path in paths for entry in read_yaml(path, required=required, optional=frozenset())])
    return MappingProxyType({entry.values["id"]: frozenset(map(str, entry.values["words"])) for entry in entries})


def lexicon_hash(folder: Path = LEXICON) -> str:
    """Return a hash over all lexicon files, as 12 hexadecimal digits: part of a coder's version."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".yaml", ".tsv"):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
