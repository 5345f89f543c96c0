"""Dragoman codes who did what to whom, when, where and according to whom, from public reporting.

>>> from dragoman import Coder, Document
>>> coding = Coder().code(Document(id="note", text="Japan and India signed a defence pact in Tokyo."))
>>> [(event.type, [actor.country for actor in event.actors]) for event in coding.events]
[('SUPPORT', ['JPN', 'IND'])]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.records import Coding, Document, Event, Failure

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.store.record import Record, open_record

from dragoman.version import __version__

__all__ = ["Coder", "Coding", "Document", "Event", "Failure", "Record", "__version__", "open_record"]

_LAZY = {"Coder": "dragoman.coder", "Record": "dragoman.store.record", "open_record": "dragoman.store.record"}


def __getattr__(name: str) -> Any:
    """Import the parser and the store only when they are asked for: `import dragoman` stays fast."""
    if name not in _LAZY:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_LAZY[name]), name)
