"""How often is bywhen right on text that a person labelled? `make score` asks the commands, and has them marked.

The labels and what marks them are no part of the project: they lie in a folder beside it, or in the one named.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

BYWHEN = (sys.executable, "-c", "from tui.cli import main; main()")
BESIDE = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Print what the marking prints; return 1 where there are no labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=BESIDE, help="holds gold/ and tools/score.py")
    folder: Path = parser.parse_args().folder
    if not (folder / "gold").is_dir():
        sys.stderr.write(f"no labels to score against: {folder.name}/gold is not there\n")
        return 1
    with TemporaryDirectory() as home:
        _evidence(folder, Path(home))
        _deadlines(folder, Path(home))
    return 0


def _evidence(folder: Path, home: Path) -> None:
    said = home / "evidence.json"
    _asked(home, "ingest", str((folder / "gold" / "documents.jsonl").resolve()))
    said.write_text(_asked(home, "evidence", "--json"), encoding="utf-8")
    _marked(folder, "evidence", "labels.csv", said)


def _deadlines(folder: Path, home: Path) -> None:
    with (folder / "gold" / "deadlines.csv").open(encoding="utf-8", newline="") as file:
        rows = [{name: row[name] for name in ("sentence", "said_on")} for row in csv.DictReader(file)]
    said = home / "deadlines.jsonl"
    asked = "".join(f"{json.dumps(row)}\n" for row in rows)
    said.write_text(_asked(home, "deadlines", "--json", given=asked), encoding="utf-8")
    _marked(folder, "deadlines", "deadlines.csv", said)


def _asked(home: Path, *words: str, given: str = "") -> str:
    """Return what a command prints, run as a user runs it on a state of its own."""
    command = [*BYWHEN, "--state", str(home / "score.sqlite"), *words]
    ran = subprocess.run(
        command, input=given, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "XDG_CONFIG_HOME": str(home), "PYTHONPATH": str(Path(__file__).resolve().parents[1])},
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(f"bywhen {' '.join(words)}: exit {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def _marked(folder: Path, what: str, labels: str, said: Path) -> None:
    marking = [sys.executable, str(folder / "tools" / "score.py"), what, str(folder / "gold" / labels), str(said)]
    sys.stdout.write(subprocess.run(marking, capture_output=True, text=True, encoding="utf-8", check=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
