"""Figures of whole sentences: what is counted, what happened to it, where, when and by whose word."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.claims.figures import words
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import DateStamp, Document, Figure

STAMP = DateStamp(date="2021-06-18", precision="day", basis="test")  # a Friday


def figures(coder: Coder, text: str, *, dated: bool = True, title: str = "") -> tuple[Figure, ...]:
    document = Document(id="t", text=text, title=title, language="en", published=STAMP if dated else None)
    return coder.code(document).claims.figures


def one(coder: Coder, text: str) -> Figure:
    (figure,) = figures(coder, text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Floods displaced 4,000 villagers.", 4000, "people"),
        ("Norway sent 300 soldiers to the border.", 300, "troops"),
        ("A mine killed three soldiers.", 3, "people"),
        ("The blast killed 20.", 20, "people"),
        ("The storm left 130 dead.", 130, "people"),
        ("The death toll rose to 45.", 45, "people"),
        ("The number of hijackings fell to nine.", 9, "hijackings"),
        ("The contingent numbers 120.", 120, "troops"),
        ("Rebels fired 40 rockets at the port.", 40, "rockets"),
        ("The decree bans 64 organizations.", 64, "organisations"),
        ("The group holds 40 percent of the province.", 40, "percent"),
        ("The group holds half of the province.", 50, "percent"),
        ("Norway gave $50 million in aid.", 50_000_000, "dollars"),
        ("Norway gave 50 million euros in aid.", 50_000_000, "euros"),
        ("The border spans over 350 miles.", 350, "miles"),
        ("The siege lasted six weeks.", 6, "weeks"),
        ("A 1,000-strong force holds the town.", 1000, "people"),
        ("A 15-member council rules the town.", 15, "members"),
        ("The bloc has eleven members.", 11, "members"),
        ("The 30-year war ended.", 30, "years"),
        ("The two leaders held an hour-and-a-half meeting.", 1.5, "hours"),
        ("It was the third meeting of the ministers.", 3, "ordinal"),
        ("The generals met for the ninth time.", 9, "ordinal"),
        ("The agency was founded in 1994.", 1994, "year"),
        ("One soldier was killed near the bridge.", 1, "people"),
        ("One in four schools was damaged.", 25, "percent"),
        ("A bomb killed seven Copts.", 7, "people"),
        ("The council freed 30 mutineers.", 30, "people"),
    ],
)
def test_value_and_unit(coder: Coder, text: str, value: float, unit: str) -> None:
    figure = one(coder, text)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The general, 45, left the army.",
        "The 45-year-old general left the army.",
        "They met three months ago in Oslo.",
        "In 2015 they met in Oslo at 10:30.",
        "Oil rose to $50 a barrel.",
        "Shares fell 3 percent as traders watched bond yields.",
        "The council passed Resolution 2254 and Article 5.",
        "Two officials said the army had left.",
        "The two ministers met in Oslo.",
        "It is one of the groups that left.",
        "No one was hurt.",
        "The village lies 350 miles north of the capital.",
        "A coffee is 2 euros 40 in the lobby.",
        "Call +90 312 555 12 34 for complaints.",
        "Several ministers attended.",
        "It was the first meeting in ten years.",
        "First of all, they met.",
        "The G7 met in Hall 3.",
        "Norway beat Chad 3-2.",
        "He held an AK 47 rifle.",
        "The council passed the Five-Year Plan.",
        "They spent millions of taxpayers' money.",
        "The camp lies 5,000 metres above sea level.",
        "On Land Day in 1976 Kurds protested.",
        "The generals met for the first time.",
        "Four months into the war, the army left.",
    ],
)
def test_what_is_no_figure(coder: Coder, text: str) -> None:
    assert figures(coder, text) == ()


def test_a_vague_word_is_kept_as_printed(coder: Coder) -> None:
    figure = one(coder, "The group is small, not even in hundreds.")
    assert (figure.value, figure.text, figure.comparator) == (None, "not even in hundreds", "less than")
    assert one(coder, "Tens of thousands of Malians fled.").text == "Tens of thousands"


def test_joined_numbers_are_two_figures_with_one_fate(coder: Coder) -> None:
    text = "Its hands are tied due to 46 Peruvian citizens and three Chileans who were kidnapped in Bogota."
    first, second = figures(coder, text)
    assert (first.value, first.population, first.what) == (46, "Peruvian citizens", "kidnapped")
    assert (second.value, second.population, second.what) == (3, "Chileans", "kidnapped")
    assert first.evidence[0].end <= second.evidence[0].start


def test_about_may_open_a_topic(coder: Coder) -> None:
    assert one(coder, "Peru worries about 46 miners.").comparator is None
    assert one(coder, "Peru freed about 46 miners.").comparator == "about"


def test_over_may_be_a_preposition_of_time(coder: Coder) -> None:
    assert figures(coder, "Norway will spend $700 million over five years.")[-1].comparator is None
    assert one(coder, "The siege lasted over five years.").comparator == "more than"


def test_population_and_what_happened(coder: Coder) -> None:
    figure = one(coder, "More than 290 members of the security forces have been killed since 2015.")
    assert figure.population == "members of the security forces"
    assert figure.what == "killed"
    assert (figure.text, figure.comparator) == ("More than 290", "more than")


def test_two_verbs_of_one_fate(coder: Coder) -> None:
    assert one(coder, "Over 7,500 foreigners were deported or sent back last year.").what == "deported or sent back"


def test_an_act_is_told_with_its_complement_but_without_its_number(coder: Coder) -> None:
    assert one(coder, "As many as 650 Malians were fighting in wars in Libya and Chad.").what == (
        "fighting in wars in Libya and Chad"
    )


def test_several_places_give_no_single_place(coder: Coder) -> None:
    assert one(coder, "As many as 650 Malians were fighting in Libya, Chad and Niger.").place is None
    figure = one(coder, "As many as 650 Malians were fighting in Libya.")
    assert figure.place is not None
    assert figure.place.country == "LBY"


def test_since_adds_up_until_the_day_of_writing(coder: Coder) -> None:
    figure = one(coder, "More than 290 soldiers have been killed since May 2015.")
    assert figure.period is not None
    assert (figure.period.start, figure.cumulative) == ("2015-05", True)
    assert figure.as_of is not None
    assert figure.as_of.start == "2021-06-18"


def test_an_undated_document_gives_no_day(coder: Coder) -> None:
    (figure,) = figures(coder, "So far 290 soldiers have been killed.", dated=False)
    assert figure.as_of is not None
    assert (figure.as_of.start, figure.as_of.offset_days) == (None, 0)


def test_a_moment_is_not_cumulative(coder: Coder) -> None:
    assert one(coder, "The army now has 900 soldiers in the valley.").cumulative is False


def test_who_counts_is_the_claimant(coder: Coder) -> None:
    figure = one(coder, "Morocco counted 90 rockets on Monday.")
    assert [actor.country for actor in figure.claimants] == ["MAR"]


def test_who_says_it_is_the_claimant(coder: Coder) -> None:
    figure = one(coder, "Morocco said that 90 soldiers were killed.")
    assert [actor.country for actor in figure.claimants] == ["MAR"]
    assert figure.attribution is not None
    assert one(coder, "The blast killed 90 people.").claimants == ()


@pytest.mark.parametrize(
    "text",
    [
        "Reuters cited Kenya in a report that said as many as 90 soldiers were killed.",
        "Citing Kenya, Reuters said that 90 soldiers were killed.",
        "Reuters, citing Kenya, reported that 90 soldiers were killed.",
    ],
)
def test_claimants_stand_nearest_first(coder: Coder, text: str) -> None:
    assert [actor.name for actor in one(coder, text).claimants] == ["Kenya", "Reuters"]


def test_according_to_gives_the_claimant(coder: Coder) -> None:
    figure = one(coder, "According to Kenya, 90 soldiers were killed.")
    assert [actor.name for actor in figure.claimants] == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway sent 300 soldiers to Mali.", "happened"),
        ("Norway will send 300 soldiers to Mali.", "planned"),
        ("Norway may send 300 soldiers to Mali.", "hypothetical"),
        ("Norway allegedly sent 300 soldiers to Mali.", "reported-claim"),
        ("Norway did not send 300 soldiers to Mali.", "denied"),
    ],
)
def test_the_status_of_the_act_that_is_measured(coder: Coder, text: str, status: str) -> None:
    assert one(coder, text).status == status


def test_those_who_did_not_are_as_many(coder: Coder) -> None:
    figure = one(coder, "More than 200 soldiers did not return.")
    assert (figure.what, figure.status) == ("did not return", "happened")


def test_the_same_figure_told_again_is_one_with_several_evidences(coder: Coder) -> None:
    text = "Bomb kills 40 in market\n\nA bomb killed at least 40 people on Monday. The 40 victims were traders."
    found = [f for f in figures(coder, text, title="Bomb kills 40 in market") if f.value == 40]
    assert len(found) == 1
    assert found[0].comparator == "at least"
    assert len(found[0].evidence) >= 2


def test_two_sources_with_one_number_stay_two_figures(coder: Coder) -> None:
    text = "Morocco said that 90 soldiers were killed. Algeria said that 90 soldiers were killed."
    assert [f.claimants[0].country for f in figures(coder, text)] == ["MAR", "DZA"]


def test_a_bare_number_counts_what_the_number_before_it_counted(coder: Coder) -> None:
    last = figures(coder, "More than 40 states signed the treaty, and 24 applied.")[-1]
    assert (last.value, last.unit) == (24, "states")
    assert last.confidence < 0.9


def test_small_numbers_behind_two_uses_of_the_same_noun_stay_apart(coder: Coder) -> None:
    text = "Two soldiers were killed in Lima. Two soldiers were arrested in Cusco."
    assert len(figures(coder, text)) == 2


def test_sport_is_silent(coder: Coder) -> None:
    text = "The striker scored 14 goals in the league for 3 football clubs with 900 players."
    assert figures(coder, text) == ()


def test_evidence_quotes_the_text(coder: Coder) -> None:
    text = "In Lima, 14 of the 30 prisoners were freed.\nAnother 200 people marched; $5 million went to them."
    for figure in figures(coder, text):
        for evidence in figure.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert figure.text.split()[0] in evidence.quote


def test_ids_are_distinct_and_stable(coder: Coder) -> None:
    text = "Rebels fired 40 rockets, 50 shells and 60 missiles at 70 villages."
    first, second = figures(coder, text), figures(coder, text)
    assert first == second
    assert len({figure.id for figure in first}) == len(first) == 4


@pytest.mark.parametrize("text", ["1 " * 3000, "killed " * 500 + "5", "1,2,3,4,5 " * 300, "ten and " * 400, "$ " * 500])
def test_endless_numbers_are_survived(coder: Coder, text: str) -> None:
    figures(coder, text)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kind: troops", "kind: armies", "kind must be one of"),
        ("least: 3", "least: few", "least must be a number"),
        ("  note: people of any sort", "  why: people of any sort", "field missing"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    for path in words.FOLDER.glob("figures*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    broken = tmp_path / "figures.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=problem) as caught:
        words.lexicon(tmp_path)
    assert "figures.yaml:" in str(caught.value)
