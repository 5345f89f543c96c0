"""Kill `dragoman add` with SIGKILL at random moments, and see that nothing is lost and nothing is half there.

After every kill the record must open, pass `check` and SQLite's own integrity check, and still hold every
document it held before.  When it is complete it must equal the record of a run that nobody killed; the next
kill then starts with a new record.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from dragoman.store.record import open_record  # noqa: E402  (the package next to this script)

ADD = (sys.executable, "-c", "from dragoman.cli.app import main; main()", "add")


def write_articles(folder: Path, count: int) -> None:
    """Fill `folder` with the example articles under `count` names."""
    articles = sorted((ROOT / "examples").glob("*.txt"))
    folder.mkdir()
    for number in range(count):
        article = articles[number % len(articles)]
        shutil.copy(article, folder / f"{number:03}-{article.name}")


def start(articles: Path, record: Path) -> subprocess.Popen[str]:
    """Start adding `articles` to `record`."""
    command = [*ADD, str(articles), "--record", str(record)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(articles: Path, record: Path) -> float:
    """Add all `articles` undisturbed and return the seconds it took."""
    began = time.monotonic()
    adding = start(articles, record)
    out, err = adding.communicate()
    if adding.returncode:
        raise SystemExit(f"add ended with {adding.returncode}: {out}{err}")
    return time.monotonic() - began


def contents(path: Path) -> dict[str, list[str]]:
    """Return the ids of the events of each document, after making sure that the record is sound."""
    with open_record(path) as record:
        misses = [str(miss) for miss in record.check()]
        found: dict[str, list[str]] = {head.name: [] for head in record.documents()}
        for stored in record.events():
            found[stored.document.name].append(stored.event.id)
    connection = sqlite3.connect(path)
    told = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    if misses or told != [("ok",)]:
        raise SystemExit(f"{path} is damaged: {misses[:3]} {told[:3]}")
    return found


def count(record: Path) -> int:
    """Return how many documents `record` holds at this moment, seen from outside."""
    if not record.exists():
        return 0
    connection = sqlite3.connect(record)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are not made yet, or are being made
        return 0
    finally:
        connection.close()


def kill_at(articles: Path, record: Path, moment: float, stored: int | None) -> None:
    """Start adding and kill it after `moment` seconds, or `moment` seconds after it has `stored` documents."""
    adding = start(articles, record)
    while stored is not None and count(record) < stored and adding.poll() is None:
        time.sleep(0.002)
    time.sleep(moment)
    adding.kill()
    adding.communicate()


def main() -> int:
    """Kill as often as asked; return 1 with a message at the first thing lost."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--kills", type=int, default=30)
    options.add_argument("--documents", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return kill_often(Path(folder), given.kills, given.documents, random.Random(given.seed))


def kill_often(folder: Path, kills: int, documents: int, chance: random.Random) -> int:
    """Run the test in `folder` and print what was seen."""
    articles = folder / "articles"
    write_articles(articles, documents)
    longest = finish(articles, folder / "reference.sqlite")
    wanted = contents(folder / "reference.sqlite")
    held: dict[str, list[str]] = {}
    records, cut = 1, 0
    for number in range(kills):
        record = folder / f"{records}.sqlite"
        if number % 3:  # documents are stored in bursts: two kills of three are aimed into one
            kill_at(articles, record, chance.uniform(0.0, 0.02), len(held) + chance.randint(1, 15))
        else:
            kill_at(articles, record, chance.uniform(0.0, longest), None)
        before, held = held, contents(record)
        if not before.items() <= held.items() or not held.items() <= wanted.items():
            print(f"lost or changed: {sorted(before.keys() - held.keys())}", file=sys.stderr)
            return 1
        cut += len(before) < len(held) < documents
        print(f"killed with {len(held)} of {documents} documents stored", flush=True)
        if len(held) == documents:
            records, held = records + 1, {}
    finish(articles, folder / f"{records}.sqlite")
    if contents(folder / f"{records}.sqlite") != wanted:
        print("the last record differs from one made undisturbed", file=sys.stderr)
        return 1
    print(f"{kills} kills, {cut} of them while documents were being stored, {records} records: nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
