"""Whom a name means in the record: a state's name means the state with all its bodies and officials."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from dragoman.brief.nouns import Subject
from dragoman.errors import UnknownActorError
from dragoman.store.keys import name_key
from dragoman.store.record import Record
from dragoman.store.results import Appearance

_NEAR = 5
_ALIKE = 0.6  # share of letters in common


def subject(record: Record, given: str) -> Subject:
    """Return whom `given` (a country code, a dictionary entry or a name) means in `record`.

    Raises UnknownActorError, with near names, for somebody who takes part in nothing the record holds.
    """
    found = list(record.appearances(given))
    if not found:
        raise UnknownActorError(f"nobody in the record is {given!r}{_near(record, given)}")
    state = _state(found, given)
    if state is not None:
        return Subject(name=f"{state.name} ({state.country})", wanted=str(state.country), country=state.country)
    country = given if any(one.country == given for one in found) else None
    return Subject(name=given if country else _printed(found, given), wanted=given, country=country)


def _state(found: Iterable[Appearance], given: str) -> Appearance | None:
    """Return the state that `given` names or codes."""
    named = (one for one in found if one.kind == "state" and one.country)
    return next((one for one in named if given == one.country or name_key(given) == name_key(one.name)), None)


def _printed(found: list[Appearance], given: str) -> str:
    """Return the name to print: that of the only one meant, else what was given."""
    names = {one.name for one in found}
    return names.pop() if len(names) == 1 else given


def _near(record: Record, given: str) -> str:
    """Return the names most like `given` in words, empty when none is."""
    names = {name_key(one.name): one.name for one in record.appearances()}
    names |= {name_key(one.country): one.country for one in record.appearances() if one.country}
    key = name_key(given)
    alike = difflib.get_close_matches(key, names, n=_NEAR, cutoff=_ALIKE) if key else []
    words = set(key.split())
    alike += [name for name in names if name not in alike and words & set(name.split())]
    return f" (near: {', '.join(names[name] for name in alike[:_NEAR])})" if alike else ""
