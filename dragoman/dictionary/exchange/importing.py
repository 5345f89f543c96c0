"""Importing one file: read it, check it against what is there, write what can be kept."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman.dictionary.exchange.cameo import looks_cameo, read_actors
from dragoman.dictionary.exchange.cameo_names import Wording
from dragoman.dictionary.exchange.check import Checker
from dragoman.dictionary.exchange.followthemoney import read_entities
from dragoman.dictionary.exchange.lines import read_lines
from dragoman.dictionary.exchange.names import Word, packaged_owner
from dragoman.dictionary.exchange.offered import FILES, PUBLIC, Conflict, Offered
from dragoman.dictionary.exchange.own import COLUMNS, cells_of, read_list, read_table
from dragoman.dictionary.exchange.packaged import LISTS, own_entries
from dragoman.dictionary.exchange.write import LeftOut, add_entries
from dragoman.dictionary.load import READERS, Dictionary, load_dictionary
from dragoman.errors import NoDictionaryError

FORMS = ("ours", "ftm", "cameo")
"""Forms of a dictionary file: our own, FollowTheMoney lines, CAMEO actors."""
_SURVEYED = 5_000
_PRIVATE = "a person who holds no public office"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file."""

    file: str
    imported: dict[str, int]
    """New entries by kind."""
    there_already: int
    """Entries that the lexicon folder or the package has as they are."""
    private: int
    """Persons who hold no public office: they were left out."""
    conflicts: tuple[Conflict, ...]
    """In the order of the lines."""

    @property
    def left_out(self) -> int:
        """Entries and lines left out for a conflict."""
        return sum(conflict.left_out for conflict in self.conflicts)


def import_file(path: Path, folder: Path, *, form: str | None = None, dry_run: bool = False) -> Report:
    """Import the dictionary `path` into the lexicon `folder`; with `dry_run`, only say what would become of it.

    `form` is one of FORMS, or None to tell it from the file.  Raises NoDictionaryError for a file in none of them,
    MissingInputError, LexiconError when the folder does not load, OutputError when it cannot be written.
    """
    waits = gc.isenabled()
    gc.disable()  # hundreds of thousands of small things are made, and none of them is garbage
    try:
        return _imported(path, folder, form, dry_run=dry_run)
    finally:
        if waits:
            gc.enable()


def _imported(path: Path, folder: Path, form: str | None, *, dry_run: bool) -> Report:
    there = list(_there(folder))
    dictionary = load_dictionary()
    countries = load_dictionary(folder).countries if _is_lexicon(folder) else dictionary.countries
    checker = Checker(dictionary, countries, str(path), there)
    for item in _offered(path, form, dictionary, there):
        checker.take(item)
    checker.finish()
    conflicts = tuple(sorted(checker.conflicts, key=lambda conflict: conflict.line))
    if not dry_run:
        left = [LeftOut(conflict.line, _flat(conflict.reason)) for conflict in conflicts if conflict.left_out]
        left += [LeftOut(line, _PRIVATE) for line in checker.private]
        add_entries(folder, checker.kept.values(), _flat(str(path)), sorted(left), dictionary)
    imported = Counter(entry.kind for entry in checker.kept.values())
    return Report(str(path), dict(imported), checker.there_already, len(checker.private), conflicts)


def _flat(text: str) -> str:
    """Return `text` as it can stand in a cell."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _is_lexicon(folder: Path) -> bool:
    """Tell whether the folder holds dictionary files."""
    return any((folder / name).is_file() or (folder / name).with_suffix("").is_dir() for name in READERS)


def _there(folder: Path) -> Iterator[tuple[Offered, str]]:
    """Yield the user's own entries of the folder, each with file and line."""
    for path, entry in own_entries(folder, (*LISTS, FILES["person"], FILES["agent"], FILES["place"])):
        yield entry, f"{path}:{entry.line}"


def _offered(
    path: Path, form: str | None, dictionary: Dictionary, there: Iterable[tuple[Offered, str]]
) -> Iterator[Offered | Conflict]:
    """Yield what the file offers, read in its form."""
    seen = [line.text for line in islice(read_lines(path), _SURVEYED)]
    told = form or _form(seen)
    lines = read_lines(path)
    if told == "ftm":
        return read_entities(lines, lambda title: sector_of(dictionary, title))
    if told == "cameo":
        bodies = {entry.id for entry, _ in there if entry.id} | dictionary.entries.keys()
        return read_actors(lines, _wording(dictionary), dict(dictionary.countries), bodies)
    first = _first(seen)
    if told == "ours" and cells_of(first) in COLUMNS:
        return read_table(lines)
    if told == "ours" and first.lstrip().startswith("- "):
        return read_list(lines)
    raise NoDictionaryError(f"{path}: is no dictionary in a form that can be read")


def _first(texts: Iterable[str]) -> str:
    """Return the first line that is no comment."""
    return next((text for text in texts if text.strip() and not text.startswith(("#", ";", "---"))), "")


def _form(texts: list[str]) -> str:
    """Tell the form of a file from its lines; empty for none that is known."""
    first = _first(texts)
    if cells_of(first) in COLUMNS or first.lstrip().startswith("- "):
        return "ours"
    if first.lstrip().startswith(("{", "[{")) or first.strip() == "[":
        return "ftm"
    return "cameo" if any(looks_cameo(text) for text in texts) else ""


def sector_of(dictionary: Dictionary, title: str) -> str | None:
    """Return the PLOVER sector that the role nouns in the words of an office tell: a public one if there is one."""
    words = [Word(word, word.lower()) for word in title.replace(",", " ").split()]
    sectors = [sector for match in dictionary.match(words) if match.form == "agent" for sector in match.entry.sectors]
    return next((sector for sector in sectors if sector in PUBLIC), next(iter(sectors), None))


def _wording(dictionary: Dictionary) -> Wording:
    persons = (entry.name.split() for entry in dictionary.entries.values() if entry.kind == "person")
    given = Counter(words[0] for words in persons if len(words) > 1)

    def kind_of(name: str) -> str:
        owner = packaged_owner(dictionary, name)
        return owner.kind if owner else ""

    def leading_roles(name: str) -> int:
        words = [Word(word, word.lower()) for word in name.split()]
        first = next(iter(dictionary.match(words)), None)
        return first.last + 1 if first is not None and first.first == 0 and first.form == "agent" else 0

    return Wording((name for name, times in given.items() if times > 1), kind_of, leading_roles)
