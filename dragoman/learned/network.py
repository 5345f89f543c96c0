"""Running the predicate network: sentences in, for each word an event type, a status and its parties out.

The network is an int8 ONNX encoder (all-MiniLM-L6-v2, fine-tuned on labelled sentences) with four heads on each
position; see training/README.md.  One pass reads a sentence, however many predicates it has.  Beside the words it takes
in which types of acts the lexicon lists for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.learned.labels import FOLDER, load_labels
from dragoman.ontology import STATUSES, TYPES
from dragoman.syntax import Sentence, Token

Scores = npt.NDArray[np.float32]
Listed = Callable[[Token], Collection[str]]
"""Gives the types of acts that the lexicon lists for a word."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What the network takes a word for."""

    token: Token
    type: str | None
    """None when the word most likely reports no act."""
    score: float
    """Probability of that type, or of no act, 0 to 1."""
    status: str
    """Status of the act, if it is one."""


class Reading:
    """What the network makes of one sentence."""

    def __init__(self, types: Scores, statuses: Scores, predicates: Scores, parties: Scores) -> None:
        self._types = types
        self._statuses = statuses
        self._predicates = predicates
        self._parties = parties
        self._best = types.argmax(axis=-1).tolist()

    def score(self, token: Token, type_: str | None) -> float:
        """Return the probability, 0 to 1, that `token` reports an act of `type_`, or with None that it reports none."""
        return float(self._types[token.i, 0 if type_ is None else 1 + TYPES.index(type_)])

    def most(self, type_: str) -> float:
        """Return the highest probability, 0 to 1, that any word of the sentence reports an act of `type_`."""
        return float(self._types[:, 1 + TYPES.index(type_)].max())

    def guess(self, token: Token) -> Guess:
        """Return the likeliest reading of `token`."""
        best = self._best[token.i]
        status = STATUSES[int(self._statuses[token.i].argmax())]
        return Guess(token, TYPES[best - 1] if best else None, float(self._types[token.i, best]), status)

    def guesses(self, sentence: Sentence, least: float) -> Iterator[Guess]:
        """Yield the words taken for predicates with a probability of `least` or more, in order of the text."""
        for token in sentence.tokens:
            best = self._best[token.i]
            if best and self._types[token.i, best] >= least:
                yield self.guess(token)

    def parties(self, predicate: Token) -> tuple[list[float], list[float]]:
        """Return for each token the probabilities that it belongs to an actor and to a recipient of `predicate`."""
        left = self._predicates[predicate.i]
        room = left.shape[-1]
        scores = (self._parties * left).sum(-1) / room**0.5 - 2.0  # the bias the heads were trained with
        shares = 1 / (1 + np.exp(-scores))
        return shares[:, 0].tolist(), shares[:, 1].tolist()


class Network:
    """The network, loaded with the first sentence."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def read(self, sentences: Sequence[Sentence], text: str, listed: Listed) -> dict[int, Reading]:
        """Return the reading of each of `sentences`, by its index in the document that holds `text`."""
        return {sentence.index: self._read(sentence, text, listed) for sentence in sentences}

    def _read(self, sentence: Sentence, text: str, listed: Listed) -> Reading:
        """Read a sentence by itself: int8 scales are taken over a batch, and no reading may hang on its neighbours."""
        coded = self._tokenizer.encode(text[sentence.start : sentence.end])
        places = _places(sentence, coded.offsets)
        ids = np.array([coded.ids], dtype=np.int64)
        hints = np.zeros((1, len(coded.ids), len(TYPES)), dtype=np.float32)
        for token, place in zip(sentence.tokens, places, strict=True):
            for type_ in listed(token):
                hints[0, place, TYPES.index(type_)] = 1
        scores = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids), "hints": hints})
        types, statuses, predicates, parties = (found[0][places] for found in scores)
        halves = (found.reshape(len(places), 2, -1) for found in (predicates, parties))
        return Reading(_softmax(types), statuses, *halves)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415  (costs .1 s)

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # documents are coded side by side, not the words of one
        options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(self._folder / "network.onnx", options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer  # noqa: PLC0415  (costs .1 s)

        labels = load_labels(self._folder)
        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(labels.max_tokens)
        return tokenizer


def _places(sentence: Sentence, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each token the position of its first piece; what was cut off shares the last one, a separator."""
    places: list[int] = []
    last = len(offsets) - 1
    at = 1
    for token in sentence.tokens:
        start = token.start - sentence.start
        while at < last and offsets[at][1] <= start:
            at += 1
        places.append(at)
    return places


def _softmax(scores: Scores) -> Scores:
    powers: Scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = powers / powers.sum(axis=-1, keepdims=True)
    return shares
