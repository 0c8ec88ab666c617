"""What window do a preposition and a stretch make: by, before, in, from, until, after, within, between?"""

import re
from dataclasses import dataclass
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.stretches import Found, Stretch, plus_days, plus_months

_ABOUT = (
    r"(?: (?:around|about|approximately|roughly|at least|at the latest|the|as early as|no later than"
    r"|then|both|either|as soon as|sometime|some time|at some point|in))*"
)
_BEFORE = re.compile(
    rf"(?:^|\b)(?P<said>between now and|by|before|no later than|not later than|ahead of|prior to"
    rf"|in advance of|until|till|up to|up until|to|in time for|ready for"
    rf"|at the latest by|latest by|in|on|during|within|over|throughout|across|through|for|at"
    rf"|from|starting|beginning|commencing|effective|effective from|as of|since|after|following"
    rf"|once|when|between"
    rf"|not before|no earlier than|not until|from the|towards|around|about|inside|into|under"
    rf"|of|with effect from|beyond|and|or|onwards from|come|this|past|post){_ABOUT} ?$"
)
_ROUGHLY = re.compile(r"around|about|approximately|roughly")
_LATEST = re.compile(r"^,? at the (?:very )?latest\b")


@dataclass(frozen=True, slots=True)
class Window:
    """The days a phrase gives, and where its words stand.

    `said` is the preposition, `named` where the stretch itself begins; an end that is open is None.
    """

    start: int
    end: int
    said: str
    named: int
    stretch: Stretch
    earliest: date | None
    latest: date | None
    rule: str | None


def window(text: str, found: Found, said_on: date) -> Window:
    """Return the window that the words before a stretch make of it."""
    base = max(0, found.start - 40)
    m = _BEFORE.search(text[base : found.start])
    said = m["said"] if m and m["said"] not in ("and", "or", "this") else ""
    latest = _LATEST.match(text[found.end : found.end + 20])
    start = base + m.start("said") if m and said not in ("", "of", "when") else found.start
    if m and said == "by" and _ROUGHLY.search(m.group()) and found.stretch.size in ("early", "mid", "late"):
        said = "around"
    earliest, last, rule = _ends("by" if latest and said not in ("from", "after") else said, found.stretch, said_on)
    end = found.end + latest.end() if latest else found.end
    return Window(start, end, said, found.start, found.stretch, earliest, last, rule)


def _ends(said: str, stretch: Stretch, said_on: date) -> tuple[date | None, date | None, str | None]:
    first, last, rule = stretch.first, stretch.last, stretch.rule
    if first is None or stretch.size == "spell":
        return first, last, rule
    if said in _UP_TO or (not said and stretch.size == "end"):
        return said_on, _last_before(said, stretch), (rule or "").removesuffix(f"; {RULE['end']}") or None
    if said in _AFTER or stretch.size == "return":
        return _after(stretch)
    return max(first, said_on), None if said in ("no earlier than", "not before") else last, rule


_STRICTLY = ("before", "ahead of", "prior to", "in advance of")
_READY = ("in time for", "ready for")
_UP_TO = (
    *_STRICTLY,
    *_READY,
    "between now and",
    "by",
    "no later than",
    "not later than",
    "at the latest by",
    "latest by",
    "come",
)
_AFTER = ("after", "following", "beyond", "past", "post", "once")


def _last_before(said: str, stretch: Stretch) -> date | None:
    first, last = stretch.first, stretch.last
    if first is None:
        return None
    if stretch.size in ("recess", "rising", "start"):
        return first
    if said in _READY:
        return first
    within = stretch.size in ("end", "late", "festival", "parliament", "decade")
    return plus_days(first, -1) if said in _STRICTLY and not within else last


def _after(stretch: Stretch) -> tuple[date | None, date | None, str | None]:
    first, last = stretch.first, stretch.last
    if first is None or last is None:
        return None, None, stretch.rule
    if stretch.size in ("recess", "return"):
        return last, plus_days(last, 30), (stretch.rule or "").replace(RULE["recess"], RULE["after recess"])
    if stretch.size in ("spell", "event"):
        return first, last, stretch.rule
    start = plus_days(last, 1)
    return start, plus_days(plus_months(start, 1), -1), f"{stretch.rule}; {RULE['after']}"
