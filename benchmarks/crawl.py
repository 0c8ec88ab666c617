"""How much of bare Scrapy's speed does the whole line keep, from the replica to recorded evidence?

    python benchmarks/crawl.py [--documents 600] [--rounds 3]

A replica in a process of its own serves documents of the last fortnight, all on matters that the shipped register
follows. By turns, in the same run: `bywhen scan` reads, judges and records them into a new SQLite file; and a bare
Scrapy spider fetches the same addresses, told beforehand, and does nothing with them. Both ask one thing at a time of
each host and pause nowhere; both are timed from the start of their process to its end. `share` is our documents a
second by theirs, each by the median of its rounds. The last line of the output is JSON.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SERVE, BARE = Path(__file__).with_name("crawl_replica.py"), Path(__file__).with_name("crawl_bare.py")
SCAN = (sys.executable, "-P", "-c", "from tui.cli import main; main()")


def main() -> None:
    """Print a line for each round, and at the end the figures as JSON."""
    asked = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="bywhen-bench-") as place, _replica(Path(place), asked.documents) as seen:
        rounds = [_round(Path(place), number, seen) for number in range(asked.rounds)]
    ours, bare = (statistics.median(r[name] for r in rounds) for name in ("ours_seconds", "bare_seconds"))
    documents = rounds[0]["documents"]
    figures = {
        "documents": documents,
        "requests": rounds[0]["requests"],
        "rounds": len(rounds),
        "ours_seconds": round(ours, 2),
        "bare_seconds": round(bare, 2),
        "ours_documents_per_second": round(documents / ours, 1),
        "bare_documents_per_second": round(documents / bare, 1),
        "share": round(bare / ours, 3),
    }
    print(json.dumps(figures))


def _round(place: Path, number: int, seen: Callable[[], list[str]]) -> dict[str, Any]:
    """Return what one scan and one bare crawl of the same addresses took."""
    state, config = place / f"{number}.sqlite", place / "replica.toml"
    seen()
    ours, said = _timed([*SCAN, "scan", "--config", str(config), "--state", str(state), "--json"])
    addresses = [url for url in seen() if not url.endswith("/robots.txt")]
    told = json.loads(said)
    if told["failed"] or not told["read"]:
        raise SystemExit(f"the scan did not read all of it: {told['problems'][:3]}")
    (place / "addresses").write_text("\n".join(addresses), encoding="utf-8")
    bare, fetched = _timed([sys.executable, str(BARE), str(place / "addresses")])
    if int(fetched) != len(addresses):
        raise SystemExit(f"bare Scrapy fetched {fetched} of {len(addresses)} addresses")
    found = {"documents": told["documents"], "requests": len(addresses), "ours_seconds": ours, "bare_seconds": bare}
    print(f"round {number + 1}: {found}", file=sys.stderr)
    return found


def _timed(command: list[str]) -> tuple[float, str]:
    began = time.perf_counter()
    ended = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if ended.returncode:
        raise SystemExit(f"{command[1:4]} ended with {ended.returncode}:\n{ended.stderr[-2000:]}")
    return seconds, ended.stdout


@contextmanager
def _replica(place: Path, documents: int) -> Iterator[Callable[[], list[str]]]:
    """Serve while it is open; what is yielded returns the addresses asked for since it was called last."""
    command = [sys.executable, str(SERVE), str(place / "replica.toml"), str(documents)]
    with subprocess.Popen(
        command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as served:
        assert served.stdin
        assert served.stdout
        stdin, stdout = served.stdin, served.stdout
        stdout.readline()

        def seen() -> list[str]:
            stdin.write("seen\n")
            stdin.flush()
            found: list[str] = json.loads(stdout.readline())
            return found

        try:
            yield seen
        finally:
            stdin.close()
            served.wait(10)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BYWHEN")}
    return kept | {"PYTHONPATH": str(ROOT)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="documents a second through the whole line, as a share of bare Scrapy")
    parser.add_argument("--documents", type=int, default=600, help="roughly how many the replica holds")
    parser.add_argument("--rounds", type=int, default=3)
    return parser


if __name__ == "__main__":
    main()
