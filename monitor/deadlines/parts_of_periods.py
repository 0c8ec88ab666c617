"""Which part of a stretch do the words before it name: its end, its start, a half, a quarter, early, mid, late?"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, plus_days, plus_months
from monitor.deadlines.text import WEEKDAYS

_OF = r"(?: (?:of|in|next|to))?(?: the)?[ -]?"
_OF_ONE = r"(?: (?:of|next|to))?(?: the)?[ -]?"
"""What “beginning in September” begins is no part of September."""
_PART = re.compile(
    rf"\b(?:the )?(?:very )?(?:(?P<later>later|late on|later on)(?: (?:in|on))?(?: the)?"
    rf"|(?P<end>end|close|conclusion|latter end)(?: of)?(?: the)?[ -]?"
    rf"|(?P<start>start|beginning|outset|opening){_OF_ONE}"
    rf"|(?P<early>early|early part|first part){_OF}|(?P<mid>mid|middle|mid-point|midpoint){_OF}"
    rf"|(?P<late>late|back end|latter part|later part|tail end|final months){_OF}"
    rf"|(?P<first>first|1st) half{_OF}|(?P<second>second|2nd|latter|back|later|last) half{_OF}"
    rf"|h(?P<half>[12]){_OF}"
    rf"|(?:q(?P<q>[1-4])|(?P<nth>first|second|third|fourth|final|last) (?:calendar )?quarter"
    rf"|quarter (?P<qw>[1-4]|one|two|three|four)){_OF}"
    r"|(?P<first_day>(?:first|opening) day)(?: of)?(?: the)? ?|(?P<last_day>(?:last|final) day)(?: of)?(?: the)? ?"
    rf"|(?P<all>course|rest|remainder|lifetime|duration|life|period|term|span|bulk|majority|whole){_OF}) ?$"
)
_WEEKDAY_OF = re.compile(
    rf"\b(?:the )?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final) (?P<day>{'|'.join(WEEKDAYS)}) "
    r"(?:in|of) (?:the month of )?$"
)
"""Before a month: “the last Friday in May”."""
_EARLIER = re.compile(r"\b(?P<part>early|mid|middle)-?[ -]to[ -](?:the )?$")
"""What begins a part of two: "early to mid 2026"."""
_IS_A_VERB = re.compile(r"\b(?:to|will|shall|would|then|and|also|now|formally|should|may|can) $")
_AFTER = re.compile(r"^ (?:q(?P<q>[1-4])|h(?P<half>[12]))\b")
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
}
_YEARS = ("year", "financial year", "academic year", "tax year")


def part_of(text: str, found: FoundInterval, said_on: date) -> FoundInterval:
    """Return the part of the stretch that the words around it name, or the stretch as it is."""
    return (found.stretch.size == "month" and _weekday_of(text, found)) or _stretch_of(text, found, said_on)


def _stretch_of(text: str, found: FoundInterval, said_on: date) -> FoundInterval:
    if found.stretch.first is None or found.stretch.last is None:
        return _open_ended(text, found)
    after = _AFTER.match(text[found.end : found.end + 4])
    if after and found.stretch.size in _YEARS:
        whole = _fraction(found.stretch, int(after["q"] or after["half"]), 4 if after["q"] else 2)
        return FoundInterval(found.start, found.end + after.end(), whole)
    m = _PART.search(text[max(0, found.start - 40) : found.start])
    if not m or found.stretch.size in ("day", "spell", "event", "adjective", "festival"):
        return found
    if m["start"] and _IS_A_VERB.search(text[max(0, found.start - 60) : max(0, found.start - 40) + m.start("start")]):
        return found
    part = _named(m, found.stretch)
    base = max(0, found.start - 40) + m.start()
    both = _EARLIER.search(text[max(0, base - 16) : base]) if m["mid"] or m["late"] else None
    if part and both:
        earlier = (_early if both["part"] == "early" else _mid)(found.stretch)
        return FoundInterval(max(0, base - 16) + both.start(), found.end, replace(part, first=earlier.first))
    if (
        part
        and part.size in ("early", "start")
        and not part.ahead
        and " the " in text[found.start - 9 : found.start + 4]
    ):
        part = _rolled(part, said_on)
    return FoundInterval(max(0, found.start - 40) + m.start(), found.end, part) if part else found


def _weekday_of(text: str, found: FoundInterval) -> FoundInterval | None:
    """Return the day that words before a month count in it, first to fourth or last; None where there is none."""
    base, first, last = max(0, found.start - 50), found.stretch.first, found.stretch.last
    m = _WEEKDAY_OF.search(text[base : found.start])
    if m is None or first is None or last is None:
        return None
    ahead = (WEEKDAYS.index(m["day"]) - first.weekday()) % 7
    number = _COUNTED.get(m["nth"])
    there = plus_days(first, ahead + 7 * number) if number is not None else plus_days(first, ahead + 28)
    there = there if there <= last else plus_days(there, -7)
    return found.widened(base + m.start(), first=there, last=there, size="day", rule=RULE["day"])


_COUNTED = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}


def _open_ended(text: str, found: FoundInterval) -> FoundInterval:
    m = re.search(
        r"\b(?:the )?(?:end|course|rest|remainder|lifetime|close) of (?:the )?$",
        text[max(0, found.start - 24) : found.start],
    )
    return found.widened(max(0, found.start - 24) + m.start()) if m else found


def _named(m: re.Match[str], whole: Interval) -> Interval | None:
    for name, cut in _CUTS.items():
        if m[name]:
            return cut(whole)
    if m["q"] or m["nth"] or m["qw"]:
        n = m["q"] or m["nth"] or m["qw"]
        return _fraction(whole, int(n) if n.isdigit() else _NTH[n], 4)
    if m["half"]:
        return _fraction(whole, int(m["half"]), 2)
    return whole


def _rolled(part: Interval, said_on: date) -> Interval:
    """The start of "the financial year" is that of the next one when this one's has gone by."""
    first, last = _ends(part)
    return (
        part
        if last >= said_on
        else _changed(part, plus_months(first, 12), plus_months(last, 12), part.size, part.rule or "")
    )


def _changed(whole: Interval, first: date, last: date, size: str, rule: str, *, ahead: bool = False) -> Interval:
    return Interval(first, last, whole.kind, size, rule, whole.sure, whole.ahead or ahead)


def _ends(whole: Interval) -> tuple[date, date]:
    if whole.first is None or whole.last is None:
        raise ValueError("a stretch without ends has no parts")
    return whole.first, whole.last


def _fraction(whole: Interval, n: int, parts: int) -> Interval:
    first, last = _ends(whole)
    if whole.size not in (*_YEARS, "parliament", "decade"):
        return whole
    months = {"parliament": 60, "decade": 120}.get(whole.size, 12) // parts
    start = plus_months(first, months * (n - 1))
    rule = RULE["quarter" if parts == 4 else "half"]
    return _changed(whole, start, min(last, plus_days(plus_months(first, months * n), -1)), "quarter", rule)


def _later(whole: Interval) -> Interval:
    first, last = _ends(whole)
    return _changed(whole, first, last, whole.size, whole.rule or "", ahead=True)


def _end(whole: Interval) -> Interval:
    first, last = _ends(whole)
    start = {"month": plus_days(last, -9), "week": plus_days(last, -2)}.get(
        whole.size, plus_months(plus_days(last, 1), -1)
    )
    return _changed(whole, max(first, start), last, "end", f"{whole.rule}; {RULE['end']}")


def _start(whole: Interval) -> Interval:
    first, last = _ends(whole)
    end = {"month": plus_days(first, 9), "week": plus_days(first, 1)}.get(
        whole.size, plus_days(plus_months(first, 1), -1)
    )
    return _changed(whole, first, min(end, last), "start", f"{whole.rule}; {RULE['start']}")


def _early(whole: Interval) -> Interval:
    first, last = _ends(whole)
    months = plus_days(plus_months(first, _EARLY_MONTHS.get(whole.size, 1)), -1)
    end = {"month": plus_days(first, 9), "week": plus_days(first, 1)}.get(whole.size, months)
    rule = {"new year": whole.rule or "", "decade": RULE["decade's parts"]}.get(whole.size, RULE["early"])
    return _changed(whole, first, min(end, last), "early", rule)


_EARLY_MONTHS = {
    "year": 3,
    "new year": 3,
    "financial year": 2,
    "academic year": 2,
    "parliament": 12,
    "session": 3,
    "decade": 48,
}


def _mid(whole: Interval) -> Interval:
    first, last = _ends(whole)
    if whole.size == "decade":
        return _changed(
            whole, plus_months(first, 48), plus_days(plus_months(first, 84), -1), "mid", RULE["decade's parts"]
        )
    start, end = {
        "month": (plus_days(first, 10), plus_days(first, 19)),
        "week": (plus_days(first, 2), plus_days(first, 3)),
        "season": (plus_months(first, 1), plus_days(plus_months(first, 2), -1)),
    }.get(whole.size, (plus_months(first, 4), plus_days(plus_months(first, 8), -1)))
    return _changed(whole, start, min(end, last), "mid", RULE["middle"])


def _late(whole: Interval) -> Interval:
    first, last = _ends(whole)
    start = {"month": plus_days(first, 20), "week": plus_days(first, 3), "season": plus_months(first, 2)}.get(
        whole.size, plus_months(plus_days(last, 1), -36 if whole.size == "decade" else -3)
    )
    rule = RULE["decade's parts" if whole.size == "decade" else "late"]
    return _changed(whole, max(first, start), last, "late", rule)


def _one_day(whole: Interval, *, last: bool) -> Interval:
    ends = _ends(whole)
    return _changed(whole, ends[last], ends[last], "day", whole.rule or "")


_CUTS: dict[str, Callable[[Interval], Interval]] = {
    "first_day": lambda whole: _one_day(whole, last=False),
    "last_day": lambda whole: _one_day(whole, last=True),
    "later": _later,
    "end": _end,
    "start": _start,
    "early": _early,
    "mid": _mid,
    "late": _late,
    "first": lambda whole: _fraction(whole, 1, 2),
    "second": lambda whole: _fraction(whole, 2, 2),
}
