"""The command that explains: an event or a claim of the record, or what becomes of any sentence."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Lexicon, RecordFile
from dragoman.cli.output import print_lines, print_or_say
from dragoman.cli.query import open_existing
from dragoman.errors import EmptyInputError, InputError
from dragoman.formats.claims import claim_explanation
from dragoman.formats.story import explanation_lines

if TYPE_CHECKING:
    from dragoman.records import Document

STDIN = "-"
Key = Annotated[str | None, typer.Argument(metavar="ID", help="Id of a stored event or claim, or its first digits.")]
Words = Annotated[
    str | None, typer.Option("--sentence", metavar="TEXT", help="Explain this text; - reads it from standard input.")
]


def explain(
    context: typer.Context, key: Key = None, sentence: Words = None, record: RecordFile = None, lexicon: Lexicon = None
) -> None:
    """Explain a stored record, or which words of a sentence fire.

    An event: sentence, rule, date rule, and what lost.  A claim: its words, rule, and the reasons of its dates,
    places and actors.  A sentence: for each word that may report an act, the event it gives, or why it gives none.

    \b
    Example:
      dragoman explain --sentence "Turkey condemned the attack."
    """
    if problem := _problem(key, sentence, record, lexicon):
        raise typer.BadParameter(problem, ctx=context)
    if key is not None:
        _explain_stored(key, record)
    if sentence is not None:
        _explain_text(_document(sentence), lexicon)


def _problem(key: str | None, sentence: str | None, record: Path | None, lexicon: Path | None) -> str | None:
    """Return what is wrong with the options, or None."""
    if (key is None) == (sentence is None):
        return "give either the ID of a stored event or claim or --sentence TEXT"
    if sentence is None and lexicon is not None:
        return "--lexicon goes with --sentence, what is stored is explained as it was coded"
    if key is None and record is not None:
        return "--record goes with an ID, a sentence is explained without a record"
    return None


def _explain_stored(key: str, record: Path | None) -> None:
    from dragoman.store.results import StoredEvent  # noqa: PLC0415  (the store is loaded by those who use it)

    with open_existing(record) as store:
        stored = store.find(key)
        document = store.document(stored.document.id).document
        if isinstance(stored, StoredEvent):
            print_lines(explanation_lines(stored.event, document))
        else:
            print_lines(claim_explanation(stored.kind, stored.claim, document))


def _explain_text(document: Document, lexicon: Path | None) -> None:
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)
    from dragoman.formats.explanation import explained_lines  # noqa: PLC0415

    explanations = Coder(lexicon=lexicon).explain(document)
    print_or_say(explained_lines(explanations, document.text), "no English sentence was found in the text")


def _document(sentence: str) -> Document:
    """Return the text to explain as a document.  Raises InputError for what is no text, or too much of it."""
    from dragoman.read.compressed import read_capped  # noqa: PLC0415
    from dragoman.read.limits import Limits  # noqa: PLC0415
    from dragoman.read.text import read_text  # noqa: PLC0415

    limits = Limits.from_environment()
    name = "standard input" if sentence == STDIN else "--sentence"
    try:
        if sentence != STDIN:
            return read_text(os.fsencode(sentence), name, limits)
        if sys.stdin is None:
            raise EmptyInputError("it is closed")
        return read_text(read_capped(sys.stdin.buffer, limits.max_bytes), name, limits)
    except InputError as error:
        raise type(error)(f"{name}: {error.message}") from error
