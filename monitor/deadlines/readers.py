"""Which windows of time does plain text name? All readers together; what they make of a promise is decided later."""

from collections.abc import Iterable
from datetime import date

from monitor.deadlines.bounds import Window, window
from monitor.deadlines.combining import in_turn
from monitor.deadlines.durations import find_spells
from monitor.deadlines.events import find_events
from monitor.deadlines.government_terms import find_offices
from monitor.deadlines.intervals import FoundInterval
from monitor.deadlines.left_out import find_left_out
from monitor.deadlines.months import find_months
from monitor.deadlines.numbered_days import find_days, impossible_days
from monitor.deadlines.parliamentary_periods import find_sittings
from monitor.deadlines.parts_of_periods import part_of
from monitor.deadlines.seasons import find_seasons
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.deadlines.weeks import find_weeks
from monitor.deadlines.years import find_years

_MOST = 40
"""Windows read in one sentence; text with more of them is a table, not a promise."""
_READERS = (find_days, find_weeks, find_months, find_years, find_seasons)


def read(text: str, said_on: date, known: Almanac = SHIPPED) -> tuple[Window, ...]:
    """Return every window that plain text names, in order; where two overlap, the longer one.

    A day that is in no calendar gives none, nor does its month.
    """
    named = [part_of(text, f, said_on) for f in _found(text, said_on, known)]
    named += [part_of(text, f, said_on) for f in find_spells(text, said_on, known, named)]
    events = list(find_events(text))
    names = [f.stretch.anchor for f in events if f.stretch.anchor]
    dated = [window(text, f, said_on) for f in _apart(named)[:_MOST] if not _is_of_a_name(f, names)]
    taken = [(there.start, there.end) for there in dated]
    events = [f for f in events if not _overlaps(f.start, f.end, taken)]
    every = sorted([*dated, *(window(text, f, said_on) for f in events[:_MOST])], key=lambda there: there.start)
    return in_turn(text, every)


def stretches(text: str, said_on: date, known: Almanac = SHIPPED) -> tuple[FoundInterval, ...]:
    """Return the days and stretches of the calendar that plain text names, whole, in order; no lengths of time."""
    return tuple(_apart(_found(text, said_on, known)))


def _found(text: str, said_on: date, known: Almanac) -> list[FoundInterval]:
    found = [f for reader in _READERS for f in reader(text, said_on)]
    found += find_left_out(text, said_on, _READERS)
    found += [*find_sittings(text, said_on, known), *find_offices(text)]
    never = list(impossible_days(text, said_on))
    return [f for f in found if not _overlaps(f.start, f.end, never)]


def _is_of_a_name(found: FoundInterval, names: Iterable[tuple[int, int]]) -> bool:
    """Whether a year or a month only says which event is meant: "before the 2029 election"."""
    return found.stretch.size in ("year", "month") and any(a <= found.start and found.end <= b for a, b in names)


def _overlaps(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in taken)


def _apart(found: list[FoundInterval]) -> list[FoundInterval]:
    """Return what does not overlap, in order: the longer before the shorter, the earlier before the later."""
    kept: list[FoundInterval] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if taken.isdisjoint(range(f.start, f.end)):
            taken.update(range(f.start, f.end))
            kept.append(f)
    return sorted(kept, key=lambda f: f.start)
