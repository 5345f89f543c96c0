"""The other of two states, where an act between them names but one."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.events.known import OPPOSITE
from dragoman.records import Document

LEAD = "Norway and Chad fell out over fishing rights. Chad told Norway to pay. Norway had told Chad to wait. "


@pytest.mark.parametrize(
    ("sentence", "type_", "recipients"),
    [
        ("Norway rejected the demand.", "REJECT", [("TCD", OPPOSITE)]),
        ("Norway's government criticised the tone of the letter.", "ACCUSE", [("TCD", OPPOSITE)]),
        ("Chad threatened to use force.", "THREATEN", [("NOR", OPPOSITE)]),
        ("Norway rejected the demand and asked for an apology.", "REQUEST", [("TCD", OPPOSITE)]),
        ("Norway asked for an apology.", "REQUEST", []),
        ("Norway cut ties with Mali and expelled its ambassador.", "SANCTION", [("MLI", None), ("MLI", OPPOSITE)]),
        ("Norway rejected the demand of Mali.", "REJECT", [("MLI", "named in the phrase")]),
        ("Norway's government rejected the bill.", "REJECT", []),
        ("Norway's opposition rejected the plan.", "REJECT", []),
        ("Mali rejected the demand.", "REJECT", []),
        ("Norway rejected the demand of the African Union.", "REJECT", [(None, "named in the phrase")]),
    ],
)
def test_what_a_state_says_to_nobody_named_it_says_to_the_other_one(
    coder: Coder, sentence: str, type_: str, recipients: list[tuple[str | None, str | None]]
) -> None:
    coding = coder.code(Document(id="t", text=LEAD + sentence, title="Norway and Chad quarrel", language="en"))
    events = [event for event in coding.events if event.evidence[0].quote == sentence and event.type == type_]
    assert [(actor.country, actor.basis) for event in events for actor in event.recipients] == recipients


def test_a_third_state_told_of_just_before_leaves_it_open(coder: Coder) -> None:
    text = LEAD + "Mali looked on. Norway rejected the demand."
    coding = coder.code(Document(id="t", text=text, title="Norway and Chad quarrel", language="en"))
    (event,) = (e for e in coding.events if e.type == "REJECT" and e.evidence[0].quote.startswith("Norway rejected"))
    assert event.recipients == ()
