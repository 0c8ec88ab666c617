"""Which windows of time does a sentence name, and which of them are the time of a promise's own deed?"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from monitor.deadlines.bounds import UP_TO, Window
from monitor.deadlines.choosing import chosen, looked_back_on
from monitor.deadlines.combining import joined
from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import plus_months
from monitor.deadlines.readers import read
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.deadlines.text import plain
from monitor.deadlines.vague import all_vague


@dataclass(frozen=True, slots=True)
class Dated:
    """A window of time that a sentence names: its very words, and where they stand; an end that is open is None.

    `kind`: fixed, relative, season, parliamentary or indefinite. `rule`: the conventions used, for people to read.
    `anchor`: the event that it hangs on, where the day of that is not known. `promised`: whether it is the time of
    a promise's own deed, and not of something past, usual, named, denied, or of another event.
    """

    phrase: str
    start: int
    end: int
    kind: str
    earliest: date | None
    latest: date | None
    rule: str | None
    anchor: str | None
    promised: bool


@lru_cache(maxsize=4096)
def windows(sentence: str, said_on: date, known: Almanac = SHIPPED) -> tuple[Dated, ...]:
    """Return every window of time that a sentence names, in the order of the text.

    `known`: the recesses and sessions by which words such as "this session" get their days. Several rules ask of the
    same sentence.
    """
    text = plain(sentence)
    named = read(text, said_on, known)
    kept, vague = chosen(text, named, said_on)
    found = [_dated(sentence, there, promised=there in kept) for there, _ in joined(text, named)]
    found = [_a_year_back(one) if _is_over(text, one, named, said_on) else one for one in found]
    free = [span for span in all_vague(text) if not any(a.start < span[1] and span[0] < a.end for a in found)]
    found += [_undated(sentence, *span, promised=span in vague) for span in free]
    return tuple(sorted(found, key=lambda there: there.start))


def _dated(sentence: str, there: Window, *, promised: bool) -> Dated:
    phrase = sentence[there.start : there.end]
    anchor = there.stretch.anchor
    return Dated(
        phrase,
        there.start,
        there.end,
        there.stretch.kind,
        _begins(there),
        there.latest,
        there.rule,
        sentence[slice(*anchor)] if anchor else None,
        promised,
    )


def _is_over(text: str, one: Dated, named: tuple[Window, ...], said_on: date) -> bool:
    same = (there for there in named if there.start == one.start)
    return not one.promised and any(looked_back_on(text, there, said_on) for there in same)


def _a_year_back(one: Dated) -> Dated:
    """Return a window of the past without a year as the last that there was, not as the next to come."""
    earliest, latest = (day and plus_months(day, -12) for day in (one.earliest, one.latest))
    return replace(one, earliest=earliest, latest=latest)


def _begins(there: Window) -> date | None:
    """Return a window's first day: of one that was over when it was said its own, not the day it was said."""
    if there.earliest is None or there.latest is None or there.earliest <= there.latest:
        return there.earliest
    first = there.stretch.first
    return first if first and first <= there.latest and there.said not in UP_TO else None


def _undated(sentence: str, start: int, end: int, *, promised: bool) -> Dated:
    return Dated(sentence[start:end], start, end, "indefinite", None, None, RULE["not given"], None, promised)
