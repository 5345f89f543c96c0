"""Headlines as they are compared: with and without the outlet's name that pages add to them."""

from __future__ import annotations

import re

from dragoman.stages.clean.paragraphs import DASHES, fold

LONGEST_OUTLET = 40

_SEPARATOR = re.compile(rf"\s[|{DASHES}]\s")


def outlet_suffix(headline: str) -> tuple[int, str] | None:
    """Return where ` | Outlet` begins at the end of `headline`, and the outlet, or None."""
    separators = list(_SEPARATOR.finditer(headline))
    if not separators or len(headline) - separators[-1].end() > LONGEST_OUTLET:
        return None
    return separators[-1].start(), headline[separators[-1].end() :].strip()


def headline_keys(headline: str) -> frozenset[str]:
    """Return the folded forms in which `headline` may stand on its page."""
    suffix = outlet_suffix(headline)
    return frozenset({fold(headline), fold(headline[: suffix[0]])} if suffix else {fold(headline)})
