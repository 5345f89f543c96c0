"""`dragoman brief`: what the record holds of an actor, or of two."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import ClaimSince, ClaimUntil, RecordFile
from dragoman.cli.output import print_lines, print_or_say, width
from dragoman.cli.query import open_existing

if TYPE_CHECKING:
    from dragoman.brief.nouns import Brief


class BriefFormat(StrEnum):
    """Forms of a brief."""

    text = "text"
    json = "json"
    markdown = "markdown"


_MEANING = "Country (TUR, Turkey), dictionary entry, or part of a name."
Actor = Annotated[str, typer.Argument(metavar="ACTOR", help=_MEANING, show_default=False)]
Partner = Annotated[str | None, typer.Argument(metavar="ACTOR2", help="A second one: only what both have a part in.")]
Form = Annotated[BriefFormat, typer.Option("--format", help="Form of the brief.")]


def brief(
    actor: Actor, partner: Partner = None, since: ClaimSince = None, until: ClaimUntil = None,
    form: Form = BriefFormat.text, record: RecordFile = None,
) -> None:  # fmt: skip
    """Brief on an actor, or on two, with the words of each line.

    Meetings, agreements, commitments, requests, refusals, figures side by side, and what is expected or never came.

    \b
    Example:
      dragoman brief Turkey Russia --since 2018 --format markdown
    """
    from dragoman.brief.gather import brief as gathered  # noqa: PLC0415  (the store is loaded by those who use it)

    with open_existing(record) as store:
        found = gathered(store, actor, partner, since=since, until=until)
    if form is BriefFormat.json:
        print_lines(_json(found))
    elif found.sections:
        print_lines(_text(found, form))
    else:
        print_or_say(
            [], f"nothing in the record meets these conditions for {' and '.join(one.name for one in found.subjects)}"
        )


def _text(found: Brief, form: BriefFormat) -> Iterator[str]:
    from dragoman.formats.brief import markdown_lines, text_lines  # noqa: PLC0415

    return markdown_lines(found) if form is BriefFormat.markdown else text_lines(found, width())


def _json(found: Brief) -> Iterator[str]:
    from dragoman.formats.brief import brief_object  # noqa: PLC0415
    from dragoman.formats.writers import json_line  # noqa: PLC0415

    yield json_line(brief_object(found))
