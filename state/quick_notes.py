"""What was noted in a SQLite state, read and written without SQLAlchemy: a quiet scan has no time to load it.

It reads what the ledger wrote and touches nothing but when a source was last asked; where anything is not as expected
it raises ValueError, and the ledger itself is to be asked.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

DAMAGED = "damaged"
"""Under which name it is noted which documents could not be read any more, and are to be fetched again."""
PATIENCE = 5.0
"""Seconds to wait for another writer."""


class Notes:
    """The notes in a state that is open. Not made by hand: `with noted(place) as notes`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def recall(self, name: str) -> str | None:
        """Return what was noted last under a name, None where nothing was."""
        row = self._connection.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def leased(self, name: str) -> bool:
        """Return whether anybody has a lease, run out or not."""
        return self._connection.execute("SELECT 1 FROM leases WHERE name = ?", (name,)).fetchone() is not None

    def sound(self, source: str, day: date) -> bool:
        """Return whether a source was read soundly to a day and no further, and has not failed since."""
        query = "SELECT max(until) FROM sources JOIN spans USING (source) WHERE source = ? AND failures = 0"
        return bool(self._connection.execute(query, (source,)).fetchone() == (str(day),))

    def asked(self, sources: Iterable[str], at: datetime) -> None:
        """Note that sources were asked at a moment and had nothing new: all of them at once."""
        said = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")  # as SQLAlchemy writes it
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            for source in sources:
                query = (
                    "UPDATE sources SET tried_at = max(tried_at, ?1), sound_at = max(sound_at, ?1) WHERE source = ?2"
                )
                self._connection.execute(query, (said, source))


@contextmanager
def open_notes(place: Path) -> Iterator[Notes]:
    """Open the notes of a state that is there already; raise ValueError wherever it is not as expected."""
    uri = f"{place.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)) as connection:
            yield Notes(connection)
    except sqlite3.Error as wrong:
        raise ValueError(str(wrong)) from wrong
