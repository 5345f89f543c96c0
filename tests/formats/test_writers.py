"""Rows and values as lines: every value comes back unchanged, and no line can do harm."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.writers import csv_lines, json_array, json_line, table_lines

ANY_TEXT = st.text(st.characters(exclude_categories=()))
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | ANY_TEXT, lambda inner: st.lists(inner, max_size=3))


@given(VALUES)
def test_a_json_line_is_one_line_of_utf8_that_reads_back(value: object) -> None:
    line = json_line(value)
    assert json.loads(line.encode()) == value
    assert len(line.splitlines()) == 1


@given(ANY_TEXT)
def test_a_json_line_holds_nothing_that_steers_a_terminal(text: str) -> None:
    assert [c for c in json_line(text) if c < " " or "\x7f" <= c <= "\x9f" or "\u2028" <= c <= "\u202e"] == []


@given(st.lists(VALUES, max_size=4))
def test_a_json_array_has_a_line_for_each_value(values: list[object]) -> None:
    lines = list(json_array(values))
    assert json.loads("\n".join(lines)) == values
    assert len(lines) == len(values) + 2


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t")), min_size=1, max_size=3
    )
)
def test_csv_reads_back(cells: list[str]) -> None:
    columns = [str(number) for number in range(len(cells))]
    lines = csv_lines([dict(zip(columns, cells, strict=True))], columns)
    assert list(csv.reader(io.StringIO("\n".join(lines), newline=""))) == [columns, cells]


def test_csv_keeps_line_ends_and_blanks_other_controls() -> None:
    (_, line) = csv_lines([{"a": "one\ntwo\t\x1b[2J\x9b"}], ["a"])
    assert line == '"one\ntwo\t [2J "'


def test_csv_without_rows_is_its_header() -> None:
    assert list(csv_lines([], ["a", "b"])) == ["a,b"]


def test_a_table_without_rows_has_no_lines() -> None:
    assert list(table_lines([], ["a"], width=80)) == []


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_table_keeps_its_columns_aligned_and_its_width(width: int) -> None:
    rows = [{"a": "x" * 30, "b": "y", "c": "z" * 300}, {"a": "short", "b": "yy", "c": "one\nline\x1b"}]
    header, first, second = table_lines(rows, ["a", "b", "c"], width=width)
    assert len(first) == width
    assert header.index("c") == first.index("z") == second.index("one line")
    assert first.endswith("…") == (width < 335)


def test_a_table_streams_after_its_sample() -> None:
    taken = 0

    def rows() -> object:
        nonlocal taken
        for taken in range(1, 1001):
            yield {"a": str(taken)}

    lines = table_lines(rows(), ["a"], width=80)  # type: ignore[arg-type]
    next(lines)
    assert taken == 200
    assert sum(1 for _ in lines) == 1000
