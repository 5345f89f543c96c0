"""What a time expression is resolved against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.temporal.anchor import Anchor
from dragoman.temporal.clause import FUTURE
from dragoman.temporal.periods import Period, UnresolvedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The surroundings of one expression."""

    anchor: Anchor | None = None
    """When the document was written, if it says so."""
    tense: str = "past"
    """Tense of the clause: `past`, `present`, `future` or `none`."""
    reference: Period | None = None
    """The date named last before this expression: what `that day` points back to."""
    order: str | None = None
    """How the publisher prints 03/04/2016: `dmy`, `mdy`, or None where nothing tells."""
    order_basis: str = ""
    """What tells that, in words."""
    before: str = ""
    """The word before the expression, in lower case."""
    after: str = ""
    """The word after the expression, in lower case."""

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead."""
        return self.tense == FUTURE

    @property
    def known(self) -> Anchor:
        """The anchor.  Raises UnresolvedError when there is none."""
        if self.anchor is None:
            raise UnresolvedError("the document has no date")
        return self.anchor

    @property
    def day(self) -> date:
        """The day of the anchor.  Raises UnresolvedError when it is not known."""
        return self.known.day

    @property
    def label(self) -> str:
        """The anchor as named in the reasoning."""
        return self.known.label


@dataclass(frozen=True, slots=True)
class Resolution:
    """The dates an expression names, and why."""

    period: Period | None
    """None when it names no calendar date."""
    rule: str
    """The reasoning in words."""
    function: str | None = None
    """What the expression itself says it is (`for`, `frequency`, `since`), if it does."""
    open_start: bool = False
    """True when only the end is known: `more than two years ago`."""
    value: str | None = None
    """What it says where it names no date, in the notation of TIMEX3: a length such as `P30Y`, or `PRESENT_REF`."""
