"""Sentences explained: what fired comes first, reasons are few and the nearest, nothing steers a terminal."""

from __future__ import annotations

from dragoman.events.acts import Fate, Near
from dragoman.events.choose import Candidate
from dragoman.events.senses import load_senses
from dragoman.formats.explanation import explained_lines
from dragoman.learned.network import Guess
from dragoman.records import Event
from dragoman.stages.events import Explanation
from dragoman.syntax import Sentence, Token
from tests.factory import make_actor, make_document, make_event

TEXT = "Turkey met Qatar.\nIt took time.\n"
SENSE = next(sense for sense in load_senses().senses if sense.id == "meet.v.01")


def sentence(text: str = TEXT.split("\n", maxsplit=1)[0], start: int = 0) -> Sentence:
    """Return the words of `text` as a sentence; each is its own lemma."""
    tokens: list[Token] = []
    for i, word in enumerate(text.split(" ")):
        tokens.append(Token(i, word, word, "X", "X", "dep", start))
        start += len(word) + 1
    return Sentence(0, tokens, "body", 0)


def fate(word: str, event: Event | None = None, reason: str = "", guess: Guess | None = None) -> Fate:
    return Fate(Candidate(Token(0, word, word, "VERB", "VBD", "ROOT", 0), SENSE, {}, None, (), guess), event, reason)


def near(word: str, *reasons: str) -> Near:
    return Near(Token(0, word, word, "VERB", "VBD", "ROOT", 0), reasons)


def lines(*fates: Fate, near: tuple[Near, ...] = (), silenced: bool = False) -> list[str]:
    return list(explained_lines([Explanation(sentence(), silenced, fates, near)], TEXT))


def test_what_fired_has_type_status_sides_and_the_place_of_its_sense() -> None:
    event = make_event(make_document(text=TEXT))
    assert lines(fate("met", event)) == [
        "“Turkey met Qatar.”",
        "fired       met: CONSULT:visit [happened] Turkey (TUR) → Qatar (QAT)",
        f"            meet.v.01 ({SENSE.source})",
    ]


def test_a_side_without_actors_is_a_dash() -> None:
    event = make_event(make_document(text=TEXT), modes=(), recipients=())
    assert "fired       met: CONSULT [happened] Turkey (TUR) → —" in lines(fate("met", event))


def test_what_lost_comes_after_what_fired_with_its_reason() -> None:
    found = lines(fate("said", reason="content of another act"), fate("met", make_event(make_document(text=TEXT))))
    assert [line[:8].strip() for line in found[1:]] == ["fired", "", "lost", ""]
    assert found[3] == "lost        said: content of another act"


def test_what_the_network_proposed_has_its_probability() -> None:
    guess = Guess(Token(0, "met", "met", "VERB", "VBD", "ROOT", 0), "CONSULT", 0.874, "happened")
    assert lines(fate("met", reason="because", guess=guess))[-1] == f"            meet.v.01 ({SENSE.source}, 0.87)"


def test_three_reasons_are_printed_the_nearest_first_and_the_rest_counted() -> None:
    reasons = (
        "take_over.v.01: particle 'over' missing",
        "hold.v.01: condition on obj not met",
        "take.n.02: no verb carries it",
        "take.v.01: condition on obj not met",
        "take.v.61: condition on in not met",
    )
    assert lines(near=(near("take", *reasons),))[1:] == [
        "near        take: take.v.01: condition on obj not met",
        "            take.v.61: condition on in not met",
        "            hold.v.01: condition on obj not met",
        "            and 2 more",
    ]


def test_three_reasons_leave_no_rest() -> None:
    assert len(lines(near=(near("take", "a", "b", "c"),))) == 1 + 3


def test_silence_is_told_and_so_is_what_came_near() -> None:
    found = lines(near=(near("take", "a"),), silenced=True)
    assert [line[:12].strip() for line in found[1:]] == ["silent", "near"]


def test_a_sentence_without_any_word_of_the_lexicon_says_so() -> None:
    assert lines()[1].startswith("nothing     ")


def test_sentences_stand_apart_in_their_own_words() -> None:
    second = sentence("It took time.", TEXT.index("It"))
    found = [Explanation(one, False, (), (near("took", "a"),)) for one in (sentence(), second)]
    assert list(explained_lines(found, TEXT)) == [
        "“Turkey met Qatar.”", "near        took: a", "", "“It took time.”", "near        took: a",
    ]  # fmt: skip


def test_nothing_of_a_text_steers_a_terminal() -> None:
    text = "Tur\x1b[2Jkey met\x9b Qatar\u202e."
    event = make_event(
        make_document(text=text),
        actors=(make_actor(text, "Tur", "T\x1bur"),),
        recipients=(make_actor(text, "key", "\n"),),
    )
    explanation = Explanation(
        sentence(text), False, (fate("\x1b", event), fate("\x9b", reason="\x1b")), (near("\u202e", "\x1b", "\x07"),)
    )
    assert [c for line in explained_lines([explanation], text) for c in line if not c.isprintable()] == []
