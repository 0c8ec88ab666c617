"""How far has each source been read, in words? What was not looked at must never read as if nothing was done."""

from collections.abc import Iterable, Sequence
from datetime import date

from monitor.model import wording
from monitor.model.boards import Row
from monitor.model.cleaning import clean_line
from monitor.model.sources import FailedSpan, SourceHealth


def behind(health: Iterable[SourceHealth], as_of: date) -> tuple[SourceHealth, ...]:
    """Return the sources that were not read to the day of the board, failing ones included."""
    return tuple(h for h in health if h.reach is None or h.reach < as_of)


def failing(health: Iterable[SourceHealth]) -> tuple[SourceHealth, ...]:
    """Return the sources whose last tries failed, or that have problems open."""
    return tuple(h for h in health if h.failures or h.problems or h.unread)


def state(health: SourceHealth) -> str:
    """Return how a source has been, in a few words: how far it was read, what failed since, and which days are owed."""
    read = _read(health)
    if health.reach and health.failures:
        read = f"{read}; {wording.count(health.failures, 'try', 'tries')} failed since"
    return f"{read}; not read: {owed(health)}" if health.reach and health.unread else read


def owed(health: SourceHealth) -> str:
    """Return the days that failed and were not read since, "" where there are none."""
    return ", ".join(map(owed_days, health.unread))


def owed_days(failed: FailedSpan) -> str:
    """Return the days of a span that failed."""
    return f"{wording.day(failed.span.since)} to {wording.day(failed.span.until)}"


def _read(health: SourceHealth) -> str:
    if health.reach:
        return f"read to {wording.day(health.reach)}"
    return "tried, and never read soundly" if health.tried_at else wording.UNLOOKED


def heard(row: Row, health: Sequence[SourceHealth]) -> str:
    """Return when a commitment was last heard of; if never, whether anybody looked.

    With no health given nothing is known of the looking, so it says "not looked at yet".
    """
    if row.last_heard:
        return wording.short_day(row.last_heard)
    relied = {s for m in row.commitment.milestones for s in m.relies_on} or {h.source for h in health}
    unread = relied - {h.source for h in health if h.reach}
    if not relied or unread == relied:
        return wording.UNLOOKED
    return f"{wording.NOTHING} yet, {', '.join(sorted(unread))} unread" if unread else wording.NOTHING


def silence(health: Sequence[SourceHealth], as_of: date) -> str:
    """Return what it means that nothing was found: no news, or not all was read."""
    if not any(h.reach for h in health):
        return f"{wording.UNLOOKED.capitalize()}: no source has been read."
    if behind(health, as_of):
        return f"{wording.NOTHING.capitalize()} in what was read; not all sources were read to {wording.day(as_of)}."
    return f"{wording.NOTHING.capitalize()}."


def troubled(health: Sequence[SourceHealth], as_of: date) -> tuple[str, ...]:
    """Return a line for each source that was not read to a day, or that failed by then.

    What fails after that day is not told of it: no failure takes back what was read.
    """
    late, failed = behind(health, as_of), tuple(h for h in failing(health) if _tried_by(h, as_of))
    told = ((h, state(h) if _tried_by(h, as_of) else _read(h)) for h in health if h in late or h in failed)
    return tuple(f"{clean_line(h.source)}: {said}" for h, said in told)


def _tried_by(health: SourceHealth, day: date) -> bool:
    return health.tried_at is not None and wording.day_of(health.tried_at) <= day
