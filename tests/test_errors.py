"""Every error explains itself on one line, is drawn in the tree, and survives the way between processes."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest

from dragoman import errors
from dragoman.errors import DragomanError, LexiconError, StageError


def classes(base: type[DragomanError] = DragomanError) -> list[type[DragomanError]]:
    return [base, *(kind for child in base.__subclasses__() for kind in classes(child))]


ALL = [kind for kind in classes() if kind.__module__ == errors.__name__]


def made(kind: type[DragomanError]) -> DragomanError:
    if kind is LexiconError:
        return LexiconError("verbs.yaml", 3, "no such\ntype")
    if kind is StageError:
        return StageError("parse", "a.txt", ValueError("no such\ntype"))
    return kind("the thing: no such\ntype")


def drawn() -> dict[str, str | None]:
    """Return the tree in the module's docstring as child → parent."""
    parents: list[str] = []
    tree: dict[str, str | None] = {}
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"( {4}(?:[│ ] {3}|[├└]── )*)([A-Z]\w+Error)\b", line):
            depth = len(found[1]) // 4 - 1
            del parents[depth:]
            tree[found[2]] = parents[-1] if parents else None
            parents.append(found[2])
    return tree


def test_all_errors_of_the_package_stand_in_one_module() -> None:
    assert [kind for kind in classes() if kind.__module__.startswith("dragoman") and kind not in ALL] == []


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    parents = {kind.__name__: kind.__base__.__name__ for kind in ALL if kind.__base__ and kind is not DragomanError}
    assert drawn() == {"DragomanError": None, **parents}


@pytest.mark.parametrize("kind", ALL)
def test_an_error_says_what_happened_and_what_to_do_on_one_line(kind: type[DragomanError]) -> None:
    said = str(made(kind))
    assert "\n" not in said
    assert "no such type" in said
    assert said.endswith(f": {kind.hint}")


@pytest.mark.parametrize("kind", ALL)
def test_a_hint_is_an_instruction_of_its_own(kind: type[DragomanError]) -> None:
    assert "hint" in vars(kind)
    assert re.fullmatch(r"[a-z][^\n]{20,100}[^.\s]", kind.hint)
    assert [other for other in ALL if other is not kind and other.hint == kind.hint] == []


@pytest.mark.parametrize("kind", ALL)
def test_an_error_has_an_exit_code_and_says_what_it_is(kind: type[DragomanError]) -> None:
    assert kind.exit_code in (1, 2)
    assert inspect.cleandoc(vars(kind)["__doc__"]).endswith(".")


@pytest.mark.parametrize("kind", ALL)
def test_an_error_comes_back_whole_from_another_process(kind: type[DragomanError]) -> None:
    error = made(kind)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert str(again) == str(error)
    assert again.message == error.message


def test_an_error_without_a_message_is_its_hint() -> None:
    assert str(DragomanError()) == DragomanError.hint
