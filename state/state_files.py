"""What stands at the place of a state that is a file: a database, nothing at all, or something else?

It is asked before SQLite is, which takes an empty file, and one of a few bytes, for a new database.
"""

import stat
from pathlib import Path

from monitor.model.errors import DamagedError, UserError

DAMAGED = "The file is damaged: put back a copy, or name another with --state and scan into that: scan --since DATE."

_MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins."""
_NEARLY = 12
"""So many of those bytes in their places: it was a database, and was damaged since."""


def holds_database(place: Path, shown: str) -> bool:
    """Return whether a database file is there, False where there is no file, or one without a byte.

    `shown` is the place as it may be told. Raises UserError where something else is there, DamagedError where it was
    a database once. An OSError goes up where that can't be told.
    """
    try:
        there = place.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(there.st_mode):
        raise UserError(
            f"The state at {shown} can't be used: it is no file",
            "Name a file with --state: a folder or a device holds no state.",
        )
    if not there.st_size:
        return False
    with place.open("rb") as file:
        begins = file.read(len(_MAGIC))
    if begins == _MAGIC:
        return True
    if sum(one == other for one, other in zip(begins, _MAGIC, strict=False)) >= _NEARLY:
        raise DamagedError(f"The state at {shown} can't be used: its first bytes are altered", DAMAGED)
    size = f"{there.st_size:,} byte{'s' if there.st_size > 1 else ''}"
    message = f"The state at {shown} can't be used: it is {size} of something else, and not a database"
    raise UserError(message, "Name another file with --state; this one is left as it is.")
