"""Which documents has a crawl written into its spool by now, each key once, and which lines hold none?"""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, read_spool
from monitor.model.sources import Problem

LONGEST_SAID = 300


@dataclass(frozen=True, slots=True)
class Written:
    """What a spool held at the end: its documents, on how many lines documents stood, and what was amiss."""

    documents: tuple[Document, ...]
    lines: int
    problems: tuple[Problem, ...]


class SpoolReader:
    """A spool that is read as it grows, from several threads.

    A page may be read twice in a pass. Where the two differ, nobody knows which of them the key stands for: neither
    is taken at the end.
    """

    def __init__(self, path: Path, source: str) -> None:
        self._path, self._source, self._lock = path, source, Lock()
        self._at = self._numbered = self._lines = 0
        self._found: dict[str, Document] = {}
        self._doubted: dict[str, Problem] = {}
        self._unfit: list[Problem] = []

    def more(self) -> tuple[Document, ...]:
        """Return the documents that came since the last time; a line that is not whole yet waits."""
        with self._lock:
            return self._taken(self._read().rpartition(b"\n")[0])

    def whole(self) -> Written:
        """Return all that it holds, once nobody writes it any more."""
        with self._lock:
            self._taken(self._read())
        documents = tuple(document for key, document in self._found.items() if key not in self._doubted)
        return Written(documents, self._lines, (*self._unfit, *self._doubted.values()))

    def _read(self) -> bytes:
        try:
            with self._path.open("rb") as spool:
                spool.seek(self._at)
                return spool.read()
        except FileNotFoundError:
            return b""

    def _taken(self, written: bytes) -> tuple[Document, ...]:
        if not written:
            return ()
        self._at += len(written) + 1
        lines = written.decode("utf-8", errors="replace").split("\n")
        documents = []
        for number, read in read_spool(lines):
            if isinstance(read, Document) and read.source == self._source:
                documents.append(self._once(read))
            else:
                seen = f"line {self._numbered + number} of the spool: {read}"
                self._unfit.append(Problem(self._source, "unfit", seen[:LONGEST_SAID]))
        self._numbered += len(lines)
        return tuple(documents)

    def _once(self, document: Document) -> Document:
        self._lines += 1
        first = self._found.setdefault(document.key, document)
        if first is not document and first.fingerprint != document.fingerprint:
            seen = clean_line(f"{document.key} came twice in one pass, and not alike")
            self._doubted[document.key] = Problem(self._source, "duplicate-key", seen, document.url)
        return document
