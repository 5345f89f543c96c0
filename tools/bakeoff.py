"""Senses alone, network alone, both: what each finds in gold sentences, and how fast.

    python tools/bakeoff.py quality/sentences.tsv GOLD.json … --real SETS

Prints a Markdown table; speed is sentences a second of one process, the parse included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.coder import default_stages
from dragoman.dictionary import load_dictionary
from dragoman.evaluate.gold import GoldSentence, gold_of, read_gold
from dragoman.evaluate.sentences import judge, score
from dragoman.evaluate.standoff import read_real
from dragoman.events.senses import SenseLexicon, load_senses
from dragoman.learned.network import Network
from dragoman.pipeline import Pipeline
from dragoman.records import Document


def variants() -> Iterator[tuple[str, Pipeline]]:
    """Yield the three coders by name."""
    dictionary, senses, network = load_dictionary(), load_senses(), Network()
    yield "senses alone", Pipeline(default_stages(dictionary, senses, None))
    yield "network alone", Pipeline(default_stages(dictionary, SenseLexicon([]), network))
    yield "senses and network", Pipeline(default_stages(dictionary, senses, network))


HELD = Path("training/real/held.tsv")
"""Labels of real sentences of which none was trained on."""


def sets_of(options: argparse.Namespace) -> Iterator[tuple[str, list[GoldSentence]]]:
    """Yield the sets to measure on, by name."""
    for path in options.gold:
        yield path.name, list(read_gold(path))
    if options.real is not None:
        yield "real sentences", list(gold_of(read_real(HELD, options.real, ())))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--real", type=Path, metavar="SETS", help="folder of the sets that training/real labels")
    options = parser.parse_args()
    sets = dict(sets_of(options))
    print("| set | coder | F1 | precision | recall | sentences/s |\n| --- | --- | --- | --- | --- | --- |")
    for name, pipeline in variants():
        pipeline(Document(id="warm", text="Chad met Libya.", title=""))  # loads what is loaded late
        for of, sentences in sets.items():
            began = time.perf_counter()
            total = score(judge(sentences, pipeline))
            speed = len(sentences) / (time.perf_counter() - began)
            shares = f"{total.f1:.3f} | {total.precision:.3f} | {total.recall:.3f}"
            print(f"| {of} | {name} | {shares} | {speed:.0f} |", flush=True)


if __name__ == "__main__":
    main()
