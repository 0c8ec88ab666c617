"""Who may do what only one process at a time should do?"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, or_, select, update

from state.json_columns import add_new
from state.schema import leases

LONGEST = timedelta(days=1)


def take(connection: Connection, name: str, holder: str, now: datetime, seconds: float) -> bool:
    """Take or renew a lease; return False when somebody else holds it. `now` decides what has run out.

    No lease is for more than a day: one that is was left behind by a clock that was ahead.
    """
    until = now + timedelta(seconds=seconds)
    free = or_(leases.c.holder == holder, leases.c.until <= now, leases.c.until > until + LONGEST)
    taken = connection.execute(update(leases).where(leases.c.name == name, free).values(holder=holder, until=until))
    return bool(taken.rowcount or add_new(connection, leases, [{"name": name, "holder": holder, "until": until}]))


def give_back(connection: Connection, name: str, holder: str) -> None:
    """Give a lease back, if it is held by that holder."""
    connection.execute(delete(leases).where(leases.c.name == name, leases.c.holder == holder))


def holder(connection: Connection, name: str) -> str | None:
    """Return who took a lease last and has not given it back, None where nobody has."""
    held: str | None = connection.scalar(select(leases.c.holder).where(leases.c.name == name))
    return held
