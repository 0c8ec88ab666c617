"""Is a stretch of Hansard read day by day, or by way of search? Whichever is fewer requests, counted beforehand.

Day by day: the calendar of each month and House, then for each sitting day its sections and their trees. By search:
for each term the pages of its hits, spoken and corrected. The debates themselves are asked for either way.
"""

from datetime import date, timedelta
from math import ceil

from spiders.html_text import folded
from spiders.strict_fields import days

RECENT = timedelta(days=15)
"""Up to this many days are read day by day, whatever it costs: nobody knows how soon the search finds a new day."""
TAKE = 100
"""The most that one page of a search holds."""
KINDS = ("Spoken", "Corrections")
MOST = 5
"""So many times what reading by day takes, or one page for each term, are read of the hits; more means a wide term."""
_A_DAY = 3
"""Requests for a House and day on which it sits: its sections, and of those two with their trees."""
_SITS = 4
"""Days of the week, from Monday, on which a House is taken to sit: a few Fridays make up for recess days."""


def by_days(since: date, until: date, houses: int = 2) -> int:
    """Return how many requests it takes to find the debates of a stretch day by day, roughly."""
    sitting = sum(day.weekday() < _SITS for day in days(since, until))
    return houses * (len(months(since, until)) + sitting * _A_DAY)


def months(since: date, until: date) -> tuple[tuple[int, int], ...]:
    """Return the years and months that a stretch touches, oldest first."""
    return tuple(dict.fromkeys((day.year, day.month) for day in days(since, until)))


def pages(hits: int) -> int:
    """Return how many pages a search with that many hits has; a search without hits has one page too."""
    return max(1, ceil(hits / TAKE))


def searched(since: date, until: date, terms: tuple[str, ...], houses: int = 2) -> bool:
    """Return whether a stretch is worth trying by way of search."""
    return until - since >= RECENT and 0 < len(terms) * len(KINDS) < by_days(since, until, houses)


def fewest(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms that find what all of them find: what holds "lamp post repairs" holds "lamp post" too."""
    words = {term: f" {folded(term)} " for term in terms if folded(term)}
    different = {said: term for term, said in reversed(words.items())}
    return tuple(t for said, t in reversed(different.items()) if not any(o in said for o in different if o != said))
