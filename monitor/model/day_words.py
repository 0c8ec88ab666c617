"""Which day does somebody mean who writes one: “yesterday”, “1 July”, “last Friday”, “3 weeks ago”, “June 2025”?

Each way of writing is a row of `_READERS`: a pattern for the whole of what was written, and what gives the days it
names. Of several days (a month, a year) the last that is not to come is meant. Nothing is guessed: what has any other
form is no day. (The parser of dateutil reads “x 5” as a day, and “1/7/2025” as one of January.)
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from monitor.model.spool_fields import FIRST_DAY
from monitor.model.wording import MONTHS, WEEKDAYS, day

HINT = "write it as 2025-01-16, 16 January 2025, yesterday, last Friday, 3 weeks ago or June 2025"
_SHOWN = 40
"""Characters of what was written that are said back."""
_LEAPS = 8
"""Years within which each day of the calendar comes again, also around 1900, which was no leap year."""

Days = tuple[date, date]
"""The first and the last of the days that are named."""
_Found = dict[str, str]

_NUMBERED = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTHS = {name.casefold()[:length]: n for n, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {"sept": 9}
_WEEKDAYS = {name.casefold()[:length]: n for n, name in enumerate(WEEKDAYS) for length in (3, len(name))} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_COUNTS, 1)}


def _any(words: dict[str, int]) -> str:
    return "|".join(words)


_MONTH = rf"(?P<month>{_any(_MONTHS)})"
_WEEKDAY = rf"(?P<weekday>{_any(_WEEKDAYS)})"
_YEAR = r"(?P<year>[0-9]{4})"
_COUNT, _UNIT = rf"[0-9]{{1,4}}|{_any(_NUMBERS)}", "day|week|fortnight|month|year"


def day_in_words(words: str, today: date) -> date:
    """Return the day that words name, today or before; raise UserError for none, one to come, or one before 1900."""
    said = re.sub(r"[,.](?=\s|\Z)", " ", words.casefold())
    first, last = _named(" ".join(said.split()), _said_back(words), today)
    if first > today:
        raise _to_come(_said_back(words), today)
    found = min(last, today)
    if found < FIRST_DAY:
        raise UserError(
            f"{_said_back(words)} is before {FIRST_DAY.year}: nothing is read of days so long ago", "give a later day"
        )
    return found


def _named(said: str, shown: str, today: date) -> Days:
    for pattern, read in _READERS:
        if found := pattern.fullmatch(said):
            try:
                return read({name: value or "" for name, value in found.groupdict().items()}, today)
            except _NotInCalendarError as wrong:
                raise UserError(f"{shown} is in no calendar", str(wrong) or HINT) from None
            except (ValueError, OverflowError):
                raise UserError(f"{shown} is in no calendar", HINT) from None
    if _COMING.fullmatch(said):
        raise _to_come(shown, today)
    raise UserError(f"{shown} is not a day", HINT)


def _to_come(shown: str, today: date) -> UserError:
    return UserError(f"The day {shown} is yet to come", f"give a day no later than today, {day(today)}")


def _said_back(words: str) -> str:
    line = clean_line(words)
    return f"“{line if len(line) <= _SHOWN else line[:_SHOWN] + '…'}”"


class _NotInCalendarError(Exception):
    """A day that no calendar has; the text says how to mend it."""


def _one(day: date) -> Days:
    return day, day


def _today(_found: _Found, today: date) -> Days:
    return _one(today)


def _yesterday(found: _Found, today: date) -> Days:
    return _one(today - timedelta(days=2 if found["before"] else 1))


def _iso(found: _Found, _today: date) -> Days:
    return _one(_dated(int(found["year"]), int(found["number"]), int(found["day"])))


def _british(found: _Found, today: date) -> Days:
    """Read 1/7/2025 as written in Britain: the day, then the month."""
    if int(found["number"]) > len(MONTHS):
        raise _NotInCalendarError("write the day, then the month, then the year: 16/1/2025 is 16 January 2025")
    return _iso(found, today)


def _day_of_month(found: _Found, today: date) -> Days:
    """Read a day with its month; without a year it is the last such that is not to come."""
    month, number = _MONTHS[found["month"]], int(found["day"])
    if found["year"]:
        named = _dated(int(found["year"]), month, number)
    else:
        longest = max(monthrange(year, month)[1] for year in range(today.year - _LEAPS, today.year + 1))
        if not 1 <= number <= longest:
            raise _NotInCalendarError(f"{MONTHS[month - 1]} has {longest} days")
        years = (y for y in range(today.year, today.year - _LEAPS - 1, -1) if number <= monthrange(y, month)[1])
        named = next(on for on in (date(year, month, number) for year in years) if on <= today)
    if found["weekday"] and named.weekday() != _WEEKDAYS[found["weekday"]]:
        raise _NotInCalendarError(f"{day(named)} was a {WEEKDAYS[named.weekday()]}: leave the weekday out, or mend it")
    return _one(named)


def _dated(year: int, month: int, number: int) -> date:
    longest = monthrange(year, month)[1] if 1 <= month <= len(MONTHS) and year else 0
    if longest and not 1 <= number <= longest:
        raise _NotInCalendarError(f"{MONTHS[month - 1]} {year} has {longest} days")
    return date(year, month, number)


def _on_weekday(found: _Found, today: date) -> Days:
    """Read “Monday” as today on a Monday, “last Monday” as the one before."""
    back = (today.weekday() - _WEEKDAYS[found["weekday"]]) % 7
    return _one(today - timedelta(days=7 if found["last"] and not back else back))


def _ago(found: _Found, today: date) -> Days:
    number = int(_NUMBERS.get(found["count"], found["count"]))
    unit = found["unit"]
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    if unit in ("month", "year"):
        return _one(today - relativedelta(months=number * (12 if unit == "year" else 1)))
    return _one(today - timedelta(days=number * (7 if unit == "week" else 1)))


def _stretch(found: _Found, today: date) -> Days:
    """Read “last month”, “this week”: a week begins on its Monday."""
    unit, back = found["unit"], int(found["which"] == "last")
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(today.year - back, 1, 1), date(today.year - back, 12, 31)
    return _month(*divmod(today.year * 12 + today.month - 1 - back, 12))


def _month_of_year(found: _Found, today: date) -> Days:
    """Read a month; without a year it is the last that has begun, and “last June” the last that is over."""
    month = int(found["number"]) if found.get("number") else _MONTHS[found["month"]]
    if found.get("year"):
        return _month(int(found["year"]), month - 1)
    begun = month < today.month if found.get("last") else month <= today.month
    return _month(today.year - (not begun), month - 1)


def _month(year: int, month: int) -> Days:
    """Return the first and the last day of a month, which is counted from 0."""
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _year(found: _Found, _today: date) -> Days:
    return date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)


_IN = r"(?:in |(?:the )?end of )?"
_READERS: tuple[tuple[re.Pattern[str], Callable[[_Found, date], Days]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"today", _today),
        (r"(?P<before>(?:the )?day before )?yesterday", _yesterday),
        (rf"{_YEAR}(?P<mark>-?)(?P<number>[0-9]{{2}})(?P=mark)(?P<day>[0-9]{{2}})", _iso),
        (rf"(?P<day>[0-9]{{1,2}})(?P<mark>[/.-])(?P<number>[0-9]{{1,2}})(?P=mark){_YEAR}", _british),
        (rf"(?:on )?(?:{_WEEKDAY} )?(?:the )?{_NUMBERED} (?:of )?{_MONTH}(?: {_YEAR})?", _day_of_month),
        (rf"(?:on )?(?:{_WEEKDAY} )?{_MONTH} (?:the )?{_NUMBERED}(?: {_YEAR})?", _day_of_month),
        (rf"(?:on |this |(?P<last>last ))?{_WEEKDAY}", _on_weekday),
        (rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})s? ago", _ago),
        (rf"{_IN}(?P<which>last|this) (?P<unit>week|month|year)", _stretch),
        (rf"{_IN}(?P<last>last )?{_MONTH}", _month_of_year),
        (rf"{_IN}{_MONTH}(?: of)? {_YEAR}", _month_of_year),
        (rf"{_YEAR}-(?P<number>[0-9]{{2}})", _month_of_year),
        (rf"(?P<number>[0-9]{{1,2}})/{_YEAR}", _month_of_year),
        (rf"{_IN}{_YEAR}", _year),
    )
)
_COUNTED = rf"(?:{_COUNT}) (?:{_UNIT})s?"
_COMING = re.compile(rf"(?:the day after )?tomorrow|next [a-z]+|in {_COUNTED}|{_COUNTED} (?:from now|from today|hence)")
"""What is plainly a day to come, though it is not worked out which."""
