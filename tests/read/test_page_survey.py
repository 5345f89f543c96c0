"""The survey: counts what is visible and stops at its limits."""

from __future__ import annotations

import pytest

from dragoman.errors import EmptyInputError, PageError, TooLongError
from dragoman.read.page_survey import MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, survey


def test_only_visible_text_is_counted() -> None:
    html = (
        b"<html><head><title>no</title></head><body><nav>no <b>no</b></nav><p>four</p><script>no</script> six!</body>"
    )
    assert survey(html, 100).visible == len("four") + len("six!")


def test_text_after_a_hidden_element_is_visible_again() -> None:
    assert survey(b"<body><aside><p>no</p></aside><p>four</p></body>", 100).visible == len("four")


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * (MAX_DEPTH + 1) + b"x",
        b"<br>" * (MAX_ELEMENTS + 1) + b"x",
        b"<p " + b" ".join(b"a%d" % n for n in range(MAX_ATTRIBUTES + 1)) + b">x",
        b"<p>" + b"x" * 20_000_000,
    ],
    ids=["depth", "elements", "attributes", "one text"],
)
def test_each_limit_is_kept(html: bytes) -> None:
    with pytest.raises(PageError):
        survey(html, 10**9)


def test_blocks_are_counted_and_inline_elements_are_not() -> None:
    assert survey(b"<div><p>one <b>two</b></p><ul><li>three<br>four</li></ul></div>", 100).blocks == 4


def test_too_much_visible_text_is_refused() -> None:
    with pytest.raises(TooLongError, match="more than 3 visible"):
        survey(b"<p>four</p>", 3)


@pytest.mark.parametrize("html", [b"", b"<!-- -->", b"<p> </p>"])
def test_nothing_visible_is_refused(html: bytes) -> None:
    with pytest.raises(EmptyInputError):
        survey(html, 100)
