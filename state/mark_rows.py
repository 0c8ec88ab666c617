"""What was noted under a name, to be known again in the next process?"""

from datetime import datetime

from sqlalchemy import Connection, Integer, String, cast, insert, select, update

from state.schema import marks


def recall(connection: Connection, name: str) -> str | None:
    """Return what was noted last under a name, None where nothing was."""
    value: str | None = connection.scalar(select(marks.c.value).where(marks.c.name == name))
    return value


def remember(connection: Connection, name: str, value: str, at: datetime) -> None:
    """Note a value in the place of the one before it."""
    noted = connection.execute(update(marks).where(marks.c.name == name).values(value=value, at=at))
    if not noted.rowcount:
        connection.execute(insert(marks).values(name=name, value=value, at=at))


def count(connection: Connection, name: str, at: datetime) -> None:
    """Add one to what is counted under a name. Of two at once the second waits for the first and goes on from it."""
    more = cast(cast(marks.c.value, Integer) + 1, String)
    counted = connection.execute(update(marks).where(marks.c.name == name).values(value=more, at=at))
    if not counted.rowcount:
        connection.execute(insert(marks).values(name=name, value="1", at=at))
