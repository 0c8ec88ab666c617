"""How do tests call the command: in this process, or as a user would, in one of its own?"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BYWHEN = (sys.executable, "-P", "-c", "from tui.cli import main; main()")
"""The command as it is installed, wherever the tests are run."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command came to: its exit code, its results and its conversation."""

    code: int
    out: str
    err: str

    @property
    def shape(self) -> Any:
        """The results, read as JSON."""
        return json.loads(self.out)

    @property
    def asides(self) -> list[str]:
        return self.err.splitlines()


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which nobody's own configuration, state or files are found."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("BYWHEN_", "XDG_", "COLUMNS"))}
    own = {"HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return ours | own | dict(more or {})


def spawned(home: Path, *words: str, stdin: str = "", **more: str) -> Said:
    """Return what the command says in a process of its own, without a terminal; `more` is for its environment."""
    asked = [*BYWHEN, *words]
    done = subprocess.run(
        asked,
        cwd=home,
        env=environment(home, more),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)
