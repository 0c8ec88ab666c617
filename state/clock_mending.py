"""What did a clock that was ahead record of days that have not come, and how is it put right?

It is asked only once the services have shown that today's clock is right. A day counts as read up to the newest
document that is held of its source, and what was seen or told "later" was seen or told by now.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from monitor.model.london import london_day
from monitor.model.wording import count
from monitor.model.wording import day as say
from monitor.pipeline.comparing.document_versions import dated
from monitor.pipeline.watermark import NOTE, RECORDED
from state import mark_rows
from state.damage import Damage
from state.document_rows import VERSIONS, newest_days, readable, stored_spool
from state.json_columns import batches
from state.schema import changes, evidence, marks, problems, readings, rulings, sources, spans, versions
from state.source_rows import read_spans

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
    mark_rows.count(connection, RECORDED, now)  # statuses may follow otherwise now
    return tuple(cut)


def _cut_back(connection: Connection, today: date) -> Iterator[str]:
    ahead = [row for row in read_spans(connection, Damage()) if row.span.until > today + _DAY]
    seen = newest_days(connection, today) if ahead else {}
    for row in ahead:
        here = (spans.c.source == row.source) & (spans.c.asked == row.asked) & (spans.c.since == row.span.since)
        connection.execute(delete(spans).where(here))
        if left := row.span.come_by(today, seen.get(row.source)):
            kept = {"source": row.source, "asked": row.asked, "since": left.since, "until": left.until}
            connection.execute(insert(spans).values(kept))
    for source in dict.fromkeys(row.source for row in ahead):
        far = max(row.span.until for row in ahead if row.source == source)
        yield f"{source} was recorded as read to {say(far)}: days since then and to come are read again"


def _redated(connection: Connection, today: date) -> int:
    """Date by today what was dated by the clock, and have it judged again; return how many versions that were."""
    ahead = readable(connection.execute(VERSIONS.where(versions.c.since > today + _DAY)), Damage())
    found = ((row_id, version, max(today, dated(version.document))) for row_id, version in ahead)
    moved = {row_id: replace(version, since=day) for row_id, version, day in found if day != version.since}
    for row_id, version in moved.items():
        values = {"since": version.since, "spool": stored_spool(version)}
        connection.execute(update(versions).where(versions.c.id == row_id).values(values))
    for few in batches(moved):
        for table in (evidence, readings):
            connection.execute(delete(table).where(table.c.version_id.in_(few)))
    return len(moved)
