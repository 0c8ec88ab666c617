"""From which day or event is a length of time counted: "within a month of 7 May", "weeks after Royal Assent"?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.events import event_at, happening, is_event
from monitor.deadlines.intervals import FoundInterval, Interval, plus_days, plus_months
from monitor.deadlines.sitting_calendar import Almanac, after_sitting_days
from monitor.deadlines.working_days import after_working_days

Given = Mapping[int, FoundInterval]
"""The days that the words name, by where they begin."""
_BOUND = re.compile(
    r",? (?P<bound>of|from|after|following|since|once|when|before|prior to)\b(?! (?:today|now"
    r"|this (?:answer|date|statement|announcement)))"
)
_WITHIN = re.compile(r"\b(?:within|inside|in|over|during)(?: the| a)? $")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_FAR = 90
"""Characters within which the day stands that a length of time is counted from."""


@dataclass(frozen=True, slots=True)
class Length:
    """So many days, weeks, months or the like, and so many `months` and `days` more.

    `sort`: working, business or sitting days.
    """

    count: int
    unit: str
    sort: str
    known: Almanac
    months: int = 0
    days: int = 0

    def after(self, start: date) -> tuple[date, str]:
        """Return the day so much later, and the rule by which it was counted."""
        if self.sort in ("working", "business") and self.unit == "day":
            return after_working_days(start, self.count), RULE["working days"]
        if self.sort == "sitting" and self.unit == "day":
            return after_sitting_days(start, self.count, self.known), RULE["sitting days"]
        return self._away(start, 1), RULE["length"]

    def before(self, start: date) -> date:
        """Return the day so much earlier, of any days."""
        return self._away(start, -1)

    def _away(self, start: date, way: int) -> date:
        months, days = self.months + self.count * _MONTHS.get(self.unit, 0), self.days
        return plus_days(plus_months(start, way * months), way * (days + self.count * _DAYS.get(self.unit, 0)))


def counted_from(text: str, m: re.Match[str], length: Length, given: Given) -> FoundInterval | None:
    """Return a length of time, matched in plain text, as counted from what follows; None where nothing does."""
    bound = _BOUND.match(text, m.end())
    return None if bound is None else _from_a_day(text, m, bound, length, given) or _from_an_event(text, m, bound)


def _from_an_event(text: str, m: re.Match[str], bound: re.Match[str]) -> FoundInterval:
    """Return what is counted from an event; so long before one of no known day is a rule: "90 days before expiry"."""
    at = event_at(text, bound.end() + 1)
    if at is None:
        return FoundInterval(m.start(), m.end(), Interval(None, None, "relative", "event", RULE["event"], sure=False))
    stretch = happening(text, *at, "event")
    usual = bound["bound"] in ("before", "prior to") and stretch.kind == "relative"
    return FoundInterval(m.start(), at[1], replace(stretch, size="adjective") if usual else stretch)


def _from_a_day(
    text: str, m: re.Match[str], bound: re.Match[str], length: Length, given: Given
) -> FoundInterval | None:
    """Return what is counted from a given day; a sum “a year from 2030” comes each year, and is no such length."""
    found = next((given[at] for at in range(bound.end() + 1, bound.end() + _FAR) if at in given), None)
    within = _WITHIN.search(text[max(0, m.start() - 10) : m.start()])
    each = m["count"] in ("a", "an") and bound["bound"] in ("from", "of") and not within
    if found is None or each or not _leads(text, bound, found.start):
        return None
    first, last = found.stretch.first, found.stretch.last
    if first is None or last is None:
        return None
    if bound["bound"] in ("before", "prior to"):
        there = length.before(last if found.stretch.size == "festival" else first)
        return FoundInterval(m.start(), found.end, replace(found.stretch, first=there, last=there, size="day"))
    end, rule = length.after(last)
    stretch = Interval(
        last if within else end, end, "relative", "spell", f"{RULE['counted from']}; {rule}", sure=False, ahead=True
    )
    return FoundInterval(m.start(), found.end, stretch)


def _leads(text: str, bound: re.Match[str], start: int) -> bool:
    """Whether nothing stands between a length of time and a day but what is held, or happens, on that day."""
    return text[bound.end() : start].strip() in ("", "the", "from", "on") or is_event(text, bound.end(), start)
