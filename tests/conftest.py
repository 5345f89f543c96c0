"""Fixtures: the coder is loaded once for all tests, everything else is built small by the tests themselves."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with the packaged lexicons."""
    return Coder()
