"""A sentence names several windows: which one window do they make together?"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from monitor.deadlines.bounds import Window
from monitor.deadlines.intervals import plus_days, plus_months

_FIRMLY = (
    r"(?:certainly|definitely|surely|always|anyway|well|long|in any (?:case|event)|at any rate|at all events"
    r"|in all events|in all cases|if not earlier)"
)
_SIDE_BY_SIDE = re.compile(rf"^(?:,| -| \()? ?(?:(?:and|but|yet) )?(?:{_FIRMLY},? ?){{0,2}}$")
_AND = re.compile(r"^ and $")
_OR = re.compile(r"^(?:[,;]| -| \()? ?(?:or|(?:(?:or|and),? )?(?:else|failing (?:that|which)|if not)),? $")
_LINK = re.compile(r" ?(?P<word>and|or|to|until|till|up to|-|/|through to) ?(?:in |the )*")
_AT_THE_LATEST = ("no later than", "not later than", "at the latest by", "latest by")


def together(text: str, windows: list[Window]) -> Window:
    """Return the window of all: what narrows the first narrows it, else from the first day named to the last.

    Where all of them are only ends ("by 2029, and by 2030"), the first counts.
    """
    whole = windows[0]
    for there in windows[1:]:
        both = _either(text, whole, there) or _narrowed(text, whole, there)
        if both:
            whole = both
        elif not (_only_ends(whole) and _only_ends(there)):
            whole = _from_first_to_last(whole, there)
    return whole


def apart(text: str, windows: Iterable[Window]) -> Window | None:
    """Return the first window that makes no one window with those before it: “by May for England and by June …”."""
    whole: Window | None = None
    for there in windows:
        if there.stretch.size in ("occasion", "event") or there.stretch.first is None:
            continue
        both = _one_of_two(text, whole, there) if whole else there
        if both is None:
            return there
        whole = both
    return None


def _one_of_two(text: str, one: Window, two: Window) -> Window | None:
    """Return the one window that the words make of two; None where they are dates of two things, or in two years."""
    if _AFTER_THAT.match(text, two.named) and not _follows(one, two):
        return None
    either = _either(text, one, two)
    if either or _within(one, two):
        return either or _from_first_to_last(one, two)
    twice = one.said == two.said or (_only_ends(one) and _only_ends(two) and _ends_later(one, two))
    if not (_AND.match(text[one.end : two.start]) and twice and one.said):
        narrowed = _narrowed(text, one, two)
        if narrowed:
            return narrowed
    if not _is_range(text, one, two) or (_and(text, one, two) and not _follows(one, two)):
        return None
    return _from_first_to_last(one, two)


def _within(one: Window, two: Window) -> bool:
    """Whether the second is the same days as the first, or only the day in the first after which it is to be."""
    same = (one.stretch.first, one.stretch.last) == (two.stretch.first, two.stretch.last)
    return same or (two.said in ("after", "following") and _lies_in(two.earliest, one))


_AFTER_THAT = re.compile(r"the following\b")
"""What is counted from another date, where one is named before: “June or the following month”."""


def _and(text: str, one: Window, two: Window) -> bool:
    """Whether only “and” stands between two windows, so that they may be two dates and no stretch."""
    linked = _LINK.fullmatch(text[one.end : two.named])
    return bool(linked and linked["word"] in ("and", "/") and one.said != "between")


def _follows(one: Window, two: Window) -> bool:
    """Whether the days of the second begin, at the latest, on the day after those of the first."""
    last, first = one.latest, two.stretch.first
    return bool(last and first and first <= plus_days(last, 1))


def _ends_later(one: Window, two: Window) -> bool:
    return bool(one.latest and two.latest and one.latest < two.latest)


def _either(text: str, one: Window, two: Window) -> Window | None:
    """Return what runs to the later of two ends: “by June, or July at the latest”; None where that is not said."""
    between = text[one.end : two.start]
    latest = two.said in _AT_THE_LATEST and _SIDE_BY_SIDE.match(between)
    if not _ends_later(one, two) or one.said == "between" or not (latest or _OR.match(between)):
        return None
    return _made(one, two, one.earliest, two.latest)


def _narrowed(text: str, one: Window, two: Window) -> Window | None:
    return _overlap(one, two) if _SIDE_BY_SIDE.match(text[one.end : two.start]) else None


def in_turn(text: str, windows: list[Window]) -> tuple[Window, ...]:
    """Return the windows, the end of a range without a year in the year after its start: “from September to March”."""
    found: list[Window] = []
    for there in windows:
        rolled = there
        while found and _goes_back(text, found[-1], rolled):
            rolled = _a_year_on(rolled)
        found.append(rolled)
    return tuple(found)


def _goes_back(text: str, one: Window, two: Window) -> bool:
    first, last = one.stretch.first, two.stretch.last
    if two.stretch.sure or two.stretch.ahead or two.stretch.size in ("festival", "recess", "rising", "return", "spell"):
        return False
    if first is None or last is None or last >= first or two.latest is None or first.year > _FAR_AHEAD:
        return False
    linked = _LINK.fullmatch(text[one.end : two.named])
    if linked and linked["word"] == "and" and one.said != "between":
        return two.named == two.start and _follows(one, _a_year_on(two))
    return bool(linked)


_FAR_AHEAD = 2200


def _a_year_on(there: Window) -> Window:
    first, last, latest = (day and _year_after(day) for day in (there.stretch.first, there.stretch.last, there.latest))
    return replace(there, stretch=replace(there.stretch, first=first, last=last), earliest=first, latest=latest)


def _year_after(day: date | None) -> date | None:
    """Return the same day of the next year, of a month's last day its last."""
    if day is None:
        return None
    return plus_days(plus_months(plus_days(day, 1), 12), -1) if plus_days(day, 1).day == 1 else plus_months(day, 12)


def joined(text: str, windows: tuple[Window, ...]) -> list[tuple[Window, tuple[Window, ...]]]:
    """Return the windows, those as one that the words make one of, each with the windows it is made of.

    They make one of a range, and of an end with a later one that is allowed too: “by May, or August at the latest”.
    """
    found: list[tuple[Window, tuple[Window, ...]]] = []
    for there in windows:
        whole, parts = found[-1] if found else (None, ())
        both = whole and (_either(text, whole, there) or _range(text, whole, there))
        if both:
            found[-1] = (both, (*parts, there))
        else:
            found.append((there, (there,)))
    return found


def _range(text: str, one: Window, two: Window) -> Window | None:
    return _from_first_to_last(one, two) if _is_range(text, one, two) else None


def _is_range(text: str, one: Window, two: Window) -> bool:
    """Whether two windows are one: "between May and July", "late 2025 or early 2026", "from 2026 to 2028"."""
    if not (one.earliest and one.latest and two.earliest and two.latest) or one.latest >= two.latest:
        return False
    linked = _LINK.fullmatch(text[one.end : two.named])
    return bool(linked and (linked["word"] != "and" or one.said == "between" or two.named == two.start))


def _only_ends(there: Window) -> bool:
    return there.said in ("by", "before", "no later than", "ahead of", "prior to")


def _overlap(one: Window, two: Window) -> Window | None:
    """The days in both, as in "in mid-2024, before the summer recess"; None where they have none in common."""
    starts = [w.earliest for w in (one, two) if w.earliest]
    ends = [w.latest for w in (one, two) if w.latest and w.said not in ("after", "following")]
    if not starts or not ends or max(starts) > min(ends) or two.said in ("and", "or", "to"):
        return None
    return _made(one, two, max(starts), min(ends))


def _from_first_to_last(one: Window, two: Window) -> Window:
    if "event" in (one.stretch.size, two.stretch.size):
        return one
    if two.said in ("after", "following") and _lies_in(two.earliest, one):
        return _made(one, two, two.earliest, one.latest)
    if one.latest is None or two.latest is None:
        return one if one.latest else two
    starts = [w.earliest for w in (one, two) if w.earliest and w.stretch.size not in ("parliament", "session")]
    return _made(one, two, min(starts) if starts else one.earliest, max(one.latest, two.latest))


def _lies_in(there: date | None, one: Window) -> bool:
    return bool(there and one.earliest and one.latest and one.earliest <= there <= one.latest)


def _made(one: Window, two: Window, earliest: date | None, latest: date | None) -> Window:
    rules = [r for r in (one.rule, two.rule) if r]
    return replace(one, end=two.end, earliest=earliest, latest=latest, rule="; ".join(dict.fromkeys(rules)) or None)
