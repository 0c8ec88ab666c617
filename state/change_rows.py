"""What was told, and what did people rule?"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select, update

from monitor.model.changes import Change
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Ruling
from monitor.model.ports import Told
from state.damage import Damage
from state.json_columns import CHANGE, RULING, add_new, batches, packed
from state.schema import changes, rulings
from state.stored_values import ALTERED, UNREADABLE, as_stored, moment_of, object_of, sealed, unsealed

CHANGES = select(*changes.c["id", "register"], *map(as_stored, changes.c["at", "told_at", "said"]))
RULINGS = select(*rulings.c["id", "register", "ruling"], *map(as_stored, rulings.c["decided_at", "said"]))


def add(connection: Connection, told: Sequence[Change], told_at: datetime) -> tuple[Change, ...]:
    """Record the changes whose ids were never told; return them. What was told before stays as it was told.

    One that was told and can't be read any more is made whole: it was not told anew.
    """
    known = _held(connection, [change.id for change in told])
    for change in told:
        if change.id in known and not _sound(known[change.id]):
            values = {"register": change.register, "at": change.at, "said": _said(change)}
            connection.execute(update(changes).where(changes.c.id == change.id).values(values))
    fresh = {change.id: change for change in reversed(told) if change.id not in known}
    rows = [
        {"id": c.id, "register": c.register, "at": c.at, "told_at": told_at, "said": _said(c)} for c in fresh.values()
    ]
    add_new(connection, changes, rows)
    return tuple(change for change in told if fresh.get(change.id) is change)


def _held(connection: Connection, ids: Sequence[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for few in batches(ids):
        found.update({row.id: row for row in connection.execute(CHANGES.where(changes.c.id.in_(few)))})
    return found


def _said(change: Change) -> dict[str, Any]:
    return sealed(packed(CHANGE, change), change.id, change.register)


def _sound(row: Row[Any]) -> bool:
    try:
        told_of(row)
    except UNREADABLE:
        return False
    return True


def of_register(connection: Connection, register: str, since: datetime | None, damage: Damage) -> tuple[Told, ...]:
    """Return the changes that happened or were told since a moment, in the order they happened."""
    query = CHANGES.where(changes.c.register == register)
    if since is not None:
        query = query.where(or_(changes.c.told_at >= since, changes.c.at >= since))
    told = tuple(every_told(connection, query, damage))
    return tuple(sorted(told, key=lambda t: (t.change.at, t.change.id)))


def every_told(connection: Connection, query: Select[Any], damage: Damage) -> Iterator[Told]:
    """Yield what the rows of a query on CHANGES hold; those that are not as they were recorded are noted."""
    for row in connection.execute(query):
        try:
            yield told_of(row)
        except UNREADABLE as wrong:
            damage.note(f"the change {clean_line(str(row.id))}", wrong)


def told_of(row: Row[Any]) -> Told:
    """Return what a row of CHANGES holds; raises one of UNREADABLE where it is not what was recorded."""
    said = _fields(Change, unsealed(object_of(row.said), row.id, row.register))
    change = CHANGE.validate_python(said | {"at": moment_of(row.at)})
    if (change.id, change.register, moment_of(said["at"])) != (row.id, row.register, change.at):
        raise ValueError(ALTERED)
    return Told(change, moment_of(row.told_at))


def rule(connection: Connection, register: str, ruling: Ruling) -> None:
    """Record a ruling, unless one of that id stands."""
    row = {
        "register": register,
        "ruling": ruling.id,
        "decided_at": ruling.decided_at,
        "said": sealed(packed(RULING, ruling), register),
    }
    add_new(connection, rulings, [row])


def rulings_of(connection: Connection, register: str, damage: Damage) -> tuple[Ruling, ...]:
    """Return the rulings typed in for a register, oldest first."""
    query = RULINGS.where(rulings.c.register == register).order_by(rulings.c.id)
    return tuple(sorted(every_ruling(connection, query, damage), key=lambda r: r.typed_at))


def every_ruling(connection: Connection, query: Select[Any], damage: Damage) -> Iterator[Ruling]:
    """Yield what the rows of a query on RULINGS hold; those that are not as they were recorded are noted."""
    for row in connection.execute(query):
        try:
            yield ruling_of(row)
        except UNREADABLE as wrong:
            damage.note(f"the ruling {clean_line(str(row.ruling))}", wrong)


def ruling_of(row: Row[Any]) -> Ruling:
    """Return what a row of RULINGS holds; raises one of UNREADABLE where it is not what was recorded."""
    said = _fields(Ruling, unsealed(object_of(row.said), row.register))
    decided = None if row.decided_at is None else moment_of(row.decided_at)
    ruling = RULING.validate_python(said | {"decided_at": decided})
    if ruling.id != row.ruling:
        raise ValueError(ALTERED)
    return ruling


def _fields(kind: type, said: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of a value; ValueError where a field has a name that none has: one that was altered."""
    if not said.keys() <= {field.name for field in fields(kind)}:
        raise ValueError(ALTERED)
    return said
