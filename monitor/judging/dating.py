"""On which day was a deed done, by the sentence that tells of it? Only a day that stands with the deed is its own."""

import re
from datetime import date

from monitor.judging.moods import doing_today, where
from monitor.sentences import phrase_words, plain_words, words

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})(?:\s+(\d{{4}}))?")
_TURNING = frozenset({"and", "but", "which", "who", "after", "before", "since", "because", "announced", "promised"})
_PARTING = _TURNING | {"we", "i", "it", "she", "he", "they"}
_AFTER = re.compile(r"\b(?:after|since|from|before|of the|act)\s+(?:19|20)\d{2}\b", re.IGNORECASE)
_BESIDE = re.compile(rf",? (?:(?P<since>since)|in|by) (?:(?P<month>{_MONTH}) )?(?P<year>(?:19|20)\d{{2}})\b")
_SPAN = re.compile(rf"\b(?:({_MONTH})\s+)?((?:19|20)\d{{2}})\b")


def told_day(sentence: str, said_on: date, deed: str) -> date | None:
    """Return the day a sentence gives for a deed, not later than it was said; None unless it gives just one.

    Only a day that stands with the deed is the deed's: “announced on 16 January, it was published” gives none.
    """
    days = {day for at, day in _days(sentence, said_on) if _stands_with(sentence, at, deed)}
    if not days and _told_today(sentence, deed):
        return said_on
    return days.pop() if len(days) == 1 else None


def days_told(sentence: str, said_on: date) -> tuple[date, ...]:
    """Return the days, with or without a year, that a sentence gives, as far as they are not later than it was said."""
    return tuple(day for _, day in _days(sentence, said_on))


def told_of_old(sentence: str, promised_on: date) -> bool:
    """Return whether every date a sentence gives with a year lies before the promise: it tells of something else."""
    ends = [_end_of(month, int(year)) for month, year in _SPAN.findall(_AFTER.sub("", sentence))]
    return bool(ends) and all(end < promised_on for end in ends)


def out_of_time(sentence: str, deed: str, promised_on: date, said_on: date) -> bool:
    """Return whether the date that follows a deed is over before the promise (“since 2012”), or is still to come."""
    run, plain, parts = words(sentence), plain_words(sentence), phrase_words(deed)
    ends = [run[n + len(parts) - 1].end for n in where(plain, parts)]
    return bool(ends) and all(_elsewhen(sentence, end, promised_on, said_on) for end in ends)


def _elsewhen(sentence: str, at: int, promised_on: date, said_on: date) -> bool:
    when = _BESIDE.match(sentence, at)
    if when is None:
        return False
    month, year = when["month"] or "", int(when["year"])
    if when["since"]:
        return _end_of(month, year) < promised_on
    return date(year, _MONTHS.index(month) + 1 if month else 1, 1) > said_on


def _days(sentence: str, said_on: date) -> list[tuple[int, date]]:
    found = [(m.start(), _full(int(m[1]), m[2], m[3] or "", said_on)) for m in _DAY.finditer(sentence)]
    return [(at, day) for at, day in found if day is not None and day <= said_on]


def _told_today(sentence: str, deed: str) -> bool:
    """“Today published”, “published in full today”, “am today publishing”."""
    plain, parts = [w.text for w in words(sentence)], phrase_words(deed)
    today = [n for n, word in enumerate(plain) if word == "today"]
    gaps = [plain[min(n, t) : max(n, t)] for n in where(plain, parts) for t in today]
    return doing_today(plain, parts) or any(len(gap) <= 6 and not _PARTING & set(gap) for gap in gaps)


def _stands_with(sentence: str, at: int, deed: str) -> bool:
    """Return whether a day is the deed's: a few words after it, or the first thing the sentence says."""
    run = words(sentence)
    plain, parts = [w.text for w in run], phrase_words(deed)
    day = next(n for n, word in enumerate(run) if word.end > at)
    for begin in where(plain, parts):
        after = plain[begin + len(parts) : day]
        if begin < day and len(after) <= 6 and not _PARTING & set(after):
            return True
        if begin > day and plain[:day] in ([], ["on"]) and not _TURNING & set(plain[day:begin]):
            return True
    return False


def _full(day: int, month: str, year: str, said_on: date) -> date | None:
    number = _MONTHS.index(month) + 1
    try:
        if year:
            return date(int(year), number, day)
        found = date(said_on.year, number, day)
        return found if found <= said_on else date(said_on.year - 1, number, day)
    except ValueError:
        return None


def _end_of(month: str, year: int) -> date:
    if not month:
        return date(year, 12, 31)
    number = _MONTHS.index(month) + 1
    return date(year + number // 12, number % 12 + 1, 1)
