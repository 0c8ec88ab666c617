"""What did a clock that was ahead record of days that have not come, and how is it put right?

It is asked only once the services have shown that today's clock is right. A day counts as read up to the newest
document that is held of its source, and what was seen or told "later" was seen or told by now.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from monitor.model.documents import from_spool
from monitor.model.london import london_day
from monitor.model.sources import Span
from monitor.model.wording import count
from monitor.model.wording import day as say
from monitor.pipeline.comparing.document_versions import dated
from monitor.pipeline.watermark import NOTE
from state import mark_rows
from state.json_columns import batches
from state.schema import changes, documents, evidence, marks, problems, readings, rulings, sources, spans, versions

_DAY = timedelta(days=1)
"""Clocks may be so far apart, and still be right."""
_MOMENTS = (
    changes.c.told_at, rulings.c.decided_at, problems.c.last_at, sources.c.tried_at, sources.c.sound_at,
    versions.c.seen_at, marks.c.at,
)  # fmt: skip


def lies_ahead(connection: Connection, now: datetime) -> bool:
    """Return whether anything was recorded of a moment that has not come."""
    days = (spans.c.until, versions.c.since)
    asked = [
        *(select(literal(1)).where(column > now + _DAY) for column in _MOMENTS),
        *(select(literal(1)).where(column > london_day(now) + _DAY) for column in days),
    ]
    return any(connection.execute(query.limit(1)).first() for query in asked)


def put_right(connection: Connection, now: datetime) -> tuple[str, ...]:
    """Put right what lies ahead, and return in words what it was."""
    cut = list(_cut_back(connection, london_day(now)))
    if seen := _redated(connection, london_day(now)):
        cut.append(f"{count(seen, 'version')} of documents dated after today: dated today, and judged again")
    ahead = connection.execute(select(func.count()).where(changes.c.told_at > now + _DAY)).scalar_one()
    if ahead:
        cut.append(f"{count(ahead, 'change')} told after today: what does not hold is corrected")
    for column in _MOMENTS:
        late = column > now + _DAY
        connection.execute(update(column.table).where(late).values({column.name: now}))
    if (mark_rows.recall(connection, NOTE) or "")[:10] > str(london_day(now) + _DAY):
        mark_rows.remember(connection, NOTE, "", now)
    return tuple(cut)


def newest_days(connection: Connection, today: date) -> dict[str, date]:
    """Return the last day up to today of which each source has a document: it was read on that day or later."""
    query = select(documents.c.source, func.max(versions.c.since).label("day")).join(versions)
    rows = connection.execute(query.where(versions.c.since <= today).group_by(documents.c.source))
    return {row.source: row.day for row in rows}


def _cut_back(connection: Connection, today: date) -> Iterator[str]:
    ahead = connection.execute(select(spans).where(spans.c.until > today + _DAY)).all()
    seen = newest_days(connection, today) if ahead else {}
    for row in ahead:
        here = (spans.c.source == row.source) & (spans.c.asked == row.asked) & (spans.c.since == row.since)
        connection.execute(delete(spans).where(here))
        left = Span(row.since, row.until).come_by(today, seen.get(row.source))
        if left:
            kept = {"source": row.source, "asked": row.asked, "since": left.since, "until": left.until}
            connection.execute(insert(spans).values(kept))
    for source in dict.fromkeys(row.source for row in ahead):
        far = max(row.until for row in ahead if row.source == source)
        yield f"{source} was recorded as read to {say(far)}: days since then and to come are read again"


def _redated(connection: Connection, today: date) -> int:
    """Date by today what was dated by the clock, and have it judged again; return how many versions that were."""
    query = select(versions.c.id, versions.c.since, versions.c.spool).where(versions.c.since > today + _DAY)
    new = {row.id: (row.since, max(today, dated(from_spool(row.spool)))) for row in connection.execute(query)}
    moved = {row_id: day for row_id, (before, day) in new.items() if day != before}
    for row_id, day in moved.items():
        connection.execute(update(versions).where(versions.c.id == row_id).values(since=day))
    for few in batches(moved):
        for table in (evidence, readings):
            connection.execute(delete(table).where(table.c.version_id.in_(few)))
    return len(moved)
