"""Which day of the calendar is meant by its number and the name of its month?"""

from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH = "|".join(MONTHS)


def full_day(day: int, month: str, year: str, said_on: date) -> date | None:
    """Return the day that was named on another, the latest of that name where no year was; None where there is none."""
    number = month_number(month)
    try:
        if year:
            return date(int(year), number, day)
        found = date(said_on.year, number, day)
        return found if found <= said_on else date(said_on.year - 1, number, day)
    except ValueError:
        return None


def month_number(month: str) -> int:
    """Return the number of a month, that of January where none is named."""
    return MONTHS.index(month) + 1 if month else 1


def end_of(month: str, year: int) -> date:
    """Return the day by which a month, or a whole year, is over."""
    return end_of_month(year, month_number(month)) + timedelta(1) if month else date(year, 12, 31)


def end_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
