"""How right is bywhen by the older labels of gold? The commands are asked as a user asks them, and have them marked."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

BYWHEN = (sys.executable, "-c", "from tui.cli import main; main()")
_LINKED = re.compile(r"^linked .* F1 ([\d.]+)", re.MULTILINE)
_DEADLINES = re.compile(r"^(told apart|latest date|both ends) .*?\(([\d.]+)\)", re.MULTILINE)


def marked(folder: Path) -> dict[str, dict[str, float]]:
    """Print the marks of gold's links and deadlines; return the figures of each."""
    with TemporaryDirectory() as home:
        linked = _evidence(folder, Path(home))
        dates = _deadlines(folder, Path(home))
    return {
        "linking": {"linked": float(found[1])} if (found := _LINKED.search(linked)) else {},
        "deadlines": {name: float(share) for name, share in _DEADLINES.findall(dates)},
    }


def _evidence(folder: Path, home: Path) -> str:
    said = home / "evidence.json"
    _asked(home, "ingest", str((folder / "gold" / "documents.jsonl").resolve()))
    said.write_text(_asked(home, "evidence", "--json"), encoding="utf-8")
    print(
        "gold by its older labels, by the shipped register and the shipped weights: SEEN TEXT, but for what is linked"
    )
    return _marking(folder, "evidence", "labels.csv", said)


def _deadlines(folder: Path, home: Path) -> str:
    with (folder / "gold" / "deadlines.csv").open(encoding="utf-8", newline="") as file:
        rows = [{name: row[name] for name in ("sentence", "said_on")} for row in csv.DictReader(file)]
    said = home / "deadlines.jsonl"
    asked = "".join(f"{json.dumps(row)}\n" for row in rows)
    said.write_text(_asked(home, "deadlines", "--json", given=asked), encoding="utf-8")
    print("deadlines of gold")
    return _marking(folder, "deadlines", "deadlines.csv", said)


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


def _marking(folder: Path, what: str, labels: str, said: Path) -> str:
    marking = [sys.executable, str(folder / "tools" / "score.py"), what, str(folder / "gold" / labels), str(said)]
    told = subprocess.run(marking, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    sys.stdout.write(told)
    return told
