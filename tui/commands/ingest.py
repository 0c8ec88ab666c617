"""bywhen ingest: documents from a file, as if a source had sent them."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from monitor.documents import Document, SpoolError, read_spool
from monitor.errors import UserError
from tui.commands.common import as_json, aside, common, desk, leave, say

MOST_BYTES = 2_000_000_000
"""Of text, unpacked: far beyond what Parliament publishes in a year."""


@click.command("ingest")
@common
@as_json
@click.argument("file", metavar="FILE.jsonl[.gz]")
def command(file: str, *, shaped: bool) -> None:
    """Take documents from a FILE in the spool format."""
    from monitor.shapes import as_json as to_json, scan_shape  # noqa: PLC0415
    from monitor.taking import harvests  # noqa: PLC0415

    documents, wrong = _read(file)
    with desk() as staff:
        now = staff.clock()
        entries = [staff.settle(h) for h in harvests(documents, now)]
        reviewed = staff.look_again()
    changes = {c.id: c for e in entries for c in e.changes} | {c.id: c for c in reviewed}
    added = sum(len(e.versions) for e in entries)
    for line in wrong:
        aside(line)
    if shaped:
        read = [e.source for e in entries]
        say(to_json(scan_shape(changes=tuple(changes.values()), problems=(), read=read, failed=(), documents=added)))
    else:
        say(f"{len(documents):,} documents read, {added:,} new or altered, {len(changes):,} changes.")
    if wrong:
        leave(1)


def _read(file: str) -> tuple[list[Document], list[str]]:
    documents, wrong = [], []
    for number, found in read_spool(_lines(file)):
        if isinstance(found, SpoolError):
            wrong.append(f"{file}:{number}: {found}; this line was left out")
        else:
            documents.append(found)
    return documents, wrong


def _lines(file: str) -> Iterator[str]:
    path = Path(file).expanduser()
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            yield from _bounded(gzip.GzipFile(fileobj=raw) if packed else raw, file)
    except (OSError, EOFError, zlib.error) as failed:
        why = getattr(failed, "strerror", None) or str(failed)
        raise UserError(f"{file}: {why}", "name a file of JSON lines, packed with gzip or not") from None


def _bounded(lines: Iterable[bytes], file: str) -> Iterator[str]:
    taken = 0
    for line in lines:
        taken += len(line)
        if taken > MOST_BYTES:
            raise UserError(f"{file}: more than {MOST_BYTES:,} bytes", "split it into several files")
        yield line.decode("utf-8", errors="replace")
