"""Which events or claims are wanted: the one set of filters that the command line, the pages and the API share."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.errors import FilterError
from dragoman.store.keys import first_day

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Conditions that must all hold; a field left empty sets none.

    Raises FilterError when a date or the limit cannot be understood.
    """

    actor: str | None = None
    """Country (`TUR`, in capitals), dictionary entry id, or a part of a name, case and diacritics ignored.

    A name in capitals (`PKK`, `UN`) is matched as a whole word.  Actors and recipients are both looked at, and of
    a claim all who have a part in it: speakers, debtors, signatories …"""
    partner: str | None = None
    """A second actor, named likewise, who must have a part in the same event or claim."""
    type: str | None = None
    """PLOVER event type, in any case; claims have none."""
    since: str | None = None
    """ISO day, month or year: what may have happened then or later.  The undated is left out.

    Of a claim the date is that of `dragoman.records.moment`."""
    until: str | None = None
    """ISO day, month or year: what may have happened then or earlier.  The undated is left out."""
    status: str | None = None
    """Status of the act, such as `happened` or `planned`, or of the claim, such as `open`."""
    text: str | None = None
    """Words that must all stand in a quote (or, for documents, in title and text).

    `"two words"` is a phrase, `minist*` matches any ending; everything else is taken literally."""
    document: str | None = None
    """Name of a document, its id, or the first digits of its id."""
    limit: int | None = None
    """Largest number of results."""

    def __post_init__(self) -> None:
        """Refuse what cannot be understood."""
        _check_date("since", self.since)
        _check_date("until", self.until)
        if self.limit is not None and self.limit < 0:
            raise FilterError(f"limit must not be negative, and is {self.limit}")


def _check_date(field: str, value: str | None) -> None:
    if value and not (_DATE.fullmatch(value) and _is_day(first_day(value))):
        raise FilterError(f"{field} must be a date such as 2016-03-10, 2016-03 or 2016, not {value!r}")


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
