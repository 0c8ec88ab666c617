"""What does a PDF say? It is read in a process of its own, with bounds: a file from outside may be made to do harm.

python -P -m spiders.pdf < FILE.pdf > TEXT
"""

import io
import os
import subprocess
import sys

from spiders.environment import environment

MOST_PAGES = 600
LONGEST_TEXT = 1_000_000
"""Characters of one file that are kept."""
SECONDS = 60
MEMORY = 1_500_000_000
"""Bytes of memory that reading one file may take, and seconds."""


class UnreadablePdfError(ValueError):
    """A file of which no text can be had; the message says why."""


def text(body: bytes, seconds: float = SECONDS) -> str:
    """Return the text of a PDF, a blank line between its pages; UnreadableError where it can't be had within bounds."""
    if not body.startswith(b"%PDF-"):
        raise UnreadablePdfError("it is no PDF")
    command, ours = [sys.executable, "-P", "-m", "spiders.pdf"], environment(os.environ)
    try:
        read = subprocess.run(  # noqa: S603 - our own
            command, input=body, env=ours, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadablePdfError(f"it took longer than {seconds:g} seconds to read") from None
    if read.returncode:
        why = read.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise UnreadablePdfError(why[:200] or "its reader was ended")
    said = read.stdout.decode("utf-8", "replace")
    if not said.strip():
        raise UnreadablePdfError("there is no text in it, only pictures perhaps")
    return said


def extracted(body: bytes) -> str:
    """Return the text of a PDF's pages; raises what pypdf raises."""
    from pypdf import PdfReader  # noqa: PLC0415 - for the reading process alone

    pages, left = [], LONGEST_TEXT
    for page in PdfReader(io.BytesIO(body)).pages[:MOST_PAGES]:
        pages.append(page.extract_text()[:left])
        left -= len(pages[-1])
        if left <= 0:
            break
    return "\n\n".join(pages)


def main() -> int:
    """Read a PDF from stdin and write its text; return 1 where there is none, and say why in stderr's last line."""
    _bounded()
    try:
        said = extracted(sys.stdin.buffer.read())
    except Exception as wrong:  # noqa: BLE001 - whatever a hostile file makes the reader raise, the file is the cause
        sys.stderr.write(f"\n{type(wrong).__name__}: {' '.join(str(wrong).split())[:150]}\n")
        return 1
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    return 0


def _bounded() -> None:
    """Bound the memory and the time of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    sys.exit(main())
