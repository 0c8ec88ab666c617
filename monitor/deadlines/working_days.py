"""Which days are working days in England and Wales? Bank holidays that recur; one-off ones are not foreseen."""

from datetime import date

from monitor.deadlines.intervals import day, plus_days
from monitor.deadlines.seasons import easter_of


def after_working_days(said_on: date, count: int) -> date:
    """Return the day that is so many working days later; counting stops after four hundred."""
    there, left = said_on, min(count, 400)
    while left > 0 and there < date.max:
        there = plus_days(there, 1)
        left -= there.weekday() < 5 and not bank_holiday(there)
    return there


def bank_holiday(there: date) -> bool:
    """Return whether it is a recurring holiday of England and Wales, or the weekday off in place of one."""
    sunday = easter_of(there.year)
    return there in (plus_days(sunday, -2), plus_days(sunday, 1), _new_year(there.year), *_christmas(there.year)) or (
        there.weekday() == 0 and _is_may_or_august(there)
    )


def _is_may_or_august(monday: date) -> bool:
    """The first and last Monday of May, the last of August."""
    last = plus_days(monday, 7).month != monday.month
    return (monday.month in (5, 8) and last) or (monday.month == 5 and monday.day <= 7)


def _new_year(year: int) -> date:
    first = day(year, 1, 1)
    return plus_days(first, {5: 2, 6: 1}.get(first.weekday(), 0))


def _christmas(year: int) -> tuple[date, date]:
    """The days off for Christmas Day and Boxing Day: 27 and 28 December where they fall on a weekend."""
    weekday = day(year, 12, 25).weekday()
    return day(year, 12, {5: 27, 6: 27}.get(weekday, 25)), day(year, 12, {4: 28, 5: 28}.get(weekday, 26))
