"""What is told only as the content of another act is no event; what is reported beside it is."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Document


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Egypt promised to send food to Sudan.", ["AGREE"]),
        ("Egypt threatened to attack Sudan.", ["THREATEN"]),
        ("Egypt demanded that Sudan release the soldiers.", ["REQUEST"]),
        ("Egypt's president praised Sudan during a visit to Khartoum.", ["CONSULT", "SUPPORT"]),
        ("In talks with Sudan, Egypt promised to send food.", ["AGREE", "CONSULT"]),
        ("Chad freed a Dutch journalist who was arrested in May.", ["RETREAT"]),
        ("Chad hanged two rebels convicted of murder.", ["ASSAULT"]),
        ("Rebels shelled a Chadian town, killing nine soldiers.", ["ASSAULT"]),
        ("Nine Chadian soldiers were killed when rebels attacked a base.", ["ASSAULT"]),
        ("Chadian police used batons to break up a march.", ["ASSAULT"]),
        ("Egypt denied shelling the Sudanese town.", ["ASSAULT"]),
        ("Egypt denied reports that its soldiers shelled a Sudanese town.", ["ASSAULT", "REJECT"]),
        ("Egypt criticised Sudan in response to an attack by Sudan on Chad.", ["ACCUSE", "ASSAULT"]),
        ("Algeria has ruled out reopening its border with Morocco.", ["REJECT"]),
        ("Egypt deplored the Sudanese crackdown on opposition activists.", ["ACCUSE", "COERCE"]),
        ("Egypt condemned the Sudanese bombardment of Kassala on Monday.", ["ACCUSE", "ASSAULT"]),
        ("Egypt accused Sudan of the murder of two protesters.", ["ACCUSE"]),
        ("Egypt urged Sudan to halt its bombardment of Kassala.", ["REQUEST"]),
        ("Egypt attacked Sudan after Sudan expelled the Egyptian ambassador.", ["ASSAULT", "SANCTION"]),
    ],
)
def test_content_and_report(coder: Coder, text: str, types: list[str]) -> None:
    coding = coder.code(Document(id="t", text=text, title="", language="en"))
    assert sorted(event.type for event in coding.events) == types


@pytest.mark.parametrize(
    ("quoted", "types"),
    [
        ("Sudan has violated the accord.", ["ACCUSE"]),
        ("Sudan must withdraw its soldiers.", ["REQUEST"]),
        ("The accusations of Sudan are groundless.", ["REJECT"]),
        ("Sudan is a trusted partner.", ["SUPPORT"]),
        ("Is Sudan a trusted partner?", []),
        ("We have violated no accord.", []),
        ("Sudan has a new road.", []),
    ],
)
def test_a_quotation_that_goes_on_is_said_by_its_speaker(coder: Coder, quoted: str, types: list[str]) -> None:
    text = f'"The days are long," said the Egyptian foreign minister. "{quoted}"'
    events = coder.code(Document(id="t", text=text, title="", language="en")).events
    assert [event.type for event in events] == types
    assert [[actor.country for actor in event.actors] for event in events] == [["EGY"]] * len(types)
