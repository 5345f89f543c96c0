"""Running a piece of a test as a user without rights, so that permissions are tested as root too."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection

from dragoman.errors import DragomanError

NOBODY = 65534
FORK = multiprocessing.get_context("fork")


def in_child(act: Callable[[], object]) -> str:
    """Return what `act` answers in a child process, or the error it ends with."""
    ours, theirs = FORK.Pipe()
    child = FORK.Process(target=_answer, args=(act, theirs))
    child.start()
    answer = str(ours.recv()) if ours.poll(60) else "no answer"
    child.join(60)
    return answer


def _answer(act: Callable[[], object], answers: Connection) -> None:
    try:
        answers.send(act())
    except DragomanError as error:
        answers.send(f"{type(error).__name__}: {error}")


def as_nobody(act: Callable[[], object]) -> str:
    """Return what `act` answers when root's rights are given up; other users have none to give up."""

    def without_rights() -> object:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return act()

    return in_child(without_rights)
