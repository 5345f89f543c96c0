"""Blocks: what is parsed."""

from __future__ import annotations

import itertools

from dragoman.records import Document, Furniture
from dragoman.stages.base import Block
from dragoman.stages.clean.blocks import body_blocks
from tests.stages.clean.pages import AIRPORT, MEETING, TITLE, article, cleaned, page


def test_a_mark_inside_a_paragraph_splits_its_block() -> None:
    text = "First part. SHARE Second part."
    document = Document(id="a", text=text, furniture=(Furniture(start=12, end=17, reason="share line"),))
    assert body_blocks(document) == [Block(0, 11, "body", 0), Block(18, 30, "body", 0)]


def test_paragraphs_that_give_a_block_are_numbered_without_gaps() -> None:
    draft = cleaned(article("Share", "By Lena Haddad"))
    assert [block.paragraph for block in draft.blocks] == [0, 1, 2]


def test_blocks_never_overlap_furniture() -> None:
    draft = cleaned(page(TITLE, f"MUSCAT (AP) — {MEETING}", "Advertisement", f"{AIRPORT} Source: Gulf Wire"))
    spans = [(b.start, b.end) for b in draft.blocks] + [(f.start, f.end) for f in draft.document.furniture]
    ordered = sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))


def test_title_and_subtitle_zones_are_given_once() -> None:
    document = Document(id="a", text=page("Truce", "Truce", "Truce"), title="Truce")
    assert [block.zone for block in body_blocks(document)] == ["title", "body", "body"]


def test_a_document_in_another_language_gives_no_blocks() -> None:
    assert body_blocks(Document(id="a", text=MEETING, language="fr")) == []


def test_offsets_count_code_points() -> None:
    text = "🕊 Barış görüşmesi\n\n" + MEETING
    (_, block) = body_blocks(Document(id="a", text=text))
    assert text[block.start : block.end] == MEETING
