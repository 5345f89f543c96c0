"""The readers' own errors fit into the tree of all errors."""

from __future__ import annotations

import pytest

from dragoman.errors import InputError
from dragoman.read import errors


@pytest.mark.parametrize("name", ["TooLongError", "PageError", "DamagedError", "MissingExtraError", "NotAFileError"])
def test_each_error_is_an_input_error_with_a_hint_of_its_own(name: str) -> None:
    kind = getattr(errors, name)
    assert issubclass(kind, InputError)
    assert kind.exit_code == 2
    assert "hint" in vars(kind)
    assert str(kind("the thing")) == f"the thing: {kind.hint}"
