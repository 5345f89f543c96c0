"""Articles are scored act by act: found by overlap and type, then parties, date and status compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.coder import Coder
from dragoman.errors import EmptyInputError, MalformedInputError
from dragoman.evaluate.articles import ArticleScore, score_articles

ATTACK, TALKS = "Chad attacked Sudan on 3 May 2019.", "Kenya condemned Ghana."
TEXT = f"Envoys of two neighbours quarrel\n\n{ATTACK} It rained all day. {TALKS}\n"


def act(type_: str, quote: str, by: str | None = None, to: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return a core act of the country `by` towards the country `to`; `fields` replace its fields."""
    known = {
        "id": "1", "tier": "core", "type": type_, "title": "an act", "accept": [type_], "status": "happened",
        "actors": [{"country": by}], "recipients": [{"country": to}],
        "date": None, "evidence": [{"quote": quote}],
    }  # fmt: skip
    return known | fields


def folder(path: Path, *events: dict[str, Any], text: str = TEXT) -> Path:
    (path / "news.txt").write_text(text, encoding="utf-8")
    (path / "news.json").write_text(json.dumps({"events": events}), encoding="utf-8")
    return path


def attack(**fields: Any) -> dict[str, Any]:
    return act("ASSAULT", ATTACK, "TCD", "SDN", **({"date": {"iso": "2019-05-03"}} | fields))


def test_acts_found_as_they_should_be_are_right_in_all_respects(tmp_path: Path, coder: Coder) -> None:
    total = score_articles(folder(tmp_path, attack(), act("ACCUSE", TALKS, "KEN", "GHA")), coder)
    assert total.shares() == {"recall": 1, "precision": 1, "who": 1, "when": 1, "status": 1}
    assert (total.core, total.coded, total.faults) == ([2, 2], [2, 2], [])


@pytest.mark.parametrize(
    ("changed", "share"),
    [
        ({"actors": [{"country": "SDN"}]}, "who"),
        ({"recipients": [{"country": "SDN"}, {"country": "TGO"}]}, "who"),
        ({"date": {"iso": "2019-05-04"}}, "when"),
        ({"date": None}, "when"),
        ({"status": "denied"}, "status"),
    ],
)
def test_what_is_coded_otherwise_counts_against_one_share(
    tmp_path: Path, coder: Coder, changed: dict[str, Any], share: str
) -> None:
    shares = score_articles(folder(tmp_path, attack(**changed), act("ACCUSE", TALKS)), coder).shares()
    assert [name for name, value in shares.items() if value < 1] == [share]


@pytest.mark.parametrize(
    "changed",
    [
        {"status": "denied", "status_accept": ["happened"]},
        {"date": {"iso": "2019-05"}},
        {"type": "COERCE", "accept": ["COERCE", "ASSAULT"]},
        {"actors": [], "recipients": []},
        {"evidence": [{"quote": "It rained all day."}, {"quote": "attacked"}]},
    ],
)
def test_gold_may_leave_room(tmp_path: Path, coder: Coder, changed: dict[str, Any]) -> None:
    shares = score_articles(folder(tmp_path, attack(**changed), act("ACCUSE", TALKS)), coder).shares()
    assert set(shares.values()) == {1}


def test_missed_acts_and_false_events_are_listed(tmp_path: Path, coder: Coder) -> None:
    total = score_articles(folder(tmp_path, act("AID", "It rained all day."), act("AID", TALKS)), coder)
    assert (total.core, total.coded) == ([0, 2], [0, 2])
    assert total.faults == [
        "news: missed AID: an act",
        "news: missed AID: an act",
        f"news: false ASSAULT: {ATTACK!r}",
        f"news: false ACCUSE: {TALKS!r}",
    ]


def test_an_extra_act_may_be_found_and_need_not(tmp_path: Path, coder: Coder) -> None:
    extras = [act("ACCUSE", TALKS, tier="extra"), act("AID", "It rained all day.", tier="extra")]
    total = score_articles(folder(tmp_path, attack(), *extras), coder)
    assert (total.core, total.coded, total.faults) == ([1, 1], [2, 2], [])


def test_a_mode_may_be_asked_for(tmp_path: Path, coder: Coder) -> None:
    text = "The president of Kenya visited Ghana.\n"
    wanted = [
        act("CONSULT", text.strip(), accept=["CONSULT:visit"]),
        act("CONSULT", text.strip(), accept=["CONSULT:phone"]),
    ]
    total = score_articles(folder(tmp_path, *wanted, text=text), coder)
    assert total.core == [1, 2]


def test_counts_add_up_over_articles(tmp_path: Path, coder: Coder) -> None:
    folder(tmp_path, attack())
    (tmp_path / "quiet.txt").write_text("It rained all day.\n", encoding="utf-8")
    (tmp_path / "quiet.json").write_text(json.dumps({"events": []}), encoding="utf-8")
    assert score_articles(tmp_path, coder).core == [1, 1]


def test_shares_of_nothing_are_whole() -> None:
    assert set(ArticleScore().shares().values()) == {1.0}


@pytest.mark.parametrize(
    ("gold", "problem"),
    [
        ("{", r"news\.json: no gold record"),
        ("[]", r"news\.json: no gold record"),
        ('{"events": [7]}', r"news\.json: no gold record"),
        ('{"events": [{"tier": "core"}]}', r"news\.json: event 1 lacks type, event 1 lacks title"),
        (json.dumps({"events": [act("AID", "Not in the text.")]}), "news: event 1 quotes what the text does not hold"),
    ],
)
def test_gold_that_cannot_be_read_is_named(tmp_path: Path, coder: Coder, gold: str, problem: str) -> None:
    (folder(tmp_path) / "news.json").write_text(gold, encoding="utf-8")
    with pytest.raises(MalformedInputError, match=problem):
        score_articles(tmp_path, coder)


def test_gold_without_its_text_and_a_folder_without_gold_are_named(tmp_path: Path, coder: Coder) -> None:
    with pytest.raises(EmptyInputError, match=r"no \.json files"):
        score_articles(tmp_path, coder)
    (folder(tmp_path) / "news.txt").unlink()
    with pytest.raises(MalformedInputError, match="its text cannot be read"):
        score_articles(tmp_path, coder)
