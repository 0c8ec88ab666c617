"""bywhen ingest: documents from a file, as if a source had sent them."""

import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, read_spool
from monitor.model.errors import UserError
from monitor.model.sources import SOURCES, Harvest, Problem
from tui.commands.common import as_json, aside, common, leave, opened_service, say

MOST_BYTES = 2_000_000_000
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
    from monitor.pipeline.coverage.file_harvests import harvests  # noqa: PLC0415
    from tui.narration import scan_json  # noqa: PLC0415

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
    if wrong:
        leave(1)


def _read(file: str) -> tuple[list[Document], list[str]]:
    """Return the documents of a file, and what is wrong with each line that holds none, after its number."""
    documents, wrong = [], []
    for number, found in read_spool(_lines(file)):
        if isinstance(found, Document) and found.source in SOURCES:
            documents.append(found)
        else:
            why = (
                f"no source is called {found.source}; the sources are {', '.join(SOURCES)}"
                if isinstance(found, Document)
                else found
            )
            wrong.append(f"{number}: {clean_line(str(why))[:300]}")
    if wrong and not documents:
        raise UserError(
            f"{file}: not one line holds a document; line {wrong[0]}", "give a file in the spool format (docs/json.md)"
        )
    return documents, wrong


def _doubted(harvest: Harvest, wrong: Sequence[str]) -> Harvest:
    """Return a harvest with what was wrong in its file. Nobody knows what bad lines held, so no day counts as read."""
    if not wrong:
        return harvest
    seen = f"{len(wrong)} lines of the file held no document, so no day counts as read; line {wrong[0]}"
    return replace(harvest, problems=(Problem(harvest.source, "bad-lines", seen),))


def _few(wrong: Sequence[str]) -> Iterator[str]:
    yield from wrong[:SHOWN]
    if len(wrong) > SHOWN:
        yield f" {len(wrong) - SHOWN:,} more lines hold no document"


def _lines(file: str) -> Iterator[str]:
    path = Path(file).expanduser()
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            yield from _bounded(gzip.GzipFile(fileobj=raw) if packed else raw, file)
    except (OSError, EOFError, zlib.error) as failed:
        why = getattr(failed, "strerror", None) or str(failed)
        raise UserError(f"{file}: {why}", "name a file of JSON lines; it may be packed with gzip") from None


def _bounded(lines: gzip.GzipFile | io.BufferedReader, file: str) -> Iterator[str]:
    """Yield the lines of a file; raise UserError for one that grows past all measure, as a packed bomb does."""
    taken = 0
    while line := lines.readline(LONGEST_LINE):
        taken += len(line)
        if taken > MOST_BYTES:
            raise UserError(f"{file}: holds more than {MOST_BYTES:,} bytes", "split it into several files")
        if len(line) == LONGEST_LINE:
            raise UserError(
                f"{file}: has a line of {LONGEST_LINE:,} bytes or more",
                "give a file in the spool format (docs/json.md)",
            )
        yield line.decode("utf-8-sig" if taken == len(line) else "utf-8", errors="replace")
