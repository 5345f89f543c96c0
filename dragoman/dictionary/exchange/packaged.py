"""Packaged entries as their files have them, so that a user's entry for the same actor adds to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from dragoman.dictionary.entries import certainly_before
from dragoman.dictionary.exchange.lines import Line, read_lines
from dragoman.dictionary.exchange.offered import FILES, ORGANISATIONS, WEAK, Conflict, Offered, Office
from dragoman.dictionary.exchange.own import read_list, read_table
from dragoman.dictionary.names import slug

_Reader = Callable[[Iterable[Line]], Iterator[Offered | Conflict]]
LISTS = (ORGANISATIONS, FILES["armed_group"], FILES["open_group"])


class Packaged:
    """The packaged entries of a lexicon folder, read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, known: str) -> Offered | None:
        """Return the person, organisation, group or people with this id."""
        return (self._persons if known.startswith("person.") else self._others).get(known)

    @cached_property
    def _persons(self) -> Mapping[str, Offered]:
        found: dict[str, Offered] = {}
        for _, entry in own_entries(self._folder, (FILES["person"],)):
            known = f"person.{slug(entry.names[0])}"
            held = found.get(known, entry._replace(id=known, offices=()))
            names = dict.fromkeys((*held.names, *entry.names))
            found[known] = held._replace(names=tuple(names), offices=(*held.offices, *entry.offices))
        return found

    @cached_property
    def _others(self) -> Mapping[str, Offered]:
        return {entry.id: entry for _, entry in own_entries(self._folder, LISTS)}


def own_entries(folder: Path, names: Iterable[str]) -> Iterator[tuple[Path, Offered]]:
    """Yield the entries of dictionary files of our own form in `folder`, whole files and folders of parts."""
    for name in names:
        parts = (folder / name).with_suffix("").glob(f"*{Path(name).suffix}")
        read: _Reader = read_table if name.endswith(".tsv") else read_list
        for path in (folder / name, *sorted(parts)):
            if path.is_file():
                yield from ((path, item) for item in read(read_lines(path)) if isinstance(item, Offered))


def served(entry: Offered) -> set[str | None]:
    """Return the states and organisations that an entry belongs to."""
    return {office.country or office.organisation for office in entry.offices} or {entry.country}


def same_actor(one: Offered, other: Offered) -> bool:
    """Tell whether two entries of one name are taken for one actor: they share a state, or one belongs to none."""
    ours, theirs = served(one), served(other)
    return bool(ours & theirs) or (one.kind != "person" and None in ours | theirs)


def united(base: Offered, entry: Offered, owner_of: Callable[[str], str | None]) -> Offered:
    """Return the packaged entry `base` with the names and offices that `entry` adds; `base` itself when it adds none.

    `owner_of` tells the id of the packaged entry that a name means.
    """
    held = {name.removesuffix(WEAK) for name in base.names}
    names = [name for name in entry.names if name.removesuffix(WEAK) not in held and owner_of(name) != base.id]
    offices = [office for office in entry.offices if not any(_covers(has, office, entry) for has in base.offices)]
    if not names and not offices:
        return base
    ordered = sorted((*base.offices, *offices), key=lambda office: office.start or office.end)
    return base._replace(
        line=entry.line, names=(*base.names, *names), offices=tuple(ordered), joins=entry.joins, key=entry.key
    )


def _covers(has: Office, office: Office, entry: Offered) -> bool:
    """Tell whether an office says nothing new: it overlaps one of the same state, and tells no more than its sector."""
    if (has.country or has.organisation) != (office.country or office.organisation):
        return False
    if not entry.joins:
        return has.sector == office.sector and has.start[:4] == office.start[:4]
    return not certainly_before(has.end, office.start) and not certainly_before(office.end, has.start)
