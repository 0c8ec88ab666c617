"""What was told, and what did people rule?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, or_, select

from monitor.model.changes import Change
from monitor.model.commitments import Ruling
from monitor.model.ports import Told
from state.json_columns import CHANGE, RULING, add_new, packed
from state.schema import changes, rulings


def add(connection: Connection, told: Sequence[Change], told_at: datetime) -> int:
    """Record the changes whose ids were never told; return how many. What was told before stays as it was told."""
    rows = [
        {
            "id": change.id,
            "register": change.register,
            "at": change.at,
            "told_at": told_at,
            "said": packed(CHANGE, change),
        }
        for change in told
    ]
    return add_new(connection, changes, rows)


def of_register(connection: Connection, register: str, since: datetime | None) -> tuple[Told, ...]:
    """Return the changes that happened or were told since a moment, in the order they happened."""
    query = select(changes.c.said, changes.c.at, changes.c.told_at).where(changes.c.register == register)
    if since is not None:
        query = query.where(or_(changes.c.told_at >= since, changes.c.at >= since))
    told = [Told(CHANGE.validate_python(said | {"at": at}), when) for said, at, when in connection.execute(query)]
    return tuple(sorted(told, key=lambda t: (t.change.at, t.change.id)))


def rule(connection: Connection, register: str, ruling: Ruling) -> None:
    """Record a ruling, unless one of that id stands."""
    row = {
        "register": register,
        "ruling": ruling.id,
        "decided_at": ruling.decided_at,
        "said": packed(RULING, ruling),
    }
    add_new(connection, rulings, [row])


def rulings_of(connection: Connection, register: str) -> tuple[Ruling, ...]:
    """Return the rulings typed in for a register, oldest first."""
    query = select(rulings.c.said, rulings.c.decided_at).where(rulings.c.register == register)
    rows = connection.execute(query.order_by(rulings.c.id))
    found = [RULING.validate_python(said | {"decided_at": decided_at}) for said, decided_at in rows]
    return tuple(sorted(found, key=lambda r: r.typed_at))
