"""What window do a preposition and a stretch make: by, before, in, from, until, after, within, between?"""

import re
from dataclasses import dataclass, replace
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.denials import denied, uncommitted
from monitor.deadlines.events import event_of_a_day
from monitor.deadlines.intervals import FoundInterval, Interval, plus_days

_HOUR = (
    r"(?:the )?(?:close|end) of (?:play|business)|cop|cob|first thing|(?:12 )?noon|midday|midnight|lunchtime"
    r"|at the end of"
    r"|\d{1,2}(?:[.:]\d\d)? ?[ap]m"
)
_ABOUT = (
    r"(?: (?:around|about|approximately|roughly|at least|at the latest|the|as early as|no later than"
    rf"|then|both|either|as soon as|sometime|some time|at some point|in|on|{_HOUR}))*"
)
_BEFORE = re.compile(
    rf"(?:^|\b)(?P<said>between now and|from now (?:until|till|to|up to)"
    rf"|on or before|at or before|in or before|on or after|by|before|no later than|not later than"
    rf"|ahead of|prior to|in advance of|until|till|up to|up until|to|in time for|ready for|no sooner than"
    rf"|at the latest by|latest by|in|on|during|within|over|throughout|across|through|for|at"
    rf"|from|starting|beginning|commencing|effective|effective from|as of|since|after|following"
    rf"|once|when|between"
    rf"|not before|no earlier than|not earlier than|earlier than|sooner than|not until|from the|towards|around"
    rf"|about|inside|into|under"
    rf"|of|with effect from|beyond|and|or|onwards from|come(?! (?:in|on|at)\b)|this|past"
    rf"|post){_ABOUT} ?$"
)
_ROUGHLY = re.compile(r"around|about|approximately|roughly")
_LATEST = re.compile(
    r"^(?:,| \()? ?at (?:the )?(?:very )?(?P<which>latest|earliest|soonest)\b(?! (?:possible|opportunity|practicable))"
)
_LATEST_BEFORE = re.compile(
    r"\bat (?:the )?(?:very )?(?P<which>latest|earliest|soonest),? "
    r"(?:(?:by|in|on|from|during|around|about|sometime|some time|at some point|the) )*$"
)


@dataclass(frozen=True, slots=True)
class Window:
    """The days a phrase gives, and where its words stand.

    `said` is the preposition, `named` where the stretch itself begins; an end that is open is None. `denied`: the
    words from "cannot" or the like on with which its clause denies it, "" where it does not.
    """

    start: int
    end: int
    said: str
    named: int
    stretch: Interval
    earliest: date | None
    latest: date | None
    rule: str | None
    denied: str = ""


def window(text: str, found: FoundInterval, said_on: date) -> Window:
    """Return the window that the words before a stretch make of it."""
    if found.stretch.size == "occasion":
        denies = denied(text, found.start)
        return Window(found.start, found.end, "", found.start, found.stretch, None, None, found.stretch.rule, denies)
    event = event_of_a_day(text, found.start) if found.stretch.first else None
    start, said = event or bound(text, found)
    latest = _LATEST.match(text[found.end : found.end + 30])
    if latest and (said not in ("from", "after") or (said == "from" and latest["which"] != "latest")):
        said = "no later than" if latest["which"] == "latest" else "no earlier than"
    denies = denied(text, start)
    bounded = _denying(text, start, said) if denies and not uncommitted(denies) else said
    earliest, last, rule = _ends(bounded, _side(text, found, said), said_on)
    end = found.end + latest.end() if latest else found.end
    return Window(start, end, said, found.start, found.stretch, earliest, last, rule, denies)


def bound(text: str, found: FoundInterval) -> tuple[int, str]:
    """Return where a window begins, and the preposition that binds it, "" for none."""
    base = max(0, found.start - 50)
    before = text[base : found.start]
    m = _BEFORE.search(before)
    while m and m["said"] in ("and", "or", "this"):
        m = _BEFORE.search(before, m.end("said"))
    said = m["said"] if m else ""
    start = base + m.start("said") if m and said not in ("", "of", "when") else found.start
    extreme = _LATEST_BEFORE.search(before) if said not in ("from", "after") else None
    if extreme:
        return base + extreme.start(), "no later than" if extreme["which"] == "latest" else "no earlier than"
    if m and said == "by" and _ROUGHLY.search(m.group()) and found.stretch.size in ("early", "mid", "late"):
        said = "around"
    return start, said


def _side(text: str, found: FoundInterval, said: str) -> Interval:
    """Return the days of a recess at which a range begins or ends: its own lie outside “between Easter and recess”."""
    stretch = found.stretch
    if stretch.size != "recess" or stretch.first is None or stretch.last is None:
        return stretch
    before = text[max(0, found.start - 90) : found.start]
    if said in _RUNS_TO or _AND_OF_A_RANGE.search(before):
        return replace(stretch, last=stretch.first)
    return replace(stretch, first=stretch.last) if said == "between" else stretch


_RUNS_TO = ("to", "until", "till", "up to", "up until")
_AND_OF_A_RANGE = re.compile(r"\bbetween (?!now\b)[^,;]{1,60} and (?:the )?$")


def _denying(text: str, start: int, said: str) -> str:
    """Return what is said of a day where it is denied: what is not to be before it is to be no earlier.

    What does not begin until a day begins on it: "will not take effect until April".
    """
    if said in ("until", "till", "up until") and _BEGINS.search(text[max(0, start - 60) : start]):
        return said
    return "no earlier than" if said in (*STRICTLY, *_SOONER, "until", "till", "up until") else said


def begins_no_earlier(there: Window) -> bool:
    """Return whether a window is only bounded by its first day."""
    return there.said in _FROM or (bool(there.denied) and there.latest is None and there.earliest is not None)


def _ends(said: str, stretch: Interval, said_on: date) -> tuple[date | None, date | None, str | None]:
    first, last, rule = stretch.first, stretch.last, stretch.rule
    if first is None or stretch.size == "spell":
        return first, last, rule
    if said in _FROM:
        begins = (last if stretch.size == "end" else first) or first
        return max(begins, said_on), None, f"{rule}; {RULE['denied']}"
    if said in UP_TO or (not said and stretch.size == "end"):
        return said_on, last_before(said, stretch), (rule or "").removesuffix(f"; {RULE['end']}") or None
    if said in _AFTER or stretch.size == "return":
        return _after(stretch)
    return max(first, said_on), last, f"{rule}; {RULE['start named']}" if said in _STARTING else rule


_FROM = ("no earlier than", "not earlier than", "not before", "not until", "no sooner than", "on or after")
_STARTING = (
    "from", "from the", "starting", "beginning", "commencing", "effective", "effective from", "with effect from",
    "as of", "onwards from",
)  # fmt: skip
_SOONER = ("earlier than", "sooner than")
_BEGINS = re.compile(
    r"\b(?:take effect|come into (?:force|effect)|apply|have|start|begin|open|commence|increase|rise"
    r"|be (?:available|known|in place|in force|ready|complete))\b[^,;]*$"
)
STRICTLY = ("before", "ahead of", "prior to", "in advance of")
_READY = ("in time for", "ready for")
UP_TO = (
    *STRICTLY,
    *_READY,
    "between now and",
    *(f"from now {word}" for word in ("until", "till", "to", "up to")),
    "by",
    "on or before",
    "at or before",
    "in or before",
    "no later than",
    "not later than",
    "at the latest by",
    "latest by",
    "come",
)
_AFTER = ("after", "following", "beyond", "past", "post", "once")


def last_before(said: str, stretch: Interval) -> date | None:
    """Return the last day before, or of, a stretch by which something is done."""
    first, last = stretch.first, stretch.last
    if first is None:
        return None
    if stretch.size in ("recess", "rising", "start"):
        return first
    if said in _READY:
        return first
    within = stretch.size in ("end", "late", "festival", "parliament", "decade")
    if stretch.size == "day":
        return plus_days(last, -1) if said in STRICTLY and last else last
    return plus_days(first, -1) if said in STRICTLY and not within else last


def _after(stretch: Interval) -> tuple[date | None, date | None, str | None]:
    first, last = stretch.first, stretch.last
    if first is None or last is None:
        return None, None, stretch.rule
    if stretch.size in ("recess", "return"):
        return last, plus_days(last, 30), (stretch.rule or "").replace(RULE["recess"], RULE["after recess"])
    if stretch.size in ("spell", "event"):
        return first, last, stretch.rule
    return plus_days(last, 1), None, f"{stretch.rule}; {RULE['after']}"
