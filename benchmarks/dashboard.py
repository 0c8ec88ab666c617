"""How fast is the dashboard beside a bare Textual table with the same rows, and how much memory does it take?

    python benchmarks/dashboard.py [--promises 10000] [--pieces 100000] [--rounds 3]

Ten registers and a SQLite state are made in a temporary folder: promises of harbours, answers, and the pieces of
evidence in them. Then, in turn, each in a process of its own, without a terminal, at 120 by 36 cells: an app that is
nothing but a DataTable of Textual with the same rows, and `BywhenApp` over the real service and that state. Keys are
sent, and what is painted is looked at; nothing is asked of a widget. Of the rounds the quickest of each counts, as
other work on the machine only ever slows one down.

`first_ratio`: from the app's start until a promise is painted, ours over the bare one's. The registers are at hand in
both (they are built in Python, not read from YAML), and the bare one has its rows already. Ours asks the service, which
takes the rows that a scan left in the state; `cold_seconds` is what the service took to work them out without those.
`page_ratio`: from a page down until the last of it is painted, the median of twenty. `letter_seconds`: the same after a
letter typed into the filter, the longest of eight. `peak_mb`: the most memory of our process. The last line is a JSON
object.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FEWEST = 1_000


def child(what: str, place: Path, promises: int, pieces: int) -> dict[str, float]:
    """Return the figures of one process of its own."""
    program = Path(__file__).with_name("dashboard_child.py")
    command = [sys.executable, str(program), what, str(place), str(promises), str(pieces)]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=600,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(ran.stderr or ran.stdout)
    figures: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    print(what, json.dumps({name: round(value, 4) for name, value in figures.items()}), flush=True)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--promises", type=int, default=10_000)
    parser.add_argument("--pieces", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if given.promises < FEWEST:
        parser.error(f"many pages are turned: name at least {FEWEST} promises")
    with tempfile.TemporaryDirectory(prefix="bywhen-dashboard-") as folder:
        place = Path(folder) / "state.sqlite"
        made = child("make", place, given.promises, given.pieces)
        rounds = [
            (child("bare", place, given.promises, given.pieces), child("ours", place, given.promises, given.pieces))
            for _ in range(given.rounds)
        ]
    best = [{name: min(one[of][name] for one in rounds) for name in rounds[0][of]} for of in (0, 1)]
    figures = {
        "first_ratio": best[1]["first"] / best[0]["first"],
        "page_ratio": best[1]["page"] / best[0]["page"],
        "letter_seconds": best[1]["letter"],
        "peak_mb": max(ours["peak_mb"] for _, ours in rounds),
        "cold_seconds": made["cold_seconds"],
        "first_seconds": best[1]["first"],
        "page_seconds": best[1]["page"],
        "made_seconds": made["made_seconds"],
    }
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
