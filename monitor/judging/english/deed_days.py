"""On which day was a deed done, by the sentence that tells of it? Only a day that stands with the deed is its own."""

import re
from datetime import date

from monitor.deadlines.looking_back import Gone, gone_by
from monitor.judging.english.complements import leads_to_its_day, leads_to_its_span
from monitor.model.sentences import words

_TURNING = frozenset({"and", "but", "which", "who", "after", "before", "since", "because", "announced", "promised"})
_PARTING = (_TURNING | {"we", "i", "it", "she", "he", "they", "with", "to"}) - {"since"}
_PARTED = re.compile(r"[;:]|\b(?:and|but|which|before|after|will)\b")
_NOT_ITS_TIME = re.compile(r"\b(?:after|since|from|before|of the|act|bill) $", re.IGNORECASE)
_BESIDE = re.compile(r",? (?:since|in|by|from|during) ")
_LEADING = re.compile(r"^(?:(?:but|and|however|as),? )?(?:(?:on|since|from) )?(?:the )?$", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon))\b", re.IGNORECASE)
_FAR = 90


def day_of(sentence: str, start: int, end: int, said_on: date) -> date | None:
    """Return the day that a sentence gives for the deed between two characters, not later than it was said.

    None unless it gives just one: “announced on 16 January, it was published” gives none.
    """
    days = {
        gone.first
        for gone in _days(sentence, said_on)
        if (
            leads_to_its_day(sentence[end : gone.named])
            if gone.named >= end
            else _opens_with(sentence, gone.named, gone.end, start)
        )
    }
    if not days and today(sentence, start, end):
        return said_on
    return days.pop() if len(days) == 1 else None


def last_day_of(sentence: str, start: int, end: int, said_on: date) -> date | None:
    """Return the last day of the stretch of time that a sentence gives for the deed: “last month”, “before Easter”.

    None where it gives none, or one that was not over when it was said.
    """
    found = [
        gone.by
        for gone in gone_by(sentence, said_on)
        if gone.by
        and gone.by < said_on
        and (
            leads_to_its_span(sentence[end : gone.start])
            if gone.start >= end
            else _opens_with(sentence, gone.start, gone.end, start)
        )
    ]
    return max(found, default=None)


def today(sentence: str, start: int, end: int) -> bool:
    """Return whether a deed is told of today: “today published”, “am today publishing”, “published in full today”."""
    gaps = (sentence[min(m.end(), end) : max(m.start(), start)] for m in _TODAY.finditer(sentence))
    cut = ([w.text for w in words(gap)] for gap in gaps)
    return any(len(gap) <= 6 and not (_PARTING - {"we", "i"}) & set(gap) for gap in cut)


def told_of_old(sentence: str, promised_on: date) -> bool:
    """Return whether every date a sentence gives with a year lies before the promise: it tells of something else."""
    named = (
        gone for gone in gone_by(sentence, promised_on) if gone.dated and gone.sort in ("day", "month", "year", "gone")
    )
    ends = [gone.last for gone in named if not _NOT_ITS_TIME.search(sentence[: gone.named])]
    return bool(ends) and all(end < promised_on for end in ends)


def out_of_time(sentence: str, end: int, promised_on: date, said_on: date) -> bool:
    """Return whether the date beside a deed is over before the promise (“since 2012”), or is still to come."""
    ahead = [gone for gone in gone_by(sentence, said_on) if end <= gone.named <= end + _FAR]
    beside = next((gone for gone in ahead if gone.sort == "day" or _BESIDE.fullmatch(sentence[end : gone.named])), None)
    parted = beside is None or _PARTED.search(sentence[end : beside.start])
    return beside is not None and not parted and (beside.last < promised_on or beside.first > said_on)


def too_long_ago(sentence: str, promised_on: date, said_on: date) -> bool:
    """Return whether “three years ago” or the like means a day before the promise."""
    return any(gone.first < promised_on for gone in gone_by(sentence, said_on) if gone.sort == "ago")


def days_told(sentence: str, said_on: date) -> tuple[date, ...]:
    """Return the days, with or without a year, that a sentence gives, as far as they are not later than it was said."""
    return tuple(gone.first for gone in _days(sentence, said_on))


def _days(sentence: str, said_on: date) -> tuple[Gone, ...]:
    return tuple(gone for gone in gone_by(sentence, said_on) if gone.sort == "day" and gone.first <= said_on)


def _opens_with(sentence: str, at: int, to: int, start: int) -> bool:
    """Return whether a day is the first thing that a sentence says, and the deed is told of it."""
    between = [w.text for w in words(sentence[to:start])]
    return bool(_LEADING.match(sentence[:at])) and not _TURNING & set(between)
