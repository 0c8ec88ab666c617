"""bywhen ingest: documents from a file, as if a source had sent them."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import click

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, read_spool
from monitor.model.errors import UserError
from monitor.model.london import london_day
from monitor.model.sources import SOURCES, Harvest, Problem
from monitor.model.user_paths import encoding_of, user_path
from monitor.model.wording import day
from monitor.pipeline.coverage.file_harvests import harvests
from tui.commands.common import as_json, aside, common, leave, opened_service, say
from tui.narration import scan_json
from tui.words import count

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
        today = london_day(service.clock())
    for line in _few(wrong):
        aside(f"{file}:{line}; this line is left out")
    for line in _to_come(documents, today):
        aside(f"{file}: {line}")
    if shaped:
        say(scan_json(result))
    else:
        read, changes = count(len(documents), "document"), count(len(result.changes), "change")
        say(f"{read} read, {result.documents:,} new or altered, {changes}.")
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
    lines = count(wrong.number, "line")
    seen = f"{lines} of the file held no document, so no day counts as read; line {wrong.first[0]}"
    return replace(harvest, problems=(Problem(harvest.source, "bad-lines", seen),))


def _few(wrong: Wrong) -> Iterator[str]:
    yield from wrong.first
    if wrong.number > SHOWN:
        more = wrong.number - SHOWN
        yield f" {count(more, 'more line')} {'holds' if more == 1 else 'hold'} no document"


def _to_come(documents: list[Document], today: date) -> Iterator[str]:
    """Yield a line that names the first of the documents dated after today, where there are any."""
    ahead = [document for document in documents if document.published_on > today]
    if ahead:
        first = min(ahead, key=lambda document: document.published_on)
        dated, which = count(len(ahead), "document"), f"{first.source}/{first.key}, {day(first.published_on)}"
        yield f"{dated} dated after today ({which}): taken, but no day to come counts as read"


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
