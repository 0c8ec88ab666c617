"""How far has each source been read, and how has it been?"""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select, update

from monitor.model.cleaning import clean_line
from monitor.model.ports import Entry, SourceHealth
from monitor.model.sources import Coverage, Problem, Span
from state import failed_spans
from state.clock_mending import newest_days
from state.json_columns import identity
from state.schema import problems, sources, spans

_SEPARATOR = "\n"


def extend(connection: Connection, source: str, span: Span, asked: Collection[str] = ()) -> bool:
    """Record days read soundly for those who asked, joined to those they touch; return whether any was new."""
    name = _SEPARATOR.join(sorted(asked))
    mine = (spans.c.source == source) & (spans.c.asked == name)
    rows = connection.execute(select(spans.c.since, spans.c.until).where(mine))
    before = {Span(since, until) for since, until in rows}
    after = set(Coverage.of((source, s) for s in (*before, span)).spans[source])
    for gone in before - after:
        connection.execute(delete(spans).where(mine, spans.c.since == gone.since))
    for new in after - before:
        connection.execute(insert(spans).values(source=source, asked=name, since=new.since, until=new.until))
    return after != before


def coverage(connection: Connection, asked: Collection[str] = (), today: date | None = None) -> Coverage:
    """Return which days of each source have been read soundly for all who ask; days nobody asked for are for all.

    With `today`, days to come count for nothing (Span.come_by).
    """
    rows = connection.execute(select(spans.c.source, spans.c.since, spans.c.until, spans.c.asked))
    wanted = set(asked)
    read = [(r.source, Span(r.since, r.until)) for r in rows if not r.asked or wanted <= _names(r.asked)]
    if today and any(span.until > today for _, span in read):
        seen = newest_days(connection, today)
        read = [(source, left) for source, span in read if (left := span.come_by(today, seen.get(source)))]
    return Coverage.of(read)


def _names(asked: str) -> set[str]:
    return set(asked.split(_SEPARATOR))


def note(connection: Connection, entry: Entry) -> None:
    """Record that a source was tried, whether it was sound, and what was wrong with it."""
    row = connection.execute(select(sources).where(sources.c.source == entry.source)).one_or_none()
    if row is None:
        row = connection.execute(
            insert(sources)
            .values(source=entry.source, tried_at=entry.at, sound_at=None, failures=0)
            .returning(*sources.c)
        ).one()
    values = {"tried_at": max(row.tried_at, entry.at), "failures": row.failures, "sound_at": row.sound_at}
    if entry.span is not None:
        values |= {"failures": 0, "sound_at": max(row.sound_at or entry.at, entry.at)}
    elif entry.problems:
        values |= {"failures": row.failures + 1}
    connection.execute(update(sources).where(sources.c.source == entry.source).values(values))
    if entry.span is not None or entry.problems:
        failed_spans.settle(connection, entry, coverage(connection, entry.asked))
        _replace_open(connection, entry)


def health(connection: Connection, today: date | None = None) -> dict[str, SourceHealth]:
    """Return how each source ever tried has been; its reach as `coverage` has it."""
    read = coverage(connection, today=today)
    open_ones, failed = _open(connection), failed_spans.failed(connection)
    return {
        row.source: SourceHealth(
            source=row.source,
            tried_at=row.tried_at,
            sound_at=row.sound_at,
            reach=read.reach(row.source),
            failures=row.failures,
            problems=tuple(open_ones.get(row.source, ())),
            unread=failed.get(row.source, ()),
        )
        for row in connection.execute(select(sources).order_by(sources.c.source))
    }


def history(connection: Connection, since: datetime | None) -> tuple[tuple[datetime, Problem], ...]:
    """Return every problem met since a moment, each once with when it was last met, oldest first."""
    query = select(problems)
    if since is not None:
        query = query.where(problems.c.last_at >= since)
    rows = sorted(connection.execute(query), key=lambda row: (row.last_at, row.source, row.position))
    return tuple((row.last_at, Problem(row.source, row.kind, row.seen, row.place)) for row in rows)


def cleaned(found: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems, each once, with nothing in them that a database or a terminal would choke on."""
    safe = (
        Problem(p.source, p.kind, clean_line(p.seen), None if p.where is None else clean_line(p.where)) for p in found
    )
    return tuple(dict.fromkeys(safe))


def _open(connection: Connection) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    query = select(problems).where(problems.c.open).order_by(problems.c.reporter, problems.c.position)
    for row in connection.execute(query):
        found.setdefault(failed_spans.of_reporter(row.reporter)[0], []).append(
            Problem(row.source, row.kind, row.seen, row.place)
        )
    return found


def _replace_open(connection: Connection, entry: Entry) -> None:
    """Close what was open of a source, but for spans that are not read yet; open what an entry says, in its order."""
    connection.execute(update(problems).where(problems.c.reporter == entry.source, problems.c.open).values(open=False))
    reporter = failed_spans.reporter(entry)
    for position, problem in enumerate(cleaned(entry.problems)):
        said = (problem.source, problem.kind, problem.seen, problem.where)
        key = identity(reporter, *said)
        connection.execute(delete(problems).where(problems.c.identity == key))
        row = dict(zip(("source", "kind", "seen", "place"), said, strict=True))
        row |= {"identity": key, "reporter": reporter}
        connection.execute(insert(problems).values(row | {"position": position, "last_at": entry.at, "open": True}))
