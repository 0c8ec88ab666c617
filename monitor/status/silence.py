"""For how long has nothing been heard of a commitment, in days and in days on which the Commons sat?"""

from dataclasses import dataclass
from datetime import date, timedelta

from monitor.deadlines.sitting_calendar import SHIPPED, Almanac, sits
from monitor.model.boards import Row


@dataclass(frozen=True, slots=True)
class Silence:
    """How long nothing was heard: since the day it was last heard of, or, where it never was, since it was made."""

    since: date
    heard: bool
    days: int
    sitting_days: int


def silence(row: Row, as_of: date, known: Almanac = SHIPPED) -> Silence:
    """Return for how long nothing has been heard by a day; that day counts, the one it was last heard of does not."""
    since = row.last_heard or row.commitment.made_on
    days = max(0, (as_of - since).days)
    sitting = sum(sits(since + timedelta(days=n), known) for n in range(1, days + 1))
    return Silence(since, row.last_heard is not None, days, sitting)
