"""Annotations of attribution are read and scored by overlapping spans."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.errors import EmptyInputError, MalformedInputError
from dragoman.evaluate.attributions import is_annotated, read_attributions, score_attributions

TEXT = "“The road is open,” the Kenyan minister said. Uganda feared a flood."


def spans(*words: tuple[str, str]) -> str:
    lines = []
    for number, (label, quote) in enumerate(words, 1):
        start = TEXT.index(quote)
        lines.append(f"T{number}\t{label} {start} {start + len(quote)}\t{quote}")
    return "\n".join(lines)


ANNOTATED = (
    spans(
        ("Content", "“The road is open,”"), ("Source", "the Kenyan minister"), ("Cue", "said"), ("Source", "Uganda"),
        ("Cue", "feared"), ("Content", "a flood"),
    )
    + "\nE1\tAttribution:T3 Content:T1 Cue:T3 Source:T2\nE2\tAttribution:T5 Content:T6 Cue:T5 Source:T4\n"
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "one_4b22.ann").write_text(ANNOTATED, encoding="utf-8")
    return tmp_path


def test_direct_and_indirect_are_scored_apart(folder: Path) -> None:
    assert is_annotated(folder)
    scores = score_attributions(folder, Coder())
    direct, indirect = scores["direct"], scores["indirect"]
    assert (direct.gold, direct.found, direct.f1, direct.source) == (1, 1, 1.0, 1.0)
    assert (indirect.gold, indirect.found, indirect.recall) == (1, 0, 0.0)
    assert indirect.missed == ["one_4b22: missed [feared] a flood"]


def test_annotations_of_another_text_are_left_out(folder: Path) -> None:
    (folder / "text" / "one.txt").write_text("Another text altogether, and a longer one than that was before it." * 2)
    assert list(read_attributions(folder)) == []
    with pytest.raises(EmptyInputError):
        score_attributions(folder, Coder())


def test_what_is_no_annotation_is_refused(folder: Path) -> None:
    (folder / "attributions" / "one_4b22.ann").write_text("T1\tContent x y\twords\n")
    with pytest.raises(MalformedInputError, match=r"one_4b22\.ann"):
        list(read_attributions(folder))
