"""On which day was a deed done, by the sentence that tells of it? Only a day that stands with the deed is its own."""

import re
from collections.abc import Iterator
from datetime import date

from monitor.judging.english.calendar_days import MONTH, end_of, full_day, month_number
from monitor.judging.english.complements import leads_to_its_day, leads_to_its_span
from monitor.judging.english.past_spans import days_ago, lasts
from monitor.model.sentences import words

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?"
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?({MONTH})(?:,?\s+(\d{{4}}))?")
_TURNING = frozenset({"and", "but", "which", "who", "after", "before", "since", "because", "announced", "promised"})
_PARTING = (_TURNING | {"we", "i", "it", "she", "he", "they", "with", "to"}) - {"since"}
_AFTER = re.compile(r"\b(?:after|since|from|before|of the|act|bill)\s+(?:19|20)\d{2}\b", re.IGNORECASE)
_BESIDE = re.compile(rf",? (?:(?P<since>since)|in|by|from|during) (?:(?P<month>{MONTH}) )?(?P<year>(?:19|20)\d{{2}})\b")
_PARTED = re.compile(r"[;:]|\b(?:and|but|which|before|after|will)\b")
_SPAN = re.compile(rf"\b(?:({MONTH})\s+)?((?:19|20)\d{{2}})\b")
_LEADING = re.compile(rf"^(?:(?:but|and|however|as),? )?(?:(?:on|since|from) )?{_WEEKDAY}$", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon))\b", re.IGNORECASE)


def day_of(sentence: str, start: int, end: int, said_on: date) -> date | None:
    """Return the day that a sentence gives for the deed between two characters, not later than it was said.

    None unless it gives just one: “announced on 16 January, it was published” gives none.
    """
    days = {
        day
        for at, to, day in _days(sentence, said_on)
        if (leads_to_its_day(sentence[end:at]) if at >= end else _opens_with(sentence, at, to, start))
    }
    if not days and today(sentence, start, end):
        return said_on
    return days.pop() if len(days) == 1 else None


def last_day_of(sentence: str, start: int, end: int, said_on: date) -> date | None:
    """Return the last day of the stretch of time that a sentence gives for the deed: “last month”, “before Easter”.

    None where it gives none, or one that was not over when it was said.
    """
    found = [
        last
        for at, to, last in lasts(sentence, said_on)
        if (leads_to_its_span(sentence[end:at]) if at >= end else _opens_with(sentence, at, to, start))
    ]
    return max(found, default=None)


def today(sentence: str, start: int, end: int) -> bool:
    """Return whether a deed is told of today: “today published”, “am today publishing”, “published in full today”."""
    gaps = (sentence[min(m.end(), end) : max(m.start(), start)] for m in _TODAY.finditer(sentence))
    cut = ([w.text for w in words(gap)] for gap in gaps)
    return any(len(gap) <= 6 and not (_PARTING - {"we", "i"}) & set(gap) for gap in cut)


def told_of_old(sentence: str, promised_on: date) -> bool:
    """Return whether every date a sentence gives with a year lies before the promise: it tells of something else."""
    ends = [end_of(month, int(year)) for month, year in _SPAN.findall(_AFTER.sub("", sentence))]
    return bool(ends) and all(end < promised_on for end in ends)


def out_of_time(sentence: str, end: int, promised_on: date, said_on: date) -> bool:
    """Return whether the date beside a deed is over before the promise (“since 2012”), or is still to come."""
    ahead = sentence[end : end + 90]
    when = _BESIDE.match(ahead)
    if when:
        month, year = when["month"] or "", int(when["year"])
        return end_of(month, year) < promised_on or date(year, month_number(month), 1) > said_on
    spot = _DAY.search(ahead)
    if spot is None or _PARTED.search(ahead[: spot.start()]):
        return False
    day = full_day(int(spot[1]), spot[2], spot[3] or "", said_on)
    return day is not None and not promised_on <= day <= said_on


def too_long_ago(sentence: str, promised_on: date, said_on: date) -> bool:
    """Return whether “three years ago” or the like means a day before the promise."""
    return any(day < promised_on for day in days_ago(sentence, said_on))


def days_told(sentence: str, said_on: date) -> tuple[date, ...]:
    """Return the days, with or without a year, that a sentence gives, as far as they are not later than it was said."""
    return tuple(day for _, _, day in _days(sentence, said_on))


def _days(sentence: str, said_on: date) -> Iterator[tuple[int, int, date]]:
    for m in _DAY.finditer(sentence):
        day = full_day(int(m[1]), m[2], m[3] or "", said_on)
        if day is not None and day <= said_on:
            yield m.start(), m.end(), day


def _opens_with(sentence: str, at: int, to: int, start: int) -> bool:
    """Return whether a day is the first thing that a sentence says, and the deed is told of it."""
    between = [w.text for w in words(sentence[to:start])]
    return bool(_LEADING.match(sentence[:at])) and not _TURNING & set(between)
