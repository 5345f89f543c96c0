"""Commitments: who binds himself to what, how firmly, and what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.claims.commitments import lexicon
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import Actor, Commitment, DateStamp, Document


@pytest.fixture(scope="module")
def code(coder: Coder):  # type: ignore[no-untyped-def]
    """Return what codes a text, written on 3 February 2020, to its commitments."""

    def commitments(text: str, title: str = "") -> tuple[Commitment, ...]:
        stamp = DateStamp(date="2020-02-03", precision="day", basis="test")
        return coder.code(Document(id="t", text=text, title=title, language="en", published=stamp)).claims.commitments

    return commitments


def keys(actors: tuple[Actor, ...]) -> list[str]:
    """Return the countries of actors, or their names."""
    return [actor.country or actor.name for actor in actors]


@pytest.mark.parametrize(
    ("text", "debtors", "strength", "act"),
    [
        ("Chad and Niger agreed to share radar data.", ["TCD", "NER"], "agree", "share radar data"),
        ("Ghana vowed to rebuild the port of Tema.", ["GHA"], "pledge", "rebuild the port of Tema"),
        ("Oman is ready to host the envoys.", ["OMN"], "intend", "host the envoys"),
        ("Kenya's president announced that Kenya will close the camp.", ["KEN"], "declare", "close the camp"),
        ("Peru and Chile signed a pact to exchange flood warnings.", ["PER", "CHL"], "sign", "exchange flood warnings"),
        ("The Japanese government plans to double its observers.", ["JPN"], "intend", "double its observers"),
        ("Norway pledged ten million dollars for Chad.", ["NOR"], "pledge", "ten million dollars for Chad"),
        ("Kenya is committed to ending the blockade.", ["KEN"], "pledge", "ending the blockade"),
    ],
)
def test_debtors_strength_and_act(code, text: str, debtors: list[str], strength: str, act: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert (keys(found.debtors), found.strength, found.act) == (debtors, strength, act)
    assert (found.status, found.negative, found.assessor) == ("open", False, None)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger discussed sharing radar data.",
        "Chad should share radar data with Niger.",
        "Chad must share radar data with Niger.",
        "Chad did not agree to share radar data.",
        "Niger asked Chad to promise to share radar data.",
        "If Chad agrees to share radar data, Niger will benefit.",
        "Has Chad agreed to share radar data?",
        "Chad is expected to share radar data.",
        "Analysts said Chad will close the border.",
        "My uncle promised me his house, and I vowed to return.",
        "Toyota promised to build a plant in Kenya.",
        "The harvest promises to be good in Kenya.",
        "Chad agreed that the radar was old.",
        "The Chadian minister confirmed he would be summoned.",
        "Niger sees no sign that Chad intends to share radar data.",
        "Chad seems ready to share radar data.",
    ],
)
def test_what_binds_nobody(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()


def test_each_act_of_a_list_is_one_commitment(code) -> None:  # type: ignore[no-untyped-def]
    found = code("Chad and Niger agreed to patrol the lake, train border guards and to build a bridge.")
    assert [one.act for one in found] == ["patrol the lake", "train border guards", "build a bridge"]
    assert all(keys(one.debtors) == ["TCD", "NER"] for one in found)


def test_two_verbs_with_one_object_are_one_act(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("Chad and Niger agreed to monitor and uphold the truce.")
    assert found.act == "monitor and uphold the truce"


def test_a_partner_named_with_the_promise_is_bound_too(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("Chad agreed with Niger to reopen the border.")
    assert keys(found.debtors) == ["TCD", "NER"]


def test_an_open_group_stays_open(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("Oman, other Gulf states and Egypt agreed to share intelligence.")
    assert keys(found.debtors) == ["OMN", "EGY", "other Gulf states"]


def test_we_of_a_quoted_speaker(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("“We will not allow smugglers to use our ports,” Kenyan President William Ruto said.")
    assert (keys(found.debtors), found.negative, found.strength) == (["KEN"], True, "intend")
    assert found.attribution is not None
    assert "Ruto" in found.attribution.speaker


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam pledged not to station soldiers on the islet.",
        "Vietnam promised that it would not station soldiers on the islet.",
        "Vietnam vowed that no soldier would be stationed on the islet.",
    ],
)
def test_what_will_not_be_done(code, text: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert found.negative


def test_condition(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("Iran promised to admit inspectors if the sanctions are lifted.")
    assert (found.status, found.condition) == ("conditional", "if the sanctions are lifted")
    assert found.act == "admit inspectors"


def test_due_is_the_time_of_the_act_and_date_that_of_the_promise(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("On Saturday, Canada promised Haiti to open the road in May.")
    assert found.due is not None
    assert found.due.start == "2020-05"
    assert found.date is not None
    assert found.date.start == "2020-02-01"
    assert keys(found.creditors) == ["HTI"]


def test_a_year_before_a_noun_is_no_due_date(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("Iran promised to respect the 2015 deal.")
    assert found.due is None


def test_a_party_that_assesses_itself(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("“We have met all of Chad's expectations,” the foreign minister of Niger said.")
    assert (found.status, found.self_assessed) == ("fulfilled", True)
    assert found.assessor is not None
    assert (keys(found.debtors), keys(found.creditors)) == (["NER"], ["TCD"])


def test_another_assesses(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("The foreign minister of Chad said that Niger has broken its promise to reopen the border.")
    assert (found.status, found.self_assessed, found.act) == ("broken", False, "reopen the border")
    assert found.assessor is not None
    assert found.assessor.country == "TCD"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ghana has fulfilled its obligations towards Togo.", "fulfilled"),
        ("Ghana has not kept its promise to open the bridge.", "broken"),
        ("Ghana has taken back its offer to open the bridge.", "withdrawn"),
        ("Ghana's pledge to register all guns is being honoured.", "ongoing"),
        ("Ghana said it had done everything it promised.", "fulfilled"),
    ],
)
def test_what_became_of_it(code, text: str, status: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert (keys(found.debtors), found.status) == (["GHA"], status)


def test_told_again_is_one_record_with_the_fuller_wording(code) -> None:  # type: ignore[no-untyped-def]
    title = "Chad promises to reopen border"
    text = (
        f"{title}\n\nChad promised on Saturday to reopen its border with Niger. Chad again vowed to reopen the border."
    )
    (found,) = code(text, title)
    assert found.act == "reopen its border with Niger"
    assert len(found.evidence) == 3
    assert all(text[e.start : e.end] == e.quote for e in found.evidence)


def test_opposite_promises_are_two(code) -> None:  # type: ignore[no-untyped-def]
    found = code("Chad promised to reopen its border with Niger. Sudan promised not to reopen its border with Niger.")
    assert [one.negative for one in found] == [False, True]


@pytest.mark.parametrize(
    "text", ["", "agreed to", "to to to agreed agreed to to", "Will will will Will.", "“We will” “"]
)
def test_scraps_give_nothing_and_do_not_fail(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()


def test_a_promise_repeated_hundreds_of_times_is_one_record(code) -> None:  # type: ignore[no-untyped-def]
    (found,) = code("Chad promised to build a road. " * 300)
    assert len(found.evidence) > 250


ENTRY = """
- id: x.y
  verb: [swear]
  frame: FRAME
  strength: STRENGTH
  ONLY
  note: n
  example: e
  counter: c
"""


@pytest.mark.parametrize(
    ("frame", "strength", "only", "problem"),
    [
        ("sideways", "agree", "particle: up", "frame 'sideways'"),
        ("to", "feeble", "particle: up", "strength 'feeble'"),
        ("to", "agree", "only: nobody", "no class 'nobody'"),
        ("to", "agree", "colour: red", "unknown field: colour"),
    ],
)
def test_a_wrong_entry_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, frame: str, strength: str, only: str, problem: str
) -> None:
    entry = ENTRY.replace("FRAME", frame).replace("STRENGTH", strength).replace("ONLY", only)
    (tmp_path / "commitments.yaml").write_text(entry, encoding="utf-8")
    (tmp_path / "commitments_classes.yaml").write_text("- {id: a, words: [b], note: n}\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    lexicon.classes.cache_clear()
    try:
        with pytest.raises(LexiconError, match=problem) as failure:
            lexicon.rules.__wrapped__()
    finally:
        lexicon.classes.cache_clear()
    assert "commitments.yaml:2" in str(failure.value)


@pytest.mark.parametrize(
    ("text", "debtors", "strength", "negative"),
    [
        ("Iceland has ruled out sending troops to the strait.", ["ISL"], "declare", True),
        ("Iceland ruled out any talks with Norway.", ["ISL"], "declare", True),
        ("The treaty commits Poland to raise its defence spending.", ["POL"], "sign", False),
        ("Angola is bound by treaty to return the refugees.", ["AGO"], "sign", False),
        ("Angola has set itself the goal of planting a million trees.", ["AGO"], "intend", False),
        ("Under the terms of the contract, Mali will train the guards.", ["MLI"], "sign", False),
        ("Lebanon received assurances from Israel that it would not bomb the airport.", ["ISR"], "pledge", True),
        ("It was agreed between Kenya and Uganda that the bridge would be reopened.", ["KEN", "UGA"], "agree", False),
        ("Kenya gave its word to Somalia that the camp stays open.", ["KEN"], "pledge", False),
        ('"We are not going to close the camp," Kenya\'s interior minister said.', ["KEN"], "intend", True),
        ("Kenya is to close the camp, its interior minister said.", ["KEN"], "intend", False),
        ("No refugee will be deported, the Kenyan government said.", ["KEN"], "intend", True),
        ("Bhutan has consented to return the idols.", ["BTN"], "agree", False),
        ("Qatar is open to hosting the talks.", ["QAT"], "intend", False),
    ],
)
def test_further_wordings(code, text: str, debtors: list[str], strength: str, negative: bool) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert (keys(found.debtors), found.strength, found.negative) == (debtors, strength, negative)


@pytest.mark.parametrize(
    "text",
    [
        "Iceland has not ruled out sending troops to the strait.",
        "Lebanon sought assurances from Israel that it would not bomb the airport.",
        "The weather obliges Poland to raise its spending.",
        "Analysts said that Kenya is to close the camp.",
        "Oman is less willing to host the envoys.",
        "Under the treaty, Britain will be a member.",
    ],
)
def test_further_wordings_that_bind_nobody(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()


@pytest.mark.parametrize(
    ("text", "status", "strength"),
    [
        ("As promised, Togo freed the sailors.", "fulfilled", "pledge"),
        ("As agreed, Togo freed the sailors.", "fulfilled", "agree"),
        ("Togo has shelved its plan to dredge the lagoon.", "withdrawn", "intend"),
        ("Togo's promises came to nothing.", "broken", "pledge"),
        ("Togo's army will go on hunting smugglers, its spokesman said.", "ongoing", "intend"),
    ],
)
def test_further_standings(code, text: str, status: str, strength: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = code(text)
    assert (keys(found.debtors), found.status, found.strength) == (["TGO"], status, strength)


@pytest.mark.parametrize(
    ("text", "debtor"),
    [
        ("South Africa will not arrest the visitor, a spokesman said.", "ZAF"),
        ("Germany has promised Ukraine another battery.", "DEU"),
        ("NATO will keep its troops in Kosovo, Jens Stoltenberg said.", "NATO"),
    ],
)
def test_who_is_bound_by_words_of_another_mouth(code, text: str, debtor: str) -> None:  # type: ignore[no-untyped-def]
    (commitment,) = code(text)
    assert [actor.country or actor.name for actor in commitment.debtors] == [debtor]
