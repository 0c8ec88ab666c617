"""How often is bywhen right on text it has not seen? `make score` judges each labelled set by what all others teach.

    make score                              # about four minutes: learns once for each set
    make score ARGS="--shipped"             # seconds: with the shipped weights, which have SEEN the sets
    make score > before.txt                 # then add a row or a label, and see what it changes in all sets:
    make score ARGS="--against before.txt"
    make score ARGS="--only home-justice"   # one set (or several) alone

The labels lie in a folder beside the project, or in the one named: eight sets in gold2/, one in gold/, and what marks
them in tools/. Where a set is scored, nothing of it was learned from, nor what other sets have of its documents; the
classes of words are those of words.tsv, which a corpus without labels gave. Registers are judged without a ledger,
each document alone, as first published. Then gold by its older labels: linking as the commands print it (with the
shipped weights, so that what it says of bearing is of seen text), and the sentences of deadlines.

Progress goes to stderr; the last line of stdout is a JSON object.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import older
import pairs

from monitor.judging.claims.weights import shipped

BESIDE = Path(__file__).resolve().parents[2] / "shared"
TOLD = (
    "linked", "bearing_kappa", "bearing_precision", "bearing_recall", "relation", "quote", "false_deliveries",
    "false_moves", "delivers_recall", "delays_recall", "delays_precision", "announces_recall", "announces_precision",
    "weakens_recall", "progress_recall",
)  # fmt: skip
"""The figures that are compared, in this order."""


def main() -> int:
    """Print what the marking prints; return 1 where there are no labels."""
    given = _parser().parse_args()
    folder: Path = given.folder
    folders = tuple(f for f in _sets(folder) if not given.only or f.name in given.only)
    if not folders:
        sys.stderr.write(f"no labels to score against: {folder.name}/gold2 and {folder.name}/gold are not there\n")
        return 1
    before = _last(given.against) if given.against else None
    start = time.monotonic()
    said = {f.name: pairs.by(f, shipped()) for f in folders} if given.shipped else pairs.unseen(folders, folder)
    figures = _marked(folder, folders, said, seen=given.shipped)
    if not given.only:
        figures["older"] = older.marked(folder)
    if before:
        _compare(before, figures)
    sys.stderr.write(f"{time.monotonic() - start:.0f} s\n")
    print(json.dumps(figures))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=BESIDE, help="holds gold2/, gold/, tools/, corpus/")
    parser.add_argument("--shipped", action="store_true", help="score the shipped weights: on text that they have seen")
    parser.add_argument("--against", type=Path, metavar="FILE", help="what an earlier run printed: show what changed")
    parser.add_argument("--only", action="append", default=[], metavar="SET", help="score one set")
    return parser


def _sets(folder: Path) -> tuple[Path, ...]:
    """Return the sets to score: those of gold2, then gold."""
    every = (*sorted((folder / "gold2").glob("*/")), folder / "gold")
    return tuple(f for f in every if (f / "agreed.csv").is_file())


def _marked(folder: Path, folders: Iterable[Path], said: dict[str, str], *, seen: bool) -> dict[str, Any]:
    """Print the marks of each set, of those of gold2 together, and of gold; return the figures."""
    weights = "the shipped weights: SEEN TEXT, no measure" if seen else "weights that have not seen the set"
    print(f"by {weights}")
    marking = pairs.Marking(folder / "tools" / "score_pairs.py")
    marked = {f.name: marking.marked(f, said[f.name], together=f.parent.name == "gold2") for f in folders}
    figures: dict[str, Any] = {"weights": "shipped, seen" if seen else "unseen"}
    figures["gold"] = marked.pop("gold", None)
    return figures | {"sets": marked, "together": marking.together() if marked else None}


def _last(file: Path) -> dict[str, Any]:
    figures: dict[str, Any] = json.loads(file.read_text(encoding="utf-8").rstrip().rsplit("\n", 1)[-1])
    return figures


def _compare(before: dict[str, Any], now: dict[str, Any]) -> None:
    """Print which figures changed since an earlier run, set by set."""
    if before["weights"] != now["weights"]:
        print(f"not to be compared: before {before['weights']}, now {now['weights']}")
    then, today = _flat(before), _flat(now)
    print("changed since then (before -> now):")
    for name in today:
        old = then.get(name, {})
        moved = [
            f"{told} {old[told]} -> {value} ({value - old[told]:+.3g})"
            for told, value in today[name].items()
            if told in old and old[told] != value
        ]
        print(f"  {name}: {'; '.join(moved) or ('nothing' if old else 'was not scored')}")


def _flat(figures: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the figures that are compared, of each set and of all together."""
    every = {"together": figures["together"], **figures["sets"], "gold": figures["gold"]}
    of_sets = {name: {told: f[told] for told in TOLD} for name, f in every.items() if f}
    return of_sets | {f"gold, older: {name}": f for name, f in figures.get("older", {}).items()}


if __name__ == "__main__":
    sys.exit(main())
