"""Recall, precision and F1 of records that were looked for, found, coded and right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Rates:
    """Counts over one kind of record.  Where nothing is to be found or coded, all of it is right."""

    gold: int = 0
    """Records that should be found."""
    found: int = 0
    """Of these, those that were."""
    coded: int = 0
    right: int = 0
    """Coded records that fit a gold one."""

    @property
    def recall(self) -> float:
        """Share of the gold records that were found."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """Share of the coded records that fit a gold one."""
        return self.right / self.coded if self.coded else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0
