"""At a terminal, is what a person sees drawn where they see it?"""

import os
import pty
import subprocess
from pathlib import Path
from threading import Timer

import pytest

from spiders.catalogue import CARDS
from tests.tui.calling import BYWHEN, environment

DRAWN = "\x1b[?1049h"
"""What a program says to a terminal whose whole screen it takes."""


def shown(home: Path, *words: str) -> tuple[int, str]:
    """Return how a command ends, and all a terminal shows that has its input and its results; a file has the rest."""
    ours, theirs = pty.openpty()
    with (home / "log").open("wb") as log:
        asked = subprocess.Popen(
            [*BYWHEN, *words], cwd=home, env=environment(home), stdin=theirs, stdout=theirs, stderr=log
        )
    os.close(theirs)
    patience = Timer(20, asked.kill)
    patience.start()
    seen = b""
    try:
        while read := os.read(ours, 4096):
            seen += read
    except OSError:  # how Linux says that a terminal has nobody at its other end any more
        pass
    finally:
        os.close(ours)
        code = asked.wait(20)
        patience.cancel()
    return code, seen.decode()


@pytest.fixture
def switched_off(home: Path) -> tuple[str, ...]:
    """Options by which no source is asked for anything."""
    toml = "".join(f"[sources.{name}]\nenabled = false\n" for name in (*CARDS, "whatson"))
    (home / "off.toml").write_text(toml, encoding="utf-8")
    return ("--config", "off.toml", "--register", "roads.yaml", "--state", "try.sqlite")


def test_where_a_file_has_what_the_dashboard_is_drawn_on_the_board_is_printed(
    home: Path, switched_off: tuple[str, ...]
) -> None:
    code, seen = shown(home, *switched_off)
    assert code == 0
    assert "mend-roads" in seen
    assert DRAWN not in (home / "log").read_text(encoding="utf-8")
