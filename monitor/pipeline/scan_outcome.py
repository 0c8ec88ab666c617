"""What did a scan come to: for one source, and all together?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from monitor.model.changes import Change, in_order
from monitor.model.ports import Entry, Progress
from monitor.model.sources import Span
from monitor.model.wording import count
from monitor.pipeline.service_port import BrokenScanError, ScanResult

Read = tuple[Entry, ...] | Exception
"""What was read of a source, or the bug that kept it from being read."""

READ, NOT_READ = "new or altered; all read", "new or altered; not read soundly"
"""The last thing that is said of a source in a scan."""


def is_over(told: Progress) -> bool:
    """Return whether this is the last word on a source."""
    return told.doing in (READ, NOT_READ)


def progress_text(told: Progress) -> str:
    """Return how far a source has come: on the way documents are counted as they are read, in the end those new."""
    many = count(told.documents, "document")
    return f"{many} {told.doing}" if is_over(told) else f"{many} read, {told.doing or 'reading'}"


def over(entries: Sequence[Entry]) -> Progress:
    """Return the last word on a source: what was new, and whether all of it was read soundly."""
    versions = sum(len(e.versions) for e in entries)
    return Progress(entries[-1].source, versions, READ if all(e.span for e in entries) else NOT_READ)


def unbroken(
    entries: Sequence[Entry], reviewed: Sequence[Change], passes: Mapping[str, Read], unread: Sequence[tuple[str, Span]]
) -> ScanResult:
    """Return what a scan came to; where sources raised, raise BrokenScanError with it.

    `passes`: by the names of the sources; `unread`: the days of any source that failed and were not read since.
    """
    bugs = {name: read for name, read in passes.items() if isinstance(read, Exception)}
    came_to = result(entries, reviewed, bugs)
    owed = tuple((name, span) for name, span in unread if name in passes and name not in came_to.failed)
    came_to = replace(came_to, unread=owed)
    if bugs:
        raise BrokenScanError(came_to) from ExceptionGroup("raised by sources", [*bugs.values()])
    return came_to


def result(entries: Sequence[Entry], reviewed: Sequence[Change], broken: Iterable[str] = ()) -> ScanResult:
    """Return what a scan came to; `broken`: the sources that raised."""
    changes = {c.id: c for e in entries for c in e.changes} | {c.id: c for c in reviewed}
    failed = dict.fromkeys((*(e.source for e in entries if not e.span), *broken))
    return ScanResult(
        changes=tuple(sorted(changes.values(), key=in_order)),
        problems=tuple(p for e in entries if not e.still for p in e.problems),
        read=tuple(name for name in dict.fromkeys(e.source for e in entries) if name not in failed),
        failed=tuple(failed),
        documents=sum(len(e.versions) for e in entries),
    )
