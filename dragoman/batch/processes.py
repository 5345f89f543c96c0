"""Coding on several cores: processes with a coder each, results in input order, memory bounded."""

from __future__ import annotations

import itertools
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from pathlib import Path

from dragoman.coder import Coder
from dragoman.records import Coding, Document, Failure

CHUNK = 16  # documents a task: enough to make the parser's batches full
AHEAD = 3  # tasks waiting for each process: bounds what is read ahead


def code_in_processes(
    items: Iterable[Document | Failure], jobs: int, *, lexicon: Path | None = None
) -> Iterator[Coding | Failure]:
    """Code `items` with `jobs` processes; results come in input order.

    With one job the work is done in this process.  Raises LexiconError before anything is coded.
    """
    if jobs <= 1:
        yield from Coder(lexicon=lexicon).stream(items)
        return
    context = multiprocessing.get_context("spawn")  # forking a process that has threads may hang
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[list[Coding | Failure]]] = deque()
        for chunk in _chunks(items):
            waiting.append(pool.submit(_code_chunk, chunk, lexicon))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(items: Iterable[Document | Failure]) -> Iterator[list[Document | Failure]]:
    waiting = iter(items)
    while chunk := list(itertools.islice(waiting, CHUNK)):
        yield chunk


@cache
def _coder(lexicon: Path | None) -> Coder:
    return Coder(lexicon=lexicon)


def _code_chunk(chunk: list[Document | Failure], lexicon: Path | None) -> list[Coding | Failure]:
    return list(_coder(lexicon).stream(chunk))
