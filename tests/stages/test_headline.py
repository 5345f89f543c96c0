"""Headlines in title case are read by the words of their article; names stay."""

from __future__ import annotations

import pytest

from dragoman.stages.parse.headline import lowered

BODY = "Togo and Benin restored diplomatic ties. They restore trade with France."


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Togo And Benin Restore Diplomatic Ties", "Togo and Benin restore diplomatic ties"),
        ("Togo Restores Diplomatic Ties", "Togo restores diplomatic ties"),
        ("Togo and Benin restore ties", "Togo and Benin restore ties"),
        ("UN Praises Benin", "UN Praises Benin"),
    ],
)
def test_words_that_the_article_writes_small_are_small(headline: str, read: str) -> None:
    assert lowered(headline, BODY) == read


def test_the_length_never_changes() -> None:
    headline = "İstanbul Hosts Talks On Straße Rules"
    assert len(lowered(headline, "hosts talks on rules")) == len(headline)
