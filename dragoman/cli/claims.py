"""The commands that list claims of the record: one for each kind."""

from __future__ import annotations

from dragoman.cli.options import ListFormat
from dragoman.cli.query import ClaimQuery, asking_claims, is_narrow, print_list, table
from dragoman.formats.claim_rows import claim_columns, claim_row, table_columns
from dragoman.formats.writers import csv_lines, json_array
from dragoman.records import to_dict


@asking_claims("statements")
def statements(query: ClaimQuery) -> None:
    """List who said what.

    \b
    Example:
      dragoman statements --actor RUS --text "observation posts"
    """
    _print("statements", query)


@asking_claims("figures")
def figures(query: ClaimQuery) -> None:
    """List numbers: how many of what, and who says so.

    A figure is dated by the day it stands for, else by the period it covers.

    \b
    Example:
      dragoman figures --text fighters --format csv
    """
    _print("figures", query)


@asking_claims("commitments")
def commitments(query: ClaimQuery) -> None:
    """List promises: who will do what by when, how it stands.

    \b
    Example:
      dragoman commitments --actor TUR --status open
    """
    _print("commitments", query)


@asking_claims("requests")
def requests(query: ClaimQuery) -> None:
    """List who asks whom for what, and the answer.

    \b
    Example:
      dragoman requests --actor USA --since 2014
    """
    _print("requests", query)


@asking_claims("agreements")
def agreements(query: ClaimQuery) -> None:
    """List agreements: parties, who signed and who did not.

    \b
    Example:
      dragoman agreements --actor TUR --status denied
    """
    _print("agreements", query)


@asking_claims("designations")
def designations(query: ClaimQuery) -> None:
    """List who puts whom on which list.

    \b
    Example:
      dragoman designations --actor PKK
    """
    _print("designations", query)


@asking_claims("series")
def series(query: ClaimQuery) -> None:
    """List meetings that belong together, with their numbers.

    A series is dated from its first to its last member.

    \b
    Example:
      dragoman series --actor PAK --format json
    """
    _print("series", query)


@asking_claims("expectations")
def expectations(query: ClaimQuery) -> None:
    """List acts that are announced or expected.

    An expectation is dated by the time the act is expected in.

    \b
    Example:
      dragoman expectations --actor TUR --since 2019-01
    """
    _print("expectations", query)


@asking_claims("doubts")
def doubts(query: ClaimQuery) -> None:
    """List doubts about documents.

    They are signals to a reader: no byline, no date, one anonymous source.

    \b
    Example:
      dragoman doubts --limit 20
    """
    _print("doubts", query)


def _print(kind: str, query: ClaimQuery) -> None:
    with query.open() as store:
        found = store.claims(kind, query.filter(kind))
        if query.form is ListFormat.json:
            print_list(json_array({**to_dict(e.claim), "document": e.document.name} for e in found), query.form)
            return
        rows = (claim_row(e.claim, e.document.name, e.document.published) for e in found)
        if query.form is ListFormat.csv:
            print_list(csv_lines(rows, claim_columns(kind)), query.form)
        else:
            print_list(table(rows, table_columns(kind, narrow=is_narrow())), query.form)
