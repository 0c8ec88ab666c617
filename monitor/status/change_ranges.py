"""Which changes does a reader want to see: those since the last visit, of yesterday and today, of a week, of a day?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.model.ports import Told

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def between(one: Told, first: date, last: date) -> bool:
    """Return whether a change happened on one of these days, both included, or was told then of a day before them."""
    at = one.change.at.date()
    return at <= last and (first <= at or first <= one.told_on <= last)


@dataclass(frozen=True, slots=True)
class ChangeRange:
    """Changes of the days up to `last`: since the day `first`, told after the moment `after`, where these are given."""

    last: date
    first: date | None = None
    after: datetime | None = None

    def holds(self, one: Told) -> bool:
        """Return whether a change is wanted."""
        if self.after is not None and one.told_at <= self.after:
            return False
        return between(one, self.first or date.min, self.last)


def since_visit(day: date, visit: datetime) -> ChangeRange:
    """Return what was told since the reader last looked, up to a day."""
    return ChangeRange(day, after=visit)


def since_yesterday(day: date) -> ChangeRange:
    """Return a day and the one before it."""
    return ChangeRange(day, day - _DAY)


def last_week(day: date) -> ChangeRange:
    """Return a day and the seven before it."""
    return ChangeRange(day, day - WEEK)


def of_day(day: date) -> ChangeRange:
    """Return one day."""
    return ChangeRange(day, day)


def newest_first(told: Iterable[Told], wanted: ChangeRange) -> tuple[Told, ...]:
    """Return the changes that are wanted, by the day on which they happened; of one day the last told first."""
    held = (one for one in told if wanted.holds(one))
    return tuple(sorted(held, key=lambda t: (t.change.at.date(), t.told_at, t.change.at, t.change.id), reverse=True))
