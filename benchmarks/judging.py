"""How fast is judging, how much memory does it take, and what is that beside the judge of rules that it replaced?

    python benchmarks/judging.py [SPOOL.jsonl[.gz]] [--old FOLDER]

The corpus beside the project is judged once by the shipped register and once by the eight registers of gold2 together
(where they lie there), each in a process of its own. Times are processor seconds, the better of two runs, and hold
matching as well; reading the documents and loading the weights are not in them. `long` is one document of 20,000
passages that all speak of four promises. Peak memory is of the process, with the documents in it. The last line is a
JSON object.

`time_ratio` is our time over the time of the judge of rules (commit d1d9b98), the worse of the two corpora. As long as
a checkout of that commit is there (`git worktree add FOLDER d1d9b98`), `--old FOLDER` judges the same documents by it,
in turn with ours, on the same machine. Without it the ratio is worked out from what was recorded: `OLD` holds the old
judge's time as a multiple of a yardstick that needs nothing of ours and is measured in each run: decoding
the JSON of every document and counting its words, by Python's own modules (judging_child.yardstick). It grows with
the corpus as judging does, and with the machine; so `OLD` times today's yardstick is what the old judge would take
today. That holds for the corpus beside the project: for another file only `--old` gives a ratio.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from corpora import CORPUS

ROOT = Path(__file__).resolve().parents[1]
GOLD2 = CORPUS.parents[1] / "gold2"
OLD = {"shipped": 0.805, "gold2": 4.887, "long": 51.412}
"""What the judge of rules took, as a multiple of the yardstick in the same runs (30 November 2026)."""


def measured(tree: Path, spool: Path, registers: tuple[Path, ...]) -> dict[str, float]:
    """Return what judging a file takes by the code of a checkout; without registers by the one that is shipped."""
    child = Path(__file__).with_name("judging_child.py")
    command = [sys.executable, str(child), str(spool), *(map(str, registers) if registers else ("--long",))]
    ran = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(ran.stderr)
    figures: dict[str, float] = json.loads(ran.stdout)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spool", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--old", type=Path, help="a checkout of d1d9b98, to be measured in the same run")
    given = parser.parse_args()
    if not given.spool.exists():
        raise SystemExit("no documents: the corpus does not lie beside the project; name a spool file")
    figures: dict[str, Any] = {}
    ratios: dict[str, float] = {}
    for name, registers in _wanted().items():
        ours = measured(ROOT, given.spool, registers)
        old = measured(given.old, given.spool, registers) if given.old else None
        _told(name, ours, old)
        figures |= {f"{told}_{name}": value for told, value in ours.items()}
        ratios |= _ratios(name, ours, old, recorded=given.spool == CORPUS)
    figures |= {"peak_mb": max(value for name, value in figures.items() if name.startswith("peak_mb"))}
    figures |= {"documents_per_second": figures["documents_per_second_shipped"]} | ratios
    figures["time_ratio"] = max((r for name, r in ratios.items() if name != "time_ratio_long"), default=None)
    print(json.dumps({name: round(v, 3) if isinstance(v, float) else v for name, v in figures.items()}))


def _wanted() -> dict[str, tuple[Path, ...]]:
    registers = tuple(sorted(GOLD2.glob("*/register.yaml")))
    return {"shipped": ()} | ({"gold2": registers} if registers else {})


def _told(name: str, ours: dict[str, float], old: dict[str, float] | None) -> None:
    for whose, of in (("now", ours), ("the judge of rules", old)):
        if of:
            print(
                f"{name}, {whose}: {of['documents']:,.0f} documents in {of['judge']:.1f} s "
                f"({of['documents_per_second']:,.0f} a second; matching alone {of['match']:.1f} s, yardstick "
                f"{of['yardstick']:.2f} s), {of['pieces']:,.0f} pieces, {of['peak_mb']:.0f} MB"
                + (f"; 20,000 passages {of['long']:.1f} s" if "long" in of else "")
            )


def _ratios(name: str, ours: dict[str, float], old: dict[str, float] | None, *, recorded: bool) -> dict[str, float]:
    """Return how much longer we take than the judge of rules, measured in this run or as recorded."""
    parts = {"judge": name} | ({"long": "long"} if "long" in ours else {})
    if old:
        print(f"to be recorded in OLD: { ({to: round(old[of] / old['yardstick'], 3) for of, to in parts.items()}) }")
        return {f"time_ratio_{to}": ours[of] / old[of] for of, to in parts.items()}
    if not recorded:
        return {}
    return {f"time_ratio_{to}": ours[of] / ours["yardstick"] / OLD[to] for of, to in parts.items() if to in OLD}


if __name__ == "__main__":
    main()
