"""A record made by hand for briefs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.brief.gather import brief
from dragoman.brief.nouns import Brief, Item
from dragoman.records import Coding, DateStamp
from dragoman.store.record import Record, open_record
from tests.factory import make_claim, make_coding, make_document, make_event, with_claims

Lines = Callable[..., dict[str, list[Item]]]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give an empty record."""
    with open_record(tmp_path / "record.sqlite") as opened:
        yield opened


@pytest.fixture
def lines(record: Record) -> Lines:
    """Return what asks for a brief and gives its lines by section."""

    def ask(*actors: str, **dates: Any) -> dict[str, list[Item]]:
        found: Brief = brief(record, *actors, **dates)
        return {section.title: list(section.items) for section in found.sections}

    return ask


def coding(name: str = "a.txt", published: str | None = "2016-03-10", *events: Any, **lists: Any) -> Coding:
    """Return a coding with `events`, and claims of `lists` made of dictionaries of their fields."""
    stamp = DateStamp(date=published, precision="day", basis="line 1") if published else None
    document = make_document(name, published=stamp)
    claims = {
        kind: tuple(make_claim(kind, document, number, **fields) for number, fields in enumerate(held))
        for kind, held in lists.items()
    }
    made = tuple(make_event(document, number, **fields) for number, fields in enumerate(events))
    bare = make_coding(document, *made)
    return with_claims(bare, **claims) if claims else bare
