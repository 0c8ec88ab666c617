"""Which days do the British ways of counting from today name: a week on Tuesday, the week after next, w/e Friday?"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, month_of, months_from, plus_days, plus_months, week_of
from monitor.deadlines.text import NUMBER, WEEKDAYS, has_any, number

WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thurs?|fri|sat|sun)"
COMMENCING = r"(?:week|wk) ?-?(?:commencing|beginning|starting|of|from)|w/?[cb]\b\.?"
ENDING = r"(?:week|wk) ?-?ending|w/?e\b\.?"
_NAME = rf"(?P<name>{'|'.join(WEEKDAYS)})"
_FROM = r"(?P<from>today|tomorrow|the day after tomorrow|now)"
_LENGTH = rf"(?P<count>{NUMBER}) (?P<unit>day|week|fortnight|month|year|decade)s?"
_ON = re.compile(
    rf"\b{_LENGTH}(?: (?:from|after|on))?,? (?:{_FROM}|(?:(?:this|next|on|coming) )?{_NAME})\b"
    r"(?!,? (?:the )?\d)|\b(?P<that>"
    rf"{'|'.join(WEEKDAYS)}|today|tomorrow) (?P<later>week|fortnight)\b"
)
_SAME_TIME = re.compile(r"\bthis time (?:(?P<which>next|the following) (?P<unit>week|month|year)|(?P<day>tomorrow))\b")
_AFTER_NEXT = re.compile(
    rf"\b(?:the (?P<unit>weekend|week|month|year|{'|'.join(WEEKDAYS)}) after next\b(?! \w+ (?:end|recess)\b)"
    rf"|(?:the )?next (?P<but>weekend|week|month|year|{'|'.join(WEEKDAYS)}) but one\b)"
)
_WEEKEND = re.compile(r"\b(?P<which>this|next|the coming|the|this coming) weekend\b(?! after)")
_WEEK = re.compile(
    r"\b(?P<which>this|next|the coming|the following"
    r"|the(?! week (?:commencing|beginning|starting|of|from|ending|after))) week\b(?!s|-|end)"
)
_WEEK_OF = re.compile(
    rf"\b(?:the )?(?:(?P<from>{COMMENCING})|(?P<to>{ENDING}))[,:]? (?:on )?(?:(?:this|next) )?{_NAME}\b"
    r"(?! \d|,? the \d)"
)
_IN_A_WEEK = re.compile(rf"\b{_NAME},?(?: of| in)? (?P<which>this|next) week\b")
_ALONE = re.compile(
    r"\b(?P<which>this|next|this coming|on|by|from|until|till|before|after|of (?:play|business)|cop|cob|end of"
    r"|noon|midday|midnight|lunchtime|\d ?[ap]m|first thing|latest|than|at the latest) "
    rf"(?:on )?{_NAME}\b(?! (?:\d|week\b|fortnight\b)|,? the \d|'s)(?P<next> next\b(?! [a-z0-9]))?"
)
_TODAY = re.compile(
    r"\b(?P<which>(?:the )?day after tomorrow|tomorrow|later today|(?:by|before) (?:(?:the )?(?:end|close)"
    r"(?: of (?:play|business))?(?: of)?|cop|cob|midnight|noon)?,? ?(?P<today>today|the day))\b(?!'s)"
)
_MAY_NAME_ONE = ("day", "week", "morrow", "this time", "after next", "but one")
_FROM_NOW = re.compile(r"from now|\bwk\b|\bw/?[bce]\b")


def find_weeks(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Yield the days and weeks in plain text that are counted from the day on which it was said."""
    now = "now" in text and _FROM_NOW.search(text)
    for pattern, reader in _READERS.items() if now or has_any(text, _MAY_NAME_ONE) else ():
        for m in pattern.finditer(text):
            yield FoundInterval(_start(m), m.end(), reader(m, said_on))


def _start(m: re.Match[str]) -> int:
    """Return where the words of time begin: a preposition that leads to a weekday or today is left to the bounds."""
    if m.re is _TODAY and m["today"]:
        return m.start("today")
    alone = m.re is _ALONE and m["which"] not in ("this", "next", "this coming")
    return m.start("name") if alone else m.start()


def next_weekday(name: str, said_on: date) -> date:
    """Return the next day of that name after a day."""
    return plus_days(said_on, (WEEKDAYS.index(name) - said_on.weekday()) % 7 or 7)


def later(start: date, count: int, unit: str) -> date:
    """Return the day that is so many days, weeks, fortnights, months or years after another."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    return (
        plus_days(start, days * count)
        if days
        else plus_months(start, count * {"month": 1, "year": 12, "decade": 120}[unit])
    )


def _day(there: date, rule: str, *, sure: bool = True) -> Interval:
    return Interval(there, there, "relative", "day", RULE[rule], sure=sure, ahead=True)


def _span(days: tuple[date, date], rule: str, size: str, *, ahead: bool = True) -> Interval:
    return Interval(*days, "relative", size, RULE[rule], ahead=ahead)


def _on(m: re.Match[str], said_on: date) -> Interval:
    base = m["from"] or m["that"] or m["name"]
    start = next_weekday(base, said_on) if base in WEEKDAYS else plus_days(said_on, _AHEAD[base.removeprefix("the ")])
    count, unit = (number(m["count"]) or 0, m["unit"]) if m["count"] else (1, m["later"])
    weeks = base in WEEKDAYS and unit in ("week", "fortnight")
    return _day(later(start, count, unit), "week after" if weeks else "length" if start == said_on else "counted from")


_AHEAD = {"today": 0, "now": 0, "tomorrow": 1, "day after tomorrow": 2}


def _same_time(m: re.Match[str], said_on: date) -> Interval:
    return _day(later(said_on, 1, m["unit"] or "day"), "same day")


def _after_next(m: re.Match[str], said_on: date) -> Interval:
    unit = m["unit"] or m["but"]
    if unit == "year":
        return _span(months_from(said_on.year + 2, 1, 12), "year", "year")
    if unit == "month":
        there = plus_months(said_on, 2)
        return _span(month_of(there.year, there.month), "month", "month")
    if unit in WEEKDAYS:
        return _day(plus_days(next_weekday(unit, said_on), 7), "day")
    first, last = week_of(plus_days(said_on, 14))
    return _span((plus_days(last, -1) if unit == "weekend" else first, last), unit, unit)


def _weekend(m: re.Match[str], said_on: date) -> Interval:
    _, last = week_of(plus_days(said_on, 7 * (m["which"] == "next")))
    return _span((plus_days(last, -1), last), "weekend", "weekend")


def _week(m: re.Match[str], said_on: date) -> Interval:
    ahead = m["which"] not in ("this", "the")
    return _span(week_of(plus_days(said_on, 7 * ahead)), "week", "week", ahead=ahead)


def _week_of(m: re.Match[str], said_on: date) -> Interval:
    there = next_weekday(m["name"], said_on)
    days = (there, plus_days(there, 6)) if m["from"] else (plus_days(there, -6), there)
    return _span(days, "week", "week")


def _in_a_week(m: re.Match[str], said_on: date) -> Interval:
    monday, _ = week_of(plus_days(said_on, 7 * (m["which"] == "next")))
    return _day(plus_days(monday, WEEKDAYS.index(m["name"])), "day")


def _alone(m: re.Match[str], said_on: date) -> Interval:
    """Return a weekday; “next” and one that is still to come this week may mean either: the later is the last day."""
    there, ahead = next_weekday(m["name"], said_on), bool(m["which"] == "next" or m["next"])
    twice = ahead and there <= week_of(said_on)[1]
    last, rule = (plus_days(there, 7), "next weekday") if twice else (there, "day")
    return Interval(there, last, "relative", "day", RULE[rule], sure=False, ahead=ahead)


def _today(m: re.Match[str], said_on: date) -> Interval:
    there = plus_days(said_on, _AHEAD.get(m["which"].removeprefix("the "), 0))
    return Interval(there, there, "relative", "day", RULE["day"], ahead=there > said_on)


_READERS: dict[re.Pattern[str], Callable[[re.Match[str], date], Interval]] = {
    _ON: _on,
    _SAME_TIME: _same_time,
    _AFTER_NEXT: _after_next,
    _WEEKEND: _weekend,
    _WEEK: _week,
    _WEEK_OF: _week_of,
    _IN_A_WEEK: _in_a_week,
    _ALONE: _alone,
    _TODAY: _today,
}
