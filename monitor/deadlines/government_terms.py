"""Which first days of a Government do words name: within the first 100 days, in its first year in office?"""

import re
from collections.abc import Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, plus_days, plus_months
from monitor.deadlines.text import NUMBER, has_any, number

TOOK_OFFICE = date(2024, 7, 5)
"""The day on which the Government took office that this product watches."""
_GOVERNMENT = r"(?:(?:the|this|a|an) (?:\w+ )?(?:government|administration))"
_OFFICE = rf"(?: (?:in|of|after taking|since taking) (?:office|power|government|{_GOVERNMENT}))"
_FIRST = re.compile(
    rf"\b(?:(?:its|our|the|this government's|the government's|their) )?(?:first|initial|opening) (?:"
    rf"(?P<days>100|hundred|one hundred) days{_OFFICE}?"
    rf"|(?:(?P<count>{NUMBER}) )?(?P<unit>day|week|month|year)s?{_OFFICE})\b(?! of (?!office))"
)


def find_offices(text: str) -> Iterator[FoundInterval]:
    """Yield the first days, weeks, months or years of the Government in plain text."""
    for m in _FIRST.finditer(text) if has_any(text, ("first", "initial", "opening")) else ():
        count = 100 if m["days"] else number(m["count"] or "one") or 1
        stretch = Interval(TOOK_OFFICE, _last(count, m["unit"] or "day"), "relative", "tenure", RULE["first days"])
        yield FoundInterval(m.start(), m.end(), stretch)


def _last(count: int, unit: str) -> date:
    days = {"day": 1, "week": 7}.get(unit)
    return (
        plus_days(TOOK_OFFICE, days * count)
        if days
        else plus_months(TOOK_OFFICE, count * (12 if unit == "year" else 1))
    )
