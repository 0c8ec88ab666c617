"""How do tests use the program as a person does: in a real terminal, by keys, reading what stands on the screen?"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.needed import absent
from tests.tui.calling import BYWHEN, environment

PATIENCE = 40.0
"""Seconds after which a screen that does not come is a failure."""


class Terminal:
    """A terminal of some size in which the program runs, under a tmux server of its own."""

    def __init__(self, server: str, socket: Path) -> None:
        self._asked = [server, "-S", str(socket)]

    def start(self, words: tuple[str, ...], size: tuple[int, int], env: Mapping[str, str], home: Path) -> None:
        """Run the program in a new terminal, `size` columns and lines large; the terminal stays when it ends."""
        columns, lines = size
        given = [f"{name}={value}" for name, value in env.items()]  # tmux would set a TERM of its own
        command = f'{shlex.join(["env", *given, *BYWHEN, *words])}; echo "ended with $?"; read -r _'
        opened = ["new-session", "-d", "-x", str(columns), "-y", str(lines), "-c", str(home), command]
        self._tmux("-f", "/dev/null", *opened)

    def press(self, *keys: str) -> None:
        """Press keys, each by tmux's name for it: `Enter`, `Escape`, `q`."""
        self._tmux("send-keys", *keys)

    def type(self, words: str) -> None:
        """Type words as they are."""
        self._tmux("send-keys", "-l", words)

    def screen(self) -> str:
        """Return what stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *words: str, without: str | None = None) -> str:
        """Return the screen as soon as all words stand on it; fail with what stands there where they do not come."""
        return self.wait(lambda seen: all(word in seen for word in words) and (without is None or without not in seen))

    def wait(self, so: Callable[[str], bool]) -> str:
        """Return the screen as soon as something is so of it."""
        end = time.monotonic() + PATIENCE
        while not so(seen := self.screen()):
            assert time.monotonic() < end, seen
            time.sleep(0.1)
        return seen

    def _tmux(self, *words: str) -> str:
        sizes = ("COLUMNS", "LINES")  # those of the terminal that the tests run in, which Textual would believe
        env = {name: value for name, value in os.environ.items() if name not in sizes}
        asked = [*self._asked, *words]
        done = subprocess.run(asked, capture_output=True, encoding="utf-8", timeout=30, check=True, env=env)
        return done.stdout

    def end(self) -> None:
        """End the program and the terminal."""
        subprocess.run([*self._asked, "kill-server"], capture_output=True, timeout=30, check=False)


@contextmanager
def terminal(home: Path, *words: str, size: tuple[int, int] = (80, 24), **more: str) -> Iterator[Terminal]:
    """Run the program in a terminal with the words given; the test is skipped, or fails with CI set, without tmux."""
    server = shutil.which("tmux") or absent("tmux is not installed (on Debian: apt-get install tmux)")
    socket = Path("/tmp") / f"bywhen-{home.name[-40:]}-{time.monotonic_ns()}"  # noqa: S108 - a path may have 107 bytes
    opened = Terminal(server, socket)
    env = {"TERM": "screen-256color", **{k: v for k, v in environment(home, more).items() if k in _OURS or k in more}}
    try:
        opened.start(words, size, env, home)
        yield opened
    finally:
        opened.end()
        socket.unlink(missing_ok=True)


_OURS = ("HOME", "TMPDIR", "PYTHONPATH", "PYTHONUTF8", "PATH")
