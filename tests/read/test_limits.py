"""Limits on input."""

from __future__ import annotations

import pytest

from dragoman.errors import EmptyInputError, TooLongError
from dragoman.read.limits import Limits, checked_text


def test_the_environment_sets_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_BYTES", "5000")
    monkeypatch.setenv("DRAGOMAN_MAX_CHARS", "70")
    assert Limits.from_environment() == Limits(max_bytes=5000, max_text_chars=70)


def test_a_text_is_returned_unchanged_or_refused() -> None:
    limits = Limits(max_text_chars=5)
    assert checked_text(" a b ", limits) == " a b "
    with pytest.raises(TooLongError, match="6 characters, more than 5"):
        checked_text("abcdef", limits)
    with pytest.raises(EmptyInputError):
        checked_text("\ufeff\u00a0\n", limits)
