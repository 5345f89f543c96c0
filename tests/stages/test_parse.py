"""The parse stage keeps offsets, bounds its texts, and never joins blocks."""

from __future__ import annotations

from dragoman.records import Document
from dragoman.stages.base import Block, Draft
from dragoman.stages.parse import Parse
from dragoman.stages.parse.repair import repair
from dragoman.stages.parse.stage import MAX_BLOCK
from dragoman.syntax import Token
from tests.parsing import parse_text


def parsed(text: str, *blocks: Block) -> Draft:
    return Parse()(Draft(Document(id="t", text=text), blocks=blocks or (Block(0, len(text), "body", 0),)))


def test_offsets_point_into_the_documents_text_also_after_odd_spaces() -> None:
    text = "Egypt\u00a0and\u2028Sudan signed\r\na treaty — on “Friday”."
    draft = parsed(text)
    for sentence in draft.sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


def test_blocks_are_parsed_apart() -> None:
    text = "Talks in Oslo\nNorway hosted rebels."
    draft = parsed(text, Block(0, 13, "title", 0), Block(14, len(text), "body", 1))
    assert [(s.zone, s.paragraph, s.index) for s in draft.sentences] == [("title", 0, 0), ("body", 1, 1)]


def test_a_very_long_block_is_cut_without_losing_words() -> None:
    text = "Chad warned Sudan. " * (2 * MAX_BLOCK // 19)
    draft = parsed(text)
    assert sum(token.text == "warned" for s in draft.sentences for token in s.tokens) == text.count("warned")


def test_heads_stay_inside_their_sentence() -> None:
    draft = parsed("France, Italy and Spain met. They agreed to share data that police collect.")
    for sentence in draft.sentences:
        own = {id(token) for token in sentence.tokens}
        assert all(id(token.head) in own for token in sentence.tokens)
        assert [token.i for token in sentence.tokens] == list(range(len(sentence.tokens)))


def test_an_empty_document_has_no_sentences() -> None:
    assert parsed("", Block(0, 0, "body", 0)).sentences == ()


def test_a_finite_verb_hung_on_its_object_is_mended() -> None:
    text = "Switzerland froze accounts of the ousted Tunisian president."
    (sentence,) = parsed(text).sentences
    froze = next(token for token in sentence.tokens if token.text == "froze")
    found = {child.text: child.dep for child in froze.children}
    assert (found["Switzerland"], found["accounts"]) == ("nsubj", "dobj")
    assert all(token in token.head.children for token in sentence.tokens if token.head is not token)


def test_a_word_whose_head_is_in_another_sentence_heads_its_own() -> None:
    text = "The minister spoke \n\n of the Constitution and its implementation and of the courts and their work."
    for sentence in parse_text(text):
        assert all(token.dep == "ROOT" for token in sentence.tokens if token.head is token)


def test_an_infinitive_joined_to_a_finite_verb_goes_with_the_infinitive_before() -> None:
    were = Token(0, "were", "be", "AUX", "VBD", "ROOT", 0)
    share, train = (Token(i, word, word, "VERB", "VB", "conj", 6 * i) for i, word in ((1, "share"), (2, "train")))
    for child, head in ((share, were), (train, were)):
        child.head = head
        head.children.append(child)
    share.dep = "xcomp"
    repair([were, share, train])
    assert train.head is share
    assert were.children == [share]


def test_verbs_that_the_model_lemmatises_wrongly_get_their_base_form() -> None:
    (sentence,) = parse_text("Rebels waged war and soldiers cordoned off the town.")
    assert {"wage", "cordon"} <= {token.lemma for token in sentence.tokens}
    (sentence,) = parse_text("Chad hopes for peace, staged a rally and hopped on a bus.")
    assert {"hope", "stage", "hop"} <= {token.lemma for token in sentence.tokens}


def test_a_noun_of_verb_and_particle_is_one_word() -> None:
    (sentence,) = parsed("Students staged a sit-in after the build-up, Moon Jae-in said.").sentences
    kinds = {token.text: token.pos for token in sentence.tokens}
    assert (kinds["sit-in"], kinds["build-up"]) == ("NOUN", "NOUN")
    assert "Jae-in" not in kinds
