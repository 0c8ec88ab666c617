"""Has anything that is recorded moved? Short texts, from a few small queries, that are others when it has."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from monitor.pipeline.coverage.clock_check import AHEAD
from monitor.pipeline.scan_leases import SCAN_LEASE
from monitor.pipeline.watermark import NOTE, RECORDED
from state.json_columns import identity
from state.quick_notes import DAMAGED
from state.schema import changes, evidence, leases, marks, problems, rulings, sources, spans, versions
from state.stored_values import as_stored


def follows_from(connection: Connection) -> str:
    """Return what stands for all that statuses follow from: what was recorded, the days read, and what is damaged.

    That what was recorded is counted would be enough. The highest rows and the days themselves are in it as well, so
    that no count that was altered on the disk can pass for one that was reached before.
    """
    return identity(*_read(connection, _of_statuses()))


def stamp(connection: Connection) -> str:
    """Return what stands for all that can be shown."""
    return identity(*_read(connection, (*_of_statuses(), *_of_screens())))


def _of_statuses() -> Iterator[Select[Any]]:
    yield _marks(RECORDED, DAMAGED)
    yield _highest(versions.c.id)
    yield _highest(rulings.c.id)
    days = (as_stored(spans.c.since), as_stored(spans.c.until))
    yield select(spans.c.source, spans.c.asked, *days).order_by(spans.c.source, spans.c.asked, spans.c.since)


def _of_screens() -> Iterator[Select[Any]]:
    yield _marks(AHEAD, NOTE)
    yield _highest(evidence.c.id)
    yield select(func.count()).select_from(changes)
    tried = (as_stored(sources.c.tried_at), as_stored(sources.c.sound_at))
    yield select(*sources.c["source", "failures"], *tried).order_by(sources.c.source)
    open_ = select(problems.c.identity, as_stored(problems.c.last_at)).where(problems.c.open)
    yield open_.order_by(problems.c.identity)
    yield select(leases.c.holder).where(leases.c.name == SCAN_LEASE)


def _marks(*names: str) -> Select[Any]:
    return select(marks.c.name, marks.c.value).where(marks.c.name.in_(names)).order_by(marks.c.name)


def _highest(column: ColumnElement[int]) -> Select[Any]:
    return select(func.max(column))


def _read(connection: Connection, queries: Iterable[Select[Any]]) -> list[list[list[str]]]:
    return [[[str(value) for value in row] for row in connection.execute(query)] for query in queries]
