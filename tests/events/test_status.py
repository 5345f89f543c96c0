"""What a sentence says of an act's reality: fact, future, denial, condition, claim, and whose words."""

from __future__ import annotations

import pytest

from dragoman.events.status import assess
from dragoman.syntax import Token
from tests.parsing import parse_sentence


def word(text: str, lemma: str) -> Token:
    return next(token for token in parse_sentence(text).tokens if token.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "mood"),
    [
        ("Oman signed the treaty.", "sign", "fact"),
        ("Oman will sign the treaty.", "sign", "future"),
        ("Oman is expected to sign the treaty.", "sign", "future"),
        ("Oman plans to sign the treaty.", "sign", "future"),
        ("Oman may sign the treaty.", "sign", "possible"),
        ("Oman must sign the treaty.", "sign", "obligation"),
        ("Oman urged Yemen to sign the treaty.", "sign", "unreal"),
        ("Oman would sign the treaty if Yemen did.", "sign", "conditional"),
        ("Oman will leave unless Yemen agrees.", "leave", "conditional"),
        ("Ministers met to sign the treaty.", "sign", "unreal"),
        ("Oman would like to thank Yemen.", "thank", "fact"),
        ("Oman wanted to thank Yemen.", "thank", "future"),
        ("Oman began to bomb the port.", "bomb", "fact"),
        ("Ships that bombed the port left on Monday.", "bomb", "fact"),
        ("After Oman bombed the port, the ships left.", "bomb", "fact"),
        ("If Oman bombs the port, the ships will leave.", "bomb", "unreal"),
        ("Its efforts to sign the treaty continue.", "sign", "unreal"),
        ("This raises the possibility that Oman signed the treaty.", "sign", "unreal"),
        ("There is no doubt that Oman signed the treaty.", "sign", "fact"),
        ("The minister will fly to Oslo before signing the treaty.", "sign", "future"),
        ("The minister will fly to Oslo, signing the treaty on Friday.", "sign", "future"),
        ("The minister may fly to Oslo after accusing Chad of fraud.", "accuse", "fact"),
        ("Chad, accusing Oman of fraud, will recall its envoy.", "accuse", "fact"),
        ("Chad left after accusing Oman of fraud.", "accuse", "fact"),
        ("Oman was the first country to sign the treaty.", "sign", "fact"),
        ("Chad, the last state to sign the treaty, left.", "sign", "fact"),
        ("Oman will become the first country to sign the treaty.", "sign", "future"),
        ("Oman was a country to sign the treaty with.", "sign", "unreal"),
        ("Oman was quick to sign the treaty.", "sign", "fact"),
        ("Oman hopes to sign the treaty.", "sign", "future"),
    ],
)
def test_the_mood_of_an_act(text: str, lemma: str, mood: str) -> None:
    assert assess(word(text, lemma)).mood == mood


@pytest.mark.parametrize(
    ("text", "lemma", "negated"),
    [
        ("Chad did not send troops.", "send", True),
        ("Chad never sent troops.", "send", True),
        ("Chad sent no troops.", "send", True),
        ("No troops were sent.", "send", True),
        ("Chad failed to send troops.", "send", True),
        ("Chad refused to send troops.", "send", True),
        ("Chad left without sending troops.", "send", True),
        ("Chad sent little aid.", "send", True),
        ("Chad did not fail to send troops.", "send", False),
        ("Chad sent troops.", "send", False),
    ],
)
def test_negation(text: str, lemma: str, negated: bool) -> None:
    assert assess(word(text, lemma)).negated is negated


@pytest.mark.parametrize(
    ("text", "lemma", "speaker", "verb", "claim"),
    [
        ("Kenya said Somalia attacked the camp.", "attack", "Kenya", "say", False),
        ("Somalia attacked the camp, Kenya said.", "attack", "Kenya", "say", False),
        ("Kenya claimed that Somalia attacked the camp.", "attack", "Kenya", "claim", True),
        ("According to Kenya, Somalia attacked the camp.", "attack", "Kenya", "according to", False),
    ],
)
def test_the_source_of_a_report(text: str, lemma: str, speaker: str, verb: str, claim: bool) -> None:
    standing = assess(word(text, lemma))
    assert [token.text for token in standing.speaker] == [speaker]
    assert (standing.verb, standing.claim) == (verb, claim)


def test_hearsay_is_a_claim() -> None:
    assert assess(word("Somalia reportedly attacked the camp.", "attack")).claim


def test_a_promise_told_in_the_past_is_to_come_not_conditional() -> None:
    assert assess(word("Kenya said it would attack the camp.", "attack")).mood == "future"


def test_an_act_in_progress() -> None:
    assert assess(word("Kenya is fighting the rebels.", "fight")).ongoing


def test_what_a_party_is_not_going_to_do_is_negated() -> None:
    standing = assess(word("Kenya is not going to lift the ban.", "lift"))
    assert (standing.mood, standing.negated) == ("future", True)


@pytest.mark.parametrize(
    ("text", "own"),
    [("Chad said it might attack Mali.", True), ("Chad said rebels might attack Mali.", False)],
)
def test_a_speaker_may_speak_of_his_own_act(text: str, own: bool) -> None:
    assert assess(word(text, "attack")).own is own
