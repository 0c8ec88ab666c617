"""Which days, weeks and weekdays do words name?"""

import re
from collections.abc import Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.stretches import Found, Stretch, day, plus_days, week_of
from monitor.deadlines.text import MONTH, WEEKDAYS, month_number

_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thurs?|fri|sat|sun)"
_ORDINAL = r"(?P<day>\d{1,2}) ?(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?:in )?(?P<year>(?:19|20)\d\d)(?![\d/-])|,? (?P<which>this|next) year)?"
_DAY = re.compile(
    rf"\b(?P<week>(?:the )?week (?:commencing|beginning|of|starting|ending),? (?:on )?)?(?:{_WEEKDAY},? )?(?:the )?"
    rf"(?:{_ORDINAL}(?: day)?(?: of)? (?P<month>{MONTH})\b{_YEAR}"
    rf"|(?<![\d/])(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>20\d\d)\b)"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?\b(?![\d/:.%]|,\d)"
)
_ISO = re.compile(r"\b(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)\b")
_WEEK = re.compile(
    r"\b(?P<which>this|next|the(?= week\b(?! (?:commencing|beginning|ending)))) week\b(?!s|-"
    r"|end)"
)
_WEEKDAY_ALONE = re.compile(rf"\b(?P<which>this|next|on|by|from|until|before) (?P<name>{'|'.join(WEEKDAYS)})\b(?! \d)")
_TOMORROW = re.compile(r"\b(?P<which>tomorrow|later today|by the end of (?:today|the day))\b(?!'s)")


def find_days(text: str, said_on: date) -> Iterator[Found]:
    """Yield the days and weeks named in plain text."""
    for pattern in (_DAY, _MONTH_FIRST):
        for m in pattern.finditer(text):
            yield _dated(m, said_on)
    yield from (_figures(m) for m in _ISO.finditer(text))
    if "week" in text:
        yield from (_this_week(m, said_on) for m in _WEEK.finditer(text))
    if "day" in text or "morrow" in text or "this " in text:
        yield from (_weekday(m, said_on) for m in _WEEKDAY_ALONE.finditer(text))
        yield from (_near(m, said_on) for m in _TOMORROW.finditer(text))


def impossible_days(text: str, said_on: date) -> Iterator[tuple[int, int]]:
    """Yield where days stand in plain text that are in no calendar: 31 February, 45/13/2025."""
    for pattern in (_DAY, _MONTH_FIRST, _ISO):
        for m in pattern.finditer(text):
            said, found = m.groupdict(), _figures(m) if m.groupdict().get("d") else _dated(m, said_on)
            number, month = int(said.get("day") or said["d"]), said.get("m")
            there = found.stretch.last if "ending" in (said.get("week") or "") else found.stretch.first
            if there is None or there.day != number or (month and there.month != int(month)):
                yield m.start("day" if pattern is _DAY and said["day"] else 0), m.end()


def _dated(m: re.Match[str], said_on: date) -> Found:
    groups = m.groupdict()
    if groups.get("d"):
        return _figures(m)
    month, number = month_number(groups["month"]), int(groups["day"])
    year, sure = _year(groups, said_on, month, number)
    first = day(year, month, number)
    last, size, rule = first, "day", RULE["day"]
    if groups.get("week"):
        size, rule = "week", RULE["week"]
        first, last = (plus_days(first, -6), first) if "ending" in groups["week"] else (first, plus_days(first, 6))
    return Found(m.start(), m.end(), Stretch(first, last, "fixed", size, rule, sure=sure))


def _year(groups: dict[str, str | None], said_on: date, month: int, number: int) -> tuple[int, bool]:
    if groups.get("year"):
        return int(groups["year"] or 0), True
    if groups.get("which"):
        return said_on.year + (groups["which"] == "next"), True
    return said_on.year + (day(said_on.year, month, number) < plus_days(said_on, -7)), False


def _figures(m: re.Match[str]) -> Found:
    month = min(max(int(m["m"]), 1), 12)
    there = day(int(m["y"]), month, int(m["d"]))
    return Found(m.start(), m.end(), Stretch(there, there, "fixed", "day", RULE["day"]))


def _this_week(m: re.Match[str], said_on: date) -> Found:
    ahead = m["which"] == "next"
    first, last = week_of(plus_days(said_on, 7 if ahead else 0))
    return Found(m.start(), m.end(), Stretch(first, last, "relative", "week", RULE["week"], ahead=ahead))


def _weekday(m: re.Match[str], said_on: date) -> Found:
    away = (WEEKDAYS.index(m["name"]) - said_on.weekday()) % 7
    there = plus_days(said_on, away or 7)
    start = m.start() if m["which"] in ("this", "next") else m.start("name")
    stretch = Stretch(there, there, "relative", "day", RULE["day"], sure=False, ahead=m["which"] == "next")
    return Found(start, m.end(), stretch)


def _near(m: re.Match[str], said_on: date) -> Found:
    there = plus_days(said_on, 1 if m["which"] == "tomorrow" else 0)
    return Found(m.start(), m.end(), Stretch(there, there, "relative", "day", RULE["day"], ahead=there > said_on))
