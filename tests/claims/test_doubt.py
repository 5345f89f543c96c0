"""Doubts: what a page lacks, how it is written, who stands behind it, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.claims.doubt.lexicon import SIGNALS, evaluative, signals
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import DateStamp, Document, Doubt

PAGE = frozenset({"no_byline", "no_date", "no_outlet"})
STAMP = DateStamp(date="2016-03-10", precision="day", basis="test")


def read(coder: Coder, text: str, **fields: object) -> tuple[Doubt, ...]:
    document = Document(id="t", text=text, language="en", title="", **fields)  # type: ignore[arg-type]
    return coder.code(document).claims.doubts


def rules(coder: Coder, text: str, **fields: object) -> list[str]:
    return [doubt.rule for doubt in read(coder, text, **fields) if doubt.rule not in PAGE]


def test_a_bare_text_lacks_byline_date_and_outlet(coder: Coder) -> None:
    found = read(coder, "The border was closed.")
    assert [doubt.signal for doubt in found] == ["no byline", "no date", "no outlet"]
    assert all(doubt.evidence == () for doubt in found)


def test_an_agency_stands_for_author_and_outlet(coder: Coder) -> None:
    assert read(coder, "The border was closed.", agency="Anadolu Agency (AA)", published=STAMP) == ()


def test_fields_without_the_page_say_nothing_of_its_byline(coder: Coder) -> None:
    assert read(coder, "The border was closed.", url="https://paper.example/1", published=STAMP) == ()


PRAISE = (
    "The visit was a significant step for both nations. It sends a strong message to the region. "
    "Both peoples share a long history of friendship."
)


def test_prose_that_praises(coder: Coder) -> None:
    (doubt,) = (d for d in read(coder, PRAISE) if d.rule == "evaluative_prose")
    assert (doubt.signal, len(doubt.evidence)) == ("evaluative prose", 3)


def test_praise_that_somebody_speaks_is_none_of_the_outlet(coder: Coder) -> None:
    text = (
        "Angela Merkel said that the visit was a significant step. She said that it sent a strong message. "
        "“Both peoples share a long history of friendship,” she said."
    )
    assert rules(coder, text) == []


def test_a_few_words_of_praise_in_a_long_text_raise_none(coder: Coder) -> None:
    assert rules(coder, f"{PRAISE} {'Police closed the road to the town. ' * 30}") == []


def test_one_source_without_a_name(coder: Coder) -> None:
    text = "Troops crossed the river, a senior official said. The official said that two bridges were blown up."
    (doubt,) = (d for d in read(coder, text) if d.rule == "single_source")
    assert doubt.signal == "single anonymous source"
    assert [evidence.quote for evidence in doubt.evidence] == ["a senior official", "The official"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops crossed the river, a senior official said. Angela Merkel said that two bridges were blown up.",
        "Troops crossed the river, a senior official said. The defence ministry said that it knew nothing.",
        "Troops crossed the river, a diplomat said. A witness said that two bridges were blown up.",
        "Troops crossed the river.",
    ],
)
def test_more_than_one_source(coder: Coder, text: str) -> None:
    assert rules(coder, text) == []


@pytest.mark.parametrize("published", [STAMP, None])
def test_an_office_that_nobody_of_that_name_held(coder: Coder, published: DateStamp | None) -> None:
    text = "French Foreign Minister Gaston Lemoulinier said on Monday that the talks had failed."
    (doubt,) = (d for d in read(coder, text, published=published) if d.rule == "office_holder")
    assert doubt.signal == "no such office-holder"
    assert doubt.evidence[0].quote == "French Foreign Minister Gaston Lemoulinier"


@pytest.mark.parametrize(
    "text",
    [
        "French Foreign Minister Laurent Fabius said on Monday that the talks had failed.",
        "Former French Foreign Minister Gaston Lemoulinier said on Monday that the talks had failed.",
        "French Deputy Foreign Minister Gaston Lemoulinier said on Monday that the talks had failed.",
        "French Agriculture Minister Gaston Lemoulinier said on Monday that the talks had failed.",
        "Russian Defence Minister Sergej Shoygoo said on Monday that the talks had failed.",
        "In 1938 French Foreign Minister Gaston Lemoulinier said that the talks had failed.",
        "Foreign Minister Gaston Lemoulinier said on Monday that the talks had failed.",
    ],
)
def test_offices_that_raise_no_doubt(coder: Coder, text: str) -> None:
    assert rules(coder, text, published=STAMP, agency="AFP") == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Gunmen seized 46 Turks and three Iraqis, 52 in all.", "sum"),
        ("The party won the votes of 120 percent of voters in the province.", "share"),
        (
            "This was the second meeting of Chile and Bolivia, after the ones held in Lima in 2008 and Quito in 2013.",
            "ordinal",
        ),
    ],
)
def test_figures_that_contradict_each_other(coder: Coder, text: str, rule: str) -> None:
    (doubt,) = (d for d in read(coder, text) if d.rule == rule)
    assert doubt.signal == "figure contradicts reference"
    assert doubt.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen seized 46 Turks and three Iraqis, 49 in all.",
        "Gunmen seized 46 Turks. There were 52 in all.",
        "Debt rose to 120 percent of output in the province.",
        "Support rose by 120 percent in the province.",
        "This was the fifth meeting of Chile and Bolivia, after the ones held in Lima in 2008 and Quito in 2013.",
    ],
)
def test_figures_that_do_not(coder: Coder, text: str) -> None:
    assert rules(coder, text) == []


def test_every_signal_has_a_check() -> None:
    assert set(signals().values()) == set(SIGNALS)


def test_bad_entries_are_named_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "doubts.yaml"
    path.write_text("- {id: a, signal: no humour, note: n}\n")
    with pytest.raises(LexiconError, match="signal must be one of"):
        signals(path)
    path.write_text("- {id: a, note: n}\n")
    with pytest.raises(LexiconError, match="phrases"):
        evaluative(path)


@pytest.mark.parametrize("text", ["", "1 2 3 in all", "percent " * 100, "said said said"])
def test_odd_text_raises_no_doubt_of_its_words(coder: Coder, text: str) -> None:
    assert rules(coder, text) == []
