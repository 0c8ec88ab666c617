"""What time is it by the clock of the server that answered? Its Date header says so, and how long a cache held that."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FARTHEST = timedelta(days=1)
"""How far our clock and a server's may be apart."""
_OLDEST = timedelta(days=366)
"""An answer that a cache says to have held for longer tells nothing."""


def served_at(date: str | None, age: str | None) -> datetime | None:
    """Return the moment at which an answer was sent, by its server's clock; None where it does not say.

    `date` and `age` are the headers of these names: a cache says in the second for how many seconds it held the answer.
    """
    try:
        said = parsedate_to_datetime(date or "")
    except (TypeError, ValueError, OverflowError):
        return None
    seconds = (age or "0").strip()
    held = timedelta(seconds=int(seconds)) if seconds.isdecimal() and len(seconds) < 9 else timedelta()
    if held > _OLDEST:
        return None
    at = said if said.tzinfo else said.replace(tzinfo=UTC)
    return at.astimezone(UTC) + held
