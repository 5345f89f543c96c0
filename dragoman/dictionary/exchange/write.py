"""Writing entries into a lexicon folder: what is there stays, and nothing is replaced before the whole loads."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from dragoman.dictionary.build import Builder
from dragoman.dictionary.exchange.offered import FILES, ORGANISATIONS, Offered
from dragoman.dictionary.load import AGENT_COLUMNS, OFFICIAL_COLUMNS, PLACE_COLUMNS, READERS, Dictionary, read_persons
from dragoman.errors import LexiconError, OutputError

LEFT_OUT = "left-out.tsv"
_LEFT_COLUMNS = ("file", "line", "reason")
_HEAD = "# Entries of the user's own. The head of the packaged file of this name explains the fields.\n"
_COLUMNS = {FILES["person"]: OFFICIAL_COLUMNS, FILES["place"]: PLACE_COLUMNS, FILES["agent"]: AGENT_COLUMNS}
_FIRST_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)


class LeftOut(NamedTuple):
    """A line of a file that gave no entry, and why."""

    line: int
    reason: str


def add_entries(
    folder: Path, entries: Collection[Offered], file: str, left_out: Iterable[LeftOut], dictionary: Dictionary
) -> None:
    """Add `entries` to the dictionary files of `folder`, and list there what of `file` was left out.

    `dictionary` is the packaged one.  Raises LexiconError when the folder would not load with them, OutputError when it
    cannot be written; then the folder is as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".import-") as made:
            staging = Path(made)
            names = _stage(folder, staging, entries)
            if names:
                _try_out(folder, staging, dictionary)
            _write(staging / LEFT_OUT, _listed(folder / LEFT_OUT, file, left_out))
            for name in (*names, LEFT_OUT):
                (staging / name).replace(folder / name)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({(error.strerror or str(error)).lower()})") from error


def _stage(folder: Path, staging: Path, entries: Iterable[Offered]) -> list[str]:
    """Write the files that `entries` belong to, old content first; return their names, those referred to first."""
    added: dict[str, list[Offered]] = {}
    for entry in entries:
        added.setdefault(entry.file, []).append(entry)
    names = [name for name in READERS if name in added]
    for name in names:
        path = folder / name
        held = path.read_text(encoding="utf-8") if path.is_file() else ""
        text = _rows(name, added[name], held) if name in _COLUMNS else _list(path, added[name], held)
        _write(staging / name, text)
    return names


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _try_out(folder: Path, staging: Path, dictionary: Dictionary) -> None:
    """Load the user's own files as they would be.  Raises LexiconError, naming the file in `folder`."""
    builder = Builder()
    builder.own = True
    builder.countries.update(dictionary.countries)
    try:
        for name, read in READERS.items():
            if name == FILES["person"]:
                _fill(builder, dictionary, "org.")  # persons may serve packaged organisations
            for path in _own_files(folder, staging, name):
                read(builder, path)
            read_persons(builder)
        _fill(builder, dictionary, "")
        builder.check_ties()
    except LexiconError as error:
        raise LexiconError(error.file.replace(str(staging), str(folder)), error.line, error.problem) from error


def _fill(builder: Builder, dictionary: Dictionary, prefix: str) -> None:
    """Add the packaged entries that are not replaced and whose id begins so."""
    for known, entry in dictionary.entries.items():
        if known.startswith(prefix):
            builder.entries.setdefault(known, entry)


def _own_files(folder: Path, staging: Path, name: str) -> list[Path]:
    """Return the files of one name as they would be: the staged one in place of the old, and the parts."""
    whole = staging / name if (staging / name).is_file() else folder / name
    parts = sorted((folder / name).with_suffix("").glob(f"*{whole.suffix}"))
    return [whole, *parts] if whole.is_file() else parts


def _begun(held: str, head: str) -> str:
    """Return the old content, its last line ended, or the head of a new file."""
    if not held.strip():
        return head
    return held if held.endswith("\n") else f"{held}\n"


# Tables


def _rows(name: str, entries: list[Offered], held: str) -> str:
    begun = _begun(held, _HEAD + "\t".join(_COLUMNS[name]) + "\n")
    writer = {FILES["person"]: _offices, FILES["place"]: _place, FILES["agent"]: _role}[name]
    return begun + "".join("\t".join(row) + "\n" for entry in entries for row in writer(entry))


def _offices(entry: Offered) -> Iterator[tuple[str, ...]]:
    for i, office in enumerate(entry.offices):
        others = "" if i else "|".join(entry.names[1:])
        note = "; ".join(part for part in (office.note, "" if i else entry.note) if part)
        served = office.organisation or office.country or ""
        yield (entry.names[0], others, served, office.title, office.sector, office.start, office.end, note)


def _place(entry: Offered) -> Iterator[tuple[str, ...]]:
    more = entry.more
    others = "|".join(entry.names[1:])
    yield (entry.names[0], others, entry.country or "", more["lat"], more["lon"], more["precision"], entry.note)


def _role(entry: Offered) -> Iterator[tuple[str, ...]]:
    forms = "|".join(entry.more["plural"])
    yield ("|".join(entry.names), forms, "|".join(entry.sectors), entry.kind, entry.note)


# Lists


def _list(path: Path, entries: list[Offered], held: str) -> str:
    first = _FIRST_ENTRY.search(held)
    if held.strip() and first is None:
        raise LexiconError(
            str(path), 1, f"entries can only be added to a list that begins each with '- ' ({ORGANISATIONS})"
        )
    indent = first[1] if first else ""
    lines = (f"{indent}{line}\n" for entry in entries for line in _entry(entry))
    return _begun(held, _HEAD) + "".join(lines)


def _entry(entry: Offered) -> Iterator[str]:
    yield f"- id: {_quoted(entry.id)}"
    yield f"  name: {_quoted(entry.names[0])}"
    yield f"  kind: {entry.kind}"
    yield f"  country: {entry.country or 'null'}"
    yield f"  sectors: [{', '.join(entry.sectors)}]"
    if entry.names[1:]:
        yield f"  names: {_quoted(list(entry.names[1:]))}"
    for field, value in entry.more.items():
        yield f"  {field}: {_quoted(value)}"
    if entry.note:
        yield f"  note: {_quoted(entry.note)}"


def _quoted(value: Any) -> str:
    """Return texts, lists and mappings of texts as JSON, which is YAML too."""
    return json.dumps(value, ensure_ascii=False)


# What was left out


def _listed(path: Path, file: str, left_out: Iterable[LeftOut]) -> str:
    """Return the list of what was left out: of other files as it was, of this one anew."""
    others: list[str] = []
    if path.is_file():
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()[1:]
        others = [line for line in lines if line.partition("\t")[0] != file]
    mine = ["\t".join((file, str(left.line), left.reason)) for left in left_out]
    return "".join(f"{line}\n" for line in ("\t".join(_LEFT_COLUMNS), *others, *mine))
