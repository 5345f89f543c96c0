"""The network's pieces are matched with the parser's words, and its answers with the ontology."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import LexiconError
from dragoman.learned.network import Network, Reading, _places
from dragoman.ontology import STATUSES, TYPES
from dragoman.syntax import Sentence, Token
from tests.parsing import parse_sentence, parse_text

TEXT = "Chad attacked Sudan."


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


def unlisted(_token: Token) -> Collection[str]:
    """Stand for a lexicon that lists no word."""
    return ()


def sentence_of(*words: str, start: int = 0) -> Sentence:
    """Return `words`, one blank between two of them, as a sentence that begins at `start`."""
    tokens: list[Token] = []
    for i, word in enumerate(words):
        tokens.append(Token(i, word, word, "X", "X", "dep", start))
        start += len(word) + 1
    return Sentence(0, tokens, "body", 0)


@pytest.mark.parametrize(
    ("words", "offsets", "places"),
    [
        (["Chad", "met"], [(0, 0), (0, 4), (5, 8), (0, 0)], [1, 2]),
        (["Chadian", "met"], [(0, 0), (0, 4), (4, 7), (8, 11), (0, 0)], [1, 3]),
        (["Chad", "met", "Togo"], [(0, 0), (0, 4), (0, 0)], [1, 2, 2]),
        (["'s", "met"], [(0, 0), (0, 1), (1, 2), (3, 6), (0, 0)], [1, 3]),
    ],
    ids=["a piece a word", "several pieces of a word", "words cut off", "a mark of its own"],
)
@pytest.mark.parametrize("start", [0, 40])
def test_a_word_stands_where_its_first_piece_does(
    words: list[str], offsets: list[tuple[int, int]], places: list[int], start: int
) -> None:
    assert _places(sentence_of(*words, start=start), offsets) == places


def reading(word: int, type_: str, score: float) -> Reading:
    """Return a reading of three words: `word` reports `type_`, the first is its actor, the last its recipient."""
    types = np.zeros((3, 1 + len(TYPES)), dtype=np.float32)
    types[:, 0] = 1
    types[word] = 0
    types[word, 1 + TYPES.index(type_)] = score
    statuses = np.zeros((3, len(STATUSES)), dtype=np.float32)
    statuses[word, STATUSES.index("planned")] = 1
    predicates = np.full((3, 2, 4), 3, dtype=np.float32)
    parties = np.full((3, 2, 4), -3, dtype=np.float32)
    parties[0, 0] = parties[2, 1] = 3
    return Reading(types, statuses, predicates, parties)


def test_a_reading_names_the_likeliest_type_and_its_status() -> None:
    chad, attacked, _ = (sentence := sentence_of("Chad", "attacked", "Sudan")).tokens
    read = reading(1, "ASSAULT", 0.75)
    assert (read.guess(attacked).type, read.guess(attacked).status) == ("ASSAULT", "planned")
    assert (read.score(attacked, "ASSAULT"), read.score(chad, None), read.guess(chad).type) == (0.75, 1.0, None)
    assert [guess.token for guess in read.guesses(sentence, 0.75)] == [attacked]
    assert list(read.guesses(sentence, 0.76)) == []


def test_the_parties_of_a_predicate_are_shares_by_word() -> None:
    actors, recipients = reading(1, "ASSAULT", 1.0).parties(sentence_of("Chad", "attacked", "Sudan").tokens[1])
    assert [share > 0.5 for share in actors] == [True, False, False]
    assert [share > 0.5 for share in recipients] == [False, False, True]


def test_the_packaged_network_reads_an_attack(network: Network) -> None:
    sentence = parse_sentence(TEXT)
    read = network.read([sentence], TEXT, unlisted)[0]
    chad, attacked, sudan, _ = sentence.tokens
    assert (read.guess(attacked).type, read.guess(attacked).status) == ("ASSAULT", "happened")
    assert read.guess(chad).type is None
    actors, recipients = read.parties(attacked)
    assert actors[chad.i] > 0.5 > actors[sudan.i]
    assert recipients[sudan.i] > 0.5 > recipients[chad.i]


def test_every_word_has_a_distribution(network: Network) -> None:
    text = "Ghana's so-called “truce” with Togo–Benin was signed (again) in N'Djamena for U.S. $5m."
    sentence = parse_sentence(text)
    read = network.read([sentence], text, unlisted)[0]
    for token in sentence.tokens:
        assert sum(read.score(token, type_) for type_ in (None, *TYPES)) == pytest.approx(1, abs=1e-4)


def test_sentences_are_told_apart_by_their_index_whatever_their_length(network: Network) -> None:
    longer = "After two long and bitter years of trade talks in Nairobi, Uganda thanked Kenya. "
    text = longer + f"{TEXT} " + "It rained. " * 9
    sentences = parse_text(text)
    together = network.read(sentences, text, unlisted)
    assert sorted(together) == [sentence.index for sentence in sentences]
    attacked = sentences[1].tokens[1]
    assert together[1].guess(attacked).type == "ASSAULT"
    assert not any(together[2].guesses(sentences[2], 0.5))


def test_a_sentence_that_is_too_long_for_the_network_is_read_to_where_it_is_cut(network: Network) -> None:
    text = "Chad attacked " + "villages and towns and " * 200 + "farms."
    sentence = parse_text(text)[0]
    read = network.read([sentence], text, unlisted)[0]
    assert read.guess(sentence.tokens[1]).type == "ASSAULT"
    assert read.guess(sentence.tokens[-1]).token is sentence.tokens[-1]


def test_what_the_lexicon_lists_moves_the_reading(network: Network) -> None:
    text = "Chad frobbed Sudan."
    sentence = parse_sentence(text)
    frobbed = sentence.tokens[1]

    def score(types: Collection[str]) -> float:
        told = network.read([sentence], text, lambda token: types if token is frobbed else ())
        return told[0].score(frobbed, "SANCTION")

    assert score(["SANCTION"]) > score([])


def test_no_sentences_give_no_readings(network: Network) -> None:
    assert network.read([], "", unlisted) == {}


@pytest.mark.parametrize(
    ("types", "statuses"),
    [(["NONE", *TYPES][:-1], list(STATUSES)), (["NONE", *TYPES], ["happened"]), (list(TYPES), list(STATUSES))],
)
def test_a_network_trained_for_other_labels_is_refused(tmp_path: Path, types: list[str], statuses: list[str]) -> None:
    labels = {"types": types, "statuses": statuses, "max_tokens": 96, "digest": "0"}
    (tmp_path / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"labels\.json:1: .*train it again"):
        Network(tmp_path).read([parse_sentence(TEXT)], TEXT, unlisted)
