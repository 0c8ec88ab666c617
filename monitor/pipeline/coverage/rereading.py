"""On which days is something read again that is relied on? What is published first may be provisional for months."""

from collections.abc import Iterable
from datetime import date, timedelta


def due(published_on: date, after: Iterable[int], read_to: date | None, today: date) -> bool:
    """Return whether a day for reading it again has come since its source was last read.

    `after`: those days, counted from publication; none of them means that each pass reads it. A day that was missed is
    made up for in the next pass; once `read_to` is today, the passes of the same day leave it alone.
    """
    days = [published_on + timedelta(days=n) for n in after]
    return not days or any((read_to is None or read_to < day) and day <= today for day in days)
