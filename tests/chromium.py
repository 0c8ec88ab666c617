"""What does a browser make of a page? The system's Chromium, without a window, a network or a profile of its own."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from lxml import html

from tests.needed import absent

NAMES = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 60.0
"""Seconds that a page may take: its scripts and its loading are done within a second, its browser's start is not."""


class Shown(NamedTuple):
    """The page as the browser held it when it had loaded and run what it would."""

    tree: html.HtmlElement

    @property
    def title(self) -> str:
        return str(self.tree.findtext(".//title"))

    @property
    def text(self) -> str:
        return " ".join(str(self.tree.body.text_content()).split())


def browser() -> str:
    """Return the browser's path; the test is skipped, or fails with CI set, where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or absent("no Chromium is installed (on Debian: apt-get install chromium)")


def shown(page: Path, profile: Path) -> Shown:
    """Return a page once it has been opened from its file; `profile` is a folder that may be filled."""
    words = [
        browser(),
        "--headless",
        "--no-sandbox",  # the tests may be root's; nothing but our own files is opened
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={profile}",
        "--dump-dom",
        page.resolve().as_uri(),
    ]
    # Not pytest's folder for what is passing: a socket stands in it, whose path may not be longer than 107 bytes.
    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as passing:
        dumped = _run(words, {"HOME": str(profile), "XDG_RUNTIME_DIR": passing, "TMPDIR": passing}, profile / "log")
    return Shown(html.document_fromstring(dumped))


def _run(words: list[str], home: dict[str, str], log: Path) -> str:
    with log.open("wb") as errors:
        process = subprocess.Popen(
            words, env=os.environ | home, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
        )
    try:
        dumped, _ = process.communicate(timeout=LONGEST)
    finally:
        _end(process)
    assert dumped, log.read_text(errors="replace")[-2000:]
    return dumped.decode()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and all that it has started, which may outlive it: they are a session of their own."""
    with suppress(ProcessLookupError):  # raised where all of them have ended
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(LONGEST)
