"""Which of the offered entries are kept, under which id and names, and what is in conflict with what."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from dragoman.dictionary.entries import KINDS, SECTORS, TIES
from dragoman.dictionary.exchange.codes import country_of
from dragoman.dictionary.exchange.names import MAX_NAME, Owner, Register, cleaned, packaged_owner, problem_of
from dragoman.dictionary.exchange.offered import FILES, WEAK, Conflict, Offered, Office, Refused
from dragoman.dictionary.exchange.packaged import Packaged, same_actor, united
from dragoman.dictionary.load import Dictionary, is_day
from dragoman.dictionary.names import plural, slug
from dragoman.resources import LEXICON

_PREFIXES: Mapping[str, str] = {
    "person": "person", "place": "place", "armed_group": "armed", "open_group": "people",
}  # fmt: skip
_NAMED = (FILES["person"], FILES["place"], FILES["agent"])
"""Files whose entries have no id of their own: the printed name makes it."""
_ID = re.compile(r"[^\s\"#|?()]+")
_PLURALS = ("s", "only", "none")
_PRECISIONS = ("city", "region", "point")
_TIE_FIELDS = frozenset(("kind", "to", "by", "denied", "from", "to_date"))
_MAX_NOTE = 1000


class Checker:
    """Takes what a file offers, entry by entry; what it keeps is in `kept`, what a user should see in `conflicts`."""

    def __init__(
        self, dictionary: Dictionary, countries: Container[str], file: str, there: Iterable[tuple[Offered, str]] = ()
    ) -> None:
        self._dictionary = dictionary
        self._packaged = Packaged(LEXICON)
        self._countries = countries
        self._file = file
        self._register = Register()
        self._lines: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._there: dict[str, tuple[Offered, str]] = {}
        for offered, place in there:
            entry = offered._replace(id=_own_id(offered, offered.names[0]))
            self._there[entry.id] = (entry, place)
            self._register.claim(_claims(entry), Owner(entry.id, place), role=_is_role(entry))
        self.kept: dict[str, Offered] = {}
        """Entries by id, in the order of the file."""
        self.conflicts: list[Conflict] = []
        self.private: list[int] = []
        """Lines of persons who hold no public office."""
        self.there_already = 0
        """Entries that the folder has, and names that the package has for the same state."""

    def take(self, item: Offered | Conflict) -> None:
        """Keep an entry, or note why it is left out."""
        if isinstance(item, Conflict):
            self.conflicts.append(item)
            return
        try:
            self._take(item)
        except Refused as refused:
            self.conflicts.append(Conflict(item.line, str(refused), left_out=True))

    def finish(self) -> None:
        """Drop relations to entries that nobody has, now that all entries of the file are known."""
        for entry in list(self.kept.values()):
            ties = entry.more.get("relations", ())
            known = [tie for tie in ties if self._knows(tie["to"])]
            for tie in ties:
                if tie not in known:
                    self._say(entry.line, f"the relation of {entry.id} to unknown id {tie['to']!r} was dropped")
            if len(known) < len(ties):
                self.kept[entry.id] = entry._replace(more={**entry.more, "relations": known})

    def _knows(self, known: str) -> bool:
        return known in self.kept or known in self._there or known in self._dictionary.entries

    def _say(self, line: int, reason: str) -> None:
        self.conflicts.append(Conflict(line, reason))

    def _take(self, offered: Offered) -> None:
        if offered.kind == "person" and not offered.offices:
            self.private.append(offered.line)
            return
        if offered.key and (line := self._keys.setdefault(offered.key, offered.line)) != offered.line:
            raise Refused(f"the id {offered.key!r} stands already at {self._file}:{line}")
        entry = self._settled(offered._replace(names=tuple(self._names(offered))))
        if entry.file == FILES["agent"]:
            self._keep_role(entry)
        else:
            self._identify(entry._replace(names=tuple(self._fitting(entry))))

    # Cells

    def _names(self, offered: Offered) -> Iterator[str]:
        """Yield the names that can be used; raise Refused when none can."""
        seen: set[str] = set()
        for given in offered.names:
            name, steered = cleaned(given)
            plain = name.rstrip(WEAK).strip()
            problem = problem_of(plain)
            if problem:
                self._say(offered.line, problem)
                continue
            if steered:
                self._say(offered.line, f"control characters in {plain!r} were dropped")
            if plain not in seen:
                seen.add(plain)
                yield f"{plain}{WEAK}" if name.endswith(WEAK) and len(seen) > 1 else plain
        if not seen:
            raise Refused("the entry has no name that can be used")

    def _settled(self, entry: Offered) -> Offered:
        """Return the entry with its codes and cells checked.  Raises Refused for what cannot be kept."""
        if entry.kind not in KINDS:
            raise Refused(f"unknown kind {entry.kind!r}; known are {', '.join(sorted(KINDS))}")
        for sector in entry.sectors:
            if sector not in SECTORS:
                raise Refused(f"unknown sector {sector!r}; known are {', '.join(sorted(SECTORS))}")
        if entry.id and not (_ID.fullmatch(entry.id) and entry.id.isprintable()):
            raise Refused(f"the id {entry.id!r} holds spaces or signs")
        offices = tuple(self._offices(entry))
        if entry.kind == "person" and not offices:
            raise Refused(f"{entry.names[0]!r}: no office is left")
        return entry._replace(
            country=self._country(entry.country), offices=offices, note=cleaned(entry.note)[0][:_MAX_NOTE],
            more=self._more(entry),
        )  # fmt: skip

    def _more(self, entry: Offered) -> Mapping[str, Any]:
        """Return the cells that only our own form has, checked.  Raises Refused."""
        more = {name: _clean(value) for name, value in entry.more.items()}
        if entry.file == FILES["place"]:
            _check_spot(more)
        if any(problem_of(word.rstrip(WEAK)) for word in more.get("adjectives", ())):
            raise Refused("an adjective is empty or too long")
        if "relations" in more:
            ties = more["relations"] if isinstance(more["relations"], list) else [more["relations"]]
            more["relations"] = [tie for tie in ties if _is_tie(tie)]
            if len(more["relations"]) < len(ties):
                self._say(
                    entry.line, f"a relation of {entry.names[0]!r} is no mapping of kind, to and by; it was dropped"
                )
        return more

    def _country(self, code: str | None) -> str | None:
        if code is None:
            return None
        found = country_of(code, self._countries)
        if found is None:
            raise Refused(f"unknown country {code[:40]!r}; an ISO 3166 code is needed")
        return found

    def _offices(self, entry: Offered) -> Iterator[Office]:
        for office in entry.offices:
            line = office.line or entry.line
            try:
                yield self._office(office, line)
            except Refused as refused:
                self._say(line, f"{entry.names[0]!r}: {refused}")

    def _office(self, office: Office, line: int) -> Office:
        """Return the office with its codes checked, without dates that cannot be."""
        title = cleaned(office.title)[0]
        if not title or len(title) > MAX_NAME:
            raise Refused("an office without words, or with too many")
        if office.sector not in SECTORS:
            raise Refused(f"unknown sector {office.sector!r}")
        served = office.organisation
        if served is not None and served not in self._dictionary.entries and served not in self._there:
            raise Refused(f"unknown organisation {served!r}")
        if served is None and not office.country:
            raise Refused(f"it is not said which state or organisation is served as {title!r}")
        start, end = self._days(office, line)
        return office._replace(
            title=title, country=self._country(office.country) if served is None else None, start=start, end=end,
            note=cleaned(office.note)[0][:_MAX_NOTE], line=line,
        )  # fmt: skip

    def _days(self, office: Office, line: int) -> tuple[str, str]:
        days = []
        for day in (office.start, office.end):
            possible = not day or is_day(day)
            if not possible:
                self._say(line, f"{cleaned(day)[0][:40]!r} is no date of the calendar; the office is kept without it")
            days.append(day if possible else "")
        start, end = days
        if start and end and end < start[: len(end)]:
            self._say(line, f"the office ends ({end}) before it begins ({start}); it is kept without dates")
            return "", ""
        return start, end

    # Ids and names

    def _keep_role(self, entry: Offered) -> None:
        """Keep a role noun: all its words are claimed alike, so one that is taken leaves the entry out."""
        entry = entry._replace(
            id=_own_id(entry, entry.names[0]), names=tuple(name.rstrip(WEAK) for name in entry.names)
        )
        if self._is_there(entry):
            return
        for phrase in _claims(entry):
            if phrase != phrase.lower():
                raise Refused(f"the role noun {phrase!r} must be in lower case")
            if rival := self._register.rival(phrase, entry.id, role=True):
                raise Refused(f"{phrase!r} stands already at {rival.place} ({rival.id})")
        if entry.id in self.kept:
            raise Refused(f"the id {entry.id!r} is given twice")
        self._add(entry)

    def _identify(self, entry: Offered) -> None:
        """Find the id under which the entry is kept, and keep it there: with an entry of its own, or joined to one."""
        if entry.kind == "state" and entry.joins and len(entry.names) == 1:
            self.there_already += 1
            return
        if entry.id and not entry.joins and entry.id in self.kept:
            raise Refused(f"the id {entry.id!r} stands already at {self._place(entry.id)}")
        for first in _candidates(entry):
            base = self._base(first)
            if base is not None and not same_actor(base, first):
                continue
            candidate = first if base is None else united(base, first, self._owner_id)
            if candidate is base:
                self.there_already += 1
                return
            held = self.kept.get(candidate.id)
            if held is not None and entry.joins and same_actor(held, entry):
                self._join(held, candidate)
                return
            if self._is_there(candidate):
                return
            if held is None and candidate.id not in self._there and self._is_free(candidate):
                self._keep(candidate)
                return

    def _base(self, entry: Offered) -> Offered | None:
        """Return the packaged entry that an entry of another form adds to; one of our own form replaces it."""
        if entry.id not in self._dictionary.entries or not (entry.joins or entry.key):
            return None
        return self._packaged.get(entry.id)

    def _owner_id(self, name: str) -> str | None:
        owner = packaged_owner(self._dictionary, name)
        return owner.id if owner else None

    def _is_free(self, candidate: Offered) -> bool:
        """Tell whether the printed name is free; one that is taken is printed with a bracket, and weak without."""
        return self._register.rival(candidate.names[0], candidate.id) is None

    def _is_there(self, entry: Offered) -> bool:
        """Tell whether the folder has the entry.  Raises Refused when it has another of this id."""
        there, place = self._there.get(entry.id, (None, ""))
        if there is None:
            return False
        if _bare(entry.names) <= _bare(there.names) and _terms(entry) <= _terms(there):
            self.there_already += 1
            return True
        if same_actor(there, entry) and _may_be(there, entry):
            raise Refused(f"the id {entry.id!r} stands already at {place}")
        return False

    def _keep(self, entry: Offered) -> None:
        if entry.id in self._dictionary.entries:
            become = "adds to" if entry.joins or entry.key else "takes the place of"
            self._say(entry.line, f"{entry.names[0]!r} {become} the packaged entry {entry.id}")
        names = [entry.names[0], *self._settle_names(entry, entry.names[1:])]
        self._warn(entry, entry.names[0])
        if adjectives := list(self._settle_names(entry, entry.more.get("adjectives", ()))):
            entry = entry._replace(more={**entry.more, "adjectives": adjectives})
        self._add(entry._replace(names=tuple(names)))

    def _join(self, held: Offered, entry: Offered) -> None:
        """Add names and offices to an entry of the same name and country."""
        if entry.kind != "state":
            self._say(entry.line, f"{entry.names[0]!r} stands already at {self._place(held.id)}; the two are joined")
        known = _bare(held.names)
        names = [name for name in entry.names if name.removesuffix(WEAK) not in known]
        offices = dict.fromkeys(office._replace(line=0) for office in (*held.offices, *entry.offices))
        ordered = sorted(offices, key=lambda office: office.start or office.end)
        joined = held._replace(names=(*held.names, *self._settle_names(held, names)), offices=tuple(ordered))
        self._add(joined)

    def _settle_names(self, entry: Offered, names: Iterable[str]) -> Iterator[str]:
        """Yield other names of `entry`, those that another entry of the user's has as weak ones."""
        for name in names:
            plain = name.removesuffix(WEAK)
            rival = self._register.rival(name, entry.id)
            if rival is not None:
                self._say(
                    entry.line, f"the name {plain!r} stands already at {rival.place} ({rival.id}); here it is weak"
                )
                yield f"{plain}{WEAK}"
            else:
                self._warn(entry, name)
                self._register.claim([name], Owner(entry.id, f"{self._file}:{entry.line}"))
                yield name

    def _fitting(self, entry: Offered) -> Iterator[str]:
        """Yield the names without those that the package has for the state itself, or for a person."""
        yield entry.names[0]
        for name in entry.names[1:]:
            plain = name.removesuffix(WEAK)
            known = entry.kind == "state" and entry.joins and self._means(plain, entry.country)
            if not known and not self._is_persons(entry, plain):
                yield name

    def _is_persons(self, entry: Offered, name: str) -> bool:
        """Tell, and say, whether a name that a foreign file gives to a group is that of a packaged person."""
        if entry.kind == "person" or not (entry.joins or entry.key):
            return False
        owner = packaged_owner(self._dictionary, name)
        if owner is None or owner.kind != "person":
            return False
        self._say(entry.line, f"{name!r} is the person {owner.id} and no name of {entry.names[0]!r}; it was left out")
        return True

    def _means(self, name: str, country: str | None) -> bool:
        """Tell whether the package knows `name` as a name of the state, or of a place in it."""
        owner = packaged_owner(self._dictionary, name)
        return owner is not None and owner.country == country and owner.kind in ("state", "place")

    def _warn(self, entry: Offered, name: str) -> None:
        """Say when a packaged entry of another id has the name: the user's own wins."""
        if name.endswith(WEAK) or "(" in name:
            return
        owner = packaged_owner(self._dictionary, name)
        if owner is not None and owner.id != entry.id and not (owner.kind == "agent" or owner.id.startswith("agent.")):
            self._say(entry.line, f"{name!r} is a name of the packaged entry {owner.id}; yours ({entry.id}) wins")

    def _add(self, entry: Offered) -> None:
        self._lines.setdefault(entry.id, entry.line)
        self._register.claim(_claims(entry), Owner(entry.id, self._place(entry.id)), role=_is_role(entry))
        self.kept[entry.id] = entry

    def _place(self, known: str) -> str:
        return f"{self._file}:{self._lines[known]}"


def _is_role(entry: Offered) -> bool:
    return entry.file == FILES["agent"]


def _own_id(entry: Offered, name: str) -> str:
    """Return the id that the reader of our own form gives to an entry printed as `name`."""
    if entry.id:
        return entry.id
    prefix = "agent" if _is_role(entry) else _PREFIXES.get(entry.kind, "org")
    return f"{prefix}.{slug(name)}"


def _candidates(entry: Offered) -> Iterator[Offered]:
    """Yield the entry under one id after the other: its own, then with its state, then with a number."""
    name = entry.names[0]
    first = entry._replace(id=_own_id(entry, name))
    if not first.id.endswith("."):
        yield first
    told = _served(entry) or entry.kind
    told = told.removeprefix("org.").upper() if told.startswith("org.") else told
    number = 1
    while True:
        mark = told if number == 1 else f"{told} {number}"
        printed = f"{name} ({mark})"
        made = _own_id(entry, printed) if entry.file in _NAMED or not entry.id else f"{entry.id}.{slug(mark)}"
        yield entry._replace(id=made, names=(printed, *entry.names))
        number += 1


def _served(entry: Offered) -> str | None:
    """Return the state or organisation that an entry belongs to."""
    return entry.offices[-1].country or entry.offices[-1].organisation if entry.offices else entry.country


def _claims(entry: Offered) -> list[str]:
    """Return all words that the entry claims."""
    names = list(entry.names)
    names.extend(entry.more.get("adjectives", ()))
    if _is_role(entry):
        forms = entry.more["plural"]
        names.extend(plural(name) for name in entry.names if "s" in forms)
        names.extend(form for form in forms if form not in _PLURALS)
    return names


def _bare(names: Iterable[str]) -> set[str]:
    return {name.removesuffix(WEAK) for name in names}


def _terms(entry: Offered) -> set[tuple[str, str | None, str, str]]:
    return {(office.title, office.country or office.organisation, office.start, office.end) for office in entry.offices}


def _may_be(there: Offered, entry: Offered) -> bool:
    """Tell whether two entries of one name may be the same: an id of the file must be noted there."""
    notes = (there.note, *(office.note for office in there.offices))
    return not entry.key or any(entry.note in note for note in notes)


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {cleaned(name)[0]: _clean(item) for name, item in value.items()}
    return cleaned(value)[0]


def _is_tie(value: Any) -> bool:
    if not isinstance(value, dict) or not {"kind", "to", "by"} <= value.keys() <= _TIE_FIELDS:
        return False
    return value["kind"] in TIES and all(isinstance(told, str) for told in value.values())


def _check_spot(more: Mapping[str, Any]) -> None:
    try:
        lat, lon = float(more["lat"]), float(more["lon"])
    except ValueError:
        raise Refused(f"lat and lon must be numbers, not {more['lat']!r} and {more['lon']!r}") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise Refused(f"lat and lon must be degrees on the globe, not {lat} and {lon}")
    if more["precision"] not in _PRECISIONS:
        raise Refused(f"precision must be {', '.join(_PRECISIONS)}, not {more['precision']!r}")
