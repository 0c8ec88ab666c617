"""Which documents did a crawl write into its spool, each key once, and which lines hold none?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, read_spool
from monitor.model.sources import Problem

LONGEST_SAID = 300


@dataclass(frozen=True, slots=True)
class Written:
    """What a spool held: its documents, on how many lines documents stood, and what was amiss."""

    documents: tuple[Document, ...]
    lines: int
    problems: tuple[Problem, ...]


def spooled(path: Path, source: str) -> Written:
    """Return all that a spool holds, once nobody writes it any more; nothing where there is no such file.

    A page may be read twice in a pass. Where the two differ, nobody knows which of them the key stands for: neither
    is taken.
    """
    found: dict[str, Document] = {}
    unfit: list[Problem] = []
    doubted: dict[str, Problem] = {}
    count = 0
    for number, read in read_spool(_lines(path)):
        if not isinstance(read, Document) or read.source != source:
            unfit.append(Problem(source, "unfit", f"line {number} of the spool: {read}"[:LONGEST_SAID]))
            continue
        count += 1
        first = found.setdefault(read.key, read)
        if first.fingerprint != read.fingerprint:
            doubted[read.key] = _came_twice(read)
    documents = tuple(document for key, document in found.items() if key not in doubted)
    return Written(documents, count, (*unfit, *doubted.values()))


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", errors="replace", newline="\n") as spool:
            yield from spool
    except FileNotFoundError:
        return


def _came_twice(document: Document) -> Problem:
    seen = clean_line(f"{document.key} came twice in one pass, and not alike")
    return Problem(document.source, "duplicate-key", seen, document.url)
