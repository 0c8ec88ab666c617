"""Which seasons and festivals do words name?"""

import re
from collections.abc import Iterator
from datetime import date

from dateutil.easter import easter

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, day, months_from, plus_days
from monitor.deadlines.text import has_any

_FESTIVALS = ("easter", "good friday", "christmas", "xmas")
_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_TERMS = {"spring": (1, 3), "summer": (4, 4), "autumn": (9, 4)}
"""The month in which a school term begins, and its months."""
_TERM = re.compile(
    r"\b(?:(?P<which>this|next) )?(?P<season>spring|summer|autumn) (?:school )?term\b"
    r"(?:(?: of|,| in)? (?P<year>20\d\d)| (?:of )?(?P<of>this|next) year)?"
)
_SEASON = re.compile(
    r"\b(?:(?P<which>this coming|the coming|this|next|the following|following|coming) )?(?P<season>spring"
    r"|summer|autumn|winter)(?: season| period| months)?\b(?!-| (?:budget|statement|forecast|sittings?|session)\b)"
    r"(?:(?: of|,| in)? (?P<year>20\d\d)(?:[/-](?:20)?(?P<two>\d\d)\b)?(?! q\d)| (?:of )?(?P<of>this"
    r"|next|the following) year)?"
)
_EASTER = re.compile(
    r"\b(?P<which>next |this )?(?:easter(?: sunday)?|good friday)\b(?! (?:recess|break|holiday"
    r"|term))(?: (?P<year>20\d\d))?"
)
_CHRISTMAS = re.compile(
    r"\b(?P<which>next |this )?(?:christmas|xmas)(?: (?:day|eve))?\b(?! (?:recess|break|holiday"
    r"|adjournment))(?: (?P<year>20\d\d))?"
)


def find_seasons(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Yield the seasons and festivals named in plain text."""
    if has_any(text, _STARTS):
        yield from (_season(m, said_on) for m in _SEASON.finditer(text))
    yield from (_term(m, said_on) for m in _TERM.finditer(text))
    if has_any(text, _FESTIVALS):
        yield from (_easter(m, said_on) for m in _EASTER.finditer(text))
        yield from (_christmas(m, said_on) for m in _CHRISTMAS.finditer(text))


def _season(m: re.Match[str], said_on: date) -> FoundInterval:
    name, which = m["season"], m["which"] or ""
    year, sure = _season_year(m, said_on)
    first, last = months_from(year, _STARTS[name], 3)
    ahead = bool(m["of"] and m["of"] != "this") or bool(which and which != "this")
    return FoundInterval(m.start(), m.end(), Interval(first, last, "season", "season", RULE[name], sure, ahead))


def _term(m: re.Match[str], said_on: date) -> FoundInterval:
    """Return a school term: without a year the one that is under way, else the next."""
    year = int(m["year"]) if m["year"] else said_on.year + (m["of"] == "next")
    first, last = months_from(year, *_TERMS[m["season"]])
    sure = bool(m["year"] or m["of"])
    if not sure and (last < said_on or (m["which"] == "next" and first <= said_on)):
        first, last = months_from(year + 1, *_TERMS[m["season"]])
    stretch = Interval(first, last, "season", "season", RULE["term"], sure, ahead=m["which"] == "next")
    return FoundInterval(m.start(), m.end(), stretch)


def _season_year(m: re.Match[str], said_on: date) -> tuple[int, bool]:
    """Return the year in which the season begins, and whether the words gave it."""
    if m["year"]:
        return int(m["year"]), True
    if m["of"]:
        return said_on.year + (m["of"] != "this"), True
    start, which = _STARTS[m["season"]], m["which"] or ""
    this = said_on.year - (start == 12 and said_on.month < 3)
    over = months_from(this, start, 3)[1] < said_on
    begun = day(this, start, 1) <= said_on
    if which == "next" and start != 12:
        return said_on.year + 1, True
    if which in ("next", "the following", "following"):
        return this + (over or begun), True
    return this + (over and which != "this"), which == "this"


def easter_of(year: int) -> date:
    """Return Easter Sunday."""
    return day(year, easter(min(max(year, 1583), 4099)).month, easter(min(max(year, 1583), 4099)).day)


def _easter(m: re.Match[str], said_on: date) -> FoundInterval:
    year = int(m["year"]) if m["year"] else said_on.year + (easter_of(said_on.year) < said_on)
    there = easter_of(year)
    first = plus_days(there, -2)
    stretch = Interval(first, there, "parliamentary", "festival", RULE["easter"], sure=bool(m["year"]))
    return FoundInterval(m.start(), m.end(), stretch)


def _christmas(m: re.Match[str], said_on: date) -> FoundInterval:
    year = int(m["year"]) if m["year"] else said_on.year + (day(said_on.year, 12, 25) < said_on)
    stretch = Interval(
        day(year, 12, 1), day(year, 12, 24), "season", "festival", RULE["christmas"], sure=bool(m["year"])
    )
    return FoundInterval(m.start(), m.end(), stretch)
