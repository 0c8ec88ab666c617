"""Which months do words name?"""

import re
from collections.abc import Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, month_of, plus_months
from monitor.deadlines.text import BEGINNINGS, FULL_MONTH, MONTH, MONTHS, has_any, month_number

_WITH_YEAR = re.compile(
    rf"\b(?P<month>{MONTH})(?: of|,)? (?:(?P<year>(?:19|20)\d\d)\b(?![/-]\d)|(?P<which>this|next"
    rf"|the following) year\b)"
)
_ALONE = re.compile(
    rf"\b(?:(?P<which>this|next|this coming|the coming) )?(?P<month>{FULL_MONTH})\b(?!'s|-(?!{FULL_MONTH}\b)\w)"
)
_THE_MONTH = re.compile(r"\b(?P<which>this|next|of the|in the|current|the current|the following) month\b(?!s|-|ly)")
_LEADS_TO_MONTH = re.compile(
    r"(?:^|\b(?:in|by|of|from|until|till|to|before|after|during|early|late|mid|mid-|early-|late-"
    r"|end|since|and|or|between"
    r"|around|later|for|this|next|end-|through|throughout|coming|next)[ -]?)$"
)
_MONTH_FOLLOWS = re.compile(rf"-{FULL_MONTH}\b")
_VERB_FOLLOWS = re.compile(
    r" (?:not |also |well |then |in turn )?(?:[a-z]+e|be|have|mean|need|vary|help|result|lead|affect|require)\b"
)


def find_months(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Yield the months named in plain text; "may" and "march" only where they can't be verbs."""
    for m in _WITH_YEAR.finditer(text) if has_any(text, BEGINNINGS) else ():
        year = int(m["year"]) if m["year"] else said_on.year + (m["which"] != "this")
        yield _month(m, year, sure=True, ahead=m["which"] == "next")
    for m in _ALONE.finditer(text) if has_any(text, MONTHS) else ():
        if m["month"] not in ("may", "march") or _is_month(text, m):
            yield _alone(m, said_on)
    if "month" in text:
        yield from (_this_month(m, said_on) for m in _THE_MONTH.finditer(text))


def _is_month(text: str, m: re.Match[str]) -> bool:
    if m["which"] == "this" and _VERB_FOLLOWS.match(text, m.end()):
        return False
    if _MONTH_FOLLOWS.match(text, m.end()):
        return True
    return bool(m["which"]) or bool(_LEADS_TO_MONTH.search(text[max(0, m.start() - 12) : m.start()]))


def _month(m: re.Match[str], year: int, *, sure: bool, ahead: bool = False) -> FoundInterval:
    first, last = month_of(year, month_number(m["month"]))
    return FoundInterval(m.start(), m.end(), Interval(first, last, "fixed", "month", RULE["month"], sure, ahead))


def _alone(m: re.Match[str], said_on: date) -> FoundInterval:
    year = said_on.year + (month_number(m["month"]) < said_on.month)
    if m["which"] == "next" and month_number(m["month"]) == said_on.month:
        year += 1
    found = _month(m, year, sure=False, ahead=bool(m["which"]) and m["which"] != "this")
    return found.widened(m.start(), kind="relative")


def _this_month(m: re.Match[str], said_on: date) -> FoundInterval:
    ahead = "next" in m["which"] or "following" in m["which"]
    there = plus_months(said_on, 1 if ahead else 0)
    first, last = month_of(there.year, there.month)
    start = m.start() if m["which"] not in ("of the", "in the") else m.start() + 3
    return FoundInterval(start, m.end(), Interval(first, last, "relative", "month", RULE["month"], ahead=ahead))
