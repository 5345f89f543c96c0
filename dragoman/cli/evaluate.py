"""The command that measures the coder on sentences and articles coded by people."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Lexicon
from dragoman.cli.output import print_lines
from dragoman.formats.rows import printable

if TYPE_CHECKING:
    from dragoman.evaluate.sentences import Judged, Score


class Group(StrEnum):
    """What the figures may be split by."""

    type = "type"


Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD", exists=True, help="PLOVER JSON, JSON lines, ACLED CSV, TSV or CSV; or a folder of articles."
    ),
]
By = Annotated[Group | None, typer.Option("--by", help="Print a line for each type, and the confusion table.")]
Misses = Annotated[bool, typer.Option("--misses", help="List missed acts and false events with their words.")]


def evaluate(
    context: typer.Context, gold: Gold, by: By = None, misses: Misses = False, lexicon: Lexicon = None
) -> None:
    """Measure the coder on gold sentences or articles.

    GOLD is a file of sentences, or of passages with their claims (.jsonl); or a folder with each article as NAME.txt
    and its acts as NAME.json; a folder of TimeML files (.tml), of which only the time expressions are measured; or
    a folder with text/ and attributions/ in brat's form, of which only the statements are.

    \b
    Example:
      dragoman evaluate gold.json --by type
    """
    if by is not None and gold.is_dir():
        raise typer.BadParameter("--by goes with sentences, articles are measured as a whole", ctx=context)
    print_lines(_figures(gold, lexicon, by, misses=misses))


def _figures(gold: Path, lexicon: Path | None, by: Group | None, *, misses: bool) -> Iterator[str]:
    from dragoman.evaluate.claims import holds_claims  # noqa: PLC0415  (loads the parser)

    if gold.is_dir():
        return _folder(gold, lexicon, misses=misses)
    if holds_claims(gold):
        return _claims(gold, lexicon, misses=misses)
    return _sentences(gold, lexicon, by, misses=misses)


def _claims(gold: Path, lexicon: Path | None, *, misses: bool) -> Iterator[str]:
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)
    from dragoman.evaluate.claims import read_passages, score_claims  # noqa: PLC0415

    for name, total in score_claims(read_passages(gold), Coder(lexicon=lexicon)).items():
        shares = f"precision {total.precision:.3f}  recall {total.recall:.3f}  f1 {total.f1:.3f}"
        yield f"{name:<16}{shares}  records {total.gold}  overlapped {total.overlapped}  coded {total.coded}"
        for label, (right, of) in total.fields.items():
            yield f"  {label:<14}{right / of:.3f}  of {of}"
        yield from map(printable, total.faults if misses else ())


def _folder(gold: Path, lexicon: Path | None, *, misses: bool) -> Iterator[str]:
    from dragoman.evaluate.attributions import is_annotated  # noqa: PLC0415  (loads the parser)

    if is_annotated(gold):
        return _attributions(gold, lexicon, misses=misses)
    return _times(gold, misses=misses) if any(gold.glob("*.tml")) else _articles(gold, lexicon, misses=misses)


def _attributions(gold: Path, lexicon: Path | None, *, misses: bool) -> Iterator[str]:
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)
    from dragoman.evaluate.attributions import score_attributions  # noqa: PLC0415

    for name, total in score_attributions(gold, Coder(lexicon=lexicon)).items():
        shares = f"precision {total.precision:.3f}  recall {total.recall:.3f}  f1 {total.f1:.3f}"
        yield f"{name:<16}{shares}  source {total.source:.3f}  annotated {total.gold}  coded {total.coded}"
        yield from map(printable, [*total.missed, *total.false] if misses else ())


def _times(gold: Path, *, misses: bool) -> Iterator[str]:
    from dragoman.evaluate.timeml import score_timeml  # noqa: PLC0415  (loads the parser)

    figures = score_timeml(gold)
    yield f"documents {figures['documents']}  dates {figures['dates']}  durations {figures['durations']}"
    for label, prefix in (("all", ""), ("DATE", "date_"), ("DURATION", "duration_")):
        yield f"{label:<10}span f1 {figures[f'{prefix}span_f1']:.3f}  value f1 {figures[f'{prefix}value_f1']:.3f}"
    differences = figures["differences"]
    if misses and isinstance(differences, list):
        yield from map(printable, differences)


def _articles(gold: Path, lexicon: Path | None, *, misses: bool) -> Iterator[str]:
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)
    from dragoman.evaluate.articles import score_articles  # noqa: PLC0415

    total = score_articles(gold, Coder(lexicon=lexicon))
    yield "  ".join(f"{name} {share:.3f}" for name, share in total.shares().items())
    yield f"acts {total.core[1]}  found {total.core[0]}  coded {total.coded[1]}  right {total.coded[0]}"
    yield from map(printable, total.faults if misses else ())


def _sentences(gold: Path, lexicon: Path | None, by: Group | None, *, misses: bool) -> Iterator[str]:
    from dragoman.coder import Coder  # noqa: PLC0415  (loads the parser)
    from dragoman.evaluate.gold import read_gold  # noqa: PLC0415
    from dragoman.evaluate.sentences import judge  # noqa: PLC0415

    return _report(list(judge(read_gold(gold), Coder(lexicon=lexicon))), by=by, misses=misses)


def _report(judged: list[Judged], *, by: Group | None, misses: bool) -> Iterator[str]:
    from dragoman.evaluate.sentences import score, score_types  # noqa: PLC0415

    total = score(judged)
    exact = total.exact / total.sentences if total.sentences else 0.0
    yield f"{_line('all', total)}  sentences {total.sentences}  exact {exact:.3f}"
    if by is Group.type:
        yield from (_line(name, found) for name, found in sorted(score_types(judged).items()))
        yield ""
        yield from _table(total)
    for item in judged if misses else ():
        yield from _faults(item)


def _line(name: str, total: Score) -> str:
    shares = f"precision {total.precision:.3f}  recall {total.recall:.3f}  f1 {total.f1:.3f}"
    return f"{name:<16}{shares}  acts {total.expected}  coded {total.coded}"


def _table(total: Score) -> Iterator[str]:
    """Yield the confusions as a table: a row for what was expected, a column for what was coded."""
    rows = sorted({want for want, _ in total.confusion})
    columns = sorted({got for _, got in total.confusion})
    yield f"{'expected':<16}" + "".join(f"{name[:7]:>8}" for name in columns)
    for want in rows:
        yield f"{want:<16}" + "".join(f"{total.confusion[want, got] or '.':>8}" for got in columns)


def _faults(item: Judged) -> Iterator[str]:
    text = printable(item.gold.text)
    for types in item.missed:
        yield f"{item.gold.id}: missed {'|'.join(sorted(types))}, coded {'|'.join(sorted(item.coded)) or '—'}: {text}"
    for type_ in item.false:
        wanted = "; ".join("|".join(sorted(types)) for types in item.gold.acts) or "—"
        yield f"{item.gold.id}: false {type_}, expected {wanted}: {text}"
