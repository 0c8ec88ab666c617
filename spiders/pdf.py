"""What does a PDF say? It is read in a process of its own, with bounds: a file from outside may be made to do harm.

python -P -m spiders.pdf < FILE.pdf > JSON
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from monitor.model.wording import count
from spiders.environment import environment

MOST_PAGES = 600
LONGEST_TEXT = 1_000_000
"""Characters of one file that are kept."""
SECONDS = 60
MEMORY = 1_500_000_000
"""Bytes of memory that reading one file may take, and seconds."""


class UnreadablePdfError(ValueError):
    """No text can be had from a file; the message says why."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, a blank line between its pages; how many it has, and which of them are pictures at most.

    `beyond`: how many pages come after the last that was read.
    """

    text: str
    pages: int
    pictures: tuple[int, ...] = ()
    beyond: int = 0

    @property
    def partly(self) -> str | None:
        """What to say of a file that was not read whole, None where it was."""
        if not (self.pictures or self.beyond):
            return None
        read = self.pages - len(self.pictures) - self.beyond
        why = [count(len(self.pictures), "is a picture", "are pictures")] if self.pictures else []
        why += [count(self.beyond, "is too many", "are too many")] if self.beyond else []
        return f"read in part: {read:,} of {count(self.pages, 'page')}; {', '.join(why)}"


def text(body: bytes, seconds: float = SECONDS) -> PdfText:
    """Return the text of a PDF; UnreadablePdfError where none can be had within bounds."""
    if not body.startswith(b"%PDF-"):
        raise UnreadablePdfError("it is no PDF")
    said = json.loads(run("spiders.pdf", body, seconds))
    found = PdfText(said["text"], said["pages"], tuple(said["pictures"]), said["beyond"])
    if not found.text.strip():
        raise PicturesOnlyError("there is no text in it, only pictures perhaps")
    return found


class PicturesOnlyError(UnreadablePdfError):
    """A file that opens, and has no text on any page."""


def run(module: str, body: bytes, seconds: float, *words: str) -> str:
    """Return what a reader in a process of its own makes of a file; UnreadablePdfError where it fails or takes long."""
    command, ours = [sys.executable, "-P", "-m", module, *words], environment(os.environ)
    try:
        read = subprocess.run(  # noqa: S603 - our own
            command, input=body, env=ours, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadablePdfError(f"it took longer than {seconds:g} seconds to read") from None
    if read.returncode:
        why = read.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise UnreadablePdfError(why[:200] or "its reader was ended")
    return read.stdout.decode("utf-8", "replace")


def extracted(body: bytes) -> dict[str, Any]:
    """Return the fields of a PdfText; raises what pypdf raises where the file itself can't be opened."""
    from pypdf import PdfReader  # noqa: PLC0415 - for the reading process alone

    reader = PdfReader(io.BytesIO(body))
    many, texts, bare, thin, left = len(reader.pages), list[str](), list[int](), list[int](), LONGEST_TEXT
    for number, page in enumerate(reader.pages[:MOST_PAGES], 1):
        said, drawn, largest = _page(page)
        if not said.strip():
            bare += [number] if drawn or largest else []
        elif len(said) < _LETTERHEAD and largest >= _SCAN:
            thin.append(number)
        texts.append(said[:left])
        left -= len(texts[-1])
        if left <= 0:
            break
    pictures = sorted((*bare, *thin)) if (len(bare) + len(thin)) * 2 > len(texts) else bare
    return {"text": "\n\n".join(texts), "pages": many, "pictures": pictures, "beyond": many - len(texts)}


_LETTERHEAD, _SCAN = 250, 500_000
"""Characters of a page that may be a letterhead alone, and the dots of a picture that may be the letter itself."""


def _page(page: Any) -> tuple[str, bool, int]:
    """Return the text of a page, whether anything is drawn on it, and the dots of its largest picture."""
    try:
        said = str(page.extract_text())
    except Exception:  # noqa: BLE001 - one page that can't be read leaves the others alone, and counts as unread
        return "", True, 0
    try:
        content = page.get_contents()
        drawn = content is not None and len(content.get_data()) > _DRAWN
        largest = max(_pictures(page.get("/Resources"), 3), default=0)
    except Exception:  # noqa: BLE001 - as above: what stands on it is not known
        return said, not said.strip(), 0
    return said, drawn, largest


_DRAWN = 500
"""Bytes of drawing on a page that are more than a rule or a frame."""


def _pictures(resources: Any, depth: int) -> Iterator[int]:
    """Yield the dots of each picture among resources, and among those of what is drawn by them."""
    resources = resources.get_object() if resources is not None else {}
    named = resources.get("/XObject")
    for thing in (named.get_object() if named is not None else {}).values():
        one = thing.get_object()
        if one.get("/Subtype") == "/Image":
            yield int(one.get("/Width", 0)) * int(one.get("/Height", 0))
        elif depth and one.get("/Resources") is not None:
            yield from _pictures(one.get("/Resources"), depth - 1)


def main() -> int:
    """Read a PDF from stdin and write its text; return 1 where there is none, and say why in stderr's last line."""
    bounded(MEMORY, SECONDS)
    try:
        said = json.dumps(extracted(sys.stdin.buffer.read()))
    except Exception as wrong:  # noqa: BLE001 - whatever a hostile file makes the reader raise, the file is the cause
        sys.stderr.write(f"\n{type(wrong).__name__}: {' '.join(str(wrong).split())[:150]}\n")
        return 1
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    return 0


def bounded(memory: int, seconds: int) -> None:
    """Bound the memory and the time of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    sys.exit(main())
