"""Which day does the reader look at, since when has nobody looked, and what has been seen meanwhile? The app knows."""

from datetime import date, datetime
from typing import Any

from textual.app import App


def day_looked_at(app: App[Any]) -> date | None:
    """Return the day that the screens show; None for today, whichever day that is."""
    day: date | None = getattr(app, "day", None)
    return day


def last_visit(app: App[Any]) -> datetime | None:
    """Return when the dashboard was last left; None where that is not known, as at the first visit."""
    visit: datetime | None = getattr(app, "last_visit", None)
    return visit


def seen_changes(app: App[Any]) -> set[str]:
    """Return the ids of the changes seen since the dashboard was opened, to which may be added."""
    seen: set[str] = getattr(app, "seen_changes", set())
    return seen
