"""Standing is scored against factuality judgments, and a wrong line is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import MalformedInputError
from dragoman.evaluate.factuality import score_factuality


def target(first: int, label: float) -> dict[str, object]:
    return {"span1": [first, first + 1], "label": label}


def test_what_happened_was_announced_or_did_not(tmp_path: Path) -> None:
    rows = [
        {"text": "Chad attacked Libya .", "targets": [target(1, 3.0)]},
        {"text": "Chad did not attack Libya .", "targets": [target(3, -3.0)]},
        {"text": "Chad will sell the mine .", "targets": [target(2, 2.4)]},
        {"text": "Chad might sell the mine .", "targets": [target(2, 3.0)]},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    total = score_factuality(path)
    assert (total.targets, total.right, total.happened) == (4, 3, 3)
    assert (total.accuracy, total.always_happened) == (0.75, 0.75)


@pytest.mark.parametrize("line", ["{", '{"text": "x"}', '{"text": "x", "targets": [{"span1": [0, 1]}]}', "[]"])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(MalformedInputError, match=r"gold\.jsonl:1: "):
        score_factuality(path)
