"""Coding on several cores: processes with a coder each, results in input order, memory bounded."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from dragoman.errors import WorkerError
from dragoman.pipeline import BATCH
from dragoman.records import Coding, Document, Failure

if TYPE_CHECKING:
    from dragoman.coder import Coder

AHEAD = 3
"""Chunks waiting for each process: bounds what is read ahead."""
_Chunk = list[Document | Failure]
_Coded = list[Coding | Failure]


def code_in_processes(
    items: Iterable[Document | Failure], jobs: int, *, lexicon: Path | None = None
) -> Iterator[Coding | Failure]:
    """Code `items` with `jobs` processes; results come in input order, and are the same for any number.

    With one job the work is done in this process.  Nothing is loaded before the first document is there.
    Raises LexiconError before anything is coded, and WorkerError when a process dies.
    """
    chunks = _chunks(items)
    if jobs <= 1:
        for chunk in chunks:
            yield from _code_chunk(chunk, lexicon)
        return
    try:
        for results in _code_elsewhere(chunks, jobs, lexicon):
            yield from results
    except BrokenProcessPool as error:
        raise WorkerError("a process that coded documents has died") from error


def _chunks(items: Iterable[Document | Failure]) -> Iterator[_Chunk]:
    """Yield `items` in the batches in which the pipeline runs them, wherever that happens."""
    waiting = iter(items)
    while chunk := list(itertools.islice(waiting, BATCH)):
        yield chunk


def _code_elsewhere(chunks: Iterator[_Chunk], jobs: int, lexicon: Path | None) -> Iterator[_Coded]:
    waiting: deque[Future[_Coded]] = deque()
    with _pool(jobs) as pool:
        for chunk in chunks:
            waiting.append(pool.submit(_code_chunk, chunk, lexicon))
            if len(waiting) >= jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool whose processes end at once when it is left, and when this process is killed."""
    context = multiprocessing.get_context("spawn")  # forking a process that has threads may hang
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_depend_on, initargs=(theirs,))
    try:
        yield pool
    finally:
        ours.close()
        pool.shutdown(cancel_futures=True)
        theirs.close()


def _depend_on(lifeline: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears it too, and decides
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    wait([lifeline])
    os._exit(1)


@cache
def _coder(lexicon: Path | None) -> Coder:
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)

    return Coder(lexicon=lexicon)


def _code_chunk(chunk: _Chunk, lexicon: Path | None) -> _Coded:
    failures = [item for item in chunk if isinstance(item, Failure)]
    if len(failures) == len(chunk):
        return list(failures)
    return list(_coder(lexicon).stream(chunk))
