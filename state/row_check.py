"""Is a state sound? Its database looks at itself, and then each of its rows is read as commands would read it."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine, Select, func, select, text
from sqlalchemy.exc import DBAPIError

from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from state import change_rows, evidence_rows, source_rows
from state.connections import transaction
from state.damage import Damage
from state.document_rows import VERSIONS, readable
from state.schema import evidence, versions
from state.stored_values import ALTERED

_MOST = 1_000
"""So many lines of what the database finds wrong with itself."""


def check(engine: Engine) -> tuple[str, ...]:
    """Return what is wrong, a line each; empty when all is sound."""
    damage, lines = Damage(), list[str]()
    looks: tuple[tuple[str, Callable[[Connection, Damage], list[str]]], ...] = (
        ("the database", _database),
        ("versions of documents", _versions),
        ("evidence", _evidence),
        ("changes told", _changes),
        ("rulings", _rulings),
        ("what is noted of sources", _sources),
    )
    for name, look in looks:
        try:
            with transaction(engine, writes=False) as connection:
                lines += look(connection, damage)
        except (UserError, DBAPIError) as wrong:
            lines.append(f"{name}: not all can be read: {clean_line(str(getattr(wrong, 'orig', None) or wrong))}")
    rows = [f"{row}: {why}" for row, why in damage.rows.items()]
    return tuple(dict.fromkeys(clean_line(line) for line in (*lines, *rows)))


def _database(connection: Connection, _damage: Damage) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    rows = [str(line) for (line,) in connection.execute(text(f"PRAGMA integrity_check({_MOST})"))]
    rows += [f"{table} points at nothing" for table, *_ in connection.execute(text("PRAGMA foreign_key_check"))]
    return [row for row in rows if row != "ok"]


def _versions(connection: Connection, damage: Damage) -> list[str]:
    lost: list[str] = []
    highest = connection.scalar(select(func.max(versions.c.id))) or 0
    for few in _pieces(connection, VERSIONS, 0, highest, lost):
        for _ in readable(few, damage):
            pass
    return lost


def _pieces(connection: Connection, query: Select, above: int, highest: int, lost: list[str]) -> Iterator[list]:  # type: ignore[type-arg]
    """Yield the rows of versions in pieces; where a page of the file is gone, only what stands on it is lost."""
    if highest - above > 500:
        for start in range(above, highest, 500):
            yield from _pieces(connection, query, start, min(start + 500, highest), lost)
        return
    try:
        yield list(connection.execute(query.where(versions.c.id > above, versions.c.id <= highest)))
    except DBAPIError as wrong:
        if highest - above <= 1:
            lost.append(f"version in row {highest}: {wrong.orig}")
            return
        middle = (above + highest) // 2
        yield from _pieces(connection, query, above, middle, lost)
        yield from _pieces(connection, query, middle, highest, lost)


def _evidence(connection: Connection, _damage: Damage) -> list[str]:
    wrong = set(evidence_rows.orphans(connection))
    for digest in connection.scalars(select(evidence.c.digest).distinct()).all():
        wrong |= {row_id for row_id, _, piece in evidence_rows.rows(connection, digest) if piece is None}
    return [f"a piece of evidence ({row_id}): {ALTERED}" for row_id in sorted(wrong)]


def _changes(connection: Connection, damage: Damage) -> list[str]:
    for _ in change_rows.every_told(connection, change_rows.CHANGES, damage):
        pass
    return []


def _rulings(connection: Connection, damage: Damage) -> list[str]:
    for _ in change_rows.every_ruling(connection, change_rows.RULINGS, damage):
        pass
    return []


def _sources(connection: Connection, damage: Damage) -> list[str]:
    source_rows.health(connection, None, damage)
    source_rows.history(connection, None, damage)
    return []
