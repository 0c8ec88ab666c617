"""Which days and stretches gone by does a sentence name, where it tells what was done: “last month”, “in March”?

The readers of what is to come, looking back: what has no year is the latest of that name that has begun. What only ever
looks back (“yesterday”, “three weeks ago”) is read here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from monitor.deadlines.bounds import STRICTLY, UP_TO, bound, last_before
from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, month_of, plus_days, plus_months, week_of
from monitor.deadlines.parts_of_periods import part_of
from monitor.deadlines.readers import stretches
from monitor.deadlines.text import NUMBER, WEEKDAYS, number, plain
from monitor.deadlines.weeks import later, next_weekday
from monitor.deadlines.years import STARTS, current

AGO = (
    r"(?:(?:just|well|over|under|about|around|almost|nearly|only|more than|less than|some) ){0,3}"
    rf"(?:an? )?(?P<count>couple of|{NUMBER}) (?P<unit>day|week|fortnight|month|year|decade)s? ago\b"
)
_SLACK = {"day": 0, "week": 3, "fortnight": 4, "month": 15, "year": 183, "decade": 1_000}
"""Days by which “so many ago” may be said too great."""
_AGO = re.compile(rf"\b{AGO}")
_LAST = re.compile(
    rf"(?<!\bthe )(?<!\bour )\blast (?P<unit>week|month|(?:(?P<what>{'|'.join(STARTS)}) )?year|night|"
    rf"{'|'.join(WEEKDAYS)})\b(?!')"
)
_YESTERDAY = re.compile(r"\byesterday\b(?!')")
_OF_LAST_CENTURY = re.compile(r"(?<![\d/£$€.,#-])\b(?P<year>19\d\d)\b(?![/-]\d|%|,\d|\.\d|'s|s\b)")
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d")
_SPELLS = frozenset({"spell", "event", "adjective", "occasion"})
_AT = frozenset(["in", "during", "over", "since", "from", "at", "on", "throughout", "within", "across", "towards"])
"""Prepositions after which something was done by the end of a stretch."""
_LED = re.compile(r"\b(?:earlier |late |early )?last $")


@dataclass(frozen=True, slots=True)
class Gone:
    """Days that a sentence names, both ends included, and where: `start` is where the words that lead to them begin.

    `by`: what was done then was done by that day; None where the words bound nothing. `sort`: day (one with its
    number), ago, or the size of the stretch. `dated`: whether its year is given in figures.
    """

    start: int
    named: int
    end: int
    first: date
    last: date
    by: date | None
    sort: str
    dated: bool


@lru_cache(maxsize=2048)
def gone_by(sentence: str, said_on: date) -> tuple[Gone, ...]:
    """Return what a sentence names that had begun when it was said, in its order, and what is dated later."""
    text = plain(sentence)
    found = [_bounded(text, f, said_on) for f in _begun(text, said_on)]
    for shape, days in _READERS:
        found += (_counted_back(m, days(m, said_on)) for m in shape.finditer(text))
    return tuple(sorted(found, key=lambda gone: gone.named))


def _begun(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Yield each stretch as the latest of its name that has begun: as it was read a week, a year, or two before."""
    said = [f for f in stretches(text, said_on) if f.stretch.size not in _SPELLS and not f.stretch.ahead]
    open_yet = any(_is_to_come(f.stretch, said_on) for f in said)
    before = [plus_days(said_on, -7), *(plus_months(said_on, -12 * years) for years in (1, 2))] if open_yet else []
    earlier = [{(f.start, f.end): f for f in stretches(text, on)} for on in before]
    for f in said:
        read = (f, *(then[f.start, f.end] for then in earlier if (f.start, f.end) in then and not f.stretch.sure))
        begun = next(
            (there for there in read if not _is_to_come(there.stretch, said_on)), f if f.stretch.sure else None
        )
        if begun and begun.stretch.first and begun.stretch.last:
            yield begun


def _is_to_come(stretch: Interval, said_on: date) -> bool:
    return stretch.first is not None and stretch.first > said_on


def _bounded(text: str, found: FoundInterval, said_on: date) -> Gone:
    """Return a stretch with the day by which something was done then: that of all of it, where a part is named.

    Only halves and quarters have days of their own: nobody counts the end, or the first weeks, of March exactly.
    """
    part = part_of(text, found, said_on)
    stretch = part.stretch if part.stretch.size == "quarter" else found.stretch
    first, last = stretch.first or date.min, stretch.last or date.max
    start, said = bound(text, part)
    last_one = _LED.search(text, max(0, start - 14), start)
    led = last_one or text.startswith("this ", found.start)
    whole, guessed = part.start == found.start, RULE["recess guessed"] in (stretch.rule or "")
    sort = "other day" if stretch.size == "day" and not _FIGURE.search(text, found.start, found.end) else stretch.size
    by = None
    if said in STRICTLY and whole and not guessed:
        by = last_before(said, stretch)
    elif said in UP_TO or (sort != "day" and (said in _AT or led or (not said and not whole))):
        by = plus_days(last, 7) if stretch.size == "festival" and said not in UP_TO else last
    if stretch.size == "season" and last_one and last >= said_on:
        by = plus_months(last, -12)
    return Gone(
        last_one.start() if last_one else start,
        found.start,
        found.end,
        first,
        last,
        by,
        sort,
        bool(_A_YEAR.search(text, found.start, found.end)),
    )


def _counted_back(m: re.Match[str], days: tuple[date, date]) -> Gone:
    return Gone(
        m.start(), m.start(), m.end(), *days, days[1], "ago" if m.re is _AGO else "gone", m.re is _OF_LAST_CENTURY
    )


def _ago(m: re.Match[str], said_on: date) -> tuple[date, date]:
    count = 2 if m["count"] == "couple of" else number(m["count"]) or 1
    there = later(said_on, -count, m["unit"])
    return there, plus_days(there, _SLACK[m["unit"]])


def _last(m: re.Match[str], said_on: date) -> tuple[date, date]:
    unit = m["unit"]
    if unit in WEEKDAYS or unit == "night":
        there = plus_days(next_weekday(unit, said_on), -7) if unit in WEEKDAYS else said_on
        there = plus_days(said_on, -7 if unit in WEEKDAYS else -1) if there == said_on else there
        return there, there
    if unit == "week":
        return week_of(plus_days(said_on, -7))
    if unit == "month":
        there = plus_months(said_on, -1)
        return month_of(there.year, there.month)
    month, day = STARTS[m["what"] or "calendar"]
    start = date(current(said_on, m["what"] or "calendar"), month, day)
    return plus_months(start, -12), plus_days(start, -1)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], tuple[date, date]]], ...] = (
    (_AGO, _ago),
    (_LAST, _last),
    (_YESTERDAY, lambda _, said_on: (plus_days(said_on, -1), plus_days(said_on, -1))),
    (_OF_LAST_CENTURY, lambda m, _: (date(int(m["year"]), 1, 1), date(int(m["year"]), 12, 31))),
)
