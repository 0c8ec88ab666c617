"""On which days do the Houses sit, as Parliament's calendar last told, and what is taken for true where it did not?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from monitor.deadlines import sitting_calendar
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac, Recess
from monitor.model.cleaning import clean_line

COMMONS, LORDS = "Commons", "Lords"
RECESS = "REC"
_ONE_DAY = timedelta(days=1)
_NAMES = {
    "february": "february", "half": "february", "easter": "easter", "whit": "whitsun", "whitsun": "whitsun",
    "may": "whitsun", "summer": "summer", "conference": "conference", "autumn": "conference", "november": "november",
    "christmas": "christmas", "winter": "christmas",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days on which a House does not sit, both ends included. `code` is the calendar's: REC, NSD, POR or DIS."""

    house: str
    name: str
    code: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Session:
    """A session of Parliament; `until` is None where its end is not given."""

    name: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What `address` answered on a day, of the days from `since` to `until`. Sitting days are in order."""

    address: str
    fetched_on: date
    since: date
    until: date
    commons: tuple[date, ...]
    lords: tuple[date, ...]
    off: tuple[DaysOff, ...]
    sessions: tuple[Session, ...]

    @property
    def told_until(self) -> date:
        """The last day of which it tells: sittings further ahead may not have been announced."""
        days = (*self.commons[-1:], *self.lords[-1:], *(o.until for o in self.off))
        return min(self.until, max(days, default=self.since - _ONE_DAY))

    def tells_of(self, day: date) -> bool:
        """Return whether a day lies within what it tells."""
        return self.since <= day <= self.told_until


def sits(calendar: Calendar | None, day: date) -> bool:
    """Return whether either House sits on a day: by the calendar where it tells of the day, else on what is usual.

    Usual is every day from Monday to Friday outside the recesses that ship with the product.
    """
    if calendar is not None and calendar.tells_of(day):
        return day in calendar.commons or day in calendar.lords
    return day.weekday() < 5 and not sitting_calendar.in_recess(day)


def rests(calendar: Calendar | None, day: date) -> bool:
    """Return whether nothing new of a sitting is to come on a day: none is held on it, nor was on the day before."""
    return not sits(calendar, day) and not sits(calendar, day - _ONE_DAY)


def almanac(calendar: Calendar | None) -> Almanac:
    """Return the product's own recesses and sessions, followed by what the calendar tells of later ones.

    What ships is never altered by what was fetched, so no past window moves with it.
    """
    if calendar is None:
        return SHIPPED
    last = SHIPPED.recesses[-1].back
    later = tuple(r for r in sorted(_recesses(calendar), key=lambda r: r.rose) if r.rose >= last)
    return Almanac((*SHIPPED.recesses, *later), _sessions(calendar))


def _recesses(calendar: Calendar) -> Iterator[Recess]:
    """Yield the Commons' recesses that have a name, from the last sitting day before to the first one after."""
    for off in calendar.off:
        named = next((_NAMES[word] for word in re.findall(r"[a-z]+", off.name.lower()) if word in _NAMES), None)
        if off.house != COMMONS or off.code != RECESS or named is None:
            continue
        before = [day for day in calendar.commons if day < off.since]
        after = [day for day in calendar.commons if day > off.until]
        if before and after:
            yield Recess(named, before[-1], after[0])


def _sessions(calendar: Calendar) -> tuple[tuple[date, date | None], ...]:
    """Return the sessions; the end of the running one counts only when it has come, for until then it is a guess."""
    ends = {s.since: s.until for s in calendar.sessions if s.until and s.until <= calendar.fetched_on}
    held = tuple((first, last or ends.get(first)) for first, last in SHIPPED.sessions)
    newer = sorted({s.since for s in calendar.sessions if s.since > held[-1][0]})
    return (*held, *((first, ends.get(first)) for first in newer))


def to_row(calendar: Calendar) -> dict[str, Any]:
    """Return a calendar as JSON takes it; its days are datetime.date still."""
    return asdict(calendar)


def from_row(row: Mapping[str, Any]) -> Calendar:
    """Return the calendar of a row; KeyError, TypeError or ValueError where it holds none."""
    bare = Calendar(
        address=str(row["address"]),
        fetched_on=date.fromisoformat(row["fetched_on"]),
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]),
        commons=tuple(sorted(date.fromisoformat(day) for day in row["commons"])),
        lords=tuple(sorted(date.fromisoformat(day) for day in row["lords"])),
        off=(),
        sessions=(),
    )
    return replace(bare, off=tuple(map(_off, row["off"])), sessions=tuple(map(_session, row["sessions"])))


def _off(row: Mapping[str, Any]) -> DaysOff:
    since, until = date.fromisoformat(row["since"]), date.fromisoformat(row["until"])
    return DaysOff(str(row["house"]), clean_line(row["name"]), clean_line(row["code"]), since, until)


def _session(row: Mapping[str, Any]) -> Session:
    until = date.fromisoformat(row["until"]) if row["until"] else None
    return Session(clean_line(row["name"]), date.fromisoformat(row["since"]), until)
