"""Which days failed to be read, and were not read since? Each such span keeps its problems until it is read soundly.

They stand in the table of problems, each span as a reporter of its own beside its source.
"""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select, update

from monitor.model.ports import Entry
from monitor.model.sources import Coverage, FailedSpan, Problem, Span
from state.schema import problems

_SEPARATOR = "\n"


def reporter(entry: Entry) -> str:
    """Return under which name an entry's problems are kept: its source, and of a failed span its days too."""
    if entry.span is not None or entry.tried is None:
        return entry.source
    return _SEPARATOR.join((entry.source, str(entry.tried.since), str(entry.tried.until)))


def of_reporter(name: str) -> tuple[str, Span | None]:
    """Return the source of a reporter, and the days where it is a failed span."""
    source, *days = name.split(_SEPARATOR)
    return source, Span(*map(date.fromisoformat, days)) if days else None


def failed(connection: Connection) -> dict[str, tuple[FailedSpan, ...]]:
    """Return for each source the spans that failed and were not read since, oldest first, and when each was tried."""
    found: dict[str, dict[Span, FailedSpan]] = {}
    for row in connection.execute(select(problems).where(problems.c.open).order_by(problems.c.position)):
        source, span = of_reporter(row.reporter)
        if span is not None:
            met = Problem(row.source, row.kind, row.seen, row.place)
            before = found.setdefault(source, {}).get(span, FailedSpan(span, row.last_at))
            found[source][span] = replace(before, problems=(*before.problems, met))
    return {
        source: tuple(sorted(spans.values(), key=lambda f: (f.span.since, f.span.until)))
        for source, spans in found.items()
    }


def settle(connection: Connection, entry: Entry, read: Coverage) -> None:
    """Close what an entry settles: the spans that are read now, or that were tried again as part of a longer one."""
    for one in failed(connection).get(entry.source, ()):
        span = one.span
        again = entry.tried is not None and entry.tried.since <= span.since and span.until <= entry.tried.until
        if again if entry.span is None else read.unbroken(entry.source, span.since, span.until):
            name = _SEPARATOR.join((entry.source, str(span.since), str(span.until)))
            mine = (problems.c.reporter == name) & problems.c.open
            connection.execute(update(problems).where(mine).values(open=False))
