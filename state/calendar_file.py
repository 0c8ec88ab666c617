"""Where is the fetched calendar of sitting days kept for when there is no network?

In a JSON file beside the state and not in it: it is no record but a copy, five requests bring it back, and every state
on a machine may share it. A file that can't be read is the same as none.
"""

import json
import os
import tempfile
from pathlib import Path

from monitor.deadlines.parliament_calendar import Calendar, from_row, to_row
from state.default_places import calendar_place

__all__ = ["calendar_place", "keep_calendar", "read_calendar"]


def read_calendar(place: Path, address: str) -> Calendar | None:
    """Return the calendar kept in a file, None where there is none, or one that another address gave."""
    try:
        calendar = from_row(json.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return calendar if calendar.address == address else None


def keep_calendar(place: Path, calendar: Calendar) -> None:
    """Put a calendar in place of the one kept, at once; OSError where that can't be done."""
    place.parent.mkdir(parents=True, exist_ok=True)
    number, half = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            json.dump(to_row(calendar), file, default=str)
        Path(half).replace(place)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
