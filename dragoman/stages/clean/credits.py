"""Credits: who wrote it, for whom, and from where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.stages.clean.agencies import agencies
from dragoman.stages.clean.calendar import calendar
from dragoman.stages.clean.paragraphs import DASHES, EDGES, fold

LONGEST_CREDIT = 120
LONGEST_PREFIX = 120

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_NAME_WORD = rf"{_CAPITAL}[\w.'\u2019-]{{0,24}}"
_PLACE = rf"{_NAME_WORD}(?:[ /-]{_NAME_WORD}){{0,3}}"
_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}\.?)(?:,? \d{4})?"
_SIGN = r"(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,20})/)\.?"
_DASH = r"(?P<dash>[\u2013\u2014]|(?<=[\s)/])-{1,2}|:)"  # a hyphen without a space before it is part of a name
_PREFIX = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:, {_PLACE}){{0,2}})(?P<day>,? {_DAY})?\.?\s{{0,2}})?"
    rf"(?:{_SIGN}(?:\s{{0,2}}{_DASH})?|{_DASH.replace('dash', 'bare')})(?=[\s\w\u201c\u2018\"'(<-]|$)\s{{0,2}}"
)
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY) (?P<who>{_NAME_WORD}(?:,? (?:and |& |in |for |with |of |at |the )?{_NAME_WORD}){{0,9}})"
    r"(?: \((?P<sign>[^()\n]{2,40})\))?"
)
_DESK = re.compile(
    r"(?:news|foreign|web|world|international|national|online|digital) (?:desk|staff)|newsroom"
    r"|staff(?: (?:writer|reporter))?|(?:our )?correspondent|editorial(?: board)?|with (?:news )?(?:agencies|wires)",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{0,4}} ?)(?P<rest>(?: ?[/|{DASHES}] ?| )(?P<desk>[\w ]{{3,30}}))"
)
_OUTLET_WORDS = frozenset(
    {
        "news", "times", "post", "herald", "tribune", "agency", "bulletin", "gazette", "journal", "press",
        "today", "observer", "telegraph", "guardian", "sabah", "daily", "weekly", "review", "chronicle",
        "monitor", "standard", "mail", "sun", "globe", "radio", "television", "tv", "wire", "online",
    }
)  # fmt: skip
_WIRE_END = re.compile(r"(?:[a-z]{1,4}(?:[/,] ?[a-z]{1,4}){0,3} )?\((?P<signs>[^()\n]{2,50})\)")
# Capitalised openings that are names of bodies, not of the place a report comes from.
_NOT_PLACES = frozenset(
    {
        "NATO", "OPEC", "ISIL", "ISIS", "UNESCO", "UNICEF", "UNHCR", "ASEAN", "ECOWAS", "OSCE", "IAEA",
        "UPDATE", "BREAKING", "WATCH", "VIDEO", "OPINION", "ANALYSIS",
    }
)  # fmt: skip
SHORTEST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Prefix:
    """The dateline that opens a report: `length` characters, with what it says."""

    length: int
    place: str | None
    agency: str | None
    day: str | None
    """The day as printed, `March 9` or `9 March 2021`."""


def read_prefix(text: str) -> Prefix | None:
    """Return the dateline at the start of `text`, such as `MUSCAT, Oman (AA) -`, or None."""
    match = _PREFIX.match(text[:LONGEST_PREFIX])
    if match is None or not match.end():
        return None
    place, sign = match["place"], match["round"] or match["slashed"]
    agency = agencies().credited(sign) if sign else None
    if not (_leads_on(match, text) and _opens_report(match, agency)):
        return None
    return Prefix(len(match.group().rstrip()), place, agency or sign, match["day"])


def _leads_on(match: re.Match[str], text: str) -> bool:
    """Tell whether a sentence begins after the match, or the line is nothing but place and day."""
    rest = text[match.end() :]
    if not rest:
        return bool(match["day"])
    return not rest[0].islower() and rest.upper() != rest


def _opens_report(match: re.Match[str], agency: str | None) -> bool:
    """Decide whether what looks like a dateline is one: an agency, a day, capitals, or city and country."""
    place, dash = match["place"], match["dash"] or match["bare"]
    signed = bool(match["round"] or match["slashed"])
    if match["day"] and not _names_month(match["day"]):
        return False
    if agency:
        return place is None or bool(dash or match["slashed"]) or _in_capitals(place)
    if not place or dash in (None, ":"):
        return False
    return _in_capitals(place) or (not signed and ((match["day"] or "").startswith(",") or _city_and_country(place)))


def _names_month(day: str) -> bool:
    return any(fold(word) in calendar().months for word in day.replace(",", " ").split())


def _in_capitals(place: str) -> bool:
    """Tell whether the city of the dateline is in capitals, and no known abbreviation."""
    city = place.split(",", maxsplit=1)[0]
    return city.upper() == city and len(city) >= SHORTEST_CAPITALS and city not in _NOT_PLACES


def _city_and_country(place: str) -> bool:
    parts = place.split(", ")
    return len(parts) == 2 and all(len(part.split()) <= 3 for part in parts)


def read_byline(text: str) -> tuple[str, str | None] | None:
    """Return the author and the agency of a line such as `By Lena Haddad (AA)`, or None."""
    match = _BYLINE.fullmatch(text.strip()) if len(text) <= LONGEST_CREDIT else None
    if match is None:
        return None
    who, *rest = match["who"].split(", ")
    if " " not in who and not agencies().credited(who) and not _DESK.fullmatch(who):
        return None
    signs = [agency for part in (match["sign"], who, *rest) if part and (agency := agencies().credited(part))]
    return match["who"] if rest and not signs else who, signs[0] if signs else None


def read_outlet(text: str) -> tuple[str, str | None] | None:
    """Return the outlet and the desk of a line such as `Gulf Weekly / News Desk`, or None."""
    if len(text) > LONGEST_CREDIT:
        return None
    match = _OUTLET.fullmatch(text.strip())
    if match and _DESK.fullmatch(match["desk"].strip()):
        return match["name"].strip(), match["desk"].strip()
    words = text.split()
    named = 2 <= len(words) <= 3 and words[-1].casefold() in _OUTLET_WORDS and all(word[0].isupper() for word in words)
    return (text.strip(), None) if named else None


def read_agency_line(text: str) -> tuple[str | None, str] | None:
    """Return place and agency of a credit on its own: `(AA)`, `AMMAN - Petra News Agency`, `ab/cd (AFP, AP)`."""
    if len(text) > LONGEST_CREDIT:
        return None
    wire = _WIRE_END.fullmatch(text.strip())
    if agency := agencies().credited(wire["signs"] if wire else text):
        return None, agency
    place, _, rest = _parted(text)
    agency = agencies().credited(rest) if rest else None
    return (place.strip(EDGES), agency) if agency and place == place.upper() else None


def _parted(text: str) -> tuple[str, str, str]:
    for separator in (" - ", " \u2013 ", " \u2014 ", " (", ": ", " | ", " / "):
        if separator in text:
            return text.partition(separator)
    return text, "", ""


def source_of(text: str) -> str | None:
    """Return whom a source line names (`Source: Petra`), or None for a template's placeholder."""
    _, _, name = text.partition(":")
    return agencies().source(name) if name else None
