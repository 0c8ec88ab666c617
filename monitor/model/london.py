"""On which day was it, by the clock that Parliament and GOV.UK go by?"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london_day(moment: datetime) -> date:
    """Return the day it is in London at a moment."""
    return moment.astimezone(LONDON).date()
