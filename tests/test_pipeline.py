"""The pipeline checks its stages when built, keeps order, and sets aside what fails."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest

from dragoman.errors import PipelineError, StageError
from dragoman.pipeline import BATCH, Pipeline
from dragoman.records import Document, Failure
from dragoman.stages.base import Block, Draft, Stage


class Mark(Stage):
    """Assigns one block; fails on documents whose text says so."""

    name: ClassVar[str] = "mark"
    assigns: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, draft: Draft) -> Draft:
        if draft.document.text == "break":
            raise ValueError("broken\non two lines")
        return replace(draft, blocks=(Block(0, len(draft.document.text), "body", 0),))


class Needy(Stage):
    """Requires sentences, which nobody assigns."""

    name: ClassVar[str] = "needy"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences"})


class Wild(Stage):
    """Assigns what a draft does not have."""

    name: ClassVar[str] = "wild"
    assigns: ClassVar[frozenset[str]] = frozenset({"weather"})


def test_a_missing_requirement_is_refused_when_built() -> None:
    with pytest.raises(PipelineError, match="needy requires sentences"):
        Pipeline([Mark(), Needy()])


def test_an_unknown_assignment_is_refused_when_built() -> None:
    with pytest.raises(PipelineError, match="wild assigns weather"):
        Pipeline([Wild()])


def test_calling_raises_the_stage_and_the_document() -> None:
    with pytest.raises(StageError, match=r"a\.txt: stage mark failed with ValueError"):
        Pipeline([Mark()])(Document(id="a.txt", text="break"))


def test_a_failing_document_leaves_the_others_in_order() -> None:
    texts = ["break" if i % 7 == 3 else "fine" for i in range(3 * BATCH)]
    results = list(Pipeline([Mark()]).stream(Document(id=str(i), text=t) for i, t in enumerate(texts)))
    names = [r.document if isinstance(r, Failure) else r.document.id for r in results]
    assert names == [str(i) for i in range(len(texts))]
    failed = [r for r in results if isinstance(r, Failure)]
    assert [f.document for f in failed] == [str(i) for i, t in enumerate(texts) if t == "break"]
    assert all(f.stage == "mark" and f.reason == "ValueError: broken on two lines" for f in failed)


def test_failures_of_the_reader_keep_their_place() -> None:
    lost = Failure(document="b", stage="read", reason="empty")
    results = list(Pipeline([Mark()]).stream([Document(id="a", text="x"), lost, Document(id="c", text="x")]))
    assert results[1] is lost
    assert isinstance(results[2], Draft)


def test_no_more_than_a_batch_is_read_ahead() -> None:
    taken = 0

    def many() -> object:
        nonlocal taken
        for i in range(10 * BATCH):
            taken += 1
            yield Document(id=str(i), text="x")

    stream = Pipeline([Mark()]).stream(many())  # type: ignore[arg-type]
    next(stream)
    assert taken <= 2 * BATCH
