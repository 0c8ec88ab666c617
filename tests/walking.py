"""How is the command walked from end to end, beside the replica, and how is it killed and its children counted?"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spiders.catalogue import CARDS
from tests.tui.calling import BYWHEN, environment

LONGEST = 60.0
"""Seconds to wait for anything before giving up on it."""


@contextmanager
def replica(home: Path) -> Iterator[str]:
    """Have the product's replica serve the whole of its year; yield the configuration that leads to it."""
    config = home / "replica.toml"
    words = [sys.executable, "-P", "-m", "spiders.replica", "--config", str(config)]
    served = subprocess.Popen(words, cwd=home, env=environment(home), stdout=subprocess.PIPE, text=True)
    try:
        assert served.stdout is not None
        assert served.stdout.readline(), "the replica did not start"
        told = config.read_text(encoding="utf-8")
        unserved = [name for name in CARDS if f"[sources.{name}]" not in told]
        config.write_text(told + "".join(f"[sources.{name}]\nenabled = false\n" for name in unserved), encoding="utf-8")
        yield str(config)
    finally:
        served.terminate()
        served.wait(LONGEST)
        if served.stdout is not None:
            served.stdout.close()


class Running:
    """The command under way in a session of its own, as cron starts it; its progress is read line by line."""

    def __init__(self, home: Path, *words: str) -> None:
        self._process = subprocess.Popen(
            [*BYWHEN, *words],
            cwd=home,
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        self.children: set[int] = set()

    def wait_for(self, said: str) -> None:
        """Wait until a line of its progress holds some words; then note its children, and theirs."""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if said in line:
                self.children |= descendants(self._process.pid)
                return
        raise AssertionError(f"it ended with {self._process.wait()} and never said {said!r}")

    def end(self, number: signal.Signals) -> int:
        """Send a signal to the whole group, and return the exit code."""
        os.killpg(self._process.pid, number)
        code = self._process.wait(LONGEST)
        if self._process.stderr is not None:
            self._process.stderr.close()
        return code


def descendants(*parents: int) -> set[int]:
    """Return the ids of the children of some processes, and of their children."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if int(fields[1]) in parents and fields[0] != "Z":
            found.add(int(stat.parent.name))
    return found | descendants(*found) if found else found


def left(processes: set[int], seconds: float) -> set[int]:
    """Return which processes still run after so many seconds, none as soon as all have ended."""
    until = time.monotonic() + seconds
    while alive := {pid for pid in processes if _runs(pid)}:
        if time.monotonic() > until:
            return alive
        time.sleep(0.05)
    return set()


def _runs(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in ("Z", "X")
