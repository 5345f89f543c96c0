"""The Python interface: the names the package promises, what importing them costs, and the README's example."""

from __future__ import annotations

import contextlib
import doctest
import inspect
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.app import app
from dragoman.coder import Coder
from dragoman.records import Coding, Document, Event, Failure
from dragoman.store.record import Record, open_record

README = Path(__file__).parent.parent / "README.md"
HEAVY = {"spacy", "sqlalchemy", "trafilatura", "py3langid", "yaml", "typer"}


def test_the_public_names_are_the_things_themselves() -> None:
    promised = {"Coder": Coder, "Coding": Coding, "Document": Document, "Event": Event, "Failure": Failure,
                "Record": Record, "open_record": open_record}  # fmt: skip
    assert {name: getattr(dragoman, name) for name in promised} == promised
    assert set(dragoman.__all__) == {*promised, "__version__"}


def test_no_other_name_is_public() -> None:
    defined = {
        name
        for name, value in vars(dragoman).items()
        if not name.startswith("_") and not inspect.ismodule(value) and name not in ("annotations", "Any")
    }
    assert defined - {"TYPE_CHECKING"} <= set(dragoman.__all__)


def test_every_public_name_is_explained() -> None:
    unexplained = [name for name in dragoman.__all__ if name != "__version__" and not getattr(dragoman, name).__doc__]
    assert unexplained == []


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Decoder'"):
        dragoman.Decoder  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    asked = "import sys; import dragoman; dragoman.Document(id='a', text='b'); print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert HEAVY.isdisjoint(loaded.split())


def test_the_example_of_the_readme_prints_what_happened() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, str(README), "exec"), {})
    assert printed.getvalue() == ("SUPPORT ['JPN', 'IND'] Japan and India signed a defence pact in Tokyo on Monday.\n")


def test_the_example_in_the_docstring_is_true() -> None:
    assert doctest.testmod(dragoman) == doctest.TestResults(failed=0, attempted=3)


def test_the_commands_of_the_readme_exist() -> None:
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    named = set(re.findall(r"^    dragoman (\w+)|; dragoman (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert {name for pair in named for name in pair if name} <= known


def test_a_coding_goes_into_a_record_and_comes_back(tmp_path: Path, coder: Coder) -> None:
    document = Document(id="note", text="Japan and India signed a defence pact in Tokyo on Monday.")
    coding = coder.code(document)
    with open_record(tmp_path / "desk.sqlite") as record:
        assert record.add(coding)
        assert not record.add(coding)
        assert record.document("note") == coding
        assert [stored.event for stored in record.events()] == list(coding.events)
