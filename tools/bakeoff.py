"""Senses alone, network alone, both: what each finds in gold sentences, and how fast.

    python tools/bakeoff.py quality/sentences.tsv GOLD.json …

Prints a Markdown table; speed is sentences a second of one process, the parse included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.coder import default_stages
from dragoman.dictionary import load_dictionary
from dragoman.evaluate.gold import read_gold
from dragoman.evaluate.sentences import judge, score
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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    options = parser.parse_args()
    print("| set | coder | F1 | precision | recall | sentences/s |\n| --- | --- | --- | --- | --- | --- |")
    for name, pipeline in variants():
        pipeline(Document(id="warm", text="Chad met Libya.", title=""))  # loads what is loaded late
        for path in options.gold:
            sentences = list(read_gold(path))
            began = time.perf_counter()
            total = score(judge(sentences, pipeline))
            speed = len(sentences) / (time.perf_counter() - began)
            shares = f"{total.f1:.3f} | {total.precision:.3f} | {total.recall:.3f}"
            print(f"| {path.name} | {name} | {shares} | {speed:.0f} |", flush=True)


if __name__ == "__main__":
    main()
