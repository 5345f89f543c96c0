"""The command that measures the coder on sentences labelled by people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Lexicon
from dragoman.cli.output import print_lines
from dragoman.formats.rows import printable

if TYPE_CHECKING:
    from dragoman.evaluate.sentences import Judged, Score

Gold = Annotated[
    Path, typer.Argument(metavar="GOLD", exists=True, dir_okay=False, help="PLOVER JSON, JSON lines, TSV or CSV.")
]
ByType = Annotated[bool, typer.Option("--by-type", help="Print a line and the confusions for each type.")]
Misses = Annotated[bool, typer.Option("--misses", help="List the sentences that were coded wrongly.")]


def evaluate(gold: Gold, by_type: ByType = False, misses: Misses = False, lexicon: Lexicon = None) -> None:
    """Measure the coder's event types on gold sentences.

    \b
    Example:
      dragoman evaluate gold.json --by-type
    """
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)
    from dragoman.evaluate.gold import read_gold  # noqa: PLC0415
    from dragoman.evaluate.sentences import judge  # noqa: PLC0415

    judged = list(judge(read_gold(gold), Coder(lexicon=lexicon)))
    print_lines(_report(judged, by_type=by_type, misses=misses))


def _report(judged: list[Judged], *, by_type: bool, misses: bool) -> Iterator[str]:
    from dragoman.evaluate.sentences import score  # noqa: PLC0415

    yield _line("all", score(judged))
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        groups["|".join(sorted(item.gold.types)) or "no event"].append(item)
    for name in sorted(groups) if by_type else ():
        total = score(groups[name])
        yield _line(name, total)
        coded = ", ".join(f"{coded} {count}" for (_, coded), count in total.confusion.most_common())
        yield f"{'':16}coded as: {coded}"
    for item in judged if misses else ():
        if not item.right:
            want, got = "|".join(sorted(item.gold.types)) or "—", "|".join(sorted(item.coded)) or "—"
            yield f"{item.gold.id}: expected {want}, coded {got}: {printable(item.gold.text)}"


def _line(name: str, total: Score) -> str:
    return (
        f"{name:<16}sentences {total.sentences}  hit {total.recall:.3f}  precision {total.precision:.3f}"
        f"  f1 {total.f1:.3f}  exact {total.exact / total.sentences if total.sentences else 0:.3f}"
    )
