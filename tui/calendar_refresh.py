"""Which sitting days are known here, and when are they asked for again?"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from monitor.deadlines import parliament_calendar
from monitor.deadlines.parliament_calendar import Calendar
from monitor.model.sources import WHATSON, Problem
from spiders import whatson
from state.calendar_file import keep_calendar


@dataclass(slots=True)
class HouseCalendar:
    """The calendar as last fetched, and the file it is kept in; `delay` is in seconds between two requests."""

    place: Path
    address: str
    delay: float
    calendar: Calendar | None

    def rest(self, day: date) -> bool:
        """Return whether nothing new of a sitting is to come on a day."""
        return parliament_calendar.rests(self.calendar, day)

    async def fetch(self, today: date) -> Calendar | Problem:
        """Ask for the calendar and return it, or what went wrong."""
        return await whatson.calendar(self.address, today, self.delay)

    async def refresh(self, today: date) -> Problem | None:
        """Fetch the calendar unless it is of today, and keep it; return what went wrong. What was known stays then."""
        if self.calendar and self.calendar.fetched_on >= today:
            return None
        found = await self.fetch(today)
        if isinstance(found, Problem):
            return found
        self.calendar = found
        try:
            keep_calendar(self.place, found)
        except OSError as wrong:
            return Problem(WHATSON, "not-kept", f"the calendar could not be kept: {wrong.strerror}", str(self.place))
        return None
