"""News agencies of `lexicon/agencies.yaml`, and whether a credit names anybody at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.resources import LEXICON, Entry, read_yaml, unique
from dragoman.stages.clean.paragraphs import EDGES, fold

FILE = LEXICON / "agencies.yaml"
REQUIRED = frozenset({"id", "name", "abbreviations", "forms", "kind"})
OPTIONAL = frozenset({"note"})
KINDS = ("agency", "outlet", "placeholder")
LONGEST_NAME = 60

_SEPARATOR = re.compile(r"\s*(?:,|/|;|&|\band\b|\bve\b|\bund\b|\bet\b|-)\s*")


@dataclass(frozen=True, slots=True)
class Agency:
    """One entry: the name as it is shown, and its kind."""

    shown: str
    """Standard name with its abbreviation, such as `Anadolu Agency (AA)`."""
    kind: str


class Agencies:
    """Look-up of agencies by abbreviation (in capitals) and by name."""

    def __init__(self, path: Path = FILE) -> None:
        self._by_sign: dict[str, Agency] = {}
        self._by_name: dict[str, Agency] = {}
        for entry in unique(read_yaml(path, required=REQUIRED, optional=OPTIONAL)):
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        values = entry.values
        if values["kind"] not in KINDS:
            raise entry.error(f"kind must be one of {', '.join(KINDS)}")
        agency = Agency(_shown(values["name"], values["abbreviations"]), values["kind"])
        self._by_sign.update(dict.fromkeys(values["abbreviations"], agency))
        for name in (values["name"], *values["forms"]):
            self._by_name[fold(name)] = agency

    def find(self, text: str) -> Agency | None:
        """Return the agency or placeholder that `text` names in full, or None."""
        stripped = text.strip(EDGES)
        return self._by_sign.get(stripped) or self._by_name.get(fold(stripped))

    def credited(self, text: str) -> str | None:
        """Return the agencies that `text` consists of ("AFP, AP"), as shown, or None when anything else is there."""
        whole = self.find(text)
        if whole:
            return whole.shown if whole.kind != "placeholder" else None
        found = [self.find(part) for part in _SEPARATOR.split(text.strip(EDGES)) if part]
        if len(text) > LONGEST_NAME or not found or None in found:
            return None
        return ", ".join(agency.shown for agency in found if agency and agency.kind != "placeholder") or None

    def source(self, text: str) -> str | None:
        """Return the source that a source line names: an agency as shown, another name as printed, or None."""
        name = text.strip(EDGES)
        whole = self.find(name)
        if whole and whole.kind == "placeholder":
            return None
        return self.credited(name) or (name if _is_name(name) else None)


def _shown(name: str, abbreviations: list[str]) -> str:
    plain = not abbreviations or fold(abbreviations[0]) == fold(name)
    return name if plain else f"{name} ({abbreviations[0]})"


def _is_name(text: str) -> bool:
    """Tell whether a credit names somebody: short, with a capital letter, and no address of a page."""
    return 2 < len(text) <= LONGEST_NAME and text != text.lower() and "://" not in text and "." not in text[:-1]


@cache
def agencies() -> Agencies:
    """Return the agencies of the lexicon, read once a process."""
    return Agencies()
