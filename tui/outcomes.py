"""What did a scan come to: for one source, and all together?"""

from collections.abc import Sequence

from monitor.changes import Change
from monitor.ports import Entry, Progress
from tui.desk import ScanResult

READ, NOT_READ = "new or altered; all read", "new or altered; not read soundly"
"""The last thing that is said of a source in a scan."""
_RANK = {"made": 0, "status": 2, "correction": 3}


def over(entries: Sequence[Entry]) -> Progress:
    """Return the last word on a source: what was new, and whether all of it was read soundly."""
    versions = sum(len(e.versions) for e in entries)
    return Progress(entries[-1].source, versions, READ if all(e.span for e in entries) else NOT_READ)


def in_order(change: Change) -> tuple[object, ...]:
    """Return what changes are sorted by: when they happened; on one day a promise first, and last how it stands."""
    return (change.at, change.commitment, _RANK.get(change.kind, 1), change.id)


def result(entries: Sequence[Entry], reviewed: Sequence[Change]) -> ScanResult:
    changes = {c.id: c for e in entries for c in e.changes} | {c.id: c for c in reviewed}
    failed = dict.fromkeys(e.source for e in entries if not e.span)
    return ScanResult(
        changes=tuple(sorted(changes.values(), key=in_order)),
        problems=tuple(p for e in entries for p in e.problems),
        read=tuple(name for name in dict.fromkeys(e.source for e in entries) if name not in failed),
        failed=tuple(failed),
        documents=sum(len(e.versions) for e in entries),
    )
