"""Reading CAMEO actor files, as TABARI, PETRARCH and Phoenix use them: names in capitals, codes in brackets.

    NAME_ [CODE]          or    NAME_  ; comment
    +SYNONYM_                   +SYNONYM_
                                    [CODE 990101-010604]
                                    [CODE >010604]

The files do not say what is a person: `cameo_names` tells it from the words and the dates.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.dictionary.entries import Country
from dragoman.dictionary.exchange.cameo_names import Wording
from dragoman.dictionary.exchange.codes import (
    BODIES,
    ELITE,
    PEOPLES,
    REGIONS,
    ROLES,
    SORTS,
    UNIONS,
    country_of,
)
from dragoman.dictionary.exchange.lines import Line
from dragoman.dictionary.exchange.offered import FILES, ORGANISATIONS, PUBLIC, Conflict, Offered, Office, Refused

_CODE = re.compile(r"\[([^\[\]]*)\]")
_COMMENT = re.compile(r"[#;].*")
_LEADERSHIP = re.compile(r"\b(leader|founder|commander|member|killed|born|alias|spokes\w+)\b", re.IGNORECASE)
_NOBODY = "---"
_CENTURY = 30
"""Two digits of a year up to this one are of this century."""
_TITLES = {
    "GOV": "government post", "MIL": "military post", "COP": "police post", "SPY": "intelligence post",
    "JUD": "judicial office", "LEG": "seat in the legislature", "IGO": "post in an organisation of states",
}  # fmt: skip


class Code(NamedTuple):
    """One code of an actor, read."""

    text: str
    country: str | None
    sort: str
    """Sort of actor that the code begins with, such as `IGO`; empty for none."""
    sectors: tuple[str, ...]
    elite: bool
    """Whether it says that no office is held."""
    body: str | None
    """Id of the organisation of states that it ends with."""
    dates: str
    """The restriction to a time, as printed; empty for none."""
    line: int

    @property
    def public(self) -> str | None:
        """The sector of the public office that it tells, or None."""
        return next((sector for sector in self.sectors if sector in PUBLIC), None)


@dataclass(slots=True)
class _Block:
    """A name, its synonyms and its codes, until the next name."""

    line: int
    names: list[str]
    codes: list[tuple[int, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def looks_cameo(text: str) -> bool:
    """Tell whether a line holds a code as CAMEO files write it."""
    found = _CODE.search(_COMMENT.sub("", text))
    return found is not None and re.match(r"[A-Z]{3}|---", found[1].strip()) is not None


def read_actors(
    lines: Iterable[Line], wording: Wording, countries: dict[str, Country], ids: Container[str]
) -> Iterator[Offered | Conflict]:
    """Read the actors; `ids` are those of organisations that a person may serve."""
    for block in _blocks(lines):
        if isinstance(block, Conflict):
            yield block
            continue
        try:
            yield _offered(block, wording, countries, ids)
        except Refused as refused:
            yield Conflict(block.line, str(refused), left_out=True)


def _blocks(lines: Iterable[Line]) -> Iterator[_Block | Conflict]:
    block: _Block | None = None
    for line in lines:
        if line.problem:
            yield Conflict(line.number, line.problem, left_out=not line.text)
        name, codes, comment = _apart(line)
        if name and not name.startswith("+"):
            if block is not None:
                yield block
            block = _Block(line.number, [name])
        elif block is None:
            if name or codes:
                yield Conflict(line.number, "stands before the first name", left_out=True)
            continue
        elif name:
            block.names.append(name.lstrip("+"))
        block.codes.extend(codes)
        if comment:
            block.comments.append(comment)
    if block is not None:
        yield block


def _apart(line: Line) -> tuple[str, list[tuple[int, str]], str]:
    """Return the name, the codes and the comment of a line."""
    comment = _COMMENT.search(line.text) if "#" in line.text or ";" in line.text else None
    text = line.text[: comment.start()] if comment else line.text
    name, bracket, _ = text.partition("[")
    codes = [(line.number, found) for found in _CODE.findall(text)] if bracket else []
    return name.strip(), codes, comment[0] if comment else ""


def _offered(block: _Block, wording: Wording, countries: dict[str, Country], ids: Container[str]) -> Offered:
    given = [(line, body) for line, body in block.codes if body.strip() and body.strip() != _NOBODY]
    if not given:
        said = f"the code {_NOBODY} stands for no actor" if block.codes else "no code is given for it"
        raise Refused(f"{block.names[0]!r}: {said}")
    codes = [read_code(body, line, countries, ids) for line, body in given]
    plain = wording.variants(block.names)
    if not plain:
        raise Refused(f"{block.names[0]!r} is no name")
    if _is_person(block, plain, codes, wording):
        return _person(block, plain, codes, wording)
    return _body(block, plain, codes, wording, countries)


def read_code(body: str, line: int, countries: Container[str], ids: Container[str]) -> Code:
    """Read what stands between brackets.  Raises Refused for a country or role that is not known."""
    text, _, dates = body.strip().partition(" ")
    parts = [text[i : i + 3] for i in range(0, len(text), 3)]
    first, rest = parts[0], parts[1:]
    if not _begins(first, countries):
        raise Refused(f"unknown country or role {first!r} in [{text}]")
    roles = [part for part in parts if part in ROLES or part == ELITE]
    if rest and not roles and first not in SORTS and not all(_detail(part, countries) for part in rest):
        raise Refused(f"unknown role {rest[0]!r} in [{text}]")
    sort = first if first in SORTS else ""
    sectors = [SORTS.get(first, ""), *(ROLES.get(part, "") for part in (rest if sort else parts))]
    served = [BODIES[part] for part in reversed(rest) if part in BODIES] if first == "IGO" else []
    return Code(
        text, _state(first, rest, countries), sort, tuple(dict.fromkeys(filter(None, sectors))), ELITE in parts,
        next((body_id for body_id in served if body_id in ids), None), dates.strip(), line,
    )  # fmt: skip


def _begins(part: str, countries: Container[str]) -> bool:
    """Tell whether a code can begin so."""
    known = part in SORTS or part in REGIONS or part in PEOPLES or part in ROLES or part == ELITE
    return known or (len(part) == 3 and country_of(part, countries) is not None)


def _state(first: str, rest: list[str], countries: Container[str]) -> str | None:
    """Return the country of a code: of a union's member that member, of a company or society the one named later."""
    later = [part for part in rest if part in countries and part not in ROLES]
    later += [found for part in rest if first in UNIONS and (found := country_of(part, countries))]
    if first in ("NGO", "NGM", "MNC"):
        return next(iter(later), None)
    if first in SORTS or first in REGIONS or first in ROLES:
        return None
    own = country_of(first, countries)
    return next(iter(later), own) if first in UNIONS else own


def _detail(part: str, countries: Container[str]) -> bool:
    """Tell whether a later part of a code is known as something other than a role."""
    return part in PEOPLES or part in REGIONS or part in BODIES or country_of(part, countries) is not None


def _is_person(block: _Block, names: list[str], codes: list[Code], wording: Wording) -> bool:
    """Judge from the codes and the words: a company never is one, the former holder of an office always is."""
    name = names[0]
    if any(code.sort == "MNC" for code in codes):
        return False
    if wording.is_person(name):
        return True
    dated = any(code.dates and code.public and "LEG" not in code.sectors for code in codes)
    if not wording.could_be_person(name, dated=dated):
        return False
    if any(code.elite or (code.public and code.dates) for code in codes):
        return len(name.split()) > 1 or not wording.is_group(name)
    told = any(_LEADERSHIP.search(comment) for comment in block.comments)
    return not wording.is_group(name) and (told or wording.begins_with_given_name(name))


def _person(block: _Block, names: list[str], codes: list[Code], wording: Wording) -> Offered:
    offices = [_office(code) for code in codes if code.public]
    kept = [office for office in offices if office.country or office.organisation]
    if offices and not kept:
        raise Refused(f"{block.names[0]!r}: it is not said which state or organisation is served")
    nation = next((office.country for office in kept if office.country), None)
    spoken = dict.fromkeys(wording.personal(wording.untitled(name), nation) for name in names)
    return Offered(
        line=block.line, file=FILES["person"], kind="person", names=tuple(spoken), joins=True,
        offices=tuple(sorted(kept, key=lambda office: office.start or office.end)),
    )  # fmt: skip


def _office(code: Code) -> Office:
    sector = code.public or "GOV"
    start, end = _span(code.dates)
    return Office(
        title=_TITLES[sector], sector=sector, country=None if code.body else code.country, organisation=code.body,
        start=start, end=end, note=f"CAMEO {code.text}", line=code.line,
    )  # fmt: skip


def _span(dates: str) -> tuple[str, str]:
    """Return first and last day of a restriction: `>` from a day on, `<` until it, or both days."""
    plain = dates.replace(" ", "")
    if plain.startswith(">"):
        return day_of(plain[1:]), ""
    if plain.startswith("<"):
        return "", day_of(plain[1:])
    start, dash, end = plain.partition("-")
    return (day_of(start), day_of(end)) if dash else (day_of(plain), day_of(plain))


def day_of(digits: str) -> str:
    """Return YYMMDD or YYYYMMDD as a day of ISO 8601, without the parts that are zero; other digits as they are."""
    if len(digits) == 6 and digits.isdecimal():
        digits = f"{20 if int(digits[:2]) <= _CENTURY else 19}{digits}"
    if len(digits) != 8 or not digits.isdecimal():
        return digits
    year, month, day = digits[:4], digits[4:6], digits[6:]
    return "-".join([year] if month == "00" else [year, month] if day == "00" else [year, month, day])


def _body(
    block: _Block, names: list[str], codes: list[Code], wording: Wording, countries: dict[str, Country]
) -> Offered:
    """Return a state, a body, an organisation or an armed group; the last code is the one that holds today."""
    last = codes[-1]
    note = "CAMEO " + ", ".join(dict.fromkeys(f"{code.text} {code.dates}".strip() for code in codes))
    if last.country and not last.sectors and not last.sort:
        state = countries[last.country]
        return Offered(
            line=block.line, file=ORGANISATIONS, kind="state", id=f"state.{state.iso3}.other_names", joins=True,
            names=(f"{state.name} ({state.iso3})", *wording.general(names)), country=state.iso3, sectors=("GOV",),
        )  # fmt: skip
    kind = _kind(last)
    return Offered(
        line=block.line, file=FILES.get(kind, ORGANISATIONS), kind=kind, joins=True, note=note,
        names=tuple(dict.fromkeys(wording.general(names))), country=last.country, sectors=last.sectors or ("UNK",),
    )  # fmt: skip


def _kind(code: Code) -> str:
    if code.sort == "IGO":
        return "igo"
    if code.sort in ("NGO", "NGM", "MNC"):
        return "organisation"
    if code.sectors[:1] == ("REB",):
        return "armed_group"
    return "body" if code.public else "organisation"
