"""Which lengths of time do words name, counted from the day they were said or from an event?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.counting import Given, Length, counted_from
from monitor.deadlines.intervals import FoundInterval, Interval, day, plus_days, plus_months
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.deadlines.text import MONTH, NUMBER, has_any, month_number, number

_UNIT = (
    r"(?P<sort>working|sitting|calendar|business)?[ -]?(?P<unit>day|week|fortnight|month|year"
    r"|decade|quarter)s?"
)
_UNITS = ("day", "week", "month", "year", "fortnight", "decade", "quarter")
_LEAD = (
    r"(?:(?:the |over )?(?:next|coming|forthcoming|following|first|initial|last|past|previous|final)|another|a further"
    r"|a maximum of|up to|just|about|around|approximately|less than|under|the) "
)
_HALF = r"[ -]and[ -]a[ -]half"
_COUNTED = re.compile(
    rf"(?<![\d.,/])\b(?:{_LEAD}){{0,3}}(?P<count>half an?|{NUMBER})(?: \(\d+\))?(?: (?:to|or|-) (?P<upto>{NUMBER}))?"
    rf"(?P<half>{_HALF})?(?:(?: more| further| or so) ?)?[ -]{_UNIT}(?:'s?)?"
    rf"(?:(?P<a_half>{_HALF})|,? and (?P<more>{NUMBER}) (?P<more_unit>day|week|month|year)s?(?:'s?)?"
    r"|(?<=[a-z]) or (?P<or_two>two|three)(?! [a-z]))?(?P<time> time)?"
    r"\b(?!-old| old| ago| earlier| before(?: that| then)?(?: ?[.,;]|$)| since| of age)"
)
_VAGUE = re.compile(
    r"\b(?:the )?(?:(?P<few>next (?:few|couple of|several)|coming few|coming|next|following few"
    r"|(?<!past )(?<!last )few short|a matter of|few) |(?<=within ))(?P<unit>days|weeks|months)\b(?! (?:ago"
    r"|since|earlier))"
)
_COMING_ONE = re.compile(
    r"\b(?:the )?(?:next|coming|over the|(?<=within )the) (?P<unit>fortnight|decade)\b|\b(?:over|in|during|throughout"
    rf"|within) the (?:next|coming) (?P<long>year|month|week)\b(?P<half>{_HALF})?"
)
_PUBLISHED = re.compile(
    rf"\b(?:plan|strategy|review|roadmap|white paper|charter|statement|framework), (?:which was )?(?:published"
    rf"|launched|announced|set out) on (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?"
    rf" (?P<month>{MONTH})\b(?:,? (?P<year>20\d\d))?"
)

_MEASURE = re.compile(
    r" (?:year|month|week|day) (?=[a-z])(?!(?:of|from|after|and|or|to|in|on|before|when|as|with|for|by|at)\b)"
)
"""One of a thing counted in them is a thing's name or kind: “a ten year plan”, not “within ten years”."""
_GONE = frozenset(["last", "past", "previous", "first", "final", "initial"])
_AHEAD = frozenset(["next", "coming", "forthcoming"])
_FEW = {"days": ("next days", 7, 0), "weeks": ("coming weeks", 56, 0), "months": ("coming months", 0, 6)}
_LONG = {"fortnight": (14, 0), "decade": (0, 120), "year": (0, 12), "month": (0, 1), "week": (7, 0)}


def find_spells(
    text: str, said_on: date, known: Almanac = SHIPPED, named: Iterable[FoundInterval] = ()
) -> Iterator[FoundInterval]:
    """Yield the lengths of time in plain text, as stretches that start on the day they were said.

    Where a plan is said to be published on a past day, the length counts from that day; where one of the days that
    are `named` follows, from that: "within a month of 7 May".
    """
    if not has_any(text, _UNITS):
        return
    said_on = _published(text, said_on) or said_on
    given = {found.start: found for found in sorted(named, key=lambda f: f.end) if found.stretch.first}
    for m in _COUNTED.finditer(text):
        if not _MEASURE.match(text, m.end("count")) or number(m["count"]) == 1:
            yield from _counted(text, m, said_on, known, given)
    for m in _VAGUE.finditer(text):
        rule, days, months = _FEW[m["unit"]]
        last = plus_months(plus_days(said_on, days), months)
        ahead = "next" in m.group() or "coming" in m.group()
        yield FoundInterval(m.start(), m.end(), Interval(said_on, last, "relative", "spell", RULE[rule], ahead=ahead))
    for m in _COMING_ONE.finditer(text):
        days, months = _LONG[m["unit"] or m["long"]]
        more = _HALVES[m["long"]] if m["half"] else (0, 0)
        last = plus_months(plus_days(said_on, days + more[1]), months + more[0])
        start = text.index("the ", m.start()) if m["long"] else m.start()
        yield FoundInterval(start, m.end(), Interval(said_on, last, "relative", "spell", RULE["length"], ahead=True))


def _published(text: str, said_on: date) -> date | None:
    m = _PUBLISHED.search(text)
    if not m:
        return None
    month = month_number(m["month"])
    year = int(m["year"]) if m["year"] else said_on.year
    there = day(year - (not m["year"] and day(year, month, int(m["day"])) > said_on), month, int(m["day"]))
    return there if there <= said_on else None


def _more(m: re.Match[str]) -> tuple[int, int]:
    """Return the months and days that go with a count: six months for “and a half” of a year."""
    if m["more"]:
        count = number(m["more"]) or 0
        months = {"month": 1, "year": 12}.get(m["more_unit"], 0)
        return count * months, count * {"day": 1, "week": 7}.get(m["more_unit"], 0)
    return _HALVES[m["unit"]] if m["half"] or m["a_half"] or m["count"].startswith("half ") else (0, 0)


_HALVES = {
    "day": (0, 1), "week": (0, 4), "fortnight": (0, 7), "month": (0, 15), "quarter": (1, 15), "year": (6, 0),
    "decade": (60, 0),
}  # fmt: skip


def _counted(text: str, m: re.Match[str], said_on: date, known: Almanac, given: Given) -> Iterator[FoundInterval]:
    lead = text[m.start() : m.start("count")].split()
    count = 0 if m["count"].startswith("half ") else number(m["or_two"] or m["upto"] or m["count"])
    if count is None or _GONE.intersection(lead) or (_more(m) != (0, 0) and m["sort"] not in (None, "calendar")):
        return
    ahead = bool(_AHEAD.intersection(lead) or m["time"])
    length = Length(count, m["unit"], m["sort"] or "", known, *_more(m))
    counted = None if ahead else counted_from(text, m, length, given)
    if counted is None:
        last, rule = length.after(said_on)
        size = "adjective" if text[m.end("count")] == "-" else "spell"
        counted = FoundInterval(
            m.start(), m.end(), Interval(said_on, last, "relative", size, rule, sure=False, ahead=ahead)
        )
    yield counted
