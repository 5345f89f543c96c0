"""Writers of rows: table, JSON lines and CSV, each a stream of lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.formats.rows import printable, shortened

MAX_CELL = 40
TABLE_SAMPLE = 200  # rows that set the widths; the rest streams


def json_line(value: Any) -> str:
    """Return `value` as one line of JSON, in UTF-8 characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def csv_lines(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> Iterator[str]:
    """Yield a header and the rows as CSV (comma, double quotes, line feed)."""
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line([row[column] for column in columns])


def _csv_line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()


def table_lines(rows: Iterable[Mapping[str, str]], columns: Sequence[str], *, width: int) -> Iterator[str]:
    """Yield aligned lines at most `width` wide; the last column takes the room that is left."""
    waiting = iter(rows)
    sample = [row for row, _ in zip(waiting, range(TABLE_SAMPLE), strict=False)]
    if not sample:
        return
    widths = [
        min(MAX_CELL, max(len(column), *(len(printable(row[column])) for row in sample))) for column in columns[:-1]
    ]
    yield _table_line(columns, widths, width)
    for row in (*sample, *waiting):
        yield _table_line([printable(row[column]) for column in columns], widths, width)


def _table_line(cells: Sequence[str], widths: Sequence[int], width: int) -> str:
    fixed = "  ".join(shortened(cell, size).ljust(size) for cell, size in zip(cells, widths, strict=False))
    left = max(width - len(fixed) - 2, 20)
    return f"{fixed}  {shortened(cells[-1], left)}".rstrip()
