"""Labels find their words in sentences that stand elsewhere."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import GoldError
from dragoman.evaluate.marked import NONE
from dragoman.evaluate.standoff import COLUMNS, read_real
from dragoman.ontology import STATUSES, TYPES

REAL = Path(__file__).parent.parent.parent / "training" / "real"


def labels(file: str) -> list[list[str]]:
    return [line.split("\t") for line in (REAL / file).read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Return a folder with one document in each set."""

    def write(file: str, *rows: object) -> None:
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    spaced = "` ` Togo 's envoys met Ghana 's ( all ) minister - president , ' ' Lomé said ."
    write("uw/train.jsonl", {"file_idx": 3, "idx": 1, "text": spaced})
    write("wikievents/dev.jsonl", {"doc_id": "d", "sentences": [[[], "Rebels  left Faya ."]]})
    write("wikievents/test.jsonl")
    capitals = "TOO SHORT.  [TEXT] THE ENVOYS OF TOGO HAVE MET THE REBELS OF CHAD TODAY AGAIN."
    write("muc4/doc_train", {"docid": "M-1", "text": capitals})
    table = io.StringIO()
    rows = csv.DictWriter(table, ("text", "prompt"))
    rows.writeheader()
    rows.writerow({"text": 'Gen. Doe left Togo. "He fled."\n\nChad spoke.', "prompt": "Togo Loses General\n\n(AFP)"})
    (tmp_path / "ngec").mkdir()
    with zipfile.ZipFile(tmp_path / "ngec" / "stories.csv.zip", "w") as archive:
        archive.writestr("stories.csv", table.getvalue())
    return tmp_path


def read(sets: Path, *rows: str) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Return text, type, predicate and parties of the acts of `rows`."""
    labels = sets / "labels.tsv"
    labels.write_text("".join(row.replace(" | ", "\t") + "\n" for row in rows), encoding="utf-8")
    acts = read_real(labels, sets, ["The envoys of Chad wait, said a rebel, as the Rebels of Togo do."])
    return [
        (act.text, act.type, act.text[act.start : act.end], [(p.side, act.text[p.start : p.end]) for p in act.parties])
        for act in acts
    ]


def test_words_that_stand_apart_are_joined_as_they_are_printed(sets: Path) -> None:
    ((text, type_, predicate, parties),) = read(sets, "uw/train/3/1 | CONSULT | happened | 15:18 | 1:14 | 19:45")
    assert text == "\"Togo's envoys met Ghana's (all) minister-president,\" Lomé said."
    assert (type_, predicate) == ("CONSULT", "met")
    assert parties == [("a", "Togo's envoys"), ("r", "Ghana's (all) minister-pre")]


def test_a_sentence_without_an_act_has_an_empty_span(sets: Path) -> None:
    assert read(sets, "wikievents/dev/d/0 | NONE | - | - | - | -") == [("Rebels left Faya .", NONE, "", [])]


def test_stories_are_told_apart_by_row_paragraph_and_full_stop(sets: Path) -> None:
    rows = ("ngec/0/title", "ngec/0/0", "ngec/0/1", "ngec/0/2")
    texts = [text for text, *_ in read(sets, *(f"{row} | NONE | - | - | - | -" for row in rows))]
    assert texts == ["Togo Loses General", "Gen. Doe left Togo.", '"He fled."', "Chad spoke."]


def test_capitals_are_written_as_elsewhere_and_unknown_words_as_names(sets: Path) -> None:
    ((text, _, predicate, _),) = read(sets, "muc4/M-1/0 | CONSULT | happened | 24:27 | - | -")
    assert text == "The envoys of Togo Have met the Rebels of Chad Today Again."
    assert predicate == "met"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("uw/train/3/2 | NONE | - | - | - | -", r"labels\.tsv:1: .*no sentence uw/train/3/2"),
        ("uw/train/3/1 | MEET | happened | 0:1 | - | -", r"labels\.tsv:1: no event has type MEET"),
        ("uw/train/3/1 | CONSULT | done | 0:1 | - | -", r"labels\.tsv:1: .*status done"),
        ("uw/train/3/1 | NONE | -", r"labels\.tsv:1: 3 columns instead of sentence, type"),
    ],
)
def test_a_row_that_does_not_fit_is_named(sets: Path, row: str, reason: str) -> None:
    with pytest.raises(GoldError, match=reason):
        read(sets, row)


def test_a_set_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"train\.jsonl: cannot be read"):
        read(tmp_path, "uw/train/3/1 | NONE | - | - | - | -")


@pytest.mark.parametrize("file", ["labels.tsv", "stories.tsv", "held.tsv"])
def test_the_packaged_labels_are_of_the_form(file: str) -> None:
    rows = labels(file)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert {row[1] for row in rows} == {NONE, *TYPES}
    assert {row[2] for row in rows} <= {"-", *STATUSES}
    acts = Counter(row[0] for row in rows)
    assert not [row for row in rows if row[1] == NONE and acts[row[0]] > 1]
    assert len(set(map(tuple, rows))) == len(rows)


def test_no_sentence_that_is_measured_on_was_trained_on() -> None:
    trained, more, held = ({row[0] for row in labels(file)} for file in ("labels.tsv", "stories.tsv", "held.tsv"))
    assert held
    assert not held & (trained | more)
