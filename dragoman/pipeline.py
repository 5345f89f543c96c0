"""Stages in a row, one failure policy, streaming.

A document that fails in a stage is set aside with the stage and the reason; the others go on.  Results
come in input order, and no more than a batch of documents is in memory.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from dragoman.errors import PipelineError, StageError
from dragoman.records import Document, Failure
from dragoman.stages.base import Draft, Stage

BATCH = 16


class Pipeline:
    """A checked sequence of stages.

    Raises PipelineError when built, if a stage requires what no stage before it assigns or assigns what a
    draft does not have.
    """

    def __init__(self, stages: Sequence[Stage]) -> None:
        self.stages = tuple(stages)
        known = {field.name for field in fields(Draft)}
        assigned = {"document"}
        for stage in self.stages:
            if missing := stage.requires - assigned:
                raise PipelineError(f"stage {stage.name} requires {', '.join(sorted(missing))}")
            if unknown := stage.assigns - known:
                raise PipelineError(f"stage {stage.name} assigns {', '.join(sorted(unknown))}, which a draft lacks")
            assigned |= stage.assigns

    def __call__(self, document: Document) -> Draft:
        """Run one document through all stages.  Raises StageError for the stage that failed."""
        draft = Draft(document)
        for stage in self.stages:
            try:
                draft = stage(draft)
            except Exception as error:
                raise StageError(stage.name, document.id, error) from error
        return draft

    def stream(self, items: Iterable[Document | Failure]) -> Iterator[Draft | Failure]:
        """Run documents through the stages batch by batch, in order; failures pass through or are added."""
        waiting = iter(items)
        while batch := list(itertools.islice(waiting, BATCH)):
            yield from self._run_batch(batch)

    def _run_batch(self, batch: list[Document | Failure]) -> Iterator[Draft | Failure]:
        documents = [item for item in batch if isinstance(item, Document)]
        results = iter(self._together(documents))
        for item in batch:
            yield next(results) if isinstance(item, Document) else item

    def _together(self, documents: list[Document]) -> Sequence[Draft | Failure]:
        """Run the stages over the batch as streams; when one document breaks it, each runs on its own."""
        drafts: Iterable[Draft] = [Draft(document) for document in documents]
        for stage in self.stages:
            drafts = stage.stream(drafts)
        try:
            return list(drafts)
        except Exception:  # noqa: BLE001  (the culprit is found, and named, by running them singly)
            return [self._alone(document) for document in documents]

    def _alone(self, document: Document) -> Draft | Failure:
        try:
            return self(document)
        except StageError as error:
            reason = f"{type(error.cause).__name__}: {error.cause}".replace("\n", " ")
            return Failure(document=document.id, stage=error.stage, reason=reason)
