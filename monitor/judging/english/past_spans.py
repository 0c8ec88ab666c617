"""Which stretches of days gone by does a sentence name, and when was each over at the latest: “last month”, “in March”?

A month, a season or a festival without a year is the latest that has begun. What is not over by the day it was said
(“this week”) bounds nothing.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from monitor.deadlines.seasons import easter_of
from monitor.judging.english.calendar_days import MONTH, end_of_month, full_day, month_number

Last = Callable[[re.Match[str], date], date | None]
"""What gives the last day of a stretch as it was named on a day."""
Found = tuple[int, int, date]
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = {"day": (1, 0), "week": (7, 3), "fortnight": (14, 4), "month": (30, 15), "year": (365, 183)}
"""Days of a unit, and days by which “so many ago” may be said too great."""
AGO = (
    r"(?:(?:just|well|over|under|about|around|almost|nearly|only|more than|less than|some) ){0,3}"
    rf"(?P<count>an?(?: couple of)?|{'|'.join(_NUMBERS)}|\d{{1,2}}) "
    r"(?P<unit>day|week|fortnight|month|year)s? ago\b"
)
_PART = (
    r"(?P<part>(?:the )?(?:very )?(?:end|start|beginning|middle|first half|second half|latter half|"
    r"(?:first|second|third|last|final) (?:week|fortnight|days?|weekend)|course) (?:of|in) (?:the )?|"
    r"(?:early|late|mid)(?:-| )(?:in )?)?"
)
_IN = r"(?:(?P<before>before|ahead of|prior to)|in|during|over|since|from|by|at|on|towards|throughout|within)"
_BEFORE = r"(?P<before>(?:(?:just|shortly|well|immediately) )?(?:before|ahead of|prior to))"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d{2})\b)?"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_QUARTERS = {"first": 3, "second": 6, "third": 9, "fourth": 12, "last": 12, "final": 12}
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})(?:,? (?P<year>(?:19|20)\d{{2}}))?"


def lasts(sentence: str, said_on: date) -> Iterator[Found]:
    """Yield where a stretch of time is named, and its last day, as far as that was over when it was said."""
    for shape, last in _ROWS:
        for m in shape.finditer(sentence):
            day = last(m, said_on)
            if day is not None and day < said_on:
                yield m.start(), m.end(), day


def days_ago(sentence: str, said_on: date) -> Iterator[date]:
    """Yield the days that “a fortnight ago” and the like most likely mean."""
    for m in _AGO.finditer(sentence):
        yield said_on - timedelta(_UNITS[m["unit"].lower()][0] * _count(m["count"]))


def _month(m: re.Match[str], said_on: date) -> date | None:
    number = month_number(m["month"])
    year = int(m["year"] or said_on.year - (number > said_on.month))
    if m["before"] and not m["part"]:
        return date(year, number, 1) - timedelta(1)
    return end_of_month(year, number)


def _day_of(m: re.Match[str], said_on: date) -> date | None:
    return full_day(int(m["day"]), m["month"], m["year"] or "", said_on)


def _by_day(m: re.Match[str], said_on: date) -> date | None:
    day = _day_of(m, said_on)
    return day - timedelta(1) if day and m["before"] else day


def _week_of(m: re.Match[str], said_on: date) -> date | None:
    day = _day_of(m, said_on)
    return day + timedelta(0 if m["how"] == "ending" else 6) if day else None


def _last(m: re.Match[str], said_on: date) -> date | None:
    unit = m["unit"].capitalize()
    if unit in _WEEKDAYS:
        return _weekday(unit, said_on - timedelta(1))
    if unit in ("Night", "Week"):
        return said_on - timedelta(1 if unit == "Night" else said_on.weekday() + 1)
    if unit == "Month":
        return said_on.replace(day=1) - timedelta(1)
    return date(said_on.year - 1, 12, 31)


def _weekday(name: str, upto: date) -> date:
    return upto - timedelta((upto.weekday() - _WEEKDAYS.index(name)) % 7)


def _ago(m: re.Match[str], said_on: date) -> date:
    days, slack = _UNITS[m["unit"].lower()]
    return said_on - timedelta(days * _count(m["count"]) - slack)


def _count(said: str) -> int:
    said = said.lower()
    if said.endswith("couple of"):
        return 2
    return int(said) if said.isdigit() else _NUMBERS.index(said) + 1 if said in _NUMBERS else 1


def _season(m: re.Match[str], said_on: date) -> date | None:
    first, last = _SEASONS[m["season"].lower()]
    year = int(m["year"] or said_on.year - (first > said_on.month))
    if m["last"] and end_of_month(year + (last < first), last) >= said_on:
        year -= 1
    if m["before"]:
        return date(year, first, 1) - timedelta(1)
    return end_of_month(year + (last < first), last)


def _feast(m: re.Match[str], said_on: date) -> date | None:
    easter = m["feast"] == "Easter"
    years = [int(m["year"])] if m["year"] else [said_on.year, said_on.year - 1]
    day = next((d for y in years if (d := easter_of(y) if easter else date(y, 12, 25)) <= said_on), None)
    if day is None or m["before"]:
        return day and day - timedelta(1)
    return day + timedelta(1 if easter else 6)


def _year(m: re.Match[str], _: date) -> date:
    return date(int(m["year"]) - bool(m["before"] and not m["part"]), 12, 31)


def _quarter(m: re.Match[str], _: date) -> date:
    return end_of_month(int(m["year"]), _QUARTERS[m["which"].lower()])


def _financial_year(m: re.Match[str], said_on: date) -> date:
    month, day = (4, 5) if m["kind"].lower() == "tax" else (3, 31)
    end = date(said_on.year, month, day)
    return end if end <= said_on else date(said_on.year - 1, month, day)


def _shape(led: str, named: str) -> re.Pattern[str]:
    """Return the shape of words of time that end with names: these are written with a capital, what leads is not."""
    return re.compile(rf"\b(?i:{led}){named}(?!['’])")


# fmt: off
_ROWS: tuple[tuple[re.Pattern[str], Last], ...] = (
    (_shape(rf"(?:{_IN} |last |this ){_PART}", rf"(?P<month>{MONTH})\b{_YEAR}(?! \d)"), _month),
    (_shape(r"(?:(?P<before>before|prior to)|by|on or before|no later than) (?:\w+day,? )?(?:the )?", _DAY), _by_day),
    (_shape(r"(?:in |during )?(?:the )?(?:w/c|week (?P<how>beginning|commencing|starting|ending|of)) (?:\w+day,? )?",
        _DAY), _week_of),
    (_shape(r"between ", rf"[\w ]{{1,20}} and (?:the )?{_DAY}"), _day_of),
    (re.compile(rf"(?<!\bthe )(?<!\bour )\b(?:(?:earlier|late|early) |(?:in|at|by|before|on) {_PART})?last "
        rf"(?P<unit>week|month|year|night|{'|'.join(_WEEKDAYS)})\b(?!['’])", re.IGNORECASE), _last),
    (re.compile(rf"\b{AGO}", re.IGNORECASE), _ago),
    (re.compile(r"\byesterday\b(?!['’])", re.IGNORECASE), lambda _, said_on: said_on - timedelta(1)),
    (re.compile(rf"\bon (?P<unit>{'|'.join(_WEEKDAYS)})\b(?!,? (?:the )?\d)"), lambda m, on: _weekday(m["unit"], on)),
    (re.compile(rf"\b(?:{_IN} (?:the )?{_PART}|(?P<last>last) |this )(?P<season>spring|summer|autumn|winter)"
        rf"(?: of)?{_YEAR}\b(?! (?:recess|term|statement|budget))", re.IGNORECASE), _season),
    (_shape(rf"(?:{_BEFORE}|by|over|at|during) (?:the )?", rf"(?P<feast>Easter|Christmas)\b(?: (?:recess|break|"
        rf"holidays?|weekend|period|Sunday|Day))?{_YEAR}"), _feast),
    (_shape(rf"{_IN} (?:the )?{_PART}", r"(?P<year>(?:19|20)\d{2})\b(?![-–/]\d)"), _year),
    (re.compile(r"\bin the (?P<which>first|second|third|fourth|last|final) quarter of (?P<year>20\d{2})\b",
        re.IGNORECASE), _quarter),
    (re.compile(r"\b(?:(?:by|before|at) the end of (?:the|last) |in the (?:last|previous) |last )"
        r"(?P<kind>financial|tax) year\b", re.IGNORECASE), _financial_year),
)
# fmt: on
_AGO = re.compile(rf"\b{AGO}", re.IGNORECASE)
