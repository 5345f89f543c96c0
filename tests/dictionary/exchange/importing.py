"""What the tests of imports share: a file written, offered, checked, and loaded again."""

from __future__ import annotations

from pathlib import Path

from dragoman.dictionary import Dictionary, load_dictionary
from dragoman.dictionary.build import Builder
from dragoman.dictionary.exchange.check import Checker
from dragoman.dictionary.exchange.importing import _offered
from dragoman.dictionary.exchange.offered import Conflict, Offered
from dragoman.dictionary.exchange.write import _stage
from dragoman.dictionary.load import READERS, read_persons

DICTIONARY = load_dictionary()


def written(folder: Path, text: str | bytes, name: str = "given.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    return path


def offered(path: Path, form: str | None = None) -> list[Offered | Conflict]:
    """Return what the reader of the file's form yields."""
    return list(_offered(path, form, DICTIONARY, []))


def entries(path: Path, form: str | None = None) -> list[Offered]:
    """Return the entries that the reader yields; there must be no conflict."""
    found = offered(path, form)
    assert [item for item in found if isinstance(item, Conflict)] == []
    return [item for item in found if isinstance(item, Offered)]


def checked(path: Path, form: str | None = None) -> Checker:
    """Return what is kept of the file, and what is in conflict."""
    checker = Checker(DICTIONARY, DICTIONARY.countries, path.name)
    for item in offered(path, form):
        checker.take(item)
    checker.finish()
    return checker


def loaded(checker: Checker, folder: Path) -> Dictionary:
    """Write what is kept into `folder` and load that alone, with the packaged countries and organisations."""
    folder.mkdir(exist_ok=True)
    _stage(folder, folder, checker.kept.values())
    builder = Builder()
    builder.countries.update(DICTIONARY.countries)
    served = (entry for entry in DICTIONARY.entries.values() if entry.id.startswith("org."))
    builder.entries.update({entry.id: entry for entry in served if entry.id not in checker.kept})
    builder.own = True
    for name, read in READERS.items():
        if (folder / name).is_file():
            read(builder, folder / name)
        read_persons(builder)
    builder.entries.update(
        {known: entry for known, entry in DICTIONARY.entries.items() if known not in builder.entries}
    )
    builder.check_ties()
    return Dictionary(builder)
