"""Month names and date labels of `lexicon/months.yaml`, in folded form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.resources import LEXICON, Entry, read_yaml, unique
from dragoman.stages.clean.paragraphs import fold

FILE = LEXICON / "months.yaml"
REQUIRED = frozenset({"id", "months", "published", "updated", "fillers", "order"})
OPTIONAL = frozenset({"note"})
ORDERS = ("dmy", "mdy", "unknown")


@dataclass(frozen=True, slots=True)
class Label:
    """Words that stand before a date: what they announce, and how numbers are read after them."""

    words: tuple[str, ...]
    kind: str
    """`published` or `updated`."""
    order: str
    """`dmy`, `mdy` or `unknown`."""


class Calendar:
    """Months, labels and fillers of all languages together."""

    def __init__(self, path: Path = FILE) -> None:
        self.months: dict[str, int] = {}
        self.fillers: set[str] = set()
        self.labels: dict[str, list[Label]] = {}
        """By first word, the longest label first."""
        for entry in unique(read_yaml(path, required=REQUIRED, optional=OPTIONAL)):
            self._add(entry)
        for labels in self.labels.values():
            labels.sort(key=lambda label: -len(label.words))

    def _add(self, entry: Entry) -> None:
        months = entry.values["months"]
        if len(months) != 12 or entry.values["order"] not in ORDERS:
            raise entry.error(f"twelve months and an order of {', '.join(ORDERS)} are needed")
        for number, names in enumerate(months, start=1):
            for name in names:
                self._add_month(entry, fold(name), number)
        self.fillers.update(fold(word) for word in entry.values["fillers"])
        for kind in ("published", "updated"):
            for words in entry.values[kind]:
                self._add_label(Label(tuple(fold(words).split()), kind, entry.values["order"]))

    def _add_month(self, entry: Entry, name: str, number: int) -> None:
        if self.months.setdefault(name, number) != number:
            raise entry.error(f"month name {name!r} means month {self.months[name]} in another entry")

    def _add_label(self, label: Label) -> None:
        self.labels.setdefault(label.words[0], []).append(label)


@cache
def calendar() -> Calendar:
    """Return the calendar of the lexicon, read once a process."""
    return Calendar()
