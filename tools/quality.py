"""Hold the coder to the quality it once had: score the held-out set and compare with the floors.

    python tools/quality.py              # figures beside floors; exit 1 below one
    python tools/quality.py --pin        # after the set or the coder changed: write figures as floors, and the digest

The set lies in quality/ (see its README); nobody tunes to it.  A floor is a figure less a margin for the size of
its set.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from dragoman.coder import Coder
from dragoman.dictionary import load_dictionary
from dragoman.evaluate.articles import score_articles
from dragoman.evaluate.claims import read_passages, score_claims
from dragoman.evaluate.gold import read_gold
from dragoman.evaluate.marked import read_marked
from dragoman.evaluate.resolution import score_actors, score_places
from dragoman.evaluate.sentences import Judged, code_each, score, score_types
from dragoman.records import Event
from dragoman.resolution.actors import ActorResolver

FOLDER = Path(__file__).parent.parent / "quality"
FLOORS = FOLDER / "floors.yaml"
SETS = ("sentences", "actors", "places")
MARGIN = {"types": 0.05, "sentences": 0.02, "articles": 0.03, "actors": 0.01, "places": 0.01, "claims": 0.03}
"""How far below its figure a floor is set: a type has some 30 to 60 acts, so that one act moves it by .02;
int8 sums differ a little between processors."""


def digest() -> str:
    """Return the SHA-256 of the texts and labels of the set."""
    total = hashlib.sha256()
    folders = [path for name in ("articles", "claims") for path in sorted((FOLDER / name).iterdir())]
    for path in [*(FOLDER / f"{name}.tsv" for name in SETS), *folders]:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def figures(coder: Coder) -> dict[str, dict[str, float]]:
    """Return the figures by group and name."""
    coded = list(code_each(read_gold(FOLDER / "sentences.tsv"), coder))
    judged = [Judged(gold, frozenset(event.type for event in events)) for gold, events in coded]
    total = score(judged)
    silent = [item for item in judged if not item.gold.acts]
    sentences = {
        "precision": total.precision,
        "recall": total.recall,
        "f1": total.f1,
        "silence": sum(not item.coded for item in silent) / len(silent),
        "status": _status({gold.text: events for gold, events in coded}),
    }
    types = {name: found.f1 for name, found in sorted(score_types(judged).items()) if "|" not in name}
    resolver = ActorResolver(load_dictionary())
    return {
        "sentences": sentences,
        "types": types,
        "articles": score_articles(FOLDER / "articles", coder).shares(),
        "actors": score_actors(FOLDER / "actors.tsv", resolver).shares(),
        "places": score_places(FOLDER / "places.tsv", resolver.places).shares(),
        "claims": _claims(coder),
    }


def _claims(coder: Coder) -> dict[str, float]:
    """Return precision and recall of each kind of claim, with the fields that matter."""
    shares = {}
    for path in sorted((FOLDER / "claims").glob("*.jsonl")):
        for name, total in score_claims(read_passages(path), coder).items():
            shares[f"{name} precision"] = total.precision
            shares[f"{name} recall"] = total.recall
    return shares


def _status(coded: Mapping[str, Sequence[Event]]) -> float:
    """Return the share of the acts coded with a right type that have the right status."""
    right = of = 0
    for act in read_marked(FOLDER / "sentences.tsv"):
        fits = [event for event in coded[act.text] if event.type in act.accept]
        of += bool(fits)
        right += any(event.status == act.status for event in fits)
    return right / of


def _below(found: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> Iterator[str]:
    for group, values in found.items():
        for name, value in values.items():
            floor = floors[group][name]
            print(f"{group:<10}{name:<24}{value:.3f}   floor {floor:.3f}{'   BELOW' if value < floor else ''}")
            if value < floor:
                yield f"{group} {name}"


def main() -> int:
    """Print the figures; return 1 when one is below its floor or the set is not the one that was pinned."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true")
    options = parser.parse_args()
    found = figures(Coder())
    if options.pin:
        floors = {
            group: {name: round(max(0.0, value - MARGIN[group]), 3) for name, value in values.items()}
            for group, values in found.items()
        }
        FLOORS.write_text(yaml.safe_dump({"digest": digest(), "floors": floors}, sort_keys=False), encoding="utf-8")
    pinned = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    if pinned["digest"] != digest():
        print("quality/ is not the set that was pinned; if that is meant, run tools/quality.py --pin", file=sys.stderr)
        return 1
    return 1 if list(_below(found, pinned["floors"])) else 0


if __name__ == "__main__":
    sys.exit(main())
