"""bywhen ingest: documents from a file, as if a source had sent them."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import click

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, read_spool
from monitor.model.errors import UserError
from monitor.model.sources import SOURCES, Harvest, Problem
from monitor.model.user_paths import encoding_of, user_path
from monitor.pipeline.coverage.file_harvests import harvests
from tui.commands.common import as_json, aside, common, leave, opened_service, say
from tui.narration import scan_json

MOST_BYTES, MOST_LINES = 1_000_000_000, 2_000_000
"""Of text, unpacked: far beyond what Parliament publishes in a year."""

LONGEST_LINE = 40_000_000
"""Bytes of one line: the longest document, in the longest spelling that JSON has for its characters."""

SHOWN = 10
"""So many bad lines are told one by one."""


@click.command("ingest")
@common
@as_json
@click.argument("file", metavar="FILE.jsonl[.gz]")
def command(file: str, *, shaped: bool) -> None:
    """Take documents from FILE, one JSON object a line (the spool format). Exit 1 when a line holds no document."""
    documents, wrong = _read(file)
    with opened_service() as service:
        result = service.ingest(_doubted(harvest, wrong) for harvest in harvests(documents, service.clock()))
    for line in _few(wrong):
        aside(f"{file}:{line}; this line is left out")
    if shaped:
        say(scan_json(result))
    else:
        new, changes = result.documents, len(result.changes)
        say(f"{len(documents):,} documents read, {new:,} new or altered, {changes:,} changes.")
    if wrong.number:
        leave(1)


@dataclass
class Wrong:
    """The lines of a file that hold no document: how many, what is wrong with the first, and what may be a document."""

    number: int = 0
    first: list[str] = field(default_factory=list)
    misspelt: int = 0
    """How many may well be documents, in letters that can't be read."""

    def add(self, line: int, why: str) -> None:
        self.number += 1
        if len(self.first) < SHOWN:
            self.first.append(f"{line}: {clean_line(why)[:300]}")


def _read(file: str) -> tuple[list[Document], Wrong]:
    """Return the documents of a file, and what is wrong with the lines that hold none."""
    documents, wrong = list[Document](), Wrong()
    for number, found in read_spool(_told(_lines(file), wrong)):
        if not isinstance(found, Document):
            wrong.add(number, str(found))
        elif found.source in SOURCES:
            documents.append(found)
        else:
            wrong.add(number, f"no source is called {found.source}; the sources are {', '.join(SOURCES)}")
    if wrong.number > wrong.misspelt and not documents:
        message = f"{file}: not one line holds a document; line {wrong.first[0]}"
        raise UserError(message, "give a file in the spool format (docs/json.md)")
    return documents, wrong


def _told(lines: Iterator[bytes], wrong: Wrong) -> Iterator[str]:
    """Yield the text of each line, none of one that is not UTF-8: a letter that can't be read would be quoted."""
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            wrong.add(number, "not UTF-8")
            wrong.misspelt += line.lstrip().startswith(b"{")
            yield ""


def _doubted(harvest: Harvest, wrong: Wrong) -> Harvest:
    """Return a harvest with what was wrong in its file. Nobody knows what bad lines held, so no day counts as read."""
    if not wrong.number:
        return harvest
    seen = f"{wrong.number} lines of the file held no document, so no day counts as read; line {wrong.first[0]}"
    return replace(harvest, problems=(Problem(harvest.source, "bad-lines", seen),))


def _few(wrong: Wrong) -> Iterator[str]:
    yield from wrong.first
    if wrong.number > SHOWN:
        yield f" {wrong.number - SHOWN:,} more lines hold no document"


def _lines(file: str) -> Iterator[bytes]:
    path = user_path(file)
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            yield from _bounded(gzip.GzipFile(fileobj=raw) if packed else raw, file)
    except (OSError, EOFError, zlib.error) as failed:
        why = getattr(failed, "strerror", None) or str(failed)
        raise UserError(f"{file}: {why}", "name a file of JSON lines; it may be packed with gzip") from None


def _bounded(lines: gzip.GzipFile | io.BufferedReader, file: str) -> Iterator[bytes]:
    """Yield the lines of a file; raise UserError for one that grows past all measure, as a packed bomb does."""
    taken = number = 0
    while line := lines.readline(LONGEST_LINE):
        taken, number = taken + len(line), number + 1
        if number == 1 and (said := encoding_of(line)).startswith("UTF"):
            raise UserError(f"{file}: {said}", "save it as UTF-8")
        if taken > MOST_BYTES or number > MOST_LINES:
            most = f"{MOST_BYTES:,} bytes" if taken > MOST_BYTES else f"{MOST_LINES:,} lines"
            raise UserError(f"{file}: holds more than {most}", "split it into several files")
        if len(line) == LONGEST_LINE:
            raise UserError(
                f"{file}: has a line of {LONGEST_LINE:,} bytes or more",
                "give a file in the spool format (docs/json.md)",
            )
        yield line
