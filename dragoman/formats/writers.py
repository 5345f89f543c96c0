"""Writers of rows: table, JSON lines and CSV, each a stream of lines."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.formats.rows import printable, shortened

MAX_CELL = 40
MIN_CELL = 10
MIN_LAST = 14
TABLE_SAMPLE = 200  # rows that set the widths; the rest streams

#: C1 controls, line separators, marks of writing direction, halves of surrogate pairs.
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
#: Controls other than tab and line ends: no use in a cell, and able to steer a terminal.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def json_line(value: Any) -> str:
    """Return `value` as one line of JSON, in UTF-8 characters.

    What could break a line, steer a terminal or not be written at all is escaped, which changes no value.
    """
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def json_array(values: Iterable[Any]) -> Iterator[str]:
    """Yield the lines of a JSON array, one for each value."""
    yield "["
    held: str | None = None
    for value in values:
        if held is not None:
            yield f"{held},"
        held = json_line(value)
    if held is not None:
        yield held
    yield "]"


def csv_lines(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> Iterator[str]:
    """Yield a header and the rows as CSV (comma, double quotes, line feed)."""
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line([row[column] for column in columns])


def _csv_line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_CONTROLS.sub(" ", cell) for cell in cells])
    return buffer.getvalue().removesuffix("\r\n")


def table_lines(rows: Iterable[Mapping[str, str]], columns: Sequence[str], *, width: int) -> Iterator[str]:
    """Yield a header and aligned lines at most `width` wide; nothing when there are no rows.

    The last column takes the room that is left; where that is too little, the widest columns give way.
    """
    waiting = iter(rows)
    sample = list(itertools.islice(waiting, TABLE_SAMPLE))
    if not sample:
        return
    fixed = columns[:-1]
    widths = _fitted([_natural_width(column, sample) for column in fixed], width - MIN_LAST - 2 * len(fixed))
    yield _table_line(columns, widths, width)
    for row in itertools.chain(sample, waiting):
        yield _table_line([printable(row[column]) for column in columns], widths, width)


def _natural_width(column: str, rows: Iterable[Mapping[str, str]]) -> int:
    return min(MAX_CELL, max(len(column), *(len(row[column]) for row in rows)))


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """Return `widths`, the widest made narrower until all have room or none can give way."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > MIN_CELL:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _table_line(cells: Sequence[str], widths: Sequence[int], width: int) -> str:
    fixed = "  ".join(shortened(cell, size).ljust(size) for cell, size in zip(cells, widths, strict=False))
    left = max(width - len(fixed) - 2, MIN_LAST)
    return f"{fixed}  {shortened(cells[-1], left)}".rstrip()
