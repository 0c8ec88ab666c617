"""How do the sources' health and one pass over them stand in JSON?"""

from collections.abc import Iterable, Mapping, Sequence

from monitor.model.changes import Change
from monitor.model.sources import Problem, SourceHealth, Span
from monitor.reports.shapes.board_shapes import change_shape
from monitor.reports.shapes.json_values import Shape, day, moment


def health_shape(health: Iterable[SourceHealth], counts: Mapping[str, int] | None = None) -> list[Shape]:
    """Return how each source has been; `documents` is null where no counts were given."""
    return [
        {
            "source": h.source,
            "tried_at": moment(h.tried_at) if h.tried_at else None,
            "sound_at": moment(h.sound_at) if h.sound_at else None,
            "read_to": day(h.reach),
            "failures": h.failures,
            "documents": None if counts is None else counts.get(h.source, 0),
            "problems": [problem_shape(p) for p in h.problems],
            "unread": [{"since": day(f.span.since), "until": day(f.span.until)} for f in h.unread],
        }
        for h in health
    ]


def scan_shape(
    *,
    changes: Iterable[Change],
    problems: Iterable[Problem],
    read: Sequence[str],
    failed: Sequence[str],
    documents: int,
    unread: Iterable[tuple[str, Span]] = (),
) -> Shape:
    """Return what `scan --json` prints: what was read, what failed, now or before, and what changed."""
    return {
        "read": list(read),
        "failed": list(failed),
        "documents": documents,
        "unread": [{"source": name, "since": day(span.since), "until": day(span.until)} for name, span in unread],
        "changes": [change_shape(c) for c in changes],
        "problems": [problem_shape(p) for p in problems],
    }


def problem_shape(problem: Problem) -> Shape:
    """Return one problem."""
    return {"source": problem.source, "kind": problem.kind, "seen": problem.seen, "where": problem.where}
