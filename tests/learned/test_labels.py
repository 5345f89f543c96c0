"""The labels of the packaged network are those of this version, and its digest is that of its weights."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.learned.labels import FOLDER, load_labels
from dragoman.provenance import coder_version


def test_the_digest_is_that_of_the_weights() -> None:
    found = hashlib.sha256((FOLDER / "network.onnx").read_bytes()).hexdigest()
    assert found.startswith(load_labels().digest)


def test_the_network_is_part_of_the_coders_version() -> None:
    assert load_labels().digest in coder_version().lexicon


def test_the_weights_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 30_000_000


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"types": 1, "statuses": 2, "max_tokens": "x", "digest": 1}'])
def test_labels_that_cannot_be_read_are_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "labels.json").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"labels\.json:1"):
        load_labels(tmp_path)
