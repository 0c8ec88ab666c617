"""Which days do words name by their numbers, and which weeks by such a day?"""

import re
from collections.abc import Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, day, plus_days
from monitor.deadlines.text import BEGINNINGS, MONTH, has_any, month_number
from monitor.deadlines.weeks import COMMENCING, ENDING, WEEKDAY

_ORDINAL = r"(?P<day>\d{1,2}) ?(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?:in )?(?P<year>(?:19|20)\d\d)(?![\d/-])|,? (?P<which>this|next) year| (?P<coming>next)\b(?! [a-z]))?"
_DAY = re.compile(
    rf"(?:\b(?:the )?(?:(?P<from>{COMMENCING})|(?P<to>{ENDING}))[,:]? (?:on )?|\b)(?:{WEEKDAY},? )?(?:the )?"
    rf"(?:{_ORDINAL}(?: day)?(?: of)? (?P<month>{MONTH})\b{_YEAR}"
    rf"|(?<![\d/])(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>20\d\d)\b)"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?\b(?![\d/:.%]|,\d)"
)
_ISO = re.compile(r"\b(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)\b")
_FIGURE = re.compile(r"\d")


def find_days(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Yield the days named in plain text by their numbers, and the weeks named by such a day."""
    if not _may_name_one(text):
        return
    for pattern in (_DAY, _MONTH_FIRST):
        for m in pattern.finditer(text):
            yield _dated(m, said_on)
    yield from (_figures(m) for m in _ISO.finditer(text))


def impossible_days(text: str, said_on: date) -> Iterator[tuple[int, int]]:
    """Yield where days stand in plain text that are in no calendar: 31 February, 45/13/2025."""
    for pattern in (_DAY, _MONTH_FIRST, _ISO) if _may_name_one(text) else ():
        for m in pattern.finditer(text):
            said, found = m.groupdict(), _figures(m) if m.groupdict().get("d") else _dated(m, said_on)
            number, month = int(said.get("day") or said["d"]), said.get("m")
            there = found.stretch.last if said.get("to") else found.stretch.first
            if there is None or there.day != number or (month and there.month != int(month)):
                yield m.start("day" if pattern is _DAY and said["day"] else 0), m.end()


def _may_name_one(text: str) -> bool:
    """Return whether a text has what every day has: figures with a month's name, or with a year of this century."""
    return bool(_FIGURE.search(text)) and ("20" in text or has_any(text, BEGINNINGS))


def _dated(m: re.Match[str], said_on: date) -> FoundInterval:
    groups = m.groupdict()
    if groups.get("d"):
        found = _figures(m)
    else:
        month, number = month_number(groups["month"]), int(groups["day"])
        year, sure = _year(groups, said_on, month, number)
        there = day(year, month, number)
        found = FoundInterval(m.start(), m.end(), Interval(there, there, "fixed", "day", RULE["day"], sure=sure))
    return _its_week(found, groups) if groups.get("from") or groups.get("to") else found


def _its_week(found: FoundInterval, groups: dict[str, str | None]) -> FoundInterval:
    first, last = found.stretch.first or date.min, found.stretch.last or date.max
    first, last = (first, plus_days(first, 6)) if groups["from"] else (plus_days(last, -6), last)
    return found.widened(found.start, first=first, last=last, size="week", rule=RULE["week"])


def _year(groups: dict[str, str | None], said_on: date, month: int, number: int) -> tuple[int, bool]:
    if groups.get("year"):
        return int(groups["year"] or 0), True
    if groups.get("which"):
        return said_on.year + (groups["which"] == "next"), True
    if groups.get("coming"):
        return said_on.year + (day(said_on.year, month, number) <= said_on), False
    return said_on.year + (day(said_on.year, month, number) < plus_days(said_on, -7)), False


def _figures(m: re.Match[str]) -> FoundInterval:
    month = min(max(int(m["m"]), 1), 12)
    there = day(int(m["y"]), month, int(m["d"]))
    return FoundInterval(m.start(), m.end(), Interval(there, there, "fixed", "day", RULE["day"]))
