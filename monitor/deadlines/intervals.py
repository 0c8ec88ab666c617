"""What stretch of days do words of time name? The value all readers give, and safe sums with dates."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """The days that words name, both ends included; an end is None where it isn't known.

    `size` is what sort of stretch (day, month, year...), `sure` that no year had to be guessed,
    `ahead` that the words themselves look forward ("next year", "coming weeks", "later"). `anchor`: where the
    words stand for the event that it hangs on, where the day of that is not known.
    """

    first: date | None
    last: date | None
    kind: str
    size: str
    rule: str | None = None
    sure: bool = True
    ahead: bool = False
    anchor: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FoundInterval:
    """A stretch and the place of its words in the sentence."""

    start: int
    end: int
    stretch: Interval

    def widened(self, start: int, **changes: object) -> "FoundInterval":
        """Return this beginning further left, with changes to the stretch."""
        return replace(self, start=start, stretch=replace(self.stretch, **changes))  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> date:
    """Return the day nearest to that one that there is: 31 April is 30 April, year 10000 is 9999."""
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month, min(max(number, 1), monthrange(year, month)[1]))


def plus_days(start: date, days: int) -> date:
    """Return the day so many days later, never past the calendar's ends."""
    return date.fromordinal(min(max(start.toordinal() + days, 1), date.max.toordinal()))


def plus_months(start: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return day(year, month + 1, start.day)


def month_of(year: int, month: int) -> tuple[date, date]:
    """Return a month's first and last day."""
    return day(year, month, 1), day(year, month, 31)


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and last day of so many whole months."""
    first = day(year, month, 1)
    return first, plus_days(plus_months(first, count), -1)


def week_of(start: date) -> tuple[date, date]:
    """Return the Monday and Sunday of a day's week."""
    monday = plus_days(start, -start.weekday())
    return monday, plus_days(monday, 6)


def span(first: date, last: date) -> int:
    """Return the number of days, both ends counted."""
    return (last - first) // timedelta(days=1) + 1
