"""Speed and memory of the coder beside the bare parser on the same documents.

    python tools/benchmark.py PATH… [--limit N] [--rounds N]

Each arm runs in a process of its own, in turn, and reports CPU seconds (start-up excluded) and peak memory.
The bare arm is spaCy's whole English model, named-entity recogniser included, on the same texts.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from dragoman.coder import Coder
from dragoman.read.sources import read_paths
from dragoman.records import Coding, Document, Failure
from dragoman.stages.parse.stage import MODEL


def documents(paths: list[str], limit: int | None) -> Iterator[Document]:
    """Yield the readable documents of `paths`."""
    read = (item for item in read_paths(paths) if isinstance(item, Document))
    return itertools.islice(read, limit)


def cpu() -> float:
    """Return the CPU seconds of this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def code(paths: list[str], limit: int | None) -> dict[str, int]:
    """Code the documents; return counts."""
    coder = Coder()
    coder.code(Document(id="warm", text="France and Spain met in Paris on Monday."))
    start = cpu()
    counts = {"documents": 0, "events": 0, "failed": 0}
    for result in coder.stream(documents(paths, limit)):
        counts["documents"] += 1
        counts["failed"] += isinstance(result, Failure)
        counts["events"] += len(result.events) if isinstance(result, Coding) else 0
    return {**counts, "cpu_ms": round(1000 * (cpu() - start))}


def parse(paths: list[str], limit: int | None) -> dict[str, int]:
    """Run the whole spaCy model over the texts; return counts."""
    import spacy  # noqa: PLC0415  (only this arm needs it by itself)

    model = spacy.load(MODEL)
    model("France and Spain met in Paris on Monday.")
    start = cpu()
    number = sum(1 for _ in model.pipe((document.text for document in documents(paths, limit)), batch_size=64))
    return {"documents": number, "cpu_ms": round(1000 * (cpu() - start))}


ARMS = {"coder": code, "bare": parse}


def run_arm(arm: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """Run one arm in a process of its own and return what it reports."""
    limit = ["--limit", str(arguments.limit)] if arguments.limit else []
    command = [sys.executable, __file__, *arguments.paths, *limit, "--arm", arm]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Compare the two arms, or run one of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--arm", choices=sorted(ARMS))
    arguments = parser.parse_args()
    if arguments.arm:
        report = ARMS[arguments.arm](arguments.paths, arguments.limit)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps({**report, "peak_mb": peak}))
        return
    ratios = []
    for number in range(arguments.rounds):
        coder, bare = run_arm("coder", arguments), run_arm("bare", arguments)
        ratios.append(coder["cpu_ms"] / bare["cpu_ms"])
        per_second = 1000 * coder["documents"] / coder["cpu_ms"]
        print(f"round {number + 1}: coder {coder}  bare {bare}  {per_second:.1f} documents/s  ratio {ratios[-1]:.2f}")
    print(f"ratio of CPU times, median of {len(ratios)}: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
